"""Accepting a risk for a time: one person asks, another approves, and it ends by itself."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Annotated
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field
from sqlmodel import col

from domain.kernel.commands import Done, command
from domain.kernel.errors import Forbidden, Invalid, InvalidState
from domain.kernel.inputs import Day, IdOf, Input, LongText
from domain.kernel.work import Work
from domain.risks.acceptance_tables import Acceptance, AcceptanceState
from domain.risks.tables import Risk, RiskStatus
from domain.tenancy.permissions import Action, allows
from domain.tenancy.zone import today

LONGEST = timedelta(days=1_096)

RiskId = Annotated[UUID, IdOf("risk")]
AcceptanceId = Annotated[UUID, IdOf("acceptance")]


class RequestAcceptance(Input):
    """A request that a risk be borne until a day. Another person must approve it."""

    risk_id: RiskId = Field(description="The risk.")
    expires_on: Day = Field(description="The last day on which it holds, at most three years away.")
    reason: LongText = Field(description="Why it can be borne.", examples=["The pilot ends before the licence does."])


class ApproveAcceptance(Input):
    """An acceptance that is approved, by somebody else than the one who asked."""

    acceptance_id: AcceptanceId = Field(description="The acceptance.")
    note: LongText | None = Field(None, description="What there is to say about it.")


class RejectAcceptance(Input):
    """An acceptance that is not approved."""

    acceptance_id: AcceptanceId = Field(description="The acceptance.")
    note: LongText | None = Field(None, description="Why not.")


class WithdrawAcceptance(Input):
    """An acceptance that is not wanted any more."""

    acceptance_id: AcceptanceId = Field(description="The acceptance.")
    note: LongText | None = Field(None, description="Why not.")


@command(Action.RISK_WRITE, returns={"acceptance": "acceptance", "risk": "risk"}, creates=True)
async def request_acceptance(work: Work, given: RequestAcceptance) -> Done:
    """Ask that a risk be borne until a day.

    To prolong is to ask anew; what holds goes on until the new one is approved.
    """
    risk = await work.get(Risk, given.risk_id, "risk_id", lock=True, archived=False)
    if risk.status not in (RiskStatus.OPEN, RiskStatus.ACCEPTED):
        raise InvalidState.at("risk_id", message=f"the risk is {risk.status}; only an open one can be accepted")
    _check_expiry(given.expires_on, await today(work))
    if await standing(work, risk.id, AcceptanceState.REQUESTED) is not None:
        raise InvalidState.at("risk_id", message="an acceptance of this risk waits for approval; withdraw it first")
    row = work.new(
        Acceptance,
        venture_id=risk.venture_id,
        risk_id=risk.id,
        reason=given.reason,
        expires_on=given.expires_on,
        requested_at=work.now,
        requested_by=_person(work, "ask"),
    )
    return Done({"acceptance": row.id, "risk": risk.id})


@command(Action.ACCEPTANCE_APPROVE, returns={"acceptance": "acceptance", "risk": "risk"})
async def approve_acceptance(work: Work, given: ApproveAcceptance) -> Done:
    """Approve that a risk is borne until its day. Who asked for it cannot approve it."""
    risk, row = await _held(work, given.acceptance_id)
    person = _person(work, "approve")
    if person == row.requested_by:
        raise Invalid.at(
            "acceptance_id", message="you asked for this acceptance yourself; another person must approve it"
        )
    _check_requested(row)
    if risk.archived_at is not None or risk.status not in (RiskStatus.OPEN, RiskStatus.ACCEPTED):
        state = "archived" if risk.archived_at is not None else risk.status
        raise InvalidState.at("acceptance_id", message=f"the risk is {state} by now")
    if row.expires_on < await today(work):
        raise InvalidState.at("acceptance_id", message=f"its last day, {row.expires_on}, has passed; ask anew")
    before = await standing(work, risk.id, AcceptanceState.APPROVED)
    if before is not None:
        end(work, before, AcceptanceState.SUPERSEDED)
        await work.flush()
    row.state, row.approved_at, row.approved_by, row.note = AcceptanceState.APPROVED, work.now, person, given.note
    risk.status = RiskStatus.ACCEPTED
    await work.mark("acceptance", [row.id])
    return Done({"acceptance": row.id, "risk": risk.id})


@command(Action.ACCEPTANCE_APPROVE, returns={"acceptance": "acceptance", "risk": "risk"})
async def reject_acceptance(work: Work, given: RejectAcceptance) -> Done:
    """Refuse that a risk be borne. An acceptance that holds already goes on."""
    risk, row = await _held(work, given.acceptance_id)
    _check_requested(row)
    end(work, row, AcceptanceState.REJECTED, given.note)
    return Done({"acceptance": row.id, "risk": risk.id})


@command(Action.RISK_WRITE, returns={"acceptance": "acceptance", "risk": "risk"})
async def withdraw_acceptance(work: Work, given: WithdrawAcceptance) -> Done:
    """Take back a request, by who made it or who may approve; or end an acceptance that holds, which opens the risk."""
    risk, row = await _held(work, given.acceptance_id)
    if row.state not in (AcceptanceState.REQUESTED, AcceptanceState.APPROVED):
        raise InvalidState.at("acceptance_id", message=f"the acceptance is {row.state} already")
    own = row.state is AcceptanceState.REQUESTED and row.requested_by == work.principal.member_id
    if not own and not allows(work.principal, Action.ACCEPTANCE_APPROVE):
        raise Forbidden("an acceptance is withdrawn by who asked for it while it waits, else by who may approve it")
    held = row.state is AcceptanceState.APPROVED
    end(work, row, AcceptanceState.WITHDRAWN, given.note)
    if held and risk.status is RiskStatus.ACCEPTED:
        risk.status, risk.opened_at = RiskStatus.OPEN, work.now
    return Done({"acceptance": row.id, "risk": risk.id})


async def standing(work: Work, risk_id: UUID, state: AcceptanceState) -> Acceptance | None:
    """The one acceptance of a risk that waits for approval, or that holds."""
    statement = (
        sa.select(Acceptance)
        .where(
            col(Acceptance.tenant_id) == work.tenant_id,
            col(Acceptance.risk_id) == risk_id,
            col(Acceptance.state) == state,
            col(Acceptance.archived_at).is_(None),
        )
        .with_for_update(key_share=True)
    )
    return (await work.session.execute(statement)).scalar_one_or_none()


def end(work: Work, row: Acceptance, state: AcceptanceState, note: str | None = None) -> None:
    """End an acceptance before its day."""
    row.state, row.ended_at, row.ended_by = state, work.now, work.principal.member_id
    if note is not None:
        row.note = note


async def _held(work: Work, id: UUID) -> tuple[Risk, Acceptance]:
    """The risk and its acceptance, both locked: the risk first, as everywhere."""
    row = await work.get(Acceptance, id, "acceptance_id", archived=False)
    risk = await work.get(Risk, row.risk_id, "acceptance_id", lock=True)
    await work.session.refresh(row, with_for_update={"key_share": True})
    return risk, row


def _check_requested(row: Acceptance) -> None:
    if row.state is not AcceptanceState.REQUESTED:
        raise InvalidState.at("acceptance_id", message=f"the acceptance is {row.state} already")


def _check_expiry(expires_on: date, day: date) -> None:
    if expires_on < day:
        raise Invalid.at("expires_on", message="lies in the past; an acceptance holds through its last day")
    if expires_on > day + LONGEST:
        raise Invalid.at("expires_on", message=f"lies too far away; the latest is {day + LONGEST}")


def _person(work: Work, act: str) -> UUID:
    """The member who acts. An acceptance needs two people, so a caller without one cannot take part."""
    if work.principal.member_id is None:
        raise Forbidden(f"only a member can {act} for an acceptance, and this key acts for nobody")
    return work.principal.member_id
