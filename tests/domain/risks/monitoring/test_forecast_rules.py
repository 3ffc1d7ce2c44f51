"""What rules say of forecasts."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import UUID

import pytest

from domain.risks.monitoring.facts import Facts, ForecastFacts, MilestoneFacts
from domain.risks.monitoring.finding import Finding
from domain.risks.monitoring.inhibition import is_inhibited
from domain.risks.monitoring.registry import RULES

NOW = datetime(2026, 10, 14, 12, tzinfo=UTC)
DUE = date(2026, 10, 30)
MILESTONE = MilestoneFacts(UUID(int=2), "Prototype", "in_progress", DUE)
FORECAST = ForecastFacts(UUID(int=2), DUE, DUE, Decimal("0.8"), Decimal("0.8"), 10, 10)


def found(code: str, milestone: MilestoneFacts = MILESTONE, **forecast: object) -> Finding | None:
    """What a rule says of the only milestone."""
    facts = Facts(milestones=(milestone,), forecasts=(replace(FORECAST, **forecast),))  # type: ignore[arg-type]
    rule = RULES[code]
    return rule.evaluate(facts, rule.with_defaults(), NOW).get(milestone.id)


@pytest.mark.parametrize(
    ("p50_on", "p80_on", "severity"),
    [
        (DUE, DUE, None),
        (DUE, date(2026, 11, 2), "warning"),
        (date(2026, 11, 2), date(2026, 11, 9), "critical"),
        (None, None, None),
    ],
)
def test_forecast_late_is_a_warning_by_p80_and_critical_by_p50(
    p50_on: date | None, p80_on: date | None, severity: str | None
) -> None:
    finding = found("milestone.forecast_late", p50_on=p50_on, p80_on=p80_on)
    assert (finding and finding.severity) == severity
    late = {"p50_on": p50_on, "p80_on": p80_on}
    assert found("milestone.forecast_late", replace(MILESTONE, status="done"), **late) is None
    assert found("milestone.forecast_late", replace(MILESTONE, due_on=None), **late) is None


def test_days_late_are_working_days() -> None:
    finding = found("milestone.forecast_late", p80_on=date(2026, 11, 9))
    assert finding is not None and finding.evidence["working_days"] == 6


def test_what_is_overdue_mutes_that_it_will_be_late() -> None:
    assert is_inhibited("milestone.forecast_late", {"milestone.overdue"})


@pytest.mark.parametrize(
    ("best", "present", "fires"),
    [("0.8", "0.6", True), ("0.8", "0.600001", False), ("0.1", "0", False), (None, "0.1", False), ("0.9", None, False)],
)
def test_the_probability_has_dropped(best: str | None, present: str | None, fires: bool) -> None:
    shares = {"best_probability": best and Decimal(best), "probability": present and Decimal(present)}
    assert (found("milestone.p_meet_drop", **shares) is not None) is fires


@pytest.mark.parametrize(
    ("had", "left", "percent", "fires"),
    [
        (10, 1, 49, True),
        (10, 2, 49, False),
        (10, 1, 50, False),
        (4, -4, 0, False),
        (10, -3, 0, True),
        (None, 1, 0, False),
    ],
)
def test_float_is_used_up_where_most_of_it_is_gone_and_most_is_not_done(
    had: int | None, left: int, percent: int, fires: bool
) -> None:
    milestone = replace(MILESTONE, percent_complete=percent)
    finding = found("milestone.float_consumed", milestone, most_float_days=had, float_days=left)
    assert (finding is not None) is fires
