"""Whether anything may be sent to what a delivery names: an endpoint, a channel, a member's mail, or a member."""

from __future__ import annotations

from uuid import UUID

import sqlalchemy as sa

from domain.kernel.work import Work

_OPEN = sa.text(
    "SELECT EXISTS (SELECT 1 FROM webhook_endpoint WHERE tenant_id = :tenant AND id = :id "
    "AND enabled AND archived_at IS NULL) "
    "OR EXISTS (SELECT 1 FROM channel WHERE tenant_id = :tenant AND id = :id AND enabled AND archived_at IS NULL "
    "AND (kind <> 'email' OR confirmed_at IS NOT NULL)) "
    "OR EXISTS (SELECT 1 FROM notification_preference WHERE tenant_id = :tenant AND id = :id AND email) "
    "OR EXISTS (SELECT 1 FROM membership WHERE tenant_id = :tenant AND id = :id AND archived_at IS NULL)"
)


async def is_open(work: Work, id: UUID) -> bool:
    """Whether it is there, enabled, and not archived."""
    return bool((await work.session.execute(_OPEN, {"tenant": work.tenant_id, "id": id})).scalar_one())
