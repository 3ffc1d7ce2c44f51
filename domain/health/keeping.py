"""Keeping the health of a venture: read what is known in one statement, settle, store, and tell each change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

import orjson
import sqlalchemy as sa

from domain.calendars.reading import CALENDAR, laid_out
from domain.calendars.working_days import WorkingCalendar
from domain.health.health import FiringAlert, HealthFacts, HealthState, NextMilestone, health_of, next_change
from domain.health.settling import Kept, Override, next_settling, settle
from domain.health.tables import Health, HealthCause, HealthChange
from domain.kernel.outward import stored_row
from domain.kernel.storing import store_computed
from domain.kernel.tables import Scope
from domain.kernel.work import Work

HEALTH: Final[sa.Table] = Health.__table__  # type: ignore[attr-defined]  # set by the mapper

_FACTS: Final = sa.text(f"""
    SELECT v.archived_at, v.stage, {CALENDAR} AS calendar,
        h.computed_state, h.reasons, h.since, h.improving_since, h.override_state, h.override_reason, h.override_until,
        h.overridden_at, h.overridden_by,
        e.cpi, e.spi_t, y.months, COALESCE(y.state = 'cash_generating', false) AS cash_generating,
        (SELECT json_build_array(m.id, m.due_on, m.baseline_start_on, m.baseline_due_on, f.p50_on, f.p80_on)
            FROM milestone m LEFT JOIN forecast f ON f.tenant_id = :tenant AND f.milestone_id = m.id
            WHERE m.tenant_id = :tenant AND m.venture_id = v.id AND m.key AND m.archived_at IS NULL
                AND m.status NOT IN ('done', 'cancelled')
            ORDER BY m.due_on NULLS LAST, m.id LIMIT 1) AS milestone,
        array_to_json(ARRAY(SELECT json_build_array(a.id, a.subject_id, a.severity = 'critical', a.fired_at,
                a.acknowledged_at IS NOT NULL)
            FROM alert a WHERE a.tenant_id = :tenant AND a.venture_id = v.id AND a.state = 'firing'
                AND a.severity <> 'info' AND a.fired_at IS NOT NULL
                AND COALESCE(a.withheld, '') NOT IN ('inhibited', 'shadow', 'accepted') ORDER BY a.id)) AS alerts
    FROM venture v
    LEFT JOIN health h ON h.tenant_id = :tenant AND h.venture_id = v.id
    LEFT JOIN earned_value e ON e.tenant_id = :tenant AND e.subject_id = v.id
    LEFT JOIN runway y ON y.tenant_id = :tenant AND y.venture_id = v.id
    WHERE v.tenant_id = :tenant AND v.id = :venture""")


@dataclass(frozen=True)
class Looked:
    """What a look has come to: what is kept now, whether what is shown is another, and when to look again."""

    kept: Kept
    changed: bool
    next: datetime | None


async def keep_health(work: Work, venture_id: UUID, said: Callable[[Kept], Kept] | None = None) -> Looked | None:
    """Look at a venture's health now, and keep what it is; `said` is what a member makes of it. None: it is archived.

    The caller holds the guard of the venture's monitor, so no two look at once.
    """
    row = (await work.session.execute(_FACTS, {"tenant": work.tenant_id, "venture": venture_id})).first()
    if row is None or row.archived_at is not None:
        return None
    facts = _facts(row)
    found, reasons = health_of(facts, work.now)
    before = _kept(row)
    settled = settle(before, found, [reason.stored() for reason in reasons], work.now)
    after = settled if said is None else said(settled)
    if after != before:
        await _store(work, venture_id, after)
    changed = before is not None and (before.shown, before.computed) != (after.shown, after.computed)
    if before is not None and changed:
        _tell(work, venture_id, before, after)
    instants = [at for at in (next_change(facts, work.now), next_settling(after)) if at is not None]
    return Looked(after, changed or before is None, min(instants, default=None))


async def _store(work: Work, venture_id: UUID, kept: Kept) -> None:
    said = kept.override
    values = {
        "state": kept.shown,
        "computed_state": kept.computed,
        "reasons": list(kept.reasons),
        "since": kept.since,
        "improving_since": kept.improving_since,
        "override_state": None if said is None else said.state,
        "override_reason": None if said is None else said.reason,
        "override_until": None if said is None else said.until,
        "overridden_at": None if said is None else said.at,
        "overridden_by": None if said is None else said.by,
        "computed_at": work.now,
    }
    await store_computed(work, HEALTH, {"venture_id": venture_id}, values)


def _tell(work: Work, venture_id: UUID, before: Kept, after: Kept) -> None:
    """One row and one event for a change of what is shown or of what follows from the facts."""
    cause = HealthCause.COMPUTED
    if after.override is not None and after.override != before.override:
        cause = HealthCause.OVERRIDDEN
    elif before.override is not None and after.override is None:
        cause = HealthCause.OVERRIDE_ENDED
    change = work.new(
        HealthChange,
        venture_id=venture_id,
        state=after.shown,
        former_state=before.shown,
        computed_state=after.computed,
        cause=cause,
        reasons=list(after.reasons),
        changed_at=work.now,
        overridden_by=None if after.override is None else after.override.by,
    )
    work.emit("venture.health_changed", ("venture", venture_id), stored_row(change), scope=Scope(venture_id=venture_id))


def _kept(row: Any) -> Kept | None:  # Any: a row of the statement above
    if row.computed_state is None:
        return None
    override = None
    if row.override_state is not None:
        state = HealthState(row.override_state)
        override = Override(state, row.override_reason, row.override_until, row.overridden_at, row.overridden_by)
    return Kept(HealthState(row.computed_state), row.reasons, row.since, row.improving_since, override)


def _facts(row: Any) -> HealthFacts:  # Any: a row of the statement above
    return HealthFacts(
        row.stage in ("closing", "closed"),
        _milestone(row.milestone, laid_out(row.calendar)),
        row.spi_t,
        row.cpi,
        row.cash_generating,
        None if row.months is None else Decimal(row.months),
        tuple(_alert(*values) for values in orjson.loads(row.alerts)),
    )


def _milestone(stored: bytes | str | None, calendar: WorkingCalendar) -> NextMilestone | None:
    if stored is None:
        return None
    id, *texts = orjson.loads(stored)
    due, start, baseline_due, p50, p80 = (None if text is None else date.fromisoformat(text) for text in texts)

    def late(day: date | None) -> int | None:
        return None if due is None or day is None else calendar.count(due, day)

    planned = None
    if start is not None and baseline_due is not None:
        planned = calendar.count(date.fromordinal(start.toordinal() - 1), baseline_due)
    return NextMilestone(UUID(id), planned, late(p50), late(p80))


def _alert(id: str, subject_id: str, is_critical: bool, fired_at: str, is_acknowledged: bool) -> FiringAlert:
    return FiringAlert(UUID(id), UUID(subject_id), is_critical, datetime.fromisoformat(fired_at), is_acknowledged)
