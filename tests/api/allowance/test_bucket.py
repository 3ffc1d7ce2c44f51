"""The arithmetic of a bucket: it never gives more than it holds and fills in, whatever the order of draws."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from api.allowance.bucket import WINDOW, Allowance, Bucket


def bucket(size: int = 600) -> Bucket:
    return Bucket.full(Allowance("cost-by-key", "cost", size), "k", 0.0)


def test_a_slice_is_a_seconds_share_and_at_least_ten() -> None:
    assert Allowance("a", "cost", 6000).slice == 100
    assert Allowance("a", "cost", 60).slice == 10
    assert Allowance("a", "cost", 4).slice == 4


def test_an_empty_bucket_says_how_long_to_wait() -> None:
    made = bucket()
    made.drawn(0, 0.0, 100.0)
    assert made.wait(30, 100.0) == 3.0
    assert made.wait(30, 103.0) == 0.0
    assert made.remaining(101.0) == 10


def test_what_is_told_has_the_form_of_the_draft() -> None:
    made = bucket()
    assert made.allowance.policy == '"cost-by-key";q=600;w=60;qu="cost"'
    assert made.told(made.remaining(0.0)) == '"cost-by-key";r=600;t=0'
    made.drawn(10, 290.0, 0.0)
    assert made.told(made.remaining(0.0)) == '"cost-by-key";r=300;t=30'


@given(st.lists(st.tuples(st.integers(0, 700), st.floats(0, 100)), max_size=50))
def test_a_bucket_that_lends_gives_no_more_than_it_holds_and_fills_in(steps: list[tuple[int, float]]) -> None:
    made, now, spent = bucket(), 0.0, 0
    for amount, passed in steps:
        now += passed
        made.lend(amount, now)
        if made.stock >= amount:
            made.stock -= amount
            spent += amount
        assert spent <= 600 + now * 600 / WINDOW + 1


def test_what_was_lent_is_paid_by_the_next_draw() -> None:
    made = bucket()
    made.lend(30, 0.0)
    made.stock -= 30
    made.drawn(20, 580.0, 0.0)
    assert (made.stock, made.lent, made.remaining(0.0)) == (0, 10, 570)
    made.drawn(10, 570.0, 0.0)
    assert (made.stock, made.lent, made.remaining(0.0)) == (0, 0, 570)


def test_a_clock_that_goes_back_gives_nothing() -> None:
    made = bucket()
    made.drawn(0, 0.0, 1000.0)
    assert made.to_draw(500.0) == 0.0
