/** Writes `src/schema.ts`, the types of the whole schema: `make interop ARGS=--write`. */

import { fileURLToPath } from "node:url";
import { scalars } from "./src/scalars";

export default {
  schema: fileURLToPath(new URL("../../openapi/schema.graphql", import.meta.url)),
  generates: {
    [fileURLToPath(new URL("src/schema.ts", import.meta.url))]: {
      plugins: ["typescript"],
      config: {
        scalars,
        strictScalars: true,
        enumsAsTypes: true,
        futureProofEnums: true,
        namingConvention: "keep",
        skipTypename: true,
        avoidOptionals: { field: true },
      },
    },
  },
};
