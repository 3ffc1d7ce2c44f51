"""Sessions: an opaque token, in a browser's cookie or as a bearer, its hash in the database, one user in one tenant."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel import col
from starlette.requests import HTTPConnection
from starlette.responses import Response

from api.auth.cache import Standing
from api.auth.credentials import SESSION_PREFIX, session_cookie_name
from api.auth.lookups import find_member
from domain.identity.sessions import MOST
from domain.identity.tables import Session
from domain.kernel.ids import uuid7
from domain.kernel.runtime import Runtime
from domain.kernel.secrets import UnreadableSecret
from domain.kernel.settings import Settings
from domain.tenancy.keys import hash_of

WRITTEN_EVERY: Final = timedelta(minutes=5)
"""The last use is written at most so often: a busy session must not be a busy row."""


@dataclass(frozen=True)
class SignedIn:
    """Who signs in where: what a new session is made of."""

    user_id: UUID
    tenant_id: UUID
    member_id: UUID
    issuer: str
    authenticated_at: datetime | None
    identity_provider_id: UUID | None
    "The tenant's own provider through which they come; None: one of the installation."
    provider_session: str | None = None
    id_token: str | None = None


@dataclass(frozen=True)
class Device:
    """What a session is used with: told to its person, never trusted."""

    user_agent: str | None
    address: str | None

    @classmethod
    def of(cls, connection: HTTPConnection) -> Device:
        """What a request tells of it."""
        agent = connection.headers.get("user-agent", "")[:300].replace("\x00", "")
        return cls(agent or None, connection.client.host if connection.client else None)


async def begin_session(runtime: Runtime, who: SignedIn, device: Device, before: Session | None = None) -> str:
    """A new session; its token. `before` is the one that it replaces: that ends, and its absolute end is kept."""
    now = runtime.clock.now()
    until = now + runtime.settings.session_lifetime if before is None else before.expires_at
    async with runtime.database.engine("auth").begin() as connection:
        await connection.execute(sa.delete(Session).where(col(Session.expires_at) < now))
        if before is not None:
            await connection.execute(sa.delete(Session).where(col(Session.id) == before.id))
        token, _ = await add_session(runtime, connection, who, device, until=until)
    return token


async def add_session(
    runtime: Runtime,
    connection: AsyncConnection,
    who: SignedIn,
    device: Device,
    *,
    until: datetime,
    client: str | None = None,
) -> tuple[str, Session]:
    """A new session in the transaction of the connection, and its token. `client`: the program that sends it."""
    token = ("" if client is None else SESSION_PREFIX) + secrets.token_urlsafe(32)
    now = runtime.clock.now()
    session = Session(
        id=uuid7(),
        token_hash=hash_of(token),
        user_id=who.user_id,
        tenant_id=who.tenant_id,
        member_id=who.member_id,
        issuer=who.issuer,
        identity_provider_id=who.identity_provider_id,
        provider_session=who.provider_session,
        created_at=now,
        last_used_at=now,
        expires_at=until,
        authenticated_at=who.authenticated_at,
        client=client,
        user_agent=device.user_agent,
        address=device.address,
    )
    if who.id_token is not None:
        session.id_token = runtime.keys.encrypt(
            who.id_token, tenant_id=who.tenant_id, place=_id_token_place(session.id)
        )
    await connection.execute(_surplus_of(who.user_id))
    await connection.execute(sa.insert(Session).values(session.model_dump()))
    return token, session


def _surplus_of(user_id: UUID) -> Any:
    """A person has a bounded number of sessions: those used longest ago make room for one more."""
    newest = col(Session.last_used_at).desc(), col(Session.id).desc()
    kept = sa.select(col(Session.id)).where(col(Session.user_id) == user_id).order_by(*newest).limit(MOST - 1)
    return sa.delete(Session).where(col(Session.user_id) == user_id, col(Session.id).not_in(kept))


def id_token_of(runtime: Runtime, session: Session) -> str | None:
    """The ID token with which a session began: the hint of a logout at the provider."""
    if session.id_token is None:
        return None
    try:
        return runtime.keys.decrypt(session.id_token, tenant_id=session.tenant_id, place=_id_token_place(session.id))
    except UnreadableSecret:
        return None


def _id_token_place(session_id: UUID) -> str:
    return f"session.id_token:{session_id}"


async def find_session(runtime: Runtime, token: str, address: str | None = None) -> Session | None:
    """The session of a token; None when it is not there, idle for too long or past its end. Notes its use."""
    now = runtime.clock.now()
    engine = runtime.database.engine("auth")
    columns = Session.__table__.c  # type: ignore[attr-defined]  # set by the mapper
    async with engine.connect() as connection:
        row = (await connection.execute(sa.select(*columns).where(columns.token_hash == hash_of(token)))).one_or_none()
    if row is None or row.expires_at <= now or row.last_used_at + runtime.settings.session_idle <= now:
        return None
    if row.last_used_at + WRITTEN_EVERY <= now:
        used = {"last_used_at": now} | ({} if address is None else {"address": address})
        async with engine.begin() as connection:
            await connection.execute(sa.update(Session).where(columns.id == row.id).values(used))
    return Session(**row._mapping)


async def standing_of(runtime: Runtime, token: str, address: str | None) -> Standing | None:
    """The standing of a session's token. The member's role and ventures are read anew each time."""
    session = await find_session(runtime, token, address)
    if session is None:
        return None
    ends_at = min(session.expires_at, runtime.clock.now() + runtime.settings.session_idle)
    return await find_member(runtime, session, ends_at)


async def end_session(runtime: Runtime, token: str) -> None:
    """End the session of a token; one that is not there has ended."""
    async with runtime.database.engine("auth").begin() as connection:
        await connection.execute(sa.delete(Session).where(col(Session.token_hash) == hash_of(token)))


def set_session_cookie(response: Response, settings: Settings, token: str) -> None:
    """Give the browser its session."""
    response.set_cookie(
        session_cookie_name(settings),
        token,
        max_age=int(settings.session_lifetime.total_seconds()),
        path="/",
        secure=settings.secure,
        httponly=True,
        samesite="lax",
    )


def clear_session_cookie(response: Response, settings: Settings) -> None:
    """Take the session from the browser."""
    response.delete_cookie(
        session_cookie_name(settings), path="/", secure=settings.secure, httponly=True, samesite="lax"
    )
