"""How fast a venture's market grows, worked out for the years and the currency that somebody asks about."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from uuid import UUID

import sqlalchemy as sa
from pydantic import BaseModel, ConfigDict, Field
from sqlmodel import col

from domain.kernel.errors import Invalid, NotFound
from domain.kernel.inputs import Input
from domain.kernel.questions import Asking, question
from domain.kernel.work import Work, unit_of_work
from domain.market.growth import compound_growth
from domain.market.inputs import VentureId, Year
from domain.market.tables import MarketSize
from domain.tenancy.choices import Currency
from domain.tenancy.permissions import Action
from domain.ventures.tables import Venture


class MarketGrowthAsked(Input):
    """Whose market, and from when to when."""

    venture_id: VentureId = Field(description="The venture.")
    from_year: Year | None = Field(None, description="The first year; left out, the first of which the size is known.")
    to_year: Year | None = Field(None, description="The last year; left out, the last of which the size is known.")
    currency: Currency | None = Field(
        None, description="In which currency the sizes must be; left out, any, as long as all are in the same."
    )


class MarketGrowthAnswer(BaseModel):
    """How fast a market grows, as compound annual growth rates: 0.05 is five percent a year."""

    model_config = ConfigDict(frozen=True)

    from_year: int = Field(description="The first year.")
    to_year: int = Field(description="The last year.")
    currency: str = Field(description="The currency of all sizes, by ISO 4217.")
    tam: Decimal | None = Field(None, description="Growth of the whole market; null from nothing or within one year.")
    sam: Decimal | None = Field(None, description="Growth of what can be served; null alike.")
    som: Decimal | None = Field(None, description="Growth of what can be won; null alike.")


@question(Action.DOMAIN_READ, price=100)
async def market_growth(asking: Asking, given: MarketGrowthAsked) -> MarketGrowthAnswer | None:
    """How fast a venture's market grows between two years; null where the venture is not there or no size is known.

    Sizes in several currencies are refused: no rate is guessed.
    """
    async with unit_of_work(asking.runtime, asking.principal) as work:
        try:
            await work.get(Venture, given.venture_id, "venture_id")
        except NotFound:
            return None
        sizes = await _sizes(work, given.venture_id)
    return None if not sizes else _growth(_between(sizes, given), given)


async def _sizes(work: Work, venture_id: UUID) -> Sequence[MarketSize]:
    statement = sa.select(MarketSize).where(
        col(MarketSize.tenant_id) == work.tenant_id,
        col(MarketSize.venture_id) == venture_id,
        col(MarketSize.archived_at).is_(None),
    )
    return (await work.session.execute(statement.order_by(col(MarketSize.year)))).scalars().all()


def _between(sizes: Sequence[MarketSize], given: MarketGrowthAsked) -> Sequence[MarketSize]:
    """The sizes from the first year to the last. Raises `Invalid` for a year without a size, and the wrong order."""
    years = [size.year for size in sizes]
    for name in ("from_year", "to_year"):
        year = getattr(given, name)
        if year is not None and year not in years:
            raise Invalid.at(name, message=f"no size of {year} is known; there is one of {', '.join(map(str, years))}")
    first, last = given.from_year or years[0], given.to_year or years[-1]
    if first > last:
        raise Invalid.at("to_year", message=f"{last} lies before {first}")
    return [size for size in sizes if first <= size.year <= last]


def _growth(sizes: Sequence[MarketSize], given: MarketGrowthAsked) -> MarketGrowthAnswer:
    wanted = given.currency or sizes[0].currency
    others = sorted({size.currency for size in sizes} - {wanted})
    if others:
        years = ", ".join(str(size.year) for size in sizes if size.currency != wanted)
        message = f"the sizes of {years} are in {', '.join(others)}, not in {wanted}; amounts are not converted"
        raise Invalid.at("currency", message=message)
    first, last = sizes[0], sizes[-1]
    grown = {
        name: compound_growth(getattr(first, name), getattr(last, name), last.year - first.year)
        for name in ("tam", "sam", "som")
    }
    return MarketGrowthAnswer(from_year=first.year, to_year=last.year, currency=wanted, **grown)
