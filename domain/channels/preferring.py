"""What a member chooses to be told by e-mail: for oneself, with every role. Nothing is sent before it is chosen."""

from __future__ import annotations

from typing import Annotated, Any, Final

import sqlalchemy as sa
from pydantic import Field
from sqlmodel import col

from domain.channels.commands import USUAL_TYPES, Spoken
from domain.channels.confirming import own_address
from domain.channels.schedule import Digest, Weekday
from domain.channels.tables import NotificationPreference
from domain.kernel.commands import Done, command
from domain.kernel.editing import apply
from domain.kernel.errors import Conflict, Forbidden, Invalid, InvalidState
from domain.kernel.inputs import Change, Whole, may_be_left_out
from domain.kernel.work import Work
from domain.risks.monitoring.finding import Severity
from domain.tenancy.choices import Zone
from domain.tenancy.permissions import Action
from domain.tenancy.reach import check_ventures
from domain.webhooks.commands import Categories, Patterns, VentureIds

DIGEST: Final = "digest"
"""The kind of work that is a member's next digest."""

MINE: Final = "notification_preference"
"""Guard behind which a member's preference is made once."""

TimeOfDay = Annotated[str, Field(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$", examples=["22:00"])]
Hour = Annotated[Whole, Field(ge=0, le=23)]
Weekdays = Annotated[list[Weekday], Field(min_length=1, max_length=7)]


class SetNotificationPreference(Change):
    """What you are told by e-mail: what is left out stays, null clears."""

    email: bool = may_be_left_out("Whether you are told by e-mail, at the address that your provider has verified.")
    event_types: Patterns = may_be_left_out("Types of events, prefixes that end in .*, or * for all.")
    venture_ids: VentureIds | None = Field(None, description="Only events of these ventures; null: all you may see.")
    categories: Categories | None = Field(None, description="Only events of these categories of risk; null: all.")
    min_severity: Severity | None = Field(None, description="Only events of alerts at least this severe; null: all.")
    language: Spoken | None = Field(None, description="In which language; null: the tenant's.")
    time_zone: Zone | None = Field(None, description="In which zone your hours are; null: the tenant's.")
    quiet_from: TimeOfDay | None = Field(
        None, description="When your quiet hours begin: what happens in them is told at their end; null: none."
    )
    quiet_to: TimeOfDay | None = Field(None, description="When they end, on the next day where it is not later.")
    quiet_days: Weekdays | None = Field(None, description="The days on which they begin; null: every day.")
    digest: Digest = may_be_left_out("Whether you are told at once, or in one mail a day or a week.")
    digest_hour: Hour = may_be_left_out("The hour at which a digest is sent.")
    digest_day: Weekday = may_be_left_out("The day on which a weekly digest is sent.")


@command(Action.NOTIFICATION_WRITE, returns={"notification_preference": "notification_preference"})
async def set_notification_preference(work: Work, given: SetNotificationPreference) -> Done:
    """Choose what you are told by e-mail. A critical alert is told at once, whatever the hour and the digest."""
    if work.principal.member_id is None:
        raise Forbidden("only members have preferences: this key acts in nobody's name")
    changes: dict[str, Any] = given.sent("expected_version")
    if changes.get("venture_ids") is not None:
        changes["venture_ids"] = await check_ventures(work, given.venture_ids)
    if changes.get("email"):
        changes["address"] = await _address(work)
        changes["disabled_reason"] = None
    await work.guard(f"{MINE}:{work.principal.member_id.hex}")
    preference = await _mine(work)
    if preference is None:
        _check_quiet(changes.get("quiet_from"), changes.get("quiet_to"))
        values = {"event_types": list(USUAL_TYPES)} | changes
        preference = work.new(NotificationPreference, member_id=work.principal.member_id, **values)
    else:
        if given.expected_version not in (None, preference.version):
            raise Conflict.at("expected_version", message=f"it has version {preference.version} by now; read it again")
        apply(preference, changes)
        _check_quiet(preference.quiet_from, preference.quiet_to)
    await work.flush()
    # What already waits for a digest is told by the new schedule: at once, where there is none any more.
    await work.mark(DIGEST, [preference.id])
    return Done({"notification_preference": preference.id})


async def _mine(work: Work) -> NotificationPreference | None:
    mine = sa.select(NotificationPreference).where(
        col(NotificationPreference.tenant_id) == work.tenant_id,
        col(NotificationPreference.member_id) == work.principal.member_id,
    )
    return (await work.session.execute(mine.with_for_update(key_share=True))).scalar_one_or_none()


async def _address(work: Work) -> str:
    if not work.runtime.settings.smtp_url.get_secret_value():
        raise Invalid.at("email", message="this installation sends no mail: MILEPOST_SMTP_URL is not set")
    address = await own_address(work)
    if address is None:
        raise InvalidState.at("email", message="no provider has verified an e-mail address of yours; sign in with one")
    return address


def _check_quiet(start: str | None, to: str | None) -> None:
    if (start is None) != (to is None):
        raise Invalid.at("quiet_to" if to is None else "quiet_from", message="quiet hours have a beginning and an end")
    if start is not None and start == to:
        raise Invalid.at("quiet_to", message="must differ from the beginning; to be told nothing, turn email off")
