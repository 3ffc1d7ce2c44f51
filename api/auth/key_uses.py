"""When and from where keys are used: noted in memory by the request, and written by itself now and then.

A use is written at most once in five minutes for each key and process, so a busy key is no busy row, and no request
waits for it. A process that is killed forgets what it has not written yet: seconds of it.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

import sqlalchemy as sa
import structlog
from sqlalchemy.dialects.postgresql import insert as upsert

from domain.kernel.origin import address_now
from domain.kernel.principal import ActorKind, Principal
from domain.kernel.runtime import Runtime
from domain.kernel.work import Work, perform
from domain.tenancy.tables import ApiKeyUse

WRITTEN_EVERY: Final = timedelta(minutes=5)
SECONDS: Final = 5.0
"""How often what was noted is written."""
_MOST: Final = 20_000
_AT_ONCE: Final = 500
_USES: sa.Table = ApiKeyUse.__table__  # type: ignore[attr-defined]  # set by the mapper

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class _Use:
    tenant_id: UUID
    at: datetime
    address: str | None


class KeyUses:
    """The uses that one process has seen."""

    def __init__(self, runtime: Runtime) -> None:
        self._runtime = runtime
        self._noted: dict[UUID, datetime] = {}
        self._waiting: dict[UUID, _Use] = {}

    def note(self, principal: Principal) -> None:
        """Note that a key was taken; whoever is no key is nobody's business here."""
        if principal.kind is not ActorKind.API_KEY or principal.actor_id is None:
            return
        now = self._runtime.clock.now()
        last = self._noted.get(principal.actor_id)
        if last is not None and now - last < WRITTEN_EVERY:
            return
        if len(self._noted) >= _MOST:
            self._noted.clear()
        self._noted[principal.actor_id] = now
        if len(self._waiting) < _MOST:
            self._waiting[principal.actor_id] = _Use(principal.tenant_id, now, address_now())

    async def keep(self) -> None:
        """Write what is noted, again and again, until cancelled."""
        while True:
            await asyncio.sleep(SECONDS)
            await self.write()

    async def write(self) -> None:
        """Write what is noted. What cannot be written now is written the next time."""
        waiting, self._waiting = self._waiting, {}
        by_tenant: dict[UUID, dict[UUID, _Use]] = defaultdict(dict)
        for key_id, use in waiting.items():
            by_tenant[use.tenant_id][key_id] = use
        for tenant_id, uses in by_tenant.items():
            try:
                await self._write(tenant_id, uses)
            except Exception as error:  # whatever it is, nobody waits for this, and it is tried again
                log.warning("uses of keys were not written", error=type(error).__name__)
                self._waiting = uses | self._waiting

    async def _write(self, tenant_id: UUID, uses: dict[UUID, _Use]) -> None:
        rows = [
            {"tenant_id": tenant_id, "api_key_id": id, "last_used_at": use.at, "last_address": use.address}
            for id, use in sorted(uses.items())
        ]

        async def act(work: Work) -> None:
            for start in range(0, len(rows), _AT_ONCE):
                statement = upsert(_USES).values(rows[start : start + _AT_ONCE])
                newer = {name: statement.excluded[name] for name in ("last_used_at", "last_address")}
                await work.session.execute(
                    statement.on_conflict_do_update(
                        index_elements=["tenant_id", "api_key_id"],
                        set_=newer,
                        where=_USES.c.last_used_at < statement.excluded.last_used_at,
                    )
                )

        await perform(self._runtime, Principal.worker(tenant_id), act)
