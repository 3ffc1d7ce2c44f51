"""What rules are told of data and computing time is what stands in the database: now, and at any past instant."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal
from uuid import UUID

import domain.commands  # noqa: F401  # every command is known
from domain.kernel.ids import external_id, parse_id
from domain.kernel.outward import instant_text
from domain.kernel.runtime import Runtime
from domain.kernel.work import Work
from domain.risks.monitoring.chapters.resources import (
    DataFacts,
    DataUseFacts,
    DriftFacts,
    PoolDayFacts,
    PoolFacts,
    PoolNeedFacts,
)
from domain.risks.monitoring.facts import Facts
from domain.risks.monitoring.reading import read_watched
from tests.conftest import SettableClock, TestTenant
from tests.domain.commanding import Caller
from tests.workers.conftest import act
from tests.workers.test_monitor import alerts, look


async def told(caller: Caller, tenant: TestTenant, venture: str, past: datetime | None = None) -> Facts:
    """The facts of a venture."""

    async def read(work: Work) -> Facts:
        found = await read_watched(work, parse_id("venture", venture), past)
        assert found is not None
        return found.facts

    facts: Facts = await act(caller.runtime, tenant, read)
    return facts


async def story(caller: Caller, clock: SettableClock) -> tuple[str, UUID, UUID, UUID]:
    """A venture with data, and a pool of which ten hours are used, and ten more five days later; then all but the
    pool's need is archived. Answers the venture, both resources and the milestone."""
    venture = await caller.venture()
    milestone = await caller.milestone(venture)
    scans, hours = [
        await caller.make("create_resource", venture_id=venture, kind=kind, name=kind, amount="40", unit="Scans")
        for kind in ("data", "technology")
    ]
    source = await caller.make(
        "create_data_source", resource_id=external_id("resource", scans), channel="purchased", allows_training=False,
        personal_data=True, consent_basis="consent", consent_until="2027-05-01",
    )  # fmt: skip
    use = await caller.make(
        "create_data_use", data_source_id=external_id("data_source", source), purpose="training", end_on="2027-04-01"
    )
    pool = await caller.make(
        "create_compute_pool", resource_id=external_id("resource", hours), accelerator="gpu", vendor="Nordic Cloud",
        hours_reserved="100", cost_per_hour="2", starts_on="2027-01-01", contract_ends_on="2027-12-31",
    )  # fmt: skip
    given = {"compute_pool_id": external_id("compute_pool", pool)}
    await caller.ask("create_compute_forecast", **given, milestone_id=milestone, hours="15")
    for days in (0, 5):
        clock.forward(days=days)
        one = {"used_on": str(clock.now().date()), "hours": "10", "milestone_id": milestone}
        await caller.ask("record_compute_use", **given, uses=[one])
    clock.forward(days=5)
    await caller.ask("archive_data_use", id=external_id("data_use", use))
    await caller.ask("archive_data_source", id=external_id("data_source", source))
    return venture, scans, hours, parse_id("milestone", milestone)


async def test_facts_of_resources_are_those_of_the_instant(
    runtime: Runtime, tenant: TestTenant, stranger: TestTenant, clock: SettableClock
) -> None:
    began = clock.now()
    caller = Caller(runtime, tenant.principal())
    venture, scans, hours, milestone = await story(caller, clock)
    clock.set(began)
    await story(Caller(runtime, stranger.principal()), clock)
    first, second = began.date(), (began + timedelta(days=5)).date()
    terms = {"starts_on": datetime(2027, 1, 1).date(), "contract_ends_on": datetime(2027, 12, 31).date()}
    now = await told(caller, tenant, venture)
    assert (now.data_sources, now.data_uses) == ((), ())
    assert now.pools == (PoolFacts(hours, "Nordic Cloud", Decimal(100), Decimal(20), True, **terms),)
    assert now.pool_days == (PoolDayFacts(hours, first, Decimal(10)), PoolDayFacts(hours, second, Decimal(10)))
    assert now.pool_needs == (PoolNeedFacts(hours, milestone, Decimal(0)),)
    past = await told(caller, tenant, venture, began + timedelta(days=1))
    source = DataFacts(
        scans, "purchased", Decimal(40), "Scans", None, False, None, True, "consent", datetime(2027, 5, 1).date()
    )
    assert past.data_sources == (source,)
    assert past.data_uses == (DataUseFacts(scans, "training", None, datetime(2027, 4, 1).date()),)
    assert past.pools[0].hours_used == Decimal(10)
    assert past.pool_days == now.pool_days[:1]
    assert past.pool_needs == (PoolNeedFacts(hours, milestone, Decimal(5)),)


