"""A breaking change of the GraphQL contract is told, or `make check` fails."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.breaking import check_breaking, release, untold
from cli.contracts import FOLDER, SCHEMA

BEFORE = "type Query { risk(id: ID!): String score: Int count: Int level: Level } enum Level { LOW HIGH }"


@pytest.mark.parametrize(
    ("after", "found"),
    [
        (BEFORE, None),
        (BEFORE + " type More { a: Int }", None),
        (BEFORE.replace("id: ID!", "id: ID!, more: Int"), None),
        (BEFORE.replace("score: Int ", ""), "Query.score was removed"),
        (BEFORE.replace("score: Int", "score: String"), "changed type from Int to String"),
        (BEFORE.replace("id: ID!", "id: ID!, more: Int!"), "more"),
        (BEFORE.replace("LOW ", ""), "LOW"),
    ],
)
def test_what_breaks_clients_is_found_and_what_adds_is_not(after: str, found: str | None) -> None:
    changes = list(untold(BEFORE, after, ""))
    assert len(changes) == (found is not None)
    if found:
        assert found in changes[0]
        assert list(untold(BEFORE, after, f"# Breaking\n\n- {changes[0]}\n\n  Use the other.\n")) == []
        assert list(untold(BEFORE, after, changes[0])) == changes, "only a line of the list tells it"


def test_a_release_makes_the_present_contract_the_released_one(tmp_path: Path) -> None:
    release(tmp_path, BEFORE)
    assert check_breaking(tmp_path, BEFORE) == []
    assert check_breaking(tmp_path, BEFORE.replace("score: Int ", "")) != []


def test_every_breaking_change_since_the_last_release_is_told() -> None:
    assert check_breaking(FOLDER, (FOLDER / SCHEMA).read_text("utf-8")) == []
