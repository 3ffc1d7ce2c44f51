"""What the installation knows of how a member signs in, as lines of an archive; nothing by which one could sign in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final
from uuid import UUID

import orjson
import sqlalchemy as sa
from sqlmodel import col

from domain.identity.tables import Identity, Session, User
from domain.kernel.outward import outward
from domain.kernel.runtime import Runtime
from domain.kernel.work import Work
from domain.tenancy.tables import Member

_TOLD: Final[Mapping[str, tuple[str, ...]]] = {
    "user": ("id", "email", "email_verified", "name", "created_at"),
    "identity": ("issuer", "subject", "created_at"),
    "session": ("id", "issuer", "created_at", "last_used_at", "expires_at", "user_agent"),
}
"""What is told of each table: no hash, token or claim."""


async def signed_in_lines(runtime: Runtime, work: Work, member_id: UUID) -> list[tuple[str, list[bytes]]]:
    """The lines of each table that has some: the user behind a member, its identities, its sessions in the tenant."""
    member = await work.get(Member, member_id)
    if member.user_id is None:
        return []
    statements: tuple[tuple[str, sa.Select[Any]], ...] = (
        ("user", sa.select(User).where(col(User.id) == member.user_id)),
        ("identity", sa.select(Identity).where(col(Identity.user_id) == member.user_id)),
        (
            "session",
            sa.select(Session).where(col(Session.user_id) == member.user_id, col(Session.tenant_id) == work.tenant_id),
        ),
    )
    async with runtime.database.engine("auth").connect() as connection:
        found = [(name, (await connection.execute(statement)).all()) for name, statement in statements]
    return [(name, _lines(name, rows)) for name, rows in found if rows]


def _lines(name: str, rows: Sequence[Any]) -> list[bytes]:
    prefixes = {"id": name}
    return [
        orjson.dumps(
            {member: outward(getattr(row, member), prefixes.get(member, "")) for member in _TOLD[name]},
            option=orjson.OPT_APPEND_NEWLINE,
        )
        for row in rows
    ]
