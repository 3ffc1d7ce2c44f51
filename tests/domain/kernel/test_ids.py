"""Ids: one spelling, ordered by time, nothing shared between tenants in their random part."""

from __future__ import annotations

import time
import uuid
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.kernel.ids import MalformedId, external_id, milliseconds_of, parse_id, split_id, uuid7, uuid7_at


def test_an_id_carries_the_wall_clocks_milliseconds_and_is_a_version_7() -> None:
    before = time.time_ns() // 1_000_000
    made = uuid7()
    assert before <= milliseconds_of(made) <= time.time_ns() // 1_000_000
    assert made.version == 7
    assert made.variant == uuid.RFC_4122


def test_ids_made_one_after_another_do_not_count() -> None:
    tails = [uuid7().int & (1 << 62) - 1 for _ in range(100)]
    assert len({b - a for a, b in pairwise(tails)}) == 99


@given(st.integers(0, 2**48 - 1), st.integers(0, 2**74 - 1))
def test_a_chosen_id_keeps_its_moment_and_bits(milliseconds: int, bits: int) -> None:
    made = uuid7_at(milliseconds, bits)
    assert milliseconds_of(made) == milliseconds
    assert made.version == 7
    assert uuid7_at(milliseconds, bits) == made


@given(st.uuids())
def test_an_external_id_is_read_back(value: uuid.UUID) -> None:
    assert split_id(external_id("risk_score", value)) == ("risk_score", value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "risk",
        "risk_",
        "risk_" + "0" * 31,
        "risk_" + "0" * 33,
        "risk_" + "A" * 32,
        "RISK_" + "0" * 32,
        "venture_" + "0" * 32,
        "risk_" + "0" * 32 + "\n",
        "risk_" + "0" * 31 + "\x00",
        "risk_" + "０" * 32,
        "risk_{00000000-0000-0000-0000-000000000000}",
        "urn:uuid:00000000-0000-0000-0000-000000000000",
    ],
)
def test_every_other_spelling_is_refused(text: str) -> None:
    with pytest.raises(MalformedId):
        parse_id("risk", text)
