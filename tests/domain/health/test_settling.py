"""What is shown of a venture's health over time: worse at once, better after a day, and what a member says between."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from domain.health.health import HealthState
from domain.health.settling import HELD, Kept, Override, next_settling, overridden, settle

NOW = datetime(2026, 10, 14, 12, tzinfo=UTC)
OFF, RISK, UNKNOWN, ON, NONE = HealthState
WHY = [{"rule": "cpi_low"}]


def _at(hours: float) -> datetime:
    return NOW + timedelta(hours=hours)


def _run(*looks: tuple[float, HealthState], kept: Kept | None = None) -> list[HealthState]:
    shown = []
    for hours, found in looks:
        kept = settle(kept, found, [], _at(hours))
        shown.append(kept.shown)
    return shown


def test_worse_is_shown_at_once() -> None:
    assert _run((0, ON), (1, RISK), (2, OFF)) == [ON, RISK, OFF]
    assert _run((0, ON), (1, UNKNOWN), (2, RISK)) == [ON, UNKNOWN, RISK]


def test_better_is_shown_once_it_has_held_for_a_day() -> None:
    assert _run((0, OFF), (1, ON), (24.9, ON), (25, ON)) == [OFF, OFF, OFF, ON]
    assert _run((0, OFF), (1, ON), (20, OFF), (26, ON), (49, ON), (50, ON)) == [OFF, OFF, OFF, OFF, OFF, ON]


def test_after_a_day_of_better_facts_the_present_ones_count() -> None:
    assert _run((0, OFF), (1, ON), (20, RISK), (25, RISK)) == [OFF, OFF, OFF, RISK]


def test_while_it_improves_the_reasons_stay_those_of_what_is_shown() -> None:
    bad = settle(None, OFF, WHY, NOW)
    better = settle(bad, ON, [], _at(1))
    assert (better.shown, better.reasons, better.improving_since) == (OFF, WHY, _at(1))
    assert next_settling(better) == _at(1) + HELD
    assert settle(better, ON, [], _at(25)).reasons == []


def test_what_is_wound_up_is_told_at_once_and_so_is_what_comes_back() -> None:
    assert _run((0, OFF), (1, NONE), (2, ON)) == [OFF, NONE, ON]


def test_what_comes_to_be_known_is_told_at_once() -> None:
    assert _run((0, UNKNOWN), (1, ON), (2, UNKNOWN), (3, ON)) == [UNKNOWN, ON, UNKNOWN, ON]
    assert _run((0, OFF), (1, UNKNOWN), (2, ON)) == [OFF, OFF, OFF]


def test_an_override_is_shown_until_it_lapses_and_the_facts_go_on_beside_it() -> None:
    kept = settle(None, ON, [], NOW)
    said = overridden(kept, Override(RISK, "A key person is ill.", _at(48), _at(1)), _at(1))
    assert (said.shown, said.computed, said.since) == (RISK, ON, _at(1))
    worse = settle(said, OFF, WHY, _at(2))
    assert (worse.shown, worse.computed, worse.since) == (RISK, OFF, _at(1))
    assert next_settling(worse) == _at(48)
    lapsed = settle(worse, OFF, WHY, _at(48))
    assert (lapsed.shown, lapsed.override, lapsed.since) == (OFF, None, _at(48))
    ended = overridden(worse, None, _at(3))
    assert (ended.shown, ended.since) == (OFF, _at(3))


LOOKS = st.lists(st.tuples(st.integers(0, 40), st.sampled_from([OFF, RISK, UNKNOWN, ON])), min_size=1, max_size=20)


@given(LOOKS)
def test_what_is_shown_is_never_better_than_the_facts(looks: list[tuple[int, HealthState]]) -> None:
    kept, hours = None, 0
    for pause, found in looks:
        hours += pause
        kept = settle(kept, found, [], _at(hours))
        assert kept.shown.rank <= found.rank
        assert settle(kept, found, [], _at(hours)) == kept, "the same look twice is one"


@given(LOOKS)
def test_since_is_when_what_is_shown_began(looks: list[tuple[int, HealthState]]) -> None:
    kept, hours, began = None, 0, NOW
    for pause, found in looks:
        hours += pause
        before = kept
        kept = settle(kept, found, [], _at(hours))
        if before is None or before.shown is not kept.shown:
            began = _at(hours)
        assert kept.since == began
