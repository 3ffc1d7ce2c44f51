"""Every code that an error can have is in the table that clients read."""

from __future__ import annotations

import re
from pathlib import Path

from api.graphql.codes import CODES

ROOT = Path(__file__).parents[3]


def test_the_page_shows_every_code_with_its_meaning() -> None:
    page = (ROOT / "docs" / "graphql.md").read_text("utf-8")
    shown = re.findall(r"^\| `([A-Z_]+)` \| (.+) \|$", page, re.MULTILINE)
    assert dict(shown) == dict(CODES)


def test_every_code_in_the_table_is_used_and_every_code_used_is_in_it() -> None:
    texts = [path.read_text("utf-8") for folder in ("api", "domain/kernel") for path in (ROOT / folder).rglob("*.py")]
    used = {code for text in texts for code in re.findall(r'"([A-Z]+(?:_[A-Z]+)*)"', text)}
    assert set(CODES) <= used
    raised = {
        code
        for path in (ROOT / "api" / "graphql").glob("*.py")
        for code in re.findall(r'(?:Refused|http_refusal)\(\s*(?:\d+, )?"([A-Z_]+)"', path.read_text("utf-8"))
    }
    assert raised <= set(CODES)
