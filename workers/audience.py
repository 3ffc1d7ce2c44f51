"""Who among people is told of events: the tenant's channels, and members as they chose, never beyond what they may see.

The relay asks once for each batch, and only a tenant that has channels or members who want mail pays for names.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import sqlalchemy as sa
import structlog

from domain.channels.forms import Shape, form_of, read_form
from domain.channels.message import Language, Place
from domain.channels.schedule import Digest, Quiet, Weekday, next_digest, quiet_until
from domain.channels.tables import Channel, NotificationPreference
from domain.channels.telling import ids_named
from domain.kernel.ids import MalformedId, external_id, split_id
from domain.kernel.principal import Role
from domain.kernel.work import Work
from domain.risks.monitoring.finding import Severity
from domain.tenancy.tables import Member, Tenant
from domain.webhooks.matching import Wish

CHANNEL: sa.Table = Channel.__table__  # type: ignore[attr-defined]  # set by the mapper
PREFERENCE: sa.Table = NotificationPreference.__table__  # type: ignore[attr-defined]  # set by the mapper
MEMBER: sa.Table = Member.__table__  # type: ignore[attr-defined]  # set by the mapper
TENANT: sa.Table = Tenant.__table__  # type: ignore[attr-defined]  # set by the mapper

_BREAKS_THROUGH = frozenset({"risk.alert.fired", "risk.alert.escalated"})

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Schedule:
    """When a member is told."""

    zone: ZoneInfo
    quiet: Quiet | None
    digest: Digest
    hour: int
    day: Weekday

    def due(self, event: Any, now: datetime) -> datetime | None:
        """When the event is told by itself; None where it waits for the digest. A critical alert is told at once."""
        if event.severity == Severity.CRITICAL and event.type in _BREAKS_THROUGH:
            return now
        if self.digest is not Digest.IMMEDIATE:
            return None
        return quiet_until(self.quiet, now, self.zone) or now

    def next_digest(self, since: datetime) -> datetime:
        """When what waits since an instant is told."""
        if self.digest is Digest.IMMEDIATE:
            return since
        return next_digest(self.digest, self.hour, self.day, since, self.zone)


@dataclass(frozen=True)
class Listener:
    """A channel, or a member's mail: what it wants to hear, in which form, and when."""

    wish: Wish
    form: str
    schedule: Schedule | None = None

    @property
    def looks(self) -> tuple[Shape, Language]:
        """As what it is rendered, and in which language."""
        found = read_form(self.form)
        assert found is not None
        return found


async def listeners(work: Work) -> list[Listener]:
    """The tenant's channels and members that are told of events; one that makes no sense is passed by."""
    channels = (
        await work.session.execute(
            sa.select(CHANNEL).where(
                CHANNEL.c.tenant_id == work.tenant_id,
                CHANNEL.c.enabled,
                CHANNEL.c.archived_at.is_(None),
                sa.or_(CHANNEL.c.kind != "email", CHANNEL.c.confirmed_at.is_not(None)),
            )
        )
    ).all()
    members = await _members(work)
    if not channels and not members:
        return []
    tenant = await _tenant(work)
    found = []
    for row in [*channels, *members]:
        try:
            found.append(listener_of(row, tenant) if hasattr(row, "member_role") else _of_channel(row, tenant))
        except (TypeError, ValueError, AttributeError, KeyError) as error:
            log.error("channel cannot be read", channel_id=str(row.id), error=type(error).__name__)
    return found


async def _members(work: Work, *where: sa.ColumnElement[bool]) -> Sequence[Any]:
    statement = (
        sa.select(PREFERENCE, MEMBER.c.role.label("member_role"), MEMBER.c.venture_ids.label("member_ventures"))
        .join(MEMBER, sa.and_(MEMBER.c.tenant_id == PREFERENCE.c.tenant_id, MEMBER.c.id == PREFERENCE.c.member_id))
        .where(
            PREFERENCE.c.tenant_id == work.tenant_id,
            MEMBER.c.tenant_id == work.tenant_id,
            PREFERENCE.c.email,
            PREFERENCE.c.address.is_not(None),
            PREFERENCE.c.archived_at.is_(None),
            MEMBER.c.archived_at.is_(None),
            *where,
        )
    )
    return (await work.session.execute(statement)).all()


