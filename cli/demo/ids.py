"""Ids that are the same on every installation: a fixed time, a number, and bits from a seed."""

from __future__ import annotations

from datetime import UTC, datetime
from hashlib import blake2b
from typing import Any, Final
from uuid import UUID

import sqlalchemy as sa

from domain.kernel.ids import uuid7_at
from domain.kernel.tables import Identified, Kind
from domain.kernel.work import Work

_BEGINNING: Final = int(datetime(2026, 1, 5, tzinfo=UTC).timestamp() * 1000)
_BITS: Final = (1 << 74) - 1


def seeded_id(seed: str, number: int) -> UUID:
    """The id of a number in a seed's row of ids: UUIDv7s that rise with the number."""
    digest = blake2b(f"{seed}:{number}".encode(), digest_size=10).digest()
    return uuid7_at(_BEGINNING + number, int.from_bytes(digest) & _BITS)


class SeededIds:
    """Gives every entity and fact that joins a unit of work the next id of a seed, whichever code made it.

    Events, audit entries and the rest of the machinery keep ids of the moment: their partitions are cut by it.
    """

    def __init__(self, seed: str) -> None:
        self._seed = seed
        self._number = 0

    def give_to(self, work: Work) -> None:
        """From now on, in this unit of work."""
        sa.event.listen(work.session.sync_session, "transient_to_pending", self._give)

    def _give(self, session: Any, row: object) -> None:  # Any: the event's own signature
        if isinstance(row, Identified) and row.table_kind in (Kind.ENTITY, Kind.FACT):
            self._number += 1
            row.id = seeded_id(self._seed, self._number)
