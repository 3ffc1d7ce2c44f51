"""The erasure of a person over REST: asked for by an owner, with a receipt."""

from __future__ import annotations

from domain.kernel.ids import external_id
from domain.kernel.runtime import Runtime
from tests.api.conftest import MakeKey
from tests.conftest import TestTenant
from workers.erasing_people import erase_people


async def test_an_owner_erases_a_person_and_gets_a_receipt(
    key_of: MakeKey, runtime: Runtime, tenant: TestTenant, stranger: TestTenant
) -> None:
    owner, admin, theirs = (
        await key_of(tenant, "owner"),
        await key_of(tenant, "admin"),
        await key_of(stranger, "owner"),
    )
    member = external_id("member", tenant.members[next(role for role in tenant.members if role == "manager")])
    assert (await admin("POST", f"members/{member}/erase")).status_code == 403
    assert (await theirs("POST", f"members/{member}/erase")).status_code == 404
    asked = await owner("POST", f"members/{member}/erase", Idempotency_Key="once")
    assert asked.status_code == 201, asked.text
    receipt = asked.json()
    assert asked.headers["location"].endswith(f"/person-erasures/{receipt['id']}")
    assert (receipt["state"], receipt["member_id"]) == ("running", member)
    again = await owner("POST", f"members/{member}/erase", Idempotency_Key="once")
    assert again.json()["id"] == receipt["id"]
    shown = (await owner("GET", f"members/{member}")).json()
    assert (shown["name"], shown["email"]) == ("Erased person", None)
    while await erase_people(runtime, tenant.id):
        pass
    done = (await owner("GET", f"person-erasures/{receipt['id']}")).json()
    assert (done["state"], done["kept"], done["error"]) == ("done", {}, None)
    assert done["erased"]["membership"] == 1
    assert [each["id"] for each in (await owner("GET", "person-erasures")).json()["data"]] == [receipt["id"]]
    assert (await admin("GET", "person-erasures")).status_code == 403
    assert (await theirs("GET", f"person-erasures/{receipt['id']}")).status_code == 404
    actions = [each["action"] for each in (await owner("GET", f"audit-log?subject_id={member}")).json()["data"]]
    assert {"member.erased", "member.erasure_done"} <= set(actions)
