/** The live server that the checks ask, and whom they ask as. */

import { createServer, type RequestListener } from "node:http";
import { connect, createServer as createLine, type AddressInfo, type Socket } from "node:net";
import type { TestContext } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { createClient, orThrow } from "@milepost/client";
import { createClient as createSocket } from "graphql-ws";
import { WebSocket } from "ws";
import { AssessRiskDocument, CreateRiskDocument, VenturesDocument } from "../dist/tour/text";

function given(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run make interop`);
  return value;
}

export const base = given("MILEPOST_URL");
export const key = given("MILEPOST_KEY");
export const tenant = given("MILEPOST_TENANT");
/** A key of another tenant. */
export const strangersKey = given("MILEPOST_STRANGERS_KEY");
export const url = `${base}/graphql`;
export const client = createClient({ url, key });

/** A venture of the demo that has risks. */
export async function aVenture(): Promise<string> {
  const { ventures } = orThrow(await client.ask(VenturesDocument));
  const venture = ventures.nodes.find((node) => node.key === "HELIO");
  if (!venture) throw new Error("the demo has no venture HELIO");
  return venture.id;
}

/** A new risk in the venture. */
export async function aRisk(ventureId: string, title: string, asked = client): Promise<string> {
  const data = orThrow(await asked.ask(CreateRiskDocument, { input: { ventureId, title, category: "market" } }));
  return data.createRisk.risk!.id;
}

/** A new risk in the venture that is as bad as can be. */
export async function aCriticalRisk(ventureId: string, title: string): Promise<string> {
  const riskId = await aRisk(ventureId, title);
  const input = { riskId, probabilityLevel: 5, impactLevel: 5 };
  const { assessRisk } = orThrow(await client.ask(AssessRiskDocument, { input }));
  if (assessRisk.risk?.level !== "CRITICAL") throw new Error(`${title} is ${assessRisk.risk?.level}`);
  return riskId;
}

globalThis.WebSocket ??= WebSocket as never; // Node has it from 22 on

/** The number of the tenant's newest event, as a WebSocket is told it when it is let in. */
export function newest(asked = key): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = createSocket({
      url: url.replace(/^http/, "ws"),
      lazy: false,
      retryAttempts: 0,
      connectionParams: { Authorization: `Bearer ${asked}` },
      onNonLazyError: reject,
      on: {
        connected: (_, payload) => {
          resolve((payload as { sequence: number }).sequence);
          void socket.dispose();
        },
      },
    });
  });
}

/** Reads on until something is wanted; answers all that was read, that last. */
export async function readTo<Item>(items: AsyncIterator<Item>, wanted: (item: Item) => boolean): Promise<Item[]> {
  for (const read: Item[] = []; ; ) {
    const { done, value } = await items.next();
    if (done) throw new Error(`it ended after ${JSON.stringify(read)}`);
    read.push(value);
    if (wanted(value)) return read;
  }
}

const SOON = 20_000;

/** Resolves as soon as it holds. Rejects when that is not soon. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (const late = AbortSignal.timeout(SOON); !(await holds()); await sleep(50)) late.throwIfAborted();
}

export interface Line {
  /** Where `/graphql` is through this line. */
  readonly url: string;
  /** How often somebody came through it. */
  readonly opened: () => number;
  /** How many are on it now. */
  readonly open: () => number;
  /** Cut off all who are on it. */
  readonly cut: () => void;
}

/** A line to the live server that can be cut. */
export async function aLine(test: TestContext): Promise<Line> {
  const { hostname, port } = new URL(base);
  const sockets = new Set<Socket>();
  let opened = 0;
  const server = createLine((near) => {
    const far = connect(Number(port), hostname);
    opened += 1;
    sockets.add(near);
    near.pipe(far).pipe(near);
    for (const [one, other] of [[near, far], [far, near]] as const) {
      one.on("error", () => other.destroy());
      one.on("close", () => {
        sockets.delete(one);
        other.destroy();
      });
    }
  });
  const cut = () => sockets.forEach((socket) => socket.destroy());
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  test.after(() => {
    cut();
    server.close();
  });
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  return { url: address, opened: () => opened, open: () => sockets.size, cut };
}

/** The address of a small server that ends with the test. */
export async function serve(test: TestContext, listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  test.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}
