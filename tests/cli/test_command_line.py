"""The command line answers with sentences, quickly, and with the statuses that scripts rely on."""

from __future__ import annotations

import os
import re
import shlex
import socket
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import typer
from typer.main import get_command

from cli.administration.making import fill
from cli.administration.verbs import GROUPS
from cli.embedded.folders import FolderLock
from cli.main import app
from cli.settings import as_markdown
from tests.cli.processes import ROOT, finished, free_port, milepost


def test_help_names_every_command_without_loading_them() -> None:
    started = time.monotonic()
    status, said = finished(milepost("--help"))
    assert status == 0
    assert all(name in said for name in ("up", "api", "worker", "migrate", "settings", "check-settings"))
    assert time.monotonic() - started < 3


def _commands_of_pages() -> Iterator[tuple[str, list[str]]]:
    """Every command of ours in the shell's lines of every page, as its words."""
    for page in (ROOT / "README.md", *(ROOT / "docs").glob("*.md"), *(ROOT / "clients").glob("*/README.md")):
        for block in re.findall(r"```sh\n(.*?)```", page.read_text("utf-8"), re.DOTALL):
            for part in re.split(r"\n|&&|;|\||\$\(|\{ ", block):
                words = shlex.split(part.rstrip("&) "), comments=True) if "milepost " in part else []
                if words and words[0].rpartition("/")[2] == "milepost":
                    yield page.name, words[1:]


def test_every_command_in_the_pages_is_there_with_its_options() -> None:
    commands = list(_commands_of_pages())
    assert len(commands) > 15
    for page, words in commands:
        command: Any = get_command(app)
        if words[0] in GROUPS:
            group = typer.Typer(callback=lambda: None)
            fill(group, words.pop(0))
            command = get_command(group)
        while words and hasattr(command, "get_command"):
            command = command.get_command(click.Context(command), words.pop(0))
            assert command is not None, (page, words)
        known = {option for parameter in command.params for option in (*parameter.opts, *parameter.secondary_opts)}
        used = {word.partition("=")[0] for word in words if word.startswith("--")}
        assert used <= known, (page, command.name, used - known)


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
