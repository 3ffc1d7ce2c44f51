"""When somebody fills a role, and when a role is needed: as conditions of SQL, for whoever reads both.

`h` is a place in a role, `p` its person, `m` the milestone of a role or nothing; days are expressions of SQL.
"""

from __future__ import annotations


def there_on(day: str) -> str:
    """The condition that person `p` in place `h` of a role is there on a day: neither gone, nor away, nor to come."""
    return (
        f"h.archived_at IS NULL AND coalesce(h.from_on <= {day}, true) AND coalesce(h.until_on >= {day}, true)"
        f" AND p.archived_at IS NULL AND {not_gone(day)}"
    )


def not_gone(day: str) -> str:
    """The condition that a person has neither left nor is away on a day."""
    return (
        f"coalesce(p.leaves_on >= {day}, true)"
        f" AND NOT coalesce(p.away_from <= {day} AND coalesce(p.away_until >= {day}, true), false)"
    )


def begins(role: str) -> str:
    """From which day a role of milestone `m` is needed; null: from now on."""
    return f"coalesce({role}.needed_from, m.start_on)"


def not_over(role: str, today: str) -> str:
    """The condition that a role of milestone `m` is needed today or later."""
    return (
        f"coalesce({role}.needed_until >= {today}, true) AND {role}.archived_at IS NULL AND ({role}.milestone_id"
        " IS NULL OR (m.archived_at IS NULL AND m.status NOT IN ('done', 'cancelled')))"
    )


def needed(role: str, today: str) -> str:
    """The condition that a role of milestone `m` is needed today."""
    return f"coalesce({begins(role)} <= {today}, true) AND {not_over(role, today)}"
