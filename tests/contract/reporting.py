"""Every report of a review that a test process stores is held to the JSON Schema of reports, whoever stores it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from typing import Any

import sqlalchemy as sa
from jsonschema_rs import Draft202012Validator

from domain.reviews.shape.schema import report_schema
from domain.reviews.tables import ReviewReport

REPORT: sa.Table = ReviewReport.__table__  # type: ignore[attr-defined]  # set by the mapper
_found: list[str] = []
_unheld = [0]
"How many tests are inside `wrong_reports`."


@contextmanager
def wrong_reports() -> Iterator[None]:
    """What is stored inside is wrong by intent: a report that no program of ours would write."""
    _unheld[0] += 1
    try:
        yield
    finally:
        _unheld[0] -= 1


def complaints() -> list[str]:
    """What is wrong with the reports since the last call."""
    found = sorted(set(_found))
    _found.clear()
    return found


def begin() -> None:
    """Look at every report that is inserted from now on, by every engine of this process."""

    @sa.event.listens_for(sa.Engine, "before_execute")
    def _inserted(conn: Any, clauseelement: Any, multiparams: Any, params: Any, execution_options: Any) -> None:
        if isinstance(clauseelement, sa.Insert) and clauseelement.table is REPORT and not _unheld[0]:
            rows = [clauseelement.compile().params, *(multiparams or [params])]
            for row in rows:
                for name, value in row.items():
                    if name.startswith("content") and isinstance(value, dict):
                        check_report(value)


def check_report(content: Mapping[str, Any]) -> None:
    """Note what is wrong with a report."""
    for error in _validator().iter_errors(dict(content)):
        _found.append(f"{'/'.join(map(str, error.instance_path))}: {error.message[:300]}")


@cache
def _validator() -> Draft202012Validator:
    return Draft202012Validator(report_schema(), validate_formats=True)
