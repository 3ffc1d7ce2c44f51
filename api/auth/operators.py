"""Operator keys: they administer tenants, and act in the tenant of the path."""

from __future__ import annotations

import time
from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from api.auth.cache import SECONDS
from domain.kernel.principal import ActorKind, Principal, Role
from domain.kernel.runtime import Runtime
from domain.tenancy.keys import hash_of
from domain.tenancy.tables import OperatorKey


@dataclass(frozen=True)
class Operator:
    """Who holds an operator key."""

    key_id: UUID

    def within(self, tenant_id: UUID) -> Principal:
        """The operator acting in a tenant."""
        return Principal(tenant_id=tenant_id, kind=ActorKind.OPERATOR, role=Role.OWNER, actor_id=self.key_id)


class Operators:
    """Finds operators by their keys; remembers for four seconds."""

    def __init__(self, runtime: Runtime) -> None:
        self._runtime = runtime
        self._kept: dict[str, tuple[float, Operator]] = {}

    async def find(self, key: str) -> Operator | None:
        """The holder of a key; None when it is not there, revoked or past its end."""
        key_hash = hash_of(key)
        kept = self._kept.get(key_hash)
        if kept is not None and kept[0] > time.monotonic():
            return kept[1]
        self._kept.pop(key_hash, None)
        statement = sa.select(col(OperatorKey.id)).where(
            col(OperatorKey.key_hash) == key_hash,
            col(OperatorKey.revoked_at).is_(None),
            sa.func.coalesce(col(OperatorKey.expires_at) > self._runtime.clock.now(), sa.true()),
        )
        async with self._runtime.database.engine("auth").connect() as connection:
            key_id = (await connection.execute(statement)).scalar_one_or_none()
        if key_id is None:
            return None
        operator = Operator(key_id)
        self._kept[key_hash] = (time.monotonic() + SECONDS, operator)
        return operator
