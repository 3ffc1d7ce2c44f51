"""The page of promises names tests, parts of the bench, and of the soak, that there are."""

from __future__ import annotations

import re
from pathlib import Path

from tests.bench.__main__ import PARTS
from tests.soak.__main__ import PROMISES

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "promises.md").read_text("utf-8")


def promises() -> list[str]:
    """The rows of the page's tables, without their heads."""
    lines = PAGE.splitlines()
    heads = {place + number for number, line in enumerate(lines) if line.startswith("| --") for place in (-1, 0)}
    return [line for number, line in enumerate(lines) if line.startswith("| ") and number not in heads]


def test_every_promise_names_tests_that_there_are() -> None:
    missing: list[str] = []
    for line in promises():
        named = re.findall(r"`(tests/[\w/]+\.py)::(test_\w+)`", line)
        parts = re.findall(r"`make bench ARGS=\"--only (\w+)\"`", line)
        soaked = [name for names in re.findall(r"`make soak ARGS=\"([\w ]+)\"`", line) for name in names.split()]
        if not named and not parts and not soaked:
            missing.append(line)
        missing += [part for part in parts if part not in PARTS]
        missing += [name for name in soaked if name not in PROMISES]
        for path, test in named:
            file = ROOT / path
            if not file.exists() or not re.search(rf"^(async )?def {test}\(", file.read_text("utf-8"), re.MULTILINE):
                missing.append(f"{path}::{test}")
    assert len(promises()) > 60 and missing == []
