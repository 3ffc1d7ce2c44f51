"""The tenant's dense numbers. Who holds a counter's row gives the numbers; there is never a second."""

from __future__ import annotations

import sqlalchemy as sa

from domain.kernel.work import Work


async def lock_counter(work: Work, name: str) -> int | None:
    """The counter's value, held until the transaction's end; None where another worker holds it.

    A tenant that is gone gets none: nothing of it comes back.
    """
    key = {"tenant": work.tenant_id, "name": name}
    locked = sa.text(
        "SELECT value FROM tenant_counter WHERE tenant_id = :tenant AND name = :name FOR NO KEY UPDATE SKIP LOCKED"
    )
    row = (await work.session.execute(locked, key)).first()
    if row is not None:
        return int(row.value)
    made = await work.session.execute(
        sa.text(
            "INSERT INTO tenant_counter (tenant_id, name, value) "
            "SELECT CAST(:tenant AS uuid), :name, 0 FROM tenant WHERE tenant.id = :tenant FOR KEY SHARE "
            "ON CONFLICT DO NOTHING RETURNING value"
        ),
        key,
    )
    return 0 if made.first() is not None else None


async def set_counter(work: Work, name: str, value: int) -> None:
    """Store the last number that was given."""
    await work.session.execute(
        sa.text("UPDATE tenant_counter SET value = :value WHERE tenant_id = :tenant AND name = :name"),
        {"tenant": work.tenant_id, "name": name, "value": value},
    )
