"""Asking the REST interface, and saying in sentences what it refuses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, Final

import httpx

SECONDS: Final = 120.0
"""How long one answer may take to begin, or to go on."""


class Status(IntEnum):
    """With what a command ends; 2 is for what was typed wrongly."""

    REFUSED = 1
    WRONG_USE = 2
    NOT_ALLOWED = 3
    NOT_FOUND = 4
    CONFLICT = 5
    UNREACHABLE = 6


_STATUSES: Final = {
    401: Status.NOT_ALLOWED,
    403: Status.NOT_ALLOWED,
    404: Status.NOT_FOUND,
    409: Status.CONFLICT,
    412: Status.CONFLICT,
    503: Status.UNREACHABLE,
}


@dataclass
class CallError(Exception):
    """A request was not carried out: why, in a sentence, and with what the command ends."""

    message: str
    status: Status = Status.REFUSED

    def __str__(self) -> str:
        """The sentence."""
        return self.message


@dataclass(frozen=True)
class Calling:
    """Calls of one server with one key."""

    base_url: str
    key: str
    transport: httpx.BaseTransport | None = None

    def ask(
        self, method: str, path: str, query: Mapping[str, Any] | None = None, body: Mapping[str, Any] | None = None
    ) -> Any:
        """The JSON of an answer; None where it has no body. Raises `CallError`."""
        headers = {"Content-Type": "application/merge-patch+json"} if method == "PATCH" else {}
        with self._client() as client:
            answer = client.request(method, path, params=query, json=body, headers=headers)
            _check(answer)
            return answer.json() if answer.content else None

    def send(self, path: str, content: bytes, query: Mapping[str, Any]) -> Any:
        """Send bytes by `PUT`. The JSON of the answer. Raises `CallError`."""
        headers = {"Content-Type": "application/octet-stream"}
        with self._client() as client:
            answer = client.put(path, params=query, content=content, headers=headers)
            _check(answer)
            return answer.json()

    def pages(self, path: str, query: Mapping[str, Any]) -> Iterator[tuple[list[Any], bool]]:
        """Page by page the rows of a list, and whether there are more."""
        given = dict(query)
        while True:
            page = self.ask("GET", path, given)
            yield page["data"], page["next_cursor"] is not None
            if page["next_cursor"] is None:
                return
            given["cursor"] = page["next_cursor"]

    @contextmanager
    def streaming(
        self, path: str, query: Mapping[str, Any] | None = None, headers: Mapping[str, str] | None = None
    ) -> Iterator[httpx.Response]:
        """An answer whose body is read piece by piece. Raises `CallError`."""
        with self._client() as client, client.stream("GET", path, params=query, headers=headers) as answer:
            if answer.is_error:
                answer.read()
            _check(answer)
            yield answer

    @contextmanager
    def _client(self) -> Iterator[httpx.Client]:
        headers = {"Authorization": f"Bearer {self.key}", "User-Agent": "milepost"}
        options: dict[str, Any] = {"base_url": self.base_url, "headers": headers, "timeout": SECONDS}
        try:
            with httpx.Client(trust_env=False, transport=self.transport, **options) as client:
                yield client
        except httpx.InvalidURL as error:
            raise CallError(f"{self.base_url} is no address: {error}", Status.WRONG_USE) from None
        except httpx.HTTPError as error:
            raise CallError(f"{self.base_url} cannot be reached: {error}", Status.UNREACHABLE) from None


def _check(answer: httpx.Response) -> None:
    if not answer.is_error:
        return
    status = _STATUSES.get(answer.status_code, Status.UNREACHABLE if answer.status_code >= 500 else Status.REFUSED)
    try:
        problem = answer.json()
        lines = [f"{problem['detail']} ({answer.status_code} {problem['code']})"]
        for error in problem["errors"]:
            place = error.get("pointer") or error.get("parameter") or error.get("header") or ""
            lines.append(f"  {_option(place)}: {error['detail']}")
    except (ValueError, KeyError, TypeError, AttributeError):
        lines = [f"the server answered {answer.status_code}"]
    raise CallError("\n".join(lines), status)


def _option(place: str) -> str:
    """The option to which a complaint of the interface belongs."""
    return "--" + place.lstrip("/").replace("/", "-").replace("_", "-") if place else "the request"
