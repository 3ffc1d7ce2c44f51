// PostGraphile 5 over Milepost's own database, under the same row level security, for side-by-side reads.
//   DATABASE_URL  the application role's address (postgres://…, a unix socket host is fine)
//   TENANT_ID     the tenant, as a UUID      SCHEMA  database schema (public)
//   PORT          loopback port (5678)
import { createServer } from "node:http";
import pg from "pg";
import { PgAggregatesPreset } from "@graphile/pg-aggregates";
import { grafserv } from "postgraphile/grafserv/node";
import { postgraphile } from "postgraphile";
import { PostGraphileAmberPreset } from "postgraphile/presets/amber";
import { makePgService } from "postgraphile/adaptors/pg";
import { addPgTableCondition, addPgTableOrderBy, jsonPgSmartTags, orderByAscDesc } from "postgraphile/utils";

const tenant = process.env.TENANT_ID;
const schema = process.env.SCHEMA ?? "public";
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 8 });

// What PostGraphile cannot know of the database by itself: an alert's subject, the score that orders risks, and which
// scores are of risks in use.
const subjects = jsonPgSmartTags({
  version: 1,
  config: { class: { alert: { tags: { foreignKey: "(tenant_id, subject_id) references risk (tenant_id, id)" } } } },
});
const byScore = addPgTableOrderBy({ schemaName: schema, tableName: "risk" }, ({ sql, dataplanPg: { TYPES } }) =>
  orderByAscDesc(
    "SCORE",
    (query) => ({
      fragment: sql`(select s.score from risk_score s where s.tenant_id = ${query.alias}.tenant_id and s.risk_id = ${query.alias}.id)`,
      codec: TYPES.int,
    }),
    { nulls: "last" },
  ),
);
const inUse = addPgTableCondition({ schemaName: schema, tableName: "risk_score" }, "inUse", ({ sql, graphql }) => ({
  type: graphql.GraphQLBoolean,
  description: "Whether the risk is assessed, neither closed nor archived.",
  apply($condition, value) {
    if (value) {
      const row = $condition.alias;
      $condition.where(sql`${row}.score is not null and exists (select from risk r where r.tenant_id = ${row}.tenant_id
        and r.id = ${row}.risk_id and r.archived_at is null and r.status <> 'closed')`);
    }
  },
}));

const preset = {
  extends: [PostGraphileAmberPreset, PgAggregatesPreset],
  plugins: [subjects, byScore, inUse],
  disablePlugins: ["PgIndexBehaviorsPlugin"], // every column filters and orders, as ours do
  pgServices: [makePgService({ pool, schemas: [schema] })],
  grafserv: { graphqlPath: "/graphql", graphiql: false, watch: false, maxRequestLength: 1_000_000 },
  grafast: { context: () => ({ pgSettings: { "app.tenant_id": tenant } }), explain: false },
};

const instance = postgraphile(preset);
const server = createServer();
server.on("error", (error) => { console.error(error); process.exit(1); });
await instance.createServ(grafserv).addTo(server);
const port = Number(process.env.PORT ?? 5678);
server.listen(port, "127.0.0.1", () => console.log(`ready on 127.0.0.1:${port}`));
