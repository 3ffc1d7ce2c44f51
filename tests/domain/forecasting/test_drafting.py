"""From what ventures know to a plan: what is taken where something is not known, and what is said of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import UUID

import pytest

from domain.calendars.working_days import working_calendar
from domain.forecasting.connecting import connected_sets
from domain.forecasting.drafting import Draft, draft_of
from domain.forecasting.facts import Facts, ForeignFacts, LinkFacts, MilestoneFacts, RiskFacts, SlipFacts
from domain.forecasting.plan import Planned, Striking
from domain.milestones.tables import DependencyKind

VENTURE = UUID(int=1)
MONDAY = date(2026, 10, 5)
ONE = MilestoneFacts(
    UUID(int=10),
    VENTURE,
    "planned",
    date(2026, 10, 7),
    date(2026, 10, 16),
    None,
    0,
    Decimal(5),
    Decimal(8),
    Decimal(17),
)
FACTS = Facts(MONDAY, datetime(2026, 10, 6, tzinfo=UTC), {VENTURE: working_calendar()}, (ONE,))


def planned(**change: object) -> tuple[Planned, Draft]:
    """The only milestone as it is drawn, and the draft."""
    draft = draft_of(replace(FACTS, milestones=(replace(ONE, **change),)))  # type: ignore[arg-type]
    assert draft.plan is not None
    return draft.plan.milestones[0], draft


def gaps(draft: Draft) -> list[str]:
    return [str(gap.gap) for gap in draft.gaps]


def striking(*risks: RiskFacts) -> tuple[tuple[Striking, ...], Draft]:
    draft = draft_of(replace(FACTS, risks=risks))
    assert draft.plan is not None
    return draft.plan.risks, draft


def test_an_estimate_is_the_work_and_the_plan_says_from_when_and_until_when() -> None:
    one, draft = planned()
    assert (one.low, one.likely, one.high, one.remains, one.started) == (5, 8, 17, 1, None)
    assert (one.earliest, one.due) == (2, 10)
    assert draft.gaps == ()


@pytest.mark.parametrize(
    ("change", "low", "earliest", "missing"),
    [
        ({}, 8, 2, ["estimate"]),
        ({"start_on": None}, 0, 10, ["estimate"]),
        ({"due_on": None}, 0, 2, ["estimate", "dates", "due_date"]),
        ({"start_on": None, "due_on": None}, 0, 0, ["estimate", "dates", "due_date"]),
    ],
)
def test_without_an_estimate_the_days_of_the_plan_are_certain(
    change: dict[str, object], low: int, earliest: int, missing: list[str]
) -> None:
    nothing = dict.fromkeys(("estimate_optimistic", "estimate_likely", "estimate_pessimistic"))
    one, draft = planned(**nothing, **change)
    assert (one.low, one.high, one.earliest) == (low, low, earliest)
    assert gaps(draft) == missing
    assert (one.id in draft.undated) == ("dates" in missing)


def test_work_under_way_has_left_what_its_percent_complete_says() -> None:
    one, _ = planned(status="in_progress", percent_complete=25, start_on=date(2026, 9, 28))
    assert (one.remains, one.started) == (0.75, -5)
    one, draft = planned(status="on_hold", percent_complete=0)
    assert one.started is None and gaps(draft) == ["on_hold"]


def test_what_is_reached_only_holds_back_what_waits_for_it() -> None:
    done = replace(ONE, id=UUID(int=11), status="done", completed_on=date(2026, 10, 1))
    idle = replace(done, id=UUID(int=12))
    link = LinkFacts(UUID(int=90), done.id, ONE.id, DependencyKind.FINISH_TO_START)
    draft = draft_of(replace(FACTS, milestones=(ONE, done, idle), links=(link,)))
    assert draft.plan is not None
    assert {one.id: one.finished for one in draft.plan.milestones} == {ONE.id: None, done.id: -1}


RISK = RiskFacts(
    UUID(int=20), VENTURE, "open", (SlipFacts(ONE.id),), True, Decimal("0.3"), Decimal("0.4"), *map(Decimal, (1, 2, 3))
)


def test_a_risk_strikes_with_its_probability_and_one_that_has_struck_surely() -> None:
    (risk,), draft = striking(RISK)
    assert (risk.probability, risk.low, risk.likely, risk.high, risk.touches) == (0.3, 1, 2, 3, (ONE.id,))
    assert draft.gaps == ()
    (risk,), _ = striking(replace(RISK, status="occurred"))
    assert risk.probability == 1


def test_of_a_risk_only_its_band_may_be_known() -> None:
    (risk,), draft = striking(replace(RISK, probability=None))
    assert risk.probability == 0.4 and gaps(draft) == ["risk_probability"]
    risks, draft = striking(replace(RISK, delay_low=None))
    assert risks == () and gaps(draft) == ["risk_delay"]
    unknown = RiskFacts(RISK.id, VENTURE, "open", RISK.touches)
    risks, draft = striking(unknown)
    assert risks == () and gaps(draft) == ["risk_assessment", "risk_delay"]


def test_a_slip_of_one_milestone_goes_before_the_delay_of_the_risk() -> None:
    other = replace(ONE, id=UUID(int=11))
    slips = (SlipFacts(ONE.id), SlipFacts(other.id, Decimal(7), Decimal(8), Decimal(9)))
    draft = draft_of(replace(FACTS, milestones=(ONE, other), risks=(replace(RISK, touches=slips),)))
    assert draft.plan is not None
    (risk,) = draft.plan.risks
    assert risk.delays == {ONE.id: (1, 2, 3), other.id: (7, 8, 9)}


def test_a_foreign_milestone_enters_by_its_stored_bars_else_by_its_due_day() -> None:
    calendar = working_calendar()
    link = LinkFacts(UUID(int=90), UUID(int=30), ONE.id, DependencyKind.FINISH_TO_START)
    bars = ({"from_on": "2026-10-08", "to_on": "2026-10-09", "share": "1"},)
    foreign = ForeignFacts(UUID(int=30), UUID(int=2), calendar, "planned", date(2026, 10, 12), None, bars)
    for one, histogram, gap in (
        (foreign, ((3, 5, 1),), "foreign_forecast"),
        (replace(foreign, histogram=()), ((6, 6, 1),), "foreign_unknown"),
    ):
        draft = draft_of(replace(FACTS, links=(link,), foreign=(one,)))
        assert draft.plan is not None
        assert {each.histogram for each in draft.plan.milestones if each.id == one.id} == {histogram}
        assert gaps(draft) == [gap] and draft.ventures == (VENTURE,)


def test_dependencies_that_go_round_are_named_and_nothing_is_drawn() -> None:
    other = replace(ONE, id=UUID(int=11))
    links = tuple(
        LinkFacts(UUID(int=90 + number), before, after, DependencyKind.FINISH_TO_START)
        for number, (before, after) in enumerate(((ONE.id, other.id), (other.id, ONE.id)))
    )
    draft = draft_of(replace(FACTS, milestones=(ONE, other), links=links))
    assert draft.plan is None and {gap.milestone_id for gap in draft.gaps} == {ONE.id, other.id}


@pytest.mark.parametrize(
    "change",
    [
        {"status_on": date(2026, 10, 6)},
        {"milestones": (replace(ONE, percent_complete=1),)},
        {"milestones": (replace(ONE, due_on=date(2026, 10, 20)),)},
        {"milestones": (replace(ONE, baseline_due_on=date(2026, 10, 20)),)},
        {"milestones": (replace(ONE, estimate_pessimistic=Decimal(18)),)},
        {"risks": (RISK,)},
    ],
)
def test_every_input_changes_the_hash(change: dict[str, object]) -> None:
    assert draft_of(FACTS).inputs_hash == draft_of(FACTS).inputs_hash
    assert draft_of(replace(FACTS, **change)).inputs_hash != draft_of(FACTS).inputs_hash  # type: ignore[arg-type]


def test_planned_percent_follows_the_baseline_over_working_days() -> None:
    _, draft = planned(baseline_start_on=date(2026, 10, 1), baseline_due_on=date(2026, 10, 7))
    assert draft.planned == {ONE.id: 60}
    _, draft = planned(start_on=date(2026, 10, 6))
    assert draft.planned == {ONE.id: 0}


def test_ventures_hang_together_over_any_number_of_links() -> None:
    a, b, c, d, e = (UUID(int=number) for number in range(1, 6))
    sets = connected_sets([(b, a), (c, b), (e, d)])
    assert sets[a] == sets[b] == sets[c] == [a, b, c]
    assert sets[d] == sets[e] == [d, e]
