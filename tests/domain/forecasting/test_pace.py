"""The pace at which tasks are finished: whole weeks only, and nothing said from fewer than five."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from domain.forecasting.facts import PaceFacts
from domain.forecasting.pace import told, weekly

WEDNESDAY = date(2026, 10, 7)
MONDAYS = [date(2026, 10, 5) - timedelta(weeks=number) for number in range(9)]
WEEKLY = (3, 5, 2, 6, 4, 0, 5, 3)
EIGHT = tuple(zip(reversed(MONDAYS[1:]), WEEKLY, strict=True))


def test_only_whole_weeks_count_and_weeks_without_a_finished_task_too() -> None:
    assert weekly(PaceFacts(30, MONDAYS[8], EIGHT), WEDNESDAY) == list(WEEKLY)
    this_week = (*EIGHT, (MONDAYS[0], 9))
    assert weekly(PaceFacts(30, MONDAYS[8] + timedelta(days=1), this_week), WEDNESDAY) == list(WEEKLY[1:])
    assert len(weekly(PaceFacts(30, date(2020, 1, 1), EIGHT), WEDNESDAY)) == 26
    assert weekly(PaceFacts(), WEDNESDAY) == weekly(PaceFacts(1, WEDNESDAY), WEDNESDAY) == []


def test_thirty_tasks_at_the_pace_of_eight_weeks() -> None:
    found = told(PaceFacts(30, MONDAYS[8], EIGHT), WEDNESDAY)
    weeks = {name: (found[name] - WEDNESDAY).days // 7 for name in ("p50_on", "p80_on", "p85_on", "p95_on")}
    assert weeks == {"p50_on": 9, "p80_on": 10, "p85_on": 11, "p95_on": 12}
    assert (found["state"], found["weeks"], found["open_tasks"], found["finished_a_week"]) == ("known", 8, 30, "3.50")


@pytest.mark.parametrize(
    ("pace", "state"),
    [
        (PaceFacts(0, MONDAYS[8], EIGHT), "nothing_open"),
        (PaceFacts(1, MONDAYS[4], EIGHT), "too_little_history"),
        (PaceFacts(1, MONDAYS[8]), "never"),
        (PaceFacts(10_001, MONDAYS[8], EIGHT), "too_many"),
    ],
)
def test_what_a_pace_cannot_say_it_does_not_say(pace: PaceFacts, state: str) -> None:
    found = told(pace, WEDNESDAY)
    assert found["state"] == state and found["p50_on"] is found["p95_on"] is None
