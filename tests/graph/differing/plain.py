"""The same reads by the plain way: graphql-core's own executor over all rows of a tenant in memory.

Nothing here is the compiler's. Cursors are the word `cursor` and the row's id; whoever compares sees them as marks.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cached_property, lru_cache
from typing import Any
from unicodedata import normalize
from uuid import UUID
from zoneinfo import ZoneInfo

import asyncpg
from graphql import (
    GraphQLResolveInfo,
    GraphQLSchema,
    execute_sync,
    get_named_type,
    is_enum_type,
    is_non_null_type,
    parse,
)

from domain.everything import metadata
from domain.kernel.principal import Principal
from domain.tenancy.permissions import allows, permissions_of
from tests.graph.differing.aggregates import Groups
from tests.graph.differing.chapters.chapter import Many, Type
from tests.graph.differing.declared import BESIDE, BY_PREFIX, CAN, HISTORIC, KEPT, MANY, TYPES
from tests.graph.differing.knowing import Known
from tests.graph.differing.related import LISTED, RELATED, score_then
from tests.graph.differing.sieve import Sieve, in_order, relative, snake
from tests.graph.differing.worked import WORKED_OUT
from tests.security.conftest import json_as_values

Row = dict[str, Any]
CURSOR = "cursor "
_parsed = lru_cache(2_000)(parse)
"Each document is asked for several callers."
_NEVER = datetime.max.replace(tzinfo=UTC)
TABLES = frozenset(
    {type_.table for type_ in TYPES.values()}
    | {name for beside in BESIDE.values() for name in beside}
    | {many.link for many in MANY.values() if many.link}
    | {f"{table}_history" for table in HISTORIC}
    | KEPT
)


async def load(database: asyncpg.Connection, tenant_id: UUID) -> dict[str, list[Row]]:
    """All rows of a tenant, by table; companion rows as more columns of theirs."""
    await json_as_values(database)
    found: dict[str, list[Row]] = {}
    for table in sorted(TABLES | {"search_text"}):
        column = "id" if table == "tenant" else "tenant_id"
        rows = await database.fetch(f"SELECT * FROM {table} WHERE {column} = $1", tenant_id)
        found[table] = [dict(row) for row in rows]
    for table, besides in BESIDE.items():
        for beside, key in besides.items():
            empty: Row = dict.fromkeys(column.name for column in metadata.tables[beside].c)
            companions = {row[key]: row for row in found[beside]}
            for name in (table, f"{table}_history") if table in HISTORIC else (table,):
                found[name] = [empty | companions.get(row["id"], {}) | row for row in found[name]]
    return found


class Plain:
    """What one caller may read of one tenant's rows, at one instant.

    Each row carries as `__then` the past instant as of which it is read, None where it is read at present; what is
    reached from it is read as of the same.
    """

    def __init__(
        self, schema: GraphQLSchema, tables: Mapping[str, list[Row]], principal: Principal, now: datetime
    ) -> None:
        self.schema = schema
        self.known = Known(schema)
        self.principal = principal
        self.now = now
        self.fields = 0
        "How many fields the latest answer has."
        self._tables = tables
        self._sieve = Sieve(self)

    def answer(self, text: str, variables: Mapping[str, Any]) -> Any:
        """The data of an operation."""
        self.fields = 0
        result = execute_sync(
            self.schema,
            _parsed(text),
            {"__type": "Query", "__then": None},
            variable_values=dict(variables),
            field_resolver=self._resolve,
            type_resolver=lambda value, info, kind: value["__type"],
        )
        assert not result.errors, result.errors
        return result.data

    def today(self, row: Row | None = None) -> date:
        """The tenant's day, for a row of the past the day of that."""
        return self.day((row and row["__then"]) or self.now)

    def day(self, instant: datetime) -> date:
        """The day of an instant in the tenant's time zone."""
        return instant.astimezone(self.zone).date()

    @cached_property
    def fiscal_month(self) -> int:
        """The month in which the tenant's fiscal year begins."""
        return int(self._tables["tenant"][0]["fiscal_year_start_month"] or 1)

    @cached_property
    def zone(self) -> ZoneInfo:
        """The tenant's time zone."""
        return ZoneInfo(self._tables["tenant"][0]["time_zone"])

    def id_text(self, target: str, name: str, id: UUID) -> str:
        """The id that a reference of a type holds, as it is told."""
        fields = self.schema.type_map[target].fields  # type: ignore[attr-defined]  # an object type
        far = get_named_type(fields[name.removesuffix("Id")].type).name
        return f"{TYPES[far].prefix}_{id.hex}"

    def told(self, value: Any, enumerated: bool) -> Any:
        """A value as it is answered."""
        return _told({}, "", value, enumerated)

    def readable(self, name: str) -> bool:
        """Whether the caller may read a type at all."""
        return readable(self.principal, name)

    def table(self, name: str) -> list[Row]:
        """All rows of a table, as they are now."""
        return self._tables[name]

    def all(self, name: str, then: datetime | None) -> list[Row]:
        """All rows of a type, archived or not, seen or not: as of an instant where one is given."""
        type_ = TYPES[name]
        if then is not None and type_.table in HISTORIC:
            versions = self._tables[f"{type_.table}_history"]
            rows = [row for row in versions if row["valid_from"] <= then and not (row["valid_to"] or _NEVER) <= then]
            if name == "Risk":
                rows = [row | score_then(self, row, then) for row in rows]
        elif then is not None and type_.dated:
            rows = [row for row in self._tables[type_.table] if row[type_.dated] <= then]
        else:
            rows = self._tables[type_.table]
            for column, needed in self._needed(name) if then is not None else ():
                there = {row["id"] for row in self.all(needed, then)}
                rows = [row for row in rows if row[column] in there]
        return [row | {"__type": name, "__then": then} for row in rows]

    def _needed(self, name: str) -> list[tuple[str, str]]:
        """The references of a type to what is historic and never missing, with its type: without it no row is there."""
        fields = self.schema.type_map[name].fields  # type: ignore[attr-defined]  # an object type
        needed = {spelling: get_named_type(field.type).name for spelling, field in fields.items()}
        return [
            (f"{snake(spelling)}_id", far)
            for spelling, far in needed.items()
            if is_non_null_type(fields[spelling].type) and far in TYPES and TYPES[far].table in HISTORIC
        ]

    def rows(self, name: str, then: datetime | None = None) -> list[Row]:
        """The rows of a type that the caller may see, archived or not."""
        return [row for row in self.all(name, then) if self._seen(TYPES[name], row)]

    def one(self, name: str, id: Any, then: datetime | None = None) -> Row | None:
        """The row of an id, where the caller may see it."""
        return next((row for row in self.rows(name, then) if row["id"] == id), None)

    def _seen(self, type_: Type, row: Row) -> bool:
        if self.principal.venture_ids is not None and type_.reaches:
            return row["venture_ids"] is not None and self.principal.venture_ids.issuperset(row["venture_ids"])
        if self.principal.venture_ids is None or type_.venture is None:
            return True
        found = row[type_.venture]
        if type_.through is None:
            return found in self.principal.venture_ids or (found is None and type_.common)
        through = TYPES[type_.through]
        return any(row["id"] == found and self._seen(through, row) for row in self._tables[through.table])

    def related(self, source: Row, name: str, target: str) -> Row | None:
        """The row at the end of a to-one relation."""
        taught = RELATED.get(f"{source['__type']}.{name}")
        if taught is not None:
            return taught(self, source)
        column = f"{snake(name)}_id"
        wanted = source[column if column in source else snake(name)]
        return self.one(target, wanted, source["__then"]) if wanted is not None else None

    def many(self, source: Row, name: str, target: str) -> list[Row]:
        """The rows of a list, archived or not."""
        found = MANY[f"{source['__type']}.{name}"]
        if found.by:
            return [row for row in self.rows(target, source["__then"]) if row[found.by] == source["id"]]
        links = [link for link in self._tables[found.link] if link["archived_at"] is None]
        there = {link[found.there] for link in links if link[found.here] == source["id"]}
        return [row for row in self.rows(target, source["__then"]) if row["id"] in there]

    def value(self, source: Row, name: str) -> Any:
        """The value of a field, as it is stored or worked out."""
        taught = WORKED_OUT.get(f"{source['__type']}.{name}")
        if taught is not None:
            return taught(self, source)
        column = snake(name)
        return source[column if column in source else column.removesuffix("_id")]

    def _resolve(self, source: Row, info: GraphQLResolveInfo[Any], **given: Any) -> Any:
        self.fields += 1
        name = info.field_name
        if name in source.get("__made", ()):
            return source[name]
        target = get_named_type(info.return_type).name
        if name == "aggregate":
            return Groups(self, target.removesuffix("Aggregate"), source["__then"]).of(source["__rows"], given)
        if info.parent_type.name == "Query":
            return self._root(name, target, given)
        if info.parent_type.name == "Viewer":
            return self._viewer(name)
        if target.endswith("Connection"):
            rows = self.many(source, name, target.removesuffix("Connection"))
            found = MANY[f"{source['__type']}.{name}"]
            return self._connection(target.removesuffix("Connection"), rows, found, given, source["__then"])
        if target.endswith("ViewerCan"):
            verbs = {verb: allows(self.principal, action) for verb, action in CAN[source["__type"]].items()}
            return _made(verbs)
        if (listed := LISTED.get(f"{source['__type']}.{name}")) is not None:
            then = self._then(given)
            there = source if then is None else source | {"__then": then}
            return [_made(cell) for cell in listed(self, there)]
        if target in TYPES or target == "Node" or f"{source['__type']}.{name}" in RELATED:
            return self.related(source, name, target)
        return _told(source, name, self.value(source, name), is_enum_type(get_named_type(info.return_type)))

    def _root(self, name: str, target: str, given: Mapping[str, Any]) -> Any:
        match name:
            case "viewer":
                return {"__type": "Viewer"}
            case "tenant" if "id" not in given:
                return self.rows("Tenant")[0]
            case "node":
                return self._by_id(given["id"])
            case "nodes":
                return [self._by_id(id) for id in given["ids"]]
            case "search":
                return self._connection("Search", self._hits(given), Many(order=("rank", "length", "-id")), given)
        then = self._then(given)
        if target.endswith("Connection"):
            name = target.removesuffix("Connection")
            return self._connection(name, self.rows(name, then), Many(), given, then)
        return self._by_id(given["id"], target, then)

    def _then(self, given: Mapping[str, Any]) -> datetime | None:
        """The past instant that is asked for."""
        text = given.get("asOf")
        return None if text is None else relative(text, self.now) or datetime.fromisoformat(text.upper())

    def _by_id(self, text: str, only: str | None = None, then: datetime | None = None) -> Row | None:
        prefix, _, digits = text.rpartition("_")
        name = BY_PREFIX.get(prefix)
        if name is None or only not in (None, name) or not re.fullmatch("[0-9a-f]{32}", digits):
            return None
        return self.one(name, UUID(digits), then) if self.readable(name) else None

    def _viewer(self, name: str) -> Any:
        match name:
            case "role":
                return self.principal.role.upper()
            case "permissions":
                return [action.upper().replace(":", "_") for action in permissions_of(self.principal)]
            case "tenant":
                return self.rows("Tenant")[0]
        return self.one("Member", self.principal.member_id)

    def _hits(self, given: Mapping[str, Any]) -> list[Row]:
        """The rows of what is found, each with how well it fits."""
        found = []
        wanted = folded(given["query"]).strip()
        types = given.get("types")
        for hit in self._tables["search_text"]:
            name = BY_PREFIX[hit["type"]]
            if wanted not in hit["content"] or (types is not None and hit["type"].upper() not in types):
                continue
            row = self.one(name, hit["id"]) if self.readable(name) else None
            if row is not None:
                found.append(row | {"rank": _rank(hit["content"], wanted), "length": len(hit["content"])})
        return found

    def _connection(
        self, target: str, rows: list[Row], found: Many, given: Mapping[str, Any], then: datetime | None = None
    ) -> Row:
        kind = f"{target}Filter"
        chosen = given.get("filter")
        if rows and "archived_at" in rows[0] and target != "Search" and not self._sieve.speaks_of_archived(chosen):
            rows = [row for row in rows if row["archived_at"] is None]
        if chosen is not None:
            rows = [row for row in rows if self._sieve.keeps(kind, chosen, row)]
        compare = self._sieve.order(target, given.get("orderBy"), found.order or self._usual(target))
        rows = in_order(rows, compare)
        among = rows if target == "Search" else self.all(target, then)
        after, before = (_marked(among, given.get(name)) for name in ("after", "before"))
        window = [
            row
            for row in rows
            if (after is None or compare(row, after) > 0) and (before is None or compare(row, before) < 0)
        ]
        last, first = given.get("last"), given.get("first")
        size = last or first or 50
        page = window[-size:] if last else window[:size]
        cut = len(page) < len(window)
        edges = [_made({"cursor": CURSOR + row["id"].hex, "node": row}) for row in page]
        info = {
            "hasNextPage": before is not None if last else cut,
            "hasPreviousPage": cut if last else after is not None,
            "startCursor": edges[0]["cursor"] if edges else None,
            "endCursor": edges[-1]["cursor"] if edges else None,
        }
        made = _made({"nodes": page, "edges": edges, "pageInfo": _made(info), "totalCount": len(rows)})
        return made | {"__rows": rows, "__then": then}

    def _usual(self, target: str) -> tuple[str, ...]:
        return TYPES[target].order if target in TYPES else ()


