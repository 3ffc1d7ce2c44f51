"""Verifying a tenant's audit log: its chain from the signed start on, its personal values, and what is known elsewhere.

It is read in slices of which each is a short transaction, so a log of any length takes the same memory; a long one is
gone through in several calls, each of which begins where the one before ended.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final
from uuid import UUID

import sqlalchemy as sa

from domain.auditing.chain import Chain, Fault, Finding, Link, Place
from domain.auditing.checkpoints import CHECKPOINT, is_signed, start_of
from domain.auditing.finding import ENTRY, PERSONAL, SEAL
from domain.auditing.personal import altered, erased
from domain.kernel.ids import first_id_of
from domain.kernel.principal import Principal
from domain.kernel.runtime import Runtime
from domain.kernel.sealing import canonical_entry, sealed_entry
from domain.kernel.work import Work, perform

SEALED_WITHIN: Final = timedelta(days=2)
"""How far back upkeep seals what nobody has sealed: an older entry without a seal was put in."""

MOST_AT_ONCE: Final = 20_000
"""Entries that one call goes through at most."""

_SLICE: Final = 200
"""Entries that are hashed before others have their turn in this process."""


@dataclass(frozen=True)
class Verdict:
    """What became of a walk along the chain."""

    checked: int
    findings: Sequence[Finding]
    place: Place
    "Where it ended: the head, if it is through."
    through: bool
    "Whether it has reached the end of the chain."
    erased: int
    "Personal values that are gone, as the erasure of a person leaves them."
    waiting: int
    "Entries that are not sealed yet; known at the end of the chain."


async def verify(
    runtime: Runtime,
    tenant_id: UUID,
    *,
    begin: Place | None = None,
    anchors: Mapping[int, str] | None = None,
    limit: int = MOST_AT_ONCE,
) -> Verdict:
    """Go along the chain from a trusted place on: where it begins, unless `begin` says another.

    `anchors` are hashes by number that somebody has noted elsewhere: a log that was cut or written anew differs.
    """
    return await _Walk(runtime, Principal.worker(tenant_id), dict(anchors or {})).go(begin, limit)


class _Walk:
    def __init__(self, runtime: Runtime, principal: Principal, anchors: dict[int, str]) -> None:
        self._runtime = runtime
        self._principal = principal
        self._anchors = anchors
        self._chain = Chain()
        self._erased = 0
        self._waiting = 0

    async def go(self, begin: Place | None, limit: int) -> Verdict:
        if begin is None:
            begin = await perform(self._runtime, self._principal, start_of)
        self._chain = Chain(begin, self._anchors)
        through = False
        while not through and (self._chain.checked < limit or not self._chain.settled):
            through = await perform(self._runtime, self._principal, self._slice)
            await asyncio.sleep(0)
        if through:
            await perform(self._runtime, self._principal, self._end)
        findings = self._chain.finish()
        return Verdict(self._chain.checked, findings, self._chain.place, through, self._erased, self._waiting)

    async def _slice(self, work: Work) -> bool:
        """Take the next links. Answers whether there are no more."""
        chain = self._chain
        after = (
            sa.select(SEAL)
            .where(SEAL.c.tenant_id == work.tenant_id, SEAL.c.number > chain.place.number)
            .order_by(SEAL.c.number)
            .limit(_SLICE)
        )
        seals = (await work.session.execute(after)).all()
        if not seals:
            return True
        await self._note_checkpoints(work, chain.place.number, seals[-1].number)
        ids = sa.any_(sa.literal([seal.entry_id for seal in seals], sa.ARRAY(sa.Uuid)))
        entries = {
            row.id: row
            for row in await work.session.execute(
                sa.select(ENTRY).where(ENTRY.c.tenant_id == work.tenant_id, ENTRY.c.id == ids)
            )
        }
        personal: dict[UUID, dict[str, Any]] = {}
        for row in await work.session.execute(
            sa.select(PERSONAL).where(PERSONAL.c.tenant_id == work.tenant_id, PERSONAL.c.entry_id == ids)
        ):
            personal.setdefault(row.entry_id, {})[row.field] = row
        for seal in seals:
            entry = entries.get(seal.entry_id)
            canonical = None if entry is None else canonical_entry(sealed_entry(entry))
            chain.take(Link(seal.number, seal.entry_id, seal.hash, canonical))
            if entry is not None:
                self._compare_personal(seal, entry, personal.get(entry.id, {}))
        return False

    def _compare_personal(self, seal: Any, entry: Any, personal: Mapping[str, Any]) -> None:
        for field in altered(entry, personal):
            detail = f"the value of {field} that stands apart is not the one whose hash was sealed"
            self._chain.find(Fault.PERSONAL_CHANGED, seal.number, entry.id, detail)
        self._erased += erased(entry, personal)

    async def _note_checkpoints(self, work: Work, after: int, until: int | None) -> None:
        """Have what we have signed ourselves compared as well. A forged signature is a finding of its own."""
        conditions = [CHECKPOINT.c.tenant_id == work.tenant_id, CHECKPOINT.c.number > after]
        if until is not None:
            conditions.append(CHECKPOINT.c.number <= until)
        for row in await work.session.execute(sa.select(CHECKPOINT).where(*conditions)):
            if is_signed(work, row):
                self._anchors.setdefault(row.number, row.hash)
            else:
                self._chain.find(
                    Fault.CHECKPOINT_FORGED, row.number, None, "the checkpoint is not signed by this installation"
                )

    async def _end(self, work: Work) -> None:
        """See that the chain ends where it did, and that nothing stands outside of it."""
        given = {"tenant": work.tenant_id}
        counted = (await work.session.execute(_HEAD, given)).one()
        head = self._chain.place.number
        if (counted.value or 0) > (counted.newest or 0) and (counted.value or 0) > head:
            self._chain.find(Fault.CUT, counted.value, None, f"{counted.value} entries were sealed; {head} is the last")
        await self._note_checkpoints(work, max(head, counted.newest or 0), None)
        for number in sorted(self._anchors):
            if number > max(head, counted.newest or 0):
                self._chain.find(
                    Fault.CUT, number, None, f"the hash of number {number} was noted; {head} is the last that is there"
                )
        oldest = first_id_of(datetime.now(UTC) - SEALED_WITHIN)
        self._waiting = (await work.session.execute(_UNSEALED_SINCE, given | {"oldest": oldest})).scalar_one()
        for id in (await work.session.execute(_UNSEALED_BEFORE, given | {"oldest": oldest})).scalars():
            self._chain.find(Fault.INSERTED, None, id, "the entry was never sealed, though it says that it is old")


_HEAD: Final = sa.text(
    "SELECT (SELECT c.value FROM tenant_counter c WHERE c.tenant_id = :tenant AND c.name = 'audit') AS value, "
    "(SELECT max(s.number) FROM audit_seal s WHERE s.tenant_id = :tenant) AS newest"
)
_UNSEALED: Final = (
    "audit_entry e WHERE e.tenant_id = :tenant AND NOT EXISTS "
    "(SELECT 1 FROM audit_seal s WHERE s.tenant_id = :tenant AND s.entry_id = e.id)"
)
_UNSEALED_SINCE: Final = sa.text(f"SELECT count(*) FROM {_UNSEALED} AND e.id >= :oldest")
_UNSEALED_BEFORE: Final = sa.text(f"SELECT e.id FROM {_UNSEALED} AND e.id < :oldest ORDER BY e.id LIMIT 100")
