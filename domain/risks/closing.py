"""Ending alerts by a command: the rule was switched off, or what they are about was archived."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import sqlalchemy as sa
from sqlmodel import col

from domain.kernel.editing import when_archived
from domain.kernel.tables import Entity
from domain.kernel.work import Work
from domain.risks.alert_tables import Alert
from domain.risks.alerts import apply_outcome, flapping_of, naming_of, state_of, surroundings_of
from domain.risks.monitoring.alert import ResolvedReason, State
from domain.risks.monitoring.lifecycle import close

BELOW: Final[Mapping[str, str]] = {
    "risk": "SELECT a.id FROM response_action a JOIN response x ON x.tenant_id = :tenant AND x.id = a.response_id "
    "WHERE a.tenant_id = :tenant AND x.risk_id = :id",
    "competitor": "SELECT e.id FROM competitor_event e WHERE e.tenant_id = :tenant AND e.competitor_id = :id",
    "issue": "SELECT a.id FROM response_action a WHERE a.tenant_id = :tenant AND a.issue_id = :id",
    "response": "SELECT a.id FROM response_action a WHERE a.tenant_id = :tenant AND a.response_id = :id",
    "team": "SELECT p.id FROM team_member p WHERE p.tenant_id = :tenant AND p.team_id = :id",
    "role_requirement": "SELECT h.id FROM role_holder h WHERE h.tenant_id = :tenant AND h.role_requirement_id = :id",
    "milestone": "SELECT v.id FROM review v WHERE v.tenant_id = :tenant AND v.milestone_id = :id",
}
"""Subjects that go out of sight with what is archived, by its word."""


async def close_alerts(work: Work, reason: ResolvedReason, *conditions: Any) -> None:
    """Resolve the open alerts that meet the conditions, in this transaction; pending ones just go."""
    statement = (
        sa.select(Alert)
        .where(col(Alert.tenant_id) == work.tenant_id, col(Alert.state) != State.RESOLVED, *conditions)
        .order_by(col(Alert.id))
        .with_for_update(key_share=True)
    )
    rows = list((await work.session.execute(statement)).scalars())
    for row in rows:
        naming = await naming_of(work, row)
        flapping = await flapping_of(work, row.rule, row.subject_id)
        outcome = close(state_of(row), reason, work.now, await surroundings_of(work, row, naming), flapping)
        await apply_outcome(work, row, outcome, naming, flapping)
    await work.mark("monitor", [row.venture_id for row in rows])


@when_archived
async def close_alerts_of_archived(work: Work, entity: Entity) -> None:
    """What is archived has no alerts: they are resolved with it."""
    if entity.word == "venture":
        await work.guard(f"monitor:{entity.id.hex}")
        await close_alerts(work, ResolvedReason.SUBJECT_ARCHIVED, col(Alert.venture_id) == entity.id)
        return
    venture_id = entity.scope.venture_id
    if venture_id is None or entity.word in ("rule", "silence"):
        return
    # A look that is under way has read its facts before this: it ends first, so that it cannot open them anew.
    await work.guard(f"monitor:{venture_id.hex}")
    ids = [entity.id]
    if entity.word in BELOW:
        found = await work.session.execute(sa.text(BELOW[entity.word]), {"tenant": work.tenant_id, "id": entity.id})
        ids += [row.id for row in found]
    subjects = sa.any_(sa.literal(ids, sa.ARRAY(sa.Uuid)))
    await close_alerts(
        work, ResolvedReason.SUBJECT_ARCHIVED, col(Alert.venture_id) == venture_id, col(Alert.subject_id) == subjects
    )
