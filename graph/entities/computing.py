"""Pools of computing time, what was used of them and what milestones need."""

from __future__ import annotations

from domain.resources.compute_tables import ComputeForecast, ComputePool, ComputeUse
from domain.tenancy.permissions import Action
from graph import kinds
from graph.deriving import can, columns, entity, scope_through, to_many, to_one, worked_out

_USED = (
    "(SELECT coalesce(sum(x.hours), 0)::numeric(24, 6) FROM compute_use x WHERE x.tenant_id = {tenant}"
    " AND x.compute_pool_id = {row}.id)"
)
_USED_FOR = (
    "(SELECT coalesce(sum(u.hours), 0) FROM compute_use u WHERE u.tenant_id = {{tenant}}"
    " AND u.compute_pool_id = {0}.compute_pool_id AND u.milestone_id = {0}.milestone_id)"
)
_NEEDED = (
    f"(SELECT coalesce(sum(greatest(f.hours - {_USED_FOR.format('f')}, 0)), 0)::numeric(24, 6)"
    " FROM compute_forecast f JOIN milestone m ON m.tenant_id = {tenant} AND m.id = f.milestone_id"
    " WHERE f.tenant_id = {tenant} AND f.compute_pool_id = {row}.id AND f.archived_at IS NULL"
    " AND m.archived_at IS NULL AND m.status NOT IN ('done', 'cancelled'))"
)
_SPENT = "(SELECT {0} FROM compute_use x WHERE x.tenant_id = {{tenant}} AND x.compute_pool_id = {{row}}.id)"

COMPUTE_POOL = entity(
    ComputePool,
    [
        columns(
            ComputePool,
            {
                "accelerator": "What computes.",
                "vendor": "Who provides it.",
                "model": "The model of the accelerator.",
                "hours_reserved": "How many hours there are in all, of one accelerator each.",
                "cost_per_hour": "What an hour costs, in the tenant's currency.",
                "planned_cost_per_run": "What a run is planned to cost, in the tenant's currency.",
                "starts_on": "First day of the contract.",
                "contract_ends_on": "Last day of the contract.",
            },
            codes=("vendor", "model"),
        ),
        worked_out("hours_used", "How many hours are used.", kinds.DECIMAL, _USED),
        worked_out(
            "hours_left",
            "How many hours are left; empty where none are reserved.",
            kinds.DECIMAL,
            f"({{row}}.hours_reserved - {_USED})",
            nullable=True,
        ),
        worked_out(
            "hours_needed", "How many more hours the milestones that are not over will need.", kinds.DECIMAL, _NEEDED
        ),
        worked_out(
            "cost",
            "What the used hours have cost as far as recorded, in the tenant's currency.",
            kinds.DECIMAL,
            _SPENT.format("coalesce(sum(x.cost), 0)::numeric(18, 2)"),
        ),
        worked_out(
            "cost_per_run",
            "What a run has cost; empty where no runs are recorded.",
            kinds.DECIMAL,
            _SPENT.format(
                "round(sum(x.cost) FILTER (WHERE x.runs IS NOT NULL) / nullif(sum(x.runs), 0), 2)::numeric(18, 2)"
            ),
            nullable=True,
        ),
        to_one(ComputePool, "venture_id", "venture", "The venture that has it."),
        to_one(ComputePool, "resource_id", "resource", "The resource that it is."),
        to_many("uses", "compute_use", "compute_pool_id", "What was used of it, the latest day first.", "-used_on"),
        to_many("forecasts", "compute_forecast", "compute_pool_id", "What milestones need of it."),
        can(edit=Action.RESOURCE_WRITE, archive=Action.RESOURCE_WRITE, record=Action.RESOURCE_WRITE),
    ],
    order=("vendor",),
)

COMPUTE_USE = entity(
    ComputeUse,
    [
        columns(
            ComputeUse,
            {
                "used_on": "The day of it.",
                "hours": "How many hours; below zero where it corrects what was recorded before.",
                "runs": "How many trainings or evaluations ran in them.",
                "cost": "What they cost, in the tenant's currency.",
                "recorded_at": "When it was recorded.",
            },
        ),
        to_one(ComputeUse, "compute_pool_id", "compute_pool", "The pool."),
        to_one(ComputeUse, "milestone_id", "milestone", "The milestone that they were used for."),
        to_one(ComputeUse, "recorded_by", "member", "The member who recorded it; empty: a program."),
    ],
    scope=scope_through("compute_pool_id", "compute_pool"),
    order=("-used_on",),
    dated="recorded_at",
)

COMPUTE_FORECAST = entity(
    ComputeForecast,
    [
        columns(
            ComputeForecast,
            {
                "hours": "How many hours it needs in all, used ones among them.",
                "note": "What for, and how it was estimated.",
            },
        ),
        worked_out(
            "hours_used",
            "How many hours of the pool were used for the milestone.",
            kinds.DECIMAL,
            f"{_USED_FOR.format('{row}')}::numeric(24, 6)",
        ),
        worked_out(
            "hours_needed",
            "How many more it will need.",
            kinds.DECIMAL,
            f"greatest({{row}}.hours - {_USED_FOR.format('{row}')}, 0)::numeric(24, 6)",
        ),
        to_one(ComputeForecast, "venture_id", "venture", "The venture."),
        to_one(ComputeForecast, "compute_pool_id", "compute_pool", "The pool."),
        to_one(ComputeForecast, "milestone_id", "milestone", "The milestone that needs them."),
        can(edit=Action.RESOURCE_WRITE, archive=Action.RESOURCE_WRITE),
    ],
)

ENTITIES = (COMPUTE_POOL, COMPUTE_USE, COMPUTE_FORECAST)
