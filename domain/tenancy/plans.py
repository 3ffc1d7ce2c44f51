"""The plans of the installation: read, written by operators, and brought to the tenants that have them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Annotated, Any, Final
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlmodel import col

from domain.kernel.errors import Invalid
from domain.kernel.inputs import Code, Input, Title
from domain.kernel.principal import Principal
from domain.kernel.runtime import Runtime
from domain.kernel.work import Work, perform
from domain.tenancy.plan_tables import UNLIMITED, Plan
from domain.tenancy.planning import Limit, follow_plan, held_plan, held_tenant
from domain.tenancy.tables import Tenant

MOST_PLANS: Final = 100
_PLAN: sa.Table = Plan.__table__  # type: ignore[attr-defined]  # set by the mapper


def _of(what: str) -> Any:
    return Field(None, description=f"{what}; null: as many as they want.")


class Limits(Input):
    """What the tenants of a plan may have."""

    members: Limit | None = _of("Members")
    ventures: Limit | None = _of("Ventures")
    risks: Limit | None = _of("Risks in all ventures together")
    webhook_endpoints: Limit | None = _of("Webhook endpoints")
    readings_per_day: Limit | None = _of("Readings of indicators in one of their days")
    api_cost_per_minute: Limit | None = _of("Cost of GraphQL operations a minute; null: what the installation allows")


class PutPlan(Input):
    """A plan as it is to be."""

    code: Code = Field(description="Its code.")
    title: Title = Field(description="What it is called.", examples=["Team"])
    limits: Annotated[Limits, Field(description="What its tenants may have; what is left out has no limit.")]


async def read_plans(runtime: Runtime) -> Sequence[Any]:
    """All plans, by code: rows of the table."""
    async with runtime.database.engine("app").connect() as connection:
        return (await connection.execute(sa.select(_PLAN).order_by(_PLAN.c.code))).all()


async def put_plan(runtime: Runtime, given: PutPlan, expected: Collection[int] | None = None) -> Any:
    """Make or replace a plan; a worker brings it to its tenants. Answers its row; None where its version is another.

    `expected` are the versions that it may have; None: any, or none yet.
    """
    limits = given.limits.model_dump(exclude_none=True)
    if given.code == UNLIMITED and limits:
        raise Invalid.at("limits", message=f"the plan {UNLIMITED} has none; put tenants on another plan")
    now = runtime.clock.now()
    async with runtime.database.engine("app").begin() as connection:
        there = (await connection.execute(sa.select(_PLAN.c.code, _PLAN.c.version).with_for_update())).all()
        versions = {row.code: row.version for row in there}
        if expected is not None and versions.get(given.code) not in expected:
            return None
        if given.code not in versions and len(versions) >= MOST_PLANS:
            raise Invalid.at("code", message=f"an installation has at most {MOST_PLANS} plans; change one of them")
        statement = upsert(_PLAN).values(
            code=given.code,
            title=given.title,
            limits=limits,
            created_at=now,
            updated_at=now,
            version=1,
            settled_version=1,
        )
        changed = {"title": given.title, "limits": limits, "updated_at": now, "version": _PLAN.c.version + 1}
        made = await connection.execute(
            statement.on_conflict_do_update(index_elements=["code"], set_=changed).returning(*_PLAN.c)
        )
        return made.one()


async def settle_plans(runtime: Runtime) -> int:
    """Bring plans that were changed to all tenants that have them. Answers how many tenants that were.

    Who puts a tenant on a plan holds the plan until the tenant is stored, so none is missed.
    """
    settled = 0
    for plan in await read_plans(runtime):
        if plan.settled_version == plan.version:
            continue
        for tenant_id in await _tenants_of(runtime, plan.code):
            settled += await perform(runtime, Principal.worker(tenant_id), _settle)
        async with runtime.database.engine("app").begin() as connection:
            await connection.execute(
                sa.update(_PLAN).where(_PLAN.c.code == plan.code).values(settled_version=plan.version)
            )
    return settled


async def _settle(work: Work) -> int:
    tenant = await held_tenant(work)
    await follow_plan(work, await held_plan(work, tenant.plan_code or UNLIMITED))
    return 1


async def _tenants_of(runtime: Runtime, code: str) -> list[UUID]:
    has = sa.func.coalesce(col(Tenant.plan_code), UNLIMITED) == code
    async with runtime.database.engine("app").connect() as connection:
        return list((await connection.execute(sa.select(col(Tenant.id)).where(has).order_by(col(Tenant.id)))).scalars())
