"""Signed places of the chain: who has the database, but not the key ring, cannot make one.

The head is signed once a day, so that a log that was written anew from some entry on is told from the one that was.
What retention takes away leaves a signed start, from which the chain is verified on.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert as upsert

from domain.auditing.chain import Place
from domain.auditing.finding import SEAL
from domain.kernel.machinery import AuditCheckpoint, CheckpointKind
from domain.kernel.work import Work

CHECKPOINT: Final[sa.Table] = AuditCheckpoint.__table__  # type: ignore[attr-defined]  # set by the mapper
HEADS_EVERY: Final = timedelta(days=1)
_PURPOSE: Final = "audit checkpoints"


async def keep_place(work: Work, kind: CheckpointKind, place: Place) -> None:
    """Sign a place and keep it; one that is kept already stays."""
    row = {
        "tenant_id": work.tenant_id,
        "number": place.number,
        "kind": kind,
        "hash": place.hash,
        "at": work.now,
        "signature": work.runtime.keys.sign(_PURPOSE, _message(work, kind, place.number, place.hash)),
    }
    await work.session.execute(upsert(CHECKPOINT).values(row).on_conflict_do_nothing())


def is_signed(work: Work, row: Any) -> bool:
    """Whether a row of `audit_checkpoint` was signed by this installation."""
    return work.runtime.keys.signed(_PURPOSE, _message(work, row.kind, row.number, row.hash), row.signature)


async def start_of(work: Work) -> Place:
    """Where the chain begins: behind what retention has taken away; a start that nobody has signed is none."""
    statement = (
        sa.select(CHECKPOINT)
        .where(CHECKPOINT.c.tenant_id == work.tenant_id, CHECKPOINT.c.kind == CheckpointKind.START)
        .order_by(CHECKPOINT.c.number.desc())
    )
    for row in await work.session.execute(statement):
        if is_signed(work, row):
            return Place(row.number, row.hash)
    return Place()


async def keep_head(work: Work) -> Place | None:
    """Sign the head where that was not done for a day. Answers it, or None where nothing is new."""
    latest = sa.select(sa.func.max(CHECKPOINT.c.at)).where(
        CHECKPOINT.c.tenant_id == work.tenant_id, CHECKPOINT.c.kind == CheckpointKind.HEAD
    )
    signed_at = (await work.session.execute(latest)).scalar_one()
    if signed_at is not None and signed_at > work.now - HEADS_EVERY:
        return None
    newest = (
        sa.select(SEAL.c.number, SEAL.c.hash)
        .where(SEAL.c.tenant_id == work.tenant_id)
        .order_by(SEAL.c.number.desc())
        .limit(1)
    )
    head = (await work.session.execute(newest)).one_or_none()
    if head is None:
        return None
    place = Place(head.number, head.hash)
    await keep_place(work, CheckpointKind.HEAD, place)
    return place


def _message(work: Work, kind: str, number: int, hash: str) -> bytes:
    return f"{work.tenant_id}\n{kind}\n{number}\n{hash}".encode()
