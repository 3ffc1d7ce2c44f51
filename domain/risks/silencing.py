"""Silences, snoozes, and how patient a tenant is."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Annotated, Final
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field
from sqlmodel import col

from domain.kernel.commands import Done, command
from domain.kernel.editing import apply, load_for_change
from domain.kernel.errors import Conflict, Invalid, InvalidState
from domain.kernel.ids import external_id
from domain.kernel.inputs import Change, Code, IdOf, Input, LongText, Moment, Whole, may_be_left_out
from domain.kernel.work import Work
from domain.risks.alert_tables import Alert
from domain.risks.monitoring.alert import State
from domain.risks.monitoring.finding import Severity
from domain.risks.monitoring.silences import start_of_new
from domain.risks.rule_tables import Silence, TenantEscalation
from domain.risks.tenant_rules import rule_of
from domain.tenancy.permissions import Action, require
from domain.tenancy.reach import check_unrestricted
from domain.ventures.tables import Venture

LONGEST: Final = timedelta(days=366)
MOST: Final = 200
"""Silences that have not ended, of one venture and of all together: twice as many are read for a look at a venture."""

AlertId = Annotated[UUID, IdOf("alert")]
SilenceId = Annotated[UUID, IdOf("silence")]
VentureId = Annotated[UUID, IdOf("venture")]
Reason = Annotated[LongText, Field(min_length=1, max_length=2_000)]
Hours = Annotated[Whole, Field(ge=1, le=24 * 90)]
Days = Annotated[Whole, Field(ge=1, le=365)]


class CreateSilence(Input):
    """Which alerts are not told, and until when. All that is given must match.

    Without venture, rule and category it holds for the whole tenant, which needs the permission `rule:write`.
    """

    rule: Code | None = Field(None, description="Only alerts of this rule.", examples=["milestone.overdue"])
    category: Code | None = Field(None, description="Only alerts of this category, of the rule or of the risk.")
    venture_id: VentureId | None = Field(None, description="Only alerts of this venture.")
    severity_at_most: Severity | None = Field(None, description="Only alerts that are no graver than this.")
    starts_at: Moment | None = Field(None, description="From when; left out or in the past: from now.")
    until: Moment = Field(description="Until when, at most a year from now.")
    reason: Reason = Field(description="Why.", examples=["Planned maintenance of the training cluster"])


class EndSilence(Input):
    """A silence that is over."""

    silence_id: SilenceId = Field(description="The silence.")


class SnoozeAlert(Input):
    """One alert that is not told for a while."""

    alert_id: AlertId = Field(description="The alert.")
    until: Moment = Field(description="Until when, at most a year from now.")
    reason: Reason = Field(description="Why.", examples=["The new contract is signed on Friday"])


class SetEscalationPolicy(Change):
    """How patient the tenant is: what is left out stays."""

    after_hours: Hours = may_be_left_out("Hours without acknowledgement to each step: the owner, then the admins.")
    after_critical_hours: Hours = may_be_left_out("The same for critical alerts; no more than for others.")
    reminder_days: Days = may_be_left_out("Days between two reminders of an alert that still fires.")
    acknowledgement_days: Days | None = Field(
        None, description="Days after which an acknowledgement lapses that names no end; null: never."
    )


@command(Action.ALERT_ACKNOWLEDGE, returns={"silence": "silence"}, creates=True)
async def create_silence(work: Work, given: CreateSilence) -> Done:
    """Silence alerts for a time. They live on; what still fires at the end is told then."""
    if given.venture_id is not None:
        await work.get(Venture, given.venture_id, "venture_id", archived=False)
    elif work.principal.venture_ids is not None:
        raise Invalid.at("venture_id", message="must be given by who is restricted to some ventures")
    if given.rule is not None and await rule_of(work, given.rule) is None:
        raise Invalid.at("rule", message=f"there is no rule {given.rule}")
    if given.venture_id is None and given.rule is None and given.category is None:
        require(work.principal, Action.RULE_WRITE)  # it would silence the whole tenant
    row = await _silence(work, given.venture_id, given.starts_at, given.until, given.reason)
    apply(row, given.sent("starts_at", "until", "reason"))
    return Done({"silence": row.id})


async def _silence(
    work: Work, venture_id: UUID | None, starts_at: datetime | None, until: datetime, reason: str
) -> Silence:
    starts = start_of_new(starts_at, work.now)
    if until <= starts:
        what = "it begins" if starts > work.now else "now"
        raise Invalid.at("until", message=f"must lie after {what}")
    if until > work.now + LONGEST:
        raise Invalid.at("until", message=f"must lie within {LONGEST.days} days from now")
    await work.guard("silences")
    open_ones = sa.select(sa.func.count()).where(
        col(Silence.tenant_id) == work.tenant_id,
        col(Silence.archived_at).is_(None),
        col(Silence.ends_at) > work.now,
        col(Silence.venture_id).is_not_distinct_from(venture_id),
    )
    if (await work.session.execute(open_ones)).scalar_one() >= MOST:
        whose = "of all ventures together" if venture_id is None else "of this venture"
        raise Invalid.at("until", message=f"there are {MOST} silences {whose} that have not ended; end one first")
    return work.new(
        Silence,
        venture_id=venture_id,
        starts_at=starts,
        ends_at=until,
        reason=reason,
        created_by=work.principal.member_id,
    )


@command(Action.ALERT_ACKNOWLEDGE, returns={"silence": "silence"})
async def end_silence(work: Work, given: EndSilence) -> Done:
    """End a silence now: what still fires is told at once. Another's silence needs the permission `rule:write`."""
    row = await load_for_change(work, Silence, given.silence_id, None, "silence_id")
    if row.venture_id is None and work.principal.venture_ids is not None:
        raise InvalidState.at("silence_id", message="concerns all ventures, and you are restricted to some")
    if row.created_by is None or row.created_by != work.principal.member_id:
        require(work.principal, Action.RULE_WRITE)
    if row.ends_at > work.now:
        apply(row, {"ends_at": work.now, "starts_at": min(row.starts_at, work.now)})
    return Done({"silence": row.id})


