"""What most commands do: load for a change, apply what was sent, archive, restore."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Annotated, Any, TypeVar
from uuid import UUID

from pydantic import Field, create_model

from domain.kernel.commands import Done, command
from domain.kernel.errors import Conflict, InvalidState
from domain.kernel.inputs import Change, IdOf, Input
from domain.kernel.tables import Entity
from domain.kernel.work import Work

E = TypeVar("E", bound=Entity)


async def load_for_change(
    work: Work, table: type[E], id: UUID, expected_version: int | None = None, *path: str | int, archived: bool = False
) -> E:
    """The row, locked, to be changed.

    Raises `NotFound`; `Conflict` when it is not at `expected_version`; `InvalidState` when it is archived, unless
    `archived` allows that.
    """
    row = await work.get(table, id, *(path or ("id",)), lock=True)
    if expected_version is not None and row.version != expected_version:
        raise Conflict.at(
            "expected_version", message=f"the {_words(table)} has version {row.version} by now; read it again"
        )
    if row.archived_at is not None and not archived:
        raise InvalidState.at(*(path or ("id",)), message=f"the {_words(table)} is archived; restore it first")
    return row


def apply(row: Entity, changes: dict[str, Any]) -> None:
    """Set the given fields; those that keep their value are no change."""
    for name, value in changes.items():
        if getattr(row, name) != value:
            setattr(row, name, value)


def _words(table: type[Entity]) -> str:
    return table.word.replace("_", " ")


Archived = Callable[[Work, Entity], Awaitable[None]]
_when_archived: list[Archived] = []
_when_restored: list[Archived] = []


def when_archived(act: Archived) -> Archived:
    """Have something done in the transaction in which an entity is archived."""
    _when_archived.append(act)
    return act


def when_restored(act: Archived) -> Archived:
    """Declare what follows where any entity is restored, in the same transaction."""
    _when_restored.append(act)
    return act


async def archive(work: Work, row: Entity) -> None:
    """Archive an entity, with whatever is to be done in that transaction. Twice is once."""
    if row.archived_at is None:
        row.archived_at = work.now
        for act in _when_archived:
            await act(work, row)


async def restore(work: Work, row: Entity) -> None:
    """Take an entity out of the archive, with whatever is to be done in that transaction. Twice is once."""
    if row.archived_at is not None:
        row.archived_at = None
        for act in _when_restored:
            await act(work, row)


def archiving_commands(
    table: type[Entity], action: str, module: str, *, check: Callable[[Work], None] | None = None
) -> None:
    """Declare `archive_<word>` and `restore_<word>` for an entity whose archiving has no rules of its own.

    `check` refuses callers who may do the action, but not here.
    """
    for verb in ("archive", "restore"):
        _declare(table, action, verb, module, check)


def _declare(table: type[Entity], action: str, verb: str, module: str, check: Callable[[Work], None] | None) -> None:
    name = f"{verb}_{table.word}"
    described = Annotated[UUID, IdOf(table.prefix), Field(description=f"The {_words(table)}.")]
    given: type[Input] = create_model(
        "".join(part.title() for part in name.split("_")), __base__=Change, __module__=module, id=(described, ...)
    )
    given.__doc__ = f"Which {_words(table)} to {verb}."

    async def run(work: Work, given: Any) -> Done:
        if check is not None:
            check(work)
        row = await load_for_change(work, table, given.id, given.expected_version, archived=True)
        if verb == "archive":
            await archive(work, row)
        else:
            await restore(work, row)
        return Done({table.word: row.id})

    run.__name__ = name
    run.__annotations__["given"] = given
    run.__doc__ = {
        "archive": f"Archive a {_words(table)}: it leaves all lists and can be restored. Twice is once.",
        "restore": f"Take a {_words(table)} out of the archive.",
    }[verb]
    command(action, returns={table.word: table.word})(run)
