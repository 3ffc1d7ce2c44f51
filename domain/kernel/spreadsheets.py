"""Cells that spreadsheets leave alone: texts are made harmless on the way out, and are what they were on the way in."""

from __future__ import annotations

import re
from typing import Final

_RISKY: Final = re.compile("'*[=+\\-@\t\r\n|%＝＋－＠]")
"""What may begin a formula or a command, in its wide forms too: spreadsheets in East Asia take those as well.

Apostrophes before it count, so that the one that is added can be told from those that were there.
"""

_UNWRITABLE: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def harmless(text: str) -> str:
    """The text as a cell that no spreadsheet takes for a formula: one that looks like it begins with an apostrophe."""
    return f"'{text}" if _RISKY.match(text) else text


def as_meant(cell: str) -> str:
    """The text of a cell that `harmless` has made."""
    return cell[1:] if cell[:1] == "'" and _RISKY.match(cell) else cell


def printable(text: str) -> str:
    """The text without the control characters that workbooks cannot hold."""
    return _UNWRITABLE.sub("", text)
