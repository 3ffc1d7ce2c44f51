"""The one door for writing: `unit_of_work` opens a tenant's transaction, commands act in it, one commit ends it."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

import asyncpg
import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm.exc import StaleDataError
from sqlmodel import col

from domain.kernel.consequences import Writing, audit_row, whence
from domain.kernel.counting import count_up
from domain.kernel.errors import Busy, Conflict, NotFound
from domain.kernel.faults import crash_point
from domain.kernel.ids import uuid7
from domain.kernel.machinery import AuditEntry, AuditPersonal, DueWork, Event, Guard
from domain.kernel.metrics import Metric
from domain.kernel.principal import Principal
from domain.kernel.runtime import Runtime
from domain.kernel.scoping import scopes_of
from domain.kernel.sqlerrors import refusal_of, sqlstate_of
from domain.kernel.tables import Entity, Identified, Scope

T = TypeVar("T", bound=Identified)
R = TypeVar("R")

_AGAIN = frozenset({"40001", "40P01"})
_ATTEMPTS = 3


class Work:
    """One unit of work: the session, the time and the actor of one transaction in one tenant."""

    def __init__(self, runtime: Runtime, session: AsyncSession, writing: Writing) -> None:
        self.runtime = runtime
        self.session = session
        self._writing = writing
        self._held: dict[tuple[type[Identified], UUID], Any] | None = None
        self.rooms: dict[tuple[str, UUID], int] | None = None
        "In bulk, how many rows there are at most of what there is limited room for; see `domain.kernel.room`."

    @property
    def principal(self) -> Principal:
        """Who acts."""
        return self._writing.principal

    @property
    def tenant_id(self) -> UUID:
        """The tenant of the transaction."""
        return self._writing.principal.tenant_id

    @property
    def now(self) -> datetime:
        """The instant of the unit of work: one for all that it writes."""
        return self._writing.now

    def new(self, table: type[T], **values: Any) -> T:
        """A new row of this tenant, written at the next flush."""
        row = table(tenant_id=self.tenant_id, **values)
        self.session.add(row)
        return row

    async def flush(self) -> None:
        """Write what is pending: parents before rows that refer to them."""
        await self.session.flush()

    async def get(self, table: type[T], id: UUID, *path: str | int, lock: bool = False, archived: bool = True) -> T:
        """The row of an id that stands at `path` in the input.

        Raises `NotFound` for an id that is not there, is another tenant's, lies in a venture that the principal may
        not see, or (with `archived=False`) is archived. With `lock` the row is held until the end.
        """
        row = None if lock or self._held is None else self._held.get((table, id))
        if row is None:
            statement = sa.select(table).where(table.tenant_id == self.tenant_id, table.id == id)  # type: ignore[arg-type]
            if lock:
                statement = statement.with_for_update(key_share=True)
            row = (await self.session.execute(statement)).scalar_one_or_none()
            if self._held is not None:
                self._held[(table, id)] = row
        what = getattr(table, "word", str(table.__tablename__)).replace("_", " ")
        if row is None or not self._may_see(row) or (not archived and getattr(row, "archived_at", None) is not None):
            raise NotFound.at(*(path or ("id",)), what=what)
        return row

    def _may_see(self, row: Identified) -> bool:
        allowed = self.principal.venture_ids
        venture_id = row.scope.venture_id if isinstance(row, Entity) else getattr(row, "venture_id", None)
        return allowed is None or venture_id is None or venture_id in allowed

    @asynccontextmanager
    async def reading(self, statement_timeout_ms: int) -> AsyncIterator[Any]:
        """The driver's connection of this transaction, for one compiled statement that may take its time or fail.

        A command that borrowed a second connection would wait for others that do the same.
        """
        await self.flush()
        usual = self.runtime.settings.statement_timeout_ms
        async with self.session.begin_nested():
            connection = await self.session.connection()
            await connection.execute(sa.text(f"SET LOCAL statement_timeout = {int(statement_timeout_ms)}"))
            yield (await connection.get_raw_connection()).driver_connection
            await connection.execute(sa.text(f"SET LOCAL statement_timeout = {int(usual)}"))

    async def fetch(self, statement: str, *values: Any) -> list[Any]:  # Any: values and rows of any types
        """The rows of a statement as the driver takes it (`$1`), at half the cost: for what every command sends."""
        connection = await self.session.connection()
        driver: Any = connection.sync_connection.connection.driver_connection  # type: ignore[union-attr]  # it is open
        if not driver.is_in_transaction():
            await connection.exec_driver_sql("SELECT 1")  # the session begins a transaction with its first statement
        try:
            return list(await driver.fetch(statement, *values))
        except (asyncpg.PostgresError, asyncpg.InterfaceError) as error:
            lost = isinstance(error, asyncpg.InterfaceError)
            raise DBAPIError(statement, None, error, hide_parameters=True, connection_invalidated=lost) from error

    def in_bulk(self) -> None:
        """Let rows be written together, where nothing asks for them before, since many commands follow.

        What was read is not read again until `forget`, which must be called now and then.
        """
        self.session.info["bulk"] = True
        self._held, self.rooms = {}, {}

    def forget(self) -> None:
        """Let go of every row that is written, so that a long unit of work takes no more memory than a short one."""
        self.session.expunge_all()
        if self._held is not None:
            self._held, self.rooms = {}, {}

    @asynccontextmanager
    async def trying(self) -> AsyncIterator[None]:
        """A part of the unit of work that leaves nothing behind where it fails: no rows, no counts and no marks."""
        writing = self._writing
        before = (Counter(writing.counted), writing.events_written, dict(writing.marks))
        try:
            async with self.session.begin_nested():
                yield
        except BaseException:
            writing.counted, writing.events_written, writing.marks = before
            self.forget()
            raise

    async def guard(self, *names: str) -> None:
        """Hold the named guard rows until the end: what must hold over several rows is checked behind them."""
        for name in sorted(names):
            await self._guarded(name, wait=True)

    async def guard_if_free(self, name: str) -> bool:
        """Hold the named guard row until the end, unless another unit of work holds it. Answers whether it is held."""
        return await self._guarded(name, wait=False)

    async def _guarded(self, name: str, *, wait: bool) -> bool:
        key = {"tenant_id": self.tenant_id, "name": name}
        await self.session.execute(upsert(Guard).values(**key).on_conflict_do_nothing())
        found = await self.session.execute(
            sa.select(Guard.name)  # type: ignore[call-overload]
            .where(col(Guard.tenant_id) == self.tenant_id, col(Guard.name) == name)
            .with_for_update(key_share=True, skip_locked=not wait)
        )
        return found.first() is not None

    async def scope_of(self, entity: Entity) -> Scope:
        """The venture and category of an entity, or of what it belongs to."""
        (scope,) = await self.session.run_sync(scopes_of, self.tenant_id, [entity])
        return scope

    def emit(
        self,
        type: str,
        subject: tuple[str, UUID],
        data: Mapping[str, Any],
        *,
        scope: Scope | None = None,
        version: int | None = None,
        previous: dict[str, Any] | None = None,
    ) -> UUID:
        """Announce an event that has a meaning of its own (`risk.alert.fired`). `data` is as others see it.

        The type is declared with its shape, see `domain.kernel.events`.
        """
        scope = scope or Scope()
        event = self.new(
            Event,
            id=uuid7(),
            type=type,
            subject_type=subject[0],
            subject_id=subject[1],
            subject_version=version,
            venture_id=scope.venture_id,
            category=scope.category,
            severity=scope.severity,
            data=dict(data),
            previous=previous,
            actor=self._writing.actor(),
            request_id=self._writing.request_id,
            occurred_at=self.now,
            due=self.now,
        )
        self._writing.events_written += 1
        return event.id

    def record(
        self,
        action: str,
        subject: tuple[str, UUID],
        *,
        before: dict[str, Any] | None = None,
        after: dict[str, Any] | None = None,
        venture_id: UUID | None = None,
    ) -> None:
        """Write the audit entry of an act on what is not an entity: a fact appended, an alert acknowledged."""
        entry_id = uuid7()
        address, told = whence(self._writing, entry_id)
        row = audit_row(self._writing, entry_id, action, *subject) | told
        self.session.add(AuditEntry(**row, before=before, after=after, venture_id=venture_id))
        self.session.add_all(AuditPersonal(**each) for each in address)

    def count(self, metric: Metric, more: int) -> None:
        """Say that the tenant has so many more of a metric now, where rows are written past the session."""
        self._writing.counted[metric] += more

    @property
    def uncounted(self) -> Mapping[Metric, int]:
        """What this unit of work has added and freed so far; counted right before its commit."""
        return self._writing.counted

    async def mark(self, kind: str, subject_ids: Sequence[UUID], due: datetime | None = None) -> None:
        """Mark subjects as wanting work of a kind, now or at `due`; a mark that is nearer stays."""
        when = due or self.now
        ids = sorted(set(subject_ids))
        if not ids:
            return
        table = DueWork.__table__  # type: ignore[attr-defined]  # set by the mapper
        fresh = {"tenant_id": self.tenant_id, "kind": kind, "due": when, "wanted": 1, "attempts": 0}
        statement = upsert(table).values([fresh | {"subject_id": subject_id} for subject_id in ids])
        await self.session.execute(
            statement.on_conflict_do_update(
                index_elements=["tenant_id", "kind", "subject_id"],
                set_={
                    "wanted": table.c.wanted + 1,
                    # Whoever holds a lease looks at `wanted` when he ends; moving his due time would only send a
                    # second worker after the same subject while the first is at it.
                    "due": sa.case(
                        (table.c.lease.is_(None), sa.func.least(table.c.due, statement.excluded.due)),
                        else_=table.c.due,
                    ),
                    "parked_at": None,
                },
            )
        )
        for subject_id in ids:
            self._writing.marks[(kind, subject_id)] = when

    async def mark_all(self, *kinds: str) -> None:
        """Have all subjects of some kinds looked at now: that by which their due times were worked out has changed."""
        table = DueWork.__table__  # type: ignore[attr-defined]  # set by the mapper
        due = sa.case((table.c.lease.is_(None), sa.func.least(table.c.due, self.now)), else_=table.c.due)
        await self.session.execute(
            sa.update(table)
            .where(table.c.tenant_id == self.tenant_id, table.c.kind.in_(kinds), table.c.due.is_not(None))
            .values(wanted=table.c.wanted + 1, due=due)
        )
        for kind in kinds:
            self._writing.marks[(kind, None)] = self.now


@asynccontextmanager
async def unit_of_work(runtime: Runtime, principal: Principal, *, request_id: str | None = None) -> AsyncIterator[Work]:
    """A transaction of the principal's tenant. Commits at the end and then wakes the workers; any error rolls back.

    Raises the domain's errors for what the database refuses: constraint, stale version, time limit.
    """
    writing = Writing(principal, runtime.clock.now(), request_id)
    async with runtime.sessions(info={"work": writing}) as session:
        work = Work(runtime, session, writing)
        try:
            yield work
            await session.flush()
            await count_up(work)
            crash_point("work.before_commit")
            await session.commit()
        except BaseException:
            await session.rollback()
            raise
    crash_point("work.after_commit")
    if writing.events_written:
        runtime.wakes.wake("relay", principal.tenant_id)
    for kind in {kind for kind, _ in writing.marks}:
        runtime.wakes.wake(kind, principal.tenant_id)


async def perform(
    runtime: Runtime,
    principal: Principal,
    act: Callable[[Work], Awaitable[R]],
    *,
    request_id: str | None = None,
) -> R:
    """Run `act` in a unit of work; a deadlock or a lost race runs the whole of it again, three times in all.

    Raises the domain's errors only: what the database refuses is told as `Conflict`, `Invalid`, `NotFound` or `Busy`.
    """
    for attempt in range(1, _ATTEMPTS + 1):
        try:
            async with unit_of_work(runtime, principal, request_id=request_id) as work:
                return await act(work)
        except StaleDataError:
            if attempt == _ATTEMPTS:
                raise Conflict("the object was changed by somebody else at the same time; read it again") from None
        except PoolTimeout:
            raise Busy("all connections to the database are in use; try again") from None
        except DBAPIError as error:
            if sqlstate_of(error) not in _AGAIN:
                raise refusal_of(error) from error
            if attempt == _ATTEMPTS:
                raise Busy("the database is busy with the same objects; try again") from error
        await asyncio.sleep(random.uniform(0.002, 0.02) * attempt)
    raise AssertionError("unreachable")
