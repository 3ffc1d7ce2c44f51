"""A folder for clusters, in memory where that is possible."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture
def place(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty folder; sockets of servers that a test kills stay in it too, and go with it."""
    base = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    folder = Path(tempfile.mkdtemp(prefix="milepost-test-", dir=base))
    sockets = folder / "run"
    sockets.mkdir()
    folder.chmod(0o755)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(sockets))
    yield folder
    shutil.rmtree(folder, ignore_errors=True)
