"""Erasing a person wherever copies of what names them stand: in bodies, events, answers, the audit log, at sign-in.

Slice by slice, as the keeper, who alone may change what others only append. Every step can be done twice: a killed
worker is followed by one that does its slice again.
"""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

import orjson
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel import col

from domain.archives.erasing import PSEUDONYM, WORK, personal_values
from domain.archives.tables import PersonErasure, PersonErasureState
from domain.kernel.faults import crash_point
from domain.kernel.keeping import keeping
from domain.kernel.machinery import ADDRESS
from domain.kernel.runtime import Runtime
from domain.kernel.tables import entities
from domain.kernel.work import Work
from domain.reviews.states import ReviewState
from workers.claims import Claim, Queue
from workers.erasing import tables_of_people
from workers.running import run_due

ERASURES: Final = Queue.of_work(WORK, lease=timedelta(minutes=5))
SLICE: Final = 2_000
STEPS: Final = ("bodies", "events", "sign-in", "audit log")
SHORTEST: Final = 4
"""Letters of a text that is replaced wherever it stands; a shorter one only where it is a value by itself."""

Values = Sequence[str]


async def erase_people(runtime: Runtime, tenant_id: UUID) -> int:
    """Go on with the erasure of a person of the tenant, where one is due. Answers whether there was one."""

    async def slice_(work: Work, claim: Claim) -> datetime | None:
        return await _slice(runtime, work, claim)

    return await run_due(runtime, tenant_id, ERASURES, slice_, 1, failed=_failed)


@dataclass(frozen=True)
class Person:
    """Who is erased: the rows that are about them, and all texts by which they were ever known there."""

    tenant_id: UUID
    id: UUID
    is_member: bool
    user_id: UUID | None
    subjects: Sequence[UUID]
    texts: Values

    @property
    def addresses(self) -> Values:
        """Those of the texts that are e-mail addresses."""
        return [text.lower() for text in self.texts if "@" in text]


async def _slice(runtime: Runtime, work: Work, claim: Claim) -> datetime | None:
    found = await _held(work, claim.key)
    if found is None:
        return None
    assert found.reached is not None
    step, after = found.reached["step"], found.reached["after"]
    subjects = [UUID(text) for text in found.reached["subjects"]]
    async with keeping(runtime, work.tenant_id) as connection:
        texts = await _texts(connection, work.tenant_id, subjects)
        who = found.member_id or found.person_id
        assert who is not None
        person = Person(work.tenant_id, who, found.member_id is not None, found.user_id, subjects, texts)
        if step == 0 and after is None:
            found.kept = await _kept(work, person)
        match STEPS[step]:
            case "bodies":
                changed, after = await _bodies(connection, person, after)
            case "events":
                changed, after = await _events(connection, person, after)
            case "sign-in":
                changed, after = await _sign_in(connection, person), None
            case _:
                changed, after = await _audit(connection, person), None
    crash_point("person_erasure.after_slice")
    found.erased = {name: found.erased.get(name, 0) + changed.get(name, 0) for name in {*found.erased, *changed}}
    if after is None:
        step += 1
    if step < len(STEPS):
        found.reached = found.reached | {"step": step, "after": after}
        return work.now
    found.state, found.finished_at = PersonErasureState.DONE, work.now
    found.reached = found.user_id = None
    word = "member" if person.is_member else "person"
    work.record(f"{word}.erasure_done", (word, person.id), after={"erased": found.erased, "kept": found.kept})
    return None


async def _held(work: Work, id: UUID) -> PersonErasure | None:
    statement = sa.select(PersonErasure).where(
        col(PersonErasure.tenant_id) == work.tenant_id,
        col(PersonErasure.id) == id,
        col(PersonErasure.state) == PersonErasureState.RUNNING,
    )
    return (await work.session.execute(statement.with_for_update(key_share=True))).scalar_one_or_none()


async def _texts(connection: AsyncConnection, tenant_id: UUID, subjects: Sequence[UUID]) -> Values:
    """All names and addresses that the audit log knows of the rows: the last step deletes them."""
    statement = sa.text(
        "SELECT DISTINCT known.value FROM audit_personal CROSS JOIN LATERAL (VALUES (before), (after)) known (value) "
        "WHERE audit_personal.tenant_id = :tenant AND audit_personal.subject_id = ANY(CAST(:subjects AS uuid[])) "
        "AND audit_personal.field <> :address AND known.value IS NOT NULL AND known.value <> :pseudonym"
    )
    values = {"tenant": tenant_id, "subjects": list(subjects), "address": ADDRESS, "pseudonym": PSEUDONYM}
    return sorted((await connection.execute(statement, values)).scalars(), key=len, reverse=True)


