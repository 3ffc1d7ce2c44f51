"""When a delivery is tried again, what an answer means, and when an endpoint is given up."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from enum import StrEnum
from uuid import UUID

# After the first attempt, nine more: 75 hours and 35 minutes in all.
PLAN = (
    timedelta(seconds=5),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=5),
    timedelta(hours=10),
    timedelta(hours=14),
    timedelta(hours=20),
    timedelta(hours=24),
)
ATTEMPTS = len(PLAN) + 1
JITTER = 0.1
LONGEST_WAIT = timedelta(hours=24)
DISABLE_AFTER = timedelta(days=5)
_SLOW_DOWN = frozenset({429, 502, 503, 504})
"""Answers by which a receiver, or what stands before it, says that it is too much."""


class Verdict(StrEnum):
    """What an attempt has come to: *failed* is tried again, *refused* is not, *gone* is nobody there any more."""

    DELIVERED = "delivered"
    FAILED = "failed"
    REFUSED = "refused"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Outcome:
    """An attempt's verdict, until when the receiver asked to be left alone, and whether it is too much for it."""

    verdict: Verdict
    not_before: datetime | None = None
    slow: bool = False


def classify(status: int | None, now: datetime, retry_after: str | None = None) -> Outcome:
    """What an answer means; `status` is null where there was none (no connection, no answer in time).

    Any 2xx is delivered. 410 means that nobody wants it any more: the endpoint is disabled. All else has failed and is
    tried again, redirects included, for they are never followed. `Retry-After` counts with
    429, 502, 503 and 504, which slow the endpoint down in any case.
    """
    if status is not None and 200 <= status < 300:
        return Outcome(Verdict.DELIVERED)
    if status == 410:
        return Outcome(Verdict.GONE)
    slow = status in _SLOW_DOWN
    wait = _retry_after(retry_after, now) if slow else None
    return Outcome(Verdict.FAILED, None if wait is None else now + wait, slow)


def next_attempt(delivery_id: UUID, attempts: int, outcome: Outcome, now: datetime) -> datetime | None:
    """When a delivery is tried again after so many attempts; None where it is not: delivered, gone, or given up."""
    if outcome.verdict is not Verdict.FAILED or not 1 <= attempts < ATTEMPTS:
        return None
    planned = now + PLAN[attempts - 1] * _jitter(delivery_id, attempts)
    return planned if outcome.not_before is None else max(planned, outcome.not_before)


def failing_since(former: datetime | None, outcome: Outcome, now: datetime) -> datetime | None:
    """Since when an endpoint has seen nothing but failure: one success starts anew."""
    return None if outcome.verdict is Verdict.DELIVERED else former or now


def is_to_be_disabled(since: datetime | None, now: datetime) -> bool:
    """Whether an endpoint is given up: five days of nothing but failure."""
    return since is not None and now - since >= DISABLE_AFTER


def _jitter(delivery_id: UUID, attempts: int) -> float:
    """A factor from 0.9 to 1.1 that follows from delivery and attempt, so that a plan can be told and tested."""
    digest = hashlib.sha256(delivery_id.bytes + attempts.to_bytes(2, "big")).digest()
    return 1 - JITTER + 2 * JITTER * int.from_bytes(digest[:8], "big") / (2**64 - 1)


def _retry_after(text: str | None, now: datetime) -> timedelta | None:
    """The wait that a receiver asks for (RFC 9110 §10.2.3: seconds or date), at most a day; None for nonsense."""
    text = (text or "").strip()
    if re.fullmatch(r"[0-9]{1,20}", text, re.ASCII):
        return min(timedelta(seconds=min(int(text), 10**6)), LONGEST_WAIT)
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    aware = moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
    return min(aware - now, LONGEST_WAIT) if aware > now else None
