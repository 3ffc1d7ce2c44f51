"""What finds every entity by itself finds the gadget of `gadgets.py` as well; run by `test_toy_entity.py`."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import httpx
import pytest

from api.events.catalogue import catalogue
from api.rest.routes import all_operations
from domain.kernel.runtime import Runtime
from domain.kernel.settings import Settings
from domain.sheets.entities import importables
from graph.language import camel
from tests.conftest import SettableClock
from tests.contract.catalogue import superuser
from tests.security import test_crossing
from tests.security.belongings import Owner
from tests.security.changing import Watched
from tests.security.doing import Caller, fitted, in_order
from tests.security.places import mutation_places, rest_places, schema
from tests.security.rows import TABLES
from tests.security.test_crossing import _mutations, _rest, _roots, crossing  # noqa: F401  # a fixture
from tests.security.test_every_change_is_told import client, owner, told_rightly  # noqa: F401  # fixtures
from tests.security.test_sheets_of_everything import by_sheet

HOLES = {"shout_gadget", "trust_gadget"}
VERBS = ("create", "update", "archive", "restore")
COMMANDS = {"create_gadget", "update_gadget", "archive_gadget", "restore_gadget"}


def of_gadget(places: Any, name: Any, *without: str) -> list[Any]:
    return [place for place in places if "gadget" in name(place).lower() and camel(name(place)) not in without]


def test_it_is_everywhere_by_itself() -> None:
    assert {"gadget.created", "gadget.updated", "gadget.archived", "gadget.restored"} <= set(catalogue())
    assert {operation.id for operation in all_operations()} >= COMMANDS
    assert {"list_gadgets", "get_gadget"} <= {operation.id for operation in all_operations()}
    assert set(in_order()) >= COMMANDS
    assert "gadget" in {table.name for table in TABLES}
    assert [*importables()["gadget"].fields] == ["venture_id", "name", "price"]
    query = schema().query_type
    assert query is not None
    assert {"gadget", "gadgets"} <= query.fields.keys()


async def test_the_walls_hold_around_it_and_the_hole_in_them_is_found(
    crossing: test_crossing.Crossing,  # noqa: F811  # the fixture
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    query = schema().query_type
    assert query is not None
    fields = {name: field for name, field in query.fields.items() if name in ("gadget", "gadgets")}
    monkeypatch.setattr(test_crossing, "schema", lambda: SimpleNamespace(query_type=SimpleNamespace(fields=fields)))
    everywhere = of_gadget(mutation_places(), lambda place: place.mutation)
    whole = [place for place in everywhere if place.mutation not in ("trustGadget",)]
    asked = of_gadget(rest_places(), lambda place: place.operation.id)
    assert {place.mutation for place in whole} == {camel(name) for name in COMMANDS | {"shout_gadget"}}
    await _roots(crossing)
    monkeypatch.setattr(test_crossing, "mutation_places", lambda: [p for p in whole if p.mutation != "shoutGadget"])
    monkeypatch.setattr(
        test_crossing, "rest_places", lambda: [place for place in asked if place.operation.id not in HOLES]
    )
    await _mutations(crossing)
    await _rest(crossing)
    trusting = [place for place in everywhere if place.mutation == "trustGadget"]
    monkeypatch.setattr(test_crossing, "mutation_places", lambda: trusting)
    with pytest.raises((AssertionError, TypeError)):
        await _mutations(crossing)


@pytest.mark.parametrize("channel", ["graphql", "rest"])
async def test_its_changes_are_told_and_audited_and_a_false_word_is_found(
    channel: str,
    client: httpx.AsyncClient,  # noqa: F811  # the fixture
    owner: Owner,  # noqa: F811  # the fixture
    settings: Settings,
    runtime: Runtime,
    clock: SettableClock,
) -> None:
    caller, own = Caller(client, owner.key, channel), dict(owner.ids)
    async with superuser(settings) as database:
        watched = Watched(database, owner.tenant.id)
        await watched.happened()
        for name in (name for name in in_order() if name in COMMANDS):
            assert await caller.do(name, fitted(name, own, owner.ids, clock.now(), 0), own) == ""
            found = await watched.happened()
            assert found.changes
            told_rightly(found, name)
            own |= found.made
        assert await caller.do("shout_gadget", fitted("shout_gadget", own, owner.ids, clock.now(), 0), own) == ""
        with pytest.raises(AssertionError):
            told_rightly(await watched.happened(), "shout_gadget")
        entries = await database.fetch(
            "SELECT action FROM audit_entry WHERE tenant_id = $1 AND subject_type = 'gadget'", owner.tenant.id
        )
        assert {row["action"] for row in entries} == {f"gadget.{verb}d" for verb in VERBS}
        given = {"venture_id": owner.ids["venture"], "name": "=From a sheet", "price": "5.00"}
        assert await by_sheet(runtime, owner, importables()["gadget"], given) == set()
