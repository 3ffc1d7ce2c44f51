"""Members as others refer to them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID

from domain.kernel.editing import apply
from domain.kernel.work import Work
from domain.tenancy.tables import Member

Renamed = Callable[[Work, Member, str], Awaitable[None]]
_when_renamed: list[Renamed] = []


def when_renamed(act: Renamed) -> Renamed:
    """Declare what follows where a member gets another name, in the same transaction; it is given the former one."""
    _when_renamed.append(act)
    return act


async def apply_to_member(work: Work, member: Member, changes: dict[str, Any]) -> None:
    """Set the given fields of a member, whose row is held; what bears the member's name follows."""
    former = member.name
    apply(member, changes)
    if member.name != former:
        for act in _when_renamed:
            await act(work, member, former)


async def check_owner(work: Work, member_id: UUID | None, *path: str | int) -> None:
    """Raises `NotFound` at `path` (`owner_id` unless said) unless the member is there; None is nobody and is fine."""
    if member_id is not None:
        await work.get(Member, member_id, *(path or ("owner_id",)), archived=False)
