import assert from "node:assert/strict";
import test from "node:test";
import { MilepostError, createClient, orThrow, pages, scalars, userErrors } from "@milepost/client";
import type { Role } from "@milepost/client/schema";
import relay from "../dist/tour/relay.config.json";
import { allTitles, createRisk, ventureNames } from "../dist/tour/milepost";
import { CreateRiskDocument, OneRiskDocument, RisksOfDocument, VenturesDocument } from "../dist/tour/text";
import { aRisk, aVenture, client, key, serve, strangersKey, url } from "./ground";

test("the tour of the page works as it stands", async () => {
  const venture = await aVenture();
  assert.ok((await ventureNames()).includes("Helio Service"));
  const id = await createRisk({ ventureId: venture, title: "The tour's risk", category: "market" });
  assert.match(id, /^risk_[0-9a-f]{32}$/);
  assert.ok((await allTitles(venture)).includes("The tour's risk"));
});

test("the scalars of the page for Relay are those of the client", () => {
  assert.deepEqual({ ID: scalars.ID, ...relay.customScalarTypes }, scalars);
});

test("pages walk a list without a gap or a repeat", async () => {
  const venture = await aVenture();
  const seen: string[] = [];
  let walked = 0;
  for await (const page of pages(client, RisksOfDocument, { venture, first: 2 }, (data) => data.venture?.risks)) {
    assert.ok(page.nodes.length <= 2);
    seen.push(...page.nodes.map((risk) => risk.id));
    walked += 1;
  }
  const whole = orThrow(await client.ask(RisksOfDocument, { venture, first: 200 }));
  assert.deepEqual(seen, whole.venture!.risks.nodes.map((risk) => risk.id));
  assert.ok(walked > 2, `${walked} pages`);
});

test("what a command refuses is data, with a path into the input", async () => {
  const input = { ventureId: await aVenture(), title: "", category: "market" };
  const answer = await client.ask(CreateRiskDocument, { input });
  assert.ok(answer.ok);
  const [refused] = userErrors(answer.data);
  assert.equal(refused?.code, "INVALID");
  assert.deepEqual(refused.path, ["title"]);
  assert.throws(() => orThrow(answer), MilepostError);
});

test("a request that is refused comes back as data with its code and request id", async () => {
  const unknown = await createClient({ url, key: `${key}x` }).ask(VenturesDocument);
  assert.equal(unknown.data, null);
  assert.equal(unknown.errors[0]?.code, "UNAUTHENTICATED");
  const wrong = await client.ask("{ nothing }");
  assert.equal(wrong.errors[0]?.code, "BAD_USER_INPUT");
  assert.ok(wrong.errors[0]?.requestId);
});

test("another tenant's risk is answered as one that does not exist", async () => {
  const id = await aRisk(await aVenture(), "Not for strangers");
  assert.equal(orThrow(await client.ask(OneRiskDocument, { id })).risk?.title, "Not for strangers");
  const stranger = createClient({ url, key: strangersKey });
  assert.deepEqual(orThrow(await stranger.ask(OneRiskDocument, { id })), { risk: null });
});

for (const status of [429, 503]) {
  test(`after ${status} with Retry-After the same request is sent again`, async (context) => {
    const bodies: string[] = [];
    const address = await serve(context, async (request, response) => {
      let body = "";
      for await (const chunk of request) body += chunk;
      bodies.push(body);
      if (bodies.length < 3) return void response.writeHead(status, { "Retry-After": "0" }).end("later");
      const { authorization, accept } = request.headers as Record<string, string>;
      const headers = { Authorization: authorization!, Accept: accept!, "Content-Type": "application/json" };
      const answer = await fetch(url, { method: "POST", headers, body });
      response.writeHead(answer.status, { "Content-Type": answer.headers.get("content-type")! });
      response.end(await answer.text());
    });
    const { ventures } = orThrow(await createClient({ url: address, key }).ask(VenturesDocument));
    assert.ok(ventures.nodes.length > 0);
    assert.equal(bodies.length, 3);
    assert.equal(new Set(bodies).size, 1);
  });
}

const REFUSED = JSON.stringify({ errors: [{ message: "slow down", extensions: { code: "RATE_LIMITED" } }] });

for (const [what, headers, tries] of [
  ["that does not end, as often as it was told to", { "Retry-After": "0" }, 3],
  ["that asks for too long a wait, once", { "Retry-After": "3600" }, 1],
  ["that does not say when, once", {}, 1],
] as const) {
  test(`a refusal ${what}, and then it is the answer`, async (context) => {
    let asked = 0;
    const address = await serve(context, (_, response) => {
      asked += 1;
      response.writeHead(429, headers).end(REFUSED);
    });
    const answer = await createClient({ url: address, retries: 2 }).ask(VenturesDocument);
    assert.equal(answer.errors[0]?.code, "RATE_LIMITED");
    assert.equal(asked, tries);
  });
}

test("what is no GraphQL, nobody there and no answer in time are errors in the answer", async (context) => {
  const proxy = await serve(context, (_, response) => void response.writeHead(502).end("<h1>Bad gateway</h1>"));
  const odd = await createClient({ url: proxy }).ask(VenturesDocument);
  assert.equal(odd.errors[0]?.code, "NOT_GRAPHQL");
  assert.match(odd.errors[0]!.message, /502.*Bad gateway/);
  const nobody = await createClient({ url: "http://127.0.0.1:1/graphql" }).ask(VenturesDocument);
  assert.equal(nobody.errors[0]?.code, "NETWORK");
  const mute = await serve(context, () => {});
  const late = await createClient({ url: mute, timeout: 50 }).ask(VenturesDocument);
  assert.equal(late.errors[0]?.message, "no answer within 50 ms");
});

test("only the caller's own signal rejects, also while waiting to ask again", async (context) => {
  const stopping = new AbortController();
  const address = await serve(context, (_, response) => {
    response.writeHead(503, { "Retry-After": "20" }).end();
    response.once("close", () => stopping.abort(new Error("enough")));
  });
  const asked = createClient({ url: address }).ask(VenturesDocument, {}, { signal: stopping.signal });
  await assert.rejects(asked, /enough/);
});

test("what does not fit the document does not compile", () => {
  const never = (): unknown[] => [
    // @ts-expect-error the venture is required
    client.ask(RisksOfDocument),
    // @ts-expect-error and is an id, which is a string
    client.ask(RisksOfDocument, { venture: 7 }),
    // @ts-expect-error no such role
    "emperor" satisfies Role,
  ];
  assert.equal(typeof never, "function");
});
