import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import test from "node:test";
import { promisify } from "node:util";
import type { RequestParameters } from "relay-runtime";
import { rest } from "../dist/tour/rest";
import { RisksOfDocument, VenturesDocument } from "../dist/tour/trusted/graphql";
import { network } from "../dist/tour/trusted/relay-network";
import relayQuery from "../dist/tour/trusted/relay/RisksQuery.graphql";
import { urql } from "../dist/tour/trusted/urql";
import { aVenture, base, key, strangersKey, tenant, until, url } from "./ground";

const CODEGEN = "dist/tour/trusted/persisted-documents.json";
const RELAY = "dist/tour/trusted/relay/persisted.json";
const path = { tenant_id: tenant };

test("a name that nobody uploaded is not known, to urql and to Relay", async () => {
  const { error } = await urql.query(VenturesDocument, {}).toPromise();
  assert.equal(error?.graphQLErrors[0]?.extensions["code"], "PERSISTED_QUERY_NOT_FOUND");
  assert.ok(await isUnknown(relayQuery.params.id!));
});

for (const [way, upload] of [["REST", byRest], ["the command line", byProgram]] as const) {
  test(`the manifest of graphql-codegen, uploaded by ${way}, runs through urql`, async () => {
    const venture = await aVenture();
    const id = await upload(CODEGEN);
    await until(async () => !(await isUnknown(ventures())));
    const { data, error } = await urql.query(VenturesDocument, {}).toPromise();
    assert.equal(error, undefined);
    assert.ok(data!.ventures.nodes.some(({ name }) => name === "Helio Service"));
    const risks = await urql.query(RisksOfDocument, { venture, first: 2 }).toPromise();
    assert.equal(risks.data?.venture?.risks.nodes.length, 2, String(risks.error));
    assert.ok(await isUnknown(ventures(), strangersKey));
    await archive(id, ventures());
  });

  test(`the manifest of relay-compiler, uploaded by ${way}, runs through Relay's network`, async () => {
    const venture = await aVenture();
    const id = await upload(RELAY);
    await until(async () => !(await isUnknown(relayQuery.params.id!)));
    const parameters = relayQuery.params as RequestParameters;
    const answer = await network.execute(parameters, { venture }, {}).toPromise();
    assert.equal((answer as { data?: { venture: { name: string } } }).data?.venture.name, "Helio Service");
    assert.ok(await isUnknown(relayQuery.params.id!, strangersKey));
    await archive(id, relayQuery.params.id!);
  });
}

test("a manifest with a document that the schema does not take is refused whole", async () => {
  const manifest = { good: "{ __typename }", bad: "{ nothing }" };
  const body = { title: "broken", manifest };
  const { error } = await rest.POST("/v1/tenants/{tenant_id}/trusted-documents", { params: { path }, body });
  assert.equal(error?.errors?.[0]?.pointer, "/manifest/bad");
  assert.ok(await isUnknown("good"));
});

async function byRest(file: string): Promise<string> {
  const body = { title: file, manifest: JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown> };
  const { data, error } = await rest.POST("/v1/tenants/{tenant_id}/trusted-documents", { params: { path }, body });
  assert.ok(data, JSON.stringify(error));
  return data.id!;
}

async function byProgram(file: string): Promise<string> {
  const account = ["--base-url", base, "--tenant", tenant];
  const argv = ["documents", "push", file, "--title", file, ...account];
  const { stdout } = await promisify(execFile)(process.env["MILEPOST_PROGRAM"]!, argv, {
    env: { ...process.env, MILEPOST_KEY: key },
  });
  const told = /^(\d+) documents of .* are trusted now: (\w+)$/m.exec(stdout);
  assert.equal(Number(told?.[1]), Object.keys(JSON.parse(readFileSync(file, "utf8")) as object).length, stdout);
  return told![2]!;
}

/** Archive a manifest, and wait until its documents are not known any more. */
async function archive(id: string, document: string): Promise<void> {
  const params = { path: { ...path, id } };
  const { error } = await rest.DELETE("/v1/tenants/{tenant_id}/trusted-documents/{id}", { params });
  assert.equal(error, undefined);
  await until(() => isUnknown(document));
}

/** The name of the page's query `Ventures`. */
function ventures(): string {
  return (VenturesDocument as unknown as { __meta__: { hash: string } }).__meta__.hash;
}

/** Whether no document is known by this name; what changes holds within four seconds. */
async function isUnknown(documentId: string, asked = key): Promise<boolean> {
  const headers = {
    Authorization: `Bearer ${asked}`,
    Accept: "application/graphql-response+json",
    "Content-Type": "application/json",
  };
  const answer = await fetch(url, { method: "POST", headers, body: JSON.stringify({ documentId }) });
  const { errors } = (await answer.json()) as { errors?: Array<{ extensions: { code: string } }> };
  return errors?.[0]?.extensions.code === "PERSISTED_QUERY_NOT_FOUND";
}
