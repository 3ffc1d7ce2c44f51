"""Compiled statements: kept while they are used, and run on a connection of the tenant."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Any, Final

import asyncpg
from sqlalchemy.exc import TimeoutError as PoolTimeout

from domain.kernel.errors import Busy
from domain.kernel.runtime import Runtime
from graph.errors import BadInput, TooSlow
from graph.frames import Build
from graph.request import Read, Request

MOST_KEPT: Final = 1_000
MOST_TEXT: Final = 32 * 2**20
"""The most characters of SQL that are kept."""


@dataclass(frozen=True)
class Statement:
    """One SELECT of one row: its text, how its parameters are taken from a request, and its columns' response keys."""

    sql: str
    reads: Sequence[Read]
    keys: Sequence[str] = ()

    @classmethod
    def of(cls, build: Build, expressions: Sequence[str], source: str = "", keys: Sequence[str] = ()) -> Statement:
        """The statement of the expressions of a finished build. `$1` is named so that it is always there."""
        tables = f" FROM {source}" if source else ""
        return cls(f"SELECT {', '.join(expressions)}{tables} WHERE $1::uuid IS NOT NULL", tuple(build.reads), keys)


class Statements:
    """The statements used last, by what they were compiled for; bounded in number and text."""

    def __init__(self, most: int = MOST_KEPT, text: int = MOST_TEXT) -> None:
        self._most = most
        self._text = text
        self._size = 0
        self._shapes: OrderedDict[Hashable, Sequence[Read]] = OrderedDict()
        self._kept: OrderedDict[Hashable, Statement] = OrderedDict()

    def __len__(self) -> int:
        """How many are kept."""
        return len(self._kept)

    def obtain(self, key: Hashable, request: Request, compile: Callable[[Build], Statement]) -> Statement:
        """The kept statement of a key and a request of the same shape, else the one that `compile` makes."""
        shape = self._shapes.get(key)
        if shape is not None:
            self._shapes.move_to_end(key)
            found = self._kept.get(whole := (key, tuple(read(request) for read in shape)))
            if found is not None:
                self._kept.move_to_end(whole)
                return found
        build = Build(request)
        statement = compile(build)
        self._keep(key, build, statement)
        return statement

    def _keep(self, key: Hashable, build: Build, statement: Statement) -> None:
        self._shapes[key] = tuple(build.shape)
        whole = (key, tuple(read(build.request) for read in build.shape))
        self._kept[whole] = statement
        self._size += len(statement.sql)
        while len(self._kept) > self._most or self._size > self._text:
            _, dropped = self._kept.popitem(last=False)
            self._size -= len(dropped.sql)
        while len(self._shapes) > self._most:
            self._shapes.popitem(last=False)


Lent = AbstractAsyncContextManager[Any]
"""A connection of the driver's, in a transaction of the tenant."""


async def run(runtime: Runtime, request: Request, statement: Statement, lent: Lent | None = None) -> Sequence[Any]:
    """The one row of a statement, over a connection that is lent or else within the usual time over one of the pool.

    Raises `BadInput` for values that PostgreSQL cannot take, `TooSlow` at the time limit, and `Busy`.
    """
    arguments = [read(request) for read in statement.reads]
    try:
        async with lent or runtime.database.reading(request.tenant_id) as connection:
            row: Sequence[Any] = await connection.fetchrow(statement.sql, *arguments)
            return row
    except asyncpg.QueryCanceledError:
        raise TooSlow from None
    except (asyncpg.DataError, asyncpg.exceptions.DataError) as error:
        raise BadInput("a value is out of range") from error
    except asyncpg.exceptions.ProgramLimitExceededError as error:
        raise BadInput("the query is too complex; ask for less at once") from error
    except (
        PoolTimeout,
        asyncpg.PostgresConnectionError,
        asyncpg.exceptions.InsufficientResourcesError,
        OSError,
    ) as error:
        raise Busy("the database cannot answer at this moment; try again") from error
