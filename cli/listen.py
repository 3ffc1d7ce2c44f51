"""`milepost listen`: receives webhooks on this machine, verifies them, and shows or forwards them while you develop."""

from __future__ import annotations

import asyncio
import json
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import h11
import httpx
from rich.console import Console
from rich.text import Text
from standardwebhooks.webhooks import Webhook, WebhookVerificationError

from cli.account import NoAccount, account_of

HOST = "127.0.0.1"
LONGEST_BODY = 10_000_000
PASSED_ON = ("content-type", "user-agent", "webhook-id", "webhook-timestamp", "webhook-signature", "webhook-attempt")
_SEVERITIES = {"critical": "bold red", "warning": "yellow", "info": "cyan"}


class ListenError(Exception):
    """Listening cannot begin; the text says what to change."""


@dataclass
class Options:
    """What was asked for on the command line."""

    port: int = 0
    secret: str = ""
    forward_to: str = ""
    base_url: str = ""
    key_file: str = ""
    tenant: str = ""
    types: list[str] = field(default_factory=lambda: ["*"])
    as_json: bool = False
    count: int | None = None
    data_dir: Path | None = None


def listen(options: Options) -> None:
    """Listen until Ctrl-C, or until `count` events have arrived. Raises `ListenError`."""
    asyncio.run(_Listening(options).run())


class _Listening:
    def __init__(self, options: Options) -> None:
        self._options = options
        self._out = Console(highlight=False, soft_wrap=True)
        self._err = Console(stderr=True, highlight=False, soft_wrap=True)
        self._client = httpx.AsyncClient(trust_env=False, follow_redirects=False, timeout=15)
        self._done = asyncio.Event()
        self._secret = options.secret
        self._seen: set[str] = set()
        self._count = 0

    async def run(self) -> None:
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, self._done.set)
        try:
            server = await asyncio.start_server(self._serve, HOST, self._options.port)
        except OSError as error:
            raise ListenError(f"--port {self._options.port} cannot be listened on: {error.strerror}") from None
        async with self._client, server:
            url = f"http://{HOST}:{server.sockets[0].getsockname()[1]}/"
            forget = await self._register(url)
            further = f", forwarding to {self._options.forward_to}" if self._options.forward_to else ""
            self._say(f"listening on {url}{further}")
            try:
                await self._done.wait()
            finally:
                await forget()

    async def _register(self, url: str) -> Callable[[], Any]:
        """Register the address where no secret was given; answers how to take it back."""

        async def nothing() -> None:
            return None

        if self._secret:
            return nothing
        options = self._options
        try:
            account = account_of(options.base_url, options.key_file, options.tenant, options.data_dir)
        except NoAccount as error:
            raise ListenError(f"{error}; with --secret, nothing is registered and none of it is needed") from None
        endpoints = f"{account.address}/webhook-endpoints"
        headers = account.headers
        wish = {"url": url, "event_types": self._options.types, "description": "milepost listen"}
        try:
            answer = await self._client.post(endpoints, headers=headers, json=wish)
        except httpx.HTTPError as error:
            raise ListenError(f"{account.base_url} does not answer ({type(error).__name__})") from None
        if answer.status_code != httpx.codes.CREATED:
            raise ListenError(f"the endpoint was refused: {_detail(answer)}")
        made = answer.json()
        self._secret = made["secret"]
        address = f"{endpoints}/{made['id']}"

        async def take_back() -> None:
            with suppress(httpx.HTTPError):
                await self._client.delete(address, headers=headers, timeout=5)

        return take_back

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError, h11.ProtocolError, TimeoutError):
            async with asyncio.timeout(30):
                headers, body = await _read_request(reader)
                status = await self._take(headers, body)
                writer.write(f"HTTP/1.1 {status} \r\ncontent-length: 0\r\nconnection: close\r\n\r\n".encode())
                await writer.drain()
        writer.close()

    async def _take(self, headers: dict[str, str], body: bytes) -> int:
        try:
            event = dict(Webhook(self._secret).verify(body.decode(), headers))
        except (WebhookVerificationError, ValueError, KeyError) as error:
            self._say(f"refused a request that does not verify: {error}")
            return 400
        status = await self._forward(headers, body)
        self._show(headers["webhook-id"], event, status)
        self._count += 1
        if self._options.count is not None and self._count >= self._options.count:
            asyncio.get_running_loop().call_later(0.2, self._done.set)  # let the answer go out first
        return status

    async def _forward(self, headers: dict[str, str], body: bytes) -> int:
        if not self._options.forward_to:
            return 204
        passed = {name: headers[name] for name in PASSED_ON if name in headers}
        try:
            return (await self._client.post(self._options.forward_to, headers=passed, content=body)).status_code
        except httpx.HTTPError as error:
            self._say(f"{self._options.forward_to} does not answer ({type(error).__name__})")
            return 502

    def _show(self, webhook_id: str, event: dict[str, Any], status: int) -> None:
        if self._options.as_json:
            print(json.dumps({"webhook_id": webhook_id, **event}, ensure_ascii=False), flush=True)
            return
        again = webhook_id in self._seen
        self._seen.add(webhook_id)
        self._out.print(_block(webhook_id, event, again, status if self._options.forward_to else None))

    def _say(self, text: str) -> None:
        self._err.print(Text(text, style="dim"))


