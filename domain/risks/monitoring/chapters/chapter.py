"""How a chapter says what rules may know of it: lists of facts, each a class and the statement that reads it.

A statement is one `SELECT json_build_array(…)` in the order of the fields of its class, with `:tenant`, `:venture` and
`:at`. It is read for the present and for an instant of the past, and names what differs between the two:

* `{alive:x}`: the row `x` was not archived then (an entity);
* `{known:x.recorded_at}`: that instant was not after then (a fact);
* `{venture}`, `{milestone}`, `{risk}`: the tables of those, or their versions of then;
* `{today}`: the day of then in the zone of the tenant `t`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

IDS = "= ANY(CAST(:ids AS uuid[]))"


@dataclass(frozen=True)
class Listed:
    """A list of facts: `name` is the field of `Facts` that holds it.

    Where alerts can be about one of them, `subject` is the prefix of its id, its facts have `id` and `title`, and
    `titles` is the statement that reads both by `:tenant` and `{ids}`, archived or not.
    """

    name: str
    facts: type[Any]  # Any: a dataclass, whose fields say how they are read
    sql: str
    subject: str = ""
    titles: str = ""


class InForce:
    """Whether a row of an entity was in force at `:at`: now (`past` is false), or then."""

    def __init__(self, past: bool) -> None:
        self._past = past

    def __format__(self, alias: str) -> str:
        now = f"{alias}.archived_at IS NULL"
        return f"{alias}.created_at <= :at AND ({now} OR {alias}.archived_at > :at)" if self._past else now


class Known:
    """Whether an instant was not after `:at`. In the present all are taken: a writer's clock may be ahead of ours."""

    def __init__(self, past: bool) -> None:
        self._past = past

    def __format__(self, instant: str) -> str:
        return f"{instant} <= :at" if self._past else "true"
