"""Server-sent events: subscriptions for whoever cannot or will not use a WebSocket."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from tests.api.graphql.live.conftest import CHANGES, Site, Stream, streaming

URQL = (
    "application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed"
)


async def post(site: Site, query: str, accept: str | None, **headers: str) -> httpx.Response:
    told = {"Authorization": f"Bearer {await site.key()}"} | ({"Accept": accept} if accept else {}) | headers
    async with httpx.AsyncClient(trust_env=False) as client:
        return await client.post(f"{site.address}/graphql", json={"query": query}, headers=told)


async def test_a_subscription_is_a_stream_of_events_with_their_numbers(site: Site) -> None:
    key = await site.key()
    async with streaming(site, key, CHANGES) as stream:
        headers = stream.answer.headers
        assert stream.answer.status_code == 200
        assert headers["content-type"] == "text/event-stream; charset=utf-8"
        assert headers["cache-control"] == "no-cache"
        assert headers["x-accel-buffering"] == "no"
        assert await stream.line() == ":"
        await site.opened()
        await site.venture()
        event = await stream.event()
        assert event["event"] == "next"
        assert f'"sequence":{event["id"]}' in event["data"]
    await site.opened(0)


@pytest.mark.parametrize("accept", ["text/event-stream", URQL, "application/json;q=0.5, text/event-stream"])
async def test_a_subscription_streams_for_every_client_that_takes_events(site: Site, accept: str) -> None:
    after = 0
    await site.venture()
    async with streaming(site, await site.key(), CHANGES, headers={"Accept": accept}, variables={"after": after}) as it:
        assert (await it.result())["data"]["changes"]["sequence"] == 1


@pytest.mark.parametrize("accept", [None, "*/*", "application/json", "application/graphql-response+json"])
async def test_a_subscription_by_plain_post_is_refused_with_words(site: Site, accept: str | None) -> None:
    answer = await post(site, "subscription { changes { sequence } }", accept)
    assert answer.status_code == 406
    assert "text/event-stream" in answer.json()["errors"][0]["message"]


async def test_a_query_is_a_stream_only_where_that_is_preferred(site: Site) -> None:
    answer = await post(site, "{ __typename }", URQL)
    assert answer.headers["content-type"].startswith("application/graphql-response+json")
    answer = await post(site, "{ __typename }", "text/event-stream;q=0, application/json")
    assert answer.headers["content-type"].startswith("application/json")
    answer = await post(site, "{ __typename }", "text/event-stream")
    assert answer.headers["content-type"].startswith("text/event-stream")
    first, last, rest = answer.text.removeprefix(":\n\n").split("\n\n")
    assert first.startswith('event: next\ndata: {"data":{"__typename":"Query"}')
    assert (last, rest) == ("event: complete\ndata:", "")


async def test_validation_errors_come_inside_the_stream(site: Site) -> None:
    for query in ("subscription { nothing }", "subscription {", "subscription { changes(after: 99999) { sequence } }"):
        async with streaming(site, await site.key(), query) as stream:
            assert stream.answer.status_code == 200
            result = await stream.result()
            assert result["errors"][0]["extensions"]["code"] == "BAD_USER_INPUT"
            assert "data" not in result
            assert (await stream.event())["event"] == "complete"
            assert await stream.event() == {}


async def test_who_is_nobody_is_refused_before_the_stream(site: Site) -> None:
    answer = await post(site, "subscription { changes { sequence } }", "text/event-stream", Authorization="Bearer no")
    assert (answer.status_code, answer.json()["errors"][0]["extensions"]["code"]) == (401, "UNAUTHENTICATED")


async def test_a_browser_resumes_by_the_number_of_the_last_event(site: Site) -> None:
    for number in range(4):
        await site.venture(f"V{number}")
    key = await site.key()
    async with streaming(site, key, CHANGES, headers={"Last-Event-ID": "2"}, variables={"after": 0}) as stream:
        assert (await stream.event())["id"] == "3"
    async with streaming(site, key, CHANGES, headers={"Last-Event-ID": "x"}) as stream:
        assert (await stream.result())["errors"][0]["extensions"]["code"] == "BAD_USER_INPUT"


async def test_an_event_source_subscribes_by_get(site: Site) -> None:
    await site.venture()
    headers = {"Authorization": f"Bearer {await site.key()}", "Accept": "text/event-stream"}
    parameters = {"query": "subscription { changes(after: 0) { sequence } }"}
    async with (
        httpx.AsyncClient(trust_env=False) as client,
        client.stream("GET", f"{site.address}/graphql", params=parameters, headers=headers) as answer,
    ):
        lines: list[Any] = []
        async for line in answer.aiter_lines():
            lines.append(line)
            if line.startswith("data"):
                break
    assert "id: 1" in lines


async def test_a_quiet_stream_is_kept_alive_by_comments(site: Site) -> None:
    site.bounds(keep_alive_seconds=0.02)
    async with streaming(site, await site.key(), CHANGES) as stream:
        assert [line for line in [await stream.line() for _ in range(8)] if not line.startswith("id")].count(":") >= 3


async def test_a_stream_says_where_it_begins_so_that_it_can_be_resumed_before_anything_was_seen(site: Site) -> None:
    key = await site.key()
    begins = await _beginning(site, key)
    await site.venture()
    assert await _beginning(site, key) == begins + 1
    async with streaming(site, key, CHANGES, headers={"Last-Event-ID": str(begins)}) as stream:
        await _until(stream, f"id: {begins}")
        assert (await stream.event())["id"] == str(begins + 1)


async def test_what_is_not_for_a_stream_moves_on_where_it_resumes(site: Site) -> None:
    site.bounds(keep_alive_seconds=0.02)
    key = await site.key()
    begins = await _beginning(site, key)
    async with streaming(site, key, "subscription { changes(types: [RISK]) { sequence } }") as stream:
        await site.opened()
        venture = await site.venture()
        await _until(stream, f"id: {begins + 1}")
        await site.act("create_risk", venture_id=venture, title="One", category="market")
        event = await stream.event()
        assert (event["event"], event["id"]) == ("next", str(begins + 2))
        await site.venture("OTHER")
        await _until(stream, f"id: {begins + 3}")


async def _beginning(site: Site, key: str) -> int:
    async with streaming(site, key, CHANGES) as stream:
        while not (line := await stream.line()).startswith("id: "):
            assert line in ("", ":"), line
        return int(line.removeprefix("id: "))


async def test_a_query_as_a_stream_has_no_number(site: Site) -> None:
    answer = await post(site, "{ __typename }", "text/event-stream")
    assert "id:" not in answer.text


async def _until(stream: Stream, line: str) -> None:
    """Nothing but signs of life comes before the line."""
    while (heard := await stream.line()) != line:
        assert heard in ("", ":") or heard.startswith("id: "), heard


async def test_a_line_break_in_a_text_stays_within_its_event(site: Site) -> None:
    venture = await site.venture()
    await site.act("create_risk", venture_id=venture, title="One", category="market", cause="first\nsecond")
    query = (
        "subscription { changes(after: 0, types: [RISK]) { node { ... on Risk { cause alerts { nodes { id } } } } } }"
    )
    async with streaming(site, await site.key(), query) as stream:
        assert (await stream.result())["data"]["changes"]["node"]["cause"] == "first\nsecond"


async def test_streams_have_their_place_among_all_connections(site: Site) -> None:
    site.bounds(of_principal=1)
    key = await site.key()
    async with streaming(site, key, CHANGES) as stream:
        await stream.line()
        async with streaming(site, key, CHANGES) as second:
            assert second.answer.status_code == 429
            assert "retry-after" in second.answer.headers


async def test_the_process_end_ends_streams_without_saying_that_they_are_complete(site: Site) -> None:
    async with streaming(site, await site.key(), CHANGES) as stream:
        await stream.line()
        await site.opened()
        site.server.should_exit = True
        assert await stream.event() == {}
