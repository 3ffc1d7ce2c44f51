"""Saving a risk scale: checked, told how far it can be trusted, and all risks scored again by it in a job."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import partial
from typing import Annotated, Any
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field
from sqlmodel import col

from domain.kernel.commands import Done, command
from domain.kernel.errors import Invalid
from domain.kernel.inputs import IdOf, Input, Money, Probability, Quantity, Title
from domain.kernel.work import Work
from domain.risks.defaults import definition_of, limited, present_scale, scale_of
from domain.risks.scale import InvalidScale, Level, Scale
from domain.risks.tables import RiskLimits, RiskScale
from domain.risks.trust import trust_document
from domain.tenancy.permissions import Action
from domain.tenancy.reach import check_unrestricted
from domain.ventures.tables import Venture

MOST_LIMITED = 1_000
"""Ventures of a tenant that have limits of their own."""

VentureId = Annotated[UUID, IdOf("venture")]
Names = Annotated[list[Title], Field(max_length=7)]
MoneyBands = Annotated[list[Money], Field(max_length=7)]
DelayBands = Annotated[list[Annotated[Quantity, Field(ge=0, le=10_000)]], Field(max_length=7)]

Bands = tuple[Sequence[str], Sequence[str]]


class VentureLimits(Input):
    """Limits of impact of one venture. With neither, the tenant's hold for it again."""

    venture_id: VentureId = Field(description="The venture.")
    money_bands: MoneyBands | None = Field(
        None, description="Lower limits of loss, one a level, from 0; left out, the tenant's."
    )
    delay_bands: DelayBands | None = Field(
        None, description="Lower limits of delay in working days, one a level, from 0; left out, the tenant's."
    )


class SaveRiskScale(Input):
    """A new version of the tenant's risk scale: what is left out stays as it is."""

    probability_names: Names | None = Field(None, description="Names of the levels of probability, 3 to 7.")
    impact_names: Names | None = Field(None, description="Names of the levels of impact, 3 to 7.")
    matrix: list[Annotated[list[Level], Field(max_length=7)]] | None = Field(
        None,
        max_length=7,
        description="A row for each level of probability, from the lowest, with a cell for each level of impact. "
        "More probable or worse is never a lower level.",
    )
    probability_bands: Annotated[list[Probability], Field(max_length=7)] | None = Field(
        None, description="Lower limits of the levels of probability, from 0; the limit itself belongs to the level."
    )
    money_bands: MoneyBands | None = Field(
        None, description="Lower limits of loss, one a level of impact, from 0, in the tenant's currency."
    )
    delay_bands: DelayBands | None = Field(
        None, description="Lower limits of delay in working days, one a level of impact, from 0."
    )
    venture_limits: list[VentureLimits] = Field(
        default=[], max_length=200, description="Ventures with limits of their own; those not named keep theirs."
    )


@command(Action.RISK_CONFIGURE, returns={"risk_scale": "risk_scale"}, creates=True)
async def save_risk_scale(work: Work, given: SaveRiskScale) -> Done:
    """Save a new version of the tenant's risk scale, told how far it can be trusted.

    Assessments keep the version that they were made with; what is kept beside the risks is scored again soon after.
    """
    check_unrestricted(work)
    await work.guard("risk_scale")
    number, present = await present_scale(work)
    definition = definition_of(present) | {
        name: _texts(value) for name, value in given.sent("venture_limits").items() if value is not None
    }
    scale = _usable(partial(scale_of, definition))
    number += 1
    row = work.new(RiskScale, version_number=number, definition=definition_of(scale), trust=trust_document(scale))
    for venture_id, (bands, path) in (await _limits(work, number - 1, scale, given.venture_limits)).items():
        own = _usable(partial(limited, scale, *bands), *path)
        work.new(
            RiskLimits,
            venture_id=venture_id,
            scale_number=number,
            money_bands=_texts(own.money_bands),
            delay_bands=_texts(own.delay_bands),
            trust=trust_document(own),
        )
    await work.mark("rescore", [work.tenant_id])
    return Done({"risk_scale": row.id})


async def _limits(
    work: Work, number: int, scale: Scale, wanted: list[VentureLimits]
) -> dict[UUID, tuple[Bands, tuple[str | int, ...]]]:
    """The ventures' limits in the new version, each with where they stand in the input."""
    rows = await work.session.execute(
        sa.select(col(RiskLimits.venture_id), col(RiskLimits.money_bands), col(RiskLimits.delay_bands)).where(
            col(RiskLimits.tenant_id) == work.tenant_id, col(RiskLimits.scale_number) == number
        )
    )
    found: dict[UUID, tuple[Bands, tuple[str | int, ...]]] = {
        row.venture_id: ((row.money_bands, row.delay_bands), ("venture_limits",)) for row in rows
    }
    for position, one in enumerate(wanted):
        await work.get(Venture, one.venture_id, "venture_limits", position, "venture_id", archived=False)
        found.pop(one.venture_id, None)
        if one.money_bands is not None or one.delay_bands is not None:
            bands = _texts(one.money_bands or scale.money_bands), _texts(one.delay_bands or scale.delay_bands)
            found[one.venture_id] = (bands, ("venture_limits", position))
    if len(found) > MOST_LIMITED:
        raise Invalid.at("venture_limits", message=f"at most {MOST_LIMITED} ventures have limits of their own")
    return found


def _usable(make: Callable[[], Scale], *path: str | int) -> Scale:
    try:
        return make()
    except InvalidScale as error:
        raise Invalid.at(*path, *error.path, message=str(error)) from None


def _texts(values: Sequence[Any]) -> list[Any]:
    """Numbers and levels as they are stored; rows of the matrix as lists of them."""
    return [_texts(value) if isinstance(value, list | tuple) else _text(value) for value in values]


def _text(value: Any) -> str:
    return f"{value.normalize():f}" if isinstance(value, Decimal) else str(value)
