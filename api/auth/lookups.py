"""What the database knows of a credential. Keys are looked up as the application role in the tenant that they name."""

from __future__ import annotations

from datetime import datetime
from ipaddress import ip_network
from typing import Any
from uuid import UUID

from api.auth.cache import Standing
from domain.identity.tables import Session
from domain.kernel.addresses import Network
from domain.kernel.principal import ActorKind, Principal, Role
from domain.kernel.runtime import Runtime
from domain.tenancy.keys import ReadKey
from domain.tenancy.tables import TenantStatus

_KEY = """
SELECT k.id, k.role, k.scopes, k.venture_ids, k.networks, k.expires_at, k.created_by,
       k.service_account_id, coalesce(a.role, m.role) AS bound_role,
       CASE WHEN a.id IS NULL THEN m.venture_ids ELSE a.venture_ids END AS bound_venture_ids,
       t.status, t.allowed_networks, q.most AS cost_limit
FROM api_key k
JOIN tenant t ON t.id = k.tenant_id AND t.id = $1
LEFT JOIN service_account a ON a.tenant_id = $1 AND a.id = k.service_account_id AND a.archived_at IS NULL
LEFT JOIN membership m
  ON m.tenant_id = $1 AND m.id = k.created_by AND m.archived_at IS NULL AND k.service_account_id IS NULL
LEFT JOIN quota q ON q.tenant_id = $1 AND q.metric = 'api_cost_per_minute'
WHERE k.tenant_id = $1 AND k.key_hash = $2 AND k.archived_at IS NULL
"""

_MEMBER = """
SELECT m.role, m.venture_ids, t.status, t.allowed_networks, q.most AS cost_limit
FROM membership m
JOIN tenant t ON t.id = m.tenant_id AND t.id = $1
LEFT JOIN identity_provider p ON p.tenant_id = $1 AND p.id = $4 AND p.enabled AND p.archived_at IS NULL
LEFT JOIN quota q ON q.tenant_id = $1 AND q.metric = 'api_cost_per_minute'
WHERE m.tenant_id = $1 AND m.id = $2 AND m.user_id = $3 AND m.archived_at IS NULL
    AND ($4::uuid IS NULL OR p.id IS NOT NULL)
    AND ($4::uuid IS NOT NULL OR t.sso_required IS NOT TRUE OR m.role = 'owner')
"""

_BEARER = """
SELECT coalesce(a.role, m.role) AS role, coalesce(a.id, m.id) AS id, a.id AS account_id, m.id AS member_id,
       CASE WHEN a.id IS NULL THEN m.venture_ids ELSE a.venture_ids END AS venture_ids,
       p.most_role, t.status, t.allowed_networks, q.most AS cost_limit
FROM identity_provider p
JOIN tenant t ON t.id = p.tenant_id AND t.id = $1
LEFT JOIN quota q ON q.tenant_id = $1 AND q.metric = 'api_cost_per_minute'
LEFT JOIN service_account a ON a.tenant_id = $1 AND a.subject = $3 AND a.archived_at IS NULL
LEFT JOIN membership m ON m.tenant_id = $1 AND m.user_id = $4 AND m.archived_at IS NULL AND a.id IS NULL
WHERE p.tenant_id = $1 AND p.id = $2 AND p.enabled AND p.archived_at IS NULL
"""


async def find_key(runtime: Runtime, key: ReadKey) -> Standing | None:
    """The standing of an API key; None when it is not there, revoked, or whoever it acts for is no longer there.

    A key acts in its maker's name, or in that of a service account, and has what it was given as far as they have it.
    """
    async with runtime.database.reading(key.tenant_id) as connection:
        row = await connection.fetchrow(_KEY, key.tenant_id, key.key_hash)
    if row is None:
        return None
    role, account_id = Role(row["role"]), row["service_account_id"]
    if row["bound_role"] is not None:
        role = max(role, Role(row["bound_role"]), key=lambda each: each.rank)
    elif account_id is not None or row["created_by"] is not None:
        return None
    principal = Principal(
        tenant_id=key.tenant_id,
        kind=ActorKind.API_KEY,
        role=role,
        actor_id=row["id"],
        member_id=row["created_by"] if account_id is None else None,
        service_account_id=account_id,
        scopes=None if row["scopes"] is None else frozenset(row["scopes"]),
        venture_ids=_both(row["venture_ids"], row["bound_venture_ids"]),
        networks=_networks(row["networks"]),
        cost_limit=row["cost_limit"],
    )
    return Standing(principal, TenantStatus(row["status"]), row["expires_at"], _networks(row["allowed_networks"]))


def _networks(texts: list[str] | None) -> tuple[Network, ...]:
    return tuple(ip_network(text) for text in texts or ())


def _both(own: list[UUID] | None, makers: list[UUID] | None) -> frozenset[UUID] | None:
    allowed = [frozenset(each) for each in (own, makers) if each is not None]
    return frozenset.intersection(*allowed) if allowed else None


async def find_member(runtime: Runtime, session: Session, ends_at: datetime) -> Standing | None:
    """The standing of a session's member; None when the membership has ended, or the tenant's provider it is from."""
    async with runtime.database.reading(session.tenant_id) as connection:
        row = await connection.fetchrow(
            _MEMBER, session.tenant_id, session.member_id, session.user_id, session.identity_provider_id
        )
    if row is None:
        return None
    principal = Principal(
        tenant_id=session.tenant_id,
        kind=ActorKind.MEMBER,
        role=Role(row["role"]),
        actor_id=session.member_id,
        member_id=session.member_id,
        venture_ids=_both(row["venture_ids"], None),
        session_id=session.id,
        authenticated_at=session.authenticated_at,
        cost_limit=row["cost_limit"],
    )
    return Standing(principal, TenantStatus(row["status"]), ends_at, _networks(row["allowed_networks"]))


async def bearer_standing(
    runtime: Runtime,
    tenant_id: UUID,
    provider_id: UUID,
    subject: str,
    user_id: UUID | None,
    scopes: frozenset[str] | None,
    ends_at: datetime,
) -> Standing | None:
    """The standing of whom a verified bearer token names; None where the account, the member or the provider is gone.

    A token has no more than its provider may give: a member above that is refused, an account is held to it.
    """
    async with runtime.database.reading(tenant_id) as connection:
        row = await connection.fetchrow(_BEARER, tenant_id, provider_id, subject, user_id)
    if row is None or row["id"] is None:
        return None
    role, most = Role(row["role"]), Role(row["most_role"])
    if row["account_id"] is None and role.rank < most.rank:
        return None
    principal = Principal(
        tenant_id=tenant_id,
        kind=ActorKind.SERVICE_ACCOUNT if row["account_id"] else ActorKind.MEMBER,
        role=max(role, most, key=lambda each: each.rank),
        actor_id=row["id"],
        member_id=row["member_id"],
        scopes=scopes,
        venture_ids=_both(row["venture_ids"], None),
        cost_limit=row["cost_limit"],
    )
    return Standing(principal, TenantStatus(row["status"]), ends_at, _networks(row["allowed_networks"]))


async def find_tenant(runtime: Runtime, tenant_id: UUID) -> TenantStatus | None:
    """How a tenant stands; None when there is none."""
    async with runtime.database.reading(tenant_id) as connection:
        status: Any = await connection.fetchval("SELECT status FROM tenant WHERE id = $1", tenant_id)
    return None if status is None else TenantStatus(status)
