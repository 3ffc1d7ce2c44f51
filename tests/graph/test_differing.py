"""What the compiler answers is what GraphQL's own executor answers over the same rows, to the order of the keys."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from domain.kernel.settings import Settings
from tests.graph.differing.comparing import Comparison

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
