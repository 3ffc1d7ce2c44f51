"""The rules as they hold in a tenant: the built-in ones with what the tenant changed, and the tenant's own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlmodel import col

from domain.kernel.work import Work
from domain.risks.monitoring.alert import EscalationPolicy, RuleTimes
from domain.risks.monitoring.custom import custom_rule
from domain.risks.monitoring.finding import Severity
from domain.risks.monitoring.inhibition import strongest_first
from domain.risks.monitoring.registry import RULES
from domain.risks.monitoring.rules.rule import Rule
from domain.risks.rule_tables import Rule as RuleRow
from domain.risks.rule_tables import TenantEscalation


@dataclass(frozen=True)
class TenantRule:
    """A rule as it holds in a tenant.

    `changed_at`: when the tenant last changed its condition, hold or keep. `shadow`: it is only tried.
    """

    rule: Rule
    enabled: bool = True
    changed_parameters: Mapping[str, int] | None = None
    times: RuleTimes = field(default_factory=RuleTimes)
    severity: Severity | None = None
    changed_at: datetime | None = None
    shadow: bool = False


async def tenant_rules(work: Work) -> list[TenantRule]:
    """Every rule as it holds in the tenant, those first that mute others."""
    found = await work.session.execute(
        sa.select(RuleRow).where(col(RuleRow.tenant_id) == work.tenant_id, col(RuleRow.archived_at).is_(None))
    )
    rows = {row.code: row for row in found.scalars()}
    own = {code: custom_rule(code, row) for code, row in rows.items() if row.expression is not None}
    known = {**RULES, **own}
    return [as_held(known[code], rows.get(code)) for code in strongest_first(list(known))]


async def rule_of(work: Work, code: str) -> TenantRule | None:
    """One rule as it holds in the tenant; None where there is none of this code (any more)."""
    row = await rule_row(work, code)
    rule = RULES.get(code)
    if rule is None and row is not None and row.expression is not None:
        rule = custom_rule(code, row)
    return None if rule is None else as_held(rule, row)


async def rule_row(work: Work, code: str, *, lock: bool = False) -> RuleRow | None:
    """What the tenant has said about a rule."""
    statement = sa.select(RuleRow).where(
        col(RuleRow.tenant_id) == work.tenant_id, col(RuleRow.code) == code, col(RuleRow.archived_at).is_(None)
    )
    if lock:
        statement = statement.with_for_update(key_share=True)
    return (await work.session.execute(statement)).scalar_one_or_none()


def as_held(rule: Rule, row: RuleRow | None) -> TenantRule:
    """The rule with what a tenant has said about it."""
    if row is None:
        return TenantRule(rule, times=RuleTimes(rule.hold, rule.keep))
    return TenantRule(
        rule,
        row.enabled,
        row.parameters,
        RuleTimes(
            rule.hold if row.hold_seconds is None else timedelta(seconds=row.hold_seconds),
            rule.keep if row.keep_seconds is None else timedelta(seconds=row.keep_seconds),
            row.enabled_at,
        ),
        row.severity,
        row.condition_changed_at,
        row.shadow_since is not None,
    )


def in_shadow(rules: Iterable[TenantRule]) -> frozenset[str]:
    """The codes of the rules that are only tried."""
    return frozenset(held.rule.code for held in rules if held.shadow)


async def escalation_policy(work: Work) -> EscalationPolicy:
    """The tenant's patience."""
    row = (
        await work.session.execute(
            sa.select(TenantEscalation).where(
                col(TenantEscalation.tenant_id) == work.tenant_id, col(TenantEscalation.archived_at).is_(None)
            )
        )
    ).scalar_one_or_none()
    if row is None:
        return EscalationPolicy()
    return EscalationPolicy(
        after=timedelta(hours=row.after_hours),
        after_critical=timedelta(hours=row.after_critical_hours),
        reminder_every=timedelta(days=row.reminder_days),
        acknowledged_for=None if row.acknowledgement_days is None else timedelta(days=row.acknowledgement_days),
    )
