"""The built-in rules: what each says of a venture's facts, since when, and when that changes by itself."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendars.working_days import working_calendar
from domain.risks.monitoring.chapters.resources import ResourceFacts
from domain.risks.monitoring.facts import (
    ActionFacts,
    ConditionFacts,
    CriterionFacts,
    Facts,
    ForeignPredecessor,
    IndicatorFacts,
    MilestoneFacts,
    ReviewFacts,
    RiskFacts,
    VentureFacts,
)
from domain.risks.monitoring.finding import Evidence, Finding, Severity
from domain.risks.monitoring.inhibition import MUTED_BY, SILENCED_BY_ACCEPTANCE
from domain.risks.monitoring.registry import RULES, by_code
from domain.risks.monitoring.rules.rule import InvalidParameter
from domain.risks.monitoring.rules.texts import Texts
from domain.risks.scale import Level
from tests.domain.risks.monitoring.trouble import TROUBLE

NOW = datetime(2026, 10, 14, 12, tzinfo=UTC)
RISK = RiskFacts(UUID(int=1), "Data runs out", owner_id=UUID(int=9))
MILESTONE = MilestoneFacts(UUID(int=2), "Prototype", "in_progress", date(2026, 10, 2))
SHANGHAI = ZoneInfo("Asia/Shanghai")


def days_ago(days: float) -> datetime:
    return NOW - timedelta(days=days)


def about(code: str, subject: RiskFacts | MilestoneFacts, now: datetime = NOW, **more: object) -> Finding | None:
    """What a rule says of the only subject."""
    own = {"risks": (subject,)} if isinstance(subject, RiskFacts) else {"milestones": (subject,)}
    facts = Facts(**own, **more)  # type: ignore[arg-type]  # the tests' own shorthand
    rule = RULES[code]
    return rule.evaluate(facts, rule.with_defaults(), now).get(subject.id)


@pytest.mark.parametrize(
    ("status", "level", "fires"),
    [
        ("open", Level.CRITICAL, True),
        ("accepted", Level.CRITICAL, True),
        ("closed", Level.CRITICAL, False),
        ("occurred", Level.CRITICAL, False),
        ("open", Level.HIGH, False),
        ("open", None, False),
    ],
)
def test_level_critical(status: str, level: Level | None, fires: bool) -> None:
    finding = about("risk.level_critical", replace(RISK, status=status, level=level, level_since=days_ago(2)))
    assert (finding is not None) is fires
    if finding:
        assert (finding.severity, finding.since) == (Severity.CRITICAL, days_ago(2))


@pytest.mark.parametrize(
    ("due", "severity"),
    [
        (None, None),
        (date(2026, 10, 15), None),
        (date(2026, 10, 14), None),
        (date(2026, 10, 13), "warning"),
        (date(2026, 9, 14), "warning"),
        (date(2026, 9, 13), "critical"),
    ],
)
def test_assessment_overdue(due: date | None, severity: str | None) -> None:
    finding = about("risk.assessment_overdue", replace(RISK, next_assessment_on=due))
    assert (finding and finding.severity) == severity


def test_an_assessment_is_overdue_from_the_end_of_its_day_in_the_tenants_zone() -> None:
    risk = replace(RISK, next_assessment_on=date(2026, 10, 13))
    midnight = datetime(2026, 10, 13, 16, tzinfo=UTC)
    assert about("risk.assessment_overdue", risk, midnight - timedelta(seconds=1), zone=SHANGHAI) is None
    finding = about("risk.assessment_overdue", risk, midnight, zone=SHANGHAI)
    assert finding is not None
    assert (finding.since, finding.evidence["days"]) == (midnight, 1)
    assert about("risk.assessment_overdue", replace(risk, status="closed"), NOW) is None


@pytest.mark.parametrize(
    ("change", "fires"),
    [
        ({}, True),
        ({"level": Level.CRITICAL}, True),
        ({"level": Level.MEDIUM}, False),
        ({"responses": 1}, False),
        ({"status": "accepted"}, False),
        ({"status": "closed"}, False),
    ],
)
def test_no_response(change: dict[str, object], fires: bool) -> None:
    risk = replace(RISK, level=Level.HIGH, high_since=days_ago(5), unanswered_since=days_ago(1))
    finding = about("risk.no_response", replace(risk, **change))  # type: ignore[arg-type]
    assert (finding is not None) is fires
    if finding:
        assert finding.since == days_ago(1)


@pytest.mark.parametrize(
    ("change", "fires"),
    [
        ({}, True),
        ({"status": "accepted"}, True),
        ({"owner_id": UUID(int=9)}, False),
        ({"level": Level.MEDIUM}, False),
        ({"status": "occurred"}, False),
    ],
)
def test_no_owner(change: dict[str, object], fires: bool) -> None:
    risk = replace(RISK, level=Level.HIGH, high_since=days_ago(5), owner_id=None)
    finding = about("risk.no_owner", replace(risk, **change))  # type: ignore[arg-type]
    assert (finding is not None) is fires
    if finding:
        assert finding.since is None, "where the data do not tell when the owner left, nothing is claimed"
    known = about("risk.no_owner", replace(risk, ownerless_since=days_ago(9)))
    assert known is not None
    assert known.since == days_ago(5)


@pytest.mark.parametrize(
    ("due", "severity", "working_days"),
    [
        (date(2026, 10, 14), None, None),
        (date(2026, 10, 13), "warning", 1),
        (date(2026, 10, 9), "warning", 3),
        (date(2026, 9, 30), "warning", 10),
        (date(2026, 9, 29), "critical", 11),
    ],
)
def test_milestone_overdue_counts_working_days(due: date, severity: str | None, working_days: int | None) -> None:
    finding = about("milestone.overdue", replace(MILESTONE, due_on=due))
    assert (finding and finding.severity) == severity
    if finding:
        assert finding.evidence["working_days"] == working_days
        assert finding.since == datetime(due.year, due.month, due.day, tzinfo=UTC) + timedelta(days=1)


def test_holidays_delay_the_critical_day_of_a_milestone() -> None:
    due = replace(MILESTONE, due_on=date(2026, 9, 29))
    holidays = working_calendar(off=[date(2026, 10, day) for day in (1, 2, 5, 6, 7)])
    finding = about("milestone.overdue", due, calendar=holidays)
    assert finding is not None
    assert (finding.severity, finding.evidence["working_days"]) == (Severity.WARNING, 6)


@pytest.mark.parametrize("due", [date.min, date(1999, 1, 1), date(2100, 12, 31), date.max])
def test_a_due_date_far_from_today_stops_nothing(due: date) -> None:
    rule = RULES["milestone.overdue"]
    for calendar in (working_calendar(), working_calendar((False,) * 7)):
        facts = Facts(
            milestones=(replace(MILESTONE, due_on=due),), zone=ZoneInfo("America/New_York"), calendar=calendar
        )
        assert len(rule.evaluate(facts, rule.with_defaults(), NOW)) == (due < NOW.date())
        after = rule.next_change(facts, rule.with_defaults(), NOW)
        assert (after is not None) == (due > NOW.date())


@pytest.mark.parametrize("status", ["done", "cancelled"])
def test_a_finished_milestone_is_never_overdue(status: str) -> None:
    assert about("milestone.overdue", replace(MILESTONE, status=status)) is None
    assert about("milestone.overdue", replace(MILESTONE, due_on=None)) is None


def test_holds_are_those_of_the_catalogue() -> None:
    holds = {code: rule.hold.days for code, rule in RULES.items() if rule.hold}
    assert holds == {
        "risk.above_target": 30,
        "risk.unassessed": 7,
        "risk.assessment_overdue": 1,
        "risk.no_response": 3,
        "risk.no_owner": 1,
        "risk.ineffective_response": 14,
        "risk.issue_without_plan": 1,
        "register.exposure": 1,
        "funding.runway": 3,
        "funding.default_dead": 7,
        "funding.tranche_at_risk": 1,
        "compute.cost_per_run": 3,
        "milestone.no_progress": 14,
        "milestone.blocked_by_other": 1,
        "milestone.forecast_late": 1,
        "milestone.p_meet_drop": 1,
        "milestone.float_consumed": 3,
        "plan.unbaselined": 3,
        "review.overdue": 5,
        "talent.overallocated": 10,
        "market.competitor_move": 14,
    }
    kept = {code for code, rule in RULES.items() if rule.keep == timedelta(days=1)}
    assert kept == {
        *("indicator.warning", "indicator.critical", "indicator.trend"),
        *("funding.runway", "funding.default_dead", "funding.burn_spike", "funding.overspend", "schedule.spi"),
        "funding.burn_multiple",
        *("funding.gap", "funding.raise_too_late", "funding.tranche_at_risk", "funding.concentration"),
    }, "what is measured may return"
    assert all(rule.keep == timedelta(0) for code, rule in RULES.items() if code not in kept), "facts clear at once"


def severities(facts: Facts, now: datetime) -> dict[tuple[str, UUID], Severity]:
    return {
        (code, subject): finding.severity
        for code, rule in RULES.items()
        for subject, finding in rule.evaluate(facts, rule.with_defaults(), now).items()
    }


@given(
    st.dates(date(2026, 8, 1), date(2026, 12, 1)),
    st.dates(date(2026, 8, 1), date(2026, 12, 1)),
    st.integers(0, 24 * 200),
    st.integers(1, 24 * 200),
    st.sampled_from([UTC, SHANGHAI, ZoneInfo("America/New_York")]),
)
def test_between_now_and_the_next_change_time_changes_nothing(
    due: date, assess: date, start: int, wait: int, zone: ZoneInfo
) -> None:
    facts = Facts(
        risks=(replace(RISK, next_assessment_on=assess, level=Level.HIGH, expected_on=due),),
        milestones=(replace(MILESTONE, due_on=due),),
        zone=zone,
        actions=(ActionFacts(UUID(int=3), "a", RISK.id, assess),),
        criteria=(CriterionFacts(UUID(int=4), "c", MILESTONE.id, "fail"),),
        predecessors=(ForeignPredecessor(MILESTONE.id, "planned", assess),),
        reviews=(ReviewFacts(UUID(int=5), "v", assess),),
        conditions=(ConditionFacts(UUID(int=6), "c", due),),
        resources=(ResourceFacts(UUID(int=7), "d", "data", due, True),),
        indicators=(
            IndicatorFacts(UUID(int=9), "i", None, datetime(2026, 7, 1, tzinfo=UTC), crosses_critical_on=due),
            IndicatorFacts(UUID(int=10), "j", None, datetime(2026, 8, 3, 7, tzinfo=UTC), 20),
        ),
        venture=VentureFacts(UUID(int=8), "v", created_at=datetime(2026, 7, 1, tzinfo=UTC), left=(NOW, NOW)),
    )
    now = datetime(2026, 7, 1, tzinfo=UTC) + timedelta(hours=start)
    changes = [rule.next_change(facts, rule.with_defaults(), now) for rule in RULES.values()]
    first = min((at for at in changes if at), default=None)
    later = now + timedelta(hours=wait)
    if first is None or later < first:
        assert severities(facts, later) == severities(facts, now)
    else:
        assert first > now
        assert severities(facts, first) != severities(facts, now)
        assert severities(facts, first - timedelta(microseconds=1)) == severities(facts, now)


def test_every_rule_speaks_both_languages_of_what_it_saw() -> None:
    seen = set()
    for rule in RULES.values():
        for finding in rule.evaluate(TROUBLE, rule.with_defaults(), NOW).values():
            seen.add(rule.code)
            assert finding.severity in rule.severities
            assert (rule.summary.names() | rule.advice.names()) <= set(finding.evidence)
            for locale in ("en", "zh-CN", "de"):
                summary = rule.summarise(locale, "T{x}", finding.evidence, NOW.date())
                advice = rule.advise(locale, "T", finding.evidence, NOW.date())
                assert "T{x}" in summary
                assert "{" not in (summary + advice).replace("T{x}", "")
    assert seen == set(RULES), "TROUBLE must have something for every rule to find"


def test_every_rule_and_parameter_is_described_in_both_languages() -> None:
    for rule in RULES.values():
        texts = [
            rule.name,
            rule.condition,
            rule.summary,
            rule.advice,
            *(one.meaning for one in rule.parameters.values()),
        ]
        for text in texts:
            assert set(text.by_locale()) == {"en", "zh-CN"}
            assert text.en.isascii() or "“" in text.en
            assert any("\u4e00" <= letter <= "\u9fff" for letter in text.zh_cn), text.zh_cn
        assert set(re.findall(r"{(\w+)}", rule.summary.en)) == set(re.findall(r"{(\w+)}", rule.summary.zh_cn)), (
            rule.code
        )


def test_no_rule_finds_anything_where_nothing_is_known() -> None:
    bare = Facts(
        risks=(RiskFacts(UUID(int=1), "r"),),
        milestones=(MilestoneFacts(UUID(int=2), "m"),),
        actions=(ActionFacts(UUID(int=3), "a", UUID(int=1)),),
        criteria=(CriterionFacts(UUID(int=4), "c", UUID(int=2)),),
        reviews=(ReviewFacts(UUID(int=5), "v"),),
        conditions=(ConditionFacts(UUID(int=6), "c"),),
        resources=(ResourceFacts(UUID(int=7), "d", "data"),),
    )
    for facts in (Facts(), bare):
        found = {code for code, rule in RULES.items() if rule.evaluate(facts, rule.with_defaults(), NOW)}
        assert found <= {"risk.unassessed"}


def test_sentences() -> None:
    rule = RULES["risk.assessment_overdue"]
    seen: Evidence = {"next_assessment_on": "2026-10-13"}
    assert rule.summarise("en-GB", "A", seen, NOW.date()) == "Risk “A” was to be assessed again by 2026-10-13."
    assert rule.summarise("zh-Hans-CN", "A", seen, NOW.date()) == "风险“A”应在 2026-10-13 前重新评估，至今尚未评估。"
    owner = RULES["risk.no_owner"].summarise("zh-CN", "high", {"level": "high"}, NOW.date())
    assert owner == "风险“high”（等级：高）自 2026-10-14 起没有负责人。"


@pytest.mark.parametrize("title", ["{level}", "{title}", "{0.__class__}", "{level.__class__.__mro__}", "%s $x \\1 {"])
def test_a_title_is_never_read_as_a_template(title: str) -> None:
    assert Texts("“{title}” is {level}", "").fill("en", title, {"level": "low"}, NOW.date()) == f"“{title}” is low"


def test_parameters_are_checked_by_name_and_range() -> None:
    rule = RULES["milestone.overdue"]
    assert rule.with_defaults() == {"critical_after_days": 10}
    assert rule.with_defaults({"critical_after_days": 3}) == {"critical_after_days": 3}
    for wrong in ({"critical_after_days": 0}, {"critical_after_days": True}, {"critical": 3}):
        with pytest.raises(InvalidParameter) as refusal:
            rule.with_defaults(wrong)
        assert refusal.value.name in wrong


def test_codes_are_unique_and_their_category_is_their_first_word() -> None:
    assert {rule.category for rule in RULES.values()} == {
        *("risk", "acceptance", "register", "indicator", "milestone", "plan", "schedule", "review", "data", "talent"),
        *("funding", "compute", "compliance", "market"),
    }
    with pytest.raises(ValueError, match="two rules"):
        by_code((RULES["risk.no_owner"], replace(RULES["risk.no_owner"], hold=timedelta(0))))
    assert set(RULES) >= SILENCED_BY_ACCEPTANCE
    assert "risk.level_critical" not in MUTED_BY


def test_an_acceptance_holds_through_the_end_of_its_day() -> None:
    facts = Facts(zone=SHANGHAI)
    ends = facts.acceptance_ends(replace(RISK, accepted_until=date(2026, 10, 14)))
    assert ends == datetime(2026, 10, 14, 16, tzinfo=UTC)
    assert facts.acceptance_ends(RISK) is None
