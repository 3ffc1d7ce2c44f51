"""What clients of the last release would trip over: the present schema against the one that was released.

`openapi/released.graphql` is the contract of the last release; `milepost contracts --release` renews it.
A breaking change since then must be told in `openapi/breaking.md`, in the words in which it is found.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from graphql import build_schema, find_breaking_changes

RELEASED = "released.graphql"
TOLD = "breaking.md"
_HEAD = """# Breaking changes since the last release

One line for each change of `schema.graphql` that breaks clients, in the words of `make check`, and below it what they
do instead. Empty after a release.
"""


def untold(released: str, present: str, told: str) -> Iterator[str]:
    """The breaking changes from one schema to another that a text does not tell of."""
    lines = {line.removeprefix("- ").strip() for line in told.splitlines() if line.startswith("- ")}
    for change in find_breaking_changes(build_schema(released), build_schema(present)):
        if change.description not in lines:
            yield change.description


def check_breaking(folder: Path, present: str) -> list[str]:
    """What is to be told in `breaking.md` and is not."""
    released, told = (folder / name for name in (RELEASED, TOLD))
    return list(untold(released.read_text("utf-8"), present, told.read_text("utf-8")))


def release(folder: Path, present: str) -> None:
    """Make the present schema the released one."""
    (folder / RELEASED).write_text(present, "utf-8")
    (folder / TOLD).write_text(_HEAD, "utf-8")