@command(Action.ALERT_ACKNOWLEDGE, returns={"alert": "alert", "silence": "silence"})
async def snooze_alert(work: Work, given: SnoozeAlert) -> Done:
    """Silence one alert, and those after it of the same rule about the same thing, for a time."""
    alert = await work.get(Alert, given.alert_id, "alert_id")
    if alert.state is State.RESOLVED:
        raise InvalidState.at("alert_id", message="the alert is resolved; there is nothing to put off")
    row = await _silence(work, alert.venture_id, None, given.until, given.reason)
    row.rule = alert.rule
    row.subject = external_id(alert.subject_type, alert.subject_id)
    return Done({"alert": alert.id, "silence": row.id})


@command(Action.RULE_WRITE, returns={"escalation_policy": "escalation_policy"})
async def set_escalation_policy(work: Work, given: SetEscalationPolicy) -> Done:
    """Say how long alerts may stay unacknowledged, and how often they are called to mind."""
    check_unrestricted(work)
    await work.guard("escalation_policy")
    row = (
        await work.session.execute(
            sa.select(TenantEscalation).where(
                col(TenantEscalation.tenant_id) == work.tenant_id, col(TenantEscalation.archived_at).is_(None)
            )
        )
    ).scalar_one_or_none()
    if given.expected_version is not None and (row is None or row.version != given.expected_version):
        raise Conflict.at("expected_version", message="the policy has another version by now; read it again")
    row = row or work.new(TenantEscalation)
    changes = given.sent("expected_version")
    apply(row, changes)
    if row.after_critical_hours > row.after_hours:
        raise Invalid.at(
            "after_critical_hours",
            message=f"({row.after_critical_hours}) must not exceed after_hours ({row.after_hours})",
        )
    return Done({"escalation_policy": row.id})
