import assert from "node:assert/strict";
import test from "node:test";
import { createClient, orThrow, type Message } from "@milepost/client";
import { AlertsDocument, ChangesDocument, VenturesDocument, type ChangesSubscription } from "../dist/tour/text";
import { watch } from "../dist/tour/watching";
import {
  aCriticalRisk,
  aLine,
  aRisk,
  aVenture,
  client,
  key,
  newest,
  readTo,
  serve,
  strangersKey,
  until,
  url,
} from "./ground";

const patient = { timeout: 60_000 };

test("the page's loop tells of a critical alert, and ends when its signal says so", patient, async () => {
  const [venture, after, stopping] = [await aVenture(), await newest(), new AbortController()];
  const risk = await aCriticalRisk(venture, "Watched");
  const summaries: string[] = [];
  await watch(
    after,
    ({ sequence, alert }) => {
      assert.ok(sequence > after);
      summaries.push(alert!.summary);
      if ((alert!.subject as { id?: string }).id === risk) stopping.abort();
    },
    stopping.signal,
  );
  assert.match(summaries.at(-1)!, /Watched/);
});

test("a line that is cut again and again loses nothing and repeats nothing", patient, async (context) => {
  const [venture, line, after] = [await aVenture(), await aLine(context), await newest()];
  const news = createClient({ url: line.url, key }).subscribe(ChangesDocument, { after });
  const made: string[] = [];
  const told: Message<ChangesSubscription>[] = [];
  for (let round = 0; round < 4; round++) {
    line.cut(); // what is told of the last one may be on its way
    made.push(await aRisk(venture, `Round ${round}`), await aRisk(venture, `Round ${round} again`));
    told.push(...(await readTo(news, (message) => message.data?.changes.node?.id === made.at(-2))));
  }
  told.push(...(await readTo(news, (message) => message.data?.changes.node?.id === made.at(-1))));
  await news.return();
  assert.ok(line.opened() >= 4);
  const risks = told.filter(({ data }) => data?.changes.type === "RISK_CREATED");
  assert.deepEqual(risks.map(({ data }) => data!.changes.node!.id), made);
  const numbers = told.map(({ sequence }) => sequence!);
  assert.deepEqual(numbers, [...new Set(numbers)].sort((one, other) => one - other));
  assert.deepEqual(numbers, told.map(({ data }) => data!.changes.sequence));
});

test("leaving the loop, and the signal while nothing happens, close the line", patient, async (context) => {
  const [venture, line, after] = [await aVenture(), await aLine(context), await newest()];
  const through = createClient({ url: line.url, key });
  await aRisk(venture, "Something");
  for await (const message of through.subscribe(ChangesDocument, { after })) {
    assert.ok(message.ok);
    assert.equal(line.open(), 1);
    break;
  }
  const stopping = new AbortController();
  context.after(() => stopping.abort());
  const quiet = through.subscribe(ChangesDocument, {}, { signal: stopping.signal }).next();
  await until(() => line.opened() >= 2);
  stopping.abort();
  assert.deepEqual(await quiet, { done: true, value: undefined });
  await until(() => line.open() === 0);
});

test("what is refused is one message, the last: a wrong key, a wrong number, a wrong document", patient, async () => {
  const wrong = createClient({ url, key: `${key}x` });
  assert.deepEqual(await codes(wrong.subscribe(AlertsDocument)), ["UNAUTHENTICATED"]);
  assert.deepEqual(await codes(client.subscribe(AlertsDocument, { after: 1_000_000_000 })), ["BAD_USER_INPUT"]);
  assert.deepEqual(await codes(client.subscribe("subscription { nothing }")), ["BAD_USER_INPUT"]);
  assert.deepEqual(await codes(createClient({ url: "http://127.0.0.1:1/" }).subscribe(AlertsDocument)), ["NETWORK"]);
});

test("a query is answered once", patient, async () => {
  const answers = await readAll(client.subscribe(VenturesDocument));
  assert.equal(answers.length, 1);
  assert.ok(orThrow(answers[0]!).ventures.nodes.length > 0);
});

