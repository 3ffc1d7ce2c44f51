"""Another tenant's rows, and for restricted callers other ventures', are as if they were not; two locks hold that."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from api.graphql.running import Engine
from domain.kernel.errors import Forbidden
from domain.kernel.ids import external_id, uuid7
from domain.kernel.principal import Principal, Role
from domain.kernel.runtime import Runtime
from domain.kernel.settings import Settings
from domain.tenancy.permissions import Action, allows
from graph.language import camel
from graph.ordering import order_fields
from graph.registry import BY_WORD
from graph.roots import SINGULAR
from tests.contract.catalogue import superuser
from tests.contract.gathering import own_statements
from tests.domain.commanding import Caller
from tests.graph.asking import Reader, watch
from tests.graph.conftest import World
from tests.graph.crossing import everything_of, make_findable, nothing_crosses, owner_of
from tests.security.conftest import Walled, store
from tests.security.rows import TABLES

Two = tuple[Walled, Walled]


@pytest.fixture
async def both(settings: Settings, two: Two) -> Two:
    """Two tenants with everything, findable by search."""
    async with superuser(settings) as database:
        for walled in two:
            await make_findable(database, walled)
    return two


async def test_with_both_locks(reader_of: Callable[[Principal], Reader], both: Two) -> None:
    await nothing_crosses(reader_of(owner_of(both[0])), *both)


async def test_with_row_level_security_alone(runtime: Runtime, both: Two) -> None:
    def without_predicate(sql: str) -> str:
        return re.sub(r"\b\w+\.tenant_id = \$1(?![0-9])", "($1::uuid IS NOT NULL)", sql)

    sent: list[Any] = []
    watch(runtime, sent, without_predicate)
    with own_statements():
        await nothing_crosses(Reader(runtime, Engine(runtime), owner_of(both[0])), *both)
        await asyncio.sleep(0)  # the driver tells of a statement in the loop's next turn
    assert sum("tenant_id = $1" in sql for sql, _ in sent) > 100


async def test_with_the_predicate_alone(clone: Callable[..., Settings], two: Two) -> None:
    settings = await asyncio.to_thread(clone)
    async with superuser(settings) as database:
        for table in TABLES:
            await database.execute(f"ALTER TABLE {table.name} DISABLE ROW LEVEL SECURITY")
        for walled in two:
            await store(database, walled.rows)
            await make_findable(database, walled)
    runtime = Runtime.of(settings)
    try:
        await nothing_crosses(Reader(runtime, Engine(runtime), owner_of(two[0])), *two)
    finally:
        await runtime.close()


RESTRICTED = {
    "risks": "venture { id }",
    "milestones": "venture { id } risks { nodes { venture { id } } }",
    "assessments": "risk { venture { id } }",
    "responses": "venture { id } actions { nodes { venture { id } } }",
    "actions": "response { venture { id } }",
    "teams": "venture { id }",
    "ventures": "id",
}


def ventures_in(data: Any, at_root: bool = False) -> set[str]:
    """The ventures that an answer tells of."""
    if isinstance(data, dict):
        own = {data["id"]} if str(data.get("id", "")).startswith("venture_") else set()
        return own.union(*(ventures_in(value) for value in data.values()))
    return set().union(*(ventures_in(item) for item in data)) if isinstance(data, list) else set()


def restricted_to(principal: Principal, *ids: str) -> Principal:
    """The same caller, who may see these ventures only."""
    return replace(principal, venture_ids=frozenset(UUID(id.partition("_")[2]) for id in ids))


async def test_a_restricted_caller_sees_only_the_allowed_ventures(read: Reader, world: World) -> None:
    text = " ".join(f"{name}(first: 200) {{ totalCount nodes {{ {below} }} }}" for name, below in RESTRICTED.items())
    whole = await read(f"{{ {text} }}")
    for venture in world.ventures[:2]:  # the second uses the statement kept for the first
        caller = read.as_(restricted_to(read.principal, venture))
        answer = await caller(f"{{ {text} }}")
        assert ventures_in(answer) == {venture}
        assert all(answer[name]["totalCount"] * 3 == whole[name]["totalCount"] for name in RESTRICTED)
    nobody = await read.as_(restricted_to(read.principal))(f"{{ {text} }}")
    assert ventures_in(nobody) == set()


async def test_ids_and_searches_of_other_ventures_find_nothing_for_a_restricted_caller(
    read: Reader, world: World
) -> None:
    caller = read.as_(restricted_to(read.principal, world.ventures[0]))
    text = (
        "query($r: ID!, $v: ID!) { risk(id: $r) { id } venture(id: $v) { id } node(id: $r) { id } "
        "nodes(ids: [$r, $v]) { id } "
        "risks(filter: {ventureId: {eq: $v}}) { totalCount } "
        "members { nodes { ownedRisks { nodes { venture { id } } } } } "
        'search(query: "风险", first: 200) { totalCount nodes { ... on Risk { venture { id } } } } }'
    )
    answer = await caller(text, r=world.risks[6], v=world.ventures[1])
    assert answer["risk"] is answer["venture"] is answer["node"] is None
    assert answer["nodes"] == [None, None]
    assert answer["risks"]["totalCount"] == 0
    assert answer["search"]["totalCount"] == len(answer["search"]["nodes"]) == 5
    assert ventures_in(answer) == {world.ventures[0]}


@pytest.mark.parametrize("name", ["webhookEndpoints", "deliveries"])
async def test_what_concerns_all_ventures_is_refused_to_restricted_callers(
    read: Reader, world: World, name: str
) -> None:
    text = f"{{ {name} {{ totalCount }} }}"
    await read(text)
    with pytest.raises(Forbidden):
        await read.as_(restricted_to(read.principal, world.ventures[0]))(text)


async def test_an_id_of_a_type_that_a_caller_may_not_read_is_like_one_that_is_not_there(
    read: Reader, world: World, runtime: Runtime
) -> None:
    owner = Caller(runtime, read.principal)
    hook = await owner.make("create_webhook_endpoint", url="http://127.0.0.1:8080/hook", event_types=["*"])
    risk, endpoint = world.risks[0], external_id("webhook_endpoint", hook)
    text = "query($id: ID!, $ids: [ID!]!) { node(id: $id) { id } nodes(ids: $ids) { id } }"
    assert await read(text, id=endpoint, ids=[risk, endpoint]) == {
        "node": {"id": endpoint},
        "nodes": [{"id": risk}, {"id": endpoint}],
    }
    for principal in (restricted_to(read.principal, world.ventures[0]), world.tenant.principal("viewer")):
        caller = read.as_(principal)
        assert await caller(text, id=endpoint, ids=[risk, endpoint]) == {"node": None, "nodes": [{"id": risk}, None]}
        with pytest.raises(Forbidden):
            await caller("query($id: ID!) { webhookEndpoint(id: $id) { id } }", id=endpoint)


@pytest.mark.parametrize("role", list(Role))
async def test_what_a_document_names_is_forbidden_and_what_a_value_names_is_not_there(
    read: Reader, world: World, role: Role
) -> None:
    """For every type, every role, and keys that may see nothing but the domain, or nothing but people."""
    all_of_it = world.tenant.principal(role)
    for scope in (None, "domain:read", "member:read"):
        principal = all_of_it if scope is None else replace(all_of_it, scopes=frozenset({scope}))
        caller = read.as_(principal)
        for name, entity in SINGULAR.items():
            read.sent.clear()
            id = f"{entity.prefix}_{uuid7().hex}"
            found = await caller("query($id: ID!) { node(id: $id) { id } nodes(ids: [$id]) { id } }", id=id)
            assert found == {"node": None, "nodes": [None]}, name
            read.sent.clear()
            text = f'{{ {name}(id: "{id}") {{ id }} }}'
            if allows(principal, entity.needs):
                assert await caller(text) == {name: None}
            else:
                with pytest.raises(Forbidden):
                    await caller(text)
                assert not read.sent, name
        search = '{ search(query: "e") { totalCount } }'
        if allows(principal, Action.DOMAIN_READ):
            await caller(search)
        else:
            with pytest.raises(Forbidden):
                await caller(search)


@pytest.mark.parametrize(
    "asked",
    [
        'risks(filter: {owner: {email: {startsWith: "a"}}}) { totalCount }',
        'risks(filter: {not: {owner: {name: {eq: "a"}}}}) { totalCount }',
        'risks(filter: {or: [{venture: {owner: {name: {eq: "a"}}}}]}) { totalCount }',
        "ventures(filter: {risks: {some: {owner: {role: {eq: OWNER}}}}}) { totalCount }",
        'teams(filter: {members: {every: {email: {endsWith: "x"}}}}) { totalCount }',
        "risks(orderBy: [{field: OWNER_EMAIL}]) { nodes { id } }",
        "ventures { nodes { risks(orderBy: [{field: TITLE}, {field: OWNER_NAME}]) { nodes { id } } } }",
        "alerts(orderBy: [{field: ACKNOWLEDGED_BY_EMAIL}]) { pageInfo { endCursor } }",
        "risks { nodes { owner { id } } }",
        "viewer { member { id } }",
    ],
)
async def test_what_a_key_may_not_read_it_cannot_bisect_by_filters_and_orders(
    read: Reader, world: World, asked: str
) -> None:
    blind = replace(read.principal, scopes=frozenset({"domain:read"}))
    with pytest.raises(Forbidden):
        await read.as_(blind)(f"{{ {asked} }}")
    assert not read.sent


def test_every_type_with_a_venture_keeps_restricted_callers_out() -> None:
    shown_to_all = {word for word, entity in BY_WORD.items() if not entity.scope}
    assert shown_to_all == {
        "attempt",
        "calendar",
        "catalogue_entry",
        "channel",
        "delivery",
        "delivery_replay",
        "domain",
        "escalation_policy",
        "exchange_rate",
        "group",
        "identity_provider",
        "investor",
        "member",
        "notification_preference",
        "person",
        "person_skill",
        "playbook",
        "risk_category",
        "risk_scale",
        "rule",
        "skill",
        "tenant",
        "webhook_endpoint",
    }


async def test_answers_of_many_callers_at_once_are_each_their_own(
    reader_of: Callable[[Principal], Reader], world: World
) -> None:
    text = "{ risks(first: 200) { nodes { id viewerCan { edit } } } viewer { role } }"
    callers = [world.tenant.principal(role) for role in ("owner", "viewer", "contributor")]
    alone = [await reader_of(caller)(text) for caller in callers]
    read = reader_of(callers[0])
    answers = await asyncio.gather(*(read.as_(callers[turn % 3])(text) for turn in range(90)))
    assert all(answer == alone[turn % 3] for turn, answer in enumerate(answers))


@pytest.mark.parametrize("word", sorted(BY_WORD))
async def test_every_type_compiles_in_full_and_orders_by_all_it_offers(read: Reader, world: World, word: str) -> None:
    entity = BY_WORD[word]
    if not entity.listed:
        return
    name = camel(entity.plural)
    await read(f"{{ {name}(first: 3) {{ nodes {{ __typename {everything_of(entity)} }} }} }}")
    for field, _, _ in order_fields(entity):
        for direction in ("ASC", "DESC"):
            order = f"{{field: {field.upper()}, direction: {direction}}}"
            await read(f"{{ {name}(first: 3, orderBy: [{order}]) {{ nodes {{ id }} }} }}")
