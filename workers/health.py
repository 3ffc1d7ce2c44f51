"""What the sender keeps of an endpoint's health: failures in a row, since when, and until when it is left alone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from domain.kernel.work import Work
from domain.webhooks.breaker import pause_after
from domain.webhooks.retries import Outcome, Verdict

_HELD = sa.text(
    "SELECT id, failures, failing_since, not_before FROM endpoint_health "
    "WHERE tenant_id = :tenant AND id = ANY(CAST(:ids AS uuid[])) ORDER BY id FOR NO KEY UPDATE"
)

_KEEP = sa.text(
    "INSERT INTO endpoint_health (tenant_id, id, failures, failing_since, not_before, last_success_at) "
    "SELECT :tenant, given.* FROM unnest(CAST(:ids AS uuid[]), CAST(:failures AS integer[]), "
    "CAST(:sinces AS timestamptz[]), CAST(:not_befores AS timestamptz[]), CAST(:successes AS timestamptz[])) AS given "
    "ON CONFLICT (tenant_id, id) DO UPDATE SET failures = excluded.failures, failing_since = excluded.failing_since, "
    "not_before = excluded.not_before, "
    "last_success_at = coalesce(excluded.last_success_at, endpoint_health.last_success_at)"
)


async def keep_health(work: Work, outcomes: Sequence[tuple[UUID, Outcome]]) -> dict[UUID, datetime | None]:
    """Keep what outcomes say of their endpoints, in their order. Answers since when each has seen but failure."""
    of_endpoint: dict[UUID, list[Outcome]] = {}
    for endpoint_id, outcome in outcomes:
        of_endpoint.setdefault(endpoint_id, []).append(outcome)
    if not of_endpoint:
        return {}
    ids = sorted(of_endpoint)
    rows = await work.session.execute(_HELD, {"tenant": work.tenant_id, "ids": ids})
    held = {row.id: row for row in rows}
    kept = [_after(held.get(id), of_endpoint[id], work.now) for id in ids]
    values: dict[str, Any] = {"tenant": work.tenant_id, "ids": ids}
    for place, name in enumerate(("failures", "sinces", "not_befores", "successes")):
        values[name] = [one[place] for one in kept]
    await work.session.execute(_KEEP, values)
    return {id: since for id, (_, since, _, _) in zip(ids, kept, strict=True)}


def _after(
    held: Any, outcomes: Sequence[Outcome], now: datetime
) -> tuple[int, datetime | None, datetime | None, datetime | None]:
    """Failures in a row, since when, until when it is left alone, and the success among the outcomes."""
    failures = 0 if held is None else held.failures or 0
    since = None if held is None else held.failing_since
    not_before = None if held is None else held.not_before
    success = None
    for outcome in outcomes:
        if outcome.verdict is Verdict.DELIVERED:
            failures, since, not_before, success = 0, None, None, now
            continue
        failures, since = failures + 1, since or now
        pause = pause_after(failures, outcome.slow)
        until = [not_before, outcome.not_before, None if pause is None else now + pause]
        not_before = max((one for one in until if one is not None), default=None)
    return failures, since, not_before, success
