"""Requests that servers are known to answer wrongly: each is refused in words of ours, or answered as usual."""

from __future__ import annotations

import base64
from typing import Any

import pytest

from domain.kernel import commands
from tests.api.graphql.conftest import GRAPHQL, JSON, Wire
from tests.api.graphql.test_wire import QUERY, refused


async def test_a_cursor_that_is_none_is_told_in_our_words(wire: Wire) -> None:
    body = {"query": '{ risks(after: "garbage") { nodes { id } } }'}
    answer = await wire(json=body, headers={"accept": GRAPHQL})
    refused(answer, 400)
    assert "cursor" in answer.json()["errors"][0]["message"]
    assert "padding" not in answer.text


async def test_an_offset_is_no_cursor(wire: Wire) -> None:
    offset = base64.b64encode(b"arrayconnection:-5").decode()
    body = {"query": "query($c: String) { risks(after: $c) { nodes { id } } }", "variables": {"c": offset}}
    refused(await wire(json=body, headers={"accept": GRAPHQL}), 400)


async def test_first_and_last_together_are_refused(wire: Wire) -> None:
    body = {"query": "{ risks(first: 2, last: 1) { nodes { id } } }"}
    answer = await wire(json=body, headers={"accept": GRAPHQL})
    refused(answer, 400)
    assert "first" in answer.json()["errors"][0]["message"]


@pytest.mark.parametrize("id", ["Rjp4", "", "risk_", "risk_zz", "nothing_" + "0" * 32, "risk_" + "0" * 32])
async def test_a_node_of_an_id_that_names_nothing_is_null(wire: Wire, id: str) -> None:
    answer = await wire.ask("query($i: ID!) { node(id: $i) { id } }", i=id)
    assert answer["data"] == {"node": None}
    assert "errors" not in answer


async def test_a_typing_error_is_told_and_not_masked(wire: Wire) -> None:
    answer = await wire(json={"query": "{ viewr { role } }"}, headers={"accept": GRAPHQL})
    refused(answer, 400)
    assert "viewr" in answer.json()["errors"][0]["message"]
    assert answer.json()["errors"][0]["locations"]


async def test_names_that_there_are_are_not_suggested(wire: Wire) -> None:
    for text in ("{ viewr { role } }", "{ viewer { rol } }", "{ risks(orderBy: [{field: SCOR}]) { totalCount } }"):
        assert "Did you mean" not in (await wire(json={"query": text})).text


async def test_a_command_that_fails_is_masked_and_the_status_stays_200(wire: Wire, monkeypatch: Any) -> None:
    async def fail(*arguments: Any, **options: Any) -> Any:
        raise RuntimeError("secret text")

    monkeypatch.setattr(commands, "perform", fail)
    mutation = 'mutation { createVenture(input: {name: "x"}) { venture { id } } }'
    for accept in (GRAPHQL, JSON):
        answer = await wire(json={"query": mutation}, headers={"accept": accept})
        assert answer.status_code == 200
        assert "secret" not in answer.text
        (error,) = answer.json()["errors"]
        assert error["extensions"] == {"code": "INTERNAL", "requestId": answer.headers["x-request-id"]}
        assert error["path"] == ["createVenture"]


async def test_a_resolved_forbidden_is_not_the_status_403(wire: Wire) -> None:
    answer = await wire.as_("viewer")(json={"query": "{ webhookEndpoints { totalCount } }"})
    assert answer.status_code == 200
    assert answer.json()["errors"][0]["extensions"]["code"] == "FORBIDDEN"


@pytest.mark.parametrize("given", ["mine-1", "a.b_c-9"])
async def test_a_sane_request_id_comes_back_in_header_and_errors(wire: Wire, given: str) -> None:
    answer = await wire(json={"query": "{"}, headers={"x-request-id": given})
    assert answer.headers["x-request-id"] == given
    assert answer.json()["errors"][0]["extensions"]["requestId"] == given


@pytest.mark.parametrize("given", ["x" * 129, "a b", "<script>", ""])
async def test_any_other_request_id_is_replaced(wire: Wire, given: str) -> None:
    answer = await wire(json={"query": "{"}, headers={"x-request-id": given})
    assert answer.headers["x-request-id"] != given
    assert answer.json()["errors"][0]["extensions"]["requestId"] == answer.headers["x-request-id"]


@pytest.mark.parametrize("extensions", ["[]", "5", '"x"'])
async def test_extensions_are_a_map_in_a_query_string_too(wire: Wire, extensions: str) -> None:
    refused(await wire("GET", params={"query": QUERY, "extensions": extensions}), 400)


async def test_a_document_in_the_address_of_a_post_is_not_run(wire: Wire) -> None:
    refused(await wire(params={"query": QUERY}, headers={"content-type": JSON}), 400)
    answer = await wire(params={"query": "{ nonsense }"}, json={"query": QUERY})
    assert answer.json()["data"] == {"viewer": {"role": "OWNER"}}


async def test_a_form_is_refused_even_with_the_header_that_others_take_for_enough(wire: Wire) -> None:
    headers = {"content-type": "multipart/form-data; boundary=x", "apollo-require-preflight": "1"}
    refused(await wire(content=b"--x--", headers=headers), 415, "UNSUPPORTED_MEDIA_TYPE")


async def test_tracing_that_nobody_offered_is_not_told(wire: Wire) -> None:
    answer = await wire(json={"query": QUERY}, headers={"apollo-federation-include-trace": "ftv1", "x-debug": "1"})
    assert set(answer.json()["extensions"]) <= {"cost"}
