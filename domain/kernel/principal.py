"""Who is acting. All that the domain sees of a caller."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from ipaddress import IPv4Network, IPv6Network
from uuid import UUID


class Role(StrEnum):
    """The five roles of a member, from the most to the least powerful."""

    OWNER = "owner"
    ADMIN = "admin"
    MANAGER = "manager"
    CONTRIBUTOR = "contributor"
    VIEWER = "viewer"

    @property
    def rank(self) -> int:
        """0 for owner, 4 for viewer."""
        return _RANKS[self]


_RANKS = {role: rank for rank, role in enumerate(Role)}


class ActorKind(StrEnum):
    """What kind of caller acts."""

    MEMBER = "member"
    API_KEY = "api_key"
    OPERATOR = "operator"
    WORKER = "worker"
    SERVICE_ACCOUNT = "service_account"
    "By a bearer token of the tenant's own issuer; with a key of the account, the key acts."

    @property
    def prefix(self) -> str:
        """Begins the external id of such an actor; empty for a worker, who has none."""
        return "operator_key" if self is ActorKind.OPERATOR else "" if self is ActorKind.WORKER else self.value


@dataclass(frozen=True)
class Principal:
    """One caller in exactly one tenant.

    `actor_id` is the member's, account's, key's or operator key's id; a worker has none. `member_id` is the member in
    whose name the caller acts, where there is one. `scopes` None means all that the role allows; `venture_ids` None
    means all ventures of the tenant. `authenticated_at` is when the person of a session last proved at the provider who
    they are; None where that is not known.
    """

    tenant_id: UUID
    kind: ActorKind
    role: Role
    actor_id: UUID | None = None
    member_id: UUID | None = None
    service_account_id: UUID | None = None
    "The service account whose key acts."
    scopes: frozenset[str] | None = None
    venture_ids: frozenset[UUID] | None = None
    session_id: UUID | None = None
    authenticated_at: datetime | None = None
    networks: tuple[IPv4Network | IPv6Network, ...] = ()
    cost_limit: int | None = field(default=None, compare=False)
    "What all callers of the tenant may spend on GraphQL in a minute, where its plan says so."

    @classmethod
    def worker(cls, tenant_id: UUID) -> Principal:
        """The principal under which workers act in a tenant."""
        return cls(tenant_id=tenant_id, kind=ActorKind.WORKER, role=Role.OWNER)
