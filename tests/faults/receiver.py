"""A webhook receiver as an integrator has one: a small HTTP server that keeps what arrives."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from standardwebhooks.webhooks import Webhook

from tests.contract import telling


@dataclass(frozen=True)
class Arrived:
    """One request as it came in."""

    headers: dict[str, str]
    body: str

    @property
    def id(self) -> str:
        """The `webhook-id`: the event's, the same at every attempt."""
        return self.headers["webhook-id"]

    @property
    def event(self) -> dict[str, Any]:
        """The body."""
        return dict(json.loads(self.body))

    def is_signed(self, secret: str) -> bool:
        """Whether the signature is right, whatever the time: for installations whose clock was moved."""
        sent = datetime.fromtimestamp(int(self.headers["webhook-timestamp"]), UTC)
        return Webhook(secret).sign(self.id, sent, self.body) in self.headers["webhook-signature"].split(" ")

    def verified(self, secret: str) -> dict[str, Any]:
        """The body, when the signature is right. Raises `WebhookVerificationError`."""
        return dict(Webhook(secret).verify(self.body, self.headers))


@dataclass
class Receiver:
    """Listens on a free port of loopback. `answers` are the next statuses; when there are none left, 204."""

    arrived: list[Arrived] = field(default_factory=list)
    answers: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                length = int(self.headers.get("content-length", 0))
                body = self.rfile.read(length)
                if len(body) < length:
                    return  # the sender died on the way
                headers = {name.lower(): value for name, value in self.headers.items()}
                telling.check_body(body)
                receiver.arrived.append(Arrived(headers, body.decode()))
                self.send_response(receiver.answers.pop(0) if receiver.answers else 204)
                self.send_header("content-length", "0")
                self.end_headers()

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        """Where to send."""
        return f"http://127.0.0.1:{self._server.server_address[1]}/hook"

    def of_type(self, *types: str) -> list[Arrived]:
        """What arrived, of these types of events."""
        return [each for each in list(self.arrived) if each.event["type"] in types]

    def about(self, subject_id: str, which: Callable[[Arrived], bool] = lambda _: True) -> list[Arrived]:
        """What arrived about an object of this id."""
        return [each for each in list(self.arrived) if subject_id in each.body and which(each)]

    def close(self) -> None:
        """Listen no longer."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
