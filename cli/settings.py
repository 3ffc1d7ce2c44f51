"""`milepost settings`: the one list of settings, for the terminal and for the documentation."""

from __future__ import annotations

from domain.kernel.settings import describe_settings

_HEAD = """\
# Settings

Every setting is a variable of the environment; an empty one counts as not set. `milepost check-settings` tells what is
wrong with those that are set. This page is made by `milepost settings --markdown`.

| Setting | Default | Meaning | Example |
| ------- | ------- | ------- | ------- |
"""


def as_markdown() -> str:
    """The page docs/settings.md."""
    rows = (
        f"| `{row.name}` | {_code(row.default)} | {_cell(row.description)} | {_code(row.example)} |\n"
        for row in describe_settings()
    )
    return _HEAD + "".join(rows)


def print_table() -> None:
    """Write the list to the terminal."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table("Setting", "Default", "Meaning", "Example", show_lines=True)
    for row in describe_settings():
        table.add_row(*(Text(cell) for cell in row))
    Console().print(table)


def _code(text: str) -> str:
    return f"`{_cell(text)}`" if text else ""


def _cell(text: str) -> str:
    return text.replace("|", r"\|")
