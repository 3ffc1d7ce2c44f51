import assert from "node:assert/strict";
import test from "node:test";
import { Client, cacheExchange, fetchExchange, type OperationResult } from "@urql/core";
import { CreateRiskDocument, OneRiskDocument, RiskPageDocument, type RiskPageQuery } from "../dist/tour/parsed";
import { urql } from "../dist/tour/urql";
import { aVenture, key, url } from "./ground";

test("urql reads, changes and pages", async () => {
  const venture = await aVenture();
  const input = { ventureId: venture, title: "urql's risk", category: "market" };
  const created = await urql.mutation(CreateRiskDocument, { input }).toPromise();
  assert.deepEqual(created.data?.createRisk.userErrors, [], String(created.error));
  const id = created.data!.createRisk.risk!.id;

  const ids: string[] = [];
  let total = 0;
  for (let after: string | null = null, more = true; more; ) {
    const page: OperationResult<RiskPageQuery> = await urql
      .query(RiskPageDocument, { venture, first: 3, after })
      .toPromise();
    const { edges, pageInfo, totalCount } = page.data!.risks;
    ids.push(...edges.map((edge) => edge.node.id));
    [total, after, more] = [totalCount, pageInfo.endCursor, pageInfo.hasNextPage];
  }
  assert.equal(ids.length, total);
  assert.equal(new Set(ids).size, total);
  assert.ok(ids.includes(id));
});

test("urql's GET of a query is answered, and an error has its code", async () => {
  const getting = new Client({
    url,
    exchanges: [cacheExchange, fetchExchange],
    preferGetMethod: "force",
    fetchOptions: () => ({ headers: { authorization: `Bearer ${key}` } }),
  });
  const { data } = await getting.query(OneRiskDocument, { id: `risk_${"0".repeat(32)}` }).toPromise();
  assert.deepEqual(data, { risk: null });
  const { error } = await urql.query(OneRiskDocument, { id: [] as never }).toPromise();
  assert.equal(error?.graphQLErrors[0]?.extensions["code"], "BAD_USER_INPUT");
});
