"""A caller with a venture."""

from __future__ import annotations

from datetime import timedelta

import pytest

import domain.commands  # noqa: F401  # every command is declared
from api.graphql.running import Engine
from tests.conftest import SettableClock
from tests.domain.commanding import Caller
from tests.graph.asking import Reader


@pytest.fixture
def read(caller: Caller) -> Reader:
    """Reads as the owner does."""
    return Reader(caller.runtime, Engine(caller.runtime), caller.principal)


@pytest.fixture
def yesterday(clock: SettableClock) -> str:
    return (clock.now() - timedelta(days=1)).date().isoformat()


@pytest.fixture
def soon(clock: SettableClock) -> str:
    """A day that lies ahead in every time zone."""
    return (clock.now() + timedelta(days=2)).date().isoformat()
