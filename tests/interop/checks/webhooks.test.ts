import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import test from "node:test";
import type { WebhookEvent } from "@milepost/client";
import { Webhook as Svix } from "svix";
import { receiver } from "../dist/tour/webhooks";
import { aCriticalRisk, aRisk, aVenture, base, key, serve, tenant, until } from "./ground";

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

test("the receiver of the page prints an alert, and Svix' library verifies the same event", async (context) => {
  const spare = createServer().listen(0, "127.0.0.1");
  await once(spare, "listening");
  const { port } = spare.address() as AddressInfo;
  spare.close();
  const taken: Array<{ body: string; headers: Record<string, string> }> = [];
  const ear = await serve(context, async (request, response) => {
    taken.push({ body: await text(request), headers: request.headers as Record<string, string> });
    response.writeHead(204).end();
  });
  const register = async (url: string): Promise<string> => {
    const answer = await fetch(`${base}/v1/tenants/${tenant}/webhook-endpoints`, {
      method: "POST",
      headers: { Authorization: `Bearer ${key}`, "Content-Type": "application/json" },
      body: JSON.stringify({ url, event_types: ["risk.alert.fired"], min_severity: "critical" }),
    });
    return ((await answer.json()) as { secret: string }).secret;
  };
  const secret = await register(ear);
  const program = spawn(process.execPath, [`${__dirname}/receiver.cjs`], {
    env: { ...process.env, PORT: String(port), WEBHOOK_SECRET: await register(`http://127.0.0.1:${port}/`) },
    stdio: ["ignore", "pipe", "inherit"],
  });
  context.after(() => program.kill());
  let printed = "";
  program.stdout.on("data", (part: Buffer) => (printed += part.toString()));
  await aCriticalRisk(await aVenture(), "The receiver of the page");
  await until(() => /^critical .*The receiver of the page/m.test(printed) && taken.length > 0);

  const [{ body, headers }] = taken as [(typeof taken)[number]];
  const told = new Svix(secret).verify(body, headers) as WebhookEvent;
  assert.equal(told.type, "risk.alert.fired");
  assert.throws(() => new Svix(secret).verify(body.replace("fired", "fared"), headers));
});
