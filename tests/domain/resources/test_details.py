"""Data sources, uses, computing time, technology and talent: what is kept, and what is refused with its place."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from pydantic import ValidationError
from sqlmodel import col

import domain.commands  # noqa: F401  # every command is declared
from domain.kernel.errors import Conflict, DomainError, Invalid, NotFound
from domain.kernel.ids import external_id
from domain.kernel.machinery import AuditEntry, Event
from domain.kernel.runtime import Runtime
from domain.kernel.work import unit_of_work
from tests.conftest import SettableClock, TestTenant
from tests.domain.commanding import Caller


async def resource(caller: Caller, venture: str, kind: str, **more: Any) -> str:
    """A resource's external id."""
    return external_id(
        "resource", await caller.make("create_resource", venture_id=venture, kind=kind, name=kind, **more)
    )


async def refused(asked: Any, path: tuple[str | int, ...], words: str) -> None:
    """That something is refused at a place, in such words."""
    with pytest.raises(DomainError) as refusal:
        await asked
    assert refusal.value.problems[0].path == path
    assert words in refusal.value.message


async def test_details_belong_to_one_resource_of_their_kind_which_has_them_once(
    caller: Caller, runtime: Runtime, stranger: TestTenant
) -> None:
    venture = await caller.venture()
    data, technology = [await resource(caller, venture, kind) for kind in ("data", "technology")]
    talent = await resource(caller, venture, "talent")
    asked: dict[str, tuple[str, str, dict[str, Any]]] = {
        "create_data_source": (data, talent, {"channel": "purchased"}),
        "create_compute_pool": (technology, data, {"accelerator": "tpu", "vendor": "Nordic Cloud"}),
        "create_technology": (technology, talent, {"source": "open_source", "licence_spdx": "apache-2.0 or mit"}),
        "create_talent_source": (talent, data, {"channel": "university", "partner": "TU Nordhagen"}),
    }
    outside = Caller(runtime, stranger.principal())
    for name, (right, wrong, given) in asked.items():
        await refused(caller.ask(name, resource_id=wrong, **given), ("resource_id",), "only one of")
        with pytest.raises(NotFound):
            await outside.ask(name, resource_id=right, **given)
        made = await caller.make(name, resource_id=right, **given)
        await refused(caller.ask(name, resource_id=right, **given), ("resource_id",), "already")
        word = name.removeprefix("create_")
        await caller.ask(f"archive_{word}", id=external_id(word, made))
        await caller.ask(name, resource_id=right, **given)
        with pytest.raises(Conflict):
            await caller.ask(f"restore_{word}", id=external_id(word, made))
    async with unit_of_work(runtime, caller.principal) as work:
        statement = sa.select(Event.data).where(
            col(Event.tenant_id) == work.tenant_id, col(Event.type) == "technology.created"
        )
        told = (await work.session.execute(statement)).scalars().first()
        assert told["licence_spdx"] == "Apache-2.0 OR MIT"


