"""Reading a tenant's events from the table, behind a number and as far as the caller may know of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final
from uuid import UUID

import asyncpg
import orjson

from api.events.catalogue import catalogue
from domain.kernel.ids import external_id
from domain.kernel.principal import Principal
from domain.kernel.runtime import Runtime
from domain.tenancy.permissions import allows
from domain.webhooks.bodies import body_of, form_of
from domain.webhooks.event_types import matches, needed_for
from domain.webhooks.events import TEST
from domain.webhooks.tables import Payload
from graph.registry import BY_WORD

WINDOW: Final = 10_000
"""The most numbers that one look covers, whatever it finds."""

NEWEST: Final = "SELECT c.value FROM tenant_counter c WHERE c.tenant_id = $1 AND c.name = 'event'"
FOLLOWING: Final = (
    "SELECT e.sequence FROM event e WHERE e.tenant_id = $1 AND e.sequence > $2 ORDER BY e.sequence LIMIT 1"
)
PULL: Final = """
SELECT e.id, e.sequence, e.type, e.occurred_at, e.actor::json AS actor, e.data::json AS data,
  e.previous::json AS previous
FROM event e
WHERE e.tenant_id = $1 AND e.sequence > $2 AND e.sequence <= $3 AND e.type = ANY($4::text[])
  AND ($5::uuid IS NULL OR e.venture_id = $5)
  AND ($6::uuid[] IS NULL OR e.venture_id = ANY($6) OR (e.venture_id IS NULL AND e.subject_type = ANY($7::text[])))
ORDER BY e.sequence LIMIT $8
"""


@dataclass(frozen=True)
class Place:
    """Where a reader stands. `gone`: what follows is no longer kept."""

    after: int
    newest: int
    gone: bool = False


@dataclass(frozen=True)
class Wanted:
    """What a reader asks for."""

    patterns: Sequence[str] = ("*",)
    venture_id: UUID | None = None
    payload: Payload = Payload.FULL
    limit: int = 50


@dataclass(frozen=True)
class Pulled:
    """Bodies as JSON, each with its id, and the number up to which everything was looked at."""

    bodies: list[bytes]
    next_after: int
    newest: int


async def place_of(connection: asyncpg.Connection, tenant_id: UUID, after: int | None) -> Place:
    """Where to begin: behind `after`, or at the oldest event that is kept."""
    newest = int(await connection.fetchval(NEWEST, tenant_id) or 0)
    following = await connection.fetchval(FOLLOWING, tenant_id, after or 0)
    if after is None:
        return Place(newest if following is None else following - 1, newest)
    return Place(after, newest, gone=after < newest and following != after + 1)


async def pull(runtime: Runtime, principal: Principal, after: int | None, wanted: Wanted) -> Pulled | Place:
    """The next events behind a number; the place alone where there can be none: they are gone, or are not yet."""
    async with runtime.database.reading(principal.tenant_id) as connection:
        place = await place_of(connection, principal.tenant_id, after)
        if place.gone or place.after > place.newest:
            return place
        upto = min(place.newest, place.after + WINDOW)
        rows = await connection.fetch(PULL, *arguments_of(principal, place.after, upto, wanted))
    full = len(rows) == wanted.limit
    form = form_of(wanted.payload, principal.role)
    bodies = [_body(principal.tenant_id, row, form) for row in rows]
    return Pulled(bodies, rows[-1]["sequence"] if full else upto, place.newest)


def arguments_of(principal: Principal, after: int, upto: int, wanted: Wanted) -> list[Any]:
    """The parameters of `PULL`."""
    types = [name for name in _types_for(principal) if any(matches(pattern, name) for pattern in wanted.patterns)]
    ventures = None if principal.venture_ids is None else sorted(principal.venture_ids)
    return [
        principal.tenant_id,
        after,
        upto,
        types,
        wanted.venture_id,
        ventures,
        _without_venture(),
        wanted.limit,
    ]


def _types_for(principal: Principal) -> list[str]:
    """The types that the caller may be told of: by role and scopes; tests go to their endpoint alone."""
    return [name for name in catalogue() if name != TEST and allows(principal, needed_for(name))]


@cache
def _without_venture() -> list[str]:
    """The subjects of whose events without a venture also those may know who are restricted to some.

    Either none of their kind belongs to a venture, or they can belong to the whole tenant.
    """
    return [
        word
        for word, entity in BY_WORD.items()
        if not entity.whole and (not entity.scope or _may_lack_venture(entity.columns))
    ]


def _may_lack_venture(columns: Any) -> bool:
    column = columns.c.get("venture_id")
    return column is not None and bool(column.nullable)


@dataclass(frozen=True)
class _Event:
    """What `body_of` reads of an event."""

    type: str
    occurred_at: Any
    data: Any
    previous: Any
    actor: Any


def _body(tenant_id: UUID, row: Any, form: str) -> bytes:
    parsed = [None if row[name] is None else orjson.loads(row[name]) for name in ("data", "previous", "actor")]
    body = body_of(tenant_id, _Event(row["type"], row["occurred_at"], *parsed), row["sequence"], form)
    name = external_id("event", row["id"])
    return b'{"id":"' + name.encode() + b'",' + body.encode()[1:]
