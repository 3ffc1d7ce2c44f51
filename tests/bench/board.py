"""A board read three ways: by a statement written by hand, by the compiler, and over the whole of the API."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

import asyncpg
import orjson

from api.app import create_app
from api.graphql.asking import Asked
from api.graphql.running import Engine
from domain.kernel.commands import COMMANDS, execute
from tests.bench.ground import CONNECTIONS, Ground

DOCUMENT = """
{
  ventures(first: 20) {
    nodes {
      id name stage
      milestones(first: 10) { nodes { id title dueOn status percentComplete } }
      risks(first: 5, orderBy: [{ field: SCORE, direction: DESC }]) {
        nodes { id title category score level owner { id name } }
      }
    }
  }
}
"""

BY_HAND = """
SELECT json_build_object('ventures', json_build_object('nodes', coalesce(json_agg(json_build_object(
  'id', 'venture_' || replace(v.id::text, '-', ''), 'name', v.name, 'stage', upper(v.stage),
  'milestones', json_build_object('nodes', coalesce(m.nodes, '[]')),
  'risks', json_build_object('nodes', coalesce(r.nodes, '[]'))) ORDER BY v.name, v.id), '[]')))
FROM (SELECT id, name, stage FROM venture
      WHERE tenant_id = $1 AND archived_at IS NULL ORDER BY name, id LIMIT 20) v
LEFT JOIN LATERAL (
  SELECT json_agg(json_build_object('id', 'milestone_' || replace(x.id::text, '-', ''), 'title', x.title,
    'dueOn', x.due_on, 'status', upper(x.status), 'percentComplete', x.percent_complete)) AS nodes
  FROM (SELECT * FROM milestone WHERE tenant_id = $1 AND venture_id = v.id AND archived_at IS NULL
        ORDER BY due_on, id LIMIT 10) x) m ON true
LEFT JOIN LATERAL (
  SELECT json_agg(json_build_object('id', 'risk_' || replace(x.id::text, '-', ''), 'title', x.title,
    'category', x.category, 'score', x.score, 'level', upper(x.level),
    'owner', CASE WHEN x.owner_id IS NOT NULL THEN
      json_build_object('id', 'member_' || replace(x.owner_id::text, '-', ''), 'name', x.owner) END)) AS nodes
  FROM (SELECT k.id, k.title, k.category, k.owner_id, s.score, s.level, o.name AS owner FROM risk k
        LEFT JOIN risk_score s ON s.tenant_id = $1 AND s.risk_id = k.id
        LEFT JOIN membership o ON o.tenant_id = $1 AND o.id = k.owner_id
        WHERE k.tenant_id = $1 AND k.venture_id = v.id AND k.archived_at IS NULL
        ORDER BY s.score DESC NULLS LAST, k.id LIMIT 5) x) r ON true
"""
"""What somebody who knows this one screen would write: the limit of what PostgreSQL gives here."""

Act = Callable[[int], Awaitable[int]]


async def by_hand(ground: Ground) -> tuple[Act, Callable[[], Awaitable[bytes]]]:
    """The plain statement on connections of its own."""
    connections = [await ground.connect() for _ in range(CONNECTIONS)]

    async def read(number: int) -> bytes:
        connection: asyncpg.Connection = connections[number]
        await connection.execute(f"BEGIN READ ONLY; SET LOCAL app.tenant_id = '{ground.owner.tenant_id}'")
        told: str = await connection.fetchval(BY_HAND, ground.owner.tenant_id)
        await connection.execute("COMMIT")
        return told.encode()

    async def act(number: int) -> int:
        await read(number)
        return 1

    return act, lambda: read(0)


async def compiled(ground: Ground) -> tuple[Act, Callable[[], Awaitable[bytes]]]:
    """The compiler and the executor, without HTTP."""
    engine = Engine(ground.runtime)
    asked = Asked(DOCUMENT, None, {})

    async def read() -> bytes:
        answered = await engine.answer(ground.owner, asked, "bench", get=False, dry=False)
        assert not answered.errors, answered.errors
        return orjson.dumps(answered.data)

    async def act(_: int) -> int:
        await read()
        return 1

    return act, read


async def over_http(ground: Ground) -> tuple[Act, Callable[[], Awaitable[bytes]]]:
    """The application as a server calls it: key, limits, headers and all; only the socket is missing."""
    app = create_app(ground.runtime.settings, ground.runtime)
    command = COMMANDS["create_api_key"]
    given = command.input.model_validate({"title": "bench", "role": "viewer"})
    key = (await execute(ground.runtime, ground.owner, command, given)).shown_once["key"]
    body = orjson.dumps({"query": DOCUMENT})
    headers = [
        (b"host", b"localhost:8000"),
        (b"authorization", f"Bearer {key}".encode()),
        (b"content-type", b"application/json"),
        (b"content-length", str(len(body)).encode()),
        (b"accept", b"application/json"),
    ]

    async def read() -> bytes:
        parts: list[MutableMapping[str, Any]] = []

        async def receive() -> MutableMapping[str, Any]:
            return {"type": "http.request", "body": body, "more_body": False}

        async def send(message: MutableMapping[str, Any]) -> None:
            parts.append(message)

        scope = {
            "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "POST", "scheme": "http",
            "path": "/graphql", "raw_path": b"/graphql", "root_path": "", "query_string": b"", "headers": headers,
            "client": ("127.0.0.1", 1), "server": ("127.0.0.1", 8000),
        }  # fmt: skip
        await app(scope, receive, send)
        assert parts[0]["status"] == 200, parts
        return b"".join(part.get("body", b"") for part in parts)

    async def act(_: int) -> int:
        await read()
        return 1

    return act, read
