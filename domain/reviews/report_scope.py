"""What has changed in a milestone's criteria since its last decided review: from that report, never from the audit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from domain.kernel.ids import external_id
from domain.kernel.outward import outward
from domain.reviews.facts import CriterionFacts, ReportFacts
from domain.reviews.shape.content import ScopeChange


def scope_changes(facts: ReportFacts) -> list[ScopeChange]:
    """Criteria added, dropped, held to another target, or made a must or no must, in this order of criteria."""
    if facts.former_own is None:
        return []
    former = {line["id"]: line for line in facts.former_own.content.get("criteria", ())}
    present = {external_id("criterion", row.id): row for row in facts.criteria}
    changes: list[ScopeChange] = []
    for id, row in present.items():
        was = former.get(id)
        if was is None:
            changes.append(_change("added", id, row.title, None, _target(outward(row.target), row.unit)))
        else:
            changes += _moved(id, row, was)
    dropped = (line for id, line in former.items() if id not in present)
    changes += [
        _change("dropped", line["id"], line["title"], _target(line["target"], line["unit"]), None) for line in dropped
    ]
    return changes


def _moved(id: str, row: CriterionFacts, was: Mapping[str, Any]) -> list[ScopeChange]:
    found = []
    held = (outward(row.target), row.unit, outward(row.direction))
    if held != (was["target"], was["unit"], was["direction"]):
        before, after = _target(was["target"], was["unit"]), _target(held[0], row.unit)
        found.append(_change("target_moved", id, row.title, before, after))
    kind = "must" if row.must else "should"
    if kind != was["kind"]:
        found.append(_change("must_changed", id, row.title, was["kind"], kind))
    return found


def _target(target: str | None, unit: str | None) -> str | None:
    return None if target is None else f"{target} {unit}" if unit else target


def _change(kind: str, id: str, title: str, before: str | None, after: str | None) -> ScopeChange:
    return {"kind": kind, "criterion": {"id": id, "title": title}, "before": before, "after": after, "at": None}
