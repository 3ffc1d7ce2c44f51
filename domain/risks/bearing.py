"""Appetite: how much expected loss a venture or the tenant is ready to bear, in a category or in all."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field
from sqlmodel import col

from domain.kernel.commands import Done, command
from domain.kernel.editing import apply, archive, load_for_change
from domain.kernel.inputs import Change, Code, IdOf, Input, Money
from domain.kernel.work import Work
from domain.risks.categorizing import categories, check_top
from domain.risks.outcome_tables import RiskAppetite
from domain.tenancy.permissions import Action
from domain.tenancy.reach import check_unrestricted
from domain.ventures.tables import Venture


class SetRiskAppetite(Input):
    """How much expected loss is borne."""

    venture_id: Annotated[UUID, IdOf("venture")] | None = Field(
        None, description="The venture; left out, all ventures together."
    )
    category: Code | None = Field(None, description="Code of the category; left out, all together.", examples=["legal"])
    amount: Money = Field(description="Expected loss at most, in the tenant's currency.", examples=["250000.00"])


class ArchiveRiskAppetite(Change):
    """Which limit to give up."""

    id: Annotated[UUID, IdOf("risk_appetite")] = Field(description="The limit.")


@command(Action.RISK_CONFIGURE, returns={"risk_appetite": "risk_appetite"}, creates=True)
async def set_risk_appetite(work: Work, given: SetRiskAppetite) -> Done:
    """Say how much expected loss is borne. What was said before of the same venture and category is changed."""
    if given.venture_id is None:
        check_unrestricted(work)
    else:
        await work.get(Venture, given.venture_id, "venture_id", archived=False)
    if given.category is not None:
        check_top(await categories(work), given.category)
    await work.guard("risk_appetite")
    statement = sa.select(RiskAppetite).where(
        col(RiskAppetite.tenant_id) == work.tenant_id,
        col(RiskAppetite.archived_at).is_(None),
        col(RiskAppetite.venture_id).is_not_distinct_from(given.venture_id),
        col(RiskAppetite.category).is_not_distinct_from(given.category),
    )
    row = (await work.session.execute(statement)).scalar_one_or_none()
    if row is None:
        row = work.new(RiskAppetite, **given.sent())
    apply(row, {"amount": given.amount})
    return Done({"risk_appetite": row.id})


@command(Action.RISK_CONFIGURE, returns={"risk_appetite": "risk_appetite"})
async def archive_risk_appetite(work: Work, given: ArchiveRiskAppetite) -> Done:
    """Give up a limit of expected loss. Twice is once; to have it again, set it again."""
    row = await load_for_change(work, RiskAppetite, given.id, given.expected_version, archived=True)
    if row.venture_id is None:
        check_unrestricted(work)
    await archive(work, row)
    return Done({"risk_appetite": row.id})
