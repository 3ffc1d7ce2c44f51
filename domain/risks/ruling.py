"""What a tenant can ask of its rules: settings of any, and rules of its own."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Annotated, Any, Final
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field
from sqlmodel import col

from domain.kernel.commands import Done, command
from domain.kernel.editing import apply, load_for_change
from domain.kernel.errors import Conflict, Invalid, NotFound
from domain.kernel.inputs import Change, IdOf, Input, LongText, Title, Whole, may_be_left_out
from domain.kernel.work import Work
from domain.risks.alert_tables import Alert
from domain.risks.closing import close_alerts
from domain.risks.monitoring.alert import ResolvedReason
from domain.risks.monitoring.custom import check_expression
from domain.risks.monitoring.expressions import LONGEST, InvalidExpression
from domain.risks.monitoring.finding import Severity
from domain.risks.monitoring.registry import RULES
from domain.risks.monitoring.rules.rule import CUSTOM, InvalidParameter, Rule
from domain.risks.rule_tables import Rule as RuleRow
from domain.risks.rule_tables import RuleSubject
from domain.risks.tenant_rules import rule_row
from domain.tenancy.permissions import Action
from domain.tenancy.reach import check_unrestricted

MOST_RULES: Final = 50
"""Rules of a tenant's own."""

RuleId = Annotated[UUID, IdOf("rule")]
Seconds = Annotated[Whole, Field(ge=0, le=int(timedelta(days=365).total_seconds()))]
RuleCode = Annotated[str, Field(min_length=1, max_length=80, pattern=r"^[a-z]+\.[a-z][a-z0-9_]*$")]
Slug = Annotated[str, Field(min_length=1, max_length=60, pattern=r"^[a-z][a-z0-9_]*$")]
Expression = Annotated[str, Field(min_length=1, max_length=LONGEST)]


class ParameterValue(Input):
    """A parameter of a rule; null takes the default."""

    name: Annotated[str, Field(min_length=1, max_length=60)] = Field(
        description="Its name.", examples=["critical_after_days"]
    )
    value: Whole | None = Field(None, description="Its value, within the limits of the parameter.", examples=[20])


class ConfigureRule(Change):
    """Settings of a rule: what is left out stays, null takes the default."""

    code: RuleCode = Field(description="The rule's code.", examples=["milestone.overdue"])
    enabled: bool = may_be_left_out("Whether it is evaluated. Switched off, its open alerts are resolved.")
    shadow: bool = may_be_left_out("Whether it is only tried: its alerts live, and nobody is told.")
    severity: Severity | None = Field(None, description="The severity of its alerts, instead of the rule's own.")
    hold_seconds: Seconds | None = Field(None, description="How long its condition must hold before an alert fires.")
    keep_seconds: Seconds | None = Field(None, description="How long an alert stays after its condition has gone.")
    parameters: list[ParameterValue] = may_be_left_out("Parameters to change; the others stay.", max_length=20)


class CreateRule(Input):
    """A rule of the tenant's own, over the facts of one kind of subject. It begins in shadow."""

    slug: Slug = Field(description="Its code is `custom.` and this.", examples=["no_budget"])
    title: Title = Field(description="What it finds, in a few words.", examples=["Expensive risk without reserve"])
    subject_type: RuleSubject = Field(description="What it is about.")
    expression: Expression = Field(
        description="When it fires: a CEL expression over the facts of the subject that is true or false.",
        examples=["risk.level == 'high' && risk.days_open > 30"],
    )
    severity: Severity = Field(Severity.WARNING, description="The severity of its alerts.")
    hold_seconds: Seconds = Field(0, description="How long its condition must hold before an alert fires.")
    keep_seconds: Seconds = Field(0, description="How long an alert stays after its condition has gone.")
    advice: LongText | None = Field(None, description="What usually helps; told with each alert.")


class UpdateRule(Change):
    """Changes to a rule of the tenant's own: what is left out stays, null clears."""

    id: RuleId = Field(description="The rule.")
    title: Title = may_be_left_out("What it finds, in a few words.")
    expression: Expression = may_be_left_out("When it fires.")
    advice: LongText | None = Field(None, description="What usually helps.")


class WhichRule(Change):
    """Which rule's settings, or rule of the tenant's own, to take away."""

    id: RuleId = Field(description="The rule.")


@command(Action.RULE_WRITE, returns={"rule": "rule"})
async def configure_rule(work: Work, given: ConfigureRule) -> Done:
    """Change the settings of a rule. Open alerts are looked at again at once; switched off, they are resolved."""
    check_unrestricted(work)
    await work.guard(f"rule:{given.code}")
    row = await rule_row(work, given.code, lock=True)
    if given.expected_version is not None and (row is None or row.version != given.expected_version):
        raise Conflict.at("expected_version", message="the rule's settings have another version by now; read them")
    if row is None:
        if given.code not in RULES:
            raise NotFound.at("code", what="rule")
        row = work.new(RuleRow, code=given.code, parameters={}, enabled=True)
    sent = given.sent("code", "expected_version", "parameters", "shadow")
    if "parameters" in given.model_fields_set:
        sent["parameters"] = checked_parameters(RULES.get(given.code), row.parameters, given.parameters)
    if row.expression is not None:
        for name, usual in (("hold_seconds", 0), ("keep_seconds", 0), ("severity", Severity.WARNING)):
            if name in sent and sent[name] is None:
                sent[name] = usual
    await _apply(work, row, sent)
    if "shadow" in given.model_fields_set and given.shadow is not (row.shadow_since is not None):
        row.shadow_since = work.now if given.shadow else None
    return Done({"rule": row.id})


