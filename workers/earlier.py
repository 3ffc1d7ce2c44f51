"""Earlier versions of what a batch of events tells of, which wait behind the place where the batch was cut.

They are looked up subject by subject, each by an index, whatever waits there. PostgreSQL may not know yet of a tenant
whose many events have just come: it takes them for none, and would read all of them for each subject. So looking gets
a moment; when that is over, all that waits is read once.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from domain.kernel.machinery import Event
from domain.kernel.sqlerrors import sqlstate_of
from domain.kernel.work import Work

EVENT: Final[sa.Table] = Event.__table__  # type: ignore[attr-defined]  # set by the mapper
MOMENT_MS = 500
"""How long looking subject by subject may take, in milliseconds: a hundred times what it usually does."""

_CANCELED: Final = "57014"


async def waiting_of(work: Work, subjects: Sequence[UUID], after: UUID) -> list[sa.Row[Any]]:
    """The due events of some subjects with ids behind `after`, by id."""
    of_tenant = (EVENT.c.tenant_id == work.tenant_id, EVENT.c.due.is_not(None), EVENT.c.id > after)
    due = sa.select(EVENT).where(*of_tenant).order_by(EVENT.c.id)
    ids = sa.literal(list(subjects), sa.ARRAY(sa.Uuid))
    wanted = sa.select(sa.func.unnest(ids).label("id")).subquery("wanted")
    behind = due.where(EVENT.c.subject_id == wanted.c.id).lateral("behind")
    each = sa.select(behind).select_from(wanted.join(behind, sa.true())).order_by(behind.c.id)
    found = await _within(work, each)
    if found is None:
        found = list(await work.session.execute(due.where(EVENT.c.subject_id == sa.any_(ids))))
    return found


async def _within(work: Work, statement: sa.Select[Any]) -> list[sa.Row[Any]] | None:
    """What a statement finds within the moment; None when that is over. The transaction goes on either way."""
    await work.session.execute(sa.text("SAVEPOINT looking"))
    await work.session.execute(sa.text(f"SET LOCAL statement_timeout = {MOMENT_MS}"))
    try:
        return list(await work.session.execute(statement))
    except DBAPIError as error:
        if sqlstate_of(error) != _CANCELED:
            raise
        return None
    finally:
        await work.session.execute(sa.text("ROLLBACK TO SAVEPOINT looking"))  # and to the usual time limit
