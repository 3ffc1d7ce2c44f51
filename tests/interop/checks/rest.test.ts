import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import test from "node:test";
import { rest } from "../dist/tour/rest";
import { strangersKey, tenant } from "./ground";

const path = { tenant_id: tenant };

test("a generated client walks a list", async () => {
  const ids: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const query = { limit: 5, sort: "-score", ...(cursor === undefined ? {} : { cursor }) };
    const { data, error } = await rest.GET("/v1/tenants/{tenant_id}/risks", { params: { path, query } });
    assert.ok(data, JSON.stringify(error));
    ids.push(...data.data.map((risk) => risk.id!));
    cursor = data.next_cursor;
  }
  assert.ok(ids.length > 5);
  assert.equal(new Set(ids).size, ids.length);
});

test("a generated client creates once, however often it asks", async () => {
  const header = { "Idempotency-Key": randomUUID() };
  const body = { name: `Generated ${header["Idempotency-Key"]}`, function: "core_technology" } as const;
  const asked = () => rest.POST("/v1/tenants/{tenant_id}/teams", { params: { path, header }, body });
  const [first, again] = [await asked(), await asked()];
  assert.equal(first.response.status, 201, JSON.stringify(first.error));
  assert.equal(again.data?.id, first.data?.id);
  assert.equal(again.response.headers.get("Idempotency-Replayed"), "true");
});

test("a refusal is a typed problem", async () => {
  const body = { name: "", function: "core_technology" } as const;
  const { error } = await rest.POST("/v1/tenants/{tenant_id}/teams", { params: { path }, body });
  assert.equal(error?.code, "INVALID");
  assert.equal(error.errors?.[0]?.pointer, "/name");
});

test("a key of another tenant finds nothing here", async () => {
  const headers = { Authorization: `Bearer ${strangersKey}` };
  const { data, error } = await rest.GET("/v1/tenants/{tenant_id}/risks", { params: { path }, headers });
  assert.equal(data, undefined);
  assert.equal(error?.code, "NOT_FOUND");
});