async def _apply(work: Work, row: RuleRow, changes: dict[str, Any]) -> None:
    """Set what has changed, with the dates that alerts are judged by."""
    changes = {name: value for name, value in changes.items() if getattr(row, name) != value}
    if "enabled" in changes:
        if changes["enabled"]:
            changes["enabled_at"] = work.now
        else:
            await close_alerts(work, ResolvedReason.RULE_DISABLED, col(Alert.rule) == row.code)
    if changes.keys() & {"parameters", "hold_seconds", "keep_seconds", "expression"}:
        changes["condition_changed_at"] = work.now
    apply(row, changes)


def checked_parameters(rule: Rule | None, kept: Mapping[str, int], wanted: list[ParameterValue]) -> dict[str, int]:
    """The changed parameters after a change. Raises `Invalid` at the one that is wrong."""
    places = {value.name: place for place, value in reversed(list(enumerate(wanted)))}
    changed = dict(kept)
    for value in wanted:
        if rule is None or value.name not in rule.parameters:
            known = ", ".join(rule.parameters) if rule is not None and rule.parameters else "none"
            message = f"the rule has no parameter {value.name}; it has: {known}"
            raise Invalid.at("parameters", places[value.name], "name", message=message)
        if value.value is None:
            changed.pop(value.name, None)
        else:
            changed[value.name] = value.value
    if rule is not None:
        try:
            rule.with_defaults(changed)
        except InvalidParameter as error:
            place = places.get(error.name)
            path: tuple[str | int, ...] = ("parameters",) if place is None else ("parameters", place, "value")
            raise Invalid.at(*path, message=str(error)) from None
    return changed


@command(Action.RULE_WRITE, returns={"rule": "rule"}, creates=True)
async def create_rule(work: Work, given: CreateRule) -> Done:
    """Add a rule of the tenant's own. It begins in shadow: try it, then configure it to tell."""
    check_unrestricted(work)
    code = f"{CUSTOM}.{given.slug}"
    await work.guard("rules")
    if await rule_row(work, code) is not None:
        raise Conflict.at("slug", message=f"there is a rule {code} already")
    statement = sa.select(sa.func.count()).where(
        col(RuleRow.tenant_id) == work.tenant_id,
        col(RuleRow.archived_at).is_(None),
        col(RuleRow.expression).is_not(None),
    )
    if (await work.session.execute(statement)).scalar_one() >= MOST_RULES:
        raise Invalid.at("slug", message=f"there are {MOST_RULES} rules of your own, and no more can be")
    refuse_expression(given.subject_type, given.expression)
    row = work.new(
        RuleRow,
        code=code,
        parameters={},
        enabled_at=work.now,
        shadow_since=work.now,
        condition_changed_at=work.now,
        title=given.title,
        subject_type=given.subject_type,
        expression=given.expression,
        severity=given.severity,
        hold_seconds=given.hold_seconds,
        keep_seconds=given.keep_seconds,
        advice=given.advice,
    )
    return Done({"rule": row.id})


def refuse_expression(subject: str, expression: str) -> None:
    """Raises `Invalid` for an expression that cannot be used."""
    try:
        check_expression(str(subject), expression)
    except InvalidExpression as error:
        raise Invalid.at("expression", message=str(error)) from None


@command(Action.RULE_WRITE, returns={"rule": "rule"})
async def update_rule(work: Work, given: UpdateRule) -> Done:
    """Change a rule of the tenant's own."""
    check_unrestricted(work)
    row = await load_for_change(work, RuleRow, given.id, given.expected_version)
    changes = given.sent("id", "expected_version")
    if row.expression is None and changes:
        raise Invalid.at("id", message=f"{row.code} is built in: its settings are changed by configureRule")
    if "expression" in changes and row.subject_type is not None:
        refuse_expression(row.subject_type, changes["expression"])
    await _apply(work, row, changes)
    return Done({"rule": row.id})


@command(Action.RULE_WRITE, returns={"rule": "rule"})
async def archive_rule(work: Work, given: WhichRule) -> Done:
    """Take a rule of the tenant's own away, with its open alerts; or the settings of a built-in one. Twice is once."""
    check_unrestricted(work)
    row = await load_for_change(work, RuleRow, given.id, given.expected_version, archived=True)
    if row.archived_at is None:
        if row.expression is not None:
            await close_alerts(work, ResolvedReason.RULE_DISABLED, col(Alert.rule) == row.code)
        row.archived_at = work.now
    return Done({"rule": row.id})
