"""Nothing can be forgotten: whatever the session writes to an entity is audited, kept in history, found and announced.

The listener looks at every entity that a flush inserted or changed and writes, in the same transaction, the audit
entry, the history row, the search text and the outbox event. What would pass it by is refused.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.orm import ORMExecuteState, Session, UOWTransaction
from sqlalchemy.orm.attributes import instance_state
from sqlalchemy.orm.base import PASSIVE_NO_INITIALIZE
from sqlalchemy.sql import visitors

from domain.kernel.ids import uuid7
from domain.kernel.machinery import ADDRESS, AuditEntry, AuditPersonal, Event, SearchText
from domain.kernel.metrics import Metric
from domain.kernel.origin import ORIGIN, Origin
from domain.kernel.outward import outward, stored_columns
from domain.kernel.principal import Principal
from domain.kernel.scoping import scopes_of
from domain.kernel.sealing import new_salt, salted_hash
from domain.kernel.searching import search_content
from domain.kernel.tables import Entity, Fact, Scope, entities, metadata


class PassedBy(Exception):
    """A write to an entity table that the listener could not have seen."""


class WorkSession(Session):
    """The session of a unit of work; `info["work"]` is its `Writing`."""


@dataclass
class Writing:
    """What the listener needs to know of the unit of work, and what it has written so far."""

    principal: Principal
    now: datetime
    request_id: str | None
    origin: Origin | None = field(default_factory=ORIGIN.get)
    events_written: int = 0
    marks: dict[tuple[str, Any], Any] = field(default_factory=dict)
    counted: Counter[Metric] = field(default_factory=Counter)
    "What the flushes so far have added to what the tenant has, or freed."

    def actor(self) -> dict[str, Any]:
        """The actor, as events carry it: kind and id, never a name."""
        return {"type": str(self.principal.kind), "id": outward(self.principal.actor_id, self.principal.kind.prefix)}


@dataclass(frozen=True)
class Change:
    """One entity that a flush wrote: what it was before (None when new) and which fields changed."""

    entity: Entity
    verb: str
    before: dict[str, Any]
    after: dict[str, Any]

    @property
    def more(self) -> int:
        """By how many the entities in use are more than before: 1, 0 or -1."""
        match self.verb:
            case "created":
                return int(self.entity.archived_at is None)
            case "restored":
                return 1
            case "archived":
                return -1 if self.before["archived_at"] is None else 0
        return 0


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
        _Consequences(session, session.info["work"]).write(changes)


@sa.event.listens_for(WorkSession, "after_flush_postexec")
def _flushed(session: Session, context: UOWTransaction) -> None:
    session.info["flush_mark"].pop("flushing", None)


def _values(entity: Entity) -> dict[str, Any]:
    return {name: getattr(entity, name) for name in type(entity).model_fields}


def _created(entity: Entity) -> Change:
    return Change(entity, "created", {}, _values(entity))


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
    if not before:
        return None
    verb = "updated"
    if "archived_at" in before:
        verb = "restored" if entity.archived_at is None else "archived"
    return Change(entity, verb, before, after)


BOOKKEEPING = frozenset({"updated_at", "version"})


class _Consequences:
    """Collects the rows that follow from the changes of one flush and inserts each kind in one statement."""

    def __init__(self, session: Session, writing: Writing) -> None:
        self._session = session
        self._connection = session.connection()
        self._writing = writing
        self._tenant = writing.principal.tenant_id

    def write(self, changes: list[Change]) -> None:
        """Audit, personal values, history, search text, events."""
        scopes = scopes_of(self._session, self._tenant, [change.entity for change in changes])
        self._insert(Event, [self._event(change, scope) for change, scope in zip(changes, scopes, strict=True)])
        self._writing.events_written += len(changes)
        for change in changes:
            if change.entity.counted is not None:
                self._writing.counted[change.entity.counted] += change.more
        personal: list[dict[str, Any]] = []
        entries = [self._audit(change, scope, personal) for change, scope in zip(changes, scopes, strict=True)]
        self._insert(AuditEntry, entries)
        self._insert(AuditPersonal, personal)
        self._keep_history([change for change in changes if change.entity.historic])
        self._keep_search_texts(
            change.entity
            for change in changes
            if change.entity.searched
            and (change.verb != "updated" or change.before.keys() & set(change.entity.searched))
        )

    def _insert(self, table: Any, rows: list[dict[str, Any]]) -> None:
        if rows:
            self._connection.execute(sa.insert(table.__table__), rows)

    def _event(self, change: Change, scope: Scope) -> dict[str, Any]:
        entity = change.entity
        return {
            "tenant_id": self._tenant,
            "id": uuid7(),
            "type": f"{entity.word}.{change.verb}",
            "subject_type": entity.word,
            "subject_id": entity.id,
            "subject_version": entity.version,
            "venture_id": scope.venture_id,
            "category": scope.category,
            "severity": scope.severity,
            "data": stored_columns(type(entity), _values(entity)),
            "previous": self._previous(change),
            "actor": self._writing.actor(),
            "request_id": self._writing.request_id,
            "occurred_at": self._writing.now,
            "due": self._writing.now,
        }

    def _previous(self, change: Change) -> dict[str, Any] | None:
        """The former values of what an update has changed; the other verbs tell by themselves what they change."""
        if change.verb != "updated":
            return None
        return stored_columns(type(change.entity), _without_bookkeeping(change.before)) or None

    def _audit(self, change: Change, scope: Scope, personal: list[dict[str, Any]]) -> dict[str, Any]:
        entity = change.entity
        entry_id = uuid7()
        address, told = whence(self._writing, entry_id)
        before = stored_columns(type(entity), _without_bookkeeping(change.before))
        after = stored_columns(type(entity), _without_bookkeeping(change.after))
        for name in sorted(entity.personal & (before.keys() | after.keys())):
            if before.get(name) is None and after.get(name) is None:
                continue  # a new row leaves it empty: nothing is to be kept apart
            salt = new_salt()
            row = {
                "tenant_id": self._tenant,
                "entry_id": entry_id,
                "field": name,
                "subject_id": entity.id,
                "salt": salt,
            }
            personal.append(row | {"before": before.get(name), "after": after.get(name)})
            for values in (before, after):
                if values.get(name) is not None:
                    values[name] = {"sha256": salted_hash(salt, values[name])}
        personal.extend(address)
        row = audit_row(self._writing, entry_id, f"{entity.word}.{change.verb}", entity.word, entity.id)
        return row | told | {"before": before or None, "after": after or None, "venture_id": scope.venture_id}

    def _keep_history(self, changes: list[Change]) -> None:
        """End the version before and begin the new one: for all rows of a table at once, since plans move together."""
        by_twin: dict[str, list[Entity]] = {}
        for change in changes:
            by_twin.setdefault(f"{change.entity.__tablename__}_history", []).append(change.entity)
        now = self._writing.now
        for name, found in by_twin.items():
            twin = metadata.tables[name]
            before = [{"it": one.id, "former": one.version - 1} for one in found if one.version > 1]
            if before:
                ended = sa.update(twin).where(
                    twin.c.tenant_id == self._tenant,
                    twin.c.id == sa.bindparam("it"),
                    twin.c.version == sa.bindparam("former"),
                )
                self._connection.execute(ended.values(valid_to=now), before)
            self._connection.execute(sa.insert(twin), [_values(one) | {"valid_from": now} for one in found])

    def _keep_search_texts(self, found: Iterable[Entity]) -> None:
        """All of a flush in one statement. What is archived keeps no text, so that nothing finds it."""
        rows = {
            (entity.word, entity.id): {
                "tenant_id": self._tenant,
                "type": entity.word,
                "id": entity.id,
                "content": search_content(getattr(entity, name) for name in entity.searched)
                if entity.archived_at is None
                else "",
            }
            for entity in found
        }
        if not rows:
            return
        statement = upsert(SearchText.__table__)  # type: ignore[attr-defined]  # set by the mapper
        self._connection.execute(
            statement.on_conflict_do_update(
                index_elements=["tenant_id", "type", "id"], set_={"content": statement.excluded.content}
            ),
            list(rows.values()),
        )


def audit_row(writing: Writing, entry_id: Any, action: str, subject_type: str, subject_id: Any) -> dict[str, Any]:
    """The columns that every audit entry has."""
    return {
        "tenant_id": writing.principal.tenant_id,
        "id": entry_id,
        "at": writing.now,
        "actor_kind": str(writing.principal.kind),
        "actor_id": writing.principal.actor_id,
        "request_id": writing.request_id,
        "action": action,
        "subject_type": subject_type,
        "subject_id": subject_id,
    }


def whence(writing: Writing, entry_id: UUID) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """Where an act came from: the row of `audit_personal` with the address, if any, and what the entry says of it."""
    origin = writing.origin
    if origin is None:
        return [], {"agent": None, "address_hash": None}
    if origin.address is None:
        return [], {"agent": str(origin.agent), "address_hash": None}
    salt = new_salt()
    principal = writing.principal
    row = {
        "tenant_id": principal.tenant_id,
        "entry_id": entry_id,
        "field": ADDRESS,
        "subject_id": principal.member_id or principal.actor_id or principal.tenant_id,
        "salt": salt,
        "before": None,
        "after": origin.address,
    }
    return [row], {"agent": str(origin.agent), "address_hash": salted_hash(salt, origin.address)}


def _without_bookkeeping(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if name not in BOOKKEEPING}


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
