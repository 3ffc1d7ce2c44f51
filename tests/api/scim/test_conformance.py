"""Held to `scim2-tester`, over a real socket."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from scim2_models import ScimProvider

from api.scim.resources import Group, User
from domain.kernel.settings import Settings
from tests.api.scim.conftest import Directory
from tests.api.serving import serving
from tests.contract.catalogue import superuser


class Addresses(Sequence[str]):
    """Ten addresses, others each time: the tester draws a userName from the examples, and none may come twice."""

    def __init__(self) -> None:
        self._numbers = itertools.count()

    def __len__(self) -> int:
        return 10

    def __getitem__(self, index: Any) -> Any:
        if index >= 10:
            raise IndexError
        return f"somebody{next(self._numbers)}@example.com"


def through_the_socket(client: httpx.Client, address: str) -> Callable[..., Iterable[bytes]]:
    """What the tester's client takes for an application: each call is a request to a server."""

    def call(environ: dict[str, Any], start: Callable[[str, list[tuple[str, str]]], object]) -> Iterable[bytes]:
        headers = {name[5:].replace("_", "-"): each for name, each in environ.items() if name.startswith("HTTP_")}
        if "CONTENT_TYPE" in environ:
            headers["content-type"] = environ["CONTENT_TYPE"]
        headers.pop("HOST", None)
        url = f"{address}{environ['PATH_INFO']}?{environ['QUERY_STRING']}".rstrip("?")
        body = environ["wsgi.input"].read()
        answer = client.request(environ["REQUEST_METHOD"], url, headers=headers, content=body)
        start(f"{answer.status_code} {answer.reason_phrase}", list(answer.headers.items()))
        return [answer.content]

    return call


async def test_every_check_of_the_tester_succeeds(
    directory: Directory, scim_app: FastAPI, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    # To import these takes seconds, which every process that only collects tests would spend.
    from scim2_client.engines.wsgi import WSGISCIMClient
    from scim2_tester import CheckResult, Status, check_server

    monkeypatch.setattr(User.model_fields["user_name"], "examples", Addresses())
    async with superuser(settings) as database, serving(scim_app, database) as server:
        with httpx.Client(trust_env=False, timeout=60) as socket:
            client = WSGISCIMClient(
                through_the_socket(socket, server.address),
                base_url=f"{settings.base_url}/scim/v2",
                headers={"Authorization": f"Bearer {directory.key}"},
                provider=ScimProvider(models=[User, Group]),
            )
            results: list[CheckResult] = await asyncio.to_thread(check_server, client)
    wrong = [result for result in results if result.status not in (Status.SUCCESS, Status.COMPLIANT)]
    assert not wrong, "\n".join(f"{each.title}: {each.status} {each.reason}" for each in wrong)
    assert len(results) > 50