async def test_drift_and_the_cost_of_runs_are_told_as_they_are_and_as_they_were(
    runtime: Runtime, tenant: TestTenant, stranger: TestTenant, clock: SettableClock
) -> None:
    """Data drift twice, and runs cost too much: told and raised, for this tenant alone."""
    callers = {one.id: Caller(runtime, one.principal()) for one in (tenant, stranger)}
    began = clock.now()
    for caller in callers.values():
        clock.set(began)
        venture = await caller.venture()
        scans, hours = [
            external_id("resource", await caller.make("create_resource", venture_id=venture, kind=kind, name=kind))
            for kind in ("data", "technology")
        ]
        source = await caller.make("create_data_source", resource_id=scans, channel="partnership")
        watching = {"data_source_id": external_id("data_source", source), "direction": "higher_is_worse"}
        made = await caller.make("create_indicator", venture_id=venture, name="Ages", **watching)
        indicator = external_id("indicator", made)
        given = {"resource_id": hours, "accelerator": "gpu", "vendor": "Nordic Cloud", "planned_cost_per_run": "80"}
        pool = external_id("compute_pool", await caller.make("create_compute_pool", **given))
        uses = [
            {"used_on": str(clock.now().date()), "hours": "10", **more}
            for more in ({"runs": 3, "cost": "390"}, {"cost": "9999"}, {"runs": 99})
        ]
        await caller.ask("record_compute_use", compute_pool_id=pool, uses=uses)
        for value in ("0.05", "0.3", "0.2") if caller is callers[tenant.id] else ("0.5", "0.01", "0.5"):
            clock.forward(days=1)
            await caller.ask("record_readings", indicator_id=indicator, readings=[
                {"at": instant_text(clock.now()), "value": value}])  # fmt: skip
        if caller is callers[tenant.id]:
            mine, resource, pool_id = venture, parse_id("resource", scans), parse_id("resource", hours)
    now = await told(callers[tenant.id], tenant, mine)
    assert now.drifts == (DriftFacts(resource, "Ages", Decimal("0.2"), Decimal("0.3")),)
    assert [(one.runs, one.cost) for one in now.pool_days] == [(3, Decimal(390))], "of which both are known"
    assert now.pools[0].planned_cost_per_run == 80
    past = await told(callers[tenant.id], tenant, mine, began + timedelta(days=1))
    assert past.drifts == (DriftFacts(resource, "Ages", Decimal("0.05"), None),)
    await look(runtime, tenant)
    await look(runtime, stranger)
    [drift], [dear] = [await alerts(runtime, tenant, rule) for rule in ("data.drift", "compute.cost_per_run")]
    assert (drift["state"], drift["severity"], drift["subject_id"]) == ("firing", "info", resource)
    assert (dear["state"], dear["subject_id"]) == ("pending", pool_id)
    assert await alerts(runtime, stranger, "data.drift") == []
    clock.forward(days=3)
    await look(runtime, tenant)
    assert (await alerts(runtime, tenant, "compute.cost_per_run"))[0]["state"] == "firing"


async def test_what_is_said_of_resources_raises_and_resolves_alerts(
    runtime: Runtime, tenant: TestTenant, stranger: TestTenant, clock: SettableClock
) -> None:
    caller = Caller(runtime, tenant.principal())
    venture = await caller.venture()
    milestone = await caller.milestone(venture)
    scans, hours = [
        external_id("resource", await caller.make("create_resource", venture_id=venture, kind=kind, name=kind))
        for kind in ("data", "technology")
    ]
    source = external_id(
        "data_source",
        await caller.make("create_data_source", resource_id=scans, channel="purchased", personal_data=True),
    )
    pool = external_id(
        "compute_pool",
        await caller.make(
            "create_compute_pool", resource_id=hours, accelerator="gpu", vendor="Nordic Cloud", hours_reserved="100"
        ),
    )
    await caller.ask("create_compute_forecast", compute_pool_id=pool, milestone_id=milestone, hours="60")
    await look(runtime, tenant)
    watched = ("data.licence_mismatch", "data.single_source", "compliance.processing_unassessed", "compute.exhausted")
    assert [await alerts(runtime, tenant, rule) for rule in watched] == [[], [], [], []]
    clock.forward(minutes=1)
    await caller.ask("update_data_source", id=source, allows_training=False)
    await caller.ask("create_data_use", data_source_id=source, purpose="training")
    use = {"used_on": str(clock.now().date() - timedelta(days=1)), "hours": "45"}
    await caller.ask("record_compute_use", compute_pool_id=pool, uses=[use])
    await look(runtime, tenant)
    for rule in watched:
        [alert] = await alerts(runtime, tenant, rule)
        assert alert["state"] == "firing"
        assert external_id("resource", alert["subject_id"]) == (hours if rule.startswith("compute") else scans)
        assert await alerts(runtime, stranger, rule) == []
    clock.forward(minutes=1)
    await caller.ask("update_data_source", id=source, allows_training=True, consent_basis="contract")
    await caller.ask("record_compute_use", compute_pool_id=pool, uses=[use | {"hours": "-10"}])
    await look(runtime, tenant)
    states = {rule: (await alerts(runtime, tenant, rule))[0]["state"] for rule in watched}
    assert states == dict.fromkeys(watched, "resolved") | {"data.single_source": "firing"}
