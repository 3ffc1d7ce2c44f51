"""A page as the data from which its PDF is set."""

from __future__ import annotations

import re
from typing import Any, Final

import orjson

from domain.reviews.pages.page import Block, Cell, Figures, Items, Page, Paragraph, Pictures, Table

_LONG: Final = re.compile(r"[^\s\u2e80-\uffff]{25,}")
_EMOJI: Final = re.compile("[\U0001f000-\U0001faff\U000e0000-\U000e007f\ufe0e\ufe0f\u20e3]\u200d?")
"""What no font here has."""
_SMALL_ROWS: Final = 12
_SMALL_LETTERS: Final = 600
_LANGUAGES: Final = {"en": ("en", "GB"), "zh-CN": ("zh", "CN")}


def page_data(page: Page, made_at: str) -> bytes:
    """All that `typesetting` needs, as JSON. `made_at` is an instant, of which the PDF says that it was made then."""
    lang, region = _LANGUAGES[page.locale]
    verdict = page.verdict
    data = {
        "lang": lang,
        "region": region,
        "made_at": made_at,
        "kind": page.kind,
        "title": _text(page.title) or page.kind,
        "subtitle": _text(page.subtitle),
        "facts": [[_text(name), _text(value)] for name, value in page.facts],
        "verdict": None
        if verdict is None
        else {
            "name": verdict.name,
            "value": _text(verdict.value),
            "lines": [_text(line) for line in verdict.text.split("\n") if line],
            "tone": str(verdict.tone),
        },
        "lead": [_block(block) for block in page.lead],
        "sections": [
            {"title": section.title, "blocks": [_block(block) for block in section.blocks]} for section in page.sections
        ],
        "footer": _text(page.footer),
        "page_of": page.labels["page_of"],
    }
    return orjson.dumps(data)


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Figures():
            figures = [
                {"name": one.name, "value": _text(one.value), "note": _text(one.note), "tone": str(one.tone)}
                for one in block.items
            ]
            return {"kind": "figures", "items": figures}
        case Table():
            return {
                "kind": "table",
                "head": list(block.head),
                "rows": [[_cell(cell) for cell in row] for row in block.rows],
                "widths": list(block.widths),
                "numbers": sorted(block.numbers),
                "more": block.more,
                "whole": _is_small(block),
            }
        case Paragraph():
            return {
                "kind": "paragraph",
                "lines": [_text(line) for line in block.text.split("\n")],
                "tone": str(block.tone),
            }
        case Items():
            return {"kind": "items", "lines": [_cell(cell) for cell in block.lines]}
        case Pictures():
            pictures = [
                {"svg": one.svg, "title": one.title, "told": one.told, "share": one.share} for one in block.items
            ]
            return {"kind": "pictures", "items": pictures}


def _is_small(table: Table) -> bool:
    """Whether a table surely fits on a page, so that it need not be broken."""
    letters = sum(len(cell.text) for row in table.rows for cell in row)
    return len(table.rows) <= _SMALL_ROWS and letters <= _SMALL_LETTERS


def _cell(cell: Cell) -> dict[str, str]:
    return {"text": _text(cell.text), "tone": str(cell.tone)}


def _text(text: str) -> str:
    """The text with places to break in long words, and without what no font here can show."""
    shown = " ".join(_EMOJI.sub("", text).split())
    return _LONG.sub(lambda found: "\u200b".join(re.findall(".{1,12}", found[0])), shown)
