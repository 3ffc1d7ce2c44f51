"""Storing what came of an attempt: the delivery, its attempt, and what is known of the endpoint's health.

Plain statements, because each delivery passes here and building them anew would cost more than running them.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final, Protocol

import sqlalchemy as sa

from domain.kernel.ids import uuid7
from domain.kernel.work import Work
from domain.webhooks.events import TEST
from domain.webhooks.retries import Outcome, Verdict, next_attempt
from domain.webhooks.tables import DeliveryState
from workers.claims import Claim, LeaseLost
from workers.outbound import Answer

_INSTANT = sa.DateTime(timezone=True)

_FINISH: Final = sa.text(
    "UPDATE delivery SET lease = NULL, due = :due, state = :state, finished_at = :finished, "
    "last_status = :status, last_error = :error "
    "WHERE tenant_id = :tenant AND id = :id AND lease = :lease RETURNING id"
).bindparams(
    sa.bindparam("due", type_=_INSTANT),
    sa.bindparam("finished", type_=_INSTANT),
    sa.bindparam("status", type_=sa.Integer),
    sa.bindparam("error", type_=sa.Text),
)

_ATTEMPT: Final = sa.text(
    "INSERT INTO attempt "
    "(tenant_id, id, delivery_id, endpoint_id, attempt_number, at, status, latency_ms, error, answer) "
    "VALUES (:tenant, :id, :delivery, :endpoint, :number, :at, :status, :latency_ms, :error, :answer)"
).bindparams(
    sa.bindparam("status", type_=sa.Integer),
    sa.bindparam("error", type_=sa.Text),
    sa.bindparam("answer", type_=sa.Text),
)

_GOOD: Final = sa.text(
    "INSERT INTO endpoint_health (tenant_id, id, last_success_at) VALUES (:tenant, :endpoint, :now) "
    "ON CONFLICT (tenant_id, id) DO UPDATE "
    "SET failing_since = NULL, not_before = NULL, last_success_at = excluded.last_success_at "
    "RETURNING failing_since"
)

_BAD: Final = sa.text(
    "INSERT INTO endpoint_health (tenant_id, id, failing_since, not_before) "
    "VALUES (:tenant, :endpoint, :now, :not_before) "
    "ON CONFLICT (tenant_id, id) DO UPDATE "
    "SET failing_since = coalesce(endpoint_health.failing_since, excluded.failing_since), "
    "not_before = greatest(endpoint_health.not_before, excluded.not_before) "
    "RETURNING failing_since"
).bindparams(sa.bindparam("not_before", type_=_INSTANT))


class Sent(Protocol):
    """What was sent: `workers.sending.Parcel`."""

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
    finish = {
        "tenant": work.tenant_id,
        "id": sent.claim.key,
        "lease": sent.claim.lease,
        "due": due,
        "state": str(_state(outcome, due)),
        "finished": work.now if due is None else None,
        "status": answer.status,
        "error": answer.error,
    }
    if (await work.session.execute(_FINISH, finish)).first() is None:
        raise LeaseLost(f"delivery {sent.claim.key}")
    attempt = {
        "tenant": work.tenant_id,
        "id": uuid7(),
        "delivery": sent.claim.key,
        "endpoint": sent.endpoint.id,
        "number": sent.claim.attempts,
        "at": at,
        "status": answer.status,
        "latency_ms": answer.latency_ms,
        "error": answer.error,
        "answer": answer.excerpt,
    }
    await work.session.execute(_ATTEMPT, attempt)
    if sent.event_type == TEST and outcome.verdict is not Verdict.DELIVERED:
        return None  # a test that fails says nothing of the endpoint's days
    return await _keep_health(work, sent, outcome)


def _state(outcome: Outcome, due: datetime | None) -> DeliveryState:
    if outcome.verdict is Verdict.DELIVERED:
        return DeliveryState.DELIVERED
    return DeliveryState.FAILED if due is None else DeliveryState.PENDING


async def _keep_health(work: Work, sent: Sent, outcome: Outcome) -> datetime | None:
    values: dict[str, Any] = {"tenant": work.tenant_id, "endpoint": sent.endpoint.id, "now": work.now}
    good = outcome.verdict is Verdict.DELIVERED
    row = (
        await work.session.execute(
            _GOOD if good else _BAD, values if good else values | {"not_before": outcome.not_before}
        )
    ).one()
    return row.failing_since  # type: ignore[no-any-return]  # a column's value
