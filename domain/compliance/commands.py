"""What can be asked of obligations and of the regimes that apply to a venture."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated, Final
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field
from sqlmodel import col

from domain.compliance.tables import Obligation, ObligationKind, VentureRegime
from domain.compliance.templates.catalogue import DUTIES, REGIMES
from domain.kernel.commands import Done, command
from domain.kernel.editing import apply, archiving_commands, load_for_change, when_restored
from domain.kernel.errors import Invalid
from domain.kernel.inputs import Change, Code, Day, IdOf, Input, LongText, Title, Whole, may_be_left_out
from domain.kernel.room import check_room
from domain.kernel.tables import Entity
from domain.kernel.work import Work
from domain.roadmaps.templates.template import in_locale
from domain.tenancy.members import check_owner
from domain.tenancy.permissions import Action
from domain.tenancy.zone import tenant_of, today
from domain.ventures.tables import Venture

MOST: Final = 2_000
"""Obligations of a venture."""

VentureId = Annotated[UUID, IdOf("venture")]
MemberId = Annotated[UUID, IdOf("member")]
ObligationId = Annotated[UUID, IdOf("obligation")]
VentureRegimeId = Annotated[UUID, IdOf("venture_regime")]
Months = Annotated[Whole, Field(ge=1, le=120)]


class CreateObligation(Input):
    """Something that a venture owes."""

    venture_id: VentureId = Field(description="The venture that owes it.")
    kind: ObligationKind = Field(ObligationKind.COMPLIANCE, description="Why it is owed.")
    title: Title = Field(description="What is owed, in one line.", examples=["Renew the ethics vote"])
    description: LongText | None = Field(None, description="What is to be done.")
    regime: Code | None = Field(
        None, description="Code of the regime that asks for it: of the catalogue, or your own.", examples=["gdpr"]
    )
    provision: Title | None = Field(None, description="Where it is written.", examples=["Art. 30"])
    owner_id: MemberId | None = Field(None, description="The member who answers for it.")
    due_on: Day = Field(description="Until when evidence is to be there.")
    recurrence_months: Months | None = Field(
        None, description="After how many months it is due again; empty: it is owed once.", examples=[12]
    )


class UpdateObligation(Change):
    """Changes to an obligation: what is left out stays, null clears."""

    id: ObligationId = Field(description="The obligation.")
    title: Title = may_be_left_out("What is owed, in one line.")
    description: LongText | None = Field(None, description="What is to be done.")
    regime: Code | None = Field(None, description="Code of the regime that asks for it.")
    provision: Title | None = Field(None, description="Where it is written.")
    owner_id: MemberId | None = Field(None, description="The member who answers for it.")
    due_on: Day = may_be_left_out("Until when evidence is to be there.")
    recurrence_months: Months | None = Field(None, description="After how many months it is due again.")


class ApplyObligationTemplates(Input):
    """Templates to make obligations of: named one by one, or all of a regime."""

    venture_id: VentureId = Field(description="The venture that will owe them.")
    regime: Code | None = Field(
        None, description="All templates of this regime; it applies to the venture from then on.", examples=["gdpr"]
    )
    codes: list[Code] | None = Field(
        None, min_length=1, max_length=100, description="Codes of templates.", examples=[["gdpr.records"]]
    )
    start_on: Day | None = Field(
        None, description="The day from which the days until they are due are counted; left out, today."
    )
    owner_id: MemberId | None = Field(None, description="The member who answers for them.")


class AddVentureRegime(Input):
    """A regime that applies to a venture."""

    venture_id: VentureId = Field(description="The venture.")
    regime: Code = Field(description="Code of the regime in the catalogue.", examples=["eu_ai_act"])
    note: LongText | None = Field(None, description="Why it applies.")


class UpdateVentureRegime(Change):
    """Changes to what is said of a regime: what is left out stays, null clears."""

    id: VentureRegimeId = Field(description="The regime of the venture.")
    note: LongText | None = Field(None, description="Why it applies.")


@command(Action.COMPLIANCE_WRITE, returns={"obligation": "obligation"}, creates=True)
async def create_obligation(work: Work, given: CreateObligation) -> Done:
    """Write down something that a venture owes, by law or as its social responsibility."""
    await work.get(Venture, given.venture_id, "venture_id", archived=False)
    await check_owner(work, given.owner_id)
    await check_room(work, Obligation, "venture_id", given.venture_id, MOST, "venture_id")
    row = work.new(Obligation, **given.sent(), due_day=given.due_on.day)
    return Done({"obligation": row.id})


@command(Action.COMPLIANCE_WRITE, returns={"obligation": "obligation"})
async def update_obligation(work: Work, given: UpdateObligation) -> Done:
    """Change an obligation. Those that have followed from it already stay as they are."""
    row = await load_for_change(work, Obligation, given.id, given.expected_version)
    await check_owner(work, given.owner_id)
    changes = given.sent("id", "expected_version")
    if "due_on" in changes and changes["due_on"] != row.due_on:
        changes["due_day"] = changes["due_on"].day
    apply(row, changes)
    return Done({"obligation": row.id})


@command(Action.COMPLIANCE_WRITE, returns={"venture": "venture"})
async def apply_obligation_templates(work: Work, given: ApplyObligationTemplates) -> Done:
    """Make obligations of templates, in the tenant's language; those that the venture has already are passed over.

    With `regime` the regime is noted as one that applies to the venture.
    """
    venture = await work.get(Venture, given.venture_id, "venture_id", archived=False)
    await check_owner(work, given.owner_id)
    codes = _wanted(given)
    await work.guard(f"obligation_templates:{venture.id.hex}")
    there = await _templates_of(work, venture.id)
    wanted = [DUTIES[code] for code in codes if code not in there]
    await check_room(work, Obligation, "venture_id", venture.id, MOST, "venture_id", more=len(wanted))
    locale = (await tenant_of(work)).locale
    if given.regime is not None:
        await _note_regime(work, venture.id, given.regime, locale)
    start = given.start_on or await today(work)
    for regime, duty in wanted:
        due_on = start + timedelta(days=duty.within)
        work.new(
            Obligation,
            venture_id=venture.id,
            kind=regime.kind,
            regime=regime.code,
            title=in_locale(duty.title, locale),
            description=in_locale(duty.description, locale),
            provision=in_locale(duty.provision, locale),
            template=duty.code,
            owner_id=given.owner_id,
            due_on=due_on,
            due_day=due_on.day,
            recurrence_months=duty.months,
        )
    return Done({"venture": venture.id})


@command(Action.COMPLIANCE_WRITE, returns={"venture_regime": "venture_regime"}, creates=True)
async def add_venture_regime(work: Work, given: AddVentureRegime) -> Done:
    """Say that a regime applies to a venture: its dates are watched from then on."""
    await work.get(Venture, given.venture_id, "venture_id", archived=False)
    regime = REGIMES.get(given.regime)
    if regime is None:
        raise _no_regime(given.regime)
    locale = (await tenant_of(work)).locale
    row = work.new(VentureRegime, **given.sent(), title=in_locale(regime.name, locale))
    return Done({"venture_regime": row.id})


@command(Action.COMPLIANCE_WRITE, returns={"venture_regime": "venture_regime"})
async def update_venture_regime(work: Work, given: UpdateVentureRegime) -> Done:
    """Change what is said of why a regime applies."""
    row = await load_for_change(work, VentureRegime, given.id, given.expected_version)
    apply(row, given.sent("id", "expected_version"))
    return Done({"venture_regime": row.id})


def _no_regime(code: str) -> Invalid:
    return Invalid.at("regime", message=f"there is no regime {code}; there are {', '.join(REGIMES)}")


def _wanted(given: ApplyObligationTemplates) -> list[str]:
    """The codes of the templates asked for. Raises `Invalid`."""
    if (given.regime is None) == (given.codes is None):
        raise Invalid.at("codes", message="give either a regime, for all of its templates, or codes of templates")
    if given.regime is not None:
        regime = REGIMES.get(given.regime)
        if regime is None:
            raise _no_regime(given.regime)
        return [duty.code for duty in regime.duties]
    for position, code in enumerate(given.codes or ()):
        if code not in DUTIES:
            message = f"there is no template {code}; there are {', '.join(DUTIES)}"
            raise Invalid.at("codes", position, message=message)
    return list(dict.fromkeys(given.codes or ()))


async def _templates_of(work: Work, venture_id: UUID) -> set[str | None]:
    """The templates of which the venture has obligations."""
    statement = sa.select(col(Obligation.template)).where(
        col(Obligation.tenant_id) == work.tenant_id,
        col(Obligation.venture_id) == venture_id,
        col(Obligation.archived_at).is_(None),
        col(Obligation.template).is_not(None),
    )
    return set((await work.session.execute(statement)).scalars())


async def _note_regime(work: Work, venture_id: UUID, code: str, locale: str) -> None:
    there = sa.select(col(VentureRegime.id)).where(
        col(VentureRegime.tenant_id) == work.tenant_id,
        col(VentureRegime.venture_id) == venture_id,
        col(VentureRegime.regime) == code,
        col(VentureRegime.archived_at).is_(None),
    )
    if (await work.session.execute(there)).first() is None:
        work.new(VentureRegime, venture_id=venture_id, regime=code, title=in_locale(REGIMES[code].name, locale))


@when_restored
async def _has_room(work: Work, row: Entity) -> None:
    if isinstance(row, Obligation):
        await check_room(work, Obligation, "venture_id", row.venture_id, MOST, "id", more=0)


archiving_commands(Obligation, Action.COMPLIANCE_WRITE, __name__)
archiving_commands(VentureRegime, Action.COMPLIANCE_WRITE, __name__)
