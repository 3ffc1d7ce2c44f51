"""The embedded Valkey starts in every folder and after every death, and has no port."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
import redis

from cli.embedded.folders import EmbeddedError
from cli.embedded.valkey import Valkey
from tests.cli.processes import eventually, kill, python, read_until, runs

_RUN = """
import sys, time
from pathlib import Path
from cli.embedded.valkey import Valkey
server = Valkey(Path(sys.argv[1]))
server.start()
print("pid", server.child.pid, flush=True)
time.sleep(600)
"""


@pytest.mark.parametrize("name", ["a 'quoted' \"place\" 50% 风险", "long-" * 45])
def test_starts_in_a_folder_of_any_name_and_writes_no_file(place: Path, name: str) -> None:
    server = Valkey(place / name / "valkey")
    server.start()
    with redis.from_url(server.url) as client:
        client.set("a", "b")
        assert client.config_get("port") == {"port": "0"}
    server.stop()
    assert not server.socket.parent.exists()
    assert list(server.data_folder.iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="needs Linux")
def test_dies_with_its_parent_and_starts_again(place: Path) -> None:
    parent = python(_RUN, place / "valkey")
    pid = int(read_until(parent, "pid").split()[-1])
    parent.kill()
    server = Valkey(place / "valkey")
    server.start()
    assert not runs(pid)
    assert server.alive()
    server.stop()
    parent.communicate()


def test_starts_again_after_a_kill_and_when_its_socket_was_taken_away(place: Path) -> None:
    server = Valkey(place / "valkey")
    server.start()
    assert server.child is not None
    kill(server.child.pid)
    eventually(lambda: not server.alive())
    server.start()
    server.socket.unlink()
    assert not server.alive()
    server.start()
    with redis.from_url(server.url) as client:
        assert client.ping()
    with pytest.raises(EmbeddedError, match="already runs"):
        Valkey(place / "valkey").start()
    server.stop()
