"""The mail that something was disabled: to who made it, and to the administrators, who chose nothing of the kind.

It is written in the transaction that disables, as deliveries to persons. So it is told once, whoever dies, and is sent,
tried again and recorded by the engine like any mail.
"""

from __future__ import annotations

from typing import Any, Final
from uuid import UUID

import sqlalchemy as sa

from domain.channels.bodies import told_body
from domain.channels.forms import Shape, form_of
from domain.channels.message import Language
from domain.kernel.machinery import Event, EventBody
from domain.kernel.principal import Role
from domain.kernel.work import Work
from domain.tenancy.permissions import Action, role_allows
from domain.tenancy.zone import tenant_of
from domain.webhooks.tables import Delivery
from workers.audience import place_of
from workers.posting import to_be_sent

MOST_TOLD: Final = 50
"""Persons told of one thing: the maker, and those who have been here longest."""

EVENT: sa.Table = Event.__table__  # type: ignore[attr-defined]  # set by the mapper
BODY: sa.Table = EventBody.__table__  # type: ignore[attr-defined]  # set by the mapper
DELIVERY: sa.Table = Delivery.__table__  # type: ignore[attr-defined]  # set by the mapper

_ADMINISTRATORS: Final = [str(role) for role in Role if role_allows(role, Action.WEBHOOK_WRITE)]

_CONCERNED: Final = sa.text(
    "WITH maker AS (SELECT CASE a.actor_kind WHEN 'member' THEN a.actor_id ELSE k.created_by END AS id "
    "FROM audit_entry a LEFT JOIN api_key k ON k.tenant_id = :tenant AND k.id = a.actor_id "
    "WHERE a.tenant_id = :tenant AND a.subject_type = :subject_type AND a.subject_id = :subject_id "
    "AND a.action = :created ORDER BY a.id LIMIT 1) "
    "SELECT m.id FROM membership m LEFT JOIN maker ON maker.id = m.id "
    "WHERE m.tenant_id = :tenant AND m.archived_at IS NULL AND m.user_id IS NOT NULL "
    "AND (maker.id IS NOT NULL OR m.role = ANY(CAST(:roles AS text[]))) "
    "ORDER BY maker.id IS NULL, m.id LIMIT :most"
)


async def give_notice(work: Work, event_id: UUID) -> None:
    """Have those be told whom the event concerns that was just announced, where this installation sends mail."""
    if not work.runtime.settings.smtp_url.get_secret_value():
        return
    await work.flush()
    event = await _announced(work, event_id)
    persons = await _concerned(work, event)
    if not persons:
        return
    language = Language.of((await tenant_of(work)).locale)
    form = form_of(Shape.NOTICE, Role.ADMIN, language)
    letter = told_body(event, await place_of(work, [event]), Shape.NOTICE, language)
    body = {"tenant_id": work.tenant_id, "event_id": event_id, "form": form, "body": letter}
    await work.session.execute(sa.insert(BODY), [body])
    rows = [to_be_sent(work, person, event_id, event.type, form) for person in persons]
    await work.session.execute(sa.insert(DELIVERY), rows)


async def _announced(work: Work, event_id: UUID) -> Any:
    statement = sa.select(EVENT).where(EVENT.c.tenant_id == work.tenant_id, EVENT.c.id == event_id)
    return (await work.session.execute(statement)).one()


async def _concerned(work: Work, event: Any) -> list[UUID]:
    """The maker of what the event is about, though no administrator any more, and the administrators."""
    given = {
        "tenant": work.tenant_id,
        "subject_type": event.subject_type,
        "subject_id": event.subject_id,
        "created": f"{event.subject_type}.created",
        "roles": _ADMINISTRATORS,
        "most": MOST_TOLD,
    }
    return list((await work.session.execute(_CONCERNED, given)).scalars())
