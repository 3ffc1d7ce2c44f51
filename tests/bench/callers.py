"""What it costs to know who calls and how much they may, beside the same handler that is told; what counting costs."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from statistics import median
from typing import Any
from unittest.mock import patch

from fastapi import FastAPI
from starlette.requests import HTTPConnection

from api.allowance.limiter import Payer, Spent
from api.app import create_app
from api.auth.principals import Authenticator
from domain.kernel import work as unit_of_work_module
from domain.kernel.commands import COMMANDS, execute
from domain.kernel.ids import uuid7
from domain.kernel.principal import ActorKind, Principal, Role
from tests.bench.ground import Ground, per_second

Act = Callable[[int], Awaitable[int]]


class Told(Authenticator):
    """Finds out nothing about who is calling: it has been told."""

    def __init__(self, made: Authenticator, principal: Principal) -> None:
        self.__dict__.update(made.__dict__)
        self._principal = principal

    async def principal(self, connection: HTTPConnection, *, while_deleting: bool = False) -> Principal:
        """The one caller there is."""
        connection.scope["state"]["tenant_id"] = self._principal.tenant_id
        return self._principal


class Boundless:
    """Stands for the rate limits: there are none."""

    async def spend(self, payer: Payer, amount: int) -> Spent:
        """Nothing is spent."""
        return Spent(1)


async def measure_callers(ready: Ground, turns: int, seconds: float) -> None:
    """Print how much of its speed `GET /v1/me` keeps, and how much of theirs commands that are counted."""
    whole, told = create_app(runtime=ready.runtime), create_app(runtime=ready.runtime)
    key = (await _key(ready)).encode()
    told.state.authenticator = Told(
        ready.runtime, Principal(ready.tenant, ActorKind.API_KEY, Role.VIEWER, ready.tenant)
    )
    told.state.request_limiter = Boundless()
    ours, fixed = [], []
    for _ in range(turns):
        ours.append(await per_second(_asking(whole, key), seconds))
        fixed.append(await per_second(_asking(told, key), seconds))
    print(f"\n{'':60}{'told/s':>10}{'whole/s':>10}{'ratio':>8}")
    _print("GET /v1/me, with key and rate limits (at least 0.85)", fixed, ours)
    counted, uncounted = [], []
    for _ in range(turns):
        counted.append(await per_second(_creating(ready), seconds))
        with _nobody_counts():
            uncounted.append(await per_second(_creating(ready), seconds))
    _print("create a venture where there are no limits / uncounted", uncounted, counted)


def _print(title: str, without: list[float], with_: list[float]) -> None:
    ratio = median(with_) / median(without)
    print(f"{title:60}{median(without):10.0f}{median(with_):10.0f}{ratio:8.2f}", flush=True)


async def _key(ready: Ground) -> str:
    command = COMMANDS["create_api_key"]
    given = command.input.model_validate({"title": "callers", "role": "viewer"})
    return (await execute(ready.runtime, ready.owner, command, given)).shown_once["key"]


def _asking(app: FastAPI, key: bytes) -> Act:
    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "GET", "scheme": "http",
        "path": "/v1/me", "raw_path": b"/v1/me", "query_string": b"", "root_path": "",
        "headers": [(b"host", b"localhost:8000"), (b"authorization", b"Bearer " + key)],
        "client": ("127.0.0.1", 1), "server": ("localhost", 8000),
    }  # fmt: skip

    async def act(_: int) -> int:
        statuses: list[int] = []

        async def receive() -> dict[str, Any]:
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(message: Any) -> None:
            if message["type"] == "http.response.start":
                statuses.append(message["status"])

        await app({**scope, "state": {}}, receive, send)
        assert statuses == [200], statuses
        return 1

    return act


def _creating(ready: Ground) -> Act:
    command = COMMANDS["create_venture"]

    async def act(_: int) -> int:
        given = command.input.model_validate({"name": "Bench", "key": f"B{uuid7().hex[-9:].upper()}"})
        await execute(ready.runtime, ready.owner, command, given)
        return 1

    return act


@contextmanager
def _nobody_counts() -> Iterator[None]:
    async def nothing(work: Any) -> None:
        return None

    with patch.object(unit_of_work_module, "count_up", nothing):
        yield
