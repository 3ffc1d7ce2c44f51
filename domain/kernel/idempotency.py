"""Idempotency keys: the key's row is the transaction's first insert, so effect and key live or die together."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.exc import DBAPIError

from domain.kernel.errors import IdempotencyMismatch, InProgress
from domain.kernel.machinery import IdempotencyKey
from domain.kernel.principal import Principal
from domain.kernel.sqlerrors import sqlstate_of
from domain.kernel.work import Work

LOCK_WAIT_MS = 50


@dataclass(frozen=True)
class IdempotentRequest:
    """A request with a key: where it was sent and the hash of what was sent."""

    method: str
    route: str
    key: str
    request_hash: str

    @classmethod
    def of(cls, method: str, route: str, key: str, body: bytes) -> IdempotentRequest:
        """The request of a body."""
        return cls(method, route, key, hashlib.sha256(body).hexdigest())


def _principal_key(principal: Principal) -> str:
    return f"{principal.kind}:{principal.actor_id}"


async def claim_key(work: Work, request: IdempotentRequest) -> dict[str, Any] | None:
    """Claim the key for this transaction. Answers None when it is new, else the ids kept by the first run.

    Raises `InProgress` while the first run is under way and `IdempotencyMismatch` for another request.
    """
    table: sa.Table = IdempotencyKey.__table__  # type: ignore[attr-defined]  # set by the mapper
    where = {
        "tenant_id": work.tenant_id,
        "principal": _principal_key(work.principal),
        "method": request.method,
        "route": request.route,
        "key": request.key,
    }
    statement = upsert(table).values(**where, request_hash=request.request_hash, created_at=work.now)
    await work.session.execute(sa.text(f"SET LOCAL lock_timeout = {LOCK_WAIT_MS}"))
    try:
        made = await work.session.execute(statement.on_conflict_do_nothing().returning(table.c.key))
    except DBAPIError as error:
        if sqlstate_of(error) == "55P03":
            raise InProgress("a request with this idempotency key is being worked on; try again") from None
        raise
    await work.session.execute(sa.text("SET LOCAL lock_timeout = 0"))
    if made.scalar_one_or_none() is not None:
        return None
    columns = (table.c[name] == value for name, value in where.items())
    row = (await work.session.execute(sa.select(table.c.request_hash, table.c.result).where(*columns))).one()
    if row.request_hash != request.request_hash:
        raise IdempotencyMismatch("the idempotency key was used before with another request; use a new key")
    return dict(row.result or {})


async def keep_result(work: Work, request: IdempotentRequest, result: dict[str, str]) -> None:
    """Keep the ids that a replay answers with."""
    table: sa.Table = IdempotencyKey.__table__  # type: ignore[attr-defined]  # set by the mapper
    await work.session.execute(
        sa.update(table)
        .where(
            table.c.tenant_id == work.tenant_id,
            table.c.principal == _principal_key(work.principal),
            table.c.method == request.method,
            table.c.route == request.route,
            table.c.key == request.key,
        )
        .values(result=result)
    )