test("a line that says nothing counts as cut, and is asked again behind what was seen", patient, async (context) => {
  const seen: Array<string | undefined> = [];
  const event = `event: next\nid: 7\ndata: ${JSON.stringify({ data: { changes: { sequence: 7 } } })}\n\n`;
  const address = await serve(context, (request, response) => {
    seen.push(request.headers["last-event-id"] as string | undefined);
    response.writeHead(200, { "Content-Type": "text/event-stream; charset=utf-8" });
    response.write(seen.length === 1 ? event.slice(0, 20) : ":\n\n");
    if (seen.length === 1) setTimeout(() => response.write(event.slice(20)), 10); // in the middle of a line
    if (seen.length === 3) response.end("event: complete\ndata:\n\n");
  });
  const told = await readAll(createClient({ url: address, timeout: 200 }).subscribe(ChangesDocument));
  assert.deepEqual(told.map(({ sequence }) => sequence), [7]);
  assert.deepEqual(seen, [undefined, "7", "7"]);
});

test("a line that was cut before anything was seen is asked again behind where it began", patient, async (context) => {
  const seen: Array<string | undefined> = [];
  const address = await serve(context, (request, response) => {
    seen.push(request.headers["last-event-id"] as string | undefined);
    response.writeHead(200, { "Content-Type": "text/event-stream; charset=utf-8" });
    response.end(seen.length === 1 ? ":\n\nid: 4\n\n" : "event: complete\ndata:\n\n");
  });
  assert.deepEqual(await readAll(createClient({ url: address }).subscribe(ChangesDocument)), []);
  assert.deepEqual(seen, [undefined, "4"]);
});

for (const [what, between] of [
  ["a server that is away for a moment", { status: 502, body: "<h1>Bad gateway</h1>" }],
  ["a server that has no room", { status: 429, body: "later", headers: { "Retry-After": "0" } }],
  ["a server whose database is away", { status: 200, headers: { "Content-Type": "text/event-stream" }, body: busy() }],
] as const) {
  test(`${what} is asked again`, patient, async (context) => {
    let asked = 0;
    const address = await serve(context, (_, response) => {
      asked += 1;
      const end = { status: 200, headers: { "Content-Type": "text/event-stream" }, body: "event: complete\ndata:\n\n" };
      const opened = { ...end, body: ":\n\n" };
      const answer: { status: number; body: string; headers?: Record<string, string> } =
        asked === 1 ? opened : asked === 2 ? between : end;
      response.writeHead(answer.status, answer.headers).end(answer.body);
    });
    assert.deepEqual(await readAll(createClient({ url: address }).subscribe(ChangesDocument)), []);
    assert.equal(asked, 3);
  });
}

test("a stranger hears of his own only", patient, async () => {
  const stranger = createClient({ url, key: strangersKey });
  const news = stranger.subscribe(ChangesDocument, { after: await newest(strangersKey) });
  await aRisk(await aVenture(), "Not for strangers");
  const { ventures } = orThrow(await stranger.ask(VenturesDocument));
  const own = await aRisk(ventures.nodes[0]!.id, "Followed by its own tenant", stranger);
  const { value } = await news.next();
  assert.equal(value?.data?.changes.node?.id, own);
  await news.return();
});

test("what does not fit the subscription does not compile", () => {
  const never = (): unknown[] => [
    // @ts-expect-error a number, not a text
    client.subscribe(ChangesDocument, { after: "7" }),
    async () => {
      for await (const { data } of client.subscribe(ChangesDocument)) {
        // @ts-expect-error the document selects nothing of that name
        data?.changes.colour;
      }
    },
  ];
  assert.equal(typeof never, "function");
});

function busy(): string {
  const errors = [{ message: "come again", extensions: { code: "BUSY" } }];
  return `event: next\ndata: ${JSON.stringify({ errors })}\n\nevent: complete\ndata:\n\n`;
}

async function readAll<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const read: Item[] = [];
  for await (const item of items) read.push(item);
  return read;
}

async function codes(news: AsyncIterable<Message<unknown>>): Promise<unknown[]> {
  const read = await readAll(news);
  assert.ok(read.every(({ sequence, data }) => sequence === null && data === null));
  return read.map(({ errors }) => errors[0]?.code);
}
