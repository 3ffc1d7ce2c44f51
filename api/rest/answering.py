"""What most operations do: show one, list some, run a command and show what became of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Protocol
from uuid import UUID

import orjson
from starlette.requests import Request
from starlette.responses import Response

from api.problems import Refusal
from api.rest.operation import Call
from api.rest.paging import link_next
from api.rest.preconditions import etag_of, is_stale, is_unchanged, matched_versions, precondition_failed
from api.rest.reading_input import read_input
from domain.kernel.commands import Command, Done, execute
from domain.kernel.errors import Conflict
from domain.kernel.idempotency import IdempotentRequest

JSON = "application/json"
_KEY = re.compile(r"[!-~]{1,255}", re.ASCII)

Seen = dict[str, Any]
"""An object as JSON shows it."""


class Reader(Protocol):
    """Reads one kind of object for its answers."""

    async def one(self, call: Call, id: UUID) -> Seen:
        """The object of an id. Raises `NotFound`."""
        ...


def show(call: Call, seen: Seen) -> Response:
    """Answer with an object, or with 304 where the caller has it already."""
    etag = etag_of(seen)
    headers = {} if etag is None else {"ETag": etag}
    if is_unchanged(call.request, etag):
        return Response(status_code=304, headers=headers)
    return Response(orjson.dumps(seen), call.operation.status, headers, JSON)


def show_list(call: Call, rows: list[Seen], next_cursor: str | None) -> Response:
    """Answer with a page of a list."""
    body = orjson.dumps({"data": rows, "next_cursor": next_cursor})
    return link_next(call, Response(body, media_type=JSON), next_cursor)


def idempotency_of(request: Request, raw: bytes) -> IdempotentRequest | None:
    """The request's idempotency key, if it has one. Raises `Refusal` (422) for a key that is none."""
    keys = request.headers.getlist("idempotency-key")
    if not keys:
        return None
    if len(keys) > 1 or not _KEY.fullmatch(keys[0]):
        detail = "must be given once and have 1 to 255 visible ASCII characters"
        error = {"header": "Idempotency-Key", "code": "INVALID", "detail": detail}
        raise Refusal(422, "INVALID", "a header is wrong", [error])
    return IdempotentRequest.of(request.method, request.scope["path"], keys[0], raw)


async def run_command(call: Call, command: Command, reader: Reader | None, from_path: Mapping[str, Any]) -> Done:
    """Run a command with the body and what path and headers tell. Raises the domain's errors and `Refusal`.

    `reader` None: what has no versions needs nobody who looks them up.
    """
    fields = command.input.model_fields
    told = dict(from_path)
    conditional = "expected_version" in fields
    expected = await _expected_version(call, reader, next(iter(from_path.values()), None)) if conditional else None
    given = read_input(command.input, call.body, told | ({"expected_version": expected} if conditional else {}))
    idempotency = idempotency_of(call.request, call.raw) if call.request.method == "POST" else None
    try:
        return await execute(
            call.runtime, call.principal, command, given, request_id=call.request_id, idempotency=idempotency
        )
    except Conflict as error:
        if expected is not None and is_stale(error):
            raise precondition_failed() from None
        raise


async def _expected_version(call: Call, reader: Reader | None, id: UUID | None) -> int | None:
    versions = matched_versions(call.request)
    if versions is None or id is None or reader is None:
        return None
    if len(versions) == 1:
        return next(iter(versions))
    present = (await reader.one(call, id)).get("version")
    if present not in versions:
        raise precondition_failed()
    return int(present)


async def show_done(call: Call, done: Done, reader: Reader, id: UUID, location: str | None = None) -> Response:
    """Answer with the object that a command made or changed, read after the commit.

    What is shown once stands in the first answer only; in a replay it is null.
    """
    seen = await reader.one(call, id)
    for name in call.operation.shown_once:
        seen[name] = done.shown_once.get(name)
    headers: dict[str, str] = {}
    if (etag := etag_of(seen)) is not None:
        headers["ETag"] = etag
    if location is not None:
        headers["Location"] = f"{call.runtime.settings.base_url}{location}"
    if done.replayed:
        headers["Idempotency-Replayed"] = "true"
    if call.operation.status == 204:
        return Response(status_code=204)
    return Response(orjson.dumps(seen), call.operation.status, headers, JSON)
