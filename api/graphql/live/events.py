"""A tenant's events as subscribers get them: read from the table by their dense numbers, which are its order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from api.events.pulling import NEWEST, place_of
from api.graphql.refusals import Refused
from domain.kernel.runtime import Runtime

BATCH: Final = 50
WINDOW: Final = 10_000
"""The most numbers that one look into the past covers, whatever it finds."""

_COLUMNS = (
    "e.sequence, e.id, e.type, e.subject_type, e.subject_id, e.venture_id, e.category, e.severity, "
    "e.data ->> 'rule' AS rule, e.occurred_at, e.actor::json AS actor, e.data::json AS data, "
    "e.previous::json AS previous"
)
_NEXT = f"SELECT {_COLUMNS} FROM event e WHERE e.tenant_id = $1 AND e.sequence > $2 ORDER BY e.sequence LIMIT {BATCH}"
_WITHIN = (
    f"SELECT {_COLUMNS} FROM event e WHERE e.tenant_id = $1 AND e.sequence > $2 AND e.sequence <= $3 "
    "AND e.subject_type = ANY($4::text[]) AND ($5::uuid[] IS NULL OR e.venture_id = ANY($5::uuid[])) "
    f"ORDER BY e.sequence LIMIT {BATCH}"
)


@dataclass(frozen=True, slots=True)
class LiveEvent:
    """One event. `actor`, `data` and `previous` are JSON as PostgreSQL wrote it."""

    sequence: int
    id: UUID
    type: str
    subject_type: str
    subject_id: UUID
    venture_id: UUID | None
    category: str | None
    severity: str | None
    rule: str | None
    occurred_at: datetime
    actor: bytes
    data: bytes
    previous: bytes | None

    @property
    def size(self) -> int:
        """About how many bytes it holds."""
        return len(self.data) + len(self.previous or b"") + len(self.actor)


async def newest(runtime: Runtime, tenant_id: UUID) -> int:
    """The number of the tenant's newest event; 0 before the first."""
    async with runtime.database.reading(tenant_id) as connection:
        return int(await connection.fetchval(NEWEST, tenant_id) or 0)


async def events_after(runtime: Runtime, tenant_id: UUID, sequence: int) -> list[LiveEvent]:
    """The next events of all kinds, at most `BATCH`."""
    return await _read(runtime, tenant_id, _NEXT, sequence)


async def events_within(
    runtime: Runtime, tenant_id: UUID, after: int, upto: int, subjects: Sequence[str], ventures: Sequence[UUID] | None
) -> list[LiveEvent]:
    """The next events after one number up to another, of these subjects and ventures, at most `BATCH`."""
    return await _read(runtime, tenant_id, _WITHIN, after, upto, list(subjects), ventures)


async def _read(runtime: Runtime, tenant_id: UUID, statement: str, *values: Any) -> list[LiveEvent]:
    async with runtime.database.reading(tenant_id) as connection:
        return [LiveEvent(*row) for row in await connection.fetch(statement, tenant_id, *values)]


async def starting_place(runtime: Runtime, tenant_id: UUID, after: int | None) -> int:
    """The number after which a subscriber begins: `after`, or the newest where it names none.

    Raises `Refused` for a number that is not given yet, and EVENTS_GONE where events after it are no longer kept.
    """
    async with runtime.database.reading(tenant_id) as connection:
        if after is None:
            return int(await connection.fetchval(NEWEST, tenant_id) or 0)
        place = await place_of(connection, tenant_id, after)
    if not 0 <= after <= place.newest:
        raise Refused("BAD_USER_INPUT", f"after is a number from 0 to {place.newest}, that of the newest event")
    if place.gone:
        raise Refused(
            "EVENTS_GONE",
            "events after that number are no longer kept; read what you show anew and subscribe without after",
            extensions={"newest": place.newest},
        )
    return after
