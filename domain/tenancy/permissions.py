"""The one table of permissions: role × action. Both APIs ask it, and nothing else decides."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from typing import Final

from domain.kernel.errors import Forbidden
from domain.kernel.principal import ActorKind, Principal, Role


class Action(StrEnum):
    """What a caller may be allowed to do. Scopes of API keys are these words."""

    DOMAIN_READ = "domain:read"
    RISK_WRITE = "risk:write"
    RISK_CONFIGURE = "risk:configure"
    ACCEPTANCE_APPROVE = "acceptance:approve"
    MILESTONE_WRITE = "milestone:write"
    RESOURCE_WRITE = "resource:write"
    MONEY_WRITE = "money:write"
    CATALOGUE_WRITE = "catalogue:write"
    TEAM_WRITE = "team:write"
    MARKET_WRITE = "market:write"
    COMPLIANCE_WRITE = "compliance:write"
    LESSON_WRITE = "lesson:write"
    VENTURE_WRITE = "venture:write"
    CALENDAR_WRITE = "calendar:write"
    ALERT_ACKNOWLEDGE = "alert:acknowledge"
    REVIEW_REQUEST = "review:request"
    REVIEW_VOTE = "review:vote"
    REVIEW_DECIDE = "review:decide"
    RULE_WRITE = "rule:write"
    MEMBER_READ = "member:read"
    MEMBER_WRITE = "member:write"
    API_KEY_READ = "api_key:read"
    API_KEY_WRITE = "api_key:write"
    WEBHOOK_READ = "webhook:read"
    WEBHOOK_WRITE = "webhook:write"
    NOTIFICATION_WRITE = "notification:write"
    DOCUMENT_READ = "document:read"
    DOCUMENT_WRITE = "document:write"
    SCIM_WRITE = "scim:write"
    AUDIT_READ = "audit:read"
    TENANT_WRITE = "tenant:write"
    SESSION_WRITE = "session:write"
    TENANT_OWN = "tenant:own"
    PERSON_ERASE = "person:erase"
    EXPORT_READ = "export:read"
    EXPORT_WRITE = "export:write"
    IDENTITY_PROVIDER_READ = "identity_provider:read"
    IDENTITY_PROVIDER_WRITE = "identity_provider:write"
    USAGE_READ = "usage:read"
    IMPORT_WRITE = "import:write"


_LEAST: Final[dict[Action, Role]] = {
    Action.DOMAIN_READ: Role.VIEWER,
    Action.MEMBER_READ: Role.VIEWER,
    Action.NOTIFICATION_WRITE: Role.VIEWER,
    Action.SESSION_WRITE: Role.VIEWER,
    Action.RISK_WRITE: Role.CONTRIBUTOR,
    Action.MILESTONE_WRITE: Role.CONTRIBUTOR,
    Action.RESOURCE_WRITE: Role.CONTRIBUTOR,
    Action.MONEY_WRITE: Role.CONTRIBUTOR,
    Action.MARKET_WRITE: Role.CONTRIBUTOR,
    Action.COMPLIANCE_WRITE: Role.CONTRIBUTOR,
    Action.LESSON_WRITE: Role.CONTRIBUTOR,
    Action.ALERT_ACKNOWLEDGE: Role.CONTRIBUTOR,
    Action.REVIEW_REQUEST: Role.CONTRIBUTOR,
    Action.REVIEW_VOTE: Role.CONTRIBUTOR,
    Action.RISK_CONFIGURE: Role.MANAGER,
    Action.CATALOGUE_WRITE: Role.MANAGER,
    Action.ACCEPTANCE_APPROVE: Role.MANAGER,
    Action.TEAM_WRITE: Role.MANAGER,
    Action.VENTURE_WRITE: Role.MANAGER,
    Action.CALENDAR_WRITE: Role.MANAGER,
    Action.REVIEW_DECIDE: Role.MANAGER,
    Action.RULE_WRITE: Role.MANAGER,
    Action.MEMBER_WRITE: Role.ADMIN,
    Action.API_KEY_READ: Role.ADMIN,
    Action.API_KEY_WRITE: Role.ADMIN,
    Action.WEBHOOK_READ: Role.ADMIN,
    Action.WEBHOOK_WRITE: Role.ADMIN,
    Action.DOCUMENT_READ: Role.ADMIN,
    Action.DOCUMENT_WRITE: Role.ADMIN,
    Action.SCIM_WRITE: Role.ADMIN,
    Action.AUDIT_READ: Role.ADMIN,
    Action.TENANT_WRITE: Role.ADMIN,
    Action.TENANT_OWN: Role.OWNER,
    Action.PERSON_ERASE: Role.OWNER,
    Action.EXPORT_READ: Role.ADMIN,
    Action.EXPORT_WRITE: Role.ADMIN,
    Action.IDENTITY_PROVIDER_READ: Role.ADMIN,
    Action.IDENTITY_PROVIDER_WRITE: Role.ADMIN,
    Action.USAGE_READ: Role.ADMIN,
    Action.IMPORT_WRITE: Role.MANAGER,
}
"""The least powerful role that may do each action; every more powerful one may as well."""


def role_allows(role: Role, action: Action) -> bool:
    """Whether a role may do an action."""
    return role.rank <= _LEAST[action].rank


def allows(principal: Principal, action: str) -> bool:
    """Whether the principal may do an action: by its role, and by its scopes where it has any."""
    if principal.kind is ActorKind.WORKER:
        return True
    return role_allows(principal.role, Action(action)) and (principal.scopes is None or action in principal.scopes)


def require(principal: Principal, action: str) -> None:
    """Raises `Forbidden` unless the principal may do the action."""
    if not allows(principal, action):
        raise Forbidden(f"this needs the permission {action}, which your role ({principal.role}) or key does not have")


@lru_cache(1_000)
def permissions_of(principal: Principal) -> tuple[str, ...]:
    """All that the principal may do, in the order of the table."""
    return tuple(str(action) for action in Action if allows(principal, action))
