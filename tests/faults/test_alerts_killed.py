"""Whoever is killed and whenever, every alert ends as a plain model says: one step, and one event, for each change."""

from __future__ import annotations

import random
import secrets
from pathlib import Path

import pytest

from tests.faults.killing import dying

ALERTS = 8

pytestmark = pytest.mark.xdist_group("killed")


def test_alerts_come_through_deaths_at_random_moments_as_the_model_says(tmp_path: Path) -> None:
    seed = secrets.randbelow(10**6)
    print(f"seed {seed}")  # shown where it fails
    with dying(tmp_path) as there:
        there.one_batch(random.Random(seed), ALERTS)
    assert there.kills >= 4
