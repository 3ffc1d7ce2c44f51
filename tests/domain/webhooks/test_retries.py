"""When deliveries are tried again, and when endpoints are given up."""

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.webhooks.retries import (
    ATTEMPTS,
    PLAN,
    Outcome,
    Verdict,
    classify,
    failing_since,
    is_to_be_disabled,
    next_attempt,
)

NOW = datetime(2026, 10, 1, 9, tzinfo=UTC)
FAILED = Outcome(Verdict.FAILED)
DELIVERY = UUID(int=7)


def test_the_plan_is_the_published_one() -> None:
    assert [delay.total_seconds() for delay in PLAN] == [
        5, 300, 1800, 7200, 18000, 36000, 50400, 72000, 86400,
    ]  # fmt: skip
    assert sum(PLAN, timedelta()) == timedelta(hours=75, minutes=35, seconds=5)


@given(st.uuids(), st.integers(1, ATTEMPTS - 1))
def test_jitter_is_a_tenth_and_always_the_same(delivery: UUID, attempts: int) -> None:
    planned = next_attempt(delivery, attempts, FAILED, NOW)
    assert planned is not None
    assert 0.9 * PLAN[attempts - 1] <= planned - NOW <= 1.1 * PLAN[attempts - 1]
    assert next_attempt(delivery, attempts, FAILED, NOW) == planned


def test_jitter_spreads_deliveries() -> None:
    assert len({next_attempt(uuid4(), 2, FAILED, NOW) for _ in range(50)}) > 40


@pytest.mark.parametrize("outcome", [Outcome(Verdict.DELIVERED), Outcome(Verdict.GONE)])
def test_what_is_settled_is_not_tried_again(outcome: Outcome) -> None:
    assert next_attempt(DELIVERY, 1, outcome, NOW) is None


def test_after_the_tenth_attempt_it_is_given_up() -> None:
    assert next_attempt(DELIVERY, 9, FAILED, NOW) is not None
    assert next_attempt(DELIVERY, 10, FAILED, NOW) is None


@pytest.mark.parametrize(
    ("status", "verdict"),
    [(200, "delivered"), (204, "delivered"), (299, "delivered"), (410, "gone")]
    + [(status, "failed") for status in (None, 100, 199, 301, 302, 303, 307, 308, 400, 404, 429, 500, 502, 503, 504)],
)
def test_what_answers_mean(status: int | None, verdict: str) -> None:
    assert classify(status, NOW, "5").verdict == verdict


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        (None, None), ("", None), ("-1", None), ("NaN", None), ("1.5", None), ("soon", None), ("٣", None),
        ("0", 0), ("120", 120), (" 120 ", 120), ("86400", 86400), ("86401", 86400), ("999999999", 86400),
        ("99999999999999999999", 86400), ("9" * 5000, None),
        ("Thu, 01 Oct 2026 09:10:00 GMT", 600), ("Thu, 01 Oct 2026 17:10:00 +0800", 600),
        ("Thu, 01 Oct 2026 08:00:00 GMT", None), ("Fri, 01 Jan 9999 00:00:00 GMT", 86400),
        ("Thursday, 01-Oct-26 09:10:00 GMT", 600), ("Thu, 99 Oct 2026 09:10:00 GMT", None),
    ],
)  # fmt: skip
def test_retry_after_is_heard_within_limits(text: str | None, seconds: int | None) -> None:
    wanted = None if seconds is None else NOW + timedelta(seconds=seconds)
    for status in (429, 503):
        assert classify(status, NOW, text).not_before == wanted
    assert classify(500, NOW, text).not_before is None


def test_retry_after_can_delay_the_plan_and_never_hastens_it() -> None:
    soon, late = classify(429, NOW, "1"), classify(429, NOW, "3600")
    planned = next_attempt(DELIVERY, 2, FAILED, NOW)
    assert next_attempt(DELIVERY, 2, soon, NOW) == planned
    assert next_attempt(DELIVERY, 2, late, NOW) == NOW + timedelta(hours=1)


def test_five_days_of_nothing_but_failure_disable_and_one_success_starts_anew() -> None:
    since = failing_since(None, FAILED, NOW)
    assert failing_since(since, FAILED, NOW + timedelta(days=4)) == NOW
    assert not is_to_be_disabled(since, NOW + timedelta(days=5, seconds=-1))
    assert is_to_be_disabled(since, NOW + timedelta(days=5))
    since = failing_since(since, Outcome(Verdict.DELIVERED), NOW + timedelta(days=4))
    assert since is None
    assert not is_to_be_disabled(since, NOW + timedelta(days=99))
