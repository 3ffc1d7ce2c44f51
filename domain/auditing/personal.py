"""Personal values of audit entries: shown in the place of their hashes, and compared with them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from domain.kernel.machinery import ADDRESS
from domain.kernel.sealing import salted_hash

Values = dict[str, Any] | None


def filled(before: Values, after: Values, personal: Sequence[Any]) -> tuple[Values, Values, str | None]:
    """Fields before and after with their personal values (rows of `audit_personal`), and the address.

    Where a value was erased its hash stays: it tells that there was one, and not which.
    """
    told_before, told_after = dict(before or {}), dict(after or {})
    address = None
    for row in personal:
        if row.field == ADDRESS:
            address = row.after
            continue
        for told, value in ((told_before, row.before), (told_after, row.after)):
            if row.field in told and value is not None:
                told[row.field] = value
    return told_before or None, told_after or None, address


def hashes_of(entry: Any) -> Iterator[tuple[str, str, str]]:
    """The hashes that an entry holds in the place of personal values: field, `before` or `after`, and the hash."""
    for side in ("before", "after"):
        for field, value in (getattr(entry, side) or {}).items():
            if isinstance(value, dict) and value.keys() == {"sha256"}:
                yield field, side, str(value["sha256"])
    if entry.address_hash is not None:
        yield ADDRESS, "after", entry.address_hash


def altered(entry: Any, personal: Mapping[str, Any]) -> list[str]:
    """The fields whose personal values (rows by field) are not those that the entry was sealed with.

    A value that is gone was erased; one for which the entry has no hash was put in.
    """
    hashes = {(field, side): hash for field, side, hash in hashes_of(entry)}
    wrong = set()
    for field, row in personal.items():
        for side in ("before", "after"):
            value = getattr(row, side)
            if value is not None and hashes.get((field, side)) != salted_hash(row.salt, value):
                wrong.add(field)
    return sorted(wrong)


def erased(entry: Any, personal: Mapping[str, Any]) -> int:
    """How many personal values of the entry are gone."""
    return sum(field not in personal or getattr(personal[field], side) is None for field, side, _ in hashes_of(entry))
