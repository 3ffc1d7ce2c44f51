"""`milepost up`, whole: ready in seconds, the same at the next start, nothing left behind."""

from __future__ import annotations

import importlib.util
import json
import sys
import urllib.request
from pathlib import Path
from typing import Any

import pytest

from tests.cli.processes import descendants, eventually, finished, free_port, kill, milepost, read_until, runs

pytestmark = pytest.mark.skipif(
    not all(importlib.util.find_spec(name) for name in ("api.app", "workers.main")), reason="needs API and worker"
)


def _note(folder: Path) -> dict[str, Any]:
    path = folder / "dev.json"
    assert path.stat().st_mode & 0o777 == 0o600
    note = json.loads(path.read_text("utf-8"))
    assert isinstance(note, dict)
    assert list(note) == ["base_url", "issuer", "operator_key", "tenants"]
    return note


@pytest.mark.skipif(sys.platform != "linux", reason="needs Linux")
def test_starts_goes_on_with_its_data_and_leaves_nothing_running(place: Path) -> None:
    port = free_port()
    settings = {"MILEPOST_PORT": str(port), "MILEPOST_DATA_DIR": str(place / "data"), "MILEPOST_DEMO": "0"}
    process = milepost("up", **settings)
    read_until(process, "Ctrl-C ends it")
    first = _note(place / "data")
    assert first["base_url"] == f"http://localhost:{port}"
    with urllib.request.urlopen(f"{first['issuer']}/.well-known/openid-configuration", timeout=60) as answer:
        assert json.load(answer)["issuer"] == first["issuer"]
    below = descendants(process.pid)
    kill(process.pid)
    process.communicate()
    eventually(lambda: not any(map(runs, below)))

    process = milepost("up", **settings)
    read_until(process, "Ctrl-C ends it")
    assert _note(place / "data") == first
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=60) as answer:
        assert answer.status == 200
    below = descendants(process.pid)
    process.terminate()
    status, said = finished(process)
    assert status == 0, said
    assert "killing it" not in said
    assert not any(map(runs, below))
