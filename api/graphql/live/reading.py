"""What a selection shows of an event: read once, however many subscribers have the same selection and rights."""

from __future__ import annotations

import asyncio
from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID
from weakref import WeakValueDictionary

import orjson

from api.graphql.live.events import LiveEvent
from api.graphql.live.messages import SUBJECT_FIELDS, told_fields
from api.graphql.live.watching import Watch
from domain.kernel.principal import Principal
from domain.kernel.runtime import Runtime
from domain.tenancy.permissions import permissions_of
from graph.frames import Build
from graph.reading import answer_of, request_of
from graph.registry import BY_WORD
from graph.request import Request
from graph.roots import by_id
from graph.selecting import Document, Fixed, Selected
from graph.statements import Statement, run

SHARED_SECONDS: Final = 2.0
"""How long an answer is kept for subscribers who come a moment later."""

_SUBJECT: Final = ""
"""Where a statement finds the id that it reads, among the variables: no variable of GraphQL has an empty name."""

_PERSONAL: Final = any("{me}" in repr(entity) for entity in BY_WORD.values())
"""Whether any field is another for each member, so that answers are shared by nobody."""


@dataclass(frozen=True)
class Shown:
    """What one operation shows: its root field with the message's selection."""

    document: Document
    root: Selected
    message: str
    "The name of the message's type."
    kept_as: Hashable
    "What the document, the operation and the values of its variables are known by."


class Reading:
    """Reads messages for all who share it. Statements are made for each type of subject, and kept."""

    def __init__(self, runtime: Runtime, principal: Principal, shown: Shown, gate: asyncio.Semaphore) -> None:
        self._runtime = runtime
        self._principal = principal
        self._shown = shown
        self._gate = gate
        self._fields = shown.root.below.fields(shown.message)
        self._subjects = [field for field in self._fields if field.name == SUBJECT_FIELDS[shown.message]]
        self._statements: dict[tuple[str, bool], Statement | None] = {}
        self._reads: dict[int, asyncio.Task[bytes | None]] = {}

    def prepare(self, watch: Watch) -> None:
        """Make what the watch can need. Raises `Forbidden` and `BadInput` for what cannot be read."""
        for word in watch.subjects:
            self._statement(word, look=watch.allowed is not None and bool(BY_WORD[word].scope))

    async def message(self, event: LiveEvent, watch: Watch) -> bytes | None:
        """The result to be sent for an event, as JSON; None where the caller may not know of it.

        Raises what the read raises.
        """
        task = self._reads.get(event.sequence)
        if task is None:
            task = asyncio.create_task(self._read(event, watch.must_be_seen(event)))
            self._reads[event.sequence] = task
            task.add_done_callback(lambda done: self._forget_soon(event.sequence, done))
        return await asyncio.shield(task)

    def _forget_soon(self, sequence: int, done: asyncio.Task[bytes | None]) -> None:
        failed = done.cancelled() or done.exception() is not None
        asyncio.get_running_loop().call_later(0 if failed else SHARED_SECONDS, self._reads.pop, sequence, None)

    async def _read(self, event: LiveEvent, look: bool) -> bytes | None:
        answers: dict[str, Any] = {}
        statement = self._statement(event.subject_type, look)
        if statement is not None:
            variables = {**self._shown.document.variables, _SUBJECT: event.subject_id}
            request = request_of(self._runtime, self._principal, variables)
            async with self._gate:
                row = list(await run(self._runtime, request, statement))
            if look and answer_of(row.pop()) is None:
                return None
            answers = {field.key: answer_of(value) for field, value in zip(self._subjects, row, strict=True)}
        told = told_fields()
        data: dict[str, Any] = {}
        for field in self._fields:
            if field.name == "__typename":
                data[field.key] = self._shown.message
            else:
                data[field.key] = answers[field.key] if field.key in answers else told[field.name].value(event)
        return orjson.dumps({"data": {self._shown.root.key: data}})

    def _statement(self, word: str, look: bool) -> Statement | None:
        key = word, look
        if key not in self._statements:
            build = Build(request_of(self._runtime, self._principal, self._shown.document.variables))
            wanted = [*self._subjects, *([_EXISTENCE] if look else [])]
            made = [by_id(build, BY_WORD[word], _subject_id, each) for each in wanted]
            self._statements[key] = Statement.of(build, made) if made else None
        return self._statements[key]


_EXISTENCE: Final = Selected("it", "it", {}, Fixed.of("id"))


def _subject_id(request: Request) -> UUID | None:
    found = request.variables.get(_SUBJECT)
    return found if isinstance(found, UUID) else None


class Readings:
    """The readings in use, by all that makes a difference to what is read."""

    def __init__(self, runtime: Runtime, gate: asyncio.Semaphore) -> None:
        self._runtime = runtime
        self._gate = gate
        self._used: WeakValueDictionary[Hashable, Reading] = WeakValueDictionary()

    def obtain(self, principal: Principal, shown: Shown, watch: Watch) -> Reading:
        """The reading of an operation for a caller. Raises `Forbidden` and `BadInput` for what cannot be read."""
        key = (
            shown.kept_as,
            principal.tenant_id,
            principal.kind,
            principal.role,
            tuple(permissions_of(principal)),
            principal.venture_ids,
            principal.member_id if _PERSONAL else None,
        )
        found = self._used.get(key)
        if found is None:
            found = self._used[key] = Reading(self._runtime, principal, shown, self._gate)
        found.prepare(watch)
        return found
