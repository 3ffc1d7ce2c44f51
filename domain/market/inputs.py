"""The types of fields that several inputs of this context have."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Final
from uuid import UUID

from pydantic import Field

from domain.kernel.inputs import IdOf, Money, Whole

LARGEST: Final = Decimal(1_000_000_000_000_000)
FIRST_YEAR, LAST_YEAR = 1990, 2200

VentureId = Annotated[UUID, IdOf("venture")]
MemberId = Annotated[UUID, IdOf("member")]
Amount = Annotated[Money, Field(le=LARGEST)]
Year = Annotated[Whole, Field(ge=FIRST_YEAR, le=LAST_YEAR, examples=[2027])]
Severity = Annotated[Whole, Field(ge=1, le=5, examples=[4])]
Count = Annotated[Whole, Field(ge=0, le=1_000_000_000, examples=[120])]
Some = Annotated[Whole, Field(ge=1, le=10_000_000, examples=[12])]

CURRENCY: Final = "Currency of the amounts, by ISO 4217; left out, the tenant's."
