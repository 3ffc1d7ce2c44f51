"""Entries of the audit log by what one asks of them, a page at a time, in the order of their instants.

Every filter has an index that ends in (at, id), so a page costs what it shows and not what the log holds. A prefix of
actions is taken apart into the actions that there are: each is a short walk of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

import sqlalchemy as sa

from domain.auditing.personal import filled
from domain.kernel.machinery import ADDRESS, AuditEntry, AuditPersonal, AuditSeal
from domain.kernel.principal import Principal
from domain.kernel.runtime import Runtime
from domain.kernel.work import Work, perform

ENTRY: Final[sa.Table] = AuditEntry.__table__  # type: ignore[attr-defined]  # set by the mapper
PERSONAL: Final[sa.Table] = AuditPersonal.__table__  # type: ignore[attr-defined]  # set by the mapper
SEAL: Final[sa.Table] = AuditSeal.__table__  # type: ignore[attr-defined]  # set by the mapper

_MOST_ACTIONS: Final = 1_000
_AFTER_ALL: Final = "\U0010ffff"

_ACTIONS: Final = sa.text(
    "WITH RECURSIVE known AS ("
    "(SELECT e.action FROM audit_entry e WHERE e.tenant_id = :tenant AND e.action >= :from AND e.action < :to"
    " ORDER BY e.action LIMIT 1) "
    "UNION ALL SELECT (SELECT e.action FROM audit_entry e WHERE e.tenant_id = :tenant AND e.action > known.action"
    " AND e.action < :to ORDER BY e.action LIMIT 1) FROM known WHERE known.action IS NOT NULL) "
    f"SELECT action FROM known WHERE action IS NOT NULL LIMIT {_MOST_ACTIONS}"
)


@dataclass(frozen=True)
class Place:
    """Where a page ended."""

    at: datetime
    id: UUID


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What is asked of the log. `action` is one action, or the beginning of some followed by `.*`."""

    actor_id: UUID | None = None
    subject_id: UUID | None = None
    subject_type: str | None = None
    action: str | None = None
    venture_id: UUID | None = None
    request_id: str | None = None
    address: str | None = None
    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True)
class Found:
    """An entry with all that belongs to it: personal values filled in where the caller may read them."""

    row: Any
    before: dict[str, Any] | None
    after: dict[str, Any] | None
    address: str | None
    number: int | None
    hash: str | None


async def find_entries(
    runtime: Runtime,
    principal: Principal,
    wanted: Wanted,
    *,
    limit: int,
    after: Place | None = None,
    oldest_first: bool = False,
    personal: bool = False,
) -> list[Found]:
    """A page of entries. `personal` says whether the caller may read names and addresses."""

    async def act(work: Work) -> list[Found]:
        rows = await _page(work, wanted, limit, after, oldest_first)
        return await with_all(work, rows, personal)

    return await perform(runtime, principal, act)


async def find_entry(runtime: Runtime, principal: Principal, id: UUID, *, personal: bool) -> Found:
    """The entry of an id. Raises `NotFound`."""

    async def act(work: Work) -> Found:
        (found,) = await with_all(work, [await work.get(AuditEntry, id)], personal)
        return found

    return await perform(runtime, principal, act)


async def with_all(work: Work, rows: Sequence[Any], personal: bool) -> list[Found]:
    """Entries (rows of `audit_entry`) with their seals, and with personal values where they are to be shown."""
    ids = [row.id for row in rows]
    if not ids:
        return []
    of_these = sa.any_(sa.literal(ids, sa.ARRAY(sa.Uuid)))
    seals = sa.select(SEAL).where(SEAL.c.tenant_id == work.tenant_id, SEAL.c.entry_id == of_these)
    sealed = {seal.entry_id: seal for seal in await work.session.execute(seals)}
    values: dict[UUID, list[Any]] = {}
    if personal:
        statement = sa.select(PERSONAL).where(PERSONAL.c.tenant_id == work.tenant_id, PERSONAL.c.entry_id == of_these)
        for value in await work.session.execute(statement):
            values.setdefault(value.entry_id, []).append(value)
    found = []
    for row in rows:
        seal = sealed.get(row.id)
        shown = filled(row.before, row.after, values.get(row.id, ()))
        found.append(Found(row, *shown, None if seal is None else seal.number, None if seal is None else seal.hash))
    return found


async def _page(work: Work, wanted: Wanted, limit: int, after: Place | None, oldest_first: bool) -> Sequence[Any]:
    actions = None
    if wanted.action is not None and wanted.action.endswith(".*"):
        actions = await _actions(work, wanted.action.removesuffix("*"))
        if not actions:
            return []
    statement = page_statement(work.tenant_id, wanted, limit, after, oldest_first, actions)
    rows: Sequence[Any] = (await work.session.execute(statement)).all()
    return rows


def page_statement(
    tenant_id: UUID,
    wanted: Wanted,
    limit: int,
    after: Place | None = None,
    oldest_first: bool = False,
    actions: Sequence[str] | None = None,
) -> sa.Select[Any]:
    """The rows of a page; `actions` are those that the beginning which is asked for stands for."""
    conditions = _conditions(tenant_id, wanted)
    if after is not None:
        here, there = sa.tuple_(ENTRY.c.at, ENTRY.c.id), sa.tuple_(sa.literal(after.at), sa.literal(after.id))
        conditions.append(here > there if oldest_first else here < there)
    page = sa.select(ENTRY).where(*conditions).order_by(*_order(ENTRY.c, oldest_first)).limit(limit)
    if actions is None:
        return page
    known = sa.select(sa.func.unnest(sa.literal(actions, sa.ARRAY(sa.Text))).label("action")).subquery("known")
    each = page.where(ENTRY.c.action == known.c.action).lateral("each")
    of_all = sa.select(each).select_from(known.join(each, sa.true()))
    return of_all.order_by(*_order(each.c, oldest_first)).limit(limit)


async def _actions(work: Work, beginning: str) -> list[str]:
    given = {"tenant": work.tenant_id, "from": beginning, "to": beginning + _AFTER_ALL}
    return list((await work.session.execute(_ACTIONS, given)).scalars())


def _order(columns: Any, oldest_first: bool) -> tuple[Any, Any]:
    at, id = columns.at, columns.id
    return (at, id) if oldest_first else (at.desc(), id.desc())


def _conditions(tenant_id: UUID, wanted: Wanted) -> list[sa.ColumnElement[bool]]:
    conditions: list[sa.ColumnElement[bool]] = [ENTRY.c.tenant_id == tenant_id]
    for name in ("actor_id", "subject_id", "subject_type", "venture_id", "request_id"):
        if (value := getattr(wanted, name)) is not None:
            conditions.append(ENTRY.c[name] == value)
    if wanted.action is not None and not wanted.action.endswith(".*"):
        conditions.append(ENTRY.c.action == wanted.action)
    if wanted.since is not None:
        conditions.append(ENTRY.c.at >= wanted.since)
    if wanted.until is not None:
        conditions.append(ENTRY.c.at < wanted.until)
    if wanted.address is not None:
        from_there = sa.select(PERSONAL.c.entry_id).where(
            PERSONAL.c.tenant_id == tenant_id, PERSONAL.c.field == ADDRESS, PERSONAL.c.after == wanted.address
        )
        conditions.append(ENTRY.c.id.in_(from_there))
    return conditions
