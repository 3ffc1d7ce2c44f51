"""A whole installation as a user starts it, driven from outside: HTTP in, webhooks out, and its processes by name."""

from __future__ import annotations

import json
import signal
import subprocess
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

from tests.cli.processes import descendants, free_port, kill, milepost, runs

Json = Any
"JSON, of whatever shape the test expects."


@dataclass
class Installation:
    """`milepost up` on a folder and a port of its own."""

    folder: Path
    settings: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.port = free_port()
        self.said: list[str] = []
        self.note: Json = {}
        self.http = httpx.Client(base_url=f"http://localhost:{self.port}", timeout=30)
        self._process: subprocess.Popen[str] | None = None

    def start(self, within: float = 120) -> None:
        """Return when it says that it is ready. Fails with what it said when it is not in time."""
        settings = {"MILEPOST_PORT": str(self.port), "MILEPOST_DATA_DIR": str(self.folder), "MILEPOST_DEMO": "1"}
        self._process = milepost("up", **(settings | self.settings))
        self._listener = threading.Thread(target=self._listen, args=(self._process,), daemon=True)
        self._listener.start()
        eventually(lambda: self.told("Ctrl-C ends it"), within, self.story)
        self.note = json.loads((self.folder / "dev.json").read_text("utf-8"))

    def _listen(self, process: subprocess.Popen[str]) -> None:
        assert process.stdout is not None
        with process.stdout:
            for line in process.stdout:
                self.said.append(line)

    def told(self, words: str) -> bool:
        """Whether a line said so. Raises when the process has ended instead."""
        if any(words in line for line in list(self.said)):
            return True
        assert self._process is not None
        assert self._process.poll() is None, self.story()
        return False

    def story(self) -> str:
        """The last of what was said."""
        return "".join(self.said[-60:])

    def stop(self) -> int:
        """End it in order; answers its status. Nothing of it runs afterwards."""
        assert self._process is not None
        below = descendants(self._process.pid) if self._process.poll() is None else set()
        self._process.send_signal(signal.SIGTERM)
        status = self._process.wait(timeout=60)
        eventually(lambda: not any(map(runs, below)), 60, self.story)
        self._listener.join(10)
        self.http.close()
        return status

    def tenant(self, slug: str) -> Json:
        """A demo tenant's entry in the note: id, slug, name, keys."""
        return next(tenant for tenant in self.note["tenants"] if tenant["slug"] == slug)

    def pids(self, name: str) -> list[int]:
        """The processes called `api`, `worker`, `postgres` or `valkey`; of a server its first process."""
        assert self._process is not None
        found = []
        for pid in sorted(self._below()):
            try:
                parts = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
            except OSError:
                continue
            if name in ("api", "worker"):
                matches = parts[1:4] == [b"-m", b"cli", name.encode()]
            else:
                matches = Path(parts[0].decode(errors="replace")).name.startswith(name) and len(parts) > 2
            if matches and runs(pid):
                found.append(pid)
        return found

    def _below(self) -> set[int]:
        """All processes below the supervisor; none while one of them is just going."""
        assert self._process is not None
        try:
            return descendants(self._process.pid)
        except OSError:
            return set()

    def setting(self, name: str) -> str:
        """A setting as the worker was given it."""
        environment = Path(f"/proc/{self.pids('worker')[0]}/environ").read_bytes().split(b"\0")
        return dict(pair.decode().split("=", 1) for pair in environment if b"=" in pair)[name]

    def kill(self, name: str) -> None:
        """SIGKILL one; returns when another has taken its place."""
        before = eventually(lambda: self.pids(name), 90, self.story)
        kill(before[0])
        eventually(lambda: bool(set(self.pids(name)) - set(before)), 90, self.story)

    def kill_all(self) -> None:
        """SIGKILL the supervisor; returns when nothing of it runs any more."""
        assert self._process is not None
        below = self._below()
        self._process.kill()
        self._process.wait(10)
        eventually(lambda: not any(map(runs, below)), 60, self.story)
        self._listener.join(10)
        self.said.clear()

    def ready(self) -> bool:
        """Whether it takes requests."""
        try:
            return self.http.get("/readyz").status_code == 200
        except httpx.HTTPError:
            return False

    def graphql(self, key: str, document: str, /, **variables: Json) -> Json:
        """The `data` of an answer without errors."""
        answer = self.http.post(
            "/graphql",
            json={"query": document, "variables": variables},
            headers={"Authorization": f"Bearer {key}", "Accept": "application/json"},
        )
        told = answer.json()
        assert answer.status_code == 200, answer.text
        assert "errors" not in told, told["errors"]
        return told["data"]

    def mutate(self, key: str, name: str, selection: str, /, **given: Json) -> Json:
        """The payload of one mutation without `userErrors`."""
        kind = name[0].upper() + name[1:]
        asked = f"{selection} userErrors {{ code message path }}"
        document = f"mutation($input: {kind}Input!) {{ {name}(input: $input) {{ {asked} }} }}"
        payload = self.graphql(key, document, input=given)[name]
        assert payload["userErrors"] == [], payload["userErrors"]
        return payload

    def rest(self, key: str, method: str, path: str, body: Json = None, status: int | None = None) -> Json:
        """The JSON of a REST answer; `status` is the one expected, any 2xx unless given."""
        answer = self.http.request(method, path, json=body, headers={"Authorization": f"Bearer {key}"})
        assert answer.status_code == status if status else answer.is_success, (answer.status_code, answer.text)
        return answer.json() if answer.content else None


def eventually(true: Callable[[], Json], within: float, story: Callable[[], str] = lambda: "") -> Json:
    """What `true` answers as soon as that is true. Fails, with the story, when it is not in time."""
    deadline = time.monotonic() + within
    while not (value := true()):
        assert time.monotonic() < deadline, f"not within {within} s\n{story()}"
        time.sleep(0.05)
    return value
