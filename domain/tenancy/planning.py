"""What an operator decides of a tenant's limits: its plan, and limits of its own."""

from __future__ import annotations

from typing import Annotated, Any, Final
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field
from sqlmodel import col

from domain.kernel.commands import Done, declared
from domain.kernel.counting import recount, set_limits
from domain.kernel.errors import NotFound
from domain.kernel.inputs import Code, IdOf, Input
from domain.kernel.machinery import Quota
from domain.kernel.metrics import Metric
from domain.kernel.work import Work
from domain.tenancy.permissions import Action
from domain.tenancy.plan_tables import UNLIMITED, Plan
from domain.tenancy.tables import Tenant

Limit = Annotated[int, Field(ge=0, le=2**31 - 1, examples=[10])]


class ChangePlan(Input):
    """Which plan a tenant is to have."""

    id: Annotated[UUID, IdOf("tenant")] = Field(description="The tenant.")
    plan: Code = Field(description="Code of the plan.", examples=["team"])


class SetQuota(Input):
    """A limit of a tenant's own, in place of its plan's."""

    metric: Metric = Field(description="What is limited.")
    limit: Limit | None = Field(description="How many the tenant may have; null: as many as it wants.")


class ResetQuota(Input):
    """Which limit is to be the plan's again."""

    metric: Metric = Field(description="What is limited.")


class Recount(Input):
    """Nothing is to be said."""


async def change_plan(work: Work, given: ChangePlan) -> Done:
    """Put a tenant on another plan. Its limits are in force at once, but for those that were set for it alone.

    A limit below what the tenant has is taken: nothing can be added then, and nothing is lost.
    """
    plan = await held_plan(work, given.plan)
    tenant = await held_tenant(work)
    before = tenant.plan_code
    if before != plan.code:
        tenant.plan_code = plan.code
        tenant.version += 1
        tenant.updated_at = work.now
        work.record("tenant.plan_changed", ("tenant", tenant.id), before={"plan": before}, after={"plan": plan.code})
        await work.flush()
    await follow_plan(work, plan)
    return Done({"tenant": tenant.id})


async def set_quota(work: Work, given: SetQuota) -> Done:
    """Give a tenant a limit of its own, in force at once. One below what it has is taken: nothing can be added then."""
    await _set(work, given.metric, given.limit, overridden=True)
    return Done({"tenant": work.tenant_id})


async def reset_quota(work: Work, given: ResetQuota) -> Done:
    """Take a limit of a tenant's own away: its plan's is in force again."""
    tenant = await held_tenant(work)
    plan = await held_plan(work, tenant.plan_code or UNLIMITED)
    await _set(work, given.metric, plan.limits.get(given.metric), overridden=False)
    return Done({"tenant": work.tenant_id})


async def recount_quotas(work: Work, given: Recount) -> Done:
    """Compare the counters of the tenant's limits with what there is, and mend them. Answers what was wrong."""
    drifts = await recount(work)
    for drift in drifts:
        work.record(
            "tenant.quota_recounted",
            ("tenant", work.tenant_id),
            before={str(drift.metric): drift.counted},
            after={str(drift.metric): drift.found},
        )
    told = [{"metric": str(each.metric), "counted": each.counted, "found": each.found} for each in drifts]
    return Done({"tenant": work.tenant_id}, reports={"drifts": told})


CHANGE_PLAN: Final = declared(change_plan, Action.TENANT_WRITE, returns={"tenant": "tenant"})
SET_QUOTA: Final = declared(set_quota, Action.TENANT_WRITE, returns={"tenant": "tenant"})
RESET_QUOTA: Final = declared(reset_quota, Action.TENANT_WRITE, returns={"tenant": "tenant"})
RECOUNT_QUOTAS: Final = declared(recount_quotas, Action.TENANT_WRITE, returns={"tenant": "tenant"})
"""Commands that only an operator may ask for: not in `COMMANDS`, so that no tenant's API is made from them."""


async def held_plan(work: Work, code: str) -> Plan:
    """A plan that stays what it is until the end: who changes it later finds this tenant among its own.

    Raises `NotFound` for a code that no plan has.
    """
    statement = sa.select(Plan).where(col(Plan.code) == code).with_for_update(read=True)
    plan = (await work.session.execute(statement)).scalar_one_or_none()
    if plan is None:
        raise NotFound.at("plan", what="plan")
    return plan


async def follow_plan(work: Work, plan: Plan) -> None:
    """Put the limits of the tenant's plan in force where it has none of its own."""
    own = await work.session.execute(
        sa.select(Quota.metric).where(col(Quota.tenant_id) == work.tenant_id, col(Quota.overridden))  # type: ignore[call-overload]  # SQLModel's types know no enumerations
    )
    overridden = set(own.scalars())
    await set_limits(
        work,
        {metric: plan.limits.get(metric) for metric in Metric if metric not in overridden},
        overridden=False,
    )


async def held_tenant(work: Work) -> Tenant:
    """The tenant, held until the end: its limits are changed by one at a time."""
    statement = sa.select(Tenant).where(col(Tenant.id) == work.tenant_id).with_for_update(key_share=True)
    return (await work.session.execute(statement)).scalar_one()


async def _set(work: Work, metric: Metric, most: int | None, *, overridden: bool) -> None:
    await held_tenant(work)
    before = await _now(work, metric)
    await set_limits(work, {metric: most}, overridden=overridden)
    after = {"metric": str(metric), "limit": most, "overridden": overridden}
    if before != after:
        work.record("tenant.quota_changed", ("tenant", work.tenant_id), before=before, after=after)


async def _now(work: Work, metric: Metric) -> dict[str, Any] | None:
    found = await work.session.execute(
        sa.select(col(Quota.most), col(Quota.overridden)).where(
            col(Quota.tenant_id) == work.tenant_id, col(Quota.metric) == metric
        )
    )
    row = found.one_or_none()
    return row and {"metric": str(metric), "limit": row.most, "overridden": row.overridden}