@pytest.mark.parametrize("text", ["Apache", "", "MIT AND", "x" * 201, "Apache-2.0 OR", "Proprietary licence"])
async def test_a_licence_that_spdx_does_not_know_is_refused(caller: Caller, text: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        some = external_id("resource", caller.principal.tenant_id)
        await caller.ask("create_data_source", resource_id=some, channel="purchased", licence_spdx=text)
    assert [error["loc"] for error in refusal.value.errors()] == [("licence_spdx",)]


async def test_a_basis_is_said_of_personal_data_only(caller: Caller) -> None:
    data = await resource(caller, await caller.venture(), "data")
    given = {"resource_id": data, "channel": "partnership"}
    await refused(
        caller.ask("create_data_source", **given, consent_basis="consent"), ("consent_basis",), "personal data only"
    )
    made = await caller.make("create_data_source", **given, personal_data=True, consent_basis="consent")
    source = external_id("data_source", made)
    await refused(
        caller.ask("update_data_source", id=source, personal_data=False), ("consent_basis",), "personal data only"
    )
    await caller.ask("update_data_source", id=source, personal_data=False, consent_basis=None)


async def test_who_uses_data_is_of_the_same_venture(caller: Caller) -> None:
    venture, other = await caller.venture(), await caller.venture("Borealis")
    made = await caller.make(
        "create_data_source", resource_id=await resource(caller, venture, "data"), channel="self_collected"
    )
    source = external_id("data_source", made)
    teams = {
        of: external_id("team", await caller.make("create_team", name="T", function="business", **more))
        for of, more in (("own", {"venture_id": venture}), ("other", {"venture_id": other}), ("none", {}))
    }
    for of in ("own", "none"):
        await caller.ask("create_data_use", data_source_id=source, purpose="training", team_id=teams[of])
    use = {"data_source_id": source, "purpose": "research"}
    await refused(caller.ask("create_data_use", **use, team_id=teams["other"]), ("team_id",), "of the venture")
    there = await caller.milestone(other)
    await refused(caller.ask("create_data_use", **use, milestone_id=there), ("milestone_id",), "belong to the venture")
    backwards = {"start_on": "2027-02-01", "end_on": "2027-01-31"}
    await refused(caller.ask("create_data_use", **use, **backwards), ("end_on",), "must not be before")


async def test_computing_time_is_added_up_by_day_and_corrected_below_zero(
    caller: Caller, runtime: Runtime, clock: SettableClock
) -> None:
    venture = await caller.venture()
    milestone = await caller.milestone(venture)
    technology = await resource(caller, venture, "technology")
    given = {"accelerator": "gpu", "vendor": "Nordic Cloud", "hours_reserved": "100"}
    pool = external_id("compute_pool", await caller.make("create_compute_pool", resource_id=technology, **given))
    today = clock.now().date()
    yesterday, tomorrow = ((today + timedelta(days=days)).isoformat() for days in (-1, 2))

    def record(*uses: dict[str, Any]) -> Any:
        return caller.ask("record_compute_use", compute_pool_id=pool, uses=list(uses))

    await record(
        {"used_on": yesterday, "hours": "10.5", "runs": 2, "cost": "21", "milestone_id": milestone},
        {"used_on": yesterday, "hours": "4"},
    )
    await record({"used_on": yesterday, "hours": "-14.5"})
    await refused(record({"used_on": yesterday, "hours": "-1"}), ("uses", 0, "hours"), "takes back more")
    await refused(record({"used_on": tomorrow, "hours": "1"}), ("uses", 0, "used_on"), "in the future")
    other = await caller.milestone(await caller.venture("Borealis"))
    wrong = {"used_on": yesterday, "hours": "1", "milestone_id": other}
    await refused(record({"used_on": yesterday, "hours": "1"}, wrong), ("uses", 1, "milestone_id"), "of the pool")
    async with unit_of_work(runtime, caller.principal) as work:
        event = sa.select(Event).where(
            col(Event.tenant_id) == work.tenant_id, col(Event.type) == "compute_pool.use_recorded"
        )
        first, second = (await work.session.execute(event.order_by(col(Event.id)))).scalars()
        assert first.data["hours_left"] == "85.500000"
        assert second.data == first.data | {
            "count": 1, "hours": "-14.500000", "hours_used": "0.000000", "hours_left": "100.000000",
        }  # fmt: skip
        entries = sa.select(sa.func.count()).where(
            col(AuditEntry.tenant_id) == work.tenant_id, col(AuditEntry.action) == "compute_pool.use_recorded"
        )
        assert (await work.session.execute(entries)).scalar_one() == 2
    await caller.ask("archive_compute_pool", id=pool)
    await refused(record({"used_on": yesterday, "hours": "1"}), ("compute_pool_id",), "archived")


async def test_a_milestone_needs_hours_of_a_pool_once(caller: Caller) -> None:
    venture = await caller.venture()
    milestone = await caller.milestone(venture)
    technology = await resource(caller, venture, "technology")
    given = {"accelerator": "gpu", "vendor": "Nordic Cloud"}
    backwards = {"starts_on": "2027-02-01", "contract_ends_on": "2027-01-31"}
    with pytest.raises(Invalid, match="must not be before"):
        await caller.ask("create_compute_pool", resource_id=technology, **given, **backwards)
    pool = external_id("compute_pool", await caller.make("create_compute_pool", resource_id=technology, **given))
    need = {"compute_pool_id": pool, "milestone_id": milestone, "hours": "12"}
    await caller.ask("create_compute_forecast", **need)
    with pytest.raises(Conflict, match="taken already"):
        await caller.ask("create_compute_forecast", **need)
    other = await caller.milestone(await caller.venture("Borealis"))
    with pytest.raises(Invalid, match="venture of the pool"):
        await caller.ask("create_compute_forecast", **need | {"milestone_id": other})
