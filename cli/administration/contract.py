"""The contract of REST as the command line needs it: of an operation its path, what it takes, and whether it lists."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

CONTRACT: Final = Path(__file__).parents[2] / "openapi" / "openapi.json"


@dataclass(frozen=True)
class Given:
    """One value that an operation takes: where it goes, and which kind of value it is."""

    name: str
    path: tuple[str, ...]
    "Its place in the body; a query parameter has its own name alone."
    kind: type
    many: bool
    required: bool
    nullable: bool
    help: str
    in_query: bool

    @property
    def option(self) -> str:
        """The name of its option."""
        return "--" + "-".join(self.path).replace("_", "-")


@dataclass(frozen=True)
class Operation:
    """One operation of REST."""

    id: str
    method: str
    path: str
    summary: str
    description: str
    given: tuple[Given, ...]
    paged: bool
    "Whether it is a list that comes page by page."
    operators_only: bool

    @property
    def named(self) -> tuple[str, ...]:
        """What the path names beside the tenant: an id, or a word such as `metric`."""
        return tuple(name for name in re.findall(r"\{(\w+)\}", self.path) if name != "tenant_id")

    @property
    def in_tenant(self) -> bool:
        """Whether it is asked for in a tenant."""
        return "{tenant_id}" in self.path


@cache
def operations() -> Mapping[str, Operation]:
    """Every operation by its id."""
    document = json.loads(CONTRACT.read_text("utf-8"))
    found = {}
    for path, methods in document["paths"].items():
        for method, told in methods.items():
            if isinstance(told, dict) and "operationId" in told:
                found[told["operationId"]] = _operation(document, path, method.upper(), told)
    return found


def _operation(document: Any, path: str, method: str, told: Mapping[str, Any]) -> Operation:
    names = {_plain(document, each)["name"] for each in told.get("parameters", ())}
    return Operation(
        id=told["operationId"],
        method=method,
        path=path,
        summary=told["summary"],
        description=told["description"],
        given=(*_query(document, told), *_body(document, told)),
        paged="cursor" in names,
        operators_only=all("operator_key" in each for each in told.get("security", [{}])),
    )


def _query(document: Any, told: Mapping[str, Any]) -> Iterator[Given]:
    for parameter in (_plain(document, each) for each in told.get("parameters", ())):
        if parameter["in"] == "query" and parameter["name"] not in ("cursor", "limit"):
            name = parameter["name"]
            yield _given(document, (name,), parameter["schema"], parameter.get("required", False), parameter, True)


def _body(document: Any, told: Mapping[str, Any]) -> Iterator[Given]:
    content = next(iter(told.get("requestBody", {}).get("content", {}).values()), None)
    if content is None:
        return
    schema = _plain(document, content["schema"])
    yield from _members(document, (), schema)


def _members(document: Any, above: tuple[str, ...], schema: Mapping[str, Any]) -> Iterator[Given]:
    for name, member in schema.get("properties", {}).items():
        if name.endswith("secret"):
            continue  # options stand in the list of processes: it is given in the file of `--data`
        path, required = (*above, name), name in schema.get("required", ()) and not above
        inner, _ = _of_null(document, member)
        if inner.get("properties") and not above:
            yield from _members(document, path, inner)
        else:
            yield _given(document, path, member, required, member, False)


_KINDS: Final = {"integer": int, "boolean": bool, "string": str}


def _given(
    document: Any, path: tuple[str, ...], schema: Any, required: bool, described: Mapping[str, Any], in_query: bool
) -> Given:
    inner, nullable = _of_null(document, schema)
    many = inner.get("type") == "array"
    if many:
        inner, _ = _of_null(document, inner["items"])
    kind = _KINDS.get(inner.get("type", ""), object)
    text = described.get("description", "")
    if inner.get("enum"):
        text += f" One of: {', '.join(map(str, inner['enum']))}."
    if kind is object:
        text += " As JSON."
    return Given(path[-1], path, kind, many and kind is not object, required, nullable, text, in_query)


def _plain(document: Any, schema: Mapping[str, Any]) -> Mapping[str, Any]:
    while "$ref" in schema:
        found = document
        for part in schema["$ref"].removeprefix("#/").split("/"):
            found = found[part]
        schema = {**found, **{key: value for key, value in schema.items() if key != "$ref"}}
    return schema


def _of_null(document: Any, schema: Mapping[str, Any]) -> tuple[Mapping[str, Any], bool]:
    """A schema without the null that it allows, and whether it allows that."""
    schema = _plain(document, schema)
    choices = [_plain(document, each) for each in schema.get("anyOf", ())]
    rest = [each for each in choices if each.get("type") != "null"]
    if choices and len(rest) == 1:
        return rest[0], len(rest) < len(choices)
    match schema.get("type"):
        case [kind, "null"]:
            return {**schema, "type": kind}, True
    return schema, False
