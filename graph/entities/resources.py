"""Resources and where they go."""

from __future__ import annotations

from domain.resources.tables import Allocation, Resource
from domain.tenancy.permissions import Action
from graph import kinds
from graph.deriving import can, columns, entity, to_many, to_one, worked_out
from graph.entities import computing, data_sources, origins
from graph.language import Field, Rows, Shape, ToOne

_ALLOCATED = (
    "(SELECT coalesce(sum(x.amount), 0)::numeric(24, 6) FROM allocation x WHERE x.tenant_id = {tenant}"
    " AND x.resource_id = {row}.id AND x.archived_at IS NULL)"
)

_BY_DAY = """
    SELECT s.day, s.allocated, lead(s.day) OVER (ORDER BY s.day) AS next FROM (
        SELECT c.day, sum(sum(c.change)) OVER (ORDER BY c.day) AS allocated, sum(c.change) AS change FROM (
            SELECT coalesce(x.start_on, '-infinity') AS day, x.amount AS change FROM allocation x
                WHERE x.tenant_id = {tenant} AND x.resource_id = {row}.id AND x.archived_at IS NULL
            UNION ALL SELECT x.end_on + 1, -x.amount FROM allocation x
                WHERE x.tenant_id = {tenant} AND x.resource_id = {row}.id AND x.archived_at IS NULL
                    AND x.end_on IS NOT NULL) c
        GROUP BY c.day) s
    WHERE s.change <> 0"""
"""On which days the amount that is given away changes, and what it then is."""

_PEAK = f"(SELECT coalesce(max(d.allocated), 0)::numeric(24, 6) FROM ({_BY_DAY}) d)"

OVER_ALLOCATIONS = Rows(
    name="over_allocations",
    description="The periods in which more of it is given to milestones than there is, in order. There are some only "
    "where they were made before that was refused.",
    shape=Shape(
        name="OverAllocation",
        description="Days in a row on which more of a resource is given away than there is.",
        fields=[
            Field(name=name, description=text, kind=kind, sql=f"{{row}}.{name}", nullable=kind is kinds.DATE)
            for name, text, kind in (
                ("start_on", "First day; empty: it has no beginning.", kinds.DATE),
                ("end_on", "Last day; empty: it has no end.", kinds.DATE),
                ("allocated", "How much is given away.", kinds.DECIMAL),
                ("over", "How much more that is than there is.", kinds.DECIMAL),
            )
        ],
    ),
    sql="SELECT nullif(d.day, '-infinity') AS start_on, d.next - 1 AS end_on, d.allocated::numeric(24, 6) AS allocated,"
    f" (d.allocated - {{row}}.amount)::numeric(24, 6) AS over FROM ({_BY_DAY}) d"
    " WHERE d.allocated > {row}.amount",
    order="{row}.start_on NULLS FIRST",
)


def _detail(name: str, description: str) -> ToOne:
    """Details of a resource, which has them once or not at all."""
    on = "{there}.resource_id = {row}.id AND {there}.archived_at IS NULL"
    return ToOne(name=name, description=description, to=name, on=on)


RESOURCE = entity(
    Resource,
    [
        columns(
            Resource,
            {
                "kind": "Which of the four kinds it is.",
                "name": "Its name.",
                "description": "What it is.",
                "amount": "How much of it there is.",
                "unit": "Unit of the amount; for funding an ISO 4217 currency.",
                "channel": "How it is obtained.",
                "expires_on": "Last day on which it can be used.",
            },
            codes=("unit", "channel"),
        ),
        worked_out("allocated", "How much of it is given to milestones, in all periods.", kinds.DECIMAL, _ALLOCATED),
        worked_out(
            "remaining",
            "How much of it is not yet given to milestones, all periods together; empty where its amount is not known.",
            kinds.DECIMAL,
            f"({{row}}.amount - {_ALLOCATED})",
            nullable=True,
        ),
        worked_out("peak_allocated", "The most of it that milestones have on any day.", kinds.DECIMAL, _PEAK),
        worked_out(
            "is_over_allocated",
            "Whether on any day more of it is given to milestones than there is.",
            kinds.BOOL,
            f"coalesce({_PEAK} > {{row}}.amount, false)",
        ),
        OVER_ALLOCATIONS,
        worked_out(
            "is_expired",
            "Whether its last day has passed in the tenant's time zone.",
            kinds.BOOL,
            "coalesce({row}.expires_on < {today}, false)",
        ),
        to_one(Resource, "venture_id", "venture", "The venture that uses it."),
        to_one(Resource, "owner_id", "member", "The member who answers for it."),
        to_many("acquisitions", "acquisition", "resource_id", "What is about to add to it.", "expected_on"),
        to_many("allocations", "allocation", "resource_id", "Where it goes."),
        _detail("data_source", "Of data: whence they come, and on what terms."),
        _detail("technology", "Of technology: whence it comes, and which entry of the catalogue tells of it."),
        _detail("compute_pool", "Of computing time: how much there is, and what was used of it."),
        _detail("talent_source", "Of talent: how the people are won."),
        can(edit=Action.RESOURCE_WRITE, archive=Action.RESOURCE_WRITE),
    ],
    order=("name",),
)

ALLOCATION = entity(
    Allocation,
    [
        columns(
            Allocation,
            {
                "amount": "How much goes to the milestone, in the resource's unit.",
                "start_on": "First day.",
                "end_on": "Last day.",
                "note": "What for.",
            },
        ),
        to_one(Allocation, "venture_id", "venture", "The venture."),
        to_one(Allocation, "resource_id", "resource", "The resource."),
        to_one(Allocation, "milestone_id", "milestone", "The milestone that it goes to."),
        can(edit=Action.RESOURCE_WRITE, archive=Action.RESOURCE_WRITE),
    ],
)

RESOURCES_OF_VENTURE = (
    to_many("data_sources", "data_source", "venture_id", "Where its data come from, and on what terms."),
    to_many("technologies", "technology", "venture_id", "Where its technology comes from."),
    to_many("compute_pools", "compute_pool", "venture_id", "Its computing time.", "vendor"),
    to_many("talent_sources", "talent_source", "venture_id", "How its people are won."),
)
"""What a venture shows of its resources, beside them."""

ENTITIES = (RESOURCE, ALLOCATION, *data_sources.ENTITIES, *computing.ENTITIES, *origins.ENTITIES)
