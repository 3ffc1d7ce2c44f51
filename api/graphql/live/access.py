"""Whether those who are connected still may be: looked at again and again, so that a right that has gone ends soon.

A standing is known for four seconds at most (`api/auth/cache.py`) and looked at three times a second, so that whoever
lost his key, session, membership, role or ventures is gone within five.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final

import structlog
from starlette.requests import HTTPConnection

from domain.kernel.errors import DomainError, Unauthenticated
from domain.kernel.principal import Principal

LOOK_SECONDS: Final = 0.3
AT_ONCE: Final = 8

PrincipalOf = Callable[[HTTPConnection], Awaitable[Principal]]

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Ended:
    """Why a caller is let go: a close code of WebSockets, a code of errors, and a sentence."""

    close_code: int
    code: str
    reason: str


@dataclass(eq=False)
class Access:
    """One connection, and whose it is. `ended` is called once, when it must end."""

    connection: HTTPConnection
    principal: Principal
    ended: Callable[[Ended], None]
    seen: float = field(default_factory=time.monotonic)
    "When the standing was last known to be good."


class Watchman:
    """Looks after all connections of a process."""

    def __init__(self, principal_of: PrincipalOf, unknown_seconds: float) -> None:
        self._principal_of = principal_of
        self._unknown_seconds = unknown_seconds
        self._groups: dict[Hashable, set[Access]] = {}
        self._walking: asyncio.Task[None] | None = None

    @contextmanager
    def watching(self, access: Access) -> Iterator[None]:
        """Look after a connection for as long as this lasts."""
        key = access.principal, _credentials(access.connection)
        self._groups.setdefault(key, set()).add(access)
        if self._walking is None:
            self._walking = asyncio.create_task(self._walk())
        try:
            yield
        finally:
            group = self._groups[key]
            group.discard(access)
            if not group:
                del self._groups[key]

    async def close(self) -> None:
        """Look no more."""
        if self._walking is not None:
            self._walking.cancel()
            await asyncio.gather(self._walking, return_exceptions=True)

    async def _walk(self) -> None:
        gate = asyncio.Semaphore(AT_ONCE)
        while True:
            await asyncio.sleep(LOOK_SECONDS)
            await asyncio.gather(*(self._look(list(group), gate) for group in list(self._groups.values())))

    async def _look(self, group: list[Access], gate: asyncio.Semaphore) -> None:
        """Look at one of those who have shown the same credential: it is the same for all."""
        ended: Ended | None = None
        async with gate:
            try:
                now = await self._principal_of(group[0].connection)
                if now != group[0].principal:
                    ended = Ended(4403, "FORBIDDEN", "your access has changed; connect again and resume by after")
            except Unauthenticated as error:
                ended = Ended(4401, error.code, error.message)
            except DomainError as error:
                ended = Ended(4403, error.code, error.message)
            except Exception as error:  # the database is away: what is not known now may be known in a moment
                log.info("a standing is not known now", error=type(error).__name__)
                if time.monotonic() - min(access.seen for access in group) < self._unknown_seconds:
                    return
                ended = Ended(1013, "BUSY", "your access cannot be checked now; connect again and resume by after")
        for access in group:
            access.seen = time.monotonic()
            if ended is not None:
                access.ended(ended)


def _credentials(connection: HTTPConnection) -> Hashable:
    headers = connection.headers
    client = connection.client.host if connection.client else None
    return tuple(headers.getlist("authorization")), tuple(headers.getlist("cookie")), client
