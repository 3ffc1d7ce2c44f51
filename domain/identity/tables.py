"""People as the installation knows them: users, their identities at providers, their sessions. Read by sign-in only."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from domain.kernel.columns import document, flag, instant, number, reference, text
from domain.kernel.ids import uuid7
from domain.kernel.tables import GlobalTable


class User(GlobalTable, table=True):
    """A person."""

    __tablename__ = "user"
    prefix = "user"

    id: UUID = Field(sa_type=sa.Uuid, primary_key=True, default_factory=uuid7)
    email: str | None = text(None)
    email_verified: bool = flag(False)
    name: str = text()
    created_at: datetime = instant()
    __table_args__ = (sa.Index("ix_user_email", sa.text("lower(email)")),)


class Identity(GlobalTable, table=True):
    """A person at one provider: known by issuer and subject, never by e-mail. `issuer_tenant_id`: a tenant's own."""

    __tablename__ = "identity"

    id: UUID = Field(sa_type=sa.Uuid, primary_key=True, default_factory=uuid7)
    user_id: UUID = reference()
    issuer: str = text()
    subject: str = text()
    issuer_tenant_id: UUID | None = reference(None)
    created_at: datetime = instant()
    __table_args__ = (
        sa.UniqueConstraint("issuer", "subject", "issuer_tenant_id", postgresql_nulls_not_distinct=True),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"]),
        sa.Index(None, "user_id"),
    )


class Session(GlobalTable, table=True):
    """A signed-in browser or command line: one user in one tenant. The token's hash is stored, never the token."""

    __tablename__ = "session"
    prefix = "session"

    id: UUID = Field(sa_type=sa.Uuid, primary_key=True, default_factory=uuid7)
    token_hash: str = text()
    user_id: UUID = reference()
    tenant_id: UUID = reference()
    member_id: UUID = reference()
    issuer: str = text()
    identity_provider_id: UUID | None = reference(None)
    "The tenant's own provider that it came from: it is good for that tenant only. Empty: one of the installation."
    provider_session: str | None = text(None)
    "The provider's `sid`, for logout from there."
    id_token: str | None = text(None)
    "Encrypted; the hint of a logout at the provider."
    created_at: datetime = instant()
    last_used_at: datetime = instant()
    expires_at: datetime = instant()
    authenticated_at: datetime | None = instant(None)
    "When the person last proved at the provider who they are; empty: the provider did not say, though it can."
    client: str | None = text(None)
    "The program that the person has let in with a code; empty: a browser."
    user_agent: str | None = text(None)
    address: str | None = text(None)
    "From where it was used last."
    details: dict[str, Any] | None = document(None)
    __table_args__ = (
        sa.UniqueConstraint("token_hash"),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"]),
        sa.Index(None, "user_id"),
        sa.Index(None, "expires_at"),
    )


class DeviceGrant(GlobalTable, table=True):
    """A program without a browser that waits to be let in by a person (RFC 8628). Both of its codes are stored hashed.

    Undecided while `decided_at` is empty; then allowed where it names the session of the person who allowed it.
    """

    __tablename__ = "device_grant"

    id: UUID = Field(sa_type=sa.Uuid, primary_key=True, default_factory=uuid7)
    device_code_hash: str = text()
    user_code_hash: str = text()
    client: str = text()
    "The program, by the name that it gives itself."
    tenant: str | None = text(None)
    "The tenant that it asks for, as it was typed."
    user_agent: str | None = text(None)
    address: str | None = text(None)
    created_at: datetime = instant()
    expires_at: datetime = instant()
    interval_seconds: int = number()
    polled_at: datetime | None = instant(None)
    decided_at: datetime | None = instant(None)
    session_id: UUID | None = reference(None)
    __table_args__ = (
        sa.UniqueConstraint("device_code_hash"),
        sa.UniqueConstraint("user_code_hash"),
        sa.Index(None, "expires_at"),
        sa.Index(None, "address"),
    )


class UsedLogoutToken(GlobalTable, table=True):
    """A provider's word that somebody has signed out there, which is good once."""

    __tablename__ = "used_logout_token"

    issuer: str = Field(sa_type=sa.Text, primary_key=True)
    client_id: str = Field(sa_type=sa.Text, primary_key=True)
    token_hash: str = Field(sa_type=sa.Text, primary_key=True)
    forget_at: datetime = instant()
    __table_args__ = (sa.Index(None, "forget_at"),)


class UserTenant(GlobalTable, table=True):
    """Which tenants a user may have a membership in; the membership in the tenant decides."""

    __tablename__ = "user_tenant"

    user_id: UUID = Field(sa_type=sa.Uuid, primary_key=True)
    tenant_id: UUID = Field(sa_type=sa.Uuid, primary_key=True)
