/** The live server that the checks ask, and whom they ask as. */

import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import type { TestContext } from "node:test";
import { createClient, orThrow } from "@milepost/client";
import { CreateRiskDocument, VenturesDocument } from "../dist/tour/text";

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
export async function aRisk(ventureId: string, title: string): Promise<string> {
  const data = orThrow(await client.ask(CreateRiskDocument, { input: { ventureId, title, category: "market" } }));
  return data.createRisk.risk!.id;
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
