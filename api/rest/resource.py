"""The five usual operations of an entity, from its commands: list, read, create, change, archive."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol
from uuid import UUID

import orjson
from pydantic import BaseModel
from starlette.responses import Response

from api.rest.answering import JSON, Reader, Seen, run_command, show, show_done
from api.rest.operation import Call, Caller, Operation
from domain.kernel.commands import Command
from graph.language import Entity

IN_TENANT = "/v1/tenants/{tenant_id}"


class ListReader(Reader, Protocol):
    """A reader that also lists."""

    async def page(self, call: Call) -> Response:
        """A page of the list that the query asks for."""
        ...


@dataclass(frozen=True, kw_only=True)
class Resource:
    """A collection below a tenant: `path` as in the address, `noun` and `nouns` as in sentences and operation ids."""

    path: str
    noun: str
    nouns: str
    tag: str
    prefix: str
    reader: ListReader
    schema: type[BaseModel] | Mapping[str, Any]
    query: type[BaseModel] | None = None
    filters: Entity | None = None
    read_action: str
    created: str = ""
    "Name in a command's ids of what it made or changed; the noun unless said."
    versioned: bool = True

    @property
    def collection(self) -> str:
        """The address of the collection."""
        return f"{IN_TENANT}/{self.path}"

    @property
    def word(self) -> str:
        """The noun as identifiers have it."""
        return self.noun.replace(" ", "_").lower()

    def lists(self, description: str) -> Operation:
        """`GET` on the collection."""

        async def run(call: Call) -> Response:
            return await self.reader.page(call)

        return self._operation(
            f"list_{self.nouns.replace(' ', '_').lower()}", "GET", self.collection, f"List {self.nouns}", description,
            run, query=self.query, filters=self.filters, listed=True, action=self.read_action,
        )  # fmt: skip

    def reads(self, schema: type[BaseModel] | None = None) -> Operation:
        """`GET` on one."""

        async def run(call: Call) -> Response:
            return show(call, await self.reader.one(call, call.id))

        return self._operation(
            f"get_{self.word}", "GET", f"{self.collection}/{{id}}", f"Read {_a(self.noun)}",
            f"Read {_a(self.noun)}. With `If-None-Match`, 304 where nothing changed.", run,
            action=self.read_action, versioned=self.versioned, **({"schema": schema} if schema else {}),
        )  # fmt: skip

    def creates(self, command: Command) -> Operation:
        """`POST` on the collection."""

        async def run(call: Call) -> Response:
            done = await run_command(call, command, self.reader, {})
            id = self.made_by(done.ids)
            location = f"{self.collection}/{self.prefix}_{id.hex}".replace(
                "{tenant_id}", call.request.path_params["tenant_id"]
            )
            return await show_done(call, done, self.reader, id, location)

        return self._operation(
            command.name, "POST", self.collection, _summary(command), command.description, run,
            action=command.action, body=command.input, status=201, versioned=self.versioned,
            shown_once=command.shown_once,
        )  # fmt: skip

    def changes(self, command: Command) -> Operation:
        """`PATCH` on one, as JSON merge patch (RFC 7396)."""
        return self._on_one(command, "PATCH", "", body=command.input)

    def archives(self, command: Command) -> Operation:
        """`DELETE` on one: it is archived, not erased."""
        return self._on_one(command, "DELETE", "", status=204, schema=None)

    def verb(self, command: Command, verb: str, **options: Any) -> Operation:  # Any: fields of Operation
        """`POST` on a verb of one."""
        fields = command.input.model_fields
        takes = fields.keys() - {self.field_of(command), "expected_version"}
        optional = not any(fields[name].is_required() for name in takes)
        body = command.input if takes else None
        return self._on_one(command, "POST", f"/{verb}", body=body, body_optional=optional, **options)

    def acts(self, command: Command, verb: str) -> Operation:
        """`POST` on a verb of the collection: a command that finds or makes its object itself, or only reports."""
        word = next(iter(command.returns), None)

        async def run(call: Call) -> Response:
            done = await run_command(call, command, self.reader, {})
            if word is None:
                return Response(orjson.dumps({name: done.reports.get(name) for name in command.reports}), 200, {}, JSON)
            return await show_done(call, done, self.reader, done.ids[word])

        reported = {name: {"type": ["object", "null"], "description": text} for name, text in command.reports.items()}
        title = f"{''.join(part.title() for part in command.name.split('_'))}Answer"
        answer = {"title": title, "type": "object", "properties": reported, "required": [*reported]}
        schema = {} if word else {"schema": answer}
        return self._operation(
            command.name, "POST", f"{self.collection}/{verb}", _summary(command), command.description, run,
            action=command.action, body=command.input, from_path=frozenset({"expected_version"}), **schema,
        )  # fmt: skip

    def field_of(self, command: Command) -> str:
        """The field of a command's input that the path's id fills: `id`, or `risk_id`. Raises KeyError."""
        for name in ("id", f"{self.word}_id", f"{self.prefix}_id"):
            if name in command.input.model_fields:
                return name
        raise KeyError(f"{command.name} takes no {self.noun}")

    def made_by(self, ids: Mapping[str, UUID]) -> UUID:
        """The id of this resource among those that a command answers with."""
        return ids[self.created or self.word]

    def _on_one(self, command: Command, method: str, suffix: str, **options: Any) -> Operation:
        target = self.field_of(command)

        async def run(call: Call) -> Response:
            done = await run_command(call, command, self.reader, {target: call.id})
            if call.operation.status == 204:
                return Response(status_code=204)
            return await show_done(call, done, self.reader, call.id)

        return self._operation(
            command.name, method, f"{self.collection}/{{id}}{suffix}", _summary(command), command.description,
            options.pop("run", run), action=command.action, from_path=frozenset({target}),
            shown_once=command.shown_once,
            **({"versioned": "expected_version" in command.input.model_fields} | options),
        )  # fmt: skip

    def _operation(
        self, id: str, method: str, path: str, summary: str, description: str, run: Any, **options: Any
    ) -> Operation:
        usual = {"tag": self.tag, "prefix": self.prefix, "schema": self.schema, "caller": Caller.MEMBER_OR_KEY}
        return Operation(
            id=id, method=method, path=path, summary=summary, description=description, run=run, **(usual | options)
        )


def _a(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiouAEIOU' else 'a'} {noun}"


def _summary(command: Command) -> str:
    text = command.name.replace("_", " ")
    return text[0].upper() + text[1:]


__all__ = ["IN_TENANT", "ListReader", "Resource", "Seen"]
