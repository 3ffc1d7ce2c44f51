"""Every event that a test process writes, and every body that its receivers get, is held to the event's JSON Schema.

Events are seen where they are inserted, whatever wrote them: listener, command, worker or the demo; and so are the
bodies that the relay stores for endpoints, in both forms.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from typing import Any

import orjson
import sqlalchemy as sa
from jsonschema_rs import Draft202012Validator

from api.events.catalogue import Catalogued, catalogue
from domain.channels.forms import read_form
from domain.kernel.machinery import Event, EventBody
from domain.kernel.outward import instant_text

EVENT: sa.Table = Event.__table__  # type: ignore[attr-defined]  # set by the mapper
BODY: sa.Table = EventBody.__table__  # type: ignore[attr-defined]  # set by the mapper
_found: list[str] = []
_unheld = [0]
"How many tests' own sections are open."


@contextmanager
def unheld_events() -> Iterator[None]:
    """What is written inside is wrong by intent: an event that no program of ours would write."""
    _unheld[0] += 1
    try:
        yield
    finally:
        _unheld[0] -= 1


def complaints() -> list[str]:
    """What is wrong with the events and bodies since the last call."""
    found = sorted(set(_found))
    _found.clear()
    return found


def check_body(body: bytes | str | Mapping[str, Any]) -> None:
    """Note what is wrong with a body that was sent."""
    told = orjson.loads(body) if isinstance(body, bytes | str) else body
    _note(str(told.get("type")), told, whole=True)


def begin() -> None:
    """Look at every event and stored body that is inserted from now on, by every engine of this process."""

    @sa.event.listens_for(sa.Engine, "before_execute")
    def _inserted(conn: Any, clauseelement: Any, multiparams: Any, params: Any, execution_options: Any) -> None:
        if isinstance(clauseelement, sa.Insert) and clauseelement.table in (EVENT, BODY) and not _unheld[0]:
            for row in multiparams or [params]:
                if clauseelement.table is EVENT:
                    _check_row(row)
                elif read_form(row["form"]) is None:  # people are told in words, which have no schema
                    check_body(row["body"])


def _check_row(row: Mapping[str, Any]) -> None:
    body = {name: row.get(name) for name in ("type", "data", "previous", "actor")}
    _note(row["type"], orjson.loads(orjson.dumps(body)) | {"timestamp": instant_text(row["occurred_at"])})


def _note(event_type: str, told: dict[str, Any], *, whole: bool = False) -> None:
    if event_type not in catalogue():
        _found.append(f"{event_type}: is in no catalogue")
        return
    full, thin = _validators(event_type)
    if not whole:
        told = _ENVELOPE | told
    if not full.is_valid(told) and not (whole and thin.is_valid(told)):
        for error in full.iter_errors(told):
            _found.append(f"{event_type}: {'/'.join(map(str, error.instance_path))}: {error.message[:300]}")


_ANY = catalogue()["risk.assessed"].example()
_ENVELOPE = {name: _ANY[name] for name in ("tenant_id", "sequence", "version")}
"""What the relay adds."""


@cache
def _validators(event_type: str) -> tuple[Draft202012Validator, Draft202012Validator]:
    found: Catalogued = catalogue()[event_type]
    return (
        Draft202012Validator(found.body(), validate_formats=True),
        Draft202012Validator(found.body(thin=True), validate_formats=True),
    )
