"""Who owns a tenant: given away at once, left by all but the last, and never in nobody's hands."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from contextlib import suppress
from datetime import timedelta
from typing import Any, TypeVar
from uuid import UUID

import hypothesis
import pytest
from hypothesis import HealthCheck
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from domain.kernel.commands import COMMANDS, execute
from domain.kernel.errors import Conflict, DomainError, Forbidden, Invalid, InvalidState, NotFound, StepUpRequired
from domain.kernel.ids import uuid7
from domain.kernel.principal import ActorKind, Principal, Role
from domain.kernel.runtime import Runtime
from domain.kernel.settings import Settings
from domain.kernel.work import Work, perform
from domain.tenancy.accepting import Acceptance, accept
from domain.tenancy.tables import Member
from tests.conftest import SettableClock, TestTenant, make_tenant

T = TypeVar("T")


async def ask(runtime: Runtime, principal: Principal, name: str, /, **given: Any) -> UUID:
    """Ask for a command; what it made or changed."""
    command = COMMANDS[name]
    done = await execute(runtime, principal, command, command.input.model_validate(given))
    return next(iter(done.ids.values()))


async def has_signed_in(runtime: Runtime, tenant: TestTenant, *members: UUID) -> None:
    """Have members be people who have signed in."""

    async def act(work: Work) -> None:
        for id in members:
            (await work.get(Member, id, lock=True)).user_id = uuid7()

    await perform(runtime, Principal.worker(tenant.id), act)


async def member(runtime: Runtime, tenant: TestTenant, id: UUID) -> Member:
    """A member as it is now."""

    async def act(work: Work) -> Member:
        found = await work.get(Member, id)
        work.session.expunge(found)
        return found

    return await perform(runtime, Principal.worker(tenant.id), act)


async def test_ownership_is_given_and_given_up_at_once(runtime: Runtime, tenant: TestTenant) -> None:
    owner, heir = tenant.members[Role.OWNER], tenant.members[Role.MANAGER]
    with pytest.raises(InvalidState, match="never signed in"):
        await ask(runtime, tenant.principal(), "transfer_ownership", id=heir)
    await has_signed_in(runtime, tenant, owner, heir)
    await ask(runtime, tenant.principal(), "transfer_ownership", id=heir)
    roles = [(await member(runtime, tenant, id)).role for id in (owner, heir)]
    assert roles == [Role.ADMIN, Role.OWNER]
    with pytest.raises(Forbidden):
        await ask(runtime, tenant.principal(), "transfer_ownership", id=heir)


async def test_only_an_owner_in_person_and_just_signed_in_gives_the_tenant_away(
    runtime: Runtime, tenant: TestTenant, stranger: TestTenant, clock: SettableClock
) -> None:
    owner, heir = tenant.members[Role.OWNER], tenant.members[Role.ADMIN]
    await has_signed_in(runtime, tenant, owner, heir)
    session = {"session_id": uuid7(), "authenticated_at": clock.now() - timedelta(minutes=11)}
    with pytest.raises(StepUpRequired):
        await ask(runtime, tenant.principal(**session), "transfer_ownership", id=heir)
    for kind in (ActorKind.API_KEY, ActorKind.OPERATOR, ActorKind.SERVICE_ACCOUNT):
        program = Principal(tenant.id, kind, Role.OWNER, uuid7(), owner)
        for name, given in (("transfer_ownership", {"id": heir}), ("leave_tenant", {})):
            with pytest.raises(Forbidden, match="only a member"):
                await ask(runtime, program, name, **given)
    with pytest.raises(NotFound):
        await ask(runtime, tenant.principal(), "transfer_ownership", id=stranger.members[Role.OWNER])
    with pytest.raises(InvalidState):
        await ask(runtime, tenant.principal(), "transfer_ownership", id=owner)


async def test_the_last_owner_neither_leaves_nor_is_taken_away(runtime: Runtime, tenant: TestTenant) -> None:
    owner = tenant.members[Role.OWNER]
    await has_signed_in(runtime, tenant, owner)
    second = await ask(runtime, tenant.principal(), "add_member", name="Yet to come", role="owner")
    attempts = [
        ("leave_tenant", {}), ("archive_member", {"id": owner}), ("update_member", {"id": owner, "role": "admin"}),
    ]  # fmt: skip
    for name, given in attempts:
        with pytest.raises(InvalidState, match="keeps at least one owner"):
            await ask(runtime, tenant.principal(), name, **given)
    await has_signed_in(runtime, tenant, second)
    await ask(runtime, tenant.principal(), "leave_tenant")
    assert (await member(runtime, tenant, owner)).archived_at is not None


async def test_who_leaves_is_gone_and_comes_back_by_who_may(
    runtime: Runtime, tenant: TestTenant, stranger: TestTenant
) -> None:
    viewer = tenant.members[Role.VIEWER]
    await ask(runtime, tenant.principal(Role.VIEWER), "leave_tenant")
    with pytest.raises(InvalidState):
        await ask(runtime, tenant.principal(Role.VIEWER), "leave_tenant")
    with pytest.raises(NotFound):
        await ask(runtime, stranger.principal(), "restore_member", id=viewer)
    taken = (await member(runtime, tenant, viewer)).email
    again = await ask(runtime, tenant.principal(), "add_member", name="Again", email=taken)
    with pytest.raises(Conflict):
        await ask(runtime, tenant.principal(), "restore_member", id=viewer)
    await ask(runtime, tenant.principal(), "archive_member", id=again)
    await ask(runtime, tenant.principal(Role.ADMIN), "restore_member", id=viewer)
    assert (await member(runtime, tenant, viewer)).archived_at is None
    second = await ask(runtime, tenant.principal(), "add_member", name="Second", role="owner")
    await ask(runtime, tenant.principal(), "archive_member", id=second)
    with pytest.raises(Forbidden):
        await ask(runtime, tenant.principal(Role.ADMIN), "restore_member", id=second)


async def test_an_owner_sees_all_ventures_and_the_restricted_reach_none_who_sees_more(
    runtime: Runtime, tenant: TestTenant
) -> None:
    mine = await ask(runtime, tenant.principal(), "create_venture", name="a")
    for name, given in (("add_member", {"name": "x"}), ("update_member", {"id": tenant.members[Role.OWNER]})):
        with pytest.raises(Invalid) as refused:
            await ask(runtime, tenant.principal(), name, role="owner", venture_ids=[mine], **given)
        assert refused.value.problems[0].path == ("venture_ids",)
    narrow = tenant.principal(Role.ADMIN, venture_ids=frozenset({mine}))
    inside = await ask(runtime, narrow, "add_member", name="x", role="viewer", venture_ids=[mine])
    await ask(runtime, narrow, "update_member", id=inside, name="y")
    wide = tenant.members[Role.VIEWER]
    for name, given in (("update_member", {"name": "y"}), ("archive_member", {}), ("restore_member", {})):
        with pytest.raises(Forbidden):
            await ask(runtime, narrow, name, id=wide, **given)
    with pytest.raises(Forbidden):
        await ask(runtime, narrow, "update_member", id=inside, venture_ids=None)


ACTS = ("demote", "archive", "leave", "transfer", "restore", "invite")
TRIED = st.tuples(st.sampled_from(ACTS), st.integers(0, 2))


class Quarrel(RuleBasedStateMachine):
    """Two owners who act at the same moment again and again: on themselves, on each other, and on a third."""

    configured: Settings

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.runtime = Runtime.of(self.configured)
        self.people: list[UUID] = []
        self._run(self._begin())

    def _run(self, work: Awaitable[T]) -> T:
        async def waited() -> T:
            return await work

        return self.loop.run_until_complete(waited())

    async def _begin(self) -> None:
        self.tenant = await make_tenant(self.runtime)
        second = await ask(self.runtime, self.tenant.principal(), "add_member", name="Second", role="owner")
        self.people = [self.tenant.members[Role.OWNER], second, self.tenant.members[Role.ADMIN]]
        await has_signed_in(self.runtime, self.tenant, *self.people)

    @rule(first=TRIED, second=TRIED)
    def two_at_once(self, first: tuple[str, int], second: tuple[str, int]) -> None:
        """Whatever each of them tries, both begin as owners."""
        self._run(self._both(first, second))

    async def _both(self, *tried: tuple[str, int]) -> None:
        await perform(self.runtime, Principal.worker(self.tenant.id), self._make_peace)
        owners = [Principal(self.tenant.id, ActorKind.MEMBER, Role.OWNER, id, id) for id in self.people[:2]]
        await asyncio.gather(
            *(
                self._try(owner, act, self.people[target if act in ("transfer", "restore") else target % 2])
                for owner, (act, target) in zip(owners, tried, strict=True)
            )
        )

    async def _make_peace(self, work: Work) -> None:
        """Both are owners again, as if nothing had happened."""
        for id in self.people[:2]:
            found = await work.get(Member, id, lock=True)
            found.archived_at, found.role = None, Role.OWNER

    async def _try(self, principal: Principal, act: str, target: UUID) -> None:
        acts: dict[str, tuple[str, dict[str, Any]]] = {
            "demote": ("update_member", {"id": target, "role": "admin"}),
            "archive": ("archive_member", {"id": target}),
            "restore": ("restore_member", {"id": target}),
            "leave": ("leave_tenant", {}),
            "transfer": ("transfer_ownership", {"id": target}),
            "invite": ("invite_member", {"email": f"{uuid7().hex}@example.com", "name": "x", "role": "owner"}),
        }
        name, given = acts[act]
        with suppress(DomainError):
            made = await ask(self.runtime, principal, name, **given)
            if act == "invite":
                await self._accept(made, given["email"])

    async def _accept(self, invitation: UUID, email: str) -> None:
        id = uuid7()
        person = Principal(self.tenant.id, ActorKind.MEMBER, Role.VIEWER, id, id)
        given = Acceptance(invitation, 1, uuid7(), email)
        await perform(self.runtime, person, lambda work: accept(work, given))
        self.people[2] = id

    @invariant()
    def somebody_who_has_signed_in_owns_it(self) -> None:
        """The promise."""
        if self.people:
            assert self._run(self._owners()) >= 1

    async def _owners(self) -> int:
        async with self.runtime.database.reading(self.tenant.id) as connection:
            statement = (
                "SELECT count(*) FROM membership m WHERE m.tenant_id = $1 AND m.role = 'owner'"
                " AND m.user_id IS NOT NULL AND m.archived_at IS NULL AND m.venture_ids IS NULL"
            )
            return int(await connection.fetchval(statement, self.tenant.id))

    def teardown(self) -> None:
        """Close what was opened."""
        self._run(self.runtime.close())
        self.loop.close()


def test_however_two_administrators_quarrel_a_tenant_keeps_an_owner(settings: Settings) -> None:
    Quarrel.configured = settings
    quarrel = hypothesis_settings()
    run_state_machine_as_test(Quarrel, settings=quarrel)  # type: ignore[no-untyped-call]


def hypothesis_settings() -> Any:
    """Few quarrels, since each is held on a real database."""
    return hypothesis.settings(
        max_examples=6, stateful_step_count=8, deadline=None, suppress_health_check=list(HealthCheck)
    )
