"""What the sender reads of channels and of members' mail, and how it disables those whose messages nobody takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

import sqlalchemy as sa
import structlog

from domain.channels.tables import Channel, NotificationPreference
from domain.identity.people import verified_email_of
from domain.kernel.ids import external_id
from domain.kernel.principal import Principal, Role
from domain.kernel.runtime import Runtime
from domain.kernel.work import Work, perform
from domain.tenancy.permissions import role_allows
from domain.webhooks.event_types import NEEDED
from domain.webhooks.events import ChannelDisabled
from domain.webhooks.retries import Outcome, Verdict, is_to_be_disabled
from workers.endpoints import FIRST_DUE
from workers.notices import give_notice
from workers.outbound import Answer

CHATS: Final = ("slack", "teams")
MAILS: Final = ("email", "member")
PERSON: Final = "person"
"""The kind of target that is a member whom something concerns (`workers.notices`), whatever the member chose."""

RATES: Final = {"slack": 1, "teams": 4}
"""Messages a second that a receiver takes."""

BOUNCES: Final = 3
"""Refusals one after the other by which the mail to an address is given up."""

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Target:
    """A channel or a member's mail with due deliveries, as the sender sees it; `kind` chooses how it is sent to."""

    id: UUID
    kind: str
    address: str | None
    url: str | None
    open: bool
    failing_since: datetime | None
    free_at: datetime | None
    ordered: bool = False

    @property
    def failing(self) -> bool:
        """Whether it has seen nothing but failure lately."""
        return self.failing_since is not None

    @property
    def rate(self) -> int | None:
        """Messages a second that its receiver takes."""
        return RATES.get(self.kind)

    @property
    def concurrency(self) -> int:
        """How many are sent at one time: one after the other, as people read them."""
        return 1


_DUE = FIRST_DUE.format(target="c")
_LET_BE = "(h.not_before IS NULL OR h.not_before <= :now)"
_CHANNELS: Final = sa.text(
    "SELECT c.id, c.kind, c.address, c.url, h.failing_since, h.free_at, "
    "c.enabled AND c.archived_at IS NULL AND (c.kind <> 'email' OR c.confirmed_at IS NOT NULL) AS open "
    f"FROM channel c LEFT JOIN endpoint_health h ON h.tenant_id = :tenant AND h.id = c.id {_DUE} "
    f"WHERE c.tenant_id = :tenant AND c.kind = ANY(CAST(:kinds AS text[])) AND {_LET_BE} ORDER BY c.id"
)
_MEMBERS: Final = sa.text(
    "SELECT c.id, 'member' AS kind, c.address, NULL AS url, h.failing_since, h.free_at, "
    "c.email AND c.address IS NOT NULL AND m.archived_at IS NULL AS open "
    "FROM notification_preference c JOIN membership m ON m.tenant_id = :tenant AND m.id = c.member_id "
    f"LEFT JOIN endpoint_health h ON h.tenant_id = :tenant AND h.id = c.id {_DUE} "
    f"WHERE c.tenant_id = :tenant AND {_LET_BE} ORDER BY c.id"
)
_PERSONS: Final = sa.text(
    "SELECT c.id, c.user_id, c.archived_at, h.failing_since, h.free_at "
    f"FROM membership c LEFT JOIN endpoint_health h ON h.tenant_id = :tenant AND h.id = c.id {_DUE} "
    f"WHERE c.tenant_id = :tenant AND {_LET_BE} ORDER BY c.id"
)

# What waited (for the end of quiet hours, for another try) is not told to a member who may no longer see it.
_CANCEL_UNSEEN: Final = sa.text(
    "UPDATE delivery SET state = 'cancelled', due = NULL, lease = NULL, finished_at = :now, "
    "last_error = 'the member may not see it any more' "
    "FROM notification_preference p JOIN membership m ON m.tenant_id = :tenant AND m.id = p.member_id, event e "
    "WHERE delivery.tenant_id = :tenant AND delivery.due <= :now AND p.tenant_id = :tenant "
    "AND p.id = delivery.endpoint_id AND e.tenant_id = :tenant AND e.id = delivery.event_id "
    "AND ((m.venture_ids IS NOT NULL AND NOT coalesce(e.venture_id = ANY(m.venture_ids), false)) "
    "OR (e.subject_type = ANY(CAST(:guarded AS text[])) AND NOT m.role = ANY(CAST(:trusted AS text[]))))"
)


