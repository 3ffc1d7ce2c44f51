"""Archives as tests read them: what is in them, and whether all of it belongs together."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from jsonschema_rs import Draft202012Validator

from domain.archives.exporting import EXPORTING
from domain.archives.storing import all_parts
from domain.archives.tables import Export
from domain.everything import metadata
from domain.kernel.commands import execute
from domain.kernel.principal import Principal
from domain.kernel.runtime import Runtime
from domain.kernel.work import unit_of_work
from workers import archiving

Line = dict[str, Any]


@dataclass(frozen=True)
class Archive:
    """One archive, whole."""

    content: bytes

    @cached_property
    def zip(self) -> zipfile.ZipFile:
        return zipfile.ZipFile(io.BytesIO(self.content))

    @cached_property
    def manifest(self) -> Line:
        return dict(json.loads(self.zip.read("manifest.json")))

    @cached_property
    def tables(self) -> dict[str, list[Line]]:
        """The rows of each table; each file is what the manifest says, each row what its schema says."""
        found: dict[str, list[Line]] = {}
        for table in self.manifest["tables"]:
            lines = []
            for file in table["files"]:
                text = self.zip.read(file["path"])
                assert (len(text), hashlib.sha256(text).hexdigest()) == (file["size"], file["sha256"])
                mine = [json.loads(line) for line in text.splitlines()]
                assert len(mine) == file["rows"]
                lines += mine
            assert len(lines) == table["rows"]
            schema = f"schemas/{table['name']}.json"
            if schema in self.zip.namelist():
                validator = Draft202012Validator(json.loads(self.zip.read(schema)), validate_formats=True)
                for line in lines:
                    validator.validate(line)
            found[table["name"]] = lines
        return found

    @property
    def everything(self) -> bytes:
        """All bytes of all files, unpacked."""
        return b"\n".join(self.zip.read(name) for name in self.zip.namelist())


async def ask(runtime: Runtime, principal: Principal, name: str, **given: Any) -> UUID:
    """Ask for an export, or cancel one."""
    command = EXPORTING[name]
    done = await execute(runtime, principal, command, command.input.model_validate(given))
    return done.ids["export"]


async def read_archive(runtime: Runtime, tenant_id: UUID, id: UUID) -> Archive:
    async with unit_of_work(runtime, Principal.worker(tenant_id)) as work:
        return Archive(b"".join([part async for part in all_parts(work, id)]))


async def exported(runtime: Runtime, tenant_id: UUID, id: UUID) -> Archive:
    """Work an export off, and read its archive."""
    while await archiving.export_some(runtime, tenant_id):
        pass
    export = await the_export(runtime, tenant_id, id)
    assert export.state == "ready", export.error
    archive = await read_archive(runtime, tenant_id, id)
    assert (len(archive.content), hashlib.sha256(archive.content).hexdigest()) == (export.size, export.sha256)
    return archive


async def the_export(runtime: Runtime, tenant_id: UUID, id: UUID) -> Export:
    async with unit_of_work(runtime, Principal.worker(tenant_id)) as work:
        return await work.get(Export, id)


def dangling(archive: Archive) -> Iterator[str]:
    """What rows refer to by a foreign key that is not in the archive."""
    ids = {name: {line["id"] for line in lines if "id" in line} for name, lines in archive.tables.items()}
    for name, lines in archive.tables.items():
        for key in metadata.tables[name].foreign_key_constraints if name in metadata.tables else ():
            if len(key.elements) == 1:
                continue  # to a table of the installation
            column = next(part for part in key.columns if part.name != "tenant_id")
            target = key.elements[0].column.table.name
            for line in lines:
                if line[column.name] is not None and line[column.name] not in ids.get(target, set()):
                    yield f"{name}.{column.name} of {line.get('id')}"


async def count(runtime: Runtime, tenant_id: UUID, table: sa.Table) -> int:
    async with unit_of_work(runtime, Principal.worker(tenant_id)) as work:
        where = table.c.id == tenant_id if table.name == "tenant" else table.c.tenant_id == tenant_id
        return int(
            (await work.session.execute(sa.select(sa.func.count()).select_from(table).where(where))).scalar_one()
        )
