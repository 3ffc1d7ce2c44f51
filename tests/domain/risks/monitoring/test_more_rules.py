"""The rules about responses, registers, plans, reviews, resources and people, at their limits."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from uuid import UUID

import pytest

from domain.risks.monitoring.facts import Facts, RiskFacts
from domain.risks.monitoring.finding import Finding
from domain.risks.monitoring.registry import RULES
from domain.risks.monitoring.rules.rule import InvalidParameter
from domain.risks.scale import Level
from tests.domain.risks.monitoring.finding import found
from tests.domain.risks.monitoring.trouble import LONG_AGO, NOW, TROUBLE

RISK, MILESTONE, RELEASE = TROUBLE.risks[0], TROUBLE.milestones[0], TROUBLE.milestones[1]
ACTION, VENTURE = TROUBLE.actions[0], TROUBLE.venture


def only(code: str, facts: Facts, now: datetime = NOW, **parameters: int) -> Finding | None:
    findings = found(code, facts, now, **parameters)
    assert len(findings) <= 1
    return next(iter(findings.values()), None)


def of_risk(**change: object) -> Facts:
    return replace(TROUBLE, risks=(replace(RISK, **change),))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("code", "change", "fires"),
    [
        ("risk.level_raised", {}, True),
        ("risk.level_raised", {"previous_level": Level.CRITICAL}, False),
        ("risk.level_raised", {"level": Level.MEDIUM}, False),
        ("risk.level_raised", {"previous_level": None}, False),
        ("risk.level_raised", {"status": "closed"}, False),
        ("risk.above_target", {}, True),
        ("risk.above_target", {"target_level": Level.CRITICAL}, False),
        ("risk.above_target", {"target_level": None}, False),
        ("risk.above_target", {"status": "occurred"}, False),
        ("risk.unassessed", {}, False),
        ("risk.unassessed", {"level": None}, True),
        ("risk.unassessed", {"level": None, "status": "accepted"}, False),
        ("risk.score_jump", {"expected_loss": Decimal(20_000), "score": 4}, True),
        ("risk.score_jump", {"expected_loss": Decimal("19999.99"), "score": 4}, False),
        ("risk.score_jump", {"expected_loss": None, "score": 10}, True),
        ("risk.score_jump", {"expected_loss": None, "score": 9}, False),
        ("risk.score_jump", {"previous_expected_loss": Decimal(0), "score": 5}, False),
        ("risk.proximity", {"expected_on": date(2026, 10, 28)}, True),
        ("risk.proximity", {"expected_on": date(2026, 10, 29)}, False),
        ("risk.proximity", {"expected_on": date(2026, 10, 1)}, True),
        ("risk.proximity", {"level": Level.MEDIUM}, False),
        ("risk.issue_without_plan", {"status": "occurred"}, True),
        ("risk.issue_without_plan", {}, False),
        ("risk.ineffective_response", {}, True),
        ("risk.ineffective_response", {"score": 19}, False),
        ("risk.ineffective_response", {"inherent_score": None}, False),
    ],
)
def test_of_a_risk(code: str, change: dict[str, object], fires: bool) -> None:
    assert (only(code, of_risk(**change)) is not None) is fires


def test_conditions_begin_when_the_data_say() -> None:
    since = {code: only(code, of_risk()) for code in ("risk.level_raised", "risk.above_target", "risk.proximity")}
    assert since["risk.level_raised"] and since["risk.level_raised"].since == RISK.assessed_at
    assert since["risk.above_target"] and since["risk.above_target"].since == RISK.above_target_since
    assert since["risk.proximity"] and since["risk.proximity"].since == datetime(2026, 10, 6, tzinfo=NOW.tzinfo)


@pytest.mark.parametrize(
    ("due", "level", "severity"),
    [
        (date(2026, 10, 14), Level.CRITICAL, None),
        (date(2026, 10, 13), Level.CRITICAL, "warning"),
        (date(2026, 9, 30), Level.CRITICAL, "warning"),
        (date(2026, 9, 29), Level.CRITICAL, "critical"),
        (date(2026, 9, 29), Level.HIGH, "warning"),
    ],
)
def test_an_overdue_action_is_critical_after_fourteen_days_on_a_critical_risk(
    due: date, level: Level, severity: str | None
) -> None:
    facts = replace(of_risk(level=level), actions=(replace(ACTION, risk_id=RISK.id, due_on=due),))
    finding = only("risk.action_overdue", facts)
    assert (finding and finding.severity) == severity
    closed = replace(facts, risks=(replace(RISK, status="closed"),))
    assert only("risk.action_overdue", closed) is None


def test_an_issue_has_a_plan_once_an_action_has_both_owner_and_date() -> None:
    struck = of_risk(status="occurred")
    for owner, due, planned in ((None, date(2026, 11, 1), False), (UUID(int=9), None, False),
                                (UUID(int=9), date(2026, 11, 1), True)):  # fmt: skip
        action = replace(ACTION, risk_id=RISK.id, owner_id=owner, due_on=due)
        assert (only("risk.issue_without_plan", replace(struck, actions=(action,))) is None) is planned


def test_a_response_is_ineffective_only_when_every_action_is_done() -> None:
    two = (replace(ACTION, risk_id=RISK.id), TROUBLE.actions[1])
    assert only("risk.ineffective_response", replace(of_risk(), actions=two)) is None
    assert only("risk.ineffective_response", replace(of_risk(), actions=())) is None


def register(*losses: tuple[str, int | None]) -> Facts:
    risks = [
        RiskFacts(UUID(int=n), "r", category=category, expected_loss=None if loss is None else Decimal(loss))
        for n, (category, loss) in enumerate(losses, 1)
    ]
    return Facts(risks=tuple(risks), venture=VENTURE)


@pytest.mark.parametrize(
    ("losses", "share"),
    [
        ([("a", 61), ("b", 13), ("b", 13), ("c", 13)], "61.0"),
        ([("a", 60), ("b", 20), ("b", 10), ("c", 10)], None),
        ([("a", 90), ("b", 5), ("b", 5)], None),
        ([("a", 90), ("b", 5), ("b", 5), ("c", None)], None),
        ([("a", 0), ("b", 0), ("b", 0), ("c", 0)], None),
    ],
)
def test_concentration_is_more_than_sixty_percent_among_four_known(
    losses: list[tuple[str, int | None]], share: str | None
) -> None:
    finding = only("register.concentration", register(*losses))
    assert (finding and finding.evidence["share_percent"]) == share


def test_a_common_cause_is_the_same_words_whatever_their_spelling() -> None:
    assert set(found("risk.common_cause", TROUBLE)) == {VENTURE.id}
    assert found("risk.common_cause", replace(TROUBLE, risks=TROUBLE.risks[:2])) == {}
    assert found("risk.common_cause", register(("a", 1), ("a", 1), ("a", 1))) == {}


def test_a_register_is_dead_after_sixty_silent_days_of_an_active_venture() -> None:
    silent = replace(VENTURE, register_moved_at=NOW - timedelta(days=60))
    rule = RULES["register.stale"]
    finding = only("register.stale", Facts(venture=silent))
    assert finding is not None
    assert finding.since == NOW
    later = Facts(venture=replace(silent, register_moved_at=NOW))
    assert only("register.stale", later) is None
    assert rule.next_change(later, rule.with_defaults(), NOW) == NOW + timedelta(days=60)
    assert only("register.stale", Facts(venture=replace(silent, stage="closing"))) is None
    assert only("register.stale", Facts(venture=replace(silent, register_moved_at=None))) is not None


def of_milestone(**change: object) -> Facts:
    return replace(TROUBLE, milestones=(replace(MILESTONE, **change),))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("code", "change", "fires"),
    [
        ("milestone.no_progress", {}, True),
        ("milestone.no_progress", {"status": "planned"}, False),
        ("milestone.no_progress", {"percent_complete": 100}, False),
        ("milestone.criteria_failing", {"due_on": date(2026, 10, 28)}, True),
        ("milestone.criteria_failing", {"due_on": date(2026, 10, 29)}, False),
        ("milestone.criteria_failing", {"status": "done"}, False),
        ("milestone.slipping", {"postponed": 2, "due_on": date(2026, 7, 8)}, False),
        ("milestone.slipping", {"postponed": 2, "due_on": date(2026, 7, 9)}, True),
        ("milestone.slipping", {"postponed": 3, "due_on": date(2026, 7, 1)}, True),
        ("milestone.slipping", {"postponed": 2, "baseline_start_on": None}, False),
        ("milestone.blocked_by_other", {}, True),
        ("milestone.blocked_by_other", {"status": "done"}, False),
        ("plan.unbaselined", {}, False),
        ("plan.unbaselined", {"due_on": None}, True),
        ("plan.unbaselined", {"baseline_due_on": None}, True),
    ],
)
def test_of_a_milestone(code: str, change: dict[str, object], fires: bool) -> None:
    assert (only(code, of_milestone(**change)) is not None) is fires


def test_criteria_that_pass_or_were_never_measured_do_not_fail() -> None:
    for result in ("pass", None):
        criteria = (replace(TROUBLE.criteria[0], result=result),)
        assert found("milestone.criteria_failing", replace(TROUBLE, criteria=criteria)) == {}


def test_optimism_is_the_median_slip_of_the_last_finished_milestones() -> None:
    finished = TROUBLE.milestones[2:]
    finding = only("schedule.optimism", replace(TROUBLE, milestones=finished))
    assert finding is not None
    assert finding.evidence["slip_percent"] == "56"
    assert only("schedule.optimism", replace(TROUBLE, milestones=finished[:4])) is None
    punctual = tuple(replace(one, completed_on=one.baseline_due_on) for one in finished[:3])
    assert only("schedule.optimism", replace(TROUBLE, milestones=punctual + finished[3:])) is None


@pytest.mark.parametrize(
    ("due", "severity"),
    [(date(2026, 10, 14), None), (date(2026, 10, 13), "warning"), (date(2026, 9, 24), "warning"),
     (date(2026, 9, 23), "critical")],
)  # fmt: skip
def test_a_condition_counts_working_days_and_is_quiet_once_met(due: date, severity: str | None) -> None:
    condition = replace(TROUBLE.conditions[0], due_on=due)
    finding = only("review.condition_overdue", replace(TROUBLE, conditions=(condition,)))
    assert (finding and finding.severity) == severity
    assert only("review.condition_overdue", replace(TROUBLE, conditions=(replace(condition, met_at=NOW),))) is None


def test_a_review_is_overdue_until_it_no_longer_waits() -> None:
    assert only("review.overdue", TROUBLE) is not None
    assert only("review.overdue", replace(TROUBLE, reviews=(replace(TROUBLE.reviews[0], waits=False),))) is None


@pytest.mark.parametrize(
    ("change", "severity"),
    [
        ({"expires_on": date(2026, 11, 13)}, "warning"),
        ({"expires_on": date(2026, 11, 14)}, None),
        ({"expires_on": date(2026, 10, 14)}, "warning"),
        ({"expires_on": date(2026, 10, 13)}, "critical"),
        ({"used": False}, None),
        ({"kind": "funding"}, None),
    ],
)
def test_a_licence_of_data_in_use(change: dict[str, object], severity: str | None) -> None:
    resource = replace(TROUBLE.resources[0], **change)  # type: ignore[arg-type]
    finding = only("data.licence_expiry", replace(TROUBLE, resources=(resource,), data_uses=()))
    assert (finding and finding.severity) == severity


def test_thresholds_in_the_wrong_order_are_refused_by_name() -> None:
    rule = RULES["data.licence_expiry"]
    with pytest.raises(InvalidParameter, match="critical_within_days \\(31\\) must not exceed within_days") as refusal:
        rule.with_defaults({"critical_within_days": 31})
    assert refusal.value.name == "critical_within_days"


@pytest.mark.parametrize(
    ("code", "change", "fires"),
    [
        ("talent.single_point", lambda facts: facts, True),
        ("talent.single_point", lambda facts: replace(facts, places=facts.places[:3]), False),
        (
            "talent.single_point",
            lambda facts: replace(facts, places=tuple(replace(p, function="core_technology") for p in facts.places)),
            False,
        ),
        ("talent.overallocated", lambda facts: facts, True),
        ("talent.overallocated", lambda facts: replace(facts, places=facts.places[1:]), False),
        ("talent.attrition", lambda facts: facts, True),
        ("talent.attrition", lambda facts: replace(facts, venture=replace(facts.venture, left=(NOW,))), False),
        (
            "talent.attrition",
            lambda facts: replace(facts, venture=replace(facts.venture, left=(LONG_AGO, NOW))),
            False,
        ),
    ],
)
def test_of_people(code: str, change: Callable[[Facts], Facts], fires: bool) -> None:
    assert bool(found(code, change(TROUBLE))) is fires
