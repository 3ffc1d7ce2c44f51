"""Tenants, their members and keys."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field

from domain.kernel.columns import choice, document, flag, identifiers, instant, number, reference, text, texts
from domain.kernel.ids import uuid7
from domain.kernel.metrics import Metric
from domain.kernel.principal import Role
from domain.kernel.tables import Entity, GlobalTable, WorkTable, check, index, refers, unique, unique_where
from domain.tenancy.plan_tables import UNLIMITED


class TenantStatus(StrEnum):
    """Whether a tenant is used, paused by the operator, or on its way out."""

    ACTIVE = "active"
    SUSPENDED = "suspended"
    DELETING = "deleting"


class TrustedOnly(StrEnum):
    """Whose GraphQL operations must be trusted documents."""

    SESSIONS = "sessions"
    KEYS = "keys"
    EVERYBODY = "everybody"


class Tenant(GlobalTable, table=True):
    """One customer organisation; the boundary of all data."""

    __tablename__ = "tenant"
    prefix = "tenant"

    id: UUID = Field(sa_type=sa.Uuid, primary_key=True, default_factory=uuid7)
    slug: str = text()
    name: str = text()
    locale: str = text("en")
    time_zone: str = text("UTC")
    currency: str = text("USD")
    status: TenantStatus = choice(TenantStatus, TenantStatus.ACTIVE, name="status")
    trusted_documents_only: TrustedOnly | None = choice(TrustedOnly, None, name="trusted_documents_only")
    "Nobody's, where it is empty."
    introspection: bool | None = flag(None)
    "Whether GraphQL answers __schema and __type, where the installation does; empty: yes."
    review_lead_days: int | None = number(None)
    "Working days before a review's day from which its report is gathered; empty: five."
    working_week: str | None = text(None)
    "Seven digits, Monday first: 1 is worked, where no calendar says otherwise; empty: Monday to Friday."
    fiscal_year_start_month: int | None = number(None)
    "Empty: January."
    allowed_email_domains: list[str] | None = texts(None)
    "The only domains of which members may have addresses; empty: all."
    allowed_networks: list[str] | None = texts(None)
    "The only networks from which people and programs of the tenant are let in; empty: all."
    sso_required: bool | None = flag(None)
    "Whether people sign in by the tenant's own provider only; empty: no."
    audit_retention_days: int | None = number(None)
    event_retention_days: int | None = number(None)
    delivery_retention_days: int | None = number(None)
    "For how many days it is kept; empty: as long as the installation keeps it."
    deletion_scheduled_at: datetime | None = instant(None)
    delete_after: datetime | None = instant(None)
    "When it is erased; empty while nobody has asked for that."
    plan_code: str | None = text(UNLIMITED)
    "Empty in rows of a version before: the unlimited plan."
    suspended_at: datetime | None = instant(None)
    "Since when it is suspended, also while it is about to be deleted."
    erasure_began_at: datetime | None = instant(None)
    "From then on there is no way back."
    created_at: datetime = instant()
    updated_at: datetime = instant()
    version: int = number(1)
    __table_args__ = (
        sa.UniqueConstraint("slug"),
        check("review_lead_days", "review_lead_days BETWEEN 0 AND 60"),
        check("working_week", "working_week ~ '^[01]{7}$' AND working_week <> '0000000'"),
        check("fiscal_year_start_month", "fiscal_year_start_month BETWEEN 1 AND 12"),
        sa.ForeignKeyConstraint(["plan_code"], ["plan.code"]),
    )


class OperatorKey(GlobalTable, table=True):
    """A key with which operators administer tenants; stored hashed."""

    __tablename__ = "operator_key"
    prefix = "operator_key"

    id: UUID = Field(sa_type=sa.Uuid, primary_key=True, default_factory=uuid7)
    name: str = text()
    key_hash: str = text()
    created_at: datetime = instant()
    expires_at: datetime | None = instant(None)
    revoked_at: datetime | None = instant(None)
    __table_args__ = (sa.UniqueConstraint("key_hash"),)


class OperatorIdempotencyKey(GlobalTable, table=True):
    """A request of an operator outside any tenant that was carried out."""

    __tablename__ = "operator_idempotency_key"

    operator_key_id: UUID = Field(sa_type=sa.Uuid, primary_key=True)
    method: str = Field(sa_type=sa.Text, primary_key=True)
    route: str = Field(sa_type=sa.Text, primary_key=True)
    key: str = Field(sa_type=sa.Text, primary_key=True)
    request_hash: str = text()
    status: int | None = number(None)
    result: dict[str, Any] | None = document(None)
    created_at: datetime = instant()


class ErasureProof(GlobalTable, table=True):
    """What is left of a tenant that was erased: how many rows of each table it had, and that it has none."""

    __tablename__ = "erasure_proof"

    tenant_id: UUID = Field(sa_type=sa.Uuid, primary_key=True)
    began_at: datetime = instant()
    finished_at: datetime | None = instant(None)
    erased: dict[str, int] = document()
    "Rows that were deleted, by table."
    kept: dict[str, int] = document()
    "Rows that are left, by table; counted at the end."


class Member(Entity, table=True):
    """A user in a tenant, with a role. Name and e-mail are kept here, so that the tenant needs no global table."""

    __tablename__ = "membership"
    prefix = "member"
    word = "member"
    counted = Metric.MEMBERS
    personal = frozenset(
        {*("name", "email", "external_id"), *("display_name", "formatted_name", "given_name", "family_name")}
    )
    references = {"user_id": "user", "venture_ids": "venture"}

    user_id: UUID | None = reference(None)
    "Empty until the invited person has signed in."
    name: str = text()
    email: str | None = text(None)
    role: Role = choice(Role, name="role")
    venture_ids: list[UUID] | None = identifiers(None)
    "The only ventures the member may see; empty: all."
    external_id: str | None = text(None)
    "By what the tenant's directory knows the person."
    display_name: str | None = text(None)
    "What the directory shows as the person's name; `name` follows it when it changes."
    formatted_name: str | None = text(None)
    given_name: str | None = text(None)
    family_name: str | None = text(None)
    left_directory_at: datetime | None = instant(None)
    "Equal to `archived_at` where the directory has deleted the person, and not only made them inactive."
    __table_args__ = (
        unique_where("uq_membership_user_id", "user_id IS NOT NULL AND archived_at IS NULL", "user_id"),
        unique_where("uq_membership_external_id", "external_id IS NOT NULL AND archived_at IS NULL", "external_id"),
        index("email"),
        index("external_id"),
        index("name"),
    )


class Invitation(Entity, table=True):
    """A place in the tenant that is offered to whoever reads an e-mail address; ended by acceptance or revocation."""

    __tablename__ = "invitation"
    prefix = "invitation"
    word = "invitation"
    personal = frozenset({"email", "name"})
    references = {"venture_ids": "venture"}

    email: str = text()
    name: str = text()
    role: Role = choice(Role, name="role")
    venture_ids: list[UUID] | None = identifiers(None)
    language: str | None = text(None)
    "In which language it is written; empty: the tenant's."
    invited_by: UUID | None = reference(None)
    expires_at: datetime = instant()
    mails: int = number(1)
    "How many mails it was worth; the link of the last one alone works."
    mail_error: str | None = text(None)
    "Why the mail server will never take the mail; empty while it may."
    accepted_at: datetime | None = instant(None)
    member_id: UUID | None = reference(None)
    "Who came of it."
    __table_args__ = (
        unique_where("uq_invitation_email", "archived_at IS NULL", "email"),
        index("created_at"),
        index("expires_at"),
        refers("invited_by", "membership"),
        refers("member_id", "membership"),
    )


class ServiceAccount(Entity, table=True):
    """A program that acts in its own name: its keys outlive whoever made them, and end with it."""

    __tablename__ = "service_account"
    prefix = "service_account"
    word = "service_account"
    references = {"venture_ids": "venture"}

    title: str = text()
    description: str | None = text(None)
    role: Role = choice(Role, name="role")
    venture_ids: list[UUID] | None = identifiers(None)
    "The only ventures the account may see; empty: all."
    subject: str | None = text(None)
    "The `sub` of bearer tokens by which the tenant's own issuer names it."
    __table_args__ = (
        unique_where("uq_service_account_subject", "subject IS NOT NULL AND archived_at IS NULL", "subject"),
        index("title"),
    )


class ApiKey(Entity, table=True):
    """A key with which a program calls; shown once, stored hashed."""

    __tablename__ = "api_key"
    prefix = "api_key"
    word = "api_key"
    private = frozenset({"key_hash"})
    references = {"venture_ids": "venture", "created_by": "member", "rotated_to": "api_key"}

    title: str = text()
    key_hash: str = text()
    hint: str = text()
    "The last four characters, to tell keys apart."
    role: Role = choice(Role, name="role")
    scopes: list[str] | None = texts(None)
    venture_ids: list[UUID] | None = identifiers(None)
    networks: list[str] | None = texts(None)
    expires_at: datetime | None = instant(None)
    created_by: UUID | None = reference(None)
    service_account_id: UUID | None = reference(None)
    "The account in whose name it acts; empty: in its maker's."
    rotated_to: UUID | None = reference(None)
    "The key that has taken its place; until it ends, both work."
    __table_args__ = (
        unique("key_hash"),
        index("service_account_id"),
        refers("service_account_id", "service_account"),
    )


class ApiKeyUse(WorkTable, table=True):
    """When and from where a key was last taken: written now and then, and never by the request that used it."""

    __tablename__ = "api_key_use"

    api_key_id: UUID = Field(sa_type=sa.Uuid, primary_key=True)
    last_used_at: datetime = instant()
    last_address: str | None = text(None)
    __table_args__ = (refers("api_key_id", "api_key"),)
