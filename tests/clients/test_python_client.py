"""The Python client asks the real API, and its page says what it does."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import httpx
import pytest
from milepost_client import Milepost, MilepostError, WebhookVerificationError, verified
from standardwebhooks.webhooks import Webhook

from api.rest.routes import all_operations
from domain.kernel.runtime import Runtime
from domain.kernel.settings import Settings
from tests.api.conftest import run
from tests.conftest import Cluster, TestTenant
from tests.security.attacking import api_process

PAGE = Path("clients/python/README.md")
SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"


@pytest.fixture(scope="module")
def url(cluster: Cluster, settings: Settings) -> Iterator[str]:
    """The API as it is run in production."""
    with api_process(cluster, "common") as (_, running):
        yield running


@pytest.fixture
async def key(runtime: Runtime, tenant: TestTenant) -> str:
    """An owner's."""
    done = await run(runtime, tenant, "owner", "create_api_key", title="client", role="owner")
    return str(done.shown_once["key"])


def test_every_operation_is_a_method() -> None:
    assert [each.id for each in all_operations() if not hasattr(Milepost, each.id)] == []


def test_the_page_runs(url: str, key: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("MILEPOST_URL", url)
    monkeypatch.setenv("MILEPOST_KEY", key)
    monkeypatch.setenv("MILEPOST_SECRET", SECRET)
    blocks = re.findall(r"```python\n(.*?)```", PAGE.read_text("utf-8"), re.S)
    scope: dict[str, Any] = {}
    for block in blocks:
        exec(block, scope)  # the page's own code
    body = b'{"type":"risk.alert.fired","data":{"summary":"The supplier fails."}}'
    assert scope["receive"](body, signed(body)) == 204
    assert scope["receive"](body.replace(b"fails", b"wins"), signed(body)) == 401
    scope["milepost"].close()
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "owner"
    assert {"high", "412 PRECONDITION_FAILED", "The supplier fails."} & set(said) >= {"412 PRECONDITION_FAILED"}
    assert said[-1] == "The supplier fails."


def signed(body: bytes, secret: str = SECRET) -> dict[str, str]:

    now = datetime.now(UTC)
    signature = Webhook(secret).sign("msg_1", now, body.decode())
    return {
        "Webhook-Id": "msg_1",
        "Webhook-Timestamp": str(int(now.timestamp())),
        "Webhook-Signature": signature,
    }


def test_a_webhook_is_taken_under_either_secret_while_it_is_rotated() -> None:
    new = "whsec_" + "bmV3IHNlY3JldCBvZiAyNCBieXRlcyE="
    body = b'{"type":"webhook.test"}'
    assert verified(body, signed(body), new, SECRET)["type"] == "webhook.test"
    with pytest.raises(WebhookVerificationError):
        verified(body, signed(body), new)
    with pytest.raises(WebhookVerificationError):
        verified(body, signed(body))


def test_lists_of_many_pages_are_one(url: str, key: str) -> None:
    with Milepost(url, key) as milepost:
        made = {milepost.create_team(name=f"Team {number}", function="business")["id"] for number in range(5)}
        assert {team["id"] for team in milepost.list_teams(limit=2)} == made
        assert [len(page) for page in milepost.list_teams(limit=2).pages()] == [2, 2, 1]


def test_a_refusal_names_code_and_place(url: str, key: str) -> None:
    with Milepost(url, key) as milepost:
        with pytest.raises(MilepostError) as refused:
            milepost.create_team(name="", function="business")
        assert (refused.value.status, refused.value.code) == (422, "INVALID")
        assert refused.value.errors[0]["pointer"] == "/name"
        assert refused.value.request_id
        with pytest.raises(MilepostError, match="404 NOT_FOUND"):
            milepost.get_team("../members")
        with pytest.raises(ValueError, match="in which tenant"):
            Milepost(url, "mp_operator_0123456789").list_teams().__iter__().__next__()


@pytest.fixture
def failing(url: str) -> Iterator[Callable[[list[int]], str]]:
    """A server before the API that answers with failures first: each time with the next of a list."""
    script: list[int] = []

    class Before(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            sent = {name: value for name, value in self.headers.items() if name.lower() != "host"}
            answer = httpx.post(f"{url}{self.path}", content=body, headers=sent, trust_env=False)
            status = script.pop(0) if script else 0
            self.send_response(status or answer.status_code)
            self.send_header("Content-Length", "0" if status else str(len(answer.content)))
            self.send_header("Retry-After", "0")
            self.end_headers()
            self.wfile.write(b"" if status else answer.content)

        def log_message(self, format: str, *arguments: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Before)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()

    def fail(with_statuses: list[int]) -> str:
        script[:] = with_statuses
        return f"http://127.0.0.1:{server.server_port}"

    yield fail
    server.shutdown()
    thread.join()
    server.server_close()


def test_an_answer_that_was_lost_is_asked_for_again_and_the_effect_is_one(
    failing: Callable[[list[int]], str], url: str, key: str
) -> None:
    began = time.monotonic()
    with Milepost(failing([502, 503]), key) as before, Milepost(url, key) as milepost:
        before.create_team(name="Once", function="business")
        assert [team["name"] for team in milepost.list_teams()] == ["Once"]
    assert time.monotonic() - began < 60
