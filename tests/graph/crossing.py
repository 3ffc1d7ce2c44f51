"""What must never be felt of another tenant: written once, and run with both locks, and with each lock alone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from uuid import UUID

import asyncpg

from domain.kernel.principal import ActorKind, Principal, Role
from graph.language import Entity, Field, ToMany, ToOne
from graph.registry import BY_WORD
from graph.roots import PLURAL, SINGULAR
from tests.graph.asking import Reader
from tests.security.conftest import Walled

ARCHIVED = ", filter: {or: [{archivedAt: {isNull: true}}, {archivedAt: {isNull: false}}]}"


def owner_of(walled: Walled) -> Principal:
    """The one member of a walled tenant, as its owner."""
    member: UUID = walled.rows["membership"]["id"]
    return Principal(walled.id, ActorKind.MEMBER, Role.OWNER, member, member)


async def make_findable(database: asyncpg.Connection, walled: Walled) -> None:
    """Let the tenant's row of searched texts be that of its risk, in use."""
    await database.execute("UPDATE risk SET archived_at = NULL WHERE tenant_id = $1", walled.id)
    risk = walled.rows["risk"]["id"]
    for entity in BY_WORD.values():
        if entity.historic:
            long_ago = f"UPDATE {entity.table_name}_history SET valid_from = '2020-01-01', valid_to = NULL"
            await database.execute(f"{long_ago} WHERE tenant_id = $1", walled.id)
    await database.execute(
        "UPDATE search_text SET type = 'risk', id = $2, content = lower(content) WHERE tenant_id = $1", walled.id, risk
    )


def values_of(entity: Entity) -> str:
    """All values of a type."""
    return " ".join(member.graphql_name for member in entity.members if isinstance(member, Field) and member.shown)


def everything_of(entity: Entity) -> str:
    """All values of a type, of its relations, and of the first rows of its lists."""
    written = [values_of(entity)]
    for member in entity.members:
        if isinstance(member, ToOne):
            written.append(f"{member.graphql_name} {{ {values_of(BY_WORD[member.to])} }}")
        if isinstance(member, ToMany):
            inner = values_of(BY_WORD[member.to])
            written.append(f"{member.graphql_name}(first: 3) {{ totalCount nodes {{ {inner} }} }}")
    return " ".join(written)


def id_of(entity: Entity, walled: Walled) -> str:
    """The id of a walled tenant's row of a type."""
    return f"{entity.prefix}_{walled.rows[entity.table_name]['id'].hex}"


def filters_about(entity: Entity, walled: Walled) -> Iterator[dict[str, Any]]:
    """Filters that name what is another tenant's."""
    absent = "0" * 32
    for member in entity.members:
        if (
            isinstance(member, Field)
            and member.filters
            and member.kind.name == "ID"
            and member.name in entity.columns.c
        ):
            value = walled.rows[entity.table_name][member.name]
            prefix = member.kind.json.partition("'")[2].partition("_'")[0] or entity.prefix
            id = f"{prefix}_{value.hex if value else absent}"
            yield {member.graphql_name: {"eq": id}}
            yield {"not": {member.graphql_name: {"neq": id}}}
        if isinstance(member, Field) and member.filters and "contains" in member.kind.operators:
            yield {member.graphql_name: {"contains": walled.canary}}
        if isinstance(member, ToOne) and member.filtered:
            yield {member.graphql_name: {"id": {"eq": id_of(BY_WORD[member.to], walled)}}}
        if isinstance(member, ToMany):
            yield {member.graphql_name: {"some": {"id": {"eq": id_of(BY_WORD[member.to], walled)}}}}
            yield {"not": {member.graphql_name: {"none": {"id": {"eq": id_of(BY_WORD[member.to], walled)}}}}}


async def nothing_crosses(read: Reader, own: Walled, other: Walled) -> None:
    """Every place that takes an id or a condition answers for another tenant's as for one that does not exist."""
    for name, entity in SINGULAR.items():
        text = f"query($i: ID!) {{ {name}(id: $i) {{ id }} node(id: $i) {{ id }} nodes(ids: [$i]) {{ id }} }}"
        assert (await read(text, i=id_of(entity, own)))[name] is not None, name
        foreign = await read(text, i=id_of(entity, other))
        assert (
            foreign == await read(text, i=f"{entity.prefix}_{'0' * 32}") == {name: None, "node": None, "nodes": [None]}
        )
    for name, entity in PLURAL.items():
        page = f"first: 20{ARCHIVED if entity.archives else ''}"
        whole = await read(f"{{ {name}({page}) {{ totalCount nodes {{ {everything_of(entity)} }} }} }}")
        written = json.dumps(whole, ensure_ascii=False)
        assert whole[name]["totalCount"] == len(whole[name]["nodes"]) > 0, name
        assert other.canary not in written, name
        assert not any(row["id"].hex in written for row in other.rows.values() if isinstance(row.get("id"), UUID)), name
        if entity.historic:
            past = f'{{ {name}(asOf: "-PT0S", {page}) {{ totalCount nodes {{ {everything_of(entity)} }} }} }}'
            told = json.dumps(await read(past), ensure_ascii=False)
            assert own.canary in told, name
            assert other.canary not in told, name
        kind = f"{entity.name}Filter"
        for filter in filters_about(entity, other):
            text = f"query($f: {kind}) {{ {name}(filter: $f) {{ totalCount nodes {{ id }} }} }}"
            assert (await read(text, f=filter))[name] == {"totalCount": 0, "nodes": []}, (name, filter)
    for canary, count in ((own.canary, True), (other.canary, False)):
        found = await read("query($q: String!) { search(query: $q) { totalCount nodes { id } } }", q=canary)
        assert bool(found["search"]["nodes"]) is bool(found["search"]["totalCount"]) is count
