"""The last files of an archive: the schemas of its tables, and the manifest that tells what is in it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any, Final

import orjson
import sqlalchemy as sa

from domain.archives.contents import LEFT_OUT, content_of, contents
from domain.archives.lines import schema_of
from domain.archives.tables import ArchiveFile, Export
from domain.kernel.ids import external_id
from domain.kernel.outward import outward
from domain.kernel.work import Work
from domain.tenancy.zone import tenant_of

FORMAT: Final = "milepost-archive"
FORMAT_VERSION: Final = 1
MANIFEST: Final = "manifest.json"

CONSISTENCY: Final = (
    "Each row is as it was at one moment between started_at and finished_at. Tables stand in the order in which they "
    "were read, from the leaves to the roots, each from its newest row to its oldest: so whatever a row refers to by a "
    "foreign key is in the archive. Rows that were made after their table was read are not."
)


async def last_files(work: Work, export: Export, files: Sequence[ArchiveFile]) -> list[tuple[str, bytes]]:
    """The schemas of the tables that the archive has lines of, and the manifest."""
    names = list(dict.fromkeys(file.of_table for file in files))
    known = {content.name for content in contents()}
    schemas = [(f"schemas/{name}.json", _json(schema_of(content_of(name)))) for name in names if name in known]
    return [*schemas, (MANIFEST, _json(await _manifest(work, export, files)))]


async def _manifest(work: Work, export: Export, files: Sequence[ArchiveFile]) -> dict[str, Any]:
    tenant = await tenant_of(work)
    revision = (await work.session.execute(sa.text("SELECT version_num FROM alembic_version"))).scalar_one()
    by_table = [(name, list(found)) for name, found in groupby(files, lambda file: file.of_table)]
    return {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "kind": str(export.kind),
        "tenant": {"id": external_id("tenant", tenant.id), "name": tenant.name, "slug": tenant.slug},
        "member_id": outward(export.member_id, "member"),
        "person_id": outward(export.person_id, "person"),
        "revision": revision,
        "started_at": outward(export.started_at),
        "finished_at": outward(work.now),
        "consistency": CONSISTENCY,
        "rows": sum(file.rows for file in files),
        "tables": [
            {
                "name": name,
                "rows": sum(file.rows for file in found),
                "files": [
                    {"path": file.path, "rows": file.rows, "size": file.size, "sha256": file.sha256} for file in found
                ],
            }
            for name, found in by_table
        ],
        "left_out": dict(LEFT_OUT),
    }


def _json(value: Any) -> bytes:
    return orjson.dumps(value, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
