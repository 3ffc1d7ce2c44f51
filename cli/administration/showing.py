"""What a command prints: tables for people, JSON for programs. Nothing that somebody has named steers the terminal."""

from __future__ import annotations

import json
import sys
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any, Final

from rich.console import Console
from rich.table import Table
from rich.text import Text

_STEERING: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
"""Categories of characters that move the cursor, colour, turn the direction of writing, or are not seen at all."""


def harmless(value: Any) -> str:
    """A value as it stands in a table: one line in which every character is seen and none does anything."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case str():
            text = value
        case list() if all(isinstance(each, str) for each in value):
            text = ", ".join(value)
        case _:
            text = json.dumps(value, ensure_ascii=False)
    return "".join(_visible(character) for character in text)


def _visible(character: str) -> str:
    return f"\\u{{{ord(character):x}}}" if unicodedata.category(character) in _STEERING else character


def print_json(value: Any) -> None:
    """A value as JSON, for programs."""
    print(json.dumps(value, indent=2, ensure_ascii=True))


def print_rows(rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> None:
    """A table; without columns that are told, those of the rows."""
    names = columns or tuple(dict.fromkeys(name for row in rows for name in row))
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in names:
        table.add_column(Text(name), overflow="fold", no_wrap=name == "id" or name.endswith("_id"))
    for row in rows:
        table.add_row(*(Text(harmless(row.get(name))) for name in names))
    _console().print(table)


def print_object(value: Mapping[str, Any]) -> None:
    """One object, a line for each of its members."""
    table = Table(box=None, pad_edge=False, show_header=False)
    table.add_column(style="bold")
    table.add_column(overflow="fold")
    for name, held in value.items():
        table.add_row(Text(name), Text(harmless(held)))
    _console().print(table)


def say(*lines: str) -> None:
    """Sentences beside the answer: on standard error, so that the answer can be piped."""
    for line in lines:
        print("\n".join("".join(map(_visible, part)) for part in line.split("\n")), file=sys.stderr)


def _console() -> Console:
    """As wide as the terminal; in a pipe as wide as it takes, so that no id is broken."""
    return Console(highlight=False, width=None if sys.stdout.isatty() else 400)
