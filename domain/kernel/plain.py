"""What people wrote, made fit to stand in a message: nothing invisible that deceives, and no more than there is room.

A text is cleaned first and cut last, after its markup is escaped, so that no cut goes through an escape.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable

LONGEST = 20_000
"""Characters of one text that are looked at at all."""

ELLIPSIS = "…"

# Control characters but tab and newline, half surrogate pairs, noncharacters, and what changes the direction of the
# text around it (an override turns what follows back to front: `exe.pdf` out of `fdp.exe`).
_REMOVED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff\ud800-\udfff]"
)
_JOINERS = frozenset("\u200d\ufe0e\ufe0f")
_SPACE = re.compile(r"\s+")


def cleaned(text: str, longest: int = LONGEST) -> str:
    """The text without control characters and marks of direction; its lines are kept, blanks at the ends are not."""
    kept = text[:longest].replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    return _REMOVED.sub("", kept).strip()


def in_one_line(text: str, longest: int = LONGEST) -> str:
    """The cleaned text with every run of blanks and line ends as one blank."""
    return _SPACE.sub(" ", cleaned(text, longest)).strip()


def same(piece: str) -> str:
    """Plain text needs no escape."""
    return piece


def fitted(text: str, room: int, size: Callable[[str], int], escape: Callable[[str], str] = same) -> str:
    """As much of a text as fits into `room` once it is escaped character by character, with an ellipsis where cut.

    `size` is the room that an escaped piece takes. What belongs to one visible letter is not torn apart.
    """
    pieces = [escape(letter) for letter in text]
    sizes = [size(piece) for piece in pieces]
    if sum(sizes) <= room:
        return "".join(pieces)
    left = room - size(ELLIPSIS)
    if left < 0:
        return ""
    count = 0
    for taken in sizes:
        if left < taken:
            break
        left -= taken
        count += 1
    while count and _continues(text[count]):
        count -= 1
    return "".join(pieces[:count]).rstrip() + ELLIPSIS


def _continues(letter: str) -> bool:
    return letter in _JOINERS or unicodedata.combining(letter) > 0


def counted(items: Iterable[str], room: int, size: Callable[[str], int], more: Callable[[int], str]) -> list[str]:
    """As many lines as fit, the last of them `more(14)` where 14 are left out. Each line takes one more for its end."""
    lines = list(items)
    if sum(size(line) + 1 for line in lines) <= room:
        return lines
    kept: list[str] = []
    left = room - size(more(len(lines))) - 1
    for line in lines:
        left -= size(line) + 1
        if left < 0:
            break
        kept.append(line)
    return [*kept, more(len(lines) - len(kept))] if size(more(len(lines))) + 1 <= room else kept
