"""The log is verified over REST: by administrators of the tenant and operators, in parts, against what was noted."""

from __future__ import annotations

from datetime import timedelta

from domain.kernel.runtime import Runtime
from tests.api.conftest import Api, MakeKey
from tests.conftest import TestTenant
from tests.contract.catalogue import superuser
from workers.sealing import seal

ALL = timedelta(days=1)
WRONG = "ab" * 32


async def test_a_changed_entry_is_told_with_its_number_and_id_and_a_noted_hash_is_compared(
    runtime: Runtime, key_of: MakeKey, operator: Api, tenant: TestTenant
) -> None:
    admin = await key_of(tenant, "admin")
    await seal(runtime, tenant.id, ALL)
    path = "audit-log/verification"
    whole = (await admin("POST", path)).json()
    assert (whole["intact"], whole["through"], whole["waiting"], whole["findings"]) == (True, True, 0, [])
    head = whole["place"]
    assert head["number"] == whole["checked"] > 3
    part = (await admin("POST", path, {"limit": 2})).json()
    assert (part["checked"] >= 2, part["intact"]) == (True, True)
    noted = (await admin("POST", path, {"begin": head, "anchors": [head]})).json()
    assert (noted["intact"], noted["checked"], noted["place"]) == (True, 0, head)
    beyond = {"number": head["number"] + 1, "hash": WRONG}
    differs = (await admin("POST", path, {"anchors": [beyond, {"number": 1, "hash": WRONG}]})).json()
    assert [(found["fault"], found["number"]) for found in differs["findings"]] == [
        ("anchor_differs", 1),
        ("cut", beyond["number"]),
    ]
    (third,) = [row for row in (await admin("GET", "audit-log?limit=200")).json()["data"] if row["number"] == 3]
    async with superuser(runtime.settings) as database:
        await database.execute("UPDATE audit_entry SET action = 'x.y' WHERE id = $1", _uuid(third["id"]))
    verdict = (await operator("POST", f"/v1/tenants/tenant_{tenant.id.hex}/{path}")).json()
    assert not verdict["intact"]
    assert [(found["fault"], found["number"], found["entry_id"]) for found in verdict["findings"]] == [
        ("changed", 3, third["id"])
    ]


async def test_only_who_reads_the_whole_log_verifies_it_and_only_his_own(
    key_of: MakeKey, tenant: TestTenant, stranger: TestTenant
) -> None:
    owner, manager = await key_of(tenant, "owner"), await key_of(tenant, "manager")
    venture = (await owner("POST", "ventures", {"name": "x"})).json()["id"]
    restricted = await key_of(tenant, "admin", venture_ids=[venture])
    for caller in (manager, restricted):
        assert (await caller("POST", "audit-log/verification")).status_code == 403
    theirs = f"/v1/tenants/tenant_{stranger.id.hex}/audit-log/verification"
    assert (await owner("POST", theirs)).status_code == 404
    for body in (
        {"begin": {"number": 0}},
        {"begin": {"number": -1, "hash": WRONG}},
        {"anchors": [{"number": 1, "hash": "x"}]},
        {"anchors": [{"number": 1, "hash": WRONG}] * 101},
        {"limit": 20_001},
        {"more": 1},
    ):
        assert (await owner("POST", "audit-log/verification", body)).status_code == 422, body


def _uuid(id: str) -> str:
    return id.rpartition("_")[2]
