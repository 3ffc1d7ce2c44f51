"""Whatever a command makes can be imported: a line does what the command does by hand, and is refused where that is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import orjson
import pytest
from pydantic import ValidationError
from sqlalchemy.exc import DBAPIError

import domain.commands  # noqa: F401  # every command is declared
from api.graphql.mutations import BY_NAME
from domain.kernel.commands import COMMANDS
from domain.kernel.errors import DomainError
from domain.kernel.ids import uuid7
from domain.kernel.runtime import Runtime
from domain.kernel.settings import Settings
from domain.kernel.sqlerrors import refusal_of
from domain.kernel.work import unit_of_work
from domain.sheets.bringing import Bringing
from domain.sheets.entities import ADMINISTERED, Importable, importables
from domain.sheets.headings import match_headings
from domain.sheets.lines import Reading
from domain.sheets.opening import Line
from domain.sheets.problems import Problems
from graph.language import camel
from tests.conftest import SettableClock
from tests.contract.catalogue import superuser
from tests.security.belongings import Owner, owner_of_everything
from tests.security.doing import fitted
from tests.security.places import as_rest, mutation_input


class _Undone(Exception):
    """Nothing is to stay."""


def cells(given: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, str]]:
    """An input as headings and cells of a CSV file."""
    for name, value in given.items():
        match value:
            case None:
                continue
            case dict():
                yield from cells(value, f"{before}{name}_")
            case bool():
                yield f"{before}{name}", str(value).lower()
            case list():
                yield f"{before}{name}", orjson.dumps(value).decode()
            case _:
                yield f"{before}{name}", str(value)


async def by_hand(runtime: Runtime, owner: Owner, entity: Importable, given: Mapping[str, Any]) -> set[str]:
    """What the command refuses; nothing where it is done."""
    try:
        async with unit_of_work(runtime, owner.tenant.principal()) as work:
            await entity.create.run(work, entity.create.input.model_validate(given))
            await work.flush()
            raise _Undone
    except _Undone:
        return set()
    except ValidationError as error:
        items = error.errors(include_url=False, include_input=False, include_context=False)
        return {item["msg"].removeprefix("Value error, ") for item in items}
    except (DomainError, DBAPIError) as error:
        refused = refusal_of(error) if isinstance(error, DBAPIError) else error
        return {problem.message for problem in refused.problems} or {refused.message}


async def by_sheet(runtime: Runtime, owner: Owner, entity: Importable, given: Mapping[str, Any]) -> set[str]:
    """What is wrong with a line that says the same."""
    told = dict(cells(given))
    columns, wrong = match_headings(entity, list(told), {}, 1)
    assert wrong == [], "every field of the command has its column"
    problems = Problems()
    try:
        async with unit_of_work(runtime, owner.tenant.principal()) as work:
            bringing = Bringing(work, Reading(entity, columns, None), uuid7(), "sheet", problems)
            bringing.check_permissions()
            await bringing.bring([Line(2, list(told.values()))])
            assert bringing.tally.made == int(not problems.count)
            raise _Undone
    except _Undone:
        return {problem.message for problem in problems.found}


async def test_each_type_that_a_command_makes_is_made_by_a_line_as_well(
    runtime: Runtime, settings: Settings, clock: SettableClock
) -> None:
    owner = await owner_of_everything(runtime, settings)
    async with superuser(settings) as database:  # what only a command can make so that others can read it
        await database.execute("DELETE FROM risk_limits WHERE tenant_id = $1", owner.tenant.id)
    done, refused = set(), dict[str, set[str]]()
    for word, entity in importables().items():
        name = entity.create.name
        own = dict(owner.ids)
        spelt = fitted(name, own, own, clock.now(), 0)
        given = as_rest(spelt, mutation_input(camel(name)), BY_NAME[camel(name)].input)
        expected = await by_hand(runtime, owner, entity, given)
        told = await by_sheet(runtime, owner, entity, given)
        assert bool(told) == bool(expected), (word, given, told, expected)
        assert told == expected or "is required" in told, (word, given, told, expected)
        if expected:
            refused[word] = expected
        else:
            done.add(word)
    assert {"venture", "milestone", "task", "risk", "team", "resource", "cost", "indicator", "person"} <= done, refused
    assert len(done) > len(refused), refused


def test_only_what_is_administered_cannot_be_imported() -> None:
    made = {next(iter(each.returns.values())) for each in COMMANDS.values() if each.creates}
    assert made - importables().keys() - ADMINISTERED == set()


@pytest.mark.parametrize("word", sorted(importables()))
def test_each_field_of_a_command_has_a_column_of_its_name(word: str) -> None:
    entity = importables()[word]
    for spelling in (str, camel, lambda name: name.replace("_", " ").title(), str.upper):
        columns, wrong = match_headings(entity, [spelling(name) for name in entity.fields], {}, 1)
        assert wrong == []
        assert [column.field for column in columns] == list(entity.fields)
