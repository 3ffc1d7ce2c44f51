"""What a report says: each part from its facts, nothing guessed, and the recommendation from all of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from domain.calendars.working_days import working_calendar
from domain.kernel.ids import external_id
from domain.milestones.tables import CriterionDirection
from domain.reviews.canonical import canonical_bytes
from domain.reviews.facts import (
    BinFacts,
    ConditionFacts,
    CriterionFacts,
    DayFacts,
    DriverFacts,
    ForecastFacts,
    FormerFacts,
    IndicatorFacts,
    MilestoneFacts,
    ReportFacts,
    ResourceFacts,
    RiskFacts,
)
from domain.reviews.report import Report, build_report
from domain.reviews.states import Decision
from domain.risks.scale import Level
from tests.contract import reporting

NOW = datetime(2026, 10, 15, 9, tzinfo=UTC)
MILESTONE = MilestoneFacts(
    UUID(int=1),
    "Prototype",
    "in_progress",
    40,
    date(2026, 9, 1),
    date(2026, 11, 2),
    date(2026, 9, 1),
    date(2026, 10, 26),
)
FORECAST = ForecastFacts(
    date(2026, 10, 20),
    date(2026, 10, 28),
    date(2026, 11, 4),
    date(2026, 11, 9),
    Decimal("0.71"),
    Decimal("0.9"),
    10_000,
    2**60 + 1,
    "ab" * 32,
    NOW,
    (BinFacts(date(2026, 10, 20), date(2026, 10, 21), Decimal("1")),),
    (DriverFacts("risk", UUID(int=21), "Data are late", Decimal("1.5"), Decimal("3"), None),),
)
CRITERION = CriterionFacts(
    UUID(int=11), "F1", True, "F1", Decimal("0.9"), CriterionDirection.AT_LEAST, "points", None, None, "pass",
    Decimal("0.912"), NOW - timedelta(days=3),
)  # fmt: skip
RISK = RiskFacts(UUID(int=21), "Data are late", "technical", "open", Level.MEDIUM, 3, 3, Decimal("900.00"), NOW, 1)
FACTS = ReportFacts(
    UUID(int=9), "en", "EUR", "UTC", UUID(int=2), "Aurora", "prototype",
    milestone=MILESTONE, forecast=FORECAST, criteria=(CRITERION,), risks=(RISK,),
)  # fmt: skip


def report(**changes: Any) -> Report:
    """The report of the facts with some of them changed; it keeps to its schema and can be hashed."""
    found = build_report(replace(FACTS, **changes), working_calendar(), NOW)
    reporting.check_report(dict(found.content))
    assert reporting.complaints() == []
    canonical_bytes(found.content)
    return found


def former(**content: Any) -> FormerFacts:
    return FormerFacts(
        UUID(int=8), {**report().content, **content}, "cd" * 32, NOW - timedelta(days=30), Decision.RECYCLE
    )


def codes(found: Report) -> list[str]:
    return [reason["code"] for reason in found.content["reasons"]]


def test_nothing_wrong_is_go() -> None:
    found = report()
    assert (found.recommendation, codes(found)) == ("go", [])
    assert found.content["milestone"] is not None
    assert found.content["milestone"]["slip_working_days"] == 5
    forecast = found.content["milestone"]["forecast"]
    assert forecast is not None
    assert (forecast["slip_p50_working_days"], forecast["slip_p80_working_days"]) == (2, 7)
    assert forecast["seed"] == str(2**60 + 1)
    assert {"earned_value", "runway", "health"} <= set(found.content["missing"])


def test_a_p80_later_than_a_tenth_of_the_baseline_is_a_conditional_go() -> None:
    # The baseline has 40 working days: 4 days after the due date are on the limit, 5 are over it.
    for late, recommendation in ((date(2026, 11, 6), "go"), (date(2026, 11, 9), "conditional_go")):
        found = report(forecast=replace(FORECAST, p80_on=late))
        assert found.recommendation == recommendation
    assert found.content["reasons"][0]["facts"] == [external_id("milestone", MILESTONE.id)]


@pytest.mark.parametrize(("figures", "recommendation"), [("0.9000", "go"), ("0.8999", "conditional_go")])
def test_indexes_below_nine_tenths_are_a_conditional_go(figures: str, recommendation: str) -> None:
    for name, code in (("cpi", "cost.cpi_low"), ("spi_t", "schedule.spi_low")):
        found = build_report(
            replace(FACTS, earned_value={name: figures, "computed_at": "2026-10-15T00:00:00.000000Z"}),
            working_calendar(),
            NOW,
        )
        assert found.recommendation == recommendation
        assert codes(found) == ([code] if recommendation != "go" else [])


def test_without_a_forecast_there_is_not_enough_evidence_unless_the_milestone_is_reached() -> None:
    assert codes(report(forecast=None)) == ["evidence.no_forecast"]
    assert codes(report(forecast=replace(FORECAST, p80_on=None))) == ["evidence.no_forecast"]
    done = replace(MILESTONE, status="done")
    assert report(forecast=None, milestone=done).recommendation == "go"


def test_a_value_older_than_two_intervals_of_its_indicator_is_stale_and_not_measured() -> None:
    fed = replace(CRITERION, indicator_id=UUID(int=31), interval_days=1)
    found = report(criteria=(fed,))
    [line] = found.content["criteria"]
    assert (line["stale"], line["result"], line["last_value"]) == (True, "not_measured", "0.912")
    assert codes(found) == ["criterion.must_not_measured"]
    fresh = report(criteria=(replace(fed, interval_days=2),))
    assert fresh.content["criteria"][0]["stale"] is False


def test_conditions_that_are_due_or_have_failed_lead_to_a_recycle() -> None:
    due = ConditionFacts(UUID(int=41), "Sign", date(2026, 10, 14))
    later = ConditionFacts(UUID(int=42), "Hire", date(2026, 12, 1))
    failed = replace(later, id=UUID(int=43), failed=True)
    found = report(conditions=(due, later, failed))
    assert found.recommendation == "recycle"
    assert found.content["reasons"][0]["facts"] == [external_id("condition", one.id) for one in (due, failed)]
    assert [one["overdue"] for one in found.content["open_conditions"]] == [True, False, True]


def test_risks_are_compared_with_the_last_review() -> None:
    then = former()
    gone = dict(then.content["risks"]["items"][0]) | {"id": external_id("risk", UUID(int=22)), "title": "Gone"}
    then.content["risks"] = {"items": [then.content["risks"]["items"][0] | {"level": "low"}, gone]}
    fresh = replace(RISK, id=UUID(int=23), level=None)
    found = report(former=then, risks=(RISK, fresh))
    assert found.content["risks"]["since_last_review"] == {
        "new": [external_id("risk", fresh.id)],
        "worse": [external_id("risk", RISK.id)],
        "better": [],
        "closed": [external_id("risk", UUID(int=22))],
    }
    by_level = found.content["risks"]["by_level"]
    assert (by_level["medium"], by_level["not_assessed"]) == (1, 1)


def test_a_report_is_chained_to_the_one_decided_before() -> None:
    found = report(former=former())
    assert found.previous_hash == "cd" * 32
    assert found.content["former_review"] is not None
    assert found.content["former_review"]["content_hash"] == "cd" * 32


def test_what_changed_in_scope_is_told_from_the_milestones_last_report() -> None:
    then = former()
    dropped = dict(then.content["criteria"][0]) | {"id": external_id("criterion", UUID(int=12)), "title": "Recall"}
    then.content["criteria"] = [then.content["criteria"][0], dropped]
    moved = replace(CRITERION, target=Decimal("0.95"), must=False)
    added = replace(CRITERION, id=UUID(int=13), title="Latency", target=None, direction=None)
    found = report(former_own=then, criteria=(moved, added))
    told = [(one["kind"], one["criterion"]["title"], one["before"], one["after"]) for one in
            found.content["scope_changes"]]  # fmt: skip
    assert told == [
        ("target_moved", "F1", "0.9 points", "0.95 points"),
        ("must_changed", "F1", "must", "should"),
        ("added", "Latency", None, None),
        ("dropped", "Recall", "0.9 points", None),
    ]
    assert report(former_own=None).content["scope_changes"] == []


def test_the_last_forecast_stands_beside_todays() -> None:
    days = (
        DayFacts(date(2026, 10, 14), 38, 60, date(2026, 10, 27), date(2026, 11, 3), Decimal("0.75")),
        DayFacts(date(2026, 10, 15), 40, 62, date(2026, 10, 28), date(2026, 11, 4), Decimal("0.71")),
    )
    milestone = report(days=days).content["milestone"]
    assert milestone is not None
    assert milestone["forecast"] is not None
    assert milestone["forecast"]["previous"] == {
        "as_of": "2026-10-14", "p50_on": "2026-10-27", "p80_on": "2026-11-03", "probability_of_due_date": "0.75",
    }  # fmt: skip
    assert [one["on"] for one in milestone["burn_up"]] == ["2026-10-14", "2026-10-15"]
    reviewed = report(days=days, former_own=former()).content["milestone"]
    assert reviewed is not None
    assert reviewed["forecast"] is not None
    assert reviewed["forecast"]["previous"] is not None
    assert reviewed["forecast"]["previous"]["as_of"] == "2026-09-15"


def test_stop_signals_are_told_and_recommend_nothing() -> None:
    runway = {"months": "2.9", "cash_out_committed_on": "2026-10-27", "computed_at": "2026-10-15T00:00:00.000000Z"}
    found = build_report(
        replace(FACTS, runway=runway, decisions=(Decision.RECYCLE, Decision.RECYCLE)), working_calendar(), NOW
    )
    assert found.content["stop_signals"] == [
        "funding.runway_short", "funding.gone_before_p50", "review.recycled_twice",
    ]  # fmt: skip
    assert found.recommendation == "go"


def test_indicators_that_need_attention_and_resources_that_end_are_named() -> None:
    calm = IndicatorFacts(UUID(int=51), "Calm", "lower_is_worse", "ok", value=Decimal(1))
    near = replace(calm, id=UUID(int=52), name="Falling", crosses_critical_on=date(2026, 11, 30))
    far = replace(near, id=UUID(int=53), crosses_critical_on=date(2027, 6, 1))
    over = replace(calm, id=UUID(int=54), name="Over", state="critical")
    soon = ResourceFacts(UUID(int=61), "Images", "data", None, date(2026, 12, 1))
    used = ResourceFacts(UUID(int=62), "Cluster", "technology", "hours", None, Decimal("12.5"))
    found = report(indicators=(calm, near, far, over), resources=(soon, used), vacant=("Sales",)).content
    assert [one["name"] for one in found["indicators"]] == ["Falling", "Over"]
    assert [one["name"] for one in found["resources"]["licences_ending"]] == ["Images"]
    assert [one["allocated"] for one in found["resources"]["allocated"]] == ["12.5"]
    assert found["resources"]["roles_vacant"] == ["Sales"]


def test_a_budget_shows_how_much_of_it_is_spent() -> None:
    budgeted = replace(MILESTONE, budget=Decimal("80000.00"), spent=Decimal("61200.00"))
    assert report(milestone=budgeted).content["resources"]["budget"] == {
        "budget": "80000.00", "spent": "61200.00", "share": "0.7650",
    }  # fmt: skip


def test_a_progress_report_tells_what_has_changed_and_recommends_nothing() -> None:
    other = replace(MILESTONE, id=UUID(int=3), title="Beta")
    first = report(milestone=None, forecast=None, criteria=(), milestones=(MILESTONE,))
    assert (first.content["kind"], first.recommendation, first.content["reasons"]) == ("progress", None, [])
    then = FormerFacts(UUID(int=7), dict(first.content), "ef" * 32)
    moved = replace(MILESTONE, percent_complete=55)
    second = report(milestone=None, forecast=None, criteria=(), milestones=(moved, other), former=then)
    assert [one["changed"] for one in second.content["milestones"]] == [["percent_complete"], ["new"]]
    assert second.content["former_review"] is None
    assert second.previous_hash == "ef" * 32


def test_the_age_of_what_it_relies_on_is_told_in_days() -> None:
    ages = {one["source"]: one["days"] for one in report().content["data_ages"]}
    assert ages[external_id("criterion", CRITERION.id)] == 3
    assert (ages["forecast"], ages["runway"]) == (0, None)
