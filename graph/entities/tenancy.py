"""The tenant and its members."""

from __future__ import annotations

from typing import Final

from domain.tenancy.group_tables import Group
from domain.tenancy.permissions import Action
from domain.tenancy.tables import ApiKey, ApiKeyUse, Invitation, Member, ServiceAccount, Tenant
from graph import kinds
from graph.deriving import beside, can, column_field, columns, entity, through, to_many, to_one, worked_out
from graph.entities import compliance, lessons
from graph.entities.acquisitions import conversion
from graph.entities.catalogue import PLAN_TEMPLATES, RISK_TEMPLATES, USUAL_RESPONSES
from graph.entities.catalogue_entries import CATALOGUE
from graph.entities.exposure import exposure_of
from graph.entities.health import SHARES
from graph.entities.issues import calibration
from graph.entities.monitoring import SETTINGS
from graph.entities.quotas import OF_TENANT
from graph.language import Beside, ToOne

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
                "allowed_email_domains": "The only domains of which members may get e-mail addresses; null: all.",
                "allowed_networks": "The only networks from which people and programs are let in; null: all.",
                "audit_retention_days": "For how many days audit entries are kept; null: as the installation does.",
                "event_retention_days": "For how many days events are kept; null: as the installation does.",
                "delivery_retention_days": "For how many days deliveries are kept; null: as the installation does.",
                "deletion_scheduled_at": "When its deletion was asked for; null while nobody has.",
                "delete_after": "When it is erased for good; null while nobody has asked for that.",
                "created_at": "When it was made.",
                "updated_at": "When it was changed last.",
                "version": "Counts its changes.",
            },
        ),
        *(
            worked_out(name, text, kind, f"COALESCE({{row}}.{name}, {usual})")
            for name, text, kind, usual in (
                (
                    "introspection",
                    "Whether GraphQL answers introspection, where the installation does.",
                    kinds.BOOL,
                    "true",
                ),
                (
                    "working_week",
                    "Seven digits, Monday first, 1 for a day that is worked, where no calendar says otherwise.",
                    kinds.TEXT,
                    "'1111100'",
                ),
                (
                    "fiscal_year_start_month",
                    "The month in which its fiscal year begins, from 1 to 12.",
                    kinds.INT,
                    "1",
                ),
                ("sso_required", "Whether people sign in by the tenant's own provider only.", kinds.BOOL, "false"),
            )
        ),
        *calibration(),
        conversion(),
        CATALOGUE,
        RISK_TEMPLATES,
        PLAN_TEMPLATES,
        USUAL_RESPONSES,
        *compliance.OF_TENANT,
        *lessons.OF_TENANT,
        SETTINGS,
        exposure_of("{tenant}", whole=True),
        SHARES,
        *OF_TENANT,
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
                "external_id": "By what the tenant's directory knows the person; empty: it does not.",
                "venture_ids": "The only ventures that the person may see; empty: all.",
            },
        ),
        column_field(Member, "email", "The person's e-mail address.", kind=kinds.EMAIL),
        through(
            "groups", "group", "member_group_member", "member_id", "group_id", "The directory's groups that it is in."
        ),
        through("teams", "team", "team_member", "member_id", "team_id", "The teams that the person is in."),
        ToOne(
            name="person",
            description="The person that the member is, with skills and roles; empty until one is entered.",
            to="person",
            on="{there}.member_id = {row}.id AND {there}.archived_at IS NULL",
        ),
        to_many("owned_ventures", "venture", "owner_id", "The ventures that the person answers for.", "name"),
        to_many("owned_risks", "risk", "owner_id", "The risks that the person watches, the gravest first."),
        to_many("owned_milestones", "milestone", "owner_id", "The milestones that the person answers for.", "due_on"),
        to_many("owned_tasks", "task", "owner_id", "The tasks that the person answers for.", "due_on"),
    ],
    needs=Action.MEMBER_READ,
    order=("name",),
)

USE: Final = Beside(ApiKeyUse, on="{there}.api_key_id = {row}.id")

WITHIN: Final = "{row}.venture_ids <@ {ventures}"
"""What reaches no further than the caller; what reaches all ventures has none."""

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
        beside(
            USE,
            {
                "last_used_at": "When it was used last, to five minutes; empty: never, or not lately known.",
                "last_address": "From which address that was.",
            },
        ),
        to_one(ApiKey, "service_account_id", "service_account", "The account that it acts as; empty: its maker."),
        to_one(ApiKey, "rotated_to", "api_key", "The key that has taken its place; both work until its end."),
        to_one(ApiKey, "created_by", "member", "In whose name it acts; empty: an operator made it."),
    ],
    needs=Action.API_KEY_READ,
    scope=WITHIN,
    order=("title",),
    beside=(USE,),
)

INVITATION = entity(
    Invitation,
    [
        columns(
            Invitation,
            {
                "name": "The person's name.",
                "role": "What the person will be able to do.",
                "venture_ids": "The only ventures that the person will see; empty: all.",
                "language": "In which language it is written; empty: the tenant's.",
                "expires_at": "Until when its link works.",
                "mails": "How many mails it was worth; only the last one's link works.",
                "mail_error": "Why the mail server refused the address for good; empty where it did not.",
                "accepted_at": "When it was accepted; empty: not, or not yet.",
            },
        ),
        column_field(Invitation, "email", "The address that is invited.", kind=kinds.EMAIL),
        to_one(Invitation, "invited_by", "member", "Who invited; empty: an operator or a program."),
        to_one(Invitation, "member_id", "member", "Who became a member by it."),
        can(edit=Action.MEMBER_WRITE),
    ],
    needs=Action.MEMBER_WRITE,
    scope=WITHIN,
    order=("-created_at",),
)

SERVICE_ACCOUNT = entity(
    ServiceAccount,
    [
        columns(
            ServiceAccount,
            {
                "title": "What it is called.",
                "description": "What it is for.",
                "role": "What it may do at most.",
                "venture_ids": "The only ventures it may see; empty: all.",
                "subject": "The `sub` of bearer tokens by which the tenant's own issuer names it; empty: it has keys.",
            },
        ),
        to_many("keys", "api_key", "service_account_id", "The keys by which it acts.", "title"),
        can(edit=Action.API_KEY_WRITE),
    ],
    needs=Action.API_KEY_READ,
    scope=WITHIN,
    order=("title",),
)

GROUP = entity(
    Group,
    [
        columns(
            Group,
            {
                "title": "What the directory calls it.",
                "external_id": "By what the directory knows it; empty: it has not told.",
                "role": "What its members may do; empty: it says nothing of that.",
            },
        ),
        through("members", "member", "member_group_member", "group_id", "member_id", "Who is in it.", "name"),
    ],
    needs=Action.MEMBER_READ,
    order=("title",),
)

ENTITIES = (TENANT, MEMBER, GROUP, INVITATION, SERVICE_ACCOUNT, API_KEY)
