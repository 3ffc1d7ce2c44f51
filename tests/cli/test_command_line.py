"""The command line answers with sentences, quickly, and with the statuses that scripts rely on."""

from __future__ import annotations

import os
import socket
import time
from pathlib import Path

from cli.embedded.folders import FolderLock
from cli.settings import as_markdown
from tests.cli.processes import ROOT, finished, free_port, milepost


def test_help_names_every_command_without_loading_them() -> None:
    started = time.monotonic()
    status, said = finished(milepost("--help"))
    assert status == 0
    assert all(name in said for name in ("up", "api", "worker", "migrate", "settings", "check-settings"))
    assert time.monotonic() - started < 3


def test_wrong_settings_are_all_told_with_status_2_and_without_a_traceback() -> None:
    status, said = finished(milepost("check-settings", MILEPOST_PORT="eighty", MILEPOST_PROT="80"))
    assert status == 2
    assert "MILEPOST_PORT:" in said
    assert "MILEPOST_PROT:" in said
    assert "Traceback" not in said


def test_api_and_worker_say_which_addresses_they_need() -> None:
    status, said = finished(milepost("api", MILEPOST_DATABASE_URL="postgresql://milepost_app@db/milepost"))
    assert status == 2
    assert said.splitlines() == [
        f"{name}: must be set; only `milepost up` brings its own"
        for name in ("MILEPOST_REDIS_URL", "MILEPOST_SECRET_KEYS")
    ]


def test_the_page_of_settings_is_up_to_date() -> None:
    assert (ROOT / "docs" / "settings.md").read_text("utf-8") == as_markdown()


def test_a_used_port_is_told_before_anything_is_started(place: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        status, said = finished(milepost("up", MILEPOST_PORT=port, MILEPOST_DATA_DIR=str(place / "data")))
    assert status == 1
    assert said.strip() == (
        f"milepost: Port {port} is used by another program; end that, or set MILEPOST_PORT to a free one."
    )
    assert {path.name for path in (place / "data").iterdir()} == {"up.lock"}


def test_a_twin_is_refused_by_the_number_of_the_first(place: Path) -> None:
    lock = FolderLock(place / "up.lock")
    lock.acquire("milepost up")
    status, said = finished(milepost("up", MILEPOST_PORT=str(free_port()), MILEPOST_DATA_DIR=str(place)))
    lock.release()
    assert status == 1
    assert f"milepost up already runs on {place} (process {os.getpid()})" in said


def test_a_data_folder_that_cannot_be_made_is_told(place: Path) -> None:
    (place / "file").write_text("")
    status, said = finished(
        milepost("up", MILEPOST_PORT=str(free_port()), MILEPOST_DATA_DIR=str(place / "file" / "data"))
    )
    assert status == 1
    assert "cannot be used" in said
    assert "Traceback" not in said
