"""What goes over the wire: media types, status codes, and refusals that are always GraphQL's own form."""

from __future__ import annotations

from typing import Any

import orjson
import pytest

from domain.kernel.runtime import Runtime
from tests.api.graphql.conftest import GRAPHQL, JSON, Wire

QUERY = "{ viewer { role } }"
APOLLO = "application/graphql-response+json,application/json;q=0.9"
URQL = (
    "application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed"
)


def refused(answer: Any, status: int, code: str = "BAD_USER_INPUT") -> None:
    """The answer is a refusal in GraphQL's form, without data."""
    body = answer.json()
    assert (answer.status_code, body["errors"][0]["extensions"]["code"]) == (status, code), answer.text
    assert "data" not in body
    request_id = body["errors"][0]["extensions"]["requestId"]
    assert request_id == answer.headers["x-request-id"]
    assert answer.headers["cache-control"] == "private, no-store"


@pytest.mark.parametrize(
    ("accept", "told"),
    [
        (None, JSON),
        ("*/*", JSON),
        (JSON, JSON),
        (GRAPHQL, GRAPHQL),
        (APOLLO, GRAPHQL),
        (URQL, GRAPHQL),
        ("application/*", JSON),
        ("application/json, application/graphql-response+json;q=0.5", JSON),
        ("text/event-stream;q=0, application/json", JSON),
        ("text/html, application/json", JSON),
    ],
)
async def test_the_media_type_is_the_one_asked_for(wire: Wire, accept: str | None, told: str) -> None:
    headers = {"accept": accept} if accept else {"accept": ""}
    answer = await wire(json={"query": QUERY}, headers=headers)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == f"{told}; charset=utf-8"
    assert answer.json()["data"] == {"viewer": {"role": "OWNER"}}


@pytest.mark.parametrize("accept", ["text/plain", "text/html", "application/json;q=0", "image/*"])
async def test_other_media_types_are_not_acceptable(wire: Wire, accept: str) -> None:
    refused(await wire(json={"query": QUERY}, headers={"accept": accept}), 406, "NOT_ACCEPTABLE")


BODIES: list[tuple[str, bytes]] = [
    ("null", b"null"),
    ("number", b"5"),
    ("text", b'"x"'),
    ("empty", b""),
    ("not utf-8", b'{"query": "\xff"}'),
    ("brackets", b"[" * 100_000),
    ("braces", b'{"query":' * 50_000),
    ("twice", b'{"query": "{a}", "query": "{b}"}'),
    ("nan", b'{"query": "{a}", "variables": {"x": NaN}}'),
    ("bom", b'\xef\xbb\xbf{"query": "{__typename}"}'),
    ("surrogate", b'{"query": "\\ud800"}'),
    ("batch of one", b'[{"query": "{__typename}"}]'),
    ("batch", b'[{"query": "{__typename}"}, {"query": "{__typename}"}]'),
    ("no query", b"{}"),
    ("query is null", b'{"query": null}'),
    ("query is a list", b'{"query": ["{__typename}"]}'),
    ("variables are a list", b'{"query": "{__typename}", "variables": []}'),
    ("name is a number", b'{"query": "{__typename}", "operationName": 7}'),
    ("extensions are a text", b'{"query": "{__typename}", "extensions": "x"}'),
    ("deep variables", b'{"query": "{__typename}", "variables": ' + b'{"a":' * 5000 + b"1" + b"}" * 5000 + b"}"),
]


@pytest.mark.parametrize("accept", [GRAPHQL, JSON])
@pytest.mark.parametrize(("name", "body"), BODIES, ids=[name for name, _ in BODIES])
async def test_a_body_that_is_no_request_is_one_400(wire: Wire, name: str, body: bytes, accept: str) -> None:
    refused(await wire(content=body, headers={"content-type": JSON, "accept": accept}), 400)


async def test_unknown_members_of_the_request_are_ignored(wire: Wire) -> None:
    answer = await wire(
        json={"query": QUERY, "nonsense": 1, "extensions": {}, "variables": None, "operationName": None}
    )
    assert answer.json()["data"] == {"viewer": {"role": "OWNER"}}


DOCUMENTS: list[tuple[str, dict[str, Any]]] = [
    ("does not parse", {"query": "{ viewer"}),
    ("empty", {"query": ""}),
    ("unknown field", {"query": "{ nonsense }"}),
    ("missing variable", {"query": "query($i: ID!) { risk(id: $i) { id } }"}),
    ("wrong variable", {"query": "query($n: Int) { risks(first: $n) { totalCount } }", "variables": {"n": "x"}}),
    ("too large", {"query": "query($n: Int) { risks(first: $n) { totalCount } }", "variables": {"n": 2147483648}}),
    ("wrong enum", {"query": "{ risks(orderBy: [{field: NONSENSE}]) { totalCount } }"}),
    ("page", {"query": "{ risks(first: 0) { totalCount } }"}),
    ("cursor", {"query": '{ risks(after: "garbage") { nodes { id } } }'}),
    ("two operations", {"query": "query A { __typename } query B { __typename }"}),
    ("no such operation", {"query": "query A { __typename }", "operationName": "B"}),
    ("subscription", {"query": "subscription { x }"}),
    ("circle", {"query": "{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }"}),
    ("date", {"query": '{ risks(filter: {expectedOn: {eq: "2026-02-30"}}) { totalCount } }'}),
    (
        "variable date",
        {
            "query": "query($d: Date) { risks(filter: {expectedOn: {eq: $d}}) { totalCount } }",
            "variables": {"d": "tomorrow"},
        },
    ),
]