def _block(webhook_id: str, event: dict[str, Any], again: bool, forwarded: int | None) -> Text:
    """One event for people."""
    data = event.get("data") if isinstance(event.get("data"), dict) else {}
    assert isinstance(data, dict)
    severity = str(data.get("severity") or "")
    block = Text(_plain(event.get("type")), style="bold")
    if severity:
        block.append(f"  {_plain(severity)}", style=_SEVERITIES.get(severity, ""))
    if again:
        block.append("  (again)", style="dim")
    lines = {
        "summary": data.get("summary") or data.get("title") or data.get("name"),
        "subject": _subject(data),
        "sequence": event.get("sequence"),
        "webhook-id": webhook_id,
        "forwarded": forwarded,
    }
    for name, value in lines.items():
        if value is not None:
            block.append(f"\n  {name:<11}", style="dim").append(_plain(value))
    return block.append("\n")


def _subject(data: dict[str, Any]) -> str | None:
    subject = data.get("subject")
    if isinstance(subject, dict):
        return f"{subject.get('type')} “{subject.get('name')}” {subject.get('id')}"
    found = data.get("id")
    return found if isinstance(found, str) else None


def _plain(value: object) -> str:
    """Text that cannot steer the terminal, whatever a user wrote into a title."""
    return "".join(character if character.isprintable() else "�" for character in str(value))


def _detail(answer: httpx.Response) -> str:
    with suppress(ValueError, AttributeError):
        problem = answer.json()
        return f"{problem.get('detail') or problem.get('title')} ({answer.status_code})"
    return str(answer.status_code)


async def _read_request(reader: asyncio.StreamReader) -> tuple[dict[str, str], bytes]:
    """Headers (names in small letters) and body of one request. Raises `h11.RemoteProtocolError`."""
    connection = h11.Connection(h11.SERVER)
    headers: dict[str, str] = {}
    body = b""
    while True:
        event = connection.next_event()
        if event is h11.NEED_DATA:
            connection.receive_data(await reader.read(65_536))
        elif isinstance(event, h11.Request):
            headers = {name.decode(): value.decode("latin-1") for name, value in event.headers}
        elif isinstance(event, h11.Data):
            body += event.data
            if len(body) > LONGEST_BODY:
                raise h11.RemoteProtocolError("the body is too long")
        else:
            return headers, body


def run(options: Options) -> None:
    """Listen; what cannot begin is a sentence and status 1."""
    try:
        listen(options)
    except ListenError as error:
        sys.exit(f"milepost listen: {error}")
