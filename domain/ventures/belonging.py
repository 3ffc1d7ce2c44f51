"""What one thing of a venture names must be of the same venture."""

from __future__ import annotations

from typing import TypeVar
from uuid import UUID

from domain.kernel.errors import Invalid
from domain.kernel.tables import Entity
from domain.kernel.work import Work

E = TypeVar("E", bound=Entity)


async def get_of_venture(
    work: Work, table: type[E], id: UUID, venture_id: UUID | None, *path: str | int, message: str
) -> E:
    """The row of an id that stands at `path` in the input, not archived. Raises `NotFound` as `work.get` does.

    And `Invalid` with this message where it is of another venture.
    """
    row = await work.get(table, id, *path, archived=False)
    if row.scope.venture_id != venture_id:
        raise Invalid.at(*path, message=message)
    return row
