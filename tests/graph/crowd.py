"""Many tenants with many rows each, filled by the database itself, so that the planner has something to choose."""

from __future__ import annotations

import hashlib
from pathlib import Path
from uuid import UUID

import asyncpg

_SCRIPT = Path(__file__).with_name("crowd.sql")


def crowd_id(kind: str, tenant: int, number: int) -> UUID:
    """The id of a row of the crowd; tenants themselves are of the kind `tenant` and the number 0."""
    return UUID(hashlib.md5(f"{kind}.{tenant}.{number}".encode(), usedforsecurity=False).hexdigest())


async def fill_crowd(
    owner: asyncpg.Connection, like: UUID, first: int, last: int, risks: int, ventures: int = 50
) -> None:
    """Tenants number `first` to `last`, like an existing one, with so many risks and half as many of the rest each.

    `owner` is a connection that no policy holds back, of a superuser, since foreign keys are not looked at.
    """
    text = _SCRIPT.read_text()
    given = {"first": first, "last": last, "risks": risks, "ventures": ventures, "like": f"'{like}'"}
    for name, value in given.items():
        text = text.replace(f":{name}", str(value))
    async with owner.transaction():
        await owner.execute("SET LOCAL session_replication_role = replica")
        await owner.execute(text)
    await owner.execute("VACUUM ANALYZE")
