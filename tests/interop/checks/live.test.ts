import assert from "node:assert/strict";
import test from "node:test";
import { createClient, orThrow } from "@milepost/client";
import { NetworkError, createClient as createStream } from "graphql-sse";
import { changes } from "../dist/tour/by-event-stream";
import { alerts } from "../dist/tour/by-websocket";
import { ChangesDocument, VenturesDocument } from "../dist/tour/text";
import { aCriticalRisk, aLine, aRisk, aVenture, key, newest, readTo, strangersKey, url } from "./ground";

const wired = (address: string) => address.replace(/^http/, "ws");
const NOT_YET = /after is a number from 0 to \d+/;
const patient = { timeout: 60_000 };

test("graphql-ws: alerts as selected, and on after a cut without loss or repeat", patient, async (context) => {
  const [venture, line, before] = [await aVenture(), await aLine(context), await newest()];
  const news = alerts(wired(line.url), key, before);
  const first = await aCriticalRisk(venture, "Told by graphql-ws");
  const told = await readTo(news, ({ alert }) => subjectOf(alert) === first);
  const { sequence, type, alert } = told.at(-1)!;
  assert.ok(sequence > before);
  assert.equal(type, "RISK_ALERT_FIRED");
  assert.equal(alert?.rule, "risk.level_critical");
  assert.equal(alert.venture?.name, "Helio Service");
  assert.deepEqual(alert.subject, { id: first, title: "Told by graphql-ws", score: 25 });

  line.cut();
  const second = await aCriticalRisk(venture, "Fired while nobody listened");
  told.push(...(await readTo(news, ({ alert }) => subjectOf(alert) === second)));
  assert.equal(line.opened(), 2);
  await news.return(undefined);

  const whole = alerts(wired(url), key, before);
  const again = await readTo(whole, ({ alert }) => subjectOf(alert) === second);
  await whole.return(undefined);
  assert.deepEqual(numbers(told), numbers(again));
  assert.equal(new Set(numbers(told)).size, told.length);
});

test("graphql-sse: changes as selected, and on after a cut without loss or repeat", patient, async (context) => {
  const [venture, line, before] = [await aVenture(), await aLine(context), await newest()];
  const news = changes(line.url, key, before);
  const first = await aCriticalRisk(venture, "Told by graphql-sse");
  const told = await readTo(news, ({ node }) => node?.id === first);
  const { sequence, type, node } = told.at(-1)!;
  assert.ok(sequence > before);
  assert.equal(type, "RISK_CREATED");
  assert.deepEqual(node, { id: first, title: "Told by graphql-sse", score: 25 });

  line.cut();
  const second = await aRisk(venture, "Made while nobody listened");
  told.push(...(await readTo(news, ({ node }) => node?.id === second)));
  assert.equal(line.opened(), 2);
  await news.return(undefined);

  const whole = changes(url, key, before);
  const again = await readTo(whole, ({ node }) => node?.id === second);
  await whole.return(undefined);
  assert.deepEqual(numbers(told), numbers(again));
  assert.equal(new Set(numbers(told)).size, told.length);
});

test("a wrong key is refused: 4403 over WebSocket, 401 as an event stream", patient, async () => {
  await assert.rejects(alerts(wired(url), `${key}x`).next(), { code: 4403 });
  const stream = createStream({ url, headers: { Authorization: `Bearer ${key}x` }, retryAttempts: 0 });
  const refused = stream.iterate({ query: ChangesDocument.toString() }).next();
  await assert.rejects(refused, (error) => error instanceof NetworkError && error.response?.status === 401);
});

test("a number that was not given yet is refused", patient, async () => {
  const early = alerts(wired(url), key, 1_000_000_000).next();
  await assert.rejects(early, (errors: Error[]) => NOT_YET.test(errors[0]!.message));
  await assert.rejects(changes(url, key, 1_000_000_000).next(), NOT_YET);
});

test("nobody hears of another tenant", patient, async () => {
  const stranger = createClient({ url, key: strangersKey });
  const news = changes(url, strangersKey, await newest(strangersKey));
  await aCriticalRisk(await aVenture(), "Not for strangers");
  const { ventures } = orThrow(await stranger.ask(VenturesDocument));
  const own = await aRisk(ventures.nodes[0]!.id, "The stranger's own", stranger);
  assert.equal((await news.next()).value?.node?.id, own);
  await news.return(undefined);
});

function numbers(news: ReadonlyArray<{ sequence: number }>): number[] {
  return news.map(({ sequence }) => sequence);
}

function subjectOf(alert: { subject?: object | null } | null | undefined): unknown {
  return (alert?.subject as { id?: string } | null | undefined)?.id;
}
