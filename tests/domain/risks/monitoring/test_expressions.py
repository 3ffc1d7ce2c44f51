"""Expressions of tenants: what is taken, what is refused and where, and that none can cost more than its length."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import cel
import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.risks.monitoring.custom import check_expression, custom_rule
from domain.risks.monitoring.custom_facts import FACTS, FACTS_OF
from domain.risks.monitoring.expressions import InvalidExpression
from domain.risks.monitoring.finding import Severity
from domain.risks.monitoring.rules.rule import PartlyFailed
from domain.risks.rule_tables import Rule as RuleRow
from domain.risks.rule_tables import RuleSubject
from tests.domain.risks.monitoring.trouble import NOW, TROUBLE


def rule(expression: str, subject: str = "risk") -> RuleRow:
    check_expression(subject, expression)
    return RuleRow(
        tenant_id=TROUBLE.venture.id, code="custom.x", parameters={}, title="X", subject_type=subject,
        expression=expression, severity=Severity.WARNING,
    )  # fmt: skip


def holds(expression: str, subject: str = "risk") -> int:
    """For how many subjects of TROUBLE the expression is true."""
    return len(custom_rule("custom.x", rule(expression, subject)).evaluate(TROUBLE, {}, NOW))


@pytest.mark.parametrize(
    ("subject", "expression", "count"),
    [
        ("risk", "risk.score >= 20", 1),
        ("risk", "risk.level in ['high', 'critical'] && risk.responses == 0", 1),
        ("risk", "!has(risk.level) && risk.status != 'occurred'", 3),
        ("risk", "has(risk.level) ? risk.score > 3 : risk.expected_loss < 20.5", 4),
        ("risk", "risk.expected_loss * 2.0 > 199999.0 || risk.status == \"occurred\"", 2),
        ("risk", "risk.category.startsWith('tech') && size(risk.category) == 9", 2),
        ("risk", "-risk.score + 30 < 2 * 3", 1),
        ("milestone", "milestone.days_until_due < -10 && milestone.failing_criteria > 0", 1),
        ("milestone", "milestone.percent_complete == 100", 5),
        ("milestone", "milestone.criteria > 0 && milestone.failing_criteria + milestone.unmeasured_criteria > 0", 1),
        ("milestone", "milestone.key || milestone.slipped_days > 0 || milestone.days_without_progress > 7", 1),
        ("indicator", "indicator.state == 'warning' && indicator.slope_per_day < 0.0", 1),
        ("indicator", "indicator.latest_value > indicator.critical", 2),
        ("indicator", "indicator.days_since_reading > 2 * indicator.interval_days", 1),
        ("indicator", "indicator.days_until_critical <= 22 && indicator.trend == 'falling'", 1),
        ("indicator", "!indicator.of_risk || indicator.risk_level in ['high', 'critical']", 2),
        ("indicator", "indicator.category == 'technical' && indicator.direction == 'lower_is_worse'", 1),
        ("indicator", "has(indicator.warning) && !has(indicator.unit)", 0),
        ("venture", "venture.overdue_milestones > 0 && venture.people >= 4", 1),
        ("resource", "resource.used && resource.days_until_expiry < 30", 1),
        ("action", "!action.done && action.days_until_due < 0", 1),
    ],
)  # fmt: skip
def test_what_an_expression_finds(subject: str, expression: str, count: int) -> None:
    assert holds(expression, subject) == count


@pytest.mark.parametrize(
    ("expression", "position", "says"),
    [
        ("risk.colour == 'red'", 6, "no fact risk.colour"),
        ("score > 3", 1, "there is no score"),
        ("milestone.status == 'done'", 1, "there is no milestone"),
        ("risk.score > 'a'", 12, "cannot compare a whole number with a text"),
        ("risk.score > 1.5", 12, "write the whole number with a point"),
        ("risk.score", 1, "must be true or false"),
        ("true", 1, "names no fact"),
        ("risk.score > 3 &&", 18, "a value is missing before the end"),
        ("risk.score > 3)", 15, ") cannot stand here"),
        ("(risk.score > 3", 16, ") is missing"),
        ("risk.score > 3 && 1", 19, "must stand after &&"),
        ("risk.has_owner > false", 1, "cannot order"),
        ("risk.score + risk.category == 3", 12, "cannot join"),
        ("risk.level in ['a', 3]", 21, "in a list of such"),
        ("risk.level in ['a'].map(x, x)", 21, "there is no map"),
        ("[1, 2].all(x, x > risk.score)", 8, "there is no all"),
        ("risk.level.matches('(a+)+$')", 12, "there is no matches"),
        ("risk.score > 3 ; drop", 16, "cannot stand here"),
        ("risk.level == 'a\\x41'", 15, "cannot stand here"),
        ("risk.score > 99999999999999999999", 14, "too large"),
        ("has(risk)", 9, ". is missing"),
        ("risk.score > 3 ? 1 : 'a'", 18, "both sides"),
        ("", 1, "a value is missing"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(expression: str, position: int, says: str) -> None:
    with pytest.raises(InvalidExpression) as refusal:
        check_expression("risk", expression)
    assert refusal.value.position == position, str(refusal.value)
    assert says in str(refusal.value)


@pytest.mark.parametrize("subject", sorted(FACTS))
def test_whoever_names_what_is_no_fact_is_told_those_that_there_are(subject: str) -> None:
    with pytest.raises(InvalidExpression) as refusal:
        check_expression(subject, f"{subject}.colour == 'red'")
    assert str(refusal.value).endswith("; there are " + ", ".join(f"{subject}.{name}" for name in FACTS[subject]))


@pytest.mark.parametrize("subject", sorted(FACTS))
def test_every_fact_has_a_value_of_its_type_wherever_it_is_known(subject: str) -> None:
    types: dict[str, type] = {"bool": bool, "int": int, "double": float, "string": str}
    for _, values in FACTS_OF[subject](TROUBLE, NOW.date()):
        assert values.keys() == FACTS[subject].keys()
        for name, value in values.items():
            assert value is None or type(value) is types[FACTS[subject][name][0]], name


def test_what_fails_for_one_subject_is_found_for_the_others() -> None:
    facts = replace(TROUBLE, risks=tuple(replace(risk, score=5, responses=n) for n, risk in enumerate(TROUBLE.risks)))
    with pytest.raises(PartlyFailed) as partly:
        custom_rule("custom.x", rule("risk.score / risk.responses >= 1")).evaluate(facts, {}, NOW)
    assert list(partly.value.failed) == [facts.risks[0].id]
    assert list(partly.value.findings) == [risk.id for risk in facts.risks[1:6]]


@pytest.mark.parametrize(
    "hostile",
    [
        "risk.score > 3 && " * 80 + "risk.score > 3",
        "(" * 400 + "risk.score > 3" + ")" * 400,
        "!" * 900 + "risk.has_owner",
        "-" * 900 + "risk.score > 3",
        "risk.has_owner ? " * 50 + "true" + " : true" * 50,
        "[" * 500 + "]" * 500,
        "risk.level == '" + "a" * 2_000 + "'",
    ],
)
def test_nothing_long_or_deep_is_taken(hostile: str) -> None:
    with pytest.raises(InvalidExpression, match=r"longer than|deeper than|more than|missing"):
        check_expression("risk", hostile)


@given(st.text(alphabet="risk.coe has_wnr()[]!&|<>=+-*/%?:'\"0123456789,", max_size=60))
def test_whatever_is_written_is_taken_or_refused_and_what_is_taken_can_be_evaluated(text: str) -> None:
    refused: int | None = None
    try:
        check_expression("risk", text)
    except InvalidExpression as error:
        refused = error.position
    if refused is None:
        cel.compile(text)
    else:
        assert 1 <= refused <= len(text) + 1


def test_a_fact_that_is_not_known_never_makes_a_condition_hold() -> None:
    unknown = replace(TROUBLE, risks=(replace(TROUBLE.risks[1], expected_loss=None),))
    for expression in ("risk.expected_loss < 5.0", "!(risk.expected_loss > 5.0)", "risk.score < 5 || risk.score > 5"):
        assert custom_rule("custom.x", rule(expression)).evaluate(unknown, {}, NOW) == {}


def test_evidence_is_what_the_expression_names() -> None:
    findings = custom_rule("custom.x", rule("risk.expected_loss > 50000.0")).evaluate(TROUBLE, {}, NOW)
    [finding] = findings.values()
    assert finding.severity is Severity.WARNING
    assert finding.evidence["expected_loss"] == str(Decimal("100000.00"))
    assert finding.evidence["expression"] == "risk.expected_loss > 50000.0"


def test_what_counts_days_is_looked_at_again_at_midnight() -> None:
    counting = custom_rule("custom.x", rule("risk.days_open > 5"))
    after = counting.next_change(TROUBLE, {}, NOW)
    assert after is not None
    assert (after.hour, after.day) == (0, NOW.day + 1)
    assert custom_rule("custom.x", rule("risk.score > 5")).next_change(TROUBLE, {}, NOW) is None


def test_every_kind_of_subject_has_facts() -> None:
    assert set(FACTS) == {str(kind) for kind in RuleSubject}
