"""Headers that keep browsers and caches from doing what nobody asked for."""

from __future__ import annotations

from typing import Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send

PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "font-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
"""What a page of ours may load: nothing from elsewhere. A page that needs another policy sends its own."""

_ALWAYS: Final = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cache-control", b"no-store"),
)
_SECURE: Final = ((b"strict-transport-security", b"max-age=31536000"),)
_PAGE: Final = ((b"content-security-policy", PAGE_POLICY.encode()), (b"x-frame-options", b"DENY"))


class SecurityHeaders:
    """Sets what an answer does not set itself. Nothing is cached unless the answer says so."""

    def __init__(self, app: ASGIApp, secure: bool) -> None:
        self._app = app
        self._always = _ALWAYS + (_SECURE if secure else ())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                there = dict(message.get("headers", ()))
                more = _PAGE if there.get(b"content-type", b"").startswith(b"text/html") else ()
                missing = [header for header in (*self._always, *more) if header[0] not in there]
                message["headers"] = [*message.get("headers", ()), *missing]
            await send(message)

        await self._app(scope, receive, send_with_headers)
