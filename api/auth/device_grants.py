"""What is kept of programs that wait to be let in: made, looked at, decided, and turned into a session once."""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

import sqlalchemy as sa
from sqlmodel import col

from api.auth.sessions import Device, SignedIn, add_session
from domain.identity.tables import DeviceGrant, Session
from domain.kernel.ids import uuid7
from domain.kernel.runtime import Runtime
from domain.tenancy.keys import hash_of

LIFETIME: Final = timedelta(minutes=10)
INTERVAL: Final = 5
"""Seconds between two polls; each that comes sooner adds as many."""
MOST_WAITING: Final = 20
"""Of one network address at once."""
_LETTERS: Final = "BCDFGHJKLMNPQRSTVWXZ"
"""Without vowels, so that no words come of it, and without what is mistaken for a digit (RFC 8628 6.1)."""


class Refused(Exception):
    """The program gets no session now; the text is the error's code in OAuth."""


@dataclass(frozen=True)
class Codes:
    """What a program is given: one code to poll with, and one for its person to type."""

    device_code: str
    user_code: str


def user_code_of(typed: str) -> str | None:
    """The code that somebody typed, however they separated its letters; None for what can be none."""
    letters = re.sub(r"[\s\-_.]", "", typed[:40]).upper()
    return f"{letters[:4]}-{letters[4:]}" if re.fullmatch(f"[{_LETTERS}]{{8}}", letters) else None


async def begin_grant(runtime: Runtime, client: str, tenant: str | None, device: Device) -> Codes | None:
    """A new one; None where too many of the same address wait already."""
    now = runtime.clock.now()
    codes = Codes(secrets.token_urlsafe(32), f"{_letters()}-{_letters()}")
    grant = DeviceGrant(
        id=uuid7(),
        device_code_hash=hash_of(codes.device_code),
        user_code_hash=hash_of(codes.user_code),
        client=client,
        tenant=tenant,
        user_agent=device.user_agent,
        address=device.address,
        created_at=now,
        expires_at=now + LIFETIME,
        interval_seconds=INTERVAL,
    )
    same = col(DeviceGrant.address).is_not_distinct_from(device.address), col(DeviceGrant.expires_at) > now
    async with runtime.database.engine("auth").begin() as connection:
        # Who polls a while after the end still hears that it was the end.
        await connection.execute(sa.delete(DeviceGrant).where(col(DeviceGrant.expires_at) < now - LIFETIME))
        waiting = await connection.execute(sa.select(sa.func.count()).select_from(DeviceGrant).where(*same))
        if waiting.scalar_one() >= MOST_WAITING:
            return None
        await connection.execute(sa.insert(DeviceGrant).values(grant.model_dump()))
    return codes


def _letters() -> str:
    return "".join(secrets.choice(_LETTERS) for _ in range(4))


async def waiting_grant(runtime: Runtime, user_code: str) -> DeviceGrant | None:
    """The undecided one of a code that a person typed."""
    statement = sa.select(*_COLUMNS).where(*_undecided(runtime, user_code))
    async with runtime.database.engine("auth").connect() as connection:
        row = (await connection.execute(statement)).one_or_none()
    return None if row is None else DeviceGrant(**row._mapping)


async def decide(runtime: Runtime, user_code: str, allowed_by: Session | None) -> bool:
    """Let the program in with the session of whoever allows it, or keep it out; whether there was one to decide."""
    session_id = None if allowed_by is None else allowed_by.id
    statement = (
        sa.update(DeviceGrant)
        .where(*_undecided(runtime, user_code))
        .values(decided_at=runtime.clock.now(), session_id=session_id)
    )
    async with runtime.database.engine("auth").begin() as connection:
        return bool((await connection.execute(statement)).rowcount)


async def redeem(runtime: Runtime, device_code: str, client: str) -> tuple[str, Session]:
    """The token of a new session and the session, once. Raises `Refused`.

    The new session ends no later than the one that allowed it, and there is none where that has ended meanwhile.
    """
    now = runtime.clock.now()
    code = col(DeviceGrant.device_code_hash) == hash_of(device_code)
    async with runtime.database.engine("auth").begin() as connection:
        row = (await connection.execute(sa.select(*_COLUMNS).where(code).with_for_update())).one_or_none()
        if row is None or row.client != client:
            raise Refused("invalid_grant")
        if row.expires_at <= now:
            raise Refused("expired_token")
        if row.decided_at is None:
            refusal = await _poll(connection, row, runtime)
        else:
            await connection.execute(sa.delete(DeviceGrant).where(code))
            allowing = await _session(connection, row.session_id)
            if allowing is not None:
                who = SignedIn(
                    user_id=allowing.user_id,
                    tenant_id=allowing.tenant_id,
                    member_id=allowing.member_id,
                    issuer=allowing.issuer,
                    authenticated_at=allowing.authenticated_at,
                    identity_provider_id=allowing.identity_provider_id,
                    provider_session=allowing.provider_session,
                )
                device = Device(row.user_agent, row.address)
                return await add_session(runtime, connection, who, device, until=allowing.expires_at, client=client)
            refusal = "access_denied"
    raise Refused(refusal)  # after the commit: what was noted stays noted


async def _poll(connection: Any, row: Any, runtime: Runtime) -> str:
    """Note that the program has asked; what it is told."""
    now = runtime.clock.now()
    hasty = row.polled_at is not None and row.polled_at + timedelta(seconds=row.interval_seconds) > now
    interval = row.interval_seconds + (INTERVAL if hasty else 0)
    noted = sa.update(DeviceGrant).where(col(DeviceGrant.id) == row.id)
    await connection.execute(noted.values(polled_at=now, interval_seconds=interval))
    return "slow_down" if hasty else "authorization_pending"


async def _session(connection: Any, session_id: Any) -> Session | None:
    columns = Session.__table__.c  # type: ignore[attr-defined]  # set by the mapper
    row = (await connection.execute(sa.select(*columns).where(columns.id == session_id))).one_or_none()
    return None if row is None else Session(**row._mapping)


def _undecided(runtime: Runtime, user_code: str) -> tuple[Any, ...]:
    return (
        col(DeviceGrant.user_code_hash) == hash_of(user_code),
        col(DeviceGrant.decided_at).is_(None),
        col(DeviceGrant.expires_at) > runtime.clock.now(),
    )


_COLUMNS: Final = tuple(DeviceGrant.__table__.c)  # type: ignore[attr-defined]  # set by the mapper
