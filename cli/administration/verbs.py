"""Which verbs there are, and the operation of REST that each of them is. All else follows from the contract."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final


@dataclass(frozen=True)
class Verb:
    """One verb: its operation, and the columns of its table where that is a list."""

    operation: str
    columns: tuple[str, ...] = ()
    fixed: Mapping[str, str] = field(default_factory=dict)
    "Members of the body that the verb says by itself."


@dataclass(frozen=True)
class Group:
    """What is administered, in a sentence, and by which verbs."""

    help: str
    verbs: Mapping[str, Verb]
    of_one_tenant: bool = True
    "Whether the tenant is an option; else it is what the verb is about."


_TENANT: Final = ("id", "slug", "name", "status")
_MEMBER: Final = ("id", "name", "email", "role")
_KEY: Final = ("id", "title", "role", "hint", "expires_at", "archived_at")
_EXPORT: Final = ("id", "kind", "state", "progress", "size", "created_at", "expires_at")
_ENTRY: Final = ("number", "at", "actor_id", "action", "subject_id", "address", "request_id")

GROUPS: Final[Mapping[str, Group]] = {
    "tenant": Group(
        "Tenants of the installation; most of it needs an operator key.",
        {
            "list": Verb("list_tenants", _TENANT),
            "show": Verb("get_tenant"),
            "create": Verb("create_tenant"),
            "suspend": Verb("suspend_tenant"),
            "resume": Verb("resume_tenant"),
            "delete": Verb("schedule_tenant_deletion"),
            "cancel-deletion": Verb("cancel_tenant_deletion"),
            "erase": Verb("erase_tenant"),
            "settings": Verb("get_tenant_settings"),
            "set": Verb("update_tenant_settings"),
            "plan": Verb("change_plan"),
            "quota": Verb("list_quotas", ("metric", "used", "limit", "soft_limit", "source")),
            "set-quota": Verb("set_quota"),
            "reset-quota": Verb("reset_quota"),
            "recount-quota": Verb("recount_quotas"),
            "usage": Verb("list_usage", ("day", "metric", "amount")),
        },
        of_one_tenant=False,
    ),
    "member": Group(
        "Members of a tenant.",
        {
            "list": Verb("list_members", _MEMBER),
            "show": Verb("get_member"),
            "add": Verb("add_member"),
            "update": Verb("update_member"),
            "archive": Verb("archive_member"),
            "restore": Verb("restore_member"),
            "transfer": Verb("transfer_ownership"),
            "leave": Verb("leave_tenant"),
            "end-sessions": Verb("end_member_sessions"),
            "invite": Verb("invite_member"),
            "invitations": Verb("list_invitations", ("id", "name", "email", "role", "expires_at", "accepted_at")),
            "resend": Verb("resend_invitation"),
            "revoke-invitation": Verb("revoke_invitation"),
        },
    ),
    "key": Group(
        "API keys of a tenant.",
        {
            "list": Verb("list_api_keys", _KEY),
            "show": Verb("get_api_key"),
            "create": Verb("create_api_key"),
            "update": Verb("update_api_key"),
            "rotate": Verb("rotate_api_key"),
            "revoke": Verb("revoke_api_key"),
        },
    ),
    "service-account": Group(
        "Service accounts of a tenant: programs that act in their own name.",
        {
            "list": Verb("list_service_accounts", ("id", "title", "role", "subject", "archived_at")),
            "show": Verb("get_service_account"),
            "create": Verb("create_service_account"),
            "update": Verb("update_service_account"),
            "archive": Verb("archive_service_account"),
            "restore": Verb("restore_service_account"),
        },
    ),
    "provider": Group(
        "A tenant's own identity providers.",
        {
            "list": Verb("list_identity_providers", ("id", "title", "issuer", "client_id", "enabled", "last_used_at")),
            "show": Verb("get_identity_provider"),
            "create": Verb("create_identity_provider"),
            "update": Verb("update_identity_provider"),
            "archive": Verb("archive_identity_provider"),
            "require": Verb("require_single_sign_on"),
        },
    ),
    "domain": Group(
        "The domains that a tenant says are its own.",
        {
            "list": Verb("list_domains", ("id", "name", "verified_at")),
            "show": Verb("get_domain"),
            "create": Verb("create_domain"),
            "verify": Verb("verify_domain"),
            "archive": Verb("archive_domain"),
        },
    ),
    "export": Group(
        "Exports of a tenant, or of one person's data, as an archive.",
        {
            "list": Verb("list_exports", _EXPORT),
            "show": Verb("get_export"),
            "start": Verb("request_export"),
            "start-member": Verb("export_member"),
            "cancel": Verb("cancel_export"),
        },
    ),
    "audit": Group(
        "The audit log of a tenant.",
        {"list": Verb("list_audit_entries", _ENTRY), "show": Verb("get_audit_entry")},
    ),
}
"""The groups by name. Verbs that are more than one request are entered in `making.py`."""
