"""docs/coverage.md: all that the domain names is held by fields, and the demo's tenants have it, in both languages."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import httpx
import pytest
from graphql import GraphQLObjectType, GraphQLSchema, get_named_type

from api.app import create_app
from cli.demo.filling import TENANTS
from cli.demo.keys import demo_keys
from domain.kernel.runtime import Runtime
from domain.kernel.settings import Settings
from tests.cli.processes import ROOT
from tests.security.places import schema

ROOTS: Final = {"Venture": ("ventures",), "Tenant": ("tenant",), "Query": ()}
_CODE: Final = re.compile(r"`([^`]+)`")
_FIRST: Final = {"ventures": 10}
"""How many of a list are looked at; of others `_MANY`."""
_MANY: Final = 20


@dataclass(frozen=True)
class Line:
    """One line of the page: what it tells of, the paths that hold it, and the values that are somewhere there."""

    chapter: str
    what: str
    paths: tuple[str, ...]
    values: tuple[str, ...]


def lines() -> Iterator[Line]:
    """The page, line by line."""
    chapter = ""
    for text in (ROOT / "docs/coverage.md").read_text("utf-8").splitlines():
        if text.startswith("## "):
            chapter = text.removeprefix("## ")
        elif text.startswith("| ") and "`" in text:
            what, paths, values = (cell.strip() for cell in text.strip("|").split("|"))
            yield Line(chapter, what, tuple(_CODE.findall(paths)), tuple(_CODE.findall(values)))


LINES: Final = tuple(lines())


def document(whole: GraphQLSchema, paths: Iterable[str]) -> str:
    """One document that asks all paths."""
    tree: dict[str, Any] = {}
    for path in paths:
        root, *names = path.split(".")
        level = tree
        for name in (*ROOTS[root], *names):
            level = level.setdefault(name, {})
    assert whole.query_type is not None
    return _selected(whole.query_type, tree)


def _selected(type_: GraphQLObjectType, tree: Mapping[str, Any]) -> str:
    fields = []
    for name, below in tree.items():
        assert name in type_.fields, f"{type_.name} has no field {name}"
        field = type_.fields[name]
        paged = f"(first: {_FIRST.get(name, _MANY)})" if "first" in field.args else ""
        found = get_named_type(field.type)
        if isinstance(found, GraphQLObjectType) and "nodes" in found.fields:
            fields.append(f"{name}{paged} {_selected(found, {'nodes': below})}")
        else:
            fields.append(f"{name}{paged}" + (f" {_selected(found, below)}" if below else ""))  # type: ignore[arg-type]
    return "{ " + " ".join(fields) + " }"


def held(answer: Any, names: Sequence[str]) -> Iterator[Any]:
    """What an answer holds at the end of a path, empty things left out."""
    if isinstance(answer, list):
        for each in answer:
            yield from held(each, names)
    elif isinstance(answer, dict) and names and "nodes" in answer:
        yield from held(answer["nodes"], names)
    elif names:
        yield from held(answer.get(names[0]), names[1:]) if answer else ()
    elif answer not in (None, "", [], {}):
        yield answer


def test_the_page_tells_of_every_chapter() -> None:
    told = {line.chapter.partition(" ")[0] for line in LINES}
    assert told == {f"D{number}" for number in range(1, 13)}


Answers = Mapping[str, list[tuple[Line, Any]]]


@pytest.fixture(scope="module")
def answers(worked: Settings) -> Answers:
    """What one who may only look at each tenant of the demo is answered, line by line."""
    return asyncio.run(_ask(worked))


async def _ask(worked: Settings) -> Answers:
    runtime = Runtime.of(worked)
    keys = await demo_keys(runtime, TENANTS)
    transport = httpx.ASGITransport(create_app(worked, runtime))
    found: dict[str, list[tuple[Line, Any]]] = {}
    try:
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost:8000") as client:
            for slug in (str(story.slug) for story in TENANTS):
                headers = {"Authorization": f"Bearer {keys[slug]['viewer']}"}
                found[slug] = []
                for line in LINES:
                    asked = {"query": document(schema(), line.paths)}
                    answer = (await client.post("/graphql", json=asked, headers=headers)).json()
                    assert "errors" not in answer, (line, answer["errors"])
                    found[slug].append((line, answer["data"]))
    finally:
        await runtime.close()
    return found


@pytest.mark.parametrize("story", TENANTS, ids=lambda story: str(story.slug))
def test_a_tenant_of_the_demo_has_something_in_each_field_that_is_named(answers: Answers, story: Any) -> None:
    missing = [
        f"{line.chapter}: {line.what}: {path}"
        for line, answer in answers[story.slug]
        for path in line.paths
        if not list(held(answer, steps(path)))
    ]
    assert not missing, "\n".join(missing)


def test_every_value_that_the_page_names_is_somewhere_in_the_demo(answers: Answers) -> None:
    found: dict[Line, set[str]] = {line: set() for line in LINES}
    for told in answers.values():
        for line, answer in told:
            found[line] |= {str(value) for path in line.paths for value in held(answer, steps(path))}
    missing = [f"{line.what}: {value}" for line in LINES for value in line.values if value not in found[line]]
    assert not missing, "\n".join(missing)


def steps(path: str) -> tuple[str, ...]:
    """The fields of a path, from the root."""
    root, *names = path.split(".")
    return (*ROOTS[root], *names)
