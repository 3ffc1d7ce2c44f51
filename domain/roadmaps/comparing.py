"""What is different between two versions of a roadmap, field by field. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final


class Change(StrEnum):
    """How something differs from one plan to another."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


class RoadmapPart(StrEnum):
    """What of a roadmap differs."""

    ROADMAP = "roadmap"
    CORE_FUNCTION = "core_function"
    EXTENSION_FUNCTION = "extension_function"
    PHASE = "phase"
    MILESTONE = "milestone"


@dataclass(frozen=True)
class Difference:
    """One difference. `key` is an id, or of a function its title; what is added has no `before`, removed no `after`.

    `field` is None where the whole is added or removed, `title` what it is called, in the later plan where it is there.
    """

    part: RoadmapPart
    key: str
    title: str
    change: Change
    field: str | None = None
    before: Any = None  # JSON
    after: Any = None  # JSON


_TEXTS: Final = ("vision", "market_demand")
_ORDER: Final = "order"
_FUNCTIONS: Final = {
    "core_functions": RoadmapPart.CORE_FUNCTION,
    "extension_functions": RoadmapPart.EXTENSION_FUNCTION,
}
_LISTS: Final = {"phases": RoadmapPart.PHASE, "milestones": RoadmapPart.MILESTONE}


def compare(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[Difference]:
    """All differences from one version's content to another's, in a fixed order.

    Functions are the same where their titles are, phases and milestones where their ids are. What a version of an
    older form does not hold counts as empty.
    """
    found = [
        Difference(RoadmapPart.ROADMAP, "", "", Change.CHANGED, name, before.get(name), after.get(name))
        for name in _TEXTS
        if before.get(name) != after.get(name)
    ]
    for name, part in _FUNCTIONS.items():
        found += _of_list(part, "title", before.get(name, ()), after.get(name, ()), ordered=True)
    for name, part in _LISTS.items():
        found += _of_list(part, "id", before.get(name, ()), after.get(name, ()), ordered=False)
    return found


def mirrored(difference: Difference) -> Difference:
    """The same difference, seen from the other plan; `title` stays, though the other way round it is the other's."""
    change = {Change.ADDED: Change.REMOVED, Change.REMOVED: Change.ADDED}.get(difference.change, difference.change)
    return Difference(
        difference.part, difference.key, difference.title, change, difference.field, difference.after, difference.before
    )


def _of_list(
    part: RoadmapPart,
    named_by: str,
    before: Sequence[Mapping[str, Any]],
    after: Sequence[Mapping[str, Any]],
    *,
    ordered: bool,
) -> Iterator[Difference]:
    old, new = ({str(one[named_by]): one for one in rows} for rows in (before, after))
    if ordered:
        common = ([key for key in old if key in new], [key for key in new if key in old])
        if common[0] != common[1]:
            yield Difference(part, "", "", Change.CHANGED, _ORDER, *common)
    for key in sorted(old.keys() | new.keys()):
        title = str((new.get(key) or old.get(key) or {}).get("title", ""))
        if key not in old:
            yield Difference(part, key, title, Change.ADDED, after=new[key])
        elif key not in new:
            yield Difference(part, key, title, Change.REMOVED, before=old[key])
        else:
            for field in sorted(old[key].keys() | new[key].keys()):
                was, now = old[key].get(field), new[key].get(field)
                if was != now:
                    yield Difference(part, key, title, Change.CHANGED, field, was, now)