def _marked(among: list[Row], cursor: str | None) -> Row | None:
    """The row of a cursor: any row of the tenant, since a cursor stays good when its row has gone."""
    if cursor is None:
        return None
    id = UUID(cursor.removeprefix(CURSOR))
    return next(row for row in among if row["id"] == id)


def folded(text: str) -> str:
    """A text without differences of case and of width."""
    return normalize("NFKC", normalize("NFKC", text).casefold())


def _rank(content: str, wanted: str) -> int:
    """How well a folded text fits: the whole name, its beginning, a word's, within it; a word of the rest, within."""
    name = content.split("\n")[0]
    fits = (
        name == wanted,
        name.startswith(wanted),
        f" {wanted}" in name,
        wanted in name,
        f" {wanted}" in content or f"\n{wanted}" in content,
    )
    return next((rank for rank, fit in enumerate(fits) if fit), len(fits))


def readable(principal: Principal, name: str) -> bool:
    """Whether a caller may read a type at all."""
    whole = principal.venture_ids is not None and TYPES[name].whole
    return allows(principal, TYPES[name].needs) and not whole


def _made(values: Row) -> Row:
    return values | {"__made": list(values)}


def _told(source: Row, name: str, value: Any, enumerated: bool) -> Any:
    match value:
        case datetime():
            return value.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
        case date():
            return value.isoformat()
        case Decimal():
            return format(value, "f")
        case UUID():
            return f"{TYPES[source['__type']].prefix}_{value.hex}"
        case list() if name.endswith("Ids"):
            return [f"{snake(name).removesuffix('_ids')}_{id.hex}" for id in value]
        case list():
            return [_told(source, name, each, enumerated) for each in value]
        case str() if enumerated:
            return value.upper()
    return value
