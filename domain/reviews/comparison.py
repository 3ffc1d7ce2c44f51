"""Two reports of a venture, field by field: pure. What has an id is matched by it, never by its place.

Better and worse follow from what a field means; where it means neither, a change is neutral. Days are compared in
working days. Two formats are compared in the fields that both have, and the rest is named.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Any, Final

from domain.calendars.working_days import WorkingCalendar

Content = Mapping[str, Any]

_RELATIVE: Final = Decimal("0.0001")


class ChangeKind(StrEnum):
    """What was done to a part of a report."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


class Verdict(StrEnum):
    """What a change means."""

    BETTER = "better"
    WORSE = "worse"
    NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference between two reports, the first being the earlier.

    `subject` is the id of what differs, None for the report as a whole; `field` is empty where all of it came or went.
    """

    part: str
    kind: ChangeKind
    verdict: Verdict
    subject: str | None = None
    title: str | None = None
    field: str = ""
    before: str | None = None
    after: str | None = None
    difference: Decimal | None = None
    "After less before, where both are numbers."
    relative: Decimal | None = None
    "The same as a share of before."
    working_days: int | None = None
    "Working days from before to after, where both are days; negative is earlier."


@dataclass(frozen=True, slots=True)
class Comparison:
    """All differences of two reports, and the fields that only one of their formats has."""

    differences: tuple[Difference, ...]
    schemas: tuple[str, str]
    only_before: tuple[str, ...]
    only_after: tuple[str, ...]


Judge = Callable[[Any, Any, Content], Verdict]
"""What a change from one value to another means, in the part that it belongs to."""


def _neutral(before: Any, after: Any, part: Content) -> Verdict:
    return Verdict.NEUTRAL


def _rising(good: bool) -> Judge:
    """More of it is good, or bad: of numbers, and of days."""

    def judge(before: Any, after: Any, part: Content) -> Verdict:
        rise = _rise(_comparable(before), _comparable(after))
        return Verdict.NEUTRAL if not rise else Verdict.BETTER if (rise > 0) is good else Verdict.WORSE

    return judge


def _ranked(*worst_first: Any) -> Judge:
    """Of a few values, which are better."""

    def judge(before: Any, after: Any, part: Content) -> Verdict:
        if before not in worst_first or after not in worst_first:
            return Verdict.NEUTRAL
        rise = worst_first.index(after) - worst_first.index(before)
        return Verdict.NEUTRAL if rise == 0 else Verdict.BETTER if rise > 0 else Verdict.WORSE

    return judge


def _by_direction(before: Any, after: Any, part: Content) -> Verdict:
    """A measured value: which way is good, its criterion or indicator says."""
    good = {"at_least": True, "lower_is_worse": True, "at_most": False, "higher_is_worse": False}.get(
        str(part.get("direction"))
    )
    return Verdict.NEUTRAL if good is None else _rising(good)(before, after, part)


_MORE, _LESS = _rising(True), _rising(False)
_LEVELS: Final = _ranked("critical", "high", "medium", "low")

_WHOLE: Final[Mapping[str, Mapping[str, Judge]]] = {
    "venture": {"stage": _neutral, "health.state": _ranked("off_track", "at_risk", "unknown", "on_track")},
    "milestone": {
        "title": _neutral,
        "status": _neutral,
        "percent_complete": _MORE,
        "baseline.start_on": _neutral,
        "baseline.due_on": _neutral,
        "plan.start_on": _neutral,
        "plan.due_on": _LESS,
        "slip_working_days": _LESS,
        "forecast.p10_on": _LESS,
        "forecast.p50_on": _LESS,
        "forecast.p80_on": _LESS,
        "forecast.p90_on": _LESS,
        "forecast.probability_of_due_date": _MORE,
        "forecast.criticality": _neutral,
    },
    "earned_value": {
        **dict.fromkeys(("ev", "cv", "sv", "cpi", "spi", "vac", "sv_t", "spi_t", "es_months"), _MORE),
        **dict.fromkeys(("eac", "eac_rest_at_plan", "eac_pressed", "etc", "tcpi", "ieac_t_months"), _LESS),
        **dict.fromkeys(("bac", "pv", "ac", "at_months"), _neutral),
    },
    "runway": {
        **dict.fromkeys(("cash", "months", "cash_out_committed_on", "cash_out_expected_on", "cash_out_all_on"), _MORE),
        "net_burn": _LESS,
        "state": _ranked("unknown", "burning", "cash_generating"),
        "default_alive": _ranked(False, True),
    },
    "exposure": dict.fromkeys(("expected", "p50", "p80", "p95"), _LESS),
    "research": {"last_on": _MORE, "asked": _MORE},
    "budget": {"budget": _neutral, "spent": _neutral, "share": _neutral},
}
"""Parts that a report has once: the fields that are compared, and what a change of each means."""

_EACH: Final[Mapping[str, tuple[Verdict, Verdict, Mapping[str, Judge]]]] = {
    "criteria": (
        Verdict.NEUTRAL,
        Verdict.NEUTRAL,
        {
            "kind": _neutral,
            "target": _neutral,
            "direction": _neutral,
            "result": _ranked("fail", "not_measured", "pass"),
            "last_value": _by_direction,
        },
    ),
    "risks": (
        Verdict.WORSE,
        Verdict.BETTER,
        {"status": _neutral, "level": _LEVELS, "expected_loss": _LESS, "responses": _neutral},
    ),
    "alerts": (Verdict.WORSE, Verdict.BETTER, {"severity": _ranked("critical", "warning", "info")}),
    "indicators": (
        Verdict.WORSE,
        Verdict.BETTER,
        {"state": _ranked("critical", "warning", "unknown", "ok"), "value": _by_direction},
    ),
    "open_conditions": (Verdict.WORSE, Verdict.BETTER, {"due_on": _neutral, "overdue": _ranked(True, False)}),
    "obligations": (Verdict.WORSE, Verdict.BETTER, {"due_on": _neutral, "overdue": _ranked(True, False)}),
    "milestones": (
        Verdict.NEUTRAL,
        Verdict.NEUTRAL,
        {"status": _neutral, "due_on": _LESS, "percent_complete": _MORE, "p80_on": _LESS},
    ),
}
"""Lists: what it means that something came, that it went, and that a field of it changed."""

_RECOMMENDED: Final = _ranked("insufficient_evidence", "recycle", "conditional_go", "go")


def compare(before: Content, after: Content, calendar: WorkingCalendar) -> Comparison:
    """What differs between an earlier and a later report; `calendar` has the venture's working days."""
    differences = [
        *_whole(before, after, calendar),
        *_lists(before, after, calendar),
        *_codes(before, after, "stop_signals"),
        *_codes(before, after, "missing"),
    ]
    schemas = (str(before.get("schema", "")), str(after.get("schema", "")))
    first, second = _names(before), _names(after)
    return Comparison(tuple(differences), schemas, tuple(sorted(first - second)), tuple(sorted(second - first)))


