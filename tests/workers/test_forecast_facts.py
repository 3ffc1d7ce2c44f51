"""What the rules are told of forecasts: today's, and of a past day what was forecast on it."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import domain.commands  # noqa: F401  # every command is known
from domain.kernel.runtime import Runtime
from domain.risks.monitoring.facts import ForecastFacts
from tests.conftest import SettableClock, TestTenant
from tests.domain.commanding import Caller
from tests.workers.conftest import rows
from tests.workers.test_facts import watched
from tests.workers.test_forecasts import run_all
from workers.monitor import monitor


async def test_rules_see_todays_forecast_and_that_of_a_past_day(
    runtime: Runtime, tenant: TestTenant, stranger: TestTenant, clock: SettableClock
) -> None:
    clock.set(clock.now().replace(hour=12))
    began = clock.now()
    caller = Caller(runtime, tenant.principal())
    venture = await caller.venture()
    sure = {"optimistic": "5", "likely": "5", "pessimistic": "5"}
    due_on = (began + timedelta(days=30)).date()
    milestone = await caller.milestone(venture, estimate=sure, due_on=str(due_on))
    other = Caller(runtime, stranger.principal())
    await other.milestone(await other.venture(), estimate=sure, due_on=str(due_on))
    await run_all(runtime, stranger, clock)
    await run_all(runtime, tenant, clock)
    clock.forward(days=3)
    late = {"optimistic": "50", "likely": "50", "pessimistic": "50"}
    await caller.ask("update_milestone", id=milestone, estimate=late)
    await run_all(runtime, tenant, clock)

    async def forecast(days: float | None) -> ForecastFacts:
        past = None if days is None else began + timedelta(days=days)
        (found,) = (await watched(runtime, tenant, venture, past)).facts.forecasts
        return found

    before, now = await forecast(1), await forecast(None)
    assert (before.probability, before.best_probability) == (Decimal(1), Decimal(1))
    assert before.p80_on is not None and before.p80_on <= due_on
    assert (now.probability, now.best_probability) == (Decimal(0), Decimal(1))
    assert now.p50_on == now.p80_on and now.p80_on is not None and now.p80_on > due_on
    assert await forecast(3.5) == now, "the past that is now is the present"

    await monitor(runtime, tenant.id)
    clock.forward(days=1, seconds=1)
    await monitor(runtime, tenant.id)
    alerts = "SELECT rule, severity, state FROM alert WHERE tenant_id = $1 AND subject_type = 'milestone' ORDER BY rule"
    fired = [tuple(row.values()) for row in await rows(runtime, tenant, alerts, tenant.id)]
    assert ("milestone.forecast_late", "critical", "firing") in fired
    assert ("milestone.p_meet_drop", "warning", "firing") in fired
