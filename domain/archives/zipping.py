"""A zip that is written piece by piece, by whoever is at it: each piece holds whole files, the last the directory."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

_LEVEL: Final = 6
_MOMENT: Final = (1980, 1, 1, 0, 0, 0)
"""Of every file: the same rows are the same bytes."""


@dataclass(frozen=True)
class Packed:
    """A file within the zip, as the directory tells of it."""

    path: str
    size: int
    compressed: int
    crc: int
    starts_at: int


class _Onward(io.BytesIO):
    """Bytes that stand behind others."""

    def __init__(self, before: int) -> None:
        super().__init__()
        self._before = before

    def tell(self) -> int:
        """The place in the whole."""
        return self._before + super().tell()

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go to a place in the whole."""
        return self._before + super().seek(offset - self._before if whence == io.SEEK_SET else offset, whence)


def pack(before: int, path: str, content: bytes) -> tuple[bytes, Packed]:
    """The bytes of one file that follows `before` bytes, and what the directory will tell of it."""
    onward = _Onward(before)
    archive = zipfile.ZipFile(onward, "w")
    info = _info(path)
    archive.writestr(info, content, compresslevel=_LEVEL)
    return onward.getvalue(), Packed(path, info.file_size, info.compress_size, info.CRC, info.header_offset)


def finish(before: int, packed: Iterable[Packed], last: Iterable[tuple[str, bytes]]) -> bytes:
    """The end of the zip: the `last` files, and the directory of these and of all that were packed before."""
    onward = _Onward(before)
    with zipfile.ZipFile(onward, "w") as archive:
        for path, content in last:
            archive.writestr(_info(path), content, compresslevel=_LEVEL)
        archive.infolist()[:0] = [_told(one) for one in packed]
    return onward.getvalue()


def _info(path: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(path, _MOMENT)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    return info


def _told(one: Packed) -> zipfile.ZipInfo:
    info = _info(one.path)
    info.file_size, info.compress_size, info.CRC, info.header_offset = one.size, one.compressed, one.crc, one.starts_at
    return info
