"""What one process of an installation holds: settings, clock, database, wake-ups and the key ring."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from domain.kernel.clock import Clock, ShiftedClock, SystemClock
from domain.kernel.computing import Computing
from domain.kernel.database import Database
from domain.kernel.denying import Denying
from domain.kernel.listener import WorkSession, refuse_what_passes_by
from domain.kernel.outbound.resolving import Resolver
from domain.kernel.outbound.strangers import Strangers
from domain.kernel.secrets import KeyRing
from domain.kernel.selections import Selections
from domain.kernel.settings import Settings
from domain.kernel.wakes import Wakes


@dataclass
class Runtime:
    """The parts that every request and every worker needs. Made once at start by `Runtime.of`."""

    settings: Settings
    clock: Clock
    database: Database
    wakes: Wakes
    keys: KeyRing
    selections: Selections | None = None
    "Answers payload documents; handed in by whoever starts a process that meets them."
    denials: Denying | None = None
    "Notes refused acts; handed in by the API, which is where acts are refused."

    @classmethod
    def of(cls, settings: Settings) -> Runtime:
        """The runtime of the given settings; nothing is connected yet."""
        clock = ShiftedClock(settings.clock_file) if settings.clock_file else SystemClock()
        keys = KeyRing.parse(settings.secret_keys.get_secret_value())
        return cls(settings, clock, Database(settings), Wakes(settings.redis_url), keys)

    @cached_property
    def sessions(self) -> async_sessionmaker[AsyncSession]:
        """Sessions of units of work, whose writes to entities the listener sees."""
        engine = self.database.engine("app")
        sa.event.listen(engine.sync_engine, "before_cursor_execute", refuse_what_passes_by)
        return async_sessionmaker(engine, expire_on_commit=False, sync_session_class=WorkSession)

    @cached_property
    def computing(self) -> Computing:
        """Processes for what takes long to work out; none is started before it is needed."""
        return Computing(self.settings.computing_processes)

    @cached_property
    def strangers(self) -> Strangers:
        """Asks at addresses that tenants have named, outside of deliveries, which have a sender of their own."""
        settings = self.settings
        return Strangers(
            self._resolver, settings.webhook_allowed_networks, settings.webhook_allow_http, settings.own_hosts
        )

    @cached_property
    def _resolver(self) -> Resolver:
        return Resolver()

    async def close(self) -> None:
        """Close every connection, and end every process that computes."""
        if "strangers" in self.__dict__:
            self.strangers.close()
            self._resolver.close()
        if "computing" in self.__dict__:
            await self.computing.close()
        await self.wakes.close()
        await self.database.close()
