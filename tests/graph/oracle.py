"""The same reads by the plain way: graphql-core's own executor over rows in memory, written without the compiler."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import asyncpg
from graphql import GraphQLResolveInfo, GraphQLSchema, build_schema, execute_sync, get_named_type, is_enum_type, parse

from domain.kernel.outward import instant_text

Row = dict[str, Any]
Tables = Mapping[str, list[Row]]

TABLES = {
    "Venture": "venture",
    "Milestone": "milestone",
    "Risk": "risk",
    "Member": "membership",
    "Assessment": "assessment",
    "Response": "response",
    "Action": "response_action",
    "Team": "team",
}
PREFIXES = {name: name.lower() for name in TABLES}
REFERENCES = {"owner": "owner_id", "venture": "venture_id", "risk": "risk_id", "response": "response_id"}


Fits = Callable[[Tables, Row, Row], bool]


def _all_fit(tables: Tables, here: Row, there: Row) -> bool:
    return True


def _by(column: str) -> Fits:
    return lambda tables, here, there: bool(there[column] == here["id"])


def _link(here_column: str, there_column: str) -> Fits:
    def linked(tables: Tables, here: Row, there: Row) -> bool:
        return any(
            link[here_column] == here["id"] and link[there_column] == there["id"]
            for link in tables["risk_milestone"]
            if link["archived_at"] is None
        )

    return linked


LISTS: dict[tuple[str, str], Fits] = {
    ("Venture", "milestones"): _by("venture_id"),
    ("Venture", "risks"): _by("venture_id"),
    ("Venture", "teams"): _by("venture_id"),
    ("Milestone", "risks"): _link("milestone_id", "risk_id"),
    ("Risk", "milestones"): _link("risk_id", "milestone_id"),
    ("Risk", "assessments"): _by("risk_id"),
    ("Risk", "responses"): _by("risk_id"),
    ("Response", "actions"): _by("response_id"),
    ("Member", "ownedRisks"): _by("owner_id"),
    ("Member", "ownedVentures"): _by("owner_id"),
}
VALUES = {
    "Venture": ["id", "name", "key", "stage", "createdAt", "version", "archivedAt", "openRiskCount"],
    "Milestone": [
        "id",
        "title",
        "status",
        "key",
        "dueOn",
        "percentComplete",
        "estimateLikely",
        "isOverdue",
        "updatedAt",
    ],
    "Risk": ["id", "title", "category", "cause", "status", "score", "level", "expectedLoss", "assessedAt"],
    "Member": ["id", "name", "email", "role"],
    "Assessment": ["id", "kind", "score", "level", "probability", "assessedAt", "nextOn"],
    "Response": ["id", "kind", "title", "description"],
    "Action": ["id", "title", "dueOn", "completedAt", "cost", "isOverdue"],
    "Team": ["id", "name", "function"],
}
ONES = {
    "Venture": {"owner": "Member"},
    "Milestone": {"venture": "Venture", "owner": "Member"},
    "Risk": {"venture": "Venture", "owner": "Member"},
    "Member": {},
    "Assessment": {"risk": "Risk"},
    "Response": {"risk": "Risk", "venture": "Venture", "owner": "Member"},
    "Action": {"response": "Response", "owner": "Member"},
    "Team": {"venture": "Venture"},
}


async def load(database: asyncpg.Connection, tenant_id: uuid.UUID) -> Tables:
    """All rows of a tenant that the oracle reads."""
    found: dict[str, list[Row]] = {}
    for table in (*TABLES.values(), "risk_milestone", "risk_score"):
        rows = await database.fetch(f"SELECT * FROM {table} WHERE tenant_id = $1", tenant_id)
        found[table] = [dict(row) for row in rows]
    scores = {row["risk_id"]: row for row in found["risk_score"]}
    for risk in found["risk"]:
        risk |= {name: value for name, value in scores[risk["id"]].items() if name not in risk}
    return found


def _snake(name: str) -> str:
    return re.sub(r"([A-Z])", lambda match: f"_{match[1].lower()}", name)


class Oracle:
    """Answers documents over the rows of one tenant, on one day."""

    def __init__(self, sdl: str, tables: Tables, today: date) -> None:
        self.schema: GraphQLSchema = build_schema(sdl)
        self._tables = tables
        self._today = today

    def answer(self, text: str, variables: Mapping[str, Any]) -> Any:
        """The data of an operation."""
        result = execute_sync(
            self.schema,
            parse(text),
            {},
            variable_values=dict(variables),
            field_resolver=self._resolve,
            type_resolver=lambda value, info, kind: value["__type"],
        )
        assert not result.errors, result.errors
        return result.data

    def _resolve(self, source: Row, info: GraphQLResolveInfo[Any], **given: Any) -> Any:
        parent, name = info.parent_type.name, info.field_name
        if name in source.get("__made", ()):
            return source[name]
        target = get_named_type(info.return_type).name
        if target.endswith("Connection"):
            return self._connection(parent, name, target.removesuffix("Connection"), source, given)
        if parent == "Query":
            wanted = given["id"].partition("_")[2]
            return next((self._typed(target, row) for row in self._rows(target) if row["id"].hex == wanted), None)
        if target in TABLES:
            wanted = source[REFERENCES[name]]
            return next((self._typed(target, row) for row in self._rows(target) if row["id"] == wanted), None)
        return self._value(parent, name, source, is_enum_type(get_named_type(info.return_type)))

    def _rows(self, type_name: str) -> list[Row]:
        return self._tables[TABLES[type_name]]

    def _typed(self, type_name: str, row: Row) -> Row:
        return row | {"__type": type_name}

    def _connection(self, parent: str, name: str, target: str, source: Row, given: Mapping[str, Any]) -> Row:
        fits = LISTS.get((parent, name), _all_fit)
        rows = [row for row in self._rows(target) if row.get("archived_at") is None and fits(self._tables, source, row)]
        rows.sort(key=lambda row: str(row["id"]), reverse=given["orderBy"][0].get("direction") == "DESC")
        chosen = rows[-given["last"] :] if given.get("last") else rows[: given.get("first") or 50]
        nodes = [self._typed(target, row) for row in chosen]
        edges = [{"__made": ["node"], "node": node} for node in nodes]
        info = {
            "__made": ["hasNextPage", "hasPreviousPage"],
            "hasNextPage": not given.get("last") and len(chosen) < len(rows),
            "hasPreviousPage": bool(given.get("last")) and len(chosen) < len(rows),
        }
        made = {"nodes": nodes, "edges": edges, "pageInfo": info, "totalCount": len(rows)}
        return made | {"__made": list(made)}

    def _value(self, parent: str, name: str, row: Row, enum: bool) -> Any:
        match name:
            case "id":
                return f"{PREFIXES[parent]}_{row['id'].hex}"
            case "openRiskCount":
                return sum(
                    risk["venture_id"] == row["id"] and risk["status"] == "open" and risk["archived_at"] is None
                    for risk in self._tables["risk"]
                )
            case "isOverdue":
                ended = row["status"] in ("done", "cancelled") if parent == "Milestone" else row["completed_at"]
                return bool(row["due_on"] and row["due_on"] < self._today and not ended)
        value = row[_snake(name)]
        match value:
            case datetime():
                return instant_text(value)
            case date():
                return value.isoformat()
            case Decimal():
                return format(value, "f")
            case str() if enum:
                return value.upper()
        return value
