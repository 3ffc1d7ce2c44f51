"""The sessions of a person, as the person sees and ends them. Their tokens are nowhere: only hashes are stored.

A person's sessions in all tenants are theirs to see and to end: whoever has stolen one may have switched with it.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Any, Final
from uuid import UUID

import sqlalchemy as sa
from pydantic import BaseModel, Field, PlainSerializer
from sqlalchemy.orm import aliased
from sqlmodel import col

from domain.identity.devices import device_of
from domain.identity.tables import Session
from domain.kernel.inputs import IdOf
from domain.kernel.outward import instant_text
from domain.kernel.principal import Principal
from domain.kernel.runtime import Runtime

MOST: Final = 50
"""How many sessions one person has at once; a further one ends the one used longest ago."""

_Instant = Annotated[datetime, PlainSerializer(instant_text, when_used="json-unless-none")]


class SessionKind(StrEnum):
    """What has signed in."""

    BROWSER = "browser"
    COMMAND_LINE = "command_line"


class ViewerSession(BaseModel):
    """A session of the person who asks: a browser, or a command line, that has signed in."""

    id: Annotated[UUID, IdOf("session")] = Field(description="Its id, by which it is ended; nothing signs in by it.")
    kind: SessionKind = Field(description="What has signed in.")
    device: str = Field(description="Browser and system, as far as they are known.", examples=["Firefox on Linux"])
    address: str | None = Field(description="The network address of its last use.", examples=["203.0.113.7"])
    tenant_id: Annotated[UUID, IdOf("tenant")] = Field(description="The tenant in which it acts.")
    created_at: _Instant = Field(description="When it began.")
    last_used_at: _Instant = Field(description="When it was used last, to five minutes.")
    expires_at: _Instant = Field(description="When it ends at the latest.")
    authenticated_at: _Instant | None = Field(
        description="When the person last proved at the provider who they are; null where it did not say."
    )
    current: bool = Field(description="Whether it is the one that asks.")


async def sessions_of(runtime: Runtime, principal: Principal) -> list[ViewerSession]:
    """All sessions of the caller's person that have not ended, the one used last first. Empty for programs."""
    if principal.session_id is None:
        return []
    statement = (
        sa.select(*_columns())
        .where(_same_person(principal.session_id), *_living(runtime))
        .order_by(col(Session.last_used_at).desc(), col(Session.id).desc())
        .limit(MOST)
    )
    async with runtime.database.engine("auth").connect() as connection:
        rows = (await connection.execute(statement)).all()
    return [_shown(row, principal.session_id) for row in rows]


async def end_one(runtime: Runtime, session_id: UUID, id: UUID) -> bool:
    """End a session of the same person; whether there was one."""
    return bool(await _end(runtime, col(Session.id) == id, _same_person(session_id)))


async def end_others(runtime: Runtime, session_id: UUID) -> int:
    """End all sessions of the person but this one; how many there were."""
    return await _end(runtime, col(Session.id) != session_id, _same_person(session_id))


async def end_of_member(runtime: Runtime, tenant_id: UUID, member_id: UUID) -> int:
    """End all sessions of a member in their tenant; how many there were."""
    return await _end(runtime, col(Session.tenant_id) == tenant_id, col(Session.member_id) == member_id)


async def _end(runtime: Runtime, *which: Any) -> int:  # Any: SQLAlchemy's conditions
    async with runtime.database.engine("auth").begin() as connection:
        return (await connection.execute(sa.delete(Session).where(*which))).rowcount


def _same_person(session_id: UUID) -> Any:
    """The sessions of the person of a session.

    What comes through a tenant's own provider reaches no further than that tenant: its word is good for nothing else.
    """
    own = aliased(Session)
    reaches = sa.or_(col(own.identity_provider_id).is_(None), col(own.tenant_id) == col(Session.tenant_id))
    there = sa.exists().where(col(own.id) == session_id, col(own.user_id) == col(Session.user_id), reaches)
    return there.correlate(Session)


def _living(runtime: Runtime) -> tuple[Any, Any]:
    now = runtime.clock.now()
    return col(Session.expires_at) > now, col(Session.last_used_at) > now - runtime.settings.session_idle


def _columns() -> tuple[Any, ...]:
    names = ("id", "client", "user_agent", "address", "tenant_id", "created_at", "last_used_at", "expires_at")
    return tuple(col(getattr(Session, name)) for name in (*names, "authenticated_at"))


def _shown(row: Any, own: UUID) -> ViewerSession:
    plain = {name: value for name, value in row._mapping.items() if name not in ("user_agent", "client")}
    kind = SessionKind.BROWSER if row.client is None else SessionKind.COMMAND_LINE
    return ViewerSession(**plain, kind=kind, device=device_of(row.user_agent), current=row.id == own)
