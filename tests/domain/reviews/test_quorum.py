"""Who counts for a quorum: those who voted, abstaining or removed since; and nobody approves his own work alone."""

from __future__ import annotations

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.reviews.quorum import approves_alone, tally
from domain.reviews.states import Vote

A, B, C, D, E = (UUID(int=number) for number in range(1, 6))
FIVE = (A, B, C, D, E)


def test_who_abstains_is_present_and_neither_for_nor_against() -> None:
    counted = tally({A: Vote.GO, B: Vote.GO, C: Vote.ABSTAIN}, FIVE, 3)
    assert counted.is_met
    assert (counted.approving, counted.expressed) == (2, 2)


def test_two_of_five_are_no_quorum_of_three() -> None:
    counted = tally({A: Vote.GO, B: Vote.GO}, FIVE, 3)
    assert not counted.is_met
    assert counted.lacking == 1


def test_the_vote_of_a_voter_who_was_removed_stays_and_is_marked() -> None:
    counted = tally({A: Vote.GO, B: Vote.GO, C: Vote.GO}, (A, B, D, E), 3)
    assert counted.is_met
    assert counted.present == 3
    assert counted.removed == {C}


@pytest.mark.parametrize(
    ("decider", "votes", "alone"),
    [
        (A, {}, True),
        (A, {A: Vote.GO}, True),
        (A, {B: Vote.ABSTAIN, C: Vote.STOP}, True),
        (A, {B: Vote.CONDITIONAL_GO}, False),
        (B, {A: Vote.GO}, False),
        (None, {A: Vote.GO}, False),
    ],
)
def test_the_owner_of_a_milestone_is_never_the_only_one_who_approves(
    decider: UUID | None, votes: dict[UUID, Vote], alone: bool
) -> None:
    assert approves_alone(A, decider, votes) is alone
    assert approves_alone(None, decider, votes) is False


@given(st.dictionaries(st.sampled_from(FIVE), st.sampled_from(list(Vote))), st.integers(1, 5))
def test_another_vote_never_takes_a_quorum_away(votes: dict[UUID, Vote], quorum: int) -> None:
    before = tally(votes, FIVE, quorum)
    for member in FIVE:
        after = tally({member: Vote.ABSTAIN} | votes, FIVE, quorum)
        assert after.present >= before.present
        assert after.is_met or not before.is_met
        assert after.approving == before.approving
