"""Which failures mean that the database cannot be had at this moment: to be tried again, and no fault of ours to log.

An answer says so with 503, and a worker waits: also while the database starts or recovers, which it tells in words of
its own.
"""

from __future__ import annotations

import asyncpg
from sqlalchemy.exc import DBAPIError, EmulatedDBAPIException
from sqlalchemy.exc import TimeoutError as PoolTimeout

from domain.kernel.connections import ENDED
from domain.kernel.errors import Busy
from domain.kernel.sqlerrors import refusal_of

_OUTAGES = (
    *ENDED,
    OSError,
    PoolTimeout,
    asyncpg.OperatorInterventionError,
    asyncpg.TooManyConnectionsError,
)
"""What the driver raises where no connection can be had, or the one at hand has ended."""


def is_outage(error: BaseException) -> bool:
    """Whether an error means that the database cannot be reached."""
    if isinstance(error, Busy):
        return True
    if isinstance(error, DBAPIError):
        try:
            return isinstance(refusal_of(error), Busy)
        except DBAPIError:
            return False
    if isinstance(error, EmulatedDBAPIException):  # of a pool that is asked for a connection without its engine
        error = error.driver_exception
    return isinstance(error, _OUTAGES)
