"""A tenant with one of everything that has an id, made without the commands: what is tried must not depend on them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

import asyncpg

from domain.kernel.commands import COMMANDS, execute
from domain.kernel.ids import external_id, uuid7
from domain.kernel.principal import Role
from domain.kernel.runtime import Runtime
from domain.kernel.settings import Settings
from domain.kernel.tables import tables
from tests.conftest import TestTenant, make_tenant
from tests.contract.catalogue import superuser
from tests.security.conftest import insert
from tests.security.rows import TABLES, Row, one_of_each

DEFAULTS = frozenset({"risk_scale"})
"Tables whose rows mean something to every command: the tenant's own are used."
COUNTED = frozenset({"quota"})
"The same, where nobody names a row by an id."


@dataclass(frozen=True)
class Owner:
    """A tenant, an external id for each prefix, and an API key of its owner."""

    tenant: TestTenant
    canary: str
    ids: dict[str, str]
    key: str


async def owner_of_everything(runtime: Runtime, settings: Settings) -> Owner:
    """A new tenant with one of everything."""
    tenant = await make_tenant(runtime)
    canary = f"CANARY{tenant.id.hex[-12:]}"
    rows = _alive(one_of_each(tenant.id, canary))
    rows["notification_preference"]["member_id"] = tenant.members[Role.OWNER]  # nobody else sees it
    rows["review_participant"]["member_id"] = tenant.members[Role.OWNER]  # a chair, who alone decides
    async with superuser(settings) as database:
        for table in TABLES:
            if table.name not in DEFAULTS | COUNTED:
                await insert(database, table.name, rows[table.name])
            if table.name in ("milestone", "task"):
                await insert(database, table.name, rows[f"{table.name}_before"])
        ids = {
            cls.prefix: external_id(cls.prefix, rows[str(cls.__tablename__)]["id"])
            for cls in tables()
            if cls.prefix and "id" in rows.get(str(cls.__tablename__), {})
        }
        for name in DEFAULTS:
            if (found := await _default(database, name, tenant.id)) is not None:
                ids[name] = external_id(name, found)
        ids["session"] = external_id("session", await signed_in(database, tenant))
    ids["tenant"] = external_id("tenant", tenant.id)
    command = COMMANDS["create_api_key"]
    given = command.input.model_validate({"title": "crossing", "role": "owner"})
    done = await execute(runtime, tenant.principal(), command, given)
    return Owner(tenant, canary, ids, done.shown_once["key"])


async def signed_in(database: asyncpg.Connection, tenant: TestTenant) -> UUID:
    """A session of somebody in a tenant; nobody knows its token."""
    session_id, user_id, now = uuid7(), uuid7(), datetime.now(UTC)
    await insert(database, '"user"', {"id": user_id, "email_verified": False, "name": "Ann", "created_at": now})
    row = {
        "id": session_id,
        "token_hash": session_id.hex,
        "user_id": user_id,
        "tenant_id": tenant.id,
        "member_id": tenant.members[Role.OWNER],
        "issuer": "https://id.example",
        "created_at": now,
        "last_used_at": now,
        "expires_at": now + timedelta(days=1),
    }
    await insert(database, "session", row)
    return session_id


async def _default(database: asyncpg.Connection, table: str, tenant_id: UUID) -> UUID | None:
    found = await database.fetchval(f"SELECT id FROM {table} WHERE tenant_id = $1", tenant_id)
    return found if isinstance(found, UUID) else None


def _alive(rows: dict[str, Row]) -> dict[str, Row]:
    """None is archived, nothing is due, and no membership names a user."""
    for row in rows.values():
        for name in {"archived_at", "due", "lease", "user_id", "venture_ids"} & row.keys():
            row[name] = None
    rows["review"] |= {"state": "in_review", "quorum": None, "entrance": None}  # so that it can be decided
    rows["feedback"]["settled_at"] = None
    rows["user_feedback"] |= {"settled_at": None, "need_id": None}
    rows["review_condition"] |= dict.fromkeys(("met_at", "waived_at", "failed_at", "moved_reason"))
    return rows