def _spelt(text: str) -> list[str]:
    """A text as it stands in bodies: as it is, in JSON, in HTML. A short one only between quotation marks."""
    in_json = orjson.dumps(text).decode()
    if len(text) < SHORTEST and text.isascii():
        return [in_json]
    return list(dict.fromkeys((text, in_json[1:-1], html.escape(text))))


def _replacing(column: str, texts: Values) -> tuple[str, str, dict[str, str]]:
    """An expression that replaces texts in a column, a condition that it changes anything, and the values."""
    spellings = [spelling for text in texts for spelling in _spelt(text)]
    expression = column
    values: dict[str, str] = {}
    for number, spelling in enumerate(spellings):
        expression = f"replace({expression}, :was{number}, :is{number})"
        values |= {f"was{number}": spelling, f"is{number}": f'"{PSEUDONYM}"' if spelling[:1] == '"' else PSEUDONYM}
    condition = " OR ".join(f"position(:was{number} IN {column}) > 0" for number in range(len(spellings)))
    return expression, condition, values


async def _bodies(connection: AsyncConnection, person: Person, after: str | None) -> tuple[dict[str, int], str | None]:
    """The stored bodies of webhooks and messages, which are copies: whatever names the person is replaced in them."""
    upto = await _upto(connection, person, "event_body", "event_id", after)
    if upto is None or not person.texts:
        return {}, None
    expression, condition, values = _replacing("body", person.texts)
    statement = sa.text(
        f"UPDATE event_body SET body = {expression} WHERE tenant_id = :tenant AND event_id > :after "
        f"AND event_id <= :upto AND ({condition})"
    )
    bound = values | {"tenant": person.tenant_id, "after": after or UUID(int=0), "upto": upto}
    return {"event_body": (await connection.execute(statement, bound)).rowcount}, str(upto)


async def _events(connection: AsyncConnection, person: Person, after: str | None) -> tuple[dict[str, int], str | None]:
    """The events about the person's rows, and what receivers answered when they were told of them."""
    upto = await _upto(connection, person, "event", "id", after)
    if upto is None:
        return {}, None
    bound = {"tenant": person.tenant_id, "after": after or UUID(int=0), "upto": upto}
    slice_ = "tenant_id = :tenant AND id > :after AND id <= :upto"
    about = (
        f"SELECT id, subject_type, data, previous FROM event WHERE {slice_} AND subject_id = ANY(CAST(:s AS uuid[]))"
    )
    rows = (await connection.execute(sa.text(about), bound | {"s": list(person.subjects)})).all()
    for row in rows:
        told = {
            "tenant": person.tenant_id,
            "id": row.id,
            "data": _scrubbed(row.subject_type, row.data),
            "previous": _scrubbed(row.subject_type, row.previous),
        }
        update = "UPDATE event SET data = CAST(:data AS jsonb), previous = CAST(:previous AS jsonb)"
        await connection.execute(sa.text(f"{update} WHERE tenant_id = :tenant AND id = :id"), told)
    answers = sa.text(
        "UPDATE attempt SET answer = NULL WHERE tenant_id = :tenant AND answer IS NOT NULL AND delivery_id IN "
        "(SELECT delivery.id FROM delivery WHERE delivery.tenant_id = :tenant "
        "AND delivery.event_id = ANY(CAST(:ids AS uuid[])))"
    )
    ids = [row.id for row in rows]
    changed = (await connection.execute(answers, {"tenant": person.tenant_id, "ids": ids})).rowcount if ids else 0
    return {"event": len(rows), "attempt": changed}, str(upto)


def _scrubbed(subject_type: str, told: Mapping[str, Any] | None) -> str | None:
    if told is None:
        return None
    entity = next((each for each in entities() if each.word == subject_type), None)
    values = {} if entity is None else personal_values(entity)
    return orjson.dumps(
        {name: values[name] if name in values and value is not None else value for name, value in told.items()}
    ).decode()


