"""The five minutes of the README, pasted as they stand beside a `milepost up`: an alert fires, is taken, resolves."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.processes import ROOT, finished, free_port, milepost, read_until


@pytest.mark.skipif(sys.platform != "linux", reason="needs Linux")
def test_the_tour_shows_an_alert_fired_acknowledged_and_resolved(tmp_path: Path) -> None:
    (tmp_path / ".venv").symlink_to(sys.prefix)
    tour = "".join(re.findall(r"^```sh\n(.*?)^```$", (ROOT / "README.md").read_text("utf-8"), re.M | re.S))
    assert "milepost listen" in tour
    running = milepost(
        "up",
        MILEPOST_PORT=str(free_port()),
        MILEPOST_DATA_DIR=str(tmp_path / ".milepost"),
        MILEPOST_DEMO="1",
        XDG_RUNTIME_DIR=str(tmp_path),
    )
    try:
        read_until(running, "Ctrl-C ends it", within=90)
        plain = {name: value for name, value in os.environ.items() if not name.startswith("MILEPOST_")}
        done = subprocess.run(
            ["bash", "-c", tour], cwd=tmp_path, env=plain, capture_output=True, text=True, timeout=120, check=False
        )
    finally:
        running.terminate()
        finished(running, within=60)
    said = done.stdout + done.stderr
    assert "Helio Service" in said, said
    [answer] = [line for line in said.splitlines() if line.startswith('{"data":{"indicators"')]
    [falling] = json.loads(answer)["data"]["indicators"]["nodes"]
    assert (falling["state"], falling["trend"]["direction"]) == ("OK", "FALLING"), said
    assert [(one["rule"], one["state"]) for one in falling["alerts"]["nodes"]] == [("indicator.trend", "FIRING")], said
    # Where the machine is slow, the demo's own first alerts are heard as well; what curl prints has no end of line.
    told = re.findall(r"(risk\.alert\.\w+) .*\n +summary +Risk “The largest customer leaves”", said)
    assert told == ["risk.alert.fired", "risk.alert.acknowledged", "risk.alert.resolved"], said
    assert said.count('"userErrors":[]') == 3, said
    assert (tmp_path / "review.pdf").read_bytes().startswith(b"%PDF"), said
