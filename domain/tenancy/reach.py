"""How far a caller's word goes: nobody gives away more than they have themselves."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

import sqlalchemy as sa

from domain.kernel.errors import Forbidden, NotFound
from domain.kernel.principal import Role
from domain.kernel.tables import metadata
from domain.kernel.work import Work


def check_role(work: Work, role: Role, whose: str = "this role") -> None:
    """Raises `Forbidden` for a role above the caller's own."""
    if role.rank < work.principal.role.rank:
        raise Forbidden(f"{whose} ({role}) is above your own ({work.principal.role}): you cannot give or change it")


def check_unrestricted(work: Work) -> None:
    """Raises `Forbidden` for a caller who may see only some ventures."""
    if work.principal.venture_ids is not None:
        raise Forbidden("who is restricted to some ventures cannot administer what concerns all of them")


def within_reach(work: Work, venture_ids: Sequence[UUID] | None) -> bool:
    """Whether what reaches these ventures, or all, reaches no further than the caller."""
    own = work.principal.venture_ids
    return own is None or (venture_ids is not None and own.issuperset(venture_ids))


def check_reach(work: Work, venture_ids: Sequence[UUID] | None, what: str) -> None:
    """Raises `Forbidden` for what reaches ventures that the caller may not see."""
    if not within_reach(work, venture_ids):
        raise Forbidden(f"{what} reaches ventures that you may not see: you cannot give or change it")


async def check_ventures(work: Work, venture_ids: Sequence[UUID] | None, *path: str | int) -> list[UUID] | None:
    """The ventures that something is to be restricted to, each once. None is all.

    Raises `NotFound` for one that is not there or not the caller's to see, `Forbidden` where the caller is restricted
    and all are asked for.
    """
    own = work.principal.venture_ids
    if venture_ids is None:
        if own is not None:
            raise Forbidden("who is restricted to some ventures must say which of them is meant: venture_ids")
        return None
    wanted = list(dict.fromkeys(venture_ids))
    venture = metadata.tables["venture"]
    statement = sa.select(venture.c.id).where(venture.c.tenant_id == work.tenant_id, venture.c.id.in_(wanted))
    there = set((await work.session.execute(statement)).scalars()) if wanted else set()
    for position, venture_id in enumerate(venture_ids):
        if venture_id not in there or (own is not None and venture_id not in own):
            raise NotFound.at(*(path or ("venture_ids",)), position, what="venture")
    return wanted
