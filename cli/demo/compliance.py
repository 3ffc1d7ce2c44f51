"""Telling what ventures owe: regimes that apply, obligations of templates and their own, and the evidence for some."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from cli.demo.stage import Stage
from domain.compliance.commands import (
    ApplyObligationTemplates,
    CreateObligation,
    apply_obligation_templates,
    create_obligation,
)
from domain.compliance.evidencing import AddEvidence, add_evidence
from domain.compliance.tables import Obligation, ObligationKind

_BEGUN = -20
"""The day from which the days of templates are counted: none of them is due before today."""


@dataclass(frozen=True)
class Shown:
    """Evidence, and the day of it."""

    on: int
    text: str
    url: str | None = None


@dataclass(frozen=True)
class OwedStory:
    """An obligation of a venture's own."""

    title: str
    about: str
    owner: str
    due: int
    months: int | None = None
    provision: str | None = None
    kind: ObligationKind = ObligationKind.COMPLIANCE
    shown: Shown | None = None


@dataclass(frozen=True)
class ComplianceStory:
    """What one venture owes: whole regimes, single templates, and its own; `shown` by the code of a template."""

    venture: str
    owner: str
    regimes: tuple[str, ...]
    codes: tuple[str, ...] = ()
    shown: Mapping[str, Shown] = field(default_factory=dict)
    own: tuple[OwedStory, ...] = ()


async def tell_compliance(stage: Stage, ventures: Mapping[str, UUID], stories: Iterable[ComplianceStory]) -> None:
    """Write down yesterday what each venture owes."""
    stage.move_to(-1, 60)
    for story in stories:
        stage.let_act(story.owner)
        venture = ventures[story.venture]
        applied = {"venture_id": venture, "start_on": stage.date_of(_BEGUN), "owner_id": stage.member(story.owner)}
        for regime in story.regimes:
            await apply_obligation_templates(stage.work, ApplyObligationTemplates(regime=regime, **applied))
        if story.codes:
            await apply_obligation_templates(stage.work, ApplyObligationTemplates(codes=list(story.codes), **applied))
        await stage.work.flush()
        made = await _by_template(stage, venture)
        for code, shown in story.shown.items():
            await _show(stage, made[code], shown)
        for own in story.own:
            await _owe(stage, venture, own)
        await stage.work.flush()
        stage.tick()


async def _by_template(stage: Stage, venture: UUID) -> dict[str, UUID]:
    statement = sa.select(col(Obligation.template), col(Obligation.id)).where(
        col(Obligation.tenant_id) == stage.work.tenant_id, col(Obligation.venture_id) == venture
    )
    return {row.template: row.id for row in await stage.work.session.execute(statement)}


async def _owe(stage: Stage, venture: UUID, story: OwedStory) -> None:
    given = CreateObligation(
        venture_id=venture,
        kind=story.kind,
        title=story.title,
        description=story.about,
        provision=story.provision,
        owner_id=stage.member(story.owner),
        due_on=stage.date_of(story.due),
        recurrence_months=story.months,
    )
    made = (await create_obligation(stage.work, given)).ids["obligation"]
    if story.shown is not None:
        await stage.work.flush()
        await _show(stage, made, story.shown)


async def _show(stage: Stage, obligation: UUID, shown: Shown) -> None:
    given = AddEvidence(obligation_id=obligation, text=shown.text, url=shown.url, provided_on=stage.date_of(shown.on))
    await add_evidence(stage.work, given)
