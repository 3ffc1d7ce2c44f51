"""What follows from a change of an entity: audit entry, history row, search text and event, always the same way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session

from domain.kernel.ids import uuid7
from domain.kernel.inserting import insert_rows, numbered
from domain.kernel.machinery import ADDRESS, AuditEntry, AuditPersonal, Event, SearchText
from domain.kernel.metrics import Metric
from domain.kernel.origin import ORIGIN, Origin
from domain.kernel.outward import outward, stored_columns
from domain.kernel.principal import Principal
from domain.kernel.scoping import scopes_of
from domain.kernel.sealing import new_salt, salted_hash
from domain.kernel.searching import search_content
from domain.kernel.tables import Entity, Scope, metadata

EVENT: Final[sa.Table] = Event.__table__  # type: ignore[attr-defined]  # set by the mapper
ENTRY: Final[sa.Table] = AuditEntry.__table__  # type: ignore[attr-defined]  # set by the mapper
PERSONAL: Final[sa.Table] = AuditPersonal.__table__  # type: ignore[attr-defined]  # set by the mapper
SEARCH: Final[sa.Table] = SearchText.__table__  # type: ignore[attr-defined]  # set by the mapper
BOOKKEEPING: Final = frozenset({"updated_at", "version"})


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


def changed(entity: Entity, before: dict[str, Any], after: dict[str, Any]) -> Change:
    """The change of an entity that has been written, by the former and present values of what is another now."""
    verb = "updated"
    if "archived_at" in before:
        verb = "restored" if entity.archived_at is None else "archived"
    return Change(entity, verb, before, after)


def values_of(entity: Entity) -> dict[str, Any]:
    """An entity's columns."""
    return {name: getattr(entity, name) for name in type(entity).model_fields}


class Consequences:
    """Collects the rows that follow from the changes of one flush and inserts each kind in one statement."""

    def __init__(self, session: Session, writing: Writing) -> None:
        self._session = session
        self._connection = session.connection()
        self._writing = writing
        self._tenant = writing.principal.tenant_id

    def write(self, changes: list[Change]) -> None:
        """Audit, personal values, history, search text, events."""
        scopes = scopes_of(self._session, self._tenant, [change.entity for change in changes])
        events = [self._event(change, scope) for change, scope in zip(changes, scopes, strict=True)]
        insert_rows(self._connection, EVENT, events)
        self._writing.events_written += len(changes)
        for change in changes:
            if change.entity.counted is not None:
                self._writing.counted[change.entity.counted] += change.more
        personal: list[dict[str, Any]] = []
        entries = [self._audit(change, scope, personal) for change, scope in zip(changes, scopes, strict=True)]
        insert_rows(self._connection, ENTRY, entries)
        insert_rows(self._connection, PERSONAL, personal)
        self._keep_history([change for change in changes if change.entity.historic])
        self._keep_search_texts(
            change.entity
            for change in changes
            if change.entity.searched
            and (change.verb != "updated" or change.before.keys() & set(change.entity.searched))
        )

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
            "data": stored_columns(type(entity), values_of(entity)),
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
            former = numbered([one.id for one in found], [one.version - 1 for one in found])
            ended = sa.update(twin).where(
                twin.c.tenant_id == self._tenant, twin.c.id == former.c.id, twin.c.version == former.c.version
            )
            if any(one.version > 1 for one in found):
                self._connection.execute(ended.values(valid_to=now))
            insert_rows(self._connection, twin, [values_of(one) | {"valid_from": now} for one in found])

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
        insert_rows(self._connection, SEARCH, list(rows.values()), key=("tenant_id", "type", "id"))


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
