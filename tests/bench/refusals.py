"""Whether the time of a refusal tells anything: of keys that were there, that never were, and of tenants unknown."""

from __future__ import annotations

import time
from bisect import bisect_left, bisect_right
from collections.abc import Awaitable, Callable, Sequence
from statistics import median
from typing import Any, Final

from fastapi import FastAPI

from api.app import create_app
from domain.kernel.commands import COMMANDS, execute
from domain.kernel.ids import uuid7
from domain.kernel.principal import ActorKind, Principal, Role
from domain.tenancy.keys import new_key
from tests.bench.ground import Ground

TRIES: Final = 1_500
"""Of each kind, turn and turn about, so that whatever else the machine does befalls all alike."""

Ask = Callable[[str], Awaitable[float]]


async def measure_refusals(ready: Ground) -> None:
    """Print how long refusals take beside that of a revoked key, and how often the one is slower than the other."""
    ask = _asking(create_app(runtime=ready.runtime))
    kinds = {
        "a revoked key": [await _revoked(ready)] * TRIES,
        "the same tenant's, that never was": [new_key(ready.tenant) for _ in range(TRIES)],
        "of a tenant that is not there": [new_key(uuid7()) for _ in range(TRIES)],
    }
    taken: dict[str, list[float]] = {kind: [] for kind in kinds}
    for turn in range(TRIES):
        for kind, keys in kinds.items():
            taken[kind].append(await ask(keys[turn]))
    print(f"\n{'a key is refused':44}{'median ms':>10}{'ratio':>8}{'slower':>8}")
    known, *_ = taken.values()
    for kind, times in taken.items():
        ratio = median(times) / median(known)
        print(f"{kind:44}{median(times) * 1000:10.3f}{ratio:8.2f}{_slower(times, known):8.2f}", flush=True)


def _slower(times: Sequence[float], known: Sequence[float]) -> float:
    """The probability that one of the first takes longer than one of the second: 0.5 where nothing tells them apart.

    Mann and Whitney's U by the number of pairs, ties as a half.
    """
    ordered = sorted(known)
    pairs = sum((bisect_left(ordered, each) + bisect_right(ordered, each)) / 2 for each in times)
    return pairs / (len(times) * len(known))


async def _revoked(ready: Ground) -> str:
    made = COMMANDS["create_api_key"]
    given = made.input.model_validate({"title": "refusals", "role": "viewer"})
    done = await execute(ready.runtime, ready.owner, made, given)
    revoke = COMMANDS["revoke_api_key"]
    owner = Principal(ready.tenant, ActorKind.OPERATOR, Role.OWNER, ready.tenant)
    await execute(ready.runtime, owner, revoke, revoke.input.model_validate({"id": done.ids["api_key"]}))
    return str(done.shown_once["key"])


def _asking(app: FastAPI) -> Ask:
    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "GET", "scheme": "http",
        "path": "/v1/me", "raw_path": b"/v1/me", "query_string": b"", "root_path": "",
        "client": ("127.0.0.1", 1), "server": ("localhost", 8000),
    }  # fmt: skip

    async def ask(key: str) -> float:
        statuses: list[int] = []

        async def receive() -> dict[str, Any]:
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(message: Any) -> None:
            if message["type"] == "http.response.start":
                statuses.append(message["status"])

        headers = [(b"host", b"localhost:8000"), (b"authorization", f"Bearer {key}".encode())]
        began = time.perf_counter()
        await app({**scope, "headers": headers, "state": {}}, receive, send)
        taken = time.perf_counter() - began
        assert statuses == [401], statuses
        return taken

    return ask