async def _upto(connection: AsyncConnection, person: Person, table: str, key: str, after: str | None) -> UUID | None:
    """The last id of the next slice of a table; None where there is nothing more."""
    statement = sa.text(
        f"SELECT {key} FROM {table} WHERE tenant_id = :tenant AND {key} > :after ORDER BY {key} LIMIT {SLICE}"
    )
    found = await connection.execute(statement, {"tenant": person.tenant_id, "after": after or UUID(int=0)})
    ids: Sequence[UUID] = found.scalars().all()
    return ids[-1] if ids else None


async def _sign_in(connection: AsyncConnection, person: Person) -> dict[str, int]:
    """End the person's sessions in the tenant; forget the user where it belongs to no other tenant.

    Who is no member never signs in there: another's address is none of theirs.
    """
    if not person.is_member:
        return {}
    named = sa.text(
        'SELECT "user".id, EXISTS (SELECT 1 FROM user_tenant other WHERE other.user_id = "user".id '
        'AND other.tenant_id <> :tenant) AS elsewhere FROM "user" WHERE "user".id = :user '
        'OR (lower("user".email) = ANY(CAST(:addresses AS text[])) AND EXISTS (SELECT 1 FROM user_tenant own '
        'WHERE own.user_id = "user".id AND own.tenant_id = :tenant))'
    )
    bound = {"tenant": person.tenant_id, "user": person.user_id, "addresses": list(person.addresses)}
    users = (await connection.execute(named, bound)).all()
    changed: dict[str, int] = {}

    async def delete(table: str, where: str, ids: list[UUID]) -> None:
        statement = sa.text(f'DELETE FROM "{table}" WHERE {where}')
        done = await connection.execute(statement, {"tenant": person.tenant_id, "ids": ids})
        changed[table] = changed.get(table, 0) + done.rowcount

    everybody, alone = [user.id for user in users], [user.id for user in users if not user.elsewhere]
    for table in ("session", "user_tenant"):
        await delete(table, "user_id = ANY(CAST(:ids AS uuid[])) AND tenant_id = :tenant", everybody)
    for table in tables_of_people():
        key = "id" if table == "user" else "user_id"
        await delete(table, f"{key} = ANY(CAST(:ids AS uuid[])) AND CAST(:tenant AS uuid) IS NOT NULL", alone)
    return changed


async def _audit(connection: AsyncConnection, person: Person) -> dict[str, int]:
    """Names, addresses and network addresses of the audit log; the entries keep their hashes, so the chain holds."""
    statement = sa.text(
        "DELETE FROM audit_personal WHERE tenant_id = :tenant AND subject_id = ANY(CAST(:subjects AS uuid[]))"
    )
    bound = {"tenant": person.tenant_id, "subjects": [*person.subjects, person.id]}
    return {"audit_personal": (await connection.execute(statement, bound)).rowcount}


async def _kept(work: Work, person: Person) -> dict[str, int]:
    """Reports that name the person: those that were hashed and decided on stay, drafts are made anew."""
    if not person.texts:
        return {}
    _, condition, values = _replacing("canonical", person.texts)
    bound: dict[str, Any] = {name: value for name, value in values.items() if name.startswith("was")}
    bound["tenant"] = work.tenant_id
    kept = {}
    for table in ("review_record", "review_report"):
        count = sa.text(f"SELECT count(*) FROM {table} WHERE tenant_id = :tenant AND ({condition})")
        kept[table] = int((await work.session.execute(count, bound)).scalar_one())
    named = condition.replace("canonical", "p.canonical")
    drafts = sa.text(
        "SELECT r.id FROM review r JOIN review_report p ON p.tenant_id = :tenant AND p.review_id = r.id "
        f"WHERE r.tenant_id = :tenant AND r.state = :ready AND ({named})"
    )
    ids = (await work.session.execute(drafts, bound | {"ready": ReviewState.READY.value})).scalars().all()
    await work.mark("review", ids)
    return {name: count for name, count in kept.items() if count}


async def _failed(work: Work, claim: Claim, error: str) -> None:
    """After the last attempt it has failed, visibly; asking again goes through everything once more."""
    if claim.attempts >= ERASURES.attempts and (found := await _held(work, claim.key)) is not None:
        found.state, found.finished_at, found.error = PersonErasureState.FAILED, work.now, error[:500]
