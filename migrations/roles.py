"""The five roles of the database and what each may do; the tests hold the database's catalogue against this page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

OWNER: Final = "milepost_migrate"
APP: Final = "milepost_app"
FINDER: Final = "milepost_finder"
AUTH: Final = "milepost_auth"
KEEPER: Final = "milepost_keeper"

ROLES: Final[Mapping[str, str]] = {
    OWNER: "BYPASSRLS",
    APP: "NOBYPASSRLS",
    FINDER: "NOBYPASSRLS",
    AUTH: "NOBYPASSRLS",
    KEEPER: "NOBYPASSRLS",
}

GLOBAL_TABLES: Final = frozenset(
    {
        "tenant",
        "plan",
        "user",
        "identity",
        "session",
        "device_grant",
        "used_logout_token",
        "user_tenant",
        "tenant_domain",
        "operator_key",
        "operator_idempotency_key",
        "erasure_proof",
        "alembic_version",
    }
)

FOUND: Final = ("event", "delivery", "work")
"""Tables in which the finder may see (tenant_id, due), and nothing else."""

USUAL_GRANT: Final = "SELECT, INSERT, UPDATE"

APPENDED: Final = frozenset(
    {
        "assessment",
        "acquisition_step",
        "review_record",
        "review_vote",
        "baseline_milestone",
        "roadmap_version",
        "risk_limits",
        "reading",
        "criterion_result",
        "alert_transition",
        "audit_entry",
        "audit_personal",
        "audit_seal",
        "audit_checkpoint",
        "attempt",
        "event_body",
        "trusted_document",
        "health_change",
        "compute_use",
        "positioning_check",
    }
)
"""Tables to which the application role only appends."""

EMPTIED: Final = frozenset(
    {
        *("idempotency_key", "work", "alert", "alert_flapping", "forecast", "risk_share", "digest_item"),
        *("earned_value", "archive_part", "archive_file", "usage_day"),
    }
)
"""Tables of which the application role may also delete rows."""

GLOBAL_GRANTS: Final[Mapping[str, Mapping[str, str]]] = {
    "tenant": {APP: "SELECT, INSERT, UPDATE", AUTH: "SELECT", FINDER: "SELECT", KEEPER: "SELECT, DELETE"},
    "plan": {APP: "SELECT, INSERT, UPDATE", AUTH: "SELECT"},
    "user": {AUTH: "SELECT, INSERT, UPDATE", KEEPER: "SELECT, DELETE"},
    "identity": {AUTH: "SELECT, INSERT, UPDATE", KEEPER: "SELECT, DELETE"},
    "session": {AUTH: "SELECT, INSERT, UPDATE, DELETE", KEEPER: "SELECT, DELETE"},
    "user_tenant": {APP: "INSERT", AUTH: "SELECT", KEEPER: "SELECT, DELETE"},
    "device_grant": {AUTH: "SELECT, INSERT, UPDATE, DELETE"},
    "used_logout_token": {AUTH: "SELECT, INSERT, DELETE"},
    "tenant_domain": {APP: "SELECT, INSERT, DELETE", KEEPER: "SELECT, DELETE"},
    "operator_key": {AUTH: "SELECT, INSERT, UPDATE"},
    "operator_idempotency_key": {AUTH: "SELECT, INSERT, UPDATE, DELETE", KEEPER: "SELECT, DELETE"},
    "erasure_proof": {APP: "SELECT", KEEPER: "SELECT, INSERT, UPDATE"},
    "alembic_version": {APP: "SELECT"},
}


def app_grant(table: str) -> str:
    """What the application role may do with a tenant table."""
    if table in APPENDED:
        return "SELECT, INSERT"
    return f"{USUAL_GRANT}, DELETE" if table in EMPTIED else USUAL_GRANT
