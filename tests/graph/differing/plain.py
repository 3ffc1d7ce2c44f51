"""The same reads by the plain way: graphql-core's own executor over all rows of a tenant in memory.

Nothing here is the compiler's. Cursors are the word `cursor` and the row's id; whoever compares sees them as marks.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property
from typing import Any
from unicodedata import normalize
from uuid import UUID
from zoneinfo import ZoneInfo

import asyncpg
from graphql import GraphQLResolveInfo, GraphQLSchema, execute_sync, get_named_type, is_enum_type, parse

from domain.kernel.principal import Principal
from domain.tenancy.permissions import allows, permissions_of
from tests.graph.differing.aggregates import Groups
from tests.graph.differing.declared import BESIDE, BY_PREFIX, CAN, MANY, TYPES, Many, Type
from tests.graph.differing.sieve import Sieve, in_order
from tests.security.conftest import json_as_values

Row = dict[str, Any]
CURSOR = "cursor "
TABLES = frozenset({type_.table for type_ in TYPES.values()} | {"risk_score", "review_report", "risk_milestone"})


async def load(database: asyncpg.Connection, tenant_id: UUID) -> dict[str, list[Row]]:
    """All rows of a tenant, by table; companion rows as more columns of theirs."""
    await json_as_values(database)
    found: dict[str, list[Row]] = {}
    for table in sorted(TABLES | {"search_text"}):
        column = "id" if table == "tenant" else "tenant_id"
        rows = await database.fetch(f"SELECT * FROM {table} WHERE {column} = $1", tenant_id)
        found[table] = [dict(row) for row in rows]
    for table, (beside, key) in BESIDE.items():
        attributes = await database.fetch(f"SELECT attname FROM pg_attribute WHERE attrelid = '{beside}'::regclass")
        empty: Row = dict.fromkeys(row["attname"] for row in attributes)
        companions = {row[key]: row for row in found[beside]}
        found[table] = [empty | companions.get(row["id"], {}) | row for row in found[table]]
    return found


def snake(name: str) -> str:
    """`dueOn` as the column is called: `due_on`."""
    return re.sub("[A-Z]", lambda letter: f"_{letter[0].lower()}", name)


class Plain:
    """What one caller may read of one tenant's rows, at one instant."""

    def __init__(
        self, schema: GraphQLSchema, tables: Mapping[str, list[Row]], principal: Principal, now: datetime
    ) -> None:
        self.schema = schema
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
            parse(text),
            {"__type": "Query"},
            variable_values=dict(variables),
            field_resolver=self._resolve,
            type_resolver=lambda value, info, kind: value["__type"],
        )
        assert not result.errors, result.errors
        return result.data

    @cached_property
    def today(self) -> date:
        """The tenant's day."""
        return self.now.astimezone(ZoneInfo(self.zone)).date()

    @property
    def zone(self) -> str:
        """The tenant's time zone."""
        return str(self._tables["tenant"][0]["time_zone"])

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

    def rows(self, name: str) -> list[Row]:
        """The rows of a type that the caller may see, archived or not."""
        return [self._typed(name, row) for row in self._tables[TYPES[name].table] if self._seen(TYPES[name], row)]

    def one(self, name: str, id: Any) -> Row | None:
        """The row of an id, where the caller may see it."""
        return next((row for row in self.rows(name) if row["id"] == id), None)

    def _typed(self, name: str, row: Row) -> Row:
        return row | {"__type": name}

    def _seen(self, type_: Type, row: Row) -> bool:
        if self.principal.venture_ids is None or type_.venture is None:
            return True
        found = row[type_.venture]
        if type_.through is None:
            return found in self.principal.venture_ids or (found is None and type_.table == "team")
        through = TYPES[type_.through]
        return any(row["id"] == found and self._seen(through, row) for row in self._tables[through.table])

    def related(self, source: Row, name: str, target: str) -> Row | None:
        """The row at the end of a to-one relation."""
        match f"{source['__type']}.{name}":
            case "Criterion.lastResult":
                results = [row for row in self.rows(target) if row["criterion_id"] == source["id"]]
                return max(results, key=lambda row: (row["recorded_at"], row["id"]), default=None)
            case "Alert.subject":
                word = source["subject_type"]
                there = BY_PREFIX.get(word) if word != "member" else None  # nothing watches members
                return self.one(there, source["subject_id"]) if there and self.readable(there) else None
        column = f"{snake(name)}_id"
        wanted = source[column if column in source else snake(name)]
        return self.one(target, wanted) if wanted is not None else None

    def many(self, source: Row, name: str, target: str) -> list[Row]:
        """The rows of a list, archived or not."""
        found = MANY[f"{source['__type']}.{name}"]
        if found.by:
            return [row for row in self.rows(target) if row[found.by] == source["id"]]
        links = [link for link in self._tables[found.link] if link["archived_at"] is None]
        there = {link[found.there] for link in links if link[found.here] == source["id"]}
        return [row for row in self.rows(target) if row["id"] in there]

    def value(self, source: Row, name: str) -> Any:
        """The value of a field, as it is stored or worked out."""
        match f"{source['__type']}.{name}":
            case "Milestone.isOverdue":
                open_ = source["status"] not in ("done", "cancelled")
                return source["due_on"] is not None and source["due_on"] < self.today and open_
            case "Action.isOverdue":
                return source["due_on"] is not None and source["due_on"] < self.today and not source["completed_at"]
            case "Venture.openRiskCount":
                return sum(risk["status"] == "open" for risk in self._of_venture("risk", source))
            case "Venture.firingAlertCount":
                return sum(alert["state"] == "firing" for alert in self._of_venture("alert", source))
            case "Resource.allocated":
                given = [row for row in self._tables["allocation"] if row["resource_id"] == source["id"]]
                amounts = [row["amount"] for row in given if row["archived_at"] is None]
                return sum(amounts, Decimal()).quantize(Decimal("1.000000"))
            case "Alert.pendingSince":
                return source["since"]
            case "Rule.hold" | "Rule.keep":
                seconds = source[f"{name}_seconds"]
                return None if seconds is None else f"PT{seconds}S"
            case "Review.report":
                return source["content"]
        column = snake(name)
        return source[column if column in source else column.removesuffix("_id")]

    def _of_venture(self, table: str, venture: Row) -> list[Row]:
        rows = self._tables[table]
        return [row for row in rows if row["venture_id"] == venture["id"] and row.get("archived_at") is None]

    def _resolve(self, source: Row, info: GraphQLResolveInfo[Any], **given: Any) -> Any:
        self.fields += 1
        name = info.field_name
        if name in source.get("__made", ()):
            return source[name]
        target = get_named_type(info.return_type).name
        if name == "aggregate":
            return Groups(self, target.removesuffix("Aggregate")).of(source["__rows"], given)
        if info.parent_type.name == "Query":
            return self._root(name, target, given)
        if info.parent_type.name == "Viewer":
            return self._viewer(name)
        if target.endswith("Connection"):
            rows = self.many(source, name, target.removesuffix("Connection"))
            found = MANY[f"{source['__type']}.{name}"]
            return self._connection(target.removesuffix("Connection"), rows, found, given)
        if target.endswith("ViewerCan"):
            verbs = {verb: allows(self.principal, action) for verb, action in CAN[source["__type"]].items()}
            return _made(verbs)
        if target == "RiskMatrixCell":
            return self._matrix(source)
        if target in TYPES or target == "Node":
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
        if target.endswith("Connection"):
            name = target.removesuffix("Connection")
            return self._connection(name, self.rows(name), Many(), given)
        return self._by_id(given["id"], target)

    def _by_id(self, text: str, only: str | None = None) -> Row | None:
        prefix, _, digits = text.rpartition("_")
        name = BY_PREFIX.get(prefix)
        if name is None or only not in (None, name) or not re.fullmatch("[0-9a-f]{32}", digits):
            return None
        return self.one(name, UUID(digits)) if self.readable(name) else None

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

    def _matrix(self, venture: Row) -> list[Row]:
        cells: dict[tuple[int, int, str], int] = {}
        for risk in self._of_venture("risk", venture):
            if risk["status"] != "closed" and risk["level"] is not None:
                cell = (risk["probability_level"], risk["impact_level"], risk["level"])
                cells[cell] = cells.get(cell, 0) + 1
        names = ("probabilityLevel", "impactLevel", "level", "count")
        return [
            _made(dict(zip(names, (cell[0], cell[1], cell[2].upper(), count), strict=True)))
            for cell, count in sorted(cells.items())
        ]

    def _connection(self, target: str, rows: list[Row], found: Many, given: Mapping[str, Any]) -> Row:
        kind = f"{target}Filter"
        chosen = given.get("filter")
        if rows and "archived_at" in rows[0] and target != "Search" and not self._sieve.speaks_of_archived(chosen):
            rows = [row for row in rows if row["archived_at"] is None]
        if chosen is not None:
            rows = [row for row in rows if self._sieve.keeps(kind, chosen, row)]
        compare = self._sieve.order(target, given.get("orderBy"), found.order or self._usual(target))
        rows = in_order(rows, compare)
        among = rows if target == "Search" else self._tables[TYPES[target].table]
        after, before = (self._marked(target, among, given.get(name)) for name in ("after", "before"))
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
        return made | {"__rows": rows}

    def _usual(self, target: str) -> tuple[str, ...]:
        return TYPES[target].order if target in TYPES else ()

    def _marked(self, target: str, among: list[Row], cursor: str | None) -> Row | None:
        """The row of a cursor: any row of the tenant, since a cursor stays good when its row has gone."""
        if cursor is None:
            return None
        id = UUID(cursor.removeprefix(CURSOR))
        return {"__type": target} | next(row for row in among if row["id"] == id)


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
        case str() if enumerated:
            return value.upper()
    return value
