import assert from "node:assert/strict";
import test from "node:test";
import { apollo } from "../dist/tour/apollo";
import { CreateRiskDocument, OneRiskDocument, RiskPageDocument } from "../dist/tour/parsed";
import { aVenture } from "./ground";

test("Apollo Client reads, changes and pages", async () => {
  const venture = await aVenture();
  const input = { ventureId: venture, title: "Apollo's risk", category: "market" };
  const created = await apollo.mutate({ mutation: CreateRiskDocument, variables: { input } });
  assert.deepEqual(created.data?.createRisk.userErrors, []);
  const id = created.data!.createRisk.risk!.id;
  const one = await apollo.query({ query: OneRiskDocument, variables: { id } });
  assert.equal(one.data?.risk?.title, "Apollo's risk");

  const first = { query: RiskPageDocument, variables: { venture, first: 3 } };
  const list = apollo.watchQuery(first);
  const watching = list.subscribe(() => {});
  let page = (await apollo.query(first)).data!.risks.pageInfo;
  while (page.hasNextPage) {
    page = (await list.fetchMore({ variables: { after: page.endCursor } })).data!.risks.pageInfo;
  }
  watching.unsubscribe();
  const { edges, totalCount } = apollo.readQuery(first)!.risks;
  const ids = edges.map((edge) => edge.node.id);
  assert.equal(ids.length, totalCount);
  assert.equal(new Set(ids).size, ids.length);
  assert.ok(ids.includes(id));
});

test("Apollo Client tells what a command refused, and what kept it from being asked", async () => {
  const input = { ventureId: await aVenture(), title: "", category: "market" };
  const refused = await apollo.mutate({ mutation: CreateRiskDocument, variables: { input } });
  assert.equal(refused.data?.createRisk.userErrors[0]?.code, "INVALID");
  await assert.rejects(apollo.query({ query: OneRiskDocument, variables: { id: null as never } }), /id/);
});