def _whole(before: Content, after: Content, calendar: WorkingCalendar) -> Iterator[Difference]:
    for part, fields in _WHOLE.items():
        first, second = _part(before, part), _part(after, part)
        if part == "milestone" and first and second and first.get("id") != second.get("id"):
            titles = (first.get("title"), second.get("title"))
            yield _difference(part, None, "title", *titles, Verdict.NEUTRAL, calendar)
        elif first and second:
            yield from _fields(part, first, second, fields, calendar)
        elif first or second:
            kind = ChangeKind.REMOVED if first else ChangeKind.ADDED
            yield Difference(part, kind, Verdict.NEUTRAL)
    ends = before.get("recommendation"), after.get("recommendation")
    if ends[0] != ends[1]:
        yield _difference("recommendation", None, "", *ends, _RECOMMENDED(*ends, {}), calendar)


def _part(content: Content, part: str) -> Content:
    where = {"exposure": ("risks", "exposure"), "budget": ("resources", "budget")}.get(part, (part,))
    found: Any = content
    for name in where:
        found = found.get(name) if isinstance(found, Mapping) else None
    return found if isinstance(found, Mapping) else {}


def _lists(before: Content, after: Content, calendar: WorkingCalendar) -> Iterator[Difference]:
    for part, (came, went, fields) in _EACH.items():
        first, second = _by_id(before, part), _by_id(after, part)
        for id, line in second.items():
            if id in first:
                yield from _fields(part, first[id], line, fields, calendar)
            else:
                yield Difference(part, ChangeKind.ADDED, came, id, _title(line))
        for id, line in first.items():
            if id not in second:
                yield Difference(part, ChangeKind.REMOVED, went, id, _title(line))


