"""Every statement that a test process sends as the application is gathered, whatever way it goes, and judged.

SQLAlchemy's go through its engine event; those on the driver's own connection (compiled reads, claims) through the
driver's query log. The finder looks over tenants by design, and what tests send over their own connections is theirs.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import asyncpg
import sqlalchemy as sa

from tests.contract.statements import broken_rules

JUDGED = frozenset({"milepost_app", "milepost_auth"})
_DRIVERS_OWN = "set_config('jit',"
"In what asyncpg asks by itself while it learns a type."
_owned = [0]
"How many tests' own sections are open."
_seen: set[str] = set()
_new: list[str] = []
_listening: list[list[str]] = []


@contextmanager
def own_statements() -> Iterator[None]:
    """What the test itself sends inside is not the application's."""
    _owned[0] += 1
    try:
        yield
    finally:
        _owned[0] -= 1


@contextmanager
def listed() -> Iterator[list[str]]:
    """Every statement that is sent inside, in order and as often as it is sent."""
    found: list[str] = []
    _listening.append(found)
    try:
        yield found
    finally:
        _listening.remove(found)


def complaints() -> list[str]:
    """What is wrong with the statements first seen since the last call."""
    found = []
    while _new:
        statement = _new.pop()
        found += [f"{complaint}: {' '.join(statement.split())}" for complaint in broken_rules(statement)]
    return found


def gathered() -> frozenset[str]:
    """All distinct statements so far."""
    return frozenset(_seen)


def _take(statement: str, user: str) -> None:
    for listening in _listening:
        listening.append(statement)
    if user in JUDGED and statement not in _seen and _DRIVERS_OWN not in statement and not _owned[0]:
        _seen.add(statement)
        _new.append(statement)


def begin() -> None:
    """Gather from now on, from every engine of this process."""

    @sa.event.listens_for(sa.Engine, "before_cursor_execute")
    def _of_engine(connection: sa.Connection, cursor: Any, statement: str, *_: Any) -> None:
        driver: Any = connection.connection.driver_connection
        _take(statement, driver._params.user)  # asyncpg tells its user only in its log records

    def _of_driver(record: Any) -> None:
        _take(record.query, record.conn_params.user)

    @sa.event.listens_for(sa.Pool, "connect")
    def _connected(connection: Any, record: Any) -> None:
        if isinstance(driver := connection.driver_connection, asyncpg.Connection):
            driver.add_query_logger(_of_driver)
