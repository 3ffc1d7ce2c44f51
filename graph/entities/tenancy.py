"""The tenant and its members."""

from __future__ import annotations

from domain.tenancy.permissions import Action
from domain.tenancy.tables import ApiKey, Member, Tenant
from graph import kinds
from graph.deriving import column_field, columns, entity, through, to_many
from graph.entities.catalogue import PLAN_TEMPLATES, RISK_TEMPLATES, USUAL_RESPONSES
from graph.entities.exposure import exposure_of
from graph.entities.health import SHARES
from graph.entities.issues import calibration
from graph.entities.monitoring import SETTINGS

TENANT = entity(
    Tenant,
    [
        columns(
            Tenant,
            {
                "slug": "Its short name in addresses.",
                "name": "Its name.",
                "locale": "Language of the texts that the product writes: `en` or `zh-CN`.",
                "time_zone": "The IANA time zone in which its days begin.",
                "currency": "The ISO 4217 currency of its amounts.",
                "status": "Whether it is in use.",
                "trusted_documents_only": "Whose GraphQL operations must be trusted documents; null: nobody's.",
                "review_lead_days": "Working days before a review's day from which its report is gathered; null: five.",
                "created_at": "When it was made.",
                "updated_at": "When it was changed last.",
                "version": "Counts its changes.",
            },
        ),
        *calibration(),
        RISK_TEMPLATES,
        PLAN_TEMPLATES,
        USUAL_RESPONSES,
        SETTINGS,
        exposure_of("{tenant}", whole=True),
        SHARES,
    ],
    word="tenant",
    own="{row}.id = {tenant}",
    listed=False,
)

MEMBER = entity(
    Member,
    [
        columns(
            Member,
            {
                "name": "The person's name.",
                "role": "What the person may do.",
            },
        ),
        column_field(Member, "email", "The person's e-mail address.", kind=kinds.EMAIL),
        through("teams", "team", "team_member", "member_id", "team_id", "The teams that the person is in."),
        to_many("owned_ventures", "venture", "owner_id", "The ventures that the person answers for.", "name"),
        to_many("owned_risks", "risk", "owner_id", "The risks that the person watches, the gravest first."),
        to_many("owned_milestones", "milestone", "owner_id", "The milestones that the person answers for.", "due_on"),
        to_many("owned_tasks", "task", "owner_id", "The tasks that the person answers for.", "due_on"),
    ],
    needs=Action.MEMBER_READ,
    order=("name",),
)

API_KEY = entity(
    ApiKey,
    [
        columns(
            ApiKey,
            {
                "title": "What it is for.",
                "hint": "Its last four characters.",
                "role": "What it may do at most.",
                "scopes": "The only permissions it has; empty: all of its role.",
                "venture_ids": "The only ventures it may see; empty: all.",
                "networks": "The only networks it may be used from; empty: all.",
                "expires_at": "Until when it can be used.",
            },
        ),
    ],
    needs=Action.API_KEY_READ,
    order=("title",),
)

ENTITIES = (TENANT, MEMBER, API_KEY)
