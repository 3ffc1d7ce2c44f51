"""Opening an archive that somebody sent: what is in it, held to its manifest before anything is read from it."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Final, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from domain.archives.contents import contents
from domain.archives.manifest import FORMAT, FORMAT_VERSION, MANIFEST
from domain.kernel.ids import MalformedId, parse_id

MOST_FILES: Final = 100_000
LARGEST_FILE: Final = 64_000_000
"""Bytes of one file, unpacked."""

LARGEST_MANIFEST: Final = 32_000_000
LARGEST: Final = 100_000_000_000
"""Bytes of all files, unpacked."""

_PATH: Final = re.compile(r"data/([a-z_]{1,60})/\d{6}\.ndjson|schemas/[a-z_]{1,60}\.json|manifest\.json", re.ASCII)


class BadArchive(ValueError):
    """What is wrong with an archive: the file, the line from 1, and the rule."""

    def __init__(self, rule: str, file: str = "", line: int | None = None) -> None:
        super().__init__(rule)
        self.problem: dict[str, Any] = {"file": file or None, "line": line, "rule": rule}


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)
    path: str
    rows: Annotated[int, Field(ge=0)]
    size: Annotated[int, Field(ge=0, le=LARGEST_FILE)]
    sha256: Annotated[str, Field(pattern="^[0-9a-f]{64}$")]


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)
    name: str
    rows: Annotated[int, Field(ge=0)]
    files: list[_File]


class _Tenant(BaseModel):
    model_config = ConfigDict(strict=True)
    id: str


class _Manifest(BaseModel):
    model_config = ConfigDict(strict=True)
    format: str
    format_version: int
    kind: Literal["tenant"]
    tenant: _Tenant
    rows: Annotated[int, Field(ge=0)]
    tables: list[_Table]


class Piece(NamedTuple):
    """A file with rows of a table, as the manifest tells of it."""

    table: str
    path: str
    rows: int
    size: int
    sha256: str


@dataclass(frozen=True)
class Opened:
    """An archive that is whole: its tenant, and its files in the order in which their rows can be brought in."""

    origin: Any
    pieces: tuple[Piece, ...]
    rows: int


def open_archive(archive: zipfile.ZipFile) -> Opened:
    """What is in an archive. Raises `BadArchive`."""
    sizes = _directory(archive)
    if sizes.get(MANIFEST, LARGEST_MANIFEST + 1) > LARGEST_MANIFEST:
        raise BadArchive(f"there must be a manifest of at most {LARGEST_MANIFEST} bytes", MANIFEST)
    try:
        manifest = _Manifest.model_validate_json(archive.read(MANIFEST))
        origin = parse_id("tenant", manifest.tenant.id)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        raise BadArchive(f"{'.'.join(map(str, first['loc']))}: {first['msg']}", MANIFEST) from None
    except MalformedId as error:
        raise BadArchive(f"tenant.id {error}", MANIFEST) from None
    if (manifest.format, manifest.format_version) != (FORMAT, FORMAT_VERSION):
        raise BadArchive(f"only {FORMAT} of version {FORMAT_VERSION} can be brought in", MANIFEST)
    return Opened(origin, _pieces(manifest, sizes), manifest.rows)


def _directory(archive: zipfile.ZipFile) -> Mapping[str, int]:
    """The files of the zip with their sizes; none has a name or a form that is not ours."""
    infos = archive.infolist()
    if len(infos) > MOST_FILES:
        raise BadArchive(f"an archive has at most {MOST_FILES} files")
    sizes: dict[str, int] = {}
    for info in infos:
        name = info.filename[:100]
        if not _PATH.fullmatch(info.filename):
            raise BadArchive("no file of an archive is called that", name)
        if info.filename in sizes:
            raise BadArchive("is there twice", name)
        if info.flag_bits & 0x1 or info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise BadArchive("must be stored or deflated, and not encrypted", name)
        if info.file_size > LARGEST_FILE:
            raise BadArchive(f"is larger than {LARGEST_FILE} bytes", name)
        sizes[info.filename] = info.file_size
    if sum(sizes.values()) > LARGEST:
        raise BadArchive(f"an archive has at most {LARGEST} bytes, unpacked")
    return sizes


def _pieces(manifest: _Manifest, sizes: Mapping[str, int]) -> tuple[Piece, ...]:
    """The files with rows, roots first and the oldest rows first. Raises `BadArchive` where they are not all there."""
    order = {content.name: number for number, content in enumerate(reversed(contents()))}
    found: dict[str, list[Piece]] = {}
    for table in manifest.tables:
        if table.name not in order:
            raise BadArchive(f"there is no table {table.name[:60]}", MANIFEST)
        if table.name in found:
            raise BadArchive(f"the table {table.name} is there twice", MANIFEST)
        if table.rows != sum(file.rows for file in table.files):
            raise BadArchive(f"the table {table.name} has another number of rows than its files", MANIFEST)
        found[table.name] = [Piece(table.name, one.path, one.rows, one.size, one.sha256) for one in table.files]
    pieces = [piece for name in sorted(found, key=order.__getitem__) for piece in reversed(found[name])]
    named = [piece.path for piece in pieces]
    if manifest.rows != sum(piece.rows for piece in pieces):
        raise BadArchive("has another number of rows than its tables", MANIFEST)
    for piece in pieces:
        if not piece.path.startswith(f"data/{piece.table}/") or sizes.get(piece.path) != piece.size:
            raise BadArchive("is not there, or has another size than the manifest says", piece.path[:100])
    if len(named) != len(set(named)):
        raise BadArchive("names a file twice", MANIFEST)
    if more := sorted({path for path in sizes if path.startswith("data/")} - set(named)):
        raise BadArchive("the manifest does not tell of it", more[0])
    return tuple(pieces)
