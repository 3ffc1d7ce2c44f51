"""REST's lists come from the same declarations: snake case, values as stored, the same pages and the same walls."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import orjson
import pytest

from domain.kernel.errors import Forbidden
from domain.kernel.runtime import Runtime
from graph.errors import BadInput
from graph.listing import fetch_row, fetch_rows
from graph.registry import BY_WORD
from tests.conftest import TestTenant
from tests.graph.conftest import World


def plain(fragment: Any) -> Any:
    """The data of a fragment."""
    return orjson.loads(orjson.dumps(fragment))


async def test_one_object_is_bare_with_its_version(runtime: Runtime, world: World) -> None:
    id = UUID(world.risks[3].partition("_")[2])
    row = await fetch_row(runtime, world.tenant.principal("viewer"), "risk", id)
    assert row is not None
    assert row.version == 1
    body = plain(row.body)
    assert body["id"] == world.risks[3]
    assert body["venture_id"] == world.ventures[0]
    assert body["owner_id"].startswith("member_")
    assert (body["status"], body["level"], body["score"]) == ("open", "medium", 6)
    sparse = await fetch_row(runtime, world.tenant.principal("viewer"), "risk", id, fields=["title", "id", "title"])
    assert sparse is not None
    assert list(plain(sparse.body)) == ["title", "id"]


async def test_pages_by_cursor_are_the_whole_list(runtime: Runtime, world: World) -> None:
    principal = world.tenant.principal("owner")
    asked: dict[str, Any] = {
        "fields": ["id", "score"],
        "filter": {
            "status": {"in": ["open"]},
            "created_at": {"gte": "2020-01-01T00:00:00Z"},
            "owner_id": {"is_null": "true"},
        },
        "order": ["-score", "title"],
    }
    whole = plain((await fetch_rows(runtime, principal, "risk", limit=200, **asked)).data)
    found: list[Any] = []
    cursor = None
    for _ in range(20):
        page = await fetch_rows(runtime, principal, "risk", limit=2, cursor=cursor, **asked)
        found += plain(page.data)
        cursor = page.next_cursor
        if cursor is None:
            break
    assert found == whole
    assert len(whole) == 9


@pytest.mark.parametrize(
    "wrong",
    [
        {"filter": {"nonsense": {"eq": "1"}}},
        {"filter": {"score": {"contains": "1"}}},
        {"filter": {"score": {"eq": "1.5"}}},
        {"filter": {"expected_on": {"eq": "2026-02-30"}}},
        {"filter": {"status": {"eq": "OPEN"}}},
        {"filter": {"venture_id": {"eq": "x"}}},
        {"order": ["id; drop table risk"]},
        {"fields": ["nonsense"]},
        {"limit": 0},
        {"limit": 201},
        {"cursor": "garbage"},
    ],
    ids=str,
)
async def test_what_cannot_be_asked_is_refused(runtime: Runtime, world: World, wrong: dict[str, Any]) -> None:
    with pytest.raises(BadInput):
        await fetch_rows(runtime, world.tenant.principal("owner"), "risk", **wrong)


async def test_roles_and_tenants_are_kept_apart(runtime: Runtime, world: World, stranger: TestTenant) -> None:
    id = UUID(world.risks[0].partition("_")[2])
    assert await fetch_row(runtime, stranger.principal("owner"), "risk", id) is None
    assert plain((await fetch_rows(runtime, stranger.principal("owner"), "risk")).data) == []
    with pytest.raises(Forbidden):
        await fetch_rows(runtime, world.tenant.principal("viewer"), "webhook_endpoint")


@pytest.mark.parametrize("word", sorted(BY_WORD))
async def test_every_type_can_be_listed(runtime: Runtime, world: World, word: str) -> None:
    rows = plain((await fetch_rows(runtime, world.tenant.principal("owner"), word)).data)
    private: frozenset[str] = getattr(BY_WORD[word].table, "private", frozenset())
    assert not any(private & row.keys() for row in rows)
