"""Reading the past: what `asOf` asks for."""

from __future__ import annotations

from datetime import datetime

from graph.errors import BadInput
from graph.frames import Build, Moment, Named
from graph.kinds import INSTANT
from graph.paging import present
from graph.request import Request
from graph.selecting import Selected


def moment_of(build: Build, selected: Selected) -> Moment | None:
    """The past instant that a field is asked for, None for the present. Its parameter refuses what lies ahead."""
    given = present(selected, "asOf")
    if given is None:
        return None

    def read(asking: Request) -> datetime:
        instant: datetime = INSTANT.bind(given.read(asking.variables), asking)
        if instant > asking.now:
            raise BadInput(f"asOf must not lie in the future; it is {asking.now:%Y-%m-%dT%H:%M:%SZ} now")
        return instant

    return Moment(Named(build, "timestamptz", {"then": read}), given)
