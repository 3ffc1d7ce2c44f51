"""A new entity is behind the walls, told, audited and importable without a test of its own; one is declared here."""

from __future__ import annotations

import os
import subprocess
import sys

from tests.cli.processes import ROOT


def test_an_entity_that_is_only_declared_is_covered_by_the_tests_that_there_are() -> None:
    walls = "tests/security/gadget_walls.py"
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-n",
        "0",
        "-k",
        "not alone",
        "-p",
        "tests.security.gadgets",
        walls,
    ]
    done = subprocess.run(command, cwd=ROOT, env=dict(os.environ), capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stdout[-6000:]
    assert "4 passed" in done.stdout
