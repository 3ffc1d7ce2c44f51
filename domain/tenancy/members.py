"""Members as others refer to them."""

from __future__ import annotations

from uuid import UUID

from domain.kernel.work import Work
from domain.tenancy.tables import Member


async def check_owner(work: Work, member_id: UUID | None, *path: str | int) -> None:
    """Raises `NotFound` at `path` (`owner_id` unless said) unless the member is there; None is nobody and is fine."""
    if member_id is not None:
        await work.get(Member, member_id, *(path or ("owner_id",)), archived=False)
