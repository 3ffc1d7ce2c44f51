"""Steady load over loopback: `wrk` where it is installed, else a load maker of our own in a process of its own.

python -m tests.bench.load <url> <file> <connections> <seconds>: what `load.lua` tells, without wrk
"""

from __future__ import annotations

import asyncio
import json
import shutil
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

import httptools
import uvloop

_SCRIPT: Final = Path(__file__).with_name("load.lua")


@dataclass(frozen=True)
class Load:
    """What came of so many seconds of load. Times in milliseconds; `size` is bytes an answer, with its head."""

    count: int
    rate: float
    p50: float
    p99: float
    size: float
    failed: int


def load_maker() -> str:
    """What makes the load here."""
    return "wrk" if shutil.which("wrk") else "a load maker in Python (wrk is not installed)"


async def make_load(url: str, requests: Path, connections: int, seconds: float) -> Load:
    """Send the requests of a file in turn over so many connections, each at once after the answer before."""
    if wrk := shutil.which("wrk"):
        command = [
            wrk,
            "-t1",
            f"-c{connections}",
            f"-d{seconds:.0f}s",
            "--timeout",
            "60s",
            "-s",
            str(_SCRIPT),
            url,
            "--",
            str(requests),
        ]
    else:
        command = [sys.executable, "-m", "tests.bench.load", url, str(requests), str(connections), str(seconds)]
    process = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
    said, _ = await process.communicate()
    line = next((line for line in said.decode().splitlines() if line.startswith("told ")), None)
    if line is None:
        raise RuntimeError(f"{command[0]} told nothing: {said.decode()[:500]}")
    told = json.loads(line.removeprefix("told "))
    count = max(told["requests"], 1)
    return Load(count, count / told["seconds"], told["p50"], told["p99"], told["bytes"] / count, told["failed"])


class _Caller(asyncio.Protocol):
    """One connection: the next request goes out when the answer is whole."""

    def __init__(self, requests: list[bytes], tally: _Tally) -> None:
        self._requests = requests
        self._tally = tally
        self._parser = httptools.HttpResponseParser(self)

    def connection_made(self, transport: Any) -> None:
        self._transport = transport
        self._send()

    def data_received(self, data: bytes) -> None:
        self._tally.bytes += len(data)
        self._parser.feed_data(data)

    def on_message_complete(self) -> None:
        self._tally.times.append(time.perf_counter() - self._began)
        self._tally.failed += self._parser.get_status_code() != 200
        self._send()

    def _send(self) -> None:
        self._parser = httptools.HttpResponseParser(self)
        self._began = time.perf_counter()
        self._transport.write(self._requests[self._tally.sent % len(self._requests)])
        self._tally.sent += 1


class _Tally:
    def __init__(self) -> None:
        self.times: list[float] = []
        self.bytes = self.failed = self.sent = 0


async def _call(url: str, lines: Sequence[str], connections: int, seconds: float) -> None:
    key, *bodies = lines
    to = urlsplit(url)
    head = (
        f"POST {to.path} HTTP/1.1\r\nHost: {to.netloc}\r\nAuthorization: Bearer {key}\r\nAccept: application/json\r\n"
        "Content-Type: application/json\r\nContent-Length: {length}\r\n\r\n"
    )
    requests = [head.format(length=len(body.encode())).encode() + body.encode() for body in bodies]
    tally = _Tally()
    loop = asyncio.get_running_loop()
    made = [
        await loop.create_connection(lambda: _Caller(requests, tally), to.hostname, to.port) for _ in range(connections)
    ]
    began = time.perf_counter()
    await asyncio.sleep(seconds)
    took = time.perf_counter() - began
    for transport, _ in made:
        transport.abort()
    times = sorted(tally.times) or [0.0]
    told = {
        "requests": len(tally.times), "seconds": took, "bytes": tally.bytes, "failed": tally.failed,
        "p50": 1e3 * times[len(times) // 2], "p99": 1e3 * times[len(times) * 99 // 100],
    }  # fmt: skip
    print("told", json.dumps(told))


if __name__ == "__main__":
    uvloop.run(_call(sys.argv[1], Path(sys.argv[2]).read_text().splitlines(), int(sys.argv[3]), float(sys.argv[4])))
