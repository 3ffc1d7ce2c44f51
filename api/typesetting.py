"""Sets PDFs in processes of their own: few at a time, each with a time limit, and none can take the server with it."""

from __future__ import annotations

import asyncio
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import structlog

import domain.reviews.pages
from domain.kernel.errors import Busy

AT_ONCE: Final = 2
MOST_WAITING: Final = 16
LONGEST_SECONDS: Final = 20.0
_PROGRAM: Final = Path(next(iter(domain.reviews.pages.__path__))) / "typesetting.py"
_COMMAND: Final = (sys.executable, "-I", str(_PROGRAM))
"""By its path, since an image has the packages in its working directory only, which `-I` does not look into."""

log = structlog.get_logger(__name__)


class TypesettingBusy(Busy):
    """Too many PDFs are being made, or one takes too long."""

    retry_after = 10


class NotSet(RuntimeError):
    """A PDF could not be set: a fault of ours."""


@dataclass
class Typesetter:
    """The typesetting of one process of the API."""

    command: tuple[str, ...] = _COMMAND
    longest_seconds: float = LONGEST_SECONDS
    _room: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))
    _waiting: int = 0

    async def pdf(self, data: bytes) -> bytes:
        """The PDF of a page's data. Raises `TypesettingBusy` where too many wait or it takes too long, and `NotSet`."""
        if self._waiting >= MOST_WAITING:
            raise TypesettingBusy("too many PDFs are being made at this moment")
        self._waiting += 1
        try:
            async with self._room:
                return await self._set(data)
        finally:
            self._waiting -= 1

    async def _set(self, data: bytes) -> bytes:
        pipe = asyncio.subprocess.PIPE
        process = await asyncio.create_subprocess_exec(*self.command, stdin=pipe, stdout=pipe, stderr=pipe, env={})
        try:
            made, told = await asyncio.wait_for(process.communicate(data), self.longest_seconds)
        except TimeoutError:
            log.warning("typesetting.took_too_long", seconds=self.longest_seconds, bytes=len(data))
            raise TypesettingBusy("the PDF could not be made in time; take another form") from None
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()
        if process.returncode != 0 or not made.startswith(b"%PDF"):
            raise NotSet(told.decode(errors="replace")[-2_000:])
        return made
