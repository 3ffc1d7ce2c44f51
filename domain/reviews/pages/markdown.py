"""A page as Markdown (GitHub's form, with tables); what would be markup in a text is escaped."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from domain.reviews.pages.page import Block, Figures, Items, Page, Paragraph, Pictures, Table

_MARKUP: Final = re.compile(r"([\\`*_{}\[\]<>#|!~$&])")
_BEGINS: Final = re.compile(r"^(\s*)([-+=]|\d+[.)])(?=\s|$|[-=])")


def as_markdown(page: Page) -> bytes:
    """The page; pictures are told in words."""
    parts = [f"# {plain(page.title)}", plain(" · ".join(part for part in (page.kind, page.subtitle) if part))]
    if page.facts:
        parts.append("  \n".join(f"{plain(name)}: {plain(value)}" for name, value in page.facts))
    if page.verdict is not None:
        verdict = page.verdict
        parts.append(f"> **{plain(verdict.name)}: {plain(verdict.value)}**" + _beside(verdict.text))
    for block in page.lead:
        parts += _told(block)
    for section in page.sections:
        parts.append(f"## {plain(section.title)}")
        for block in section.blocks:
            parts += _told(block)
    return ("\n\n".join(parts) + "\n").encode()


def _beside(text: str) -> str:
    return "".join(f"  \n> {plain(line)}" for line in text.split("\n") if line)


def _told(block: Block) -> Iterator[str]:
    match block:
        case Figures():
            rows = [f"- {plain(one.name)}: **{plain(one.value)}**{_noted(one.note)}" for one in block.items]
            yield "\n".join(rows)
        case Paragraph():
            yield "  \n".join(plain(line) for line in block.text.split("\n") if line)
        case Items():
            yield "\n".join(f"- {plain(cell.text)}" for cell in block.lines)
        case Pictures():
            for picture in block.items:
                yield f"*{plain(picture.title)}.* {plain(picture.told)}"
        case Table():
            yield _table(block)
            if block.more:
                yield plain(block.more)


def _noted(note: str) -> str:
    return f" ({plain(note)})" if note else ""


def _table(table: Table) -> str:
    rules = ["---:" if column in table.numbers else "---" for column in range(len(table.head))]
    rows = [_row(table.head), f"| {' | '.join(rules)} |", *(_row([cell.text for cell in row]) for row in table.rows)]
    return "\n".join(rows)


def _row(texts: Sequence[str]) -> str:
    return f"| {' | '.join(plain(text) for text in texts)} |"


def plain(text: str) -> str:
    """The text, so that Markdown shows it as it is."""
    told = _MARKUP.sub(r"\\\1", " ".join(text.split()))
    return _BEGINS.sub(r"\1\\\2", told)
