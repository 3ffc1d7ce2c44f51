"""Another tenant's id answers exactly as one that does not exist, in every place of both APIs that takes one."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Callable
from contextlib import nullcontext
from dataclasses import dataclass
from typing import Any

import httpx
import pytest
from graphql import GraphQLInputObjectType, GraphQLList, get_named_type, get_nullable_type

from api.app import create_app
from api.rest.routes import all_operations
from domain.kernel.database import TenantConnection
from domain.kernel.ids import external_id, uuid7
from domain.kernel.runtime import Runtime
from domain.kernel.settings import Settings
from graph.roots import PLURAL, SINGULAR
from tests.contract.catalogue import TENANT_TABLES, superuser
from tests.contract.gathering import own_statements
from tests.security.belongings import Owner, owner_of_everything
from tests.security.places import mutation_places, rest_places, schema

WAVERING = frozenset({"x-request-id", "date", "ratelimit", "ratelimit-policy", "server-timing"})
"Headers that differ from one answer to the next."


@dataclass
class Crossing:
    """Two tenants with the same things, and the API as the first one's owner sees it."""

    ours: Owner
    theirs: Owner
    client: httpx.AsyncClient
    settings: Settings

    async def ask(self, **request: Any) -> httpx.Response:
        """One request of ours."""
        headers = {"Authorization": f"Bearer {self.ours.key}", "Accept": "application/json"}
        return await self.client.request(**request | {"headers": headers | request.get("headers", {})})

    async def graphql(self, document: str, **variables: Any) -> httpx.Response:
        """One GraphQL request of ours."""
        return await self.ask(method="POST", url="/graphql", json={"query": document, "variables": variables})

    async def twins(self, prefix: str, ask: Callable[[str], Any]) -> tuple[str, str, Any]:
        """The masked answers to their id and to one that does not exist, and the second one's response."""
        masked = []
        response: Any = None
        for tried in (self.theirs.ids[prefix], external_id(prefix, uuid7())):
            response = await ask(tried)
            masked.append(mask(response, tried))
        return masked[0], masked[1], response

    async def written(self) -> list[int]:
        """How much stands in the audit log and the outbox, but for exports of the log and refused acts."""
        acts = "audit_entry WHERE action NOT IN ('audit_log.exported', 'access.denied')"
        async with superuser(self.settings) as database:
            return [await database.fetchval(f"SELECT count(*) FROM {name}") for name in (acts, "event")]


def mask(response: httpx.Response, tried: str) -> str:
    """All of an answer that a caller can see, but for the id itself and what differs from answer to answer."""
    headers = sorted((name, value) for name, value in response.headers.items() if name not in WAVERING)
    text = f"{response.status_code}\n{headers}\n{response.text}"
    digits = tried.rpartition("_")[2]
    text = text.replace(digits, "ID").replace(str(uuid_text(digits)), "ID")
    text = re.sub(r'"remaining":\d+', '"remaining":"…"', text)
    return re.sub(r'"(request_?id|instance)":\s*"[^"]*"', '"request_id":"…"', text, flags=re.IGNORECASE)


def snake(name: str) -> str:
    """`ventureId` as `venture_id`."""
    return re.sub("[A-Z]", lambda letter: f"_{letter[0].lower()}", name)


def uuid_text(digits: str) -> str:
    """The same id with hyphens."""
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


