"""How one operation is asked for: the address, the headers that make it safe to repeat, and what a refusal says."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Mapping
from typing import Any, Generic, TypeVar
from urllib.parse import quote

import httpx

T = TypeVar("T")


class MilepostError(Exception):
    """A refusal. `code` is stable, `errors` name each place, and the operator finds the cause by `request_id`."""

    def __init__(self, status: int, problem: Mapping[str, Any]) -> None:
        self.status = status
        self.code: str = problem.get("code", "UNKNOWN")
        self.detail: str = problem.get("detail", "")
        self.request_id: str | None = problem.get("request_id")
        self.errors: list[dict[str, Any]] = problem.get("errors", [])
        places = "; ".join(f"{next(iter(each.values()), '')}: {each.get('detail', '')}" for each in self.errors)
        super().__init__(f"{status} {self.code}: {self.detail}{f' ({places})' if places else ''}")


class Pages(Generic[T]):
    """A list of any length: iterating asks for one page after the other."""

    def __init__(self, calling: Calling, path: str, query: Mapping[str, Any]) -> None:
        self._calling = calling
        self._path = path
        self._query = query

    def __iter__(self) -> Iterator[T]:
        """Every object, in order."""
        for page in self.pages():
            yield from page

    def pages(self) -> Iterator[list[T]]:
        """The pages."""
        query = dict(self._query)
        while True:
            page = self._calling.ask("GET", self._path, query=query)
            yield page["data"]
            if page["next_cursor"] is None:
                return
            query["cursor"] = page["next_cursor"]


class Calling:
    """Asks one installation with one key. Its operations are methods of `Milepost`."""

    def __init__(self, http: httpx.Client, tenant: str | None) -> None:
        self._http = http
        self.tenant = tenant
        "The tenant of the paths; an operator names it by `within`."

    def ask(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, Any] | None = None,
        body: Mapping[str, Any] | None = None,
        content: bytes | None = None,
        idempotency_key: str | None = None,
        if_version: int | None = None,
    ) -> Any:  # Any: JSON; the operations say what it is
        """The answer of an operation. Raises `MilepostError`, and `httpx.HTTPError` where nothing answers."""
        answer = self.send(
            method, path, query=query, body=body, content=content, idempotency_key=idempotency_key, if_version=if_version
        )
        return answer.json() if answer.content else None

    def send(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, Any] | None = None,
        body: Mapping[str, Any] | None = None,
        content: bytes | None = None,
        idempotency_key: str | None = None,
        if_version: int | None = None,
    ) -> httpx.Response:
        """The answer as it came. A POST has an idempotency key, one of its own unless given, so it may be repeated."""
        if "{tenant_id}" in path:
            if self.tenant is None:
                raise ValueError("say in which tenant: Milepost(…, tenant=…) or client.within(tenant)")
            path = path.replace("{tenant_id}", self.tenant)
        headers = {}
        if method == "POST":
            headers["Idempotency-Key"] = idempotency_key or str(uuid.uuid4())
        if if_version is not None:
            headers["If-Match"] = f'"{if_version}"'
        answer = self._http.request(
            method, path, params=list(_pairs(query or {})), json=body, content=content, headers=headers
        )
        if answer.is_error:
            raise MilepostError(answer.status_code, _problem(answer))
        return answer


def segment(value: str) -> str:
    """A value as one segment of a path."""
    return quote(value, safe="")


def _pairs(query: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Query parameters: `due_on={"gte": …}` is `due_on[gte]=…`; what is None is left out."""
    for name, value in query.items():
        if isinstance(value, Mapping):
            yield from ((f"{name}[{operator}]", _text(item)) for operator, item in value.items() if item is not None)
        elif value is not None:
            yield name, _text(value)


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return ",".join(map(_text, value)) if isinstance(value, list | tuple) else str(value)


def _problem(answer: httpx.Response) -> Mapping[str, Any]:
    try:
        problem = answer.json()
    except ValueError:
        problem = None
    return problem if isinstance(problem, dict) else {"detail": answer.text[:500]}
