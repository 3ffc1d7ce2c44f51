"""Resources and where they go."""

from __future__ import annotations

from domain.resources.tables import Allocation, Resource
from domain.tenancy.permissions import Action
from graph import kinds
from graph.deriving import can, columns, entity, to_many, to_one, worked_out

_ALLOCATED = (
    "(SELECT coalesce(sum(x.amount), 0)::numeric(24, 6) FROM allocation x WHERE x.tenant_id = {tenant}"
    " AND x.resource_id = {row}.id AND x.archived_at IS NULL)"
)

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
        worked_out("allocated", "How much of it is given to milestones.", kinds.DECIMAL, _ALLOCATED),
        worked_out(
            "remaining",
            "How much of it is not yet given to milestones; empty where its amount is not known.",
            kinds.DECIMAL,
            f"({{row}}.amount - {_ALLOCATED})",
            nullable=True,
        ),
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

ENTITIES = (RESOURCE, ALLOCATION)
