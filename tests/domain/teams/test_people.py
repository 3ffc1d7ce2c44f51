"""People who need not be members, the roles that they fill, and meetings: by real commands in a real database."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

import domain.commands  # noqa: F401  # every command is declared
from domain.kernel.errors import DomainError
from domain.kernel.ids import external_id
from domain.kernel.principal import Role
from domain.kernel.runtime import Runtime
from domain.kernel.work import unit_of_work
from domain.teams import people, roles
from domain.teams.people_tables import Person
from domain.teams.role_tables import RoleHolder
from tests.conftest import TestTenant
from tests.domain.commanding import Caller


async def refused(caller: Caller, name: str, /, **given: Any) -> DomainError:
    with pytest.raises(DomainError) as found:
        await caller.ask(name, **given)
    return found.value


async def made(caller: Caller, word: str, command: str, /, **given: Any) -> str:
    return external_id(word, await caller.make(command, **given))


async def test_a_member_becomes_a_person_once_goes_and_comes_back_with_the_membership(
    caller: Caller, tenant: TestTenant
) -> None:
    venture = await caller.venture()
    member = external_id("member", tenant.members[Role.VIEWER])
    places = []
    for title in ("Engineer", "Tester"):
        role = await made(
            caller, "role_requirement", "create_role_requirement", venture_id=venture, title=title, function="business"
        )
        places.append(await caller.make("add_role_holder", role_requirement_id=role, member_id=member, share=50))

    async def people_of() -> set[tuple[Any, bool]]:
        async with unit_of_work(caller.runtime, caller.principal) as work:
            found = [await work.get(RoleHolder, place) for place in places]
            there = [await work.get(Person, place.person_id) for place in found]
            return {(person.id, person.archived_at is None) for person in there}

    ((person, in_use),) = await people_of()
    assert in_use
    await caller.ask("archive_member", id=member)
    assert await people_of() == {(person, False)}
    await caller.ask("restore_member", id=member)
    assert await people_of() == {(person, True)}
    again = await refused(caller, "create_person", name="Twin", member_id=member)
    assert again.problems[0].path == ("member_id",)


async def test_a_person_bears_the_members_new_name_unless_somebody_chose_another(
    caller: Caller, tenant: TestTenant, stranger: TestTenant
) -> None:
    member, other = (external_id("member", tenant.members[role]) for role in (Role.VIEWER, Role.CONTRIBUTOR))
    venture = await caller.venture()
    of = {"venture_id": venture, "title": "Engineer", "function": "business"}
    role = await made(caller, "role_requirement", "create_role_requirement", **of)
    place = await caller.make("add_role_holder", role_requirement_id=role, member_id=member)
    chosen = await caller.make("create_person", name="The tester", member_id=other)
    theirs = Caller(caller.runtime, stranger.principal())
    apart = await theirs.make(
        "create_person", name="Lin Tao", member_id=external_id("member", stranger.members[Role.VIEWER])
    )

    async def name_of(id: UUID, of: Caller = caller) -> str:
        async with unit_of_work(of.runtime, of.principal) as work:
            return (await work.get(Person, id)).name

    async with unit_of_work(caller.runtime, caller.principal) as work:
        person = (await work.get(RoleHolder, place)).person_id
    for name in ("Lin Tao", "Lin Tao-Berg"):
        await caller.ask("update_member", id=member, name=name)
        assert await name_of(person) == name
    await caller.ask("update_member", id=other, name="Wei")
    assert (await name_of(chosen), await name_of(apart, theirs)) == ("The tester", "Lin Tao")


async def test_what_does_not_belong_together_is_refused_where_it_stands(
    caller: Caller, runtime: Runtime, stranger: TestTenant, monkeypatch: pytest.MonkeyPatch
) -> None:
    venture, other = await caller.venture(), await caller.venture("Second")
    milestone = await caller.milestone(other)
    team = await made(caller, "team", "create_team", name="Sales", function="business", venture_id=other)
    person = await made(caller, "person", "create_person", name="Lin Tao", email="Lin@Example.com")
    skill = await made(caller, "skill", "create_skill", name="Training", function="core_technology")
    new = {"venture_id": venture, "title": "Engineer", "function": "core_technology"}
    role = await made(caller, "role_requirement", "create_role_requirement", **new, skill_id=skill, least_level=3)
    backwards = {"needed_from": "2027-02-01", "needed_until": "2027-01-01"}
    theirs = Caller(runtime, stranger.principal())
    foreign = await made(theirs, "person", "create_person", name="Foreigner")
    foreign_skill = await made(theirs, "skill", "create_skill", name="Training", function="core_technology")
    place = {"role_requirement_id": role, "person_id": person}
    refusals: list[tuple[str, dict[str, Any], str]] = [
        ("create_role_requirement", new | {"milestone_id": milestone}, "milestone_id"),
        ("update_role_requirement", {"id": role, "milestone_id": milestone}, "milestone_id"),
        ("create_role_requirement", new | {"team_id": team}, "team_id"),
        ("create_role_requirement", new | {"least_level": 3}, "least_level"),
        ("update_role_requirement", {"id": role, "skill_id": None}, "least_level"),
        ("create_role_requirement", new | backwards, "needed_until"),
        ("create_role_requirement", new | {"skill_id": foreign_skill}, "skill_id"),
        ("add_role_holder", {"role_requirement_id": role}, "person_id"),
        ("add_role_holder", place | {"person_id": foreign}, "person_id"),
        ("add_role_holder", place | {"from_on": "2027-02-01", "until_on": "2027-01-01"}, "until_on"),
        ("add_person_skill", {"person_id": person, "skill_id": foreign_skill, "level": 3}, "skill_id"),
        ("create_person", {"name": "Ann", "away_until": "2027-01-01"}, "away_until"),
        ("update_person", {"id": person, "away_from": "2027-02-01", "away_until": "2027-01-01"}, "away_until"),
    ]
    for name, given, path in refusals:
        assert (await refused(caller, name, **given)).problems[0].path == (path,), (name, given)
    meeting = {"venture_id": venture, "title": "Weekly", "kind": "progress", "planned_on": "2026-11-02"}
    told = await refused(caller, "create_meeting", **meeting, attendee_ids=[person, foreign])
    assert told.problems[0].path == ("attendee_ids", 1)

    await caller.ask("add_role_holder", **place)
    assert (await refused(caller, "add_role_holder", **place)).code == "CONFLICT"
    monkeypatch.setattr(roles, "MOST_HOLDERS", 1)
    monkeypatch.setattr(people, "MOST_SKILLS_OF_ONE", 0)
    second = await made(caller, "person", "create_person", name="Second")
    assert "at most 1" in (await refused(caller, "add_role_holder", **place | {"person_id": second})).message
    told = await refused(caller, "add_person_skill", person_id=person, skill_id=skill, level=3)
    assert told.problems[0].path == ("person_id",)
