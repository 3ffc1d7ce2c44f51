"""Idempotency keys of operators outside any tenant: there is no tenant yet whose transaction could hold the key.

The key is kept first, together with the id that the new tenant will have. Whoever holds the key's row carries the
request out; whoever comes after a crash finds the id, and by it whether the tenant was made.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.kernel.commands import Done
from domain.kernel.errors import DomainError, IdempotencyMismatch, InProgress
from domain.kernel.idempotency import IdempotentRequest
from domain.kernel.ids import uuid7
from domain.kernel.runtime import Runtime
from domain.kernel.sqlerrors import sqlstate_of
from domain.tenancy.tables import OperatorIdempotencyKey, Tenant

_KEYS: sa.Table = OperatorIdempotencyKey.__table__  # type: ignore[attr-defined]  # set by the mapper
_TENANTS: sa.Table = Tenant.__table__  # type: ignore[attr-defined]  # set by the mapper
_CREATED = 201


async def create_once(
    runtime: Runtime, operator_id: UUID, request: IdempotentRequest | None, make: Callable[[UUID], Awaitable[Done]]
) -> Done:
    """Run `make` with the id of a new tenant; with an idempotency key that was used before, only tell the id.

    Raises what `make` raises (the key is then free again), `InProgress` while the first request is being worked on,
    `IdempotencyMismatch` for a key that was used for another request.
    """
    if request is None:
        return await make(uuid7())
    where = (
        (_KEYS.c.operator_key_id == operator_id)
        & (_KEYS.c.method == request.method)
        & (_KEYS.c.route == request.route)
        & (_KEYS.c.key == request.key)
    )
    engine = runtime.database.engine("auth")
    async with engine.begin() as connection:
        await connection.execute(
            upsert(_KEYS)
            .values(
                operator_key_id=operator_id,
                method=request.method,
                route=request.route,
                key=request.key,
                request_hash=request.request_hash,
                result={"tenant": uuid7().hex},
                created_at=runtime.clock.now(),
            )
            .on_conflict_do_nothing()
        )
    async with engine.begin() as connection:
        kept = await _held(connection, where)
        if kept.request_hash != request.request_hash:
            raise IdempotencyMismatch("the idempotency key was used before with another request; use a new key")
        tenant_id = UUID(hex=kept.result["tenant"])
        if kept.status is not None or await _is_there(connection, tenant_id):
            return Done({"tenant": tenant_id}, replayed=True)
        try:
            done = await make(tenant_id)
        except DomainError as error:
            await connection.execute(sa.delete(_KEYS).where(where))
            refusal = error
        else:
            await connection.execute(sa.update(_KEYS).where(where).values(status=_CREATED))
            return done
    raise refusal


async def _held(connection: AsyncConnection, where: sa.ColumnElement[bool]) -> Any:  # Any: hash, ids, status
    columns = sa.select(_KEYS.c.request_hash, _KEYS.c.result, _KEYS.c.status)
    try:
        return (await connection.execute(columns.where(where).with_for_update(nowait=True))).one()
    except DBAPIError as error:
        if sqlstate_of(error) == "55P03":
            raise InProgress("a request with this idempotency key is being worked on; try again") from None
        raise


async def _is_there(connection: AsyncConnection, tenant_id: UUID) -> bool:
    return (await connection.execute(sa.select(_TENANTS.c.id).where(_TENANTS.c.id == tenant_id))).first() is not None
