import assert from "node:assert/strict";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import test from "node:test";
import type { WebhookEvent } from "@milepost/client";
import { receiver } from "../dist/tour/webhooks";
import { aRisk, aVenture, base, key, tenant } from "./ground";

const SOON = 20_000;

test("the worker's delivery is verified by the library; one that was changed is not", async (context) => {
  const taken: Array<{ event: WebhookEvent; id: string }> = [];
  const bodies: Array<{ body: string; headers: Record<string, string> }> = [];
  let secret = "";
  const server = receiver(
    () => secret,
    (event, id) => {
      taken.push({ event, id });
      server.emit("taken");
    },
  );
  server.prependListener("request", (request) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () =>
      bodies.push({ body: Buffer.concat(chunks).toString(), headers: request.headers as Record<string, string> }),
    );
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  context.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;

  const registered = await fetch(`${base}/v1/tenants/${tenant}/webhook-endpoints`, {
    method: "POST",
    headers: { Authorization: `Bearer ${key}`, "Content-Type": "application/json" },
    body: JSON.stringify({ url: address, event_types: ["risk.created"] }),
  });
  const endpoint = (await registered.json()) as { id: string; secret: string };
  assert.equal(registered.status, 201, JSON.stringify(endpoint));
  secret = endpoint.secret;
  const risk = await aRisk(await aVenture(), "风险 told by webhook");
  await once(server, "taken", { signal: AbortSignal.timeout(SOON) });

  const [{ event, id }] = taken as [(typeof taken)[number]];
  assert.equal(event.type, "risk.created");
  assert.equal(event.tenant_id, tenant);
  assert.equal(event.data["id"], risk);
  assert.equal(event.data["title"], "风险 told by webhook");
  assert.equal(typeof event.sequence, "number");
  assert.match(id, /^event_/);

  const [{ body, headers }] = bodies as [(typeof bodies)[number]];
  const signed = Object.fromEntries(Object.entries(headers).filter(([name]) => name.startsWith("webhook-")));
  const again = (text: string) => fetch(address, { method: "POST", headers: signed, body: text });
  assert.equal((await again(body)).status, 204);
  assert.equal((await again(body.replace("risk.created", "risk.updated"))).status, 401);
});
