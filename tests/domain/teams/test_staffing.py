"""Coverage, single points and diversity: worked examples, and what must hold for every team."""

from __future__ import annotations

import math
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.teams.diversity import diversity_of
from domain.teams.staffing import (
    Presence,
    Role,
    SinglePointKind,
    coverage_by_function,
    coverage_of,
    share_of,
    single_points,
)
from domain.teams.tables import TeamFunction

TODAY = date(2026, 10, 14)
ANN, BEN, CHEN = (UUID(int=number) for number in (1, 2, 3))
TRAINING = UUID(int=50)
CORE, BUSINESS = TeamFunction.CORE_TECHNOLOGY, TeamFunction.BUSINESS


def role(number: int, function: TeamFunction, headcount: int, *holders: UUID, core: bool = False) -> Role:
    return Role(UUID(int=number), function, headcount, core, holders=frozenset(holders))


PEOPLE = st.frozensets(st.integers(1, 9).map(lambda number: UUID(int=number)), max_size=5)
ROLES = st.lists(
    st.builds(
        Role,
        st.uuids(),
        st.sampled_from(TeamFunction),
        st.integers(1, 4),
        st.booleans(),
        st.none() | st.just(TRAINING),
        st.none() | st.integers(1, 5),
        PEOPLE,
    ),
    max_size=8,
)


def test_the_worked_example_of_coverage() -> None:
    """Three engineers wanted and one there, one product manager wanted and two there: 2 of 4, and one too many."""
    roles = [role(10, CORE, 3, ANN), role(11, BUSINESS, 1, BEN, CHEN)]
    whole = coverage_of(roles)
    assert (whole.required, whole.filled, whole.vacant, whole.surplus, whole.duplicated_roles) == (4, 2, 2, 1, 1)
    assert whole.share == Decimal("0.500000")
    by_function = coverage_by_function(roles)
    assert {name: each.share for name, each in by_function.items()} == {
        CORE: Decimal("0.333333"),
        BUSINESS: Decimal("1.000000"),
    }
    assert coverage_of([]).share is None


@given(ROLES)
def test_functions_weighted_by_their_head_count_add_up_to_the_whole(roles: list[Role]) -> None:
    whole, parts = coverage_of(roles), coverage_by_function(roles)
    assert sum(part.required for part in parts.values()) == whole.required
    assert sum(part.filled for part in parts.values()) == whole.filled
    if whole.share is not None:
        weighted = [
            part.share * (share_of(part.required, whole.required) or 0) for part in parts.values() if part.share
        ]
        assert abs(sum(weighted, Decimal(0)) - whole.share) < Decimal("0.00001")


@given(ROLES)
def test_more_people_never_cover_less_and_nobody_too_many_fills_another_role(roles: list[Role]) -> None:
    before = coverage_of(roles)
    newcomer = UUID(int=99)
    more = [Role(*_but_holders(one), one.holders | {newcomer}) for one in roles]
    after = coverage_of(more)
    assert 0 <= before.filled <= after.filled <= after.required == before.required
    assert all(one.filled + one.vacant == one.headcount for one in roles)
    assert all((one.vacant == 0) or (one.surplus == 0) for one in roles)
    assert before.filled + before.surplus == sum(len(one.holders) for one in roles)


def _but_holders(one: Role) -> tuple[object, ...]:
    return one.id, one.function, one.headcount, one.is_core, one.skill_id, one.least_level


def test_who_alone_fills_a_core_role_or_has_its_skill_is_a_single_point() -> None:
    lead = Role(UUID(int=20), CORE, 1, True, TRAINING, 3, frozenset({ANN}))
    shared = Role(UUID(int=21), CORE, 2, True, TRAINING, 4, frozenset({ANN, BEN}))
    other = role(22, BUSINESS, 1, CHEN)
    found = single_points([lead, shared, other], {ANN: {TRAINING: 5}, BEN: {TRAINING: 3}})
    assert [(one.kind, one.subject_id, one.person_id) for one in found] == [
        (SinglePointKind.ROLE, lead.id, ANN),
        (SinglePointKind.SKILL, TRAINING, ANN),
    ]
    assert [one.kind for one in single_points([lead, shared], {ANN: {TRAINING: 5}, BEN: {TRAINING: 4}})] == ["role"]
    assert single_points([other], {CHEN: {TRAINING: 1}}) == []


@given(ROLES, PEOPLE)
def test_a_second_person_of_the_highest_level_ends_every_single_point_of_skill(
    roles: list[Role], people: frozenset[UUID]
) -> None:
    skills = {person: {TRAINING: 1} for person in people} | {UUID(int=97): {TRAINING: 5}, UUID(int=98): {TRAINING: 5}}
    found = single_points(roles, skills)
    assert all(one.kind is SinglePointKind.ROLE for one in found)
    assert len(found) == sum(one.is_core and len(one.holders) == 1 for one in roles)


@pytest.mark.parametrize(
    ("days", "there"),
    [
        ({}, True),
        ({"from_on": TODAY}, True),
        ({"from_on": TODAY + timedelta(1)}, False),
        ({"until_on": TODAY}, True),
        ({"until_on": TODAY - timedelta(1)}, False),
        ({"leaves_on": TODAY}, True),
        ({"leaves_on": TODAY - timedelta(1)}, False),
        ({"away_from": TODAY}, False),
        ({"away_from": TODAY + timedelta(1)}, True),
        ({"away_from": TODAY - timedelta(9), "away_until": TODAY - timedelta(1)}, True),
        ({"away_from": TODAY - timedelta(9), "away_until": TODAY}, False),
    ],
)
def test_both_ends_of_a_place_count_and_both_ends_of_an_absence_do_not(days: dict[str, date], there: bool) -> None:
    assert Presence(ANN, **days).covers(TODAY) is there


@pytest.mark.parametrize(
    ("counts", "index", "evenness"),
    [
        ([1, 1, 1, 1], "1.386294", "1.000000"),  # ln 4
        ([3, 1], "0.562335", "0.811278"),
        ([5, 3, 2], "1.029653", "0.937231"),
        ([7], "0.000000", None),
        ([2, 0, 2], "0.693147", "1.000000"),
    ],
)
def test_the_shannon_index_is_in_nats(counts: list[int], index: str, evenness: str | None) -> None:
    found = diversity_of(counts)
    assert found is not None
    assert (found.index, found.evenness) == (Decimal(index), None if evenness is None else Decimal(evenness))


def test_nobody_has_no_diversity() -> None:
    assert diversity_of([]) is diversity_of([0, 0]) is None


@given(st.lists(st.integers(1, 500), min_size=1, max_size=12), st.integers(2, 9))
def test_diversity_looks_at_shares_alone_and_is_greatest_where_all_are_as_many(counts: list[int], times: int) -> None:
    found = diversity_of(counts)
    assert found is not None
    plain = -sum(count / sum(counts) * math.log(count / sum(counts)) for count in counts)
    assert math.isclose(float(found.index), plain, abs_tol=1e-6)
    assert 0 <= found.index <= Decimal(f"{math.log(len(counts)) + 1e-6:.9f}")
    assert diversity_of([count * times for count in counts]) == found == diversity_of(sorted(counts))
    even = diversity_of([7] * len(counts))
    assert even is not None and even.index >= found.index
    assert found.evenness is None if len(counts) == 1 else 0 <= (found.evenness or 0) <= 1
