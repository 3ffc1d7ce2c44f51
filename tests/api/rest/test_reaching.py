"""Keys, service accounts and invitations name the ventures that they reach: who may not see all of those sees none."""

from __future__ import annotations

from typing import Any

import pytest

from tests.api.conftest import Api, MakeKey
from tests.conftest import TestTenant

MADE = {
    "api-keys": ("apiKeys", {"title": "one", "role": "viewer"}),
    "service-accounts": ("serviceAccounts", {"title": "one", "role": "viewer"}),
    "invitations": ("invitations", {"name": "Ann", "role": "viewer"}),
}


@pytest.mark.parametrize("collection", MADE)
async def test_who_is_restricted_sees_what_reaches_no_further(
    collection: str, key_of: MakeKey, tenant: TestTenant
) -> None:
    owner = await key_of(tenant, "owner")
    here, elsewhere = [(await owner("POST", "ventures", {"name": name})).json()["id"] for name in ("a", "b")]
    restricted = await key_of(tenant, "admin", venture_ids=[here])
    field, given = MADE[collection]
    made: dict[str, str] = {}
    for name, reach in {"here": [here], "both": [here, elsewhere], "elsewhere": [elsewhere], "all": None}.items():
        body: dict[str, Any] = given | ({} if reach is None else {"venture_ids": reach})
        answer = await owner("POST", collection, body | ({"email": f"{name}@x.example"} if "name" in given else {}))
        assert answer.status_code == 201, answer.text
        made[name] = answer.json()["id"]

    async def seen(who: Api) -> set[str]:
        listed = {row["id"] for row in (await who("GET", collection)).json()["data"]}
        singles = {id for id in made.values() if (await who("GET", f"{collection}/{id}")).status_code == 200}
        told = (await who("POST", "/graphql", {"query": f"{{ {field} {{ nodes {{ id }} }} }}"})).json()
        graph = {node["id"] for node in told["data"][field]["nodes"]}
        assert listed & {*made.values()} == singles == graph & {*made.values()}
        return singles

    assert await seen(owner) == {*made.values()}
    assert await seen(restricted) == {made["here"]}
    missing = f"{made['all'].rpartition('_')[0]}_{'0' * 32}"
    masked = [
        (answer.status_code, answer.text.replace(id, "ID").replace(answer.headers["x-request-id"], ""))
        for id in (made["elsewhere"], missing)
        for answer in [await restricted("GET", f"{collection}/{id}")]
    ]
    assert masked[0] == masked[1]