def _by_id(content: Content, part: str) -> dict[str, Content]:
    found: Any = content.get(part) or []
    lines: Sequence[Any] = found.get("items", []) if isinstance(found, Mapping) else found
    return {line["id"]: line for line in lines}


def _title(line: Content) -> str | None:
    return line.get("title") or line.get("name") or line.get("summary")


def _codes(before: Content, after: Content, part: str) -> Iterator[Difference]:
    first, second = set(before.get(part) or ()), set(after.get(part) or ())
    for code in sorted(second - first):
        yield Difference(part, ChangeKind.ADDED, Verdict.WORSE, field=code)
    for code in sorted(first - second):
        yield Difference(part, ChangeKind.REMOVED, Verdict.BETTER, field=code)


def _fields(
    part: str, first: Content, second: Content, fields: Mapping[str, Judge], calendar: WorkingCalendar
) -> Iterator[Difference]:
    for field, judge in fields.items():
        if not (_has(first, field) and _has(second, field)):
            continue
        before, after = _at(first, field), _at(second, field)
        if before != after:
            yield _difference(part, second, field, before, after, judge(before, after, second), calendar)


def _has(line: Content, field: str) -> bool:
    return field.partition(".")[0] in line


def _at(line: Content, field: str) -> Any:
    found: Any = line
    for name in field.split("."):
        found = found.get(name) if isinstance(found, Mapping) else None
    return found


def _difference(
    part: str, line: Content | None, field: str, before: Any, after: Any, verdict: Verdict, calendar: WorkingCalendar
) -> Difference:
    first, second = _comparable(before), _comparable(after)
    difference = relative = days = None
    if isinstance(first, Decimal) and isinstance(second, Decimal):
        difference = second - first
        relative = (difference / abs(first)).quantize(_RELATIVE, ROUND_HALF_UP) if first else None
    elif isinstance(first, date) and isinstance(second, date):
        days = calendar.count(first, second)
    return Difference(
        part,
        ChangeKind.CHANGED,
        verdict,
        None if line is None else line.get("id"),
        None if line is None else _title(line),
        field,
        _text(before),
        _text(after),
        difference,
        relative,
        days,
    )


def _rise(before: Decimal | date | None, after: Decimal | date | None) -> int:
    """1 where it rises, -1 where it falls, 0 where it does neither or cannot be compared."""
    if isinstance(before, Decimal) and isinstance(after, Decimal):
        return (after > before) - (after < before)
    if isinstance(before, date) and isinstance(after, date):
        return (after > before) - (after < before)
    return 0


def _comparable(value: Any) -> Decimal | date | None:
    """A number or a day, where the value is one."""
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int):
        return Decimal(value)
    for read in (Decimal, date.fromisoformat):
        try:
            found: Any = read(value)
        except (ArithmeticError, ValueError):
            continue
        return found if not isinstance(found, Decimal) or found.is_finite() else None
    return None


def _text(value: Any) -> str | None:
    return None if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def _names(content: Content) -> set[str]:
    """The names of all members of a report, of its parts and lines, as paths."""
    found: set[str] = set()
    for name, value in content.items():
        found.add(name)
        lines = value if isinstance(value, list) else [value]
        for line in lines:
            if isinstance(line, Mapping):
                found |= {f"{name}.{inner}" for inner in line}
    return found
