import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { buildSchema, printSchema } from "graphql";

test("the reference library reads the schema and prints it the same", () => {
  const schema = readFileSync("dist/tour/schema.graphql", "utf8");
  assert.equal(`${printSchema(buildSchema(schema))}\n`, schema);
});
