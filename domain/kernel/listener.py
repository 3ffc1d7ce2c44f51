"""Nothing can be forgotten: whatever the session writes to an entity is audited, kept in history, found and announced.

The listener looks at every entity that a flush inserted or changed and writes, in the same transaction, the audit
entry, the history row, the search text and the outbox event. What would pass it by is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import ORMExecuteState, Session, UOWTransaction
from sqlalchemy.orm.attributes import instance_state
from sqlalchemy.orm.base import PASSIVE_NO_INITIALIZE
from sqlalchemy.sql import visitors

from domain.kernel.consequences import Change, Consequences, changed, values_of
from domain.kernel.machinery import AuditEntry, AuditPersonal, Event, SearchText
from domain.kernel.tables import Entity, Fact, entities, metadata


class PassedBy(Exception):
    """A write to an entity table that the listener could not have seen."""


class WorkSession(Session):
    """The session of a unit of work; `info["work"]` is its `Writing`."""


@sa.event.listens_for(WorkSession, "after_begin")
def _carry_tenant(session: Session, transaction: Any, connection: sa.Connection) -> None:
    connection.connection.driver_connection.tenant = session.info["work"].principal.tenant_id  # type: ignore[union-attr]


@sa.event.listens_for(WorkSession, "do_orm_execute")
def _flush_what_is_asked_for(state: ORMExecuteState) -> None:
    """In bulk, a select flushes only where it may see something of what is pending."""
    if not state.session.info.get("bulk") or not state.is_select:
        return
    parts = visitors.iterate(state.statement)  # type: ignore[arg-type]  # a select is one that can be looked into
    asked = {each.name for each in parts if isinstance(each, sa.Table)}
    pending = {str(type(row).__tablename__) for row in (*state.session.new, *state.session.dirty)}
    if asked and not asked & (pending | _follows()):
        state.update_execution_options(autoflush=False)


@cache
def _follows() -> frozenset[str]:
    """The tables of what follows from a flush."""
    written = {str(table.__tablename__) for table in (AuditEntry, AuditPersonal, Event, SearchText)}
    return frozenset(written | {name for name in metadata.tables if name.endswith("_history")})


@sa.event.listens_for(WorkSession, "before_flush")
def _stamp(session: Session, context: UOWTransaction, instances: Any) -> None:
    if session.deleted:
        raise PassedBy("rows are archived or erased by a job, never deleted by a command")
    now = session.info["work"].now
    for entity in session.new:
        if isinstance(entity, Entity):
            entity.created_at = entity.updated_at = now
    for entity in session.dirty:
        if isinstance(entity, Entity) and session.is_modified(entity):
            entity.updated_at = now
        if isinstance(entity, Fact) and session.is_modified(entity):
            raise PassedBy(f"{type(entity).__name__} is a fact: facts are appended, never changed")
    mark = session.info["flush_mark"] = session.connection().info
    mark["flushing"] = True


@sa.event.listens_for(WorkSession, "after_flush")
def _write_consequences(session: Session, context: UOWTransaction) -> None:
    changes = [_created(entity) for entity in session.new if isinstance(entity, Entity)]
    changes += [
        change for entity in session.dirty if isinstance(entity, Entity) and (change := _changed(entity)) is not None
    ]
    if changes:
        Consequences(session, session.info["work"]).write(changes)


@sa.event.listens_for(WorkSession, "after_flush_postexec")
def _flushed(session: Session, context: UOWTransaction) -> None:
    session.info["flush_mark"].pop("flushing", None)


def _created(entity: Entity) -> Change:
    return Change(entity, "created", {}, values_of(entity))


def _changed(entity: Entity) -> Change | None:
    state = instance_state(entity)
    before: dict[str, Any] = {}
    after: dict[str, Any] = {}
    for key in list(state.committed_state):
        history = state.get_history(key, PASSIVE_NO_INITIALIZE)
        if not history.has_changes():
            continue
        if not history.deleted:
            raise PassedBy(
                f"the old value of {type(entity).__name__}.{key} is unknown: load the row before changing it"
            )
        before[key], after[key] = history.deleted[0], history.added[0] if history.added else None
    return changed(entity, before, after) if before else None


@cache
def _entity_writes() -> re.Pattern[str]:
    names = sorted(f'"?{entity.__tablename__}"?' for entity in entities())
    return re.compile(
        rf"\b(?:insert\s+into|update|delete\s+from|merge\s+into)\s+(?:only\s+)?(?:{'|'.join(names)})[\s(]", re.I
    )


@cache
def _writes_an_entity(statement: str) -> bool:
    return _entity_writes().search(statement) is not None


def refuse_what_passes_by(connection: Any, cursor: Any, statement: str, *_: Any) -> None:
    """Engine hook: a write to an entity table outside a flush is an error, whatever way it was written."""
    if not connection.info.get("flushing") and _writes_an_entity(statement):
        raise PassedBy(f"entity tables are written through the unit of work only: {statement[:80]}")


@contextmanager
def passing_by(connection: sa.Connection) -> Iterator[None]:
    """Let rows be written that the listener does not see. For those that were audited and told where they come from."""
    connection.info["flushing"] = True
    try:
        yield
    finally:
        connection.info.pop("flushing", None)


@sa.event.listens_for(WorkSession, "after_soft_rollback")
def _not_flushing(session: Session, previous: Any) -> None:
    session.info.get("flush_mark", {}).pop("flushing", None)
