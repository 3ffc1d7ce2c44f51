"""Health of a venture: the 22 worked cases, and what must hold for any facts."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.health.health import (
    FiringAlert,
    HealthFacts,
    HealthState,
    NextMilestone,
    health_of,
    next_change,
)
from domain.health.texts import TEXTS, reason_text

NOW = datetime(2026, 10, 14, 12, tzinfo=UTC)
MILESTONE = NextMilestone(UUID(int=1), 60, -2, 0)
SOUND = HealthFacts(False, MILESTONE, Decimal(1), Decimal(1), False, Decimal(12))


def _alert(number: int, *, critical: bool = False, days: float = 5, acknowledged: bool = False) -> FiringAlert:
    return FiringAlert(UUID(int=number), UUID(int=100 + number), critical, NOW - timedelta(days=days), acknowledged)


def _warnings(count: int, days: float = 3) -> tuple[FiringAlert, ...]:
    return tuple(_alert(number, days=days) for number in range(1, count + 1))


def _late(p50: int, p80: int) -> NextMilestone:
    return replace(MILESTONE, p50_late=p50, p80_late=p80)


UNFORECAST = NextMilestone(UUID(int=1), 60)


@pytest.mark.parametrize(
    ("change", "state", "dimensions"),
    [
        ({}, "on_track", []),
        ({"next_milestone": _late(-2, 1)}, "at_risk", ["schedule"]),
        ({"next_milestone": _late(12, 20)}, "at_risk", ["schedule"]),
        ({"next_milestone": _late(13, 20)}, "off_track", ["schedule"]),
        ({"runway_months": Decimal("6.0")}, "on_track", []),
        ({"runway_months": Decimal("5.99")}, "at_risk", ["funding"]),
        ({"runway_months": Decimal("3.0")}, "at_risk", ["funding"]),
        ({"runway_months": Decimal("2.99")}, "off_track", ["funding"]),
        ({"runway_months": None, "cash_generating": True}, "on_track", []),
        ({"runway_months": None}, "unknown", ["funding"]),
        ({"next_milestone": UNFORECAST}, "unknown", ["schedule"]),
        ({"next_milestone": UNFORECAST, "runway_months": Decimal(2)}, "off_track", ["funding"]),
        ({"next_milestone": UNFORECAST, "alerts": _warnings(3)}, "at_risk", ["alerts"]),
        ({"alerts": _warnings(2)}, "on_track", []),
        ({"alerts": _warnings(3)}, "at_risk", ["alerts"]),
        ({"alerts": (_alert(1, critical=True, days=10, acknowledged=True),)}, "at_risk", ["alerts"]),
        ({"alerts": (_alert(1, critical=True, days=3),)}, "at_risk", ["alerts"]),
        ({"alerts": (_alert(1, critical=True, days=3.01),)}, "off_track", ["alerts"]),
        ({"cpi": Decimal("0.9")}, "on_track", []),
        ({"cpi": Decimal("0.899")}, "at_risk", ["cost"]),
        ({"cpi": None}, "on_track", []),
        ({"runway_months": Decimal(2), "next_milestone": _late(13, 20)}, "off_track", ["schedule", "funding"]),
    ],
)
def test_the_worked_cases(change: dict[str, Any], state: str, dimensions: list[str]) -> None:
    found, reasons = health_of(replace(SOUND, **change), NOW)
    assert found == state
    assert [str(reason.dimension) for reason in reasons] == dimensions


@pytest.mark.parametrize(
    ("change", "state"),
    [
        ({"spi_t": Decimal("0.9")}, "on_track"),
        ({"spi_t": Decimal("0.8999")}, "at_risk"),
        ({"spi_t": None}, "on_track"),
        ({"next_milestone": None}, "unknown"),
        ({"next_milestone": replace(MILESTONE, baseline_days=None, p50_late=90, p80_late=99)}, "at_risk"),
        ({"alerts": (_alert(1, critical=True, days=14, acknowledged=True),)}, "at_risk"),
        ({"alerts": (_alert(1, critical=True, days=14.01, acknowledged=True),)}, "off_track"),
        ({"alerts": _warnings(3, days=2.99)}, "on_track"),
        ({"alerts": tuple(replace(one, subject_id=UUID(int=9)) for one in _warnings(3))}, "on_track"),
        ({"winding_up": True, "runway_months": Decimal(0)}, "not_applicable"),
    ],
)
def test_limits_are_strict_and_what_is_not_known_is_said(change: dict[str, Any], state: str) -> None:
    assert health_of(replace(SOUND, **change), NOW)[0] == state


def test_a_reason_has_its_value_limit_and_fact() -> None:
    _, (schedule, funding) = health_of(
        replace(SOUND, next_milestone=_late(13, 20), runway_months=Decimal("2.999")), NOW
    )
    assert schedule.stored() == {
        "dimension": "schedule", "state": "off_track", "rule": "p50_late", "value": "13", "limit": "12",
        "subject": f"milestone_{MILESTONE.id.hex}",
    }  # fmt: skip
    assert (funding.value, funding.limit) == ("2.99", "3")


def test_every_reason_has_words_in_both_languages() -> None:
    facts = replace(
        SOUND,
        next_milestone=_late(13, 20),
        spi_t=Decimal("0.5"),
        cpi=Decimal("0.5"),
        runway_months=Decimal(1),
        alerts=(*_warnings(3), _alert(8, critical=True, days=20), _alert(9, critical=True, days=1),
                _alert(7, critical=True, days=20, acknowledged=True)),
    )  # fmt: skip
    told = health_of(facts, NOW)[1]
    told += health_of(replace(SOUND, next_milestone=_late(0, 1)), NOW)[1]
    told += health_of(replace(SOUND, next_milestone=None, runway_months=None), NOW)[1]
    told += health_of(replace(SOUND, next_milestone=UNFORECAST), NOW)[1]
    assert {reason.rule for reason in told} == TEXTS.keys()
    for reason in told:
        for locale in ("en", "zh-CN"):
            text = reason_text(reason.stored(), locale)
            assert "%" not in text.replace("80 %", "").replace("80%", ""), text
            for part in (reason.value, reason.limit):
                assert part is None or f"%{part}" not in text
    assert reason_text({"rule": "of_tomorrow"}, "en") == "of_tomorrow"


MILESTONES = st.none() | st.builds(
    NextMilestone,
    st.just(UUID(int=1)),
    st.none() | st.integers(0, 100),
    st.none() | st.integers(-50, 50),
    st.none() | st.integers(-50, 80),
)
RATIOS = st.none() | st.decimals(min_value=0, max_value=2, places=4)
ALERTS = st.lists(
    st.builds(
        FiringAlert,
        st.integers(1, 10**6).map(lambda number: UUID(int=number)),
        st.integers(1, 4).map(lambda number: UUID(int=number)),
        st.booleans(),
        st.integers(0, 40 * 24 * 60).map(lambda minutes: NOW - timedelta(minutes=minutes)),
        st.booleans(),
    ),
    max_size=6,
)
FACTS = st.builds(
    HealthFacts,
    st.just(False),
    MILESTONES,
    RATIOS,
    RATIOS,
    st.booleans(),
    st.none() | st.decimals(min_value=0, max_value=24, places=3),
    ALERTS,
)


def _rank(facts: HealthFacts) -> int:
    return health_of(facts, NOW)[0].rank


@given(FACTS, st.integers(1, 30), st.decimals(min_value=0, max_value=1, places=3), ALERTS)
def test_worsening_a_fact_never_improves_the_state(
    facts: HealthFacts, days: int, less: Decimal, more: list[FiringAlert]
) -> None:
    rank = _rank(facts)
    worse = [replace(facts, alerts=[*facts.alerts, *more])]
    worse += [replace(facts, alerts=[replace(one, is_acknowledged=False) for one in facts.alerts])]
    worse += [
        replace(facts, alerts=[replace(one, fired_at=one.fired_at - timedelta(days=days)) for one in facts.alerts])
    ]
    for name in ("spi_t", "cpi", "runway_months"):
        value = getattr(facts, name)
        if value is not None:
            worse.append(replace(facts, **{name: value * less}))
    if (one := facts.next_milestone) is not None and one.p50_late is not None and one.p80_late is not None:
        worse.append(
            replace(facts, next_milestone=replace(one, p50_late=one.p50_late + days, p80_late=one.p80_late + days))
        )
        worse.append(replace(facts, next_milestone=replace(one, p80_late=one.p80_late + days)))
    for other in worse:
        assert _rank(other) <= rank, other


@given(FACTS)
def test_what_is_not_known_never_makes_it_green(facts: HealthFacts) -> None:
    for ignorant in (
        replace(facts, next_milestone=None),
        replace(facts, cash_generating=False, runway_months=None),
    ):
        assert health_of(ignorant, NOW)[0] is not HealthState.ON_TRACK


@given(FACTS)
def test_each_reason_alone_gives_at_most_the_state(facts: HealthFacts) -> None:
    state, reasons = health_of(facts, NOW)
    assert (state is HealthState.ON_TRACK) is (reasons == [])
    assert all(reason.state.rank >= state.rank for reason in reasons)
    assert any(reason.state is state for reason in reasons) or not reasons
    order = ["schedule", "cost", "funding", "alerts"]
    places = [order.index(str(reason.dimension)) for reason in reasons]
    assert places == sorted(places)


@given(FACTS, st.randoms(use_true_random=False))
def test_the_same_facts_give_the_same_words_in_whatever_order(facts: HealthFacts, random: Any) -> None:
    shuffled = list(facts.alerts)
    random.shuffle(shuffled)
    assert _stored(facts) == _stored(replace(facts, alerts=shuffled))


def _stored(facts: HealthFacts) -> list[dict[str, str | None]]:
    return [reason.stored() for reason in health_of(facts, NOW)[1]]


@given(FACTS)
def test_between_now_and_the_next_look_time_alone_changes_nothing(facts: HealthFacts) -> None:
    following = next_change(facts, NOW)
    until = NOW + timedelta(days=60) if following is None else following - timedelta(microseconds=1)
    assert health_of(facts, until)[0] == health_of(facts, NOW)[0]
