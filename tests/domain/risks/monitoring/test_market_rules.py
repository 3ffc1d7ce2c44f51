"""The rules about markets: users who are not asked, and revenue that hangs on few customers."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from domain.risks.monitoring.chapters.market import ResearchFacts, RevenueFacts
from domain.risks.monitoring.custom_facts import FACTS_OF
from domain.risks.monitoring.facts import Facts, VentureFacts
from domain.risks.monitoring.finding import Finding
from domain.risks.monitoring.registry import RULES
from tests.domain.risks.monitoring.finding import next_change

NOW = datetime(2026, 10, 14, 12, tzinfo=UTC)
VENTURE = VentureFacts(UUID(int=3), "Aurora", "growth", datetime(2026, 1, 5, 9, tzinfo=UTC))
ASKED, REVENUE = "market.validation_missing", "market.customer_concentration"


def only(code: str, facts: Facts, now: datetime = NOW, **parameters: int) -> Finding | None:
    found = RULES[code].evaluate(facts, RULES[code].with_defaults(parameters), now)
    assert found.keys() <= {VENTURE.id}
    return found.get(VENTURE.id)


def asked_on(*days: date, **more: object) -> Facts:
    return Facts(venture=VENTURE, research=tuple(map(ResearchFacts, days)), **more)  # type: ignore[arg-type]


def paid(*amounts: int, currency: str = "EUR") -> RevenueFacts:
    each = [Decimal(amount) for amount in amounts]
    return RevenueFacts(
        currency, len(each), sum(each, Decimal(0)), max(each), sum((one * one for one in each), Decimal(0))
    )


@pytest.mark.parametrize(("day", "fires"), [(date(2026, 7, 16), False), (date(2026, 7, 15), True)])
def test_after_ninety_days_without_asking_users_a_growing_venture_is_told(day: date, fires: bool) -> None:
    finding = only(ASKED, asked_on(day))
    assert (finding is not None) is fires
    if finding is not None:
        assert finding.severity == "info"
        assert finding.evidence == {"asked_on": "2026-07-15", "days": 90}
        assert finding.since == datetime(2026, 10, 14, tzinfo=UTC)


def test_the_days_are_those_of_the_tenant_and_the_limit_is_its_own() -> None:
    facts = asked_on(date(2026, 7, 15), zone=ZoneInfo("Asia/Shanghai"))
    over = datetime(2026, 10, 13, 16, tzinfo=UTC)
    assert next_change(ASKED, facts, datetime(2026, 10, 1, tzinfo=UTC)) == over
    assert only(ASKED, facts, over) is not None
    assert only(ASKED, facts, datetime(2026, 10, 13, 15, 59, tzinfo=UTC)) is None
    assert only(ASKED, facts, days=91) is None


@pytest.mark.parametrize("stage", ["idea", "prototype", "validation", "scale", "closing", "closed"])
def test_only_in_the_growth_stage(stage: str) -> None:
    facts = replace(asked_on(date(2026, 1, 5)), venture=replace(VENTURE, stage=stage))
    assert (only(ASKED, facts), next_change(ASKED, facts, datetime(2026, 2, 1, tzinfo=UTC))) == (None, None)


def test_a_venture_that_has_never_asked_counts_from_its_beginning() -> None:
    facts = asked_on()
    assert only(ASKED, facts, datetime(2026, 4, 5, 23, tzinfo=UTC)) is None
    finding = only(ASKED, facts)
    assert finding is not None and finding.evidence["asked_on"] is None
    assert finding.since == datetime(2026, 4, 6, tzinfo=UTC)
    assert only(ASKED, Facts(venture=replace(VENTURE, created_at=None))) is None


@pytest.mark.parametrize(
    ("amounts", "fires"),
    [
        ((40, 30, 30), True),  # index 0.34
        ((40, 60), True),
        ((41, 59), True),
        ((5,), True),
        ((50, 50), True),
        ((30, 30, 20, 20), True),  # index 0.26
        ((25, 25, 25, 25), False),  # index 0.25: on the limit
        ((40, 12, 12, 12, 12, 12), False),  # the limit itself, index 0.232
        ((41, 12, 12, 12, 12, 11), True),
    ],
)
def test_one_customer_over_the_limit_or_few_in_all(amounts: tuple[int, ...], fires: bool) -> None:
    assert (only(REVENUE, Facts(venture=VENTURE, revenue=(paid(*amounts),))) is not None) is fires


def test_two_customers_of_equal_weight_are_told_by_the_share_and_not_by_the_index() -> None:
    facts = Facts(venture=VENTURE, revenue=(paid(50, 50),))
    assert only(REVENUE, facts, percent=50) is None
    assert only(REVENUE, facts, percent=50, least_customers=2) is not None


def test_currencies_are_held_apart_and_the_worst_is_told() -> None:
    facts = Facts(
        venture=VENTURE, revenue=(paid(1, 1, 1, 1, 1), paid(9, 1, currency="JPY"), paid(3, 2, currency="USD"))
    )
    finding = only(REVENUE, facts)
    assert finding is not None
    assert finding.severity == "warning"
    assert finding.evidence == {
        "currency": "JPY", "customers": 2, "share_percent": "90.0", "percent": 40, "hhi_percent": "82.0",
        "hhi_limit_percent": 25,
    }  # fmt: skip


def test_without_revenue_or_at_the_end_nothing_is_told() -> None:
    empty = RevenueFacts("EUR", changes_on=date(2026, 11, 1))
    assert only(REVENUE, Facts(venture=VENTURE, revenue=(empty,))) is None
    closing = Facts(venture=replace(VENTURE, stage="closing"), revenue=(paid(5),))
    assert only(REVENUE, closing) is None


def test_it_is_looked_at_again_when_a_month_comes_or_leaves() -> None:
    days = (date(2026, 12, 1), date(2026, 11, 1), None, date(2026, 10, 1))
    facts = Facts(
        venture=VENTURE,
        zone=ZoneInfo("Asia/Shanghai"),
        revenue=tuple(RevenueFacts(f"C{number}", changes_on=day) for number, day in enumerate(days)),
    )
    assert next_change(REVENUE, facts) == datetime(2026, 10, 31, 16, tzinfo=UTC)


def test_rules_of_tenants_may_name_what_is_known_of_the_market() -> None:
    facts = asked_on(date(2026, 10, 4), revenue=(paid(3, 1), paid(1, 1, currency="JPY"), RevenueFacts("USD")))
    [(_, told)] = FACTS_OF["venture"](facts, NOW.date())
    assert (told["days_since_users_asked"], told["largest_customer_share"]) == (10, 0.75)
    [(_, told)] = FACTS_OF["venture"](Facts(venture=VENTURE), NOW.date())
    assert (told["days_since_users_asked"], told["largest_customer_share"]) == (None, None)
