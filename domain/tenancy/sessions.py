"""What can be asked of sessions: people end their own, administrators those of a member; gone within five seconds."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from pydantic import Field

from domain.identity.sessions import end_of_member, end_one, end_others
from domain.kernel.commands import Done, command
from domain.kernel.errors import NotFound
from domain.kernel.inputs import IdOf, Input
from domain.kernel.work import Work
from domain.tenancy.permissions import Action
from domain.tenancy.reach import check_role
from domain.tenancy.tables import Member

_ENDED = {"ended": "How many sessions have ended; null when the request is repeated."}


class EndSession(Input):
    """Which session to end."""

    id: Annotated[UUID, IdOf("session")] = Field(description="The session.")


class EndOtherSessions(Input):
    """Nothing has to be said: the session that asks is the one that stays."""


class EndMemberSessions(Input):
    """Whose sessions to end."""

    id: Annotated[UUID, IdOf("member")] = Field(description="The member.")


@command(Action.SESSION_WRITE, returns={}, reports=_ENDED)
async def end_session(work: Work, given: EndSession) -> Done:
    """End one of your own sessions, by its id in the list. A key has none."""
    own = work.principal.session_id
    if own is None or not await end_one(work.runtime, own, given.id):
        raise NotFound.at("id", what="session")
    work.record("session.ended", ("session", given.id))
    return Done({}, reports={"ended": 1})


@command(Action.SESSION_WRITE, returns={}, reports=_ENDED)
async def end_other_sessions(work: Work, given: EndOtherSessions) -> Done:
    """End all your sessions but the one that asks, in every tenant. A key has none."""
    own = work.principal.session_id
    if own is None:
        return Done({}, reports={"ended": 0})
    ended = await end_others(work.runtime, own)
    work.record("session.others_ended", ("session", own), after={"ended": ended})
    return Done({}, reports={"ended": ended})


@command(Action.MEMBER_WRITE, returns={"member": "member"}, reports=_ENDED)
async def end_member_sessions(work: Work, given: EndMemberSessions) -> Done:
    """End all sessions of a member in this tenant: the person has to sign in again. Keys that they made stay."""
    member = await work.get(Member, given.id)
    check_role(work, member.role, "the member's role")
    ended = await end_of_member(work.runtime, work.tenant_id, member.id)
    work.record("member.sessions_ended", ("member", member.id), after={"ended": ended})
    return Done({"member": member.id}, reports={"ended": ended})
