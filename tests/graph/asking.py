"""Reading in tests as the interface does, without HTTP: a text and variables in, plain data out; statements counted."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from typing import Any

import orjson

from api.graphql.asking import Asked
from api.graphql.running import Engine
from domain.kernel.principal import Principal
from domain.kernel.runtime import Runtime


@dataclass
class Reader:
    """One caller. `sent` are the statements that went to PostgreSQL, with their arguments."""

    runtime: Runtime
    engine: Engine
    principal: Principal
    sent: list[tuple[str, tuple[Any, ...]]] = field(default_factory=list)
    cost: int = 0
    "What the latest operation was said to cost."

    async def __call__(self, text: str, /, **variables: Any) -> Any:
        """The data. Raises what the interface would refuse with; errors met while running fail the test."""
        prepared = self.engine.prepare(Asked(text, None, variables), get=False)
        self.cost = prepared.cost
        answered = await self.engine.run(self.principal, prepared, "test")
        assert not answered.errors, answered.errors
        return orjson.loads(orjson.dumps(answered.data))

    def as_(self, principal: Principal) -> Reader:
        """Another caller."""
        return replace(self, principal=principal)


def watch(runtime: Runtime, sent: list[tuple[str, tuple[Any, ...]]], rewrite: Any = None) -> None:
    """Keep what is sent through `runtime.database.reading`, and send it as `rewrite` has it."""
    reading = runtime.database.reading

    class Watched:
        def __init__(self, connection: Any) -> None:
            self._connection = connection

        async def fetchrow(self, sql: str, *arguments: Any) -> Any:
            sent.append((sql, arguments))
            return await self._connection.fetchrow(rewrite(sql) if rewrite else sql, *arguments)

        async def fetch(self, sql: str, *arguments: Any) -> Any:
            return await self._connection.fetch(sql, *arguments)

    @asynccontextmanager
    async def watched(*arguments: Any, **options: Any) -> Any:
        async with reading(*arguments, **options) as connection:
            yield Watched(connection)

    runtime.database.reading = watched  # type: ignore[method-assign]  # for the test's length