@pytest.fixture(params=["two locks", "predicate alone", "row level security alone"])
async def crossing(
    request: pytest.FixtureRequest, clone: Callable[..., Settings], monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Crossing]:
    """With both locks, and with each of them alone: nobody knows that there are two until one is taken away."""
    settings = await asyncio.to_thread(clone)
    if request.param == "predicate alone":
        async with superuser(settings) as database:
            for table in TENANT_TABLES:
                await database.execute(f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY, DISABLE ROW LEVEL SECURITY")
    runtime = Runtime.of(settings)
    sabotaged = request.param == "row level security alone"
    if sabotaged:
        monkeypatch.setattr(TenantConnection, "fetchrow", _without_predicate(TenantConnection.fetchrow))
    app = create_app(settings, runtime)
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    try:
        async with (
            app.router.lifespan_context(app),
            httpx.AsyncClient(transport=transport, base_url="http://localhost:8000") as client,
        ):
            owners = [await owner_of_everything(runtime, settings) for _ in range(2)]
            with own_statements() if sabotaged else nullcontext():
                yield Crossing(owners[0], owners[1], client, settings)
                await asyncio.sleep(0)  # the driver tells of its last statement in the next turn of the loop
    finally:
        await runtime.close()


def _without_predicate(fetchrow: Any) -> Any:
    """Compiled reads with the tenant's predicate taken out of every table."""

    async def fetch(self: TenantConnection, query: str, *arguments: Any, **options: Any) -> Any:
        changed = re.sub(r'"?\w+"?\."?tenant_id"? = \$(\d+)', r"$\1::uuid IS NOT NULL", query)
        return await fetchrow(self, changed, *arguments, **options)

    return fetch


async def test_no_place_tells_another_tenants_id_from_a_missing_one(crossing: Crossing) -> None:
    await _roots(crossing)
    await _filters(crossing)
    before = await crossing.written()
    await _mutations(crossing)
    await _rest(crossing)
    assert await crossing.written() == before, "a refused request has written something"
    await _cursors(crossing)
    await _rest_cursors(crossing)
    await _lists(crossing)


async def _roots(crossing: Crossing) -> None:
    """Every root field with an id: ours is there, theirs and a missing one are null, in the same bytes."""
    query = schema().query_type
    assert query is not None
    told = set()
    for name, field in query.fields.items():
        for argument, declared in field.args.items():
            if get_named_type(declared.type).name != "ID":
                continue
            several = isinstance(get_nullable_type(declared.type), GraphQLList)
            kind = "[ID!]!" if several else "ID!"
            document = f"query($id: {kind}) {{ {name}({argument}: $id) {{ __typename id }} }}"

            async def ask(id: str, document: str = document, several: bool = several) -> httpx.Response:
                return await crossing.graphql(document, id=[id] if several else id)

            for prefix in [SINGULAR[name].prefix] if name in SINGULAR else crossing.ours.ids:
                theirs, missing, response = await crossing.twins(prefix, ask)
                assert theirs == missing, (name, prefix)
                ours = await ask(crossing.ours.ids[prefix])
                if ours.json().get("data") and "id" in str(ours.json()["data"]):
                    told.add(name)
                    assert response.json()["data"] == {name: [None] if several else None}, (name, prefix)
    silent = {name for name, field in query.fields.items() if "id" in field.args or "ids" in field.args} - told
    assert not silent, f"nothing of ours was found by {silent}: the oracle sees nothing there"


async def _filters(crossing: Crossing) -> None:
    """Every filter by an id finds no more with theirs than with a missing one."""
    query = schema().query_type
    assert query is not None
    tried = 0
    for name, field in query.fields.items():
        kind = get_named_type(field.args["filter"].type) if "filter" in field.args else None
        for part, declared in kind.fields.items() if isinstance(kind, GraphQLInputObjectType) else ():
            comparator = get_named_type(declared.type)
            if not isinstance(comparator, GraphQLInputObjectType) or "eq" not in comparator.fields:
                continue
            if get_named_type(comparator.fields["eq"].type).name != "ID":
                continue
            operators = [each for each in ("eq", "neq", "in", "notIn") if each in comparator.fields]
            taken = ", ".join(f"${operator}: {kind}" for operator in operators)
            shown = "{ totalCount nodes { __typename } }"
            asked = " ".join(f"{operator}: {name}(filter: ${operator}) {shown}" for operator in operators)

            async def ask(
                id: str, document: str = f"query({taken}) {{ {asked} }}", part: str = part, operators: Any = operators
            ) -> httpx.Response:
                values = {operator: [id] if operator in ("in", "notIn") else id for operator in operators}
                filters = {operator: {part: {operator: value}} for operator, value in values.items()}
                return await crossing.graphql(document, **filters)

            prefix = await _taken(
                crossing, ask, likely=(PLURAL[name].prefix, snake(part).removesuffix("_id"), "member")
            )
            theirs, missing, response = await crossing.twins(prefix, ask)
            assert theirs == missing, (name, part)
            assert "errors" not in response.json(), (name, part)
            tried += len(operators)
    assert tried > 20


async def _taken(crossing: Crossing, ask: Callable[[str], Any], likely: tuple[str, ...]) -> str:
    """The prefix of the ids that a filter takes."""
    for prefix in dict.fromkeys([*(name for name in likely if name in crossing.ours.ids), *crossing.ours.ids]):
        if "errors" not in (await ask(crossing.ours.ids[prefix])).json():
            return prefix
    raise AssertionError("takes no id of ours")


async def _mutations(crossing: Crossing) -> None:
    """Every id in every mutation: refused alike, as not found, at its place."""
    for place in mutation_places():
        kind = place.mutation[0].upper() + place.mutation[1:]
        document = f"""mutation($input: {kind}Input!) {{
            {place.mutation}(input: $input) {{ userErrors {{ code message path }} }} }}"""

        async def ask(id: str, document: str = document, place: Any = place) -> httpx.Response:
            return await crossing.graphql(document, input=place.given(crossing.ours.ids, id))

        theirs, missing, response = await crossing.twins(place.prefix, ask)
        assert theirs == missing, place
        errors = response.json()["data"][place.mutation]["userErrors"]
        assert errors, place
        assert errors[0]["code"] == "NOT_FOUND", (place, errors)
        assert errors[0]["path"][0] == place.path[0], (place, errors)


async def _rest(crossing: Crossing) -> None:
    """Every id in every path, query and body."""
    for place in rest_places():

        async def ask(id: str, place: Any = place) -> httpx.Response:
            return await crossing.ask(**place.request(crossing.ours.ids, id))

        theirs, missing, response = await crossing.twins(place.prefix, ask)
        assert theirs == missing, place
        assert response.status_code < 500, (place, response.text)
        if place.part != "query":
            assert response.status_code in (403, 404, 422), (place, response.status_code, response.text)


async def _cursors(crossing: Crossing) -> None:
    """A cursor of theirs is refused in the same words as one that nobody has made."""
    query = schema().query_type
    assert query is not None
    for name, field in query.fields.items():
        if "after" not in field.args or "filter" not in field.args:
            continue
        document = f"query($after: String) {{ {name}(first: 1, after: $after) {{ pageInfo {{ endCursor }} }} }}"
        headers = {"Authorization": f"Bearer {crossing.theirs.key}"}
        body = {"query": document, "variables": {}}
        told = (await crossing.client.post("/graphql", headers=headers, json=body)).json()
        cursor = (told.get("data") or {}).get(name, {}).get("pageInfo", {}).get("endCursor")
        if cursor is None:
            continue
        answers = [await crossing.graphql(document, after=tried) for tried in (cursor, "garbage", cursor[:-2] + "AA")]
        assert len({mask(answer, "x_00") for answer in answers}) == 1, name
        assert answers[0].json()["errors"][0]["extensions"]["code"] == "BAD_USER_INPUT", name


async def _rest_cursors(crossing: Crossing) -> None:
    """The same of the lists of REST."""
    tried = 0
    for operation in all_operations():
        if not operation.listed or "{tenant_id}" not in operation.path or "{id}" in operation.path:
            continue
        theirs = operation.path.format(tenant_id=crossing.theirs.ids["tenant"])
        headers = {"Authorization": f"Bearer {crossing.theirs.key}"}
        told = (await crossing.client.get(theirs, params={"limit": 1}, headers=headers)).json()
        if (cursor := told.get("next_cursor")) is None:
            continue
        ours = operation.path.format(tenant_id=crossing.ours.ids["tenant"])
        answers = [
            await crossing.ask(method="GET", url=ours, params={"limit": 1, "cursor": value})
            for value in (cursor, "garbage", cursor[:-4] + "AAAA")
        ]
        assert len({mask(answer, "x_00") for answer in answers}) == 1, operation.id
        assert answers[0].status_code == 422, operation.id
        tried += 1
    assert tried > 3


async def _lists(crossing: Crossing) -> None:
    """No list, search or count of ours shows anything of theirs."""
    query = schema().query_type
    assert query is not None
    for name, field in query.fields.items():
        if "filter" in field.args:
            answer = await crossing.graphql(f"{{ {name}(first: 200) {{ totalCount nodes {{ __typename id }} }} }}")
            assert answer.json()["data"][name]["totalCount"] > 0, name
            assert crossing.theirs.canary not in answer.text, name
            for digits in {id.rpartition("_")[2] for id in crossing.theirs.ids.values()}:
                assert digits not in answer.text, name
    searched = await crossing.graphql(
        "query($q: String!) { search(query: $q) { totalCount } }", q=crossing.theirs.canary
    )
    assert searched.json()["data"]["search"]["totalCount"] == 0