@pytest.mark.parametrize(("name", "request_"), DOCUMENTS, ids=[name for name, _ in DOCUMENTS])
async def test_a_document_that_cannot_run_is_400_for_the_new_media_type_and_200_for_the_old(
    wire: Wire, name: str, request_: dict[str, Any]
) -> None:
    refused(await wire(json=request_, headers={"accept": GRAPHQL}), 400)
    refused(await wire(json=request_, headers={"accept": JSON}), 200)


async def test_a_get_runs_queries_only(wire: Wire) -> None:
    answer = await wire("GET", params={"query": QUERY})
    assert answer.json()["data"] == {"viewer": {"role": "OWNER"}}
    with_variables = {"query": "query($n: Int) { risks(first: $n) { totalCount } }", "variables": '{"n": 3}'}
    assert (await wire("GET", params=with_variables)).json()["data"] == {"risks": {"totalCount": 0}}
    refused(await wire("GET", params=with_variables | {"variables": "{"}), 400)
    refused(await wire("GET", params=[("query", QUERY), ("query", QUERY)]), 400)
    refused(await wire("GET"), 400)
    for accept in (JSON, GRAPHQL):
        mutation = 'mutation { createVenture(input: {name: "x"}) { venture { id } } }'
        answer = await wire("GET", params={"query": mutation}, headers={"accept": accept})
        refused(answer, 405, "METHOD_NOT_ALLOWED")
        assert answer.headers["allow"] == "POST"
    assert (await wire.ask("{ ventures { totalCount } }"))["data"]["ventures"]["totalCount"] == 0


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"])
async def test_other_methods_are_told_what_is_allowed(wire: Wire, method: str) -> None:
    answer = await wire(method)
    assert answer.status_code == 405
    assert answer.headers["allow"] == "GET, POST"


@pytest.mark.parametrize(
    "content_type",
    [
        None,
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/graphql",
        "application/json; charset=utf-16",
        "application/jsonx",
    ],
)
async def test_what_a_plain_form_could_send_is_refused(wire: Wire, content_type: str | None) -> None:
    headers = {"content-type": content_type} if content_type else {}
    refused(await wire(content=orjson.dumps({"query": QUERY}), headers=headers), 415, "UNSUPPORTED_MEDIA_TYPE")
    if content_type and "json" not in content_type:
        refused(await wire("GET", params={"query": QUERY}, headers=headers), 415, "UNSUPPORTED_MEDIA_TYPE")


async def test_a_large_body_is_refused_while_it_is_read(wire: Wire) -> None:
    async def endless() -> Any:
        yield b'{"query": "'
        for _ in range(200):
            yield b" " * 10_000

    refused(await wire(content=endless(), headers={"content-type": JSON}), 413, "PAYLOAD_TOO_LARGE")


async def test_nobody_is_401_and_told_how_to_sign_in(wire: Wire) -> None:
    for accept in (JSON, GRAPHQL):
        answer = await wire.as_("nobody")(json={"query": QUERY}, headers={"accept": accept})
        refused(answer, 401, "UNAUTHENTICATED")
        assert answer.headers["www-authenticate"].startswith("Bearer")


async def test_a_session_is_taken_from_our_own_pages_only(wire: Wire) -> None:
    refused(await wire(json={"query": QUERY}, headers={"cookie": "s=1"}), 403, "FORBIDDEN")
    refused(
        await wire(json={"query": QUERY}, headers={"cookie": "s=1", "origin": "http://evil.example"}), 403, "FORBIDDEN"
    )
    assert (await wire(json={"query": QUERY}, headers={"cookie": "s=1", "origin": "http://localhost"})).json()["data"]


async def test_what_a_role_may_not_is_forbidden_with_data_null(wire: Wire) -> None:
    answer = await wire.as_("viewer").ask("{ webhookEndpoints { totalCount } }")
    assert answer["data"] is None
    assert answer["errors"][0]["extensions"]["code"] == "FORBIDDEN"


async def test_an_unknown_persisted_query_is_told_as_clients_expect_it(wire: Wire) -> None:
    body = {"extensions": {"persistedQuery": {"version": 1, "sha256Hash": "0" * 64}}}
    refused(await wire(json=body), 200, "PERSISTED_QUERY_NOT_FOUND")


async def test_browsers_get_a_page_that_loads_nothing_from_elsewhere(wire: Wire) -> None:
    accept = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
    answer = await wire("GET", headers={"accept": accept, "x-role": "nobody"})
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/html")
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "http" not in answer.text.replace("http-equiv", "")
    for name in (
        "graphiql.min.js",
        "graphiql.min.css",
        "react.production.min.js",
        "react-dom.production.min.js",
        "start.js",
    ):
        assert name in answer.text
        assert (await wire("GET", path=f"/graphql/static/{name}")).status_code == 200
    refused(await wire("GET", headers={"accept": "*/*"}), 400)


async def test_a_failure_is_masked_and_has_the_request_id(wire: Wire, runtime: Runtime, monkeypatch: Any) -> None:
    def fail(*arguments: Any, **options: Any) -> Any:
        raise RuntimeError("secret text")

    monkeypatch.setattr(runtime.database, "reading", fail)
    answer = await wire(json={"query": QUERY}, headers={"x-request-id": "mine-1"})
    assert "secret" not in answer.text
    error = answer.json()["errors"][0]
    assert error["extensions"] == {"code": "INTERNAL", "requestId": "mine-1"}
    assert "mine-1" in error["message"]


async def test_introspection_and_typename_stand_beside_what_is_read(wire: Wire) -> None:
    answer = await wire.ask(
        '{ __typename a: viewer { __typename } __schema { queryType { name } } __type(name: "Risk") { name } }'
    )
    assert list(answer["data"].items()) == [
        ("__typename", "Query"),
        ("a", {"__typename": "Viewer"}),
        ("__schema", {"queryType": {"name": "Query"}}),
        ("__type", {"name": "Risk"}),
    ]
