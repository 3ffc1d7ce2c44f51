"""Storing what came of an attempt: the delivery, its attempt, and what is known of the endpoint's health."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert as upsert

from domain.kernel.work import Work
from domain.webhooks.matching import TEST
from domain.webhooks.retries import Outcome, Verdict, next_attempt
from domain.webhooks.tables import Attempt, DeliveryState, EndpointHealth
from workers.claims import Claim, LeaseLost
from workers.outbound import Answer

HEALTH: sa.Table = EndpointHealth.__table__  # type: ignore[attr-defined]  # set by the mapper


class Sent(Protocol):
    """What was sent: `workers.deliveries.Parcel`."""

    @property
    def claim(self) -> Claim:
        """The claim on the delivery."""

    @property
    def endpoint(self) -> Any:
        """Its endpoint."""

    @property
    def event_type(self) -> str:
        """The event's type."""


async def store(work: Work, sent: Sent, answer: Answer, outcome: Outcome, at: datetime) -> datetime | None:
    """Store an attempt. Answers since when the endpoint has seen nothing but failure. Raises `LeaseLost`."""
    due = next_attempt(sent.claim.key, sent.claim.attempts, outcome, work.now)
    await _finish(work, sent.claim, answer, _state(outcome, due), due)
    work.new(
        Attempt,
        delivery_id=sent.claim.key,
        endpoint_id=sent.endpoint.id,
        attempt_number=sent.claim.attempts,
        at=at,
        status=answer.status,
        latency_ms=answer.latency_ms,
        error=answer.error,
        answer=answer.excerpt,
    )
    if sent.event_type == TEST and outcome.verdict is not Verdict.DELIVERED:
        return None  # a test that fails says nothing of the endpoint's days
    return await _keep_health(work, sent.endpoint.id, outcome)


def _state(outcome: Outcome, due: datetime | None) -> DeliveryState:
    if outcome.verdict is Verdict.DELIVERED:
        return DeliveryState.DELIVERED
    return DeliveryState.FAILED if due is None else DeliveryState.PENDING


async def _finish(work: Work, claim: Claim, answer: Answer, state: DeliveryState, due: datetime | None) -> None:
    statement = sa.text(
        "UPDATE delivery SET lease = NULL, due = :due, state = :state, finished_at = :finished, "
        "last_status = :status, last_error = :error "
        "WHERE tenant_id = :tenant AND id = :id AND lease = :lease RETURNING id"
    ).bindparams(
        sa.bindparam("due", type_=sa.DateTime(timezone=True)),
        sa.bindparam("finished", type_=sa.DateTime(timezone=True)),
        sa.bindparam("status", type_=sa.Integer),
        sa.bindparam("error", type_=sa.Text),
    )
    values = {
        "tenant": work.tenant_id,
        "id": claim.key,
        "lease": claim.lease,
        "due": due,
        "state": str(state),
        "finished": work.now if due is None else None,
        "status": answer.status,
        "error": answer.error,
    }
    if (await work.session.execute(statement, values)).first() is None:
        raise LeaseLost(f"delivery {claim.key}")


async def _keep_health(work: Work, endpoint_id: UUID, outcome: Outcome) -> datetime | None:
    good = outcome.verdict is Verdict.DELIVERED
    statement = upsert(HEALTH).values(
        tenant_id=work.tenant_id,
        id=endpoint_id,
        failing_since=None if good else work.now,
        last_success_at=work.now if good else None,
        not_before=outcome.not_before,
    )
    given = statement.excluded
    changes: dict[str, Any] = (
        {"failing_since": None, "last_success_at": given.last_success_at, "not_before": None}
        if good
        else {
            "failing_since": sa.func.coalesce(HEALTH.c.failing_since, given.failing_since),
            "not_before": sa.func.greatest(HEALTH.c.not_before, given.not_before),
        }
    )
    kept = statement.on_conflict_do_update(index_elements=["tenant_id", "id"], set_=changes)
    row = (await work.session.execute(kept.returning(HEALTH.c.failing_since))).one()
    return row.failing_since  # type: ignore[no-any-return]  # a column's value
