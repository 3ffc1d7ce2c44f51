"""A GraphQL request as HTTP brings it: the media types, the body or the query string, and what each must be."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from starlette.requests import Request

from api.accepting import accept_header, accepted
from api.graphql.refusals import Refused, http_refusal
from api.json_body import parse_json
from api.problems import Refusal
from domain.documents.manifests import LONGEST_KEY

GRAPHQL: Final = "application/graphql-response+json"
JSON: Final = "application/json"
HTML: Final = "text/html"
EVENTS: Final = "text/event-stream"
MOST_BYTES: Final = 1_048_576
_SHA256 = re.compile(r"[0-9a-fA-F]{64}", re.ASCII)


@dataclass(frozen=True)
class Asked:
    """What is to be run."""

    query: str | None
    operation_name: str | None
    variables: Mapping[str, Any]
    document_id: str | None = None
    "Names a trusted document."
    hash: str | None = None
    "Of an automatic persisted query."

    @property
    def may_write(self) -> bool:
        """Whether it may be a mutation, as far as can be told before its text is read, or even known."""
        return self.query is None or "mutation" in self.query


def media_type_of(request: Request) -> str:
    """The media type of the answer: what the client prefers; events only before all others. Raises `Refused` (406)."""
    header = accept_header(request)
    if not header:
        return JSON
    ranges = accepted(header)
    any_type = ranges.get("application/*", ranges.get("*/*", 0.0))
    graphql, json = ranges.get(GRAPHQL, 0.0), ranges.get(JSON, any_type)
    if ranges.get(EVENTS, 0.0) > max(graphql, json):
        return EVENTS
    if graphql and graphql >= json:
        return GRAPHQL
    if json:
        return JSON
    raise http_refusal(406, "NOT_ACCEPTABLE", f"answers are {GRAPHQL}, {JSON}, or {EVENTS}")


def takes_events(request: Request) -> bool:
    """Whether the answer may be a stream of events: the client names that type."""
    return accepted(accept_header(request)).get(EVENTS, 0.0) > 0


def wants_page(request: Request) -> bool:
    """Whether a browser asks for a page: it names HTML, and prefers it."""
    if request.method != "GET":
        return False
    ranges = accepted(accept_header(request))
    page = ranges.get(HTML, 0.0)
    return page > 0 and page >= max(ranges.get(JSON, 0.0), ranges.get(GRAPHQL, 0.0))


async def read_request(request: Request) -> Asked:
    """What a request asks to run. Raises `Refused`."""
    return _read_query_string(request) if request.method == "GET" else await _read_body(request)


def _read_query_string(request: Request) -> Asked:
    declared = request.headers.get("content-type")
    if declared is not None and _media_type(declared) != JSON:
        raise http_refusal(415, "UNSUPPORTED_MEDIA_TYPE", f"a GET has no body; if it names a type, that is {JSON}")
    given: dict[str, Any] = {}
    for name in ("query", "documentId", "operationName", "variables", "extensions"):
        values = request.query_params.getlist(name)
        if len(values) > 1:
            raise _malformed(f"{name} is given twice")
        if values:
            given[name] = _parsed(values[0].encode()) if name in ("variables", "extensions") else values[0]
    return _checked(given)


async def _read_body(request: Request) -> Asked:
    declared = request.headers.getlist("content-type")
    if len(declared) != 1 or _media_type(declared[0]) != JSON or not _utf8(declared[0]):
        raise http_refusal(415, "UNSUPPORTED_MEDIA_TYPE", f"send the body as {JSON} in UTF-8", Accept=JSON)
    if request.headers.get("content-encoding", "identity").lower() != "identity":
        raise http_refusal(415, "UNSUPPORTED_MEDIA_TYPE", "send the body without Content-Encoding")
    body = bytearray()
    try:
        async for chunk in request.stream():
            body += chunk
            if len(body) > MOST_BYTES:
                raise http_refusal(413, "PAYLOAD_TOO_LARGE", f"the body has at most {MOST_BYTES} bytes")
    except Refusal as refusal:
        raise http_refusal(refusal.status, refusal.code, refusal.detail) from None
    given = _parsed(bytes(body))
    if isinstance(given, list):
        raise _malformed("send one operation a request; batches are not taken")
    if not isinstance(given, dict):
        raise _malformed("the body is a JSON object with query, and where needed operationName and variables")
    return _checked(given)


def _media_type(header: str) -> str:
    return header.partition(";")[0].strip().lower()


def _utf8(header: str) -> bool:
    return header.partition(";")[2].strip().lower().replace('"', "") in ("", "charset=utf-8")


def _parsed(raw: bytes) -> Any:
    try:
        return parse_json(raw)
    except Refusal as refusal:
        raise _malformed(refusal.errors[0]["detail"] if refusal.errors else refusal.detail) from None


def _malformed(message: str) -> Refused:
    return http_refusal(400, "BAD_USER_INPUT", message)


def _checked(given: Mapping[str, Any]) -> Asked:
    for name, wanted, what in (
        ("query", str, "a string"),
        ("documentId", str, "a string"),
        ("operationName", str, "a string"),
        ("variables", dict, "an object"),
        ("extensions", dict, "an object"),
    ):
        if given.get(name) is not None and not isinstance(given[name], wanted):
            raise _malformed(f"{name} must be {what}")
    query, document_id = given.get("query"), given.get("documentId")
    persisted = _hash_of(given.get("extensions") or {})
    if document_id is not None:
        if query is not None or persisted is not None:
            raise _malformed("send documentId, or query, and not both")
        if not 1 <= len(document_id) <= LONGEST_KEY:
            raise _malformed(f"documentId has 1 to {LONGEST_KEY} characters")
    if query is None and document_id is None and persisted is None:
        raise _malformed("query is missing")
    return Asked(
        query, given.get("operationName") or None, given.get("variables") or {}, document_id or None, persisted
    )


def _hash_of(extensions: Mapping[str, Any]) -> str | None:
    """The hash of an automatic persisted query."""
    persisted = extensions.get("persistedQuery")
    if persisted is None:
        return None
    if not isinstance(persisted, dict) or persisted.get("version") != 1:
        raise _malformed("extensions.persistedQuery must be an object with version 1")
    found = persisted.get("sha256Hash")
    if not isinstance(found, str) or not _SHA256.fullmatch(found):
        raise _malformed("extensions.persistedQuery.sha256Hash must be 64 hexadecimal digits")
    return found.lower()
