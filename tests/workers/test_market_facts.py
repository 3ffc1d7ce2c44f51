"""What the rules are told of a market is what stands in the database: now, and at any past instant."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from domain.kernel.ids import external_id
from domain.kernel.runtime import Runtime
from domain.money.earned_schedule import month_start
from domain.risks.monitoring.chapters.market import ResearchFacts, RevenueFacts
from tests.conftest import SettableClock, TestTenant
from tests.domain.commanding import Caller
from tests.workers.test_facts import watched


async def _asked(caller: Caller, venture: str, kind: str, day: date) -> str:
    given = {"venture_id": venture, "kind": kind, "title": kind, "held_on": str(day), "participants": 5}
    return external_id("research", await caller.make("create_research", **given))


async def _paid(caller: Caller, venture: str, customer: str, month: date, amount: str, currency: str) -> str:
    given = {"customer": customer, "month": str(month), "amount": amount, "currency": currency}
    return external_id("customer_revenue", await caller.make("create_customer_revenue", venture_id=venture, **given))


async def test_studies_and_revenue_are_told_as_they_are_and_as_they_were(
    runtime: Runtime, tenant: TestTenant, stranger: TestTenant, clock: SettableClock
) -> None:
    began, caller = clock.now(), Caller(runtime, tenant.principal())
    today, this = began.date(), began.date().replace(day=1)
    venture = await caller.venture()
    for elsewhere in (await caller.venture("Another"), None):
        other = caller if elsewhere else Caller(runtime, stranger.principal())
        place = elsewhere or await other.venture()
        await _asked(other, place, "survey", today)
        await _paid(other, place, "A", this, "7", "EUR")
    early = today - timedelta(days=9)
    await _asked(caller, venture, "survey", early)
    late = await _asked(caller, venture, "interview", today - timedelta(days=4))
    await _asked(caller, venture, "data_analysis", today)
    await _paid(caller, venture, "A", month_start(this, -11), "30", "EUR")
    await _paid(caller, venture, "A", this, "10", "EUR")
    await _paid(caller, venture, "B", month_start(this, -12), "99", "EUR")
    gone = await _paid(caller, venture, "B", month_start(this, -2), "60", "EUR")
    await _paid(caller, venture, "C", month_start(this, 2), "5", "USD")

    async def told() -> tuple[tuple[ResearchFacts, ...], tuple[RevenueFacts, ...]]:
        facts = (await watched(runtime, tenant, venture, clock.now())).facts
        assert (await watched(runtime, tenant, venture)).facts == facts, "the past that is now is the present"
        return facts.research, facts.revenue

    clock.forward(seconds=1)
    dollars = RevenueFacts("USD", 0, None, None, None, month_start(this, 2))
    full = RevenueFacts("EUR", 2, Decimal(100), Decimal(60), Decimal(5_200), month_start(this, 1))
    assert await told() == ((ResearchFacts(today - timedelta(days=4)),), (full, dollars))
    before = clock.now()
    clock.forward(seconds=1)
    await caller.ask("archive_research", id=late)
    await caller.ask("archive_customer_revenue", id=gone)
    clock.forward(seconds=1)
    rest = RevenueFacts("EUR", 1, Decimal(40), Decimal(40), Decimal(1_600), month_start(this, 1))
    assert await told() == ((ResearchFacts(early),), (rest, dollars))
    past = (await watched(runtime, tenant, venture, before)).facts
    assert (past.research, past.revenue) == ((ResearchFacts(today - timedelta(days=4)),), (full, dollars))
