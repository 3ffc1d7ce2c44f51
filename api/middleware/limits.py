"""No request takes more than its share: of memory, by the size of its body; of time, by how long it may send it."""

from __future__ import annotations

import asyncio

from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.problems import Refusal, problem_response
from api.scim import form as scim

MOST_BYTES = 1_048_576
MOST_SECONDS = 30.0


class BodyLimit:
    """Counts the body while it is read: more than 1 MiB is 413, longer than 30 seconds is 408."""

    def __init__(self, app: ASGIApp, base_url: str) -> None:
        self._app = app
        self._base_url = base_url

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        declared = next((value for name, value in scope["headers"] if name == b"content-length"), b"")
        if declared.isdigit() and int(declared[:20]) > MOST_BYTES:
            await self._refused(scope, _too_large())(scope, receive, send)
            return
        read = 0
        complete = False
        deadline = asyncio.get_running_loop().time() + MOST_SECONDS

        async def receive_counted() -> Message:
            nonlocal read, complete
            if complete:
                return await receive()
            try:
                async with asyncio.timeout_at(deadline):
                    message = await receive()
            except TimeoutError:
                raise Refusal(408, "REQUEST_TIMEOUT", f"the body did not arrive within {MOST_SECONDS:.0f} s") from None
            if message["type"] == "http.request":
                read += len(message.get("body", b""))
                complete = not message.get("more_body", False)
                if read > MOST_BYTES:
                    raise _too_large()
            return message

        await self._app(scope, receive_counted, send)

    def _refused(self, scope: Scope, refusal: Refusal) -> Response:
        if scope["path"].startswith(scim.PREFIX):
            return scim.error_response(refusal.status, refusal.detail)
        return problem_response(refusal, self._base_url, scope["state"]["request_id"])


def _too_large() -> Refusal:
    return Refusal(413, "PAYLOAD_TOO_LARGE", f"the body is larger than {MOST_BYTES} bytes")
