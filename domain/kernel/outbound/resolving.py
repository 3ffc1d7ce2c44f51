"""Resolving names without ever being held up: slow names wait in threads of their own, each in one thread at most."""

from __future__ import annotations

import asyncio
import socket
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from ipaddress import ip_address

from domain.kernel.addresses import Address

USUAL_THREADS, SLOW_THREADS = 64, 16
SLOW_AFTER = 2.0
KEPT_SECONDS = 10.0
MOST_KEPT = 10_000

Lookup = Callable[[str], Sequence[str]]


class NoAddress(OSError):
    """The name has no address, or none could be found."""


def system_lookup(host: str) -> list[str]:
    """The addresses of a name as the machine's resolver knows them."""
    found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]).partition("%")[0] for entry in found))


class Resolver:
    """Resolves names in threads; a name is looked up once at a time, and its answer is kept for a few seconds.

    A name that was slow once waits among the slow from then on, so that it cannot hold up the others. What is answered
    is not checked here: whoever connects checks the address to which he connects.
    """

    def __init__(self, lookup: Lookup = system_lookup) -> None:
        self._lookup = lookup
        self._usual = ThreadPoolExecutor(USUAL_THREADS, thread_name_prefix="resolve")
        self._slow = ThreadPoolExecutor(SLOW_THREADS, thread_name_prefix="resolve-slow")
        self._slow_names: set[str] = set()
        self._under_way: dict[str, asyncio.Future[Sequence[str]]] = {}
        self._kept: dict[str, tuple[float, list[Address]]] = {}

    async def addresses(self, host: str) -> list[Address]:
        """The addresses of a name, or the literal address itself. Raises `NoAddress`."""
        try:
            return [ip_address(host)]
        except ValueError:
            pass
        kept = self._kept.get(host)
        if kept is not None and time.monotonic() < kept[0]:
            return kept[1]
        try:
            # Shielded: whoever gives up waiting leaves the thread at it, and the next one joins in.
            found = [ip_address(text) for text in await asyncio.shield(self._look_up(host))]
        except (OSError, UnicodeError, ValueError) as error:
            raise NoAddress(host) from error
        if not found:
            raise NoAddress(host)
        if len(self._kept) >= MOST_KEPT:
            self._kept.clear()
        self._kept[host] = (time.monotonic() + KEPT_SECONDS, found)
        return found

    def _look_up(self, host: str) -> asyncio.Future[Sequence[str]]:
        under_way = self._under_way.get(host)
        if under_way is not None:
            return under_way
        pool = self._slow if host in self._slow_names else self._usual
        future = asyncio.get_running_loop().run_in_executor(pool, self._lookup, host)
        self._under_way[host] = future
        began = time.monotonic()

        def ended(future: asyncio.Future[Sequence[str]]) -> None:
            self._under_way.pop(host, None)
            slow = time.monotonic() - began > SLOW_AFTER
            (self._slow_names.add if slow else self._slow_names.discard)(host)
            if not future.cancelled():
                future.exception()  # seen: nobody may be waiting any more

        future.add_done_callback(ended)
        return future

    def close(self) -> None:
        """Let go of the threads."""
        for pool in (self._usual, self._slow):
            pool.shutdown(wait=False, cancel_futures=True)
