"""Quiet hours and digests fall where people of a zone expect them, also over midnight and when the clocks change."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.channels.schedule import Digest, Quiet, Weekday, next_digest, quiet_until

BERLIN = ZoneInfo("Europe/Berlin")
NIGHT = Quiet.of("22:00", "07:00", None)
ZONES = st.sampled_from(
    [UTC, BERLIN, ZoneInfo("Asia/Shanghai"), ZoneInfo("America/St_Johns"), ZoneInfo("Pacific/Apia")]
)
MOMENTS = st.datetimes(datetime(2024, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))
TIMES = st.builds("{:02}:{:02}".format, st.integers(0, 23), st.integers(0, 59))


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


@pytest.mark.parametrize(
    ("now", "until"),
    [
        ("2026-12-01T21:59:59+01:00", None),
        ("2026-12-01T22:00:00+01:00", "2026-12-02T07:00:00+01:00"),
        ("2026-12-02T06:59:59+01:00", "2026-12-02T07:00:00+01:00"),
        ("2026-12-02T07:00:00+01:00", None),
        ("2026-03-28T23:00:00+01:00", "2026-03-29T07:00:00+02:00"),
        ("2026-10-24T23:00:00+02:00", "2026-10-25T07:00:00+01:00"),
    ],
)
def test_a_night_ends_at_its_hour_in_the_morning(now: str, until: str | None) -> None:
    assert quiet_until(NIGHT, moment(now), BERLIN) == (None if until is None else moment(until))


def test_the_days_are_those_on_which_quiet_hours_begin() -> None:
    weekend = Quiet.of("18:00", "06:00", ["fri"])
    assert quiet_until(weekend, moment("2026-12-05T03:00:00+01:00"), BERLIN) == moment("2026-12-05T06:00:00+01:00")
    assert quiet_until(weekend, moment("2026-12-05T19:00:00+01:00"), BERLIN) is None


@given(TIMES, TIMES, st.sets(st.sampled_from(Weekday), min_size=1), MOMENTS, ZONES)
def test_quiet_hours_always_end_within_a_day_and_are_over_then(
    start: str, to: str, days: set[Weekday], now: datetime, zone: ZoneInfo
) -> None:
    quiet = Quiet.of(start, to, sorted(days))
    until = quiet_until(quiet, now, zone)
    assert until is None or now < until <= now + timedelta(hours=25)
    if until is not None and start != to:
        assert quiet_until(quiet, until, zone) is None


def test_there_are_none_where_none_are_chosen() -> None:
    assert Quiet.of(None, "07:00", None) is None and quiet_until(None, moment("2026-12-01T22:00:00+01:00"), UTC) is None


@given(st.sampled_from([Digest.DAILY, Digest.WEEKLY]), st.integers(0, 23), st.sampled_from(Weekday), MOMENTS, ZONES)
def test_the_next_digest_is_ahead_at_the_hour_and_day_chosen(
    digest: Digest, hour: int, day: Weekday, now: datetime, zone: ZoneInfo
) -> None:
    due = next_digest(digest, hour, day, now, zone)
    assert now < due <= now + timedelta(days=8 if digest is Digest.WEEKLY else 2)
    local = due.astimezone(zone)
    assert local.hour in (hour, (hour + 1) % 24)  # the hour that a change of the clocks skips is the next
    assert digest is Digest.DAILY or list(Weekday)[local.weekday()] is day
