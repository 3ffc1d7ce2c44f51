"""Rows of an archive written into another tenant: as they were, under the ids that they had."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, Final
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlmodel import col

from domain.archives.contents import TENANT, Content
from domain.archives.opening import BadArchive
from domain.identity.people import expect_users, users_at
from domain.kernel.counting import recount
from domain.kernel.ids import external_id, milliseconds_of
from domain.kernel.listener import passing_by
from domain.kernel.machinery import Event, SearchText, TenantCounter
from domain.kernel.partitions import PARTITIONED, ensure_partition_at
from domain.kernel.searching import search_content
from domain.kernel.tables import Entity, table_class
from domain.kernel.work import Work
from domain.tenancy.tables import Member, Tenant
from domain.webhooks.keys import secret_place
from domain.webhooks.signing import new_secret
from domain.webhooks.tables import Signing

Row = dict[str, Any]

NOT_BROUGHT_IN: Final[Mapping[str, str]] = {
    "audit_seal": "the entries are sealed anew, since their seals hold the tenant's id",
    "audit_checkpoint": "signed by the installation that the archive is from",
    "quota": "what a tenant may is decided by the operator",
    "usage_day": "what a tenant used it used there",
}
"""Tables of an archive of which nothing is brought in, with the reason."""

_OF_THE_INSTALLATION: Final = frozenset(
    {
        *("id", "slug", "status", "created_at", "updated_at", "version", "plan_code", "sso_required"),
        *("deletion_scheduled_at", "delete_after", "erasure_began_at", "suspended_at", "allowed_networks"),
    }
)
"""Columns of the tenant that are not brought in."""

_OLDEST: Final = datetime(2020, 1, 1, tzinfo=UTC)


async def bring_in(work: Work, content: Content, origin: UUID, rows: Sequence[Row]) -> None:
    """Write rows that were read from an archive of another tenant. Raises what the database refuses."""
    if not rows or content.name in NOT_BROUGHT_IN:
        return
    if content.name == TENANT:
        await _choose(work, rows[0])
        return
    if content.name in PARTITIONED:
        await _make_room(work, content.name, rows)
    beside = _BESIDE.get(content.name, _nothing)
    written = [_moved(row, origin, work.tenant_id) | {"tenant_id": work.tenant_id} for row in rows]
    written = [row | beside(work, row) for row in written]
    await _insert(work, content.table, written)
    cls = table_class(content.name.removesuffix("_history"))
    if content.table.name == cls.__tablename__ and issubclass(cls, Entity) and cls.searched:
        texts = [
            {
                "tenant_id": work.tenant_id,
                "type": cls.word,
                "id": row["id"],
                "content": search_content(row[name] for name in cls.searched),
            }
            for row in written
            if row["archived_at"] is None
        ]
        if texts:
            await _insert(work, SearchText.__table__, texts)  # type: ignore[attr-defined]  # set by the mapper


async def settle(work: Work) -> None:
    """What follows from all rows together: the next event's number, what is counted, and who may sign in."""
    latest = sa.select(sa.func.max(col(Event.sequence))).where(col(Event.tenant_id) == work.tenant_id)
    number = (await work.session.execute(latest)).scalar_one() or 0
    counter = upsert(TenantCounter).values(tenant_id=work.tenant_id, name="event", value=number)
    await work.session.execute(
        counter.on_conflict_do_update(index_elements=["tenant_id", "name"], set_={"value": number})
    )
    await recount(work)
    people = sa.select(col(Member.email), col(Member.name)).where(
        col(Member.tenant_id) == work.tenant_id, col(Member.email).is_not(None), col(Member.archived_at).is_(None)
    )
    for email, name in (await work.session.execute(people)).all():
        assert email is not None
        await expect_users(work, await users_at(work.runtime, email, name))


async def _insert(work: Work, table: sa.Table, rows: Sequence[Row]) -> None:
    def insert(session: Any) -> None:
        connection = session.connection()
        with passing_by(connection):
            connection.execute(sa.insert(table), rows)

    await work.session.run_sync(insert)


async def _choose(work: Work, row: Row) -> None:
    """The tenant takes over what the other one had chosen."""
    chosen = {name: value for name, value in row.items() if name not in _OF_THE_INSTALLATION}
    await work.session.execute(sa.update(Tenant).where(col(Tenant.id) == work.tenant_id).values(**chosen))


async def _make_room(work: Work, table: str, rows: Sequence[Row]) -> None:
    """The partitions of the rows' months, which another installation may not have."""
    latest = datetime.now(UTC) + timedelta(days=1)
    months = set()
    for row in rows:
        moment = datetime.fromtimestamp(milliseconds_of(row["id"]) / 1000, UTC)
        if not _OLDEST <= moment <= latest:
            raise BadArchive(f"the id {row['id']} of a row of {table} is of no time between 2020 and now")
        months.add((moment.year, moment.month))
    async with work.runtime.database.engine("keeper").begin() as connection:
        for year, month in sorted(months):
            await ensure_partition_at(connection, table, datetime(year, month, 2, tzinfo=UTC))


def _moved(row: Row, origin: UUID, tenant_id: UUID) -> Row:
    """The row with the tenant's own id wherever the other tenant's stood."""
    before, after = external_id("tenant", origin), external_id("tenant", tenant_id)

    def moved(value: Any) -> Any:
        match value:
            case UUID() if value == origin:
                return tenant_id
            case dict():
                return {name: moved(item) for name, item in value.items()}
            case list():
                return [moved(item) for item in value]
            case str() if value == before:
                return after
            case _:
                return value

    return {name: moved(value) for name, value in row.items()}


def _nothing(work: Work, row: Row) -> Row:
    return {}


def _api_key(work: Work, row: Row) -> Row:
    """Nobody has a key that fits."""
    return {"key_hash": secrets.token_hex(32), "archived_at": row["archived_at"] or work.now}


def _endpoint(work: Work, row: Row) -> Row:
    """It has a new secret, and nothing is sent before somebody enables it."""
    sealed = work.runtime.keys.encrypt(new_secret(), tenant_id=work.tenant_id, place=secret_place(row["id"]))
    symmetric = {"signing": row["signing"] and Signing.HMAC, "public_key": None, "header_names": None}
    return {"secret": sealed, "enabled": False} | symmetric


def _channel(work: Work, row: Row) -> Row:
    """Whoever reads mail there has to agree again, and an address at Slack or Teams has to be given again."""
    return {"enabled": False, "confirmed_at": None}


def _preference(work: Work, row: Row) -> Row:
    """A copy of a tenant writes to nobody."""
    return {"email": False}


def _provider(work: Work, row: Row) -> Row:
    """Nobody signs in by it before its secret is given again."""
    return {"enabled": False}


def _domain(work: Work, row: Row) -> Row:
    """A domain is one tenant's in the whole installation, and has to be shown to be this one's."""
    return {"verified_at": None, "verified_by": None}


def _event(work: Work, row: Row) -> Row:
    return {"due": work.now if row["sequence"] is None else None}


def _work(work: Work, row: Row) -> Row:
    return {"lease": None, "attempts": 0, "wanted": 1}


_BESIDE: Final[Mapping[str, Callable[[Work, Row], Row]]] = {
    "api_key": _api_key,
    "webhook_endpoint": _endpoint,
    "channel": _channel,
    "notification_preference": _preference,
    "identity_provider": _provider,
    "domain": _domain,
    "event": _event,
    "work": _work,
}
"""What rows get that archives do not hold, and what is switched off."""
