"""Doing everything that can be done in a tenant, command by command, and seeing what was told of each change."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from uuid import UUID

import asyncpg

from domain.kernel.ids import external_id
from domain.kernel.tables import Entity, Fact, entities, tables

VERBS = ("created", "updated", "archived", "restored")


@dataclass(frozen=True, order=True)
class Change:
    """One step of one entity, or the event that tells of it."""

    word: str
    verb: str
    id: UUID
    version: int


@dataclass
class Happened:
    """What was changed since the last look, and what was told."""

    changes: Counter[Change] = field(default_factory=Counter)
    told: Counter[Change] = field(default_factory=Counter)
    facts: set[str] = field(default_factory=set)
    "The tables of facts to which something was appended."
    of_their_own: Counter[str] = field(default_factory=Counter)
    "How often each type with a meaning of its own was told."
    made: dict[str, str] = field(default_factory=dict)
    "The id of what is new, by prefix."


class Watched:
    """A tenant whose rows and events are compared before and after, behind the application."""

    def __init__(self, database: asyncpg.Connection, tenant_id: UUID) -> None:
        self._database = database
        self._tenant_id = tenant_id
        self._rows: dict[tuple[str, UUID], tuple[int, bool]] = {}
        self._facts: dict[str, int] = {}
        self._events: set[UUID] = set()

    async def happened(self) -> Happened:
        """What has happened since the last look."""
        before, self._rows = self._rows, await self._read()
        counted, self._facts = self._facts, await self._count()
        found = Happened(facts={name for name, count in self._facts.items() if count > counted.get(name, 0)})
        for (word, id), (version, archived) in self._rows.items():
            was = before.get((word, id))
            for step in range(1 if was is None else was[0] + 1, version + 1):
                verb = "created" if step == 1 else "updated"
                if step == version and was is not None and was[1] != archived:
                    verb = "archived" if archived else "restored"
                found.changes[Change(word, verb, id, step)] += 1
            if was is None:
                prefix = _entities()[word].prefix
                found.made[prefix] = external_id(prefix, id)
        for row in await self._told():
            if row["id"] not in self._events:
                self._events.add(row["id"])
                _note(found, row)
        return found

    async def _read(self) -> dict[tuple[str, UUID], tuple[int, bool]]:
        parts = " UNION ALL ".join(
            f"SELECT '{word}' AS word, id, version, archived_at IS NOT NULL AS archived "
            f'FROM "{entity.__tablename__}" WHERE tenant_id = $1'
            for word, entity in _entities().items()
        )
        rows = await self._database.fetch(parts, self._tenant_id)
        return {(row["word"], row["id"]): (row["version"], row["archived"]) for row in rows}

    async def _count(self) -> dict[str, int]:
        parts = " UNION ALL ".join(
            f"SELECT '{name}' AS name, count(*) AS count FROM \"{name}\" WHERE tenant_id = $1" for name in fact_tables()
        )
        return {row["name"]: row["count"] for row in await self._database.fetch(parts, self._tenant_id)}

    async def _told(self) -> list[Any]:
        statement = "SELECT id, type, subject_id, subject_version FROM event WHERE tenant_id = $1"
        return list(await self._database.fetch(statement, self._tenant_id))


def _note(found: Happened, row: Any) -> None:
    word, _, verb = row["type"].rpartition(".")
    if word in _entities() and verb in VERBS:
        found.told[Change(word, verb, row["subject_id"], row["subject_version"])] += 1
    else:
        found.of_their_own[row["type"]] += 1


@cache
def _entities() -> dict[str, type[Entity]]:
    return {entity.word: entity for entity in entities()}


@cache
def fact_tables() -> tuple[str, ...]:
    """The names of all tables of facts."""
    return tuple(sorted(str(cls.__tablename__) for cls in tables() if issubclass(cls, Fact)))
