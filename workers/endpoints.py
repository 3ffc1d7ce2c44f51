"""What the sender reads of endpoints, and how it disables one that wants nothing or gives nothing but failure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

import sqlalchemy as sa
import structlog
from sqlalchemy.dialects.postgresql import JSONB

from domain.kernel.outward import outward
from domain.kernel.principal import Principal
from domain.kernel.runtime import Runtime
from domain.kernel.work import Work, perform
from domain.webhooks.events import EndpointDisabled
from domain.webhooks.retries import Outcome, Verdict, is_to_be_disabled
from domain.webhooks.tables import WebhookEndpoint
from domain.webhooks.throttle import free_after
from workers.notices import give_notice

WEBHOOK = "webhook"
"""The kind of target that is an address of the tenant's."""

log = structlog.get_logger(__name__)


CANCELLED_AT_ONCE = 1_000
"""Deliveries cancelled in one turn, however many wait."""


@dataclass(frozen=True)
class Endpoint:
    """An endpoint with due deliveries, as the sender sees it; `kind` chooses how it is sent to."""

    id: UUID
    url: str
    secret: str
    previous_secret: str | None
    previous_secret_until: datetime | None
    former_keys: list[dict[str, Any]] | None
    private_key: str | None
    signing: str | None
    headers: str | None
    rate: int | None
    concurrency: int
    ordered: bool
    open: bool
    failing_since: datetime | None
    free_at: datetime | None
    kind: str = WEBHOOK

    @property
    def failing(self) -> bool:
        """Whether it has seen nothing but failure lately."""
        return self.failing_since is not None


FIRST_DUE: Final = (
    "CROSS JOIN LATERAL (SELECT d.due FROM delivery d WHERE d.tenant_id = :tenant AND d.endpoint_id = {target}.id "
    "AND d.due <= :now ORDER BY d.due LIMIT 1) AS first"
)
"""Joins targets with the first of what is due for each: in the order of the index, of which so one row is read.

An EXISTS may be answered by reading all that waits, where statistics say that most of it is the target's.
"""

_LISTENING = sa.text(
    "SELECT e.id, e.url, e.secret, e.previous_secret, e.previous_secret_until, e.former_keys, e.private_key, "
    "e.signing, e.headers, e.rate, coalesce(e.concurrency, 4) AS concurrency, coalesce(e.ordered, false) AS ordered, "
    "e.enabled AND e.archived_at IS NULL AS open, h.failing_since, h.free_at "
    "FROM webhook_endpoint e LEFT JOIN endpoint_health h ON h.tenant_id = :tenant AND h.id = e.id "
    f"{FIRST_DUE.format(target='e')} "
    "WHERE e.tenant_id = :tenant AND (h.not_before IS NULL OR h.not_before <= :now) ORDER BY e.id"
).columns(former_keys=JSONB)


async def listening(work: Work) -> list[Endpoint]:
    """The endpoints with due deliveries, by id, without those that are left alone for a while."""
    rows = await work.session.execute(_LISTENING, {"tenant": work.tenant_id, "now": work.now})
    return [Endpoint(**row._mapping) for row in rows]


async def cancel_due(work: Work, endpoint: Endpoint) -> bool:
    """Cancel some of what is due for an endpoint that is archived or not enabled. Answers whether there may be more."""
    statement = sa.text(
        "UPDATE delivery SET state = 'cancelled', due = NULL, lease = NULL, finished_at = :now, "
        "last_error = 'the endpoint is archived or not enabled' "
        "WHERE tenant_id = :tenant AND id = ANY(ARRAY(SELECT id FROM delivery "
        "WHERE tenant_id = :tenant AND endpoint_id = :endpoint AND due <= :now "
        "ORDER BY due, id LIMIT :limit FOR NO KEY UPDATE SKIP LOCKED)) RETURNING id"
    )
    values = {"tenant": work.tenant_id, "endpoint": endpoint.id, "now": work.now, "limit": CANCELLED_AT_ONCE}
    return len((await work.session.execute(statement, values)).all()) == CANCELLED_AT_ONCE


async def spend(work: Work, endpoint: Endpoint, begun: int) -> bool:
    """Note that so many deliveries of an endpoint with a rate begin now; False where another worker was first."""
    assert endpoint.rate is not None
    statement = sa.text(
        "INSERT INTO endpoint_health (tenant_id, id, free_at) VALUES (:tenant, :id, :free_at) "
        "ON CONFLICT (tenant_id, id) DO UPDATE SET free_at = excluded.free_at "
        "WHERE endpoint_health.free_at IS NOT DISTINCT FROM :seen RETURNING id"
    ).bindparams(sa.bindparam("seen", type_=sa.DateTime(timezone=True)))
    free_at = free_after(endpoint.rate, endpoint.free_at, work.now, begun)
    values = {"tenant": work.tenant_id, "id": endpoint.id, "free_at": free_at, "seen": endpoint.free_at}
    return (await work.session.execute(statement, values)).first() is not None


async def spare(work: Work, endpoint: Endpoint, begun: int) -> None:
    """Note that fewer deliveries begin than was noted in this transaction."""
    assert endpoint.rate is not None
    free_at = free_after(endpoint.rate, endpoint.free_at, work.now, begun)
    await work.session.execute(
        sa.text("UPDATE endpoint_health SET free_at = :free_at WHERE tenant_id = :tenant AND id = :id"),
        {"tenant": work.tenant_id, "id": endpoint.id, "free_at": free_at},
    )


async def disable(
    runtime: Runtime,
    tenant_id: UUID,
    endpoint_id: UUID,
    outcome: Outcome,
    failing_since: datetime | None,
    reason: str | None = None,
) -> None:
    """Disable the endpoint where the outcome, five days of failure, or a reason of our own say so.

    A transaction of its own: commands lock the endpoint before its health, and storing a result goes the other way.
    """
    if reason is None and outcome.verdict is Verdict.GONE:
        reason = "it answered 410 Gone"
    if reason is None and is_to_be_disabled(failing_since, runtime.clock.now()):
        reason = "nothing but failure for five days"
    if reason is None:
        return
    why = reason

    async def act(work: Work) -> bool:
        endpoint = await work.get(WebhookEndpoint, endpoint_id, lock=True)
        if not endpoint.enabled or endpoint.archived_at is not None:
            return False
        endpoint.enabled = False
        endpoint.disabled_reason = why
        data: EndpointDisabled = {
            "endpoint_id": outward(endpoint_id, WebhookEndpoint.prefix),
            "reason": why,
            "failing_since": outward(failing_since),
        }
        await give_notice(work, work.emit("webhook.endpoint.disabled", ("webhook_endpoint", endpoint_id), data))
        return True

    if await perform(runtime, Principal.worker(tenant_id), act):
        runtime.wakes.wake("channel", tenant_id)
        log.warning("endpoint disabled", tenant_id=str(tenant_id), endpoint_id=str(endpoint_id))
