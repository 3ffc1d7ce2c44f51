"""A stored archive as a file that can be read anywhere: its parts are fetched as they are needed, one at a time."""

from __future__ import annotations

import asyncio
import io
from typing import Any
from uuid import UUID

from domain.archives.storing import part_at
from domain.kernel.principal import Principal
from domain.kernel.runtime import Runtime
from domain.kernel.work import Work, perform

PATIENCE_SECONDS = 30.0


class Spool(io.RawIOBase):
    """To be read in a thread: it asks the loop in which it was made for the parts."""

    def __init__(self, runtime: Runtime, tenant_id: UUID, archive_id: UUID, size: int) -> None:
        super().__init__()
        self._runtime = runtime
        self._tenant_id = tenant_id
        self._archive_id = archive_id
        self._size = size
        self._loop = asyncio.get_running_loop()
        self._place = 0
        self._part: tuple[int, bytes] = (0, b"")

    def seekable(self) -> bool:
        """It is."""
        return True

    def readable(self) -> bool:
        """It is."""
        return True

    def tell(self) -> int:
        """The place."""
        return self._place

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go to a place."""
        begins = {io.SEEK_SET: 0, io.SEEK_CUR: self._place, io.SEEK_END: self._size}[whence]
        if begins + offset < 0:
            raise OSError("a place before the beginning")
        self._place = begins + offset
        return self._place

    def read(self, size: int | None = -1) -> bytes:
        """The next bytes."""
        wanted = self._size - self._place if size is None or size < 0 else min(size, self._size - self._place)
        found = bytearray()
        while len(found) < wanted:
            start, content = self._at(self._place)
            piece = content[self._place - start : self._place - start + wanted - len(found)]
            found += piece
            self._place += len(piece)
        return bytes(found)

    def readinto(self, buffer: Any) -> int:
        """The next bytes, as many as there is room for."""
        content = self.read(len(buffer))
        buffer[: len(content)] = content
        return len(content)

    def _at(self, offset: int) -> tuple[int, bytes]:
        start, content = self._part
        if not start <= offset < start + len(content):
            fetched = asyncio.run_coroutine_threadsafe(self._fetch(offset), self._loop)
            self._part = fetched.result(PATIENCE_SECONDS)
        return self._part

    async def _fetch(self, offset: int) -> tuple[int, bytes]:
        async def act(work: Work) -> tuple[int, bytes] | None:
            return await part_at(work, self._archive_id, offset)

        found = await perform(self._runtime, Principal.worker(self._tenant_id), act)
        if found is None:
            raise EOFError("a part of the archive is gone")
        return found
