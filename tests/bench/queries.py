"""The five screens that are measured, and what it means that two answers hold the same rows."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any, Final

BOARD: Final = """
query Board {
  ventures(first: 20) {
    nodes {
      id name stage
      milestones(first: 10) { nodes { id title status startOn dueOn percentComplete } }
      risks(first: 5, orderBy: [{ field: SCORE, direction: DESC }]) {
        nodes { id title category status score level owner { id name } }
      }
    }
  }
}
"""

DETAIL: Final = """
query Detail($id: ID!) {
  risk(id: $id) {
    id title category subType status openedAt cause event effect score level expectedLoss
    owner { id name }
    assessments(first: 20) { nodes { id kind score level probability rationale assessedAt } }
    responses(first: 20) { nodes { id kind title description owner { id name } } }
    alerts(first: 20) { nodes { id rule severity state summary since } }
  }
}
"""

PAGE: Final = """
query Page($category: String!) {
  risks(
    first: 50
    filter: { status: { eq: OPEN }, category: { eq: $category } }
    orderBy: [{ field: SCORE, direction: DESC }]
  ) {
    nodes { id title category status openedAt score level owner { id name } venture { id name } }
    pageInfo { hasNextPage endCursor }
  }
}
"""

HEAT: Final = """
query Heat {
  risks(filter: { status: { neq: CLOSED }, score: { isNull: false } }) {
    aggregate(groupBy: [PROBABILITY_LEVEL, IMPACT_LEVEL]) { keys { probabilityLevel impactLevel } count }
  }
}
"""

PORTFOLIO: Final = """
query Portfolio {
  ventures(first: 50) {
    nodes {
      id name stage
      teamCoverage { required filled vacant coverage }
      runway { months state cashOutExpectedOn }
      nextKeyMilestone { id title dueOn percentComplete }
      topRisk { id title score level expectedLoss }
    }
  }
}
"""


@dataclass(frozen=True)
class Query:
    """One screen: its document, and the variables that callers send in turn."""

    name: str
    document: str
    variables: Sequence[Mapping[str, Any]] = field(default=({},))
    peers: frozenset[str] | None = None
    "Whom it is asked of beside us; all where that is not said."


def queries(risks: Sequence[str]) -> tuple[Query, ...]:
    """The five, given the ids of the risks to look at."""
    categories = ("technical", "funding", "market", "legal")
    return (
        Query("board", BOARD),
        Query("detail", DETAIL, [{"id": risk} for risk in risks]),
        Query("page of 50", PAGE, [{"category": category} for category in categories]),
        Query("heat map", HEAT),
        Query("portfolio", PORTFOLIO, peers=frozenset({"usual way"})),
    )


_ID = re.compile(r"(?:[a-z_]+_)?([0-9a-f]{32})")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT.*")


def rows_of(value: Any) -> Any:
    """An answer's rows in the one form in which those of all are compared.

    Ids are the hex, instants and numbers are values, enumerations are small; cursors are each one's own, and what a
    peer has in an object beside the row (`beside`) is part of the row.
    """
    if isinstance(value, Mapping):
        flat: dict[str, Any] = {}
        for name, part in value.items():
            if name == "beside":
                flat.update(rows_of(part or {}))
            elif name != "endCursor":
                flat[name] = rows_of(part)
        return flat
    if isinstance(value, list):
        return [rows_of(part) for part in value]
    return _plain(value) if isinstance(value, str) else value


def _plain(text: str) -> Any:
    if match := _ID.fullmatch(text.replace("-", "")):
        return match[1]
    if _INSTANT.fullmatch(text):
        return datetime.fromisoformat(text)
    if _NUMBER.fullmatch(text):
        return Decimal(text)
    return text.lower() if text.isupper() else text


def difference(one: Any, other: Any, path: str = "") -> str | None:
    """Where two forms differ first; None where they are the same."""
    if isinstance(one, dict) and isinstance(other, dict) and one.keys() == other.keys():
        return next((told for name in one if (told := difference(one[name], other[name], f"{path}.{name}"))), None)
    if isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        pairs = enumerate(zip(one, other, strict=True))
        return next((told for number, pair in pairs if (told := difference(*pair, f"{path}[{number}]"))), None)
    return None if one == other else f"{path or 'the answer'}: {str(one)[:200]} and {str(other)[:200]}"
