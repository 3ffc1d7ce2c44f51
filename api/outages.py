"""Which failures mean that the database cannot be had at this moment: an answer 503, and no fault of ours to log."""

from __future__ import annotations

import asyncpg
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from domain.kernel.errors import Busy
from domain.kernel.sqlerrors import refusal_of

_OUTAGES = (
    OSError,
    PoolTimeout,
    asyncpg.InterfaceError,
    asyncpg.PostgresConnectionError,
    asyncpg.OperatorInterventionError,
    asyncpg.TooManyConnectionsError,
)
"""What the driver raises where no connection can be had, or the one at hand has ended."""


def is_outage(error: Exception) -> bool:
    """Whether an error means that the database cannot be reached."""
    if isinstance(error, DBAPIError):
        try:
            return isinstance(refusal_of(error), Busy)
        except DBAPIError:
            return False
    return isinstance(error, _OUTAGES)
