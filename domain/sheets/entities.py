"""What can be imported: every type that a command makes, found in the list of commands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Final

from domain.kernel.commands import COMMANDS, Command
from domain.kernel.tables import Identified, TenantTable, tables
from domain.sheets.fields import SheetField, fields_of

ADMINISTERED: Final = frozenset(
    {
        *("member", "invitation", "service_account", "api_key", "identity_provider", "domain"),
        *("webhook_endpoint", "channel", "delivery_replay", "sheet_import"),
    }
)
"""Types that are made one by one, with secrets and consent: no sheet makes them."""

_MAKERS: Final = ("create_", "add_", "record_")
"""How the name of the command begins that makes a type from nothing, where several make it."""


@dataclass(frozen=True)
class Importable:
    """A type that sheets can make: the command that makes one, and the one that changes it, if there is any."""

    word: str
    table: type[Identified]
    create: Command
    update: Command | None

    @cached_property
    def fields(self) -> Mapping[str, SheetField]:
        """The columns of its sheets, by name."""
        return {field.name: field for field in fields_of(self.create.input)}

    @cached_property
    def changeable(self) -> Mapping[str, SheetField]:
        """The columns that its changes take, by name; its own id is not among them."""
        if self.update is None:
            return {}
        own = {self.id_field, "expected_version"}
        return {field.name: field for field in fields_of(self.update.input) if field.name not in own}

    @cached_property
    def id_field(self) -> str:
        """The field of its changes that says which one is meant."""
        assert self.update is not None
        known = self.update.input.model_fields
        return next(name for name in ("id", f"{self.word}_id", f"{self.table.prefix}_id") if name in known)

    @cached_property
    def stored(self) -> frozenset[str]:
        """The names of its columns: what an export shows and no import can say is among them."""
        return frozenset(self.table.model_fields)


@cache
def importables() -> Mapping[str, Importable]:
    """Every type that can be imported, by its word."""
    by_word = {_word(table): table for table in tables() if issubclass(table, Identified) and table.prefix}
    found: dict[str, Importable] = {}
    for word, table in by_word.items():
        if word not in ADMINISTERED and (create := _maker(word)) is not None:
            found[word] = Importable(word, table, create, COMMANDS.get(f"update_{word}"))
    return found


def importable(word: str) -> Importable | None:
    """The type of a word, if it can be imported."""
    return importables().get(word)


def _maker(word: str) -> Command | None:
    making = [
        command
        for command in COMMANDS.values()
        if command.creates and not command.shown_once and next(iter(command.returns.values())) == word
    ]
    for prefix in _MAKERS:
        for command in making:
            if command.name == f"{prefix}{word}":
                return command
    return making[0] if making else None


def _word(table: type[TenantTable]) -> str:
    return str(getattr(table, "word", None) or table.__tablename__)
