"""A thread that ends the process when its event loop stands still: then others take over what it held."""

from __future__ import annotations

import asyncio
import os
import threading
import time

import structlog

BEAT_SECONDS = 0.5
EXIT_STATUS = 70

log = structlog.get_logger(__name__)


class Watchdog:
    """Watches the loop that runs `beat`. A loop that has not beaten for `limit` seconds ends the process.

    Looked at twice, a second apart, so that a whole process that was stopped for a while and goes on is not ended.
    """

    def __init__(self, limit: float) -> None:
        self._limit = limit
        self._last = time.monotonic()
        self._thread = threading.Thread(target=self._watch, name="watchdog", daemon=True)

    def start(self) -> None:
        """Begin to watch."""
        self._last = time.monotonic()
        self._thread.start()

    async def beat(self) -> None:
        """Show that the loop goes round, until cancelled."""
        while True:
            self._last = time.monotonic()
            await asyncio.sleep(BEAT_SECONDS)

    def _late(self) -> bool:
        return time.monotonic() - self._last > self._limit

    def _watch(self) -> None:
        while True:
            time.sleep(1)
            if self._late():
                time.sleep(1)
                if self._late():
                    log.critical("the event loop stands still; ending the process", seconds=round(self._limit))
                    os._exit(EXIT_STATUS)