async def listening_chats(work: Work) -> Sequence[Target]:
    """The channels at Slack and Teams with due deliveries."""
    return await _read(work, _CHANNELS, CHATS)


async def listening_mails(work: Work) -> Sequence[Target]:
    """The addresses with due deliveries; what their members may not see any more is cancelled before."""
    await work.session.execute(_CANCEL_UNSEEN, _parameters(work, guarded=list(_GUARDED), trusted=_TRUSTED))
    return [*await _read(work, _CHANNELS, MAILS), *await _read(work, _MEMBERS), *await _persons(work)]


async def _persons(work: Work) -> Sequence[Target]:
    """Members whom something concerns, each at the address that a provider has verified by now."""
    persons = []
    for row in (await work.session.execute(_PERSONS, _parameters(work))).all():
        here = row.archived_at is None and row.user_id is not None
        address = await verified_email_of(work.runtime, row.user_id) if here else None
        persons.append(Target(row.id, PERSON, address, None, address is not None, row.failing_since, row.free_at))
    return persons


_GUARDED: Final = {word: action for word, action in NEEDED.items() if not role_allows(Role.VIEWER, action)}
_TRUSTED: Final = [str(role) for role in Role if all(role_allows(role, action) for action in _GUARDED.values())]


async def _read(work: Work, statement: sa.TextClause, kinds: Sequence[str] = ()) -> Sequence[Target]:
    given = _parameters(work, kinds=list(kinds)) if kinds else _parameters(work)
    return [Target(**row._mapping) for row in await work.session.execute(statement, given)]


def _parameters(work: Work, **more: object) -> dict[str, object]:
    return {"tenant": work.tenant_id, "now": work.now, **more}


async def disable_channel(
    runtime: Runtime,
    tenant_id: UUID,
    target: Target,
    outcome: Outcome,
    failing_since: datetime | None,
    reason: str | None,
    answer: Answer,
) -> None:
    """Disable what nobody takes messages at: gone, refused again and again, or nothing but failure for five days.

    A mail server that is away is nobody's address' fault, so time alone gives no address up.
    """
    if target.kind == PERSON:
        return  # there is nothing to disable
    if reason is None and outcome.verdict is Verdict.GONE:
        reason = answer.error
    if reason is None and target.kind in CHATS and is_to_be_disabled(failing_since, runtime.clock.now()):
        reason = "nothing but failure for five days"
    bounced = reason is None and target.kind in MAILS and outcome.verdict is Verdict.REFUSED
    if reason is None and not bounced:
        return

    async def act(work: Work) -> bool:
        why = reason
        if why is None and not await _bounces(work, target.id):
            return False
        why = why or f"the mail server refused {BOUNCES} mails to it, one after the other"
        if target.kind == "member":
            return _turn_off(await work.get(NotificationPreference, target.id, lock=True), why)
        channel = await work.get(Channel, target.id, lock=True)
        if not channel.enabled or channel.archived_at is not None:
            return False
        channel.enabled, channel.disabled_reason = False, why
        told: ChannelDisabled = {"channel_id": external_id("channel", channel.id), "name": channel.name, "reason": why}
        await give_notice(work, work.emit("channel.disabled", ("channel", channel.id), told))
        return True

    if await perform(runtime, Principal.worker(tenant_id), act):
        runtime.wakes.wake("channel", tenant_id)
        log.warning("channel disabled", tenant_id=str(tenant_id), channel_id=str(target.id))


def _turn_off(preference: NotificationPreference, why: str) -> bool:
    if preference.email:
        preference.email, preference.disabled_reason = False, why
        return True
    return False


async def _bounces(work: Work, id: UUID) -> bool:
    """Whether the latest mails were all refused for good."""
    statement = sa.text(
        "SELECT state = 'failed' AND last_status >= 500 AS refused FROM delivery "
        "WHERE tenant_id = :tenant AND endpoint_id = :id AND finished_at IS NOT NULL ORDER BY id DESC LIMIT :count"
    )
    given = {"tenant": work.tenant_id, "id": id, "count": BOUNCES}
    latest = (await work.session.execute(statement, given)).scalars().all()
    return len(latest) == BOUNCES and all(latest)
