"""How much is given away by day: compared with counting every day by itself."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from domain.resources.allotting import Share, over_allocated, worst

FIRST = date(2027, 1, 1)
DAYS = st.none() | st.integers(0, 12).map(lambda days: FIRST + timedelta(days=days))
SHARES = st.lists(
    st.builds(Share, st.integers(1, 5).map(Decimal), DAYS, DAYS).filter(
        lambda share: share.start_on is None or share.end_on is None or share.start_on <= share.end_on
    ),
    max_size=8,
)


def on(day: date, shares: list[Share]) -> Decimal:
    """What is given away on a day."""
    counted = [share.amount for share in shares if (share.start_on or day) <= day and (share.end_on or day) >= day]
    return sum(counted, Decimal(0))


@given(SHARES, st.integers(0, 12).map(Decimal))
def test_the_periods_are_the_days_on_which_more_is_given_than_there_is(shares: list[Share], amount: Decimal) -> None:
    found = over_allocated(amount, shares)
    for day in (FIRST + timedelta(days=days) for days in range(-3, 17)):
        told = [one for one in found if (one.start_on or day) <= day <= (one.end_on or day)]
        assert [one.allocated for one in told] == ([on(day, shares)] if on(day, shares) > amount else [])
    highest = max((on(FIRST + timedelta(days=days), shares) for days in range(-3, 17)), default=Decimal(0))
    peak = worst(found)
    assert (peak.allocated if peak else None) == (highest if highest > amount else None)


@given(SHARES, SHARES)
def test_what_takes_no_more_on_any_day_is_within(some: list[Share], others: list[Share]) -> None:
    for one in some:
        for other in others:
            if one.is_within(other):
                days = [FIRST + timedelta(days=days) for days in range(-3, 17)]
                assert all(on(day, [one]) <= on(day, [other]) for day in days)


def test_a_period_is_told_in_words() -> None:
    one, other = date(2027, 1, 1), date(2027, 3, 31)
    periods = [over_allocated(Decimal(0), [Share(Decimal(1), *days)])[0].words for days in (
        (None, None), (None, other), (one, None), (one, one), (one, other),
    )]  # fmt: skip
    assert periods == [
        "at all times", "until 2027-03-31", "from 2027-01-01 on", "on 2027-01-01", "from 2027-01-01 to 2027-03-31",
    ]  # fmt: skip
