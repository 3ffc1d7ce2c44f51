"""How tenants and their settings are shown."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, Field, model_validator

from api.rest.shown import Instant, Shown, TenantId
from domain.calendars.reading import USUAL_WEEK
from domain.tenancy.plan_tables import UNLIMITED
from domain.tenancy.tables import TenantStatus, TrustedOnly


def _usually(value: Any) -> BeforeValidator:
    """Shows what is usual where nothing was chosen."""
    return BeforeValidator(lambda stored: value if stored is None else stored)


class ShownTenant(Shown):
    """A customer organisation."""

    id: Annotated[TenantId, Field(description="Its id.")]
    slug: Annotated[str, Field(description="Its short name.", examples=["aurora"])]
    name: Annotated[str, Field(description="Its name.", examples=["Aurora Labs"])]
    locale: Annotated[str, Field(description="Language of its texts.", examples=["en"])]
    time_zone: Annotated[str, Field(description="Time zone of its days.", examples=["Europe/Berlin"])]
    currency: Annotated[str, Field(description="Currency of its amounts, by ISO 4217.", examples=["EUR"])]
    status: Annotated[TenantStatus, Field(description="Whether it is in use.")]
    trusted_documents_only: Annotated[
        TrustedOnly | None, Field(description="Whose GraphQL operations must be trusted documents; null: nobody's.")
    ]
    review_lead_days: Annotated[
        int | None,
        Field(description="Working days before a review's day from which its report is gathered; null: five."),
    ]
    deletion_scheduled_at: Annotated[
        Instant | None, Field(description="When its deletion was asked for; null while nobody has.")
    ]
    delete_after: Annotated[
        Instant | None, Field(description="When it is erased for good; null while nobody has asked for that.")
    ]
    plan: Annotated[
        str,
        _usually(UNLIMITED),
        Field(validation_alias="plan_code", description="Code of its plan, which says what it may have."),
    ]
    version: Annotated[int, Field(description="Counts the changes; the ETag.", examples=[1])]
    created_at: Annotated[Instant, Field(description="When it was made.")]
    updated_at: Annotated[Instant, Field(description="When it was changed last.")]


class ShownTenantSettings(ShownTenant):
    """All that a tenant has chosen."""

    introspection: Annotated[
        bool,
        _usually(True),
        Field(description="Whether GraphQL answers introspection, where the installation does."),
    ]
    working_week: Annotated[
        str,
        _usually(USUAL_WEEK),
        Field(description="Seven digits, Monday first, 1 for a day that is worked.", examples=["1111100"]),
    ]
    fiscal_year_start_month: Annotated[
        int, _usually(1), Field(description="The month in which its fiscal year begins.")
    ]
    allowed_email_domains: Annotated[
        list[str] | None,
        Field(description="The only domains of members' e-mail addresses; null: all.", examples=[["aurora.dev"]]),
    ]
    allowed_networks: Annotated[
        list[str] | None,
        Field(description="The only networks from which anybody is let in; null: all.", examples=[["203.0.113.0/24"]]),
    ]
    sso_required: Annotated[
        bool, _usually(False), Field(description="Whether people sign in by the tenant's own provider only.")
    ]
    audit_retention_days: Annotated[
        int | None, Field(description="For how many days audit entries are kept; null: as the installation does.")
    ]
    event_retention_days: Annotated[
        int | None, Field(description="For how many days events are kept; null: as the installation does.")
    ]
    delivery_retention_days: Annotated[
        int | None, Field(description="For how many days deliveries are kept; null: as the installation does.")
    ]


class ShownErased(BaseModel):
    """What was erased from one table."""

    table: Annotated[str, Field(description="The table.", examples=["risk"])]
    rows_deleted: Annotated[int, Field(description="Rows that were deleted.", examples=[1204])]
    rows_left: Annotated[
        int | None, Field(description="Rows that are left, counted at the end; null before.", examples=[0])
    ]


class ShownErasure(Shown):
    """What proves that a tenant is gone, or how far its erasing is."""

    tenant_id: Annotated[TenantId, Field(description="The tenant.")]
    began_at: Annotated[Instant, Field(description="When erasing began.")]
    finished_at: Annotated[Instant | None, Field(description="When nothing was left; null while it goes on.")]
    tables: Annotated[list[ShownErased], Field(description="By table, in the order of their names.")]

    @model_validator(mode="before")
    @classmethod
    def _by_table(cls, row: Any) -> Any:
        """One member a table, those too that had no rows."""
        names = sorted({*row.erased, *row.kept})
        found = [
            {"table": name, "rows_deleted": row.erased.get(name, 0), "rows_left": row.kept.get(name)} for name in names
        ]
        return {"tenant_id": row.tenant_id, "began_at": row.began_at, "finished_at": row.finished_at, "tables": found}
