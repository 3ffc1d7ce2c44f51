"""Reading the past: the instant that `asOf` asks for, and the two between which something is compared."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from graph.errors import BadInput
from graph.frames import Build, Frame, Moment, Named
from graph.given import Given
from graph.kinds import INSTANT
from graph.paging import present
from graph.request import Request
from graph.selecting import Selected

_Instant = Callable[[Request], datetime]


def moment_of(build: Build, selected: Selected) -> Moment | None:
    """The past instant that a field is asked for, None for the present. Its parameter refuses what lies ahead."""
    given = present(selected, "asOf")
    if given is None:
        return None
    return Moment(Named(build, "timestamptz", {"then": _past("asOf", given)}), given)


def span_of(frame: Frame, selected: Selected) -> Mapping[str, str]:
    """The SQL of `since` and `until`; left out, `until` is the frame's own moment, or now.

    Their parameters refuse what lies ahead, and a `since` that is later than `until`.
    """
    since, until = present(selected, "since"), present(selected, "until")
    assert since is not None
    begin = _past("since", since)
    last = until or (frame.moment.given if frame.moment is not None else None)
    end = _now if last is None else _past("until", last)

    def begins(asking: Request) -> datetime:
        instant = begin(asking)
        if instant > end(asking):
            raise BadInput("since must not be later than until")
        return instant

    named = Named(frame.build, "timestamptz", {"since": begins, "until": end})
    return {"since": named["since"], "until": named["until"]}


def _now(asking: Request) -> datetime:
    return asking.now


def _past(name: str, given: Given) -> _Instant:
    def read(asking: Request) -> datetime:
        instant: datetime = INSTANT.bind(given.read(asking.variables), asking)
        if instant > asking.now:
            raise BadInput(f"{name} must not lie in the future; it is {asking.now:%Y-%m-%dT%H:%M:%SZ} now")
        return instant

    return read
