"""The reader of statements finds what leaves its tenant, and lets pass what does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.contract.statements import broken_rules


def _lines(name: str) -> list[str]:
    return Path(__file__).with_name(name).read_text("utf-8").splitlines()


@pytest.mark.parametrize("statement", _lines("right.sql"))
def test_a_right_statement_passes(statement: str) -> None:
    assert broken_rules(statement) == []


@pytest.mark.parametrize("line", _lines("wrong.txt"))
def test_a_wrong_statement_is_found(line: str) -> None:
    """Each line: a part of the complaint, a bar, the statement."""
    complaint, _, statement = line.partition(" | ")
    assert any(complaint in found for found in broken_rules(statement)), broken_rules(statement)
