import assert from "node:assert/strict";
import test from "node:test";
import { serverAudits } from "graphql-http";
import { key, url } from "./ground";

async function withKey(address: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set("Authorization", `Bearer ${key}`);
  return fetch(address, { ...init, headers });
}

for (const audit of serverAudits({ url, fetchFn: withKey })) {
  test(`${audit.name} (${audit.id})`, async (context) => {
    const result = await audit.fn();
    if (result.status === "notice") context.diagnostic(`not done, and need not be: ${result.reason}`);
    else assert.equal(result.status, "ok", result.status === "ok" ? "" : result.reason);
  });
}
