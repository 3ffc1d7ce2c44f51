import assert from "node:assert/strict";
import test from "node:test";
import {
  ConnectionHandler,
  commitMutation,
  createOperationDescriptor,
  fetchQuery,
  getSingularSelector,
  type ConcreteRequest,
  type MutationParameters,
  type SingularReaderSelector,
} from "relay-runtime";
import archive, { type RisksArchiveMutation } from "../dist/tour/relay/__generated__/RisksArchiveMutation.graphql";
import create, { type RisksCreateMutation } from "../dist/tour/relay/__generated__/RisksCreateMutation.graphql";
import more, { type RisksPaginationQuery } from "../dist/tour/relay/__generated__/RisksPaginationQuery.graphql";
import restore, { type RisksRestoreMutation } from "../dist/tour/relay/__generated__/RisksRestoreMutation.graphql";
import query, { type RisksQuery } from "../dist/tour/relay/__generated__/RisksQuery.graphql";
import fragment, { type Risks_venture$data } from "../dist/tour/relay/__generated__/Risks_venture.graphql";
import { environment } from "../dist/tour/relay/environment";
import { aVenture } from "./ground";

test("Relay reads, pages, and puts what mutations change into its lists", async () => {
  const venture = await aVenture();
  const operation = createOperationDescriptor(query, { venture });
  environment.retain(operation);
  const data = (await fetchQuery<RisksQuery>(environment, query, { venture }).toPromise())!;
  assert.ok(data.venture?.name);
  const selector = getSingularSelector(fragment, data.venture) as SingularReaderSelector;
  const list = () => (environment.lookup(selector).data as unknown as Risks_venture$data).risks;
  const ids = () => list().edges.map((edge) => edge.node.id);
  const pageInfo = () => (list() as unknown as { pageInfo: { hasNextPage: boolean; endCursor: string } }).pageInfo;

  assert.equal(ids().length, 3);
  while (pageInfo().hasNextPage) {
    const variables = { id: venture, first: 4, after: pageInfo().endCursor };
    await fetchQuery<RisksPaginationQuery>(environment, more, variables).toPromise();
  }
  const before = ids();
  assert.ok(before.length > 3);
  assert.equal(new Set(before).size, before.length);

  const connections = [ConnectionHandler.getConnectionID(venture, "Risks_risks")];
  const input = { ventureId: venture, title: "Relay's risk", category: "market" };
  const made = await committed<RisksCreateMutation>(create, { input, connections });
  assert.deepEqual(made.createRisk.userErrors, []);
  const id = made.createRisk.riskEdge!.node.id;
  assert.deepEqual(ids(), [id, ...before]);
  await committed<RisksArchiveMutation>(archive, { input: { id }, connections });
  assert.deepEqual(ids(), before);
  await committed<RisksRestoreMutation>(restore, { input: { id }, connections });
  assert.deepEqual(ids(), [...before, id]);
});

function committed<Mutation extends MutationParameters>(
  mutation: ConcreteRequest,
  variables: Mutation["variables"],
): Promise<Mutation["response"]> {
  return new Promise((resolve, reject) => {
    commitMutation<Mutation>(environment, {
      mutation,
      variables,
      onCompleted: (response, errors) => (errors ? reject(errors) : resolve(response)),
      onError: reject,
    });
  });
}
