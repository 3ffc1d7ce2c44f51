"""What the compiler answers is what GraphQL's own executor answers over the same rows, to the order of the keys."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from domain.kernel.settings import Settings
from tests.graph.differing.comparing import Comparison
from tests.graph.differing.declared import NOT_COMPARED
from tests.graph.differing.knowing import Known
from tests.graph.printed import printed_schema

WORLDS = 6
DOCUMENTS = 50


@pytest.mark.parametrize("world", range(WORLDS))
def test_random_documents_are_answered_as_by_the_plain_reference(
    clone: Callable[..., Settings], seed: int, world: int
) -> None:
    comparison = Comparison(clone())
    with comparison.running():
        comparison.world(seed + world, DOCUMENTS)
    assert comparison.documents >= DOCUMENTS


def test_each_field_is_answered_to_each_caller_as_by_the_plain_reference(
    clone: Callable[..., Settings], seed: int
) -> None:
    comparison = Comparison(clone())
    with comparison.running():
        comparison.sweep(seed)
    assert comparison.documents > 1_000


def test_all_that_can_be_read_is_compared_or_listed_with_the_reason_why_not() -> None:
    unknown = Known(printed_schema()).unknown()
    assert sorted(unknown) == sorted(NOT_COMPARED), "teach it in declared.py or worked.py, or list it in NOT_COMPARED"
    assert all(reason.strip() for reason in NOT_COMPARED.values())
