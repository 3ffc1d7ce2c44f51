"""Another tenant's paths and ids answer exactly as if there were none; the paths are taken from the routes."""

from __future__ import annotations

import re

from api.rest.operation import Caller, Operation
from api.rest.routes import all_operations
from tests.api.conftest import MakeKey
from tests.conftest import TestTenant

WITHIN = [operation for operation in all_operations() if "{tenant_id}" in operation.path]
ONE = [operation for operation in WITHIN if "{id}" in operation.path and operation.caller is Caller.MEMBER_OR_KEY]


def masked(text: str) -> str:
    return re.sub(r"[0-9a-f]{32}", "…", text)


def sent(operation: Operation) -> dict[str, str] | bytes | None:
    if operation.bytes_of is not None:
        return b"bytes"
    return {} if operation.body is not None else None


def headers(operation: Operation) -> dict[str, str]:
    return {} if operation.bytes_of is None else {"Content_Type": operation.bytes_of}


async def test_paths_of_another_tenant_do_not_exist(key_of: MakeKey, tenant: TestTenant, stranger: TestTenant) -> None:
    key = await key_of(tenant)
    for operation in WITHIN:
        answers = []
        for other in (stranger.id.hex, "0" * 32):
            path = operation.path.replace("{tenant_id}", f"tenant_{other}")
            path = path.replace("{id}", f"{operation.prefix}_{'1' * 32}")
            answer = await key(operation.method, path, sent(operation), **headers(operation))
            assert answer.status_code == 404, operation.id
            answers.append((masked(answer.text), sorted(answer.headers)))
        assert answers[0] == answers[1], operation.id


def test_every_operation_asks_who_is_calling() -> None:
    assert all(operation.caller is not Caller.ANYBODY for operation in all_operations())


async def test_an_id_of_nothing_is_404_for_every_operation(key_of: MakeKey, tenant: TestTenant) -> None:
    key = await key_of(tenant)
    for operation in ONE:
        path = operation.path.replace("{tenant_id}", key.tenant).replace("{id}", f"{operation.prefix}_{'1' * 32}")
        answer = await key(operation.method, path, sent(operation), **headers(operation))
        required = (operation.body or operation.query) is not None and answer.status_code == 422
        assert answer.status_code == 404 or required, (operation.id, answer.text)


async def test_the_ids_of_another_tenants_objects_are_nothing(
    key_of: MakeKey, tenant: TestTenant, stranger: TestTenant
) -> None:
    mine, theirs = await key_of(tenant), await key_of(stranger)
    made = {
        "members": (await theirs("POST", "members", {"name": "x"})).json()["id"],
        "api-keys": (await theirs("POST", "api-keys", {"title": "x"})).json()["id"],
        "webhook-endpoints": (await theirs("POST", "webhook-endpoints", {"url": "https://a.example"})).json()["id"],
        "ventures": (await theirs("POST", "ventures", {"name": "x"})).json()["id"],
    }
    for collection, id in made.items():
        nothing = f"{id.rpartition('_')[0]}_{'1' * 32}"
        for method, body in (("GET", None), ("PATCH", {}), ("DELETE", None)):
            found = [await mine(method, f"{collection}/{each}", body) for each in (id, nothing)]
            assert found[0].status_code in (404, 405)
            assert masked(found[0].text) == masked(found[1].text)
        assert id not in (await mine("GET", collection)).text
    for body in (
        {"name": "r", "venture_ids": [made["ventures"]]},
        {"name": "r", "venture_ids": [f"venture_{'1' * 32}"]},
    ):
        answer = await mine("POST", "members", body)
        assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (404, "/venture_ids/0")
