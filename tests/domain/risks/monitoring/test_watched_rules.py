"""Rules over what is measured, borne and linked: indicators, acceptances, appetite, causes; and opportunities."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from uuid import UUID

import pytest

from domain.risks.monitoring.facts import (
    AppetiteFacts,
    CauseFacts,
    ExposureFacts,
    Facts,
    IndicatorFacts,
    RiskFacts,
    VentureFacts,
)
from domain.risks.monitoring.finding import Finding
from domain.risks.monitoring.inhibition import is_inhibited
from domain.risks.monitoring.registry import RULES
from domain.risks.scale import Level
from domain.series.levels import IndicatorDirection, IndicatorState
from tests.domain.risks.monitoring.finding import found
from tests.domain.risks.monitoring.trouble import TROUBLE

NOW = datetime(2026, 10, 14, 12, tzinfo=UTC)
TODAY = NOW.date()
ACCURACY = IndicatorFacts(
    UUID(int=1), "Accuracy", None, NOW - timedelta(days=90), 7, None, IndicatorDirection.LOWER_IS_WORSE,
    Decimal("0.90"), Decimal("0.87"), latest_at=NOW - timedelta(days=3), latest_value=Decimal("0.886"),
)  # fmt: skip
RISK = RiskFacts(UUID(int=2), "Data runs out", owner_id=UUID(int=9))
VENTURE = VentureFacts(UUID(int=3), "Aurora")
ABOUT_BOTH = {"risk.unassessed", "risk.assessment_overdue", "risk.action_overdue", "register.stale"}


def of(one: IndicatorFacts, code: str, now: datetime = NOW) -> Finding | None:
    return found(code, Facts(indicators=(one,)), now).get(one.id)


@pytest.mark.parametrize(
    ("state", "warns", "critical"), [("unknown", 0, 0), ("ok", 0, 0), ("warning", 1, 0), ("critical", 1, 1)]
)
def test_what_is_critical_is_past_the_warning_too_and_mutes_it(state: str, warns: bool, critical: bool) -> None:
    one = replace(ACCURACY, state=IndicatorState(state), state_since=NOW - timedelta(days=3))
    assert (of(one, "indicator.warning") is not None) is bool(warns)
    finding = of(one, "indicator.critical")
    assert (finding is not None) is bool(critical)
    assert finding is None or (finding.severity, finding.since) == ("critical", one.state_since)
    for weaker in ("indicator.warning", "indicator.trend"):
        assert is_inhibited(weaker, {"indicator.critical"})


def test_without_a_warning_threshold_nothing_warns() -> None:
    assert of(replace(ACCURACY, warning=None, state=IndicatorState.CRITICAL), "indicator.warning") is None


@pytest.mark.parametrize(("days", "fires"), [(None, False), (31, False), (30, True), (1, True), (-2, True)])
def test_a_crossing_within_thirty_days_is_told(days: int | None, fires: bool) -> None:
    on = None if days is None else TODAY + timedelta(days=days)
    finding = of(replace(ACCURACY, crosses_critical_on=on), "indicator.trend")
    assert (finding is not None) is fires
    assert finding is None or on is None or finding.evidence["crosses_on"] == on.isoformat()
    assert of(replace(ACCURACY, crosses_critical_on=on, state=IndicatorState.CRITICAL), "indicator.trend") is None


def test_a_projected_crossing_comes_near_by_itself() -> None:
    facts = Facts(indicators=(replace(ACCURACY, crosses_critical_on=TODAY + timedelta(days=40)),))
    rule = RULES["indicator.trend"]
    at = rule.next_change(facts, rule.with_defaults(), NOW)
    assert at == datetime(2026, 10, 24, tzinfo=UTC)
    assert found(rule.code, facts, at - timedelta(seconds=1)) == {}
    assert found(rule.code, facts, at).keys() == {ACCURACY.id}


def test_an_indicator_is_stale_after_two_intervals_and_keeps_its_level() -> None:
    rule, late = RULES["indicator.stale"], replace(ACCURACY, state=IndicatorState.CRITICAL)
    at = rule.next_change(Facts(indicators=(late,)), rule.with_defaults(), NOW)
    assert late.latest_at is not None and at == late.latest_at + timedelta(days=14)
    assert of(late, rule.code, at - timedelta(seconds=1)) is None
    stale = of(late, rule.code, at)
    assert stale is not None and (stale.severity, stale.since) == ("info", at)
    assert of(late, "indicator.critical", at) is not None
    never = replace(ACCURACY, latest_at=None, created_at=NOW - timedelta(days=14))
    assert of(never, rule.code) is not None


BORNE = replace(RISK, borne_until=date(2026, 10, 13), assessed_at=datetime(2026, 10, 1, tzinfo=UTC))
ENDED = datetime(2026, 10, 14, tzinfo=UTC)


@pytest.mark.parametrize(
    ("change", "fires"),
    [
        ({}, True),
        ({"status": "accepted"}, True),
        ({"borne_until": None}, False),
        ({"borne_until": TODAY}, False),
        ({"assessed_at": ENDED + timedelta(hours=1)}, False),
        ({"answered_at": ENDED + timedelta(hours=1)}, False),
        ({"answered_at": ENDED - timedelta(hours=1)}, True),
        ({"status": "closed"}, False),
        ({"status": "occurred"}, False),
    ],
)
def test_a_lapsed_acceptance_after_which_nothing_was_decided(change: dict[str, object], fires: bool) -> None:
    finding = found("acceptance.expired", Facts(risks=(replace(BORNE, **change),))).get(RISK.id)  # type: ignore[arg-type]
    assert (finding is not None) is fires
    assert finding is None or finding.since == ENDED


def test_an_acceptance_lapses_by_itself_at_midnight() -> None:
    rule, facts = RULES["acceptance.expired"], Facts(risks=(BORNE,))
    assert rule.next_change(facts, rule.with_defaults(), ENDED - timedelta(hours=1)) == ENDED
    assert found(rule.code, facts, ENDED - timedelta(seconds=1)) == {}


@pytest.mark.parametrize(
    ("own", "whole", "p80", "severity"),
    [
        (None, None, 900, None),
        (400, None, 400, None),
        (400, None, 401, "warning"),
        (400, 100, 401, "warning"),
        (400, None, 801, "critical"),
        (None, 300, 301, "warning"),
        (400, None, None, None),
    ],
)
def test_exposure_is_held_against_the_ventures_appetite_else_the_tenants(
    own: int | None, whole: int | None, p80: int | None, severity: str | None
) -> None:
    limits = [AppetiteFacts(UUID(int=5), "legal", Decimal(1), "legal")]
    limits += [] if whole is None else [AppetiteFacts(UUID(int=6), "all", Decimal(whole), None, True)]
    limits += [] if own is None else [AppetiteFacts(UUID(int=7), "Aurora", Decimal(own))]
    exposure = None if p80 is None else ExposureFacts(Decimal(p80), 3)
    facts = Facts(venture=VENTURE, appetites=tuple(limits), exposure=exposure)
    finding = found("register.exposure", facts).get(VENTURE.id)
    assert (finding and finding.severity) == severity


def test_each_breached_appetite_of_the_venture_is_found_by_itself() -> None:
    def risk(number: int, category: str, loss: int, **more: object) -> RiskFacts:
        return RiskFacts(UUID(int=number), "r", category=category, expected_loss=Decimal(loss), **more)  # type: ignore[arg-type]

    facts = Facts(
        venture=VENTURE,
        risks=(
            risk(11, "legal", 60),
            risk(12, "legal", 50, status="accepted"),
            risk(13, "market", 90, status="closed"),
            risk(14, "market", 900, kind="opportunity"),
        ),
        appetites=(
            AppetiteFacts(UUID(int=21), "legal", Decimal(100), "legal"),
            AppetiteFacts(UUID(int=22), "market", Decimal(10), "market"),
            AppetiteFacts(UUID(int=23), "Aurora", Decimal(50)),
            AppetiteFacts(UUID(int=24), "all", Decimal(1), None, True),
        ),
    )
    findings = found("register.appetite", facts)
    assert {id: (one.severity, one.evidence["expected_loss"]) for id, one in findings.items()} == {
        UUID(int=21): ("warning", "110"),
        UUID(int=23): ("critical", "110"),
    }


def test_risks_linked_to_one_risk_share_a_cause() -> None:
    risks = tuple(
        RiskFacts(UUID(int=number), f"r{number}", expected_loss=Decimal(100 if number else 10)) for number in range(5)
    )
    links = tuple(CauseFacts(UUID(int=0), UUID(int=number)) for number in (1, 2, 3))
    facts = Facts(venture=VENTURE, risks=risks, causes=links)
    finding = found("risk.common_cause", facts)[VENTURE.id]
    assert (finding.evidence["cause"], finding.evidence["risks"]) == ("r0", 3)
    assert found("risk.common_cause", replace(facts, causes=links[:2])) == {}
    one_closed = tuple(replace(risk, status="closed") if risk.title == "r1" else risk for risk in risks)
    assert found("risk.common_cause", replace(facts, risks=one_closed)) == {}


def test_rules_about_threats_leave_opportunities_out() -> None:
    hopes = replace(TROUBLE, risks=tuple(replace(risk, kind="opportunity") for risk in TROUBLE.risks))
    ids = {risk.id for risk in hopes.risks}
    for code, rule in RULES.items():
        about_risks = rule.subject_type == "risk" or code in ("register.concentration", "risk.common_cause")
        if about_risks and code not in ABOUT_BOTH:
            assert not found(code, hopes, NOW).keys() & (ids | {hopes.venture.id}), code
    assert found("risk.level_critical", replace(hopes, risks=(replace(RISK, level=Level.CRITICAL),)))
