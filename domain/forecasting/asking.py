"""What if: asked with changes that nobody makes, and answered without saving anything."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Annotated, Final
from uuid import UUID

from pydantic import BaseModel, Field

from domain.forecasting.changes import (
    MOST_CHANGES,
    MOST_MILESTONES,
    Change,
    Compared,
    End,
    LinkChange,
    MilestoneChange,
    RiskChange,
    changed,
)
from domain.forecasting.connecting import read_connected
from domain.forecasting.facts import Facts, MilestoneFacts
from domain.forecasting.reading import read_facts
from domain.kernel.computing import ComputationLost
from domain.kernel.errors import Busy, Invalid, NotFound
from domain.kernel.inputs import Day, IdOf, Input, Probability
from domain.kernel.questions import Asking, question
from domain.kernel.work import unit_of_work
from domain.tenancy.permissions import Action
from domain.ventures.tables import Venture

PRICE: Final = 20_000
LONGEST_SECONDS: Final = 15.0
PATIENCE_SECONDS: Final = 25.0
"""How long an answer may take, its turn included: a process answers one after the other."""

Scale = Annotated[Decimal, Field(gt=0, le=100, max_digits=8, decimal_places=4, examples=["1.5"])]


class WhatIfChange(Input):
    """One thing that is otherwise: of a risk, a milestone or a dependency, exactly one of which it names."""

    risk_id: Annotated[UUID, IdOf("risk")] | None = Field(None, description="A risk that threatens a milestone.")
    milestone_id: Annotated[UUID, IdOf("milestone")] | None = Field(None, description="A milestone.")
    dependency_id: Annotated[UUID, IdOf("dependency")] | None = Field(None, description="A dependency.")
    is_removed: bool = Field(False, description="Whether it is not there at all.")
    probability: Probability | None = Field(None, description="Another probability of the risk.")
    start_on: Day | None = Field(None, description="Another first day of the milestone.")
    due_on: Day | None = Field(None, description="Another due day of the milestone.")
    scale: Scale | None = Field(None, description="So many times the milestone's work: 1.5 is half as much again.")


class WhatIf(Input):
    """A venture, and what would be otherwise."""

    venture_id: Annotated[UUID, IdOf("venture")] = Field(description="The venture.")
    changes: list[WhatIfChange] = Field(
        min_length=1, max_length=MOST_CHANGES, description=f"What would be otherwise, at most {MOST_CHANGES} changes."
    )


class WhatIfEnd(BaseModel):
    """When something would be reached."""

    p10: date | None = Field(description="The first working day by which 10 % of the draws have reached it.")
    p50: date | None = Field(description="The first working day by which 50 % have.")
    p80: date | None = Field(description="The first working day by which 80 % have.")
    p90: date | None = Field(description="The first working day by which 90 % have.")
    probability_of_due_date: Decimal | None = Field(description="Share of the draws that reach it by its due day.")


class WhatIfMilestone(BaseModel):
    """A milestone without the changes and with them."""

    milestone_id: Annotated[UUID, IdOf("milestone")] = Field(description="The milestone.")
    title: str = Field(description="Its title.")
    before: WhatIfEnd = Field(description="Without the changes.")
    after: WhatIfEnd | None = Field(description="With the changes; empty where it is removed.")
    p50_days: Decimal | None = Field(description="Working days by which P50 is later with them; negative: earlier.")
    p80_days: Decimal | None = Field(description="Working days by which P80 is later with them; negative: earlier.")


class WhatIfAnswer(BaseModel):
    """What would become of a venture; nothing of it is stored."""

    before: WhatIfEnd | None = Field(description="The venture's last milestone, without the changes.")
    after: WhatIfEnd | None = Field(description="The venture's last milestone, with the changes.")
    milestones: list[WhatIfMilestone] = Field(
        description="Its open milestones, and those of other ventures that you may see and that move; the farthest "
        "moved first."
    )
    status_on: date = Field(description="The day from which on both were drawn.")
    draws: int = Field(description="How many draws each rests on.")
    seed: str = Field(description="The seed of the random numbers, the same for both.")


@question(Action.DOMAIN_READ, price=PRICE)
async def what_if(asking: Asking, given: WhatIf) -> WhatIfAnswer | None:
    """The forecast of a venture if something were otherwise, beside the one as it is; nothing is saved.

    A risk may be gone or more probable, a milestone on other days, longer or gone, a dependency gone. Both are drawn
    with the same random numbers.
    """
    from domain.forecasting.drafting import draft_of  # with numpy, which no process loads before somebody asks
    from domain.forecasting.what_if import compare

    async with unit_of_work(asking.runtime, asking.principal) as work:
        try:
            venture = await work.get(Venture, given.venture_id, archived=False)
        except NotFound:
            return None
        connected = (await read_connected(work, [venture.id]))[venture.id]
        facts = await read_facts(work, connected.ventures)
    if len(facts.milestones) > MOST_MILESTONES:
        raise Invalid(
            f"what if is answered for at most {MOST_MILESTONES} milestones of ventures that hang together, not "
            f"{len(facts.milestones)}"
        )
    seen = asking.principal.venture_ids
    changes = [_change(facts, place, one, seen) for place, one in enumerate(given.changes)]
    before = await asyncio.to_thread(draft_of, facts, connected.of)
    after = await asyncio.to_thread(draft_of, changed(facts, changes), connected.of)
    if before.plan is None or after.plan is None:
        raise Invalid("the dependencies go round; drop one of them first")
    try:
        async with asyncio.timeout(PATIENCE_SECONDS):
            found = await asking.runtime.computing.run(LONGEST_SECONDS, compare, before, after)
    except (TimeoutError, ComputationLost):
        raise Busy("the forecast was not worked out in time; try again") from None
    return _answer(venture.id, facts, found, seen)


def _change(facts: Facts, place: int, one: WhatIfChange, seen: frozenset[UUID] | None) -> Change:
    """The change as it is made to the facts. Raises `Invalid` and `NotFound`, which name its place."""
    where = f"changes[{place}]"
    named = one.sent("is_removed", "probability", "start_on", "due_on", "scale").keys()
    if len(named) != 1:
        raise Invalid(f"{where} must name exactly one of riskId, milestoneId and dependencyId")
    allowed = {"risk_id": ("probability",), "milestone_id": ("start_on", "due_on", "scale"), "dependency_id": ()}
    (name,) = named
    sent = {key for key, value in one.sent(name, "is_removed").items() if value is not None}
    if not sent <= set(allowed[name]) or bool(sent) == one.is_removed:
        others = f" or one of {', '.join(allowed[name])}" if allowed[name] else ""
        raise Invalid(f"{where} must say isRemoved: true{others}, and nothing else")
    owners = {
        "risk_id": {risk.id: risk.venture_id for risk in facts.risks},
        "milestone_id": {each.id: each.venture_id for each in facts.milestones if each.is_open},
        "dependency_id": _owners_of_links(facts),
    }[name]
    id: UUID | None = getattr(one, name)
    if id is None or id not in owners or (seen is not None and owners[id] not in seen):
        raise NotFound(f"{where}: there is no such {name.removesuffix('_id')} in the forecast of this venture")
    match name:
        case "risk_id":
            return RiskChange(id, one.probability)
        case "dependency_id":
            return LinkChange(id)
    if one.scale is not None:
        _check_scaled(where, next(each for each in facts.milestones if each.id == id))
    return MilestoneChange(id, one.is_removed, one.start_on, one.due_on, one.scale)


def _owners_of_links(facts: Facts) -> dict[UUID, UUID]:
    """By id of a dependency the venture of its successor."""
    ventures = {one.id: one.venture_id for one in facts.milestones}
    return {link.id: ventures[link.successor_id] for link in facts.links if link.successor_id in ventures}


def _check_scaled(where: str, one: MilestoneFacts) -> None:
    estimated = one.estimate_likely is not None
    if not estimated and (one.start_on is None or one.due_on is None):
        raise Invalid(f"{where}.scale: the milestone has neither an estimate nor a first and a due day")


def _answer(venture_id: UUID, facts: Facts, found: Compared, seen: frozenset[UUID] | None) -> WhatIfAnswer:
    before, after = found.ventures.get(venture_id, (None, None))
    return WhatIfAnswer(
        before=None if before is None else _told(before),
        after=None if after is None else _told(after),
        milestones=list(_milestones(venture_id, facts, found, seen)),
        status_on=facts.status_on,
        draws=found.draws,
        seed=str(found.seed),
    )


def _milestones(
    venture_id: UUID, facts: Facts, found: Compared, seen: frozenset[UUID] | None
) -> Iterator[WhatIfMilestone]:
    known = {one.id: one for one in facts.milestones}
    ids: Sequence[UUID] = [
        id
        for id, (before, after) in found.milestones.items()
        if known[id].venture_id == venture_id or ((seen is None or known[id].venture_id in seen) and before != after)
    ]
    moves = {id: _later(found.milestones[id], "p80") for id in ids}
    for id in sorted(ids, key=lambda id: (-abs(moves[id] or Decimal(0)), id)):
        before, after = found.milestones[id]
        yield WhatIfMilestone(
            milestone_id=id,
            title=known[id].title,
            before=_told(before),
            after=None if after is None else _told(after),
            p50_days=_later((before, after), "p50"),
            p80_days=moves[id],
        )


def _later(ends: tuple[End, End | None], name: str) -> Decimal | None:
    before, after = ends
    first, second = getattr(before, name), None if after is None else getattr(after, name)
    return None if first is None or second is None else round(Decimal(second - first), 2)


def _told(end: End) -> WhatIfEnd:
    share = end.probability_of_due_date
    return WhatIfEnd(
        p10=end.p10_on,
        p50=end.p50_on,
        p80=end.p80_on,
        p90=end.p90_on,
        probability_of_due_date=None if share is None else round(Decimal(share), 6),
    )
