"""The page of promises names tests that there are."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "promises.md").read_text("utf-8")


def promises() -> list[str]:
    """The rows of the page's tables, without their heads."""
    lines = PAGE.splitlines()
    heads = {place + number for number, line in enumerate(lines) if line.startswith("| --") for place in (-1, 0)}
    return [line for number, line in enumerate(lines) if line.startswith("| ") and number not in heads]


def test_every_promise_names_tests_that_there_are() -> None:
    missing = []
    for line in promises():
        named = re.findall(r"`(tests/[\w/]+\.py)::(test_\w+)`", line)
        if not named:
            missing.append(line)
        for path, test in named:
            file = ROOT / path
            if not file.exists() or not re.search(rf"^(async )?def {test}\(", file.read_text("utf-8"), re.MULTILINE):
                missing.append(f"{path}::{test}")
    assert len(promises()) > 60 and missing == []