async def listening_member(work: Work, preference_id: UUID) -> Listener | None:
    """The member of a preference as it is now; None where nothing is told any more."""
    rows = await _members(work, PREFERENCE.c.id == preference_id)
    return listener_of(rows[0], await _tenant(work)) if rows else None


async def listening_channel(work: Work, channel_id: UUID) -> Listener:
    """What a channel wants to hear."""
    statement = sa.select(CHANNEL).where(CHANNEL.c.tenant_id == work.tenant_id, CHANNEL.c.id == channel_id)
    return _of_channel((await work.session.execute(statement)).one(), await _tenant(work))


def listener_of(row: Any, tenant: Any) -> Listener:
    """A member's mail, with the member's own role, and none but the ventures that the member may see."""
    wish = Wish.of(_Wanted(row, row.member_role, _both(row.venture_ids, row.member_ventures)))
    zone = ZoneInfo(row.time_zone or tenant.time_zone)
    quiet = Quiet.of(row.quiet_from, row.quiet_to, row.quiet_days)
    schedule = Schedule(zone, quiet, Digest(row.digest), row.digest_hour, Weekday(row.digest_day))
    language = Language.of(row.language or tenant.locale)
    return Listener(wish, form_of("member", row.member_role, language), schedule)


def _of_channel(row: Any, tenant: Any) -> Listener:
    return Listener(Wish.of(row), form_of(row.kind, row.role, Language.of(row.language or tenant.locale)))


@dataclass(frozen=True)
class _Wanted:
    """A preference read with the member's rights."""

    row: Any
    role: Role
    venture_ids: list[UUID] | None

    def __getattr__(self, name: str) -> Any:
        return getattr(self.row, name)


def _both(wanted: Iterable[UUID] | None, allowed: Iterable[UUID] | None) -> list[UUID] | None:
    if wanted is None or allowed is None:
        return None if wanted is allowed else list(wanted or allowed or ())
    return sorted(set(wanted) & set(allowed))


async def _tenant(work: Work) -> Any:
    return (await work.session.execute(sa.select(TENANT).where(TENANT.c.id == work.tenant_id))).one()


async def place_of(work: Work, events: Sequence[Any]) -> Place:
    """Where events happened, with the names of what they are about."""
    tenant = await _tenant(work)
    names = await _names(work, ids_named(events))
    return Place(work.tenant_id, tenant.name, work.runtime.settings.base_url, ZoneInfo(tenant.time_zone), names)


_NAMED = {
    "member": ("membership", "name"),
    "venture": ("venture", "name"),
    "milestone": ("milestone", "title"),
    "risk": ("risk", "title"),
    "indicator": ("indicator", "name"),
    "webhook_endpoint": ("webhook_endpoint", "substring(url from '//([^/?#]+)')"),
}


async def _names(work: Work, ids: Iterable[str]) -> dict[str, str]:
    wanted: dict[str, list[UUID]] = {}
    for text in ids:
        try:
            prefix, id = split_id(text)
        except MalformedId:
            continue
        if prefix in _NAMED:
            wanted.setdefault(prefix, []).append(id)
    names: dict[str, str] = {}
    for prefix, some in wanted.items():
        table, column = _NAMED[prefix]
        statement = sa.text(
            f"SELECT id, {column} AS name FROM {table} WHERE tenant_id = :tenant AND id = ANY(CAST(:ids AS uuid[]))"
        )
        rows = await work.session.execute(statement, {"tenant": work.tenant_id, "ids": some})
        names |= {external_id(prefix, row.id): row.name for row in rows}
    return names
