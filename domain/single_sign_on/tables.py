"""A tenant's own identity providers and its domains."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from domain.kernel.columns import choice, document, flag, instant, reference, text, texts
from domain.kernel.principal import Role
from domain.kernel.tables import Entity, GlobalTable, Identified, Kind, index, unique_where


class VerifiedBy(StrEnum):
    """How it is known that a domain is the tenant's."""

    DNS = "dns"
    OPERATOR = "operator"


class IdentityProvider(Entity, table=True):
    """An OpenID Connect provider of the tenant's own, at which its members sign in."""

    __tablename__ = "identity_provider"
    prefix = "identity_provider"
    word = "identity_provider"
    private = frozenset({"client_secret"})

    title: str = text()
    issuer: str = text()
    client_id: str = text()
    client_secret: str | None = text(None)
    "Encrypted; empty for a public client."
    scopes: list[str] = texts()
    trust_email: bool = flag(False)
    "Whether its word is taken for an address of which it does not say that it is verified."
    group_claim: str | None = text(None)
    group_roles: list[dict[str, Any]] | None = document(None)
    "Which group has which role: `[{group, role}]`."
    default_role: Role | None = choice(Role, None, name="default_role")
    "Who is no member yet becomes one with this role; empty: nobody does."
    most_role: Role = choice(Role, name="most_role")
    "The role of who said last where it points: it signs nobody in above that."
    enabled: bool = flag(True)
    __table_args__ = (index("title"),)


class ProviderUse(Identified, table=True):
    """When somebody last signed in through a provider: apart, since it changes with every sign-in."""

    __tablename__ = "identity_provider_use"
    table_kind = Kind.COMPUTED

    last_sign_in_at: datetime = instant()
    last_member_id: UUID = reference()


class Domain(Entity, table=True):
    """A domain of e-mail addresses that the tenant says is its own."""

    __tablename__ = "domain"
    prefix = "domain"
    word = "domain"

    name: str = text()
    token: str = text()
    "What its TXT record must hold."
    verified_at: datetime | None = instant(None)
    verified_by: VerifiedBy | None = choice(VerifiedBy, None, name="verified_by")
    __table_args__ = (unique_where("uq_domain_name", "archived_at IS NULL", "name"),)


class TenantDomain(GlobalTable, table=True):
    """Whose a verified domain is: one tenant's in the whole installation."""

    __tablename__ = "tenant_domain"

    domain: str = Field(sa_type=sa.Text, primary_key=True)
    tenant_id: UUID = reference()
    verified_at: datetime = instant()
    __table_args__ = (sa.Index(None, "tenant_id"),)
