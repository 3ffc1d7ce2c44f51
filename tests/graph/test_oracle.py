"""What the compiler answers is what GraphQL's own executor answers over the same rows, to the order of the keys."""

from __future__ import annotations

import json
import random
from typing import Any

import pytest

from api.graphql.running import full_schema
from domain.kernel.settings import Settings
from tests.contract.catalogue import superuser
from tests.graph.asking import Reader
from tests.graph.conftest import World
from tests.graph.documents import Writer
from tests.graph.oracle import Oracle, load

DOCUMENTS = 40


def values_in(data: Any) -> int:
    """How many values an answer holds."""
    if isinstance(data, dict):
        return sum(1 + values_in(value) for value in data.values())
    return sum(values_in(item) for item in data) if isinstance(data, list) else 0


@pytest.fixture
async def oracle(settings: Settings, world: World, read: Reader) -> Oracle:
    """The plain way to read the world."""
    async with superuser(settings) as database:
        tables = await load(database, world.tenant.id)
    return Oracle(full_schema().as_str(), tables, read.runtime.clock.now().date())


@pytest.mark.parametrize("part", range(3))
async def test_compiled_answers_are_those_of_the_executor(oracle: Oracle, read: Reader, part: int) -> None:
    for seed in range(part * DOCUMENTS, (part + 1) * DOCUMENTS):
        text = Writer(random.Random(seed)).document()
        variables = {"yes": bool(seed % 5)} | ({"no": True} if seed % 3 == 0 else {})
        read.sent.clear()
        compiled = await read(text, **variables)
        assert len(read.sent) <= 1
        assert read.cost >= values_in(compiled)
        assert json.dumps(compiled) == json.dumps(oracle.answer(text, variables)), f"seed {seed}: {text}"
