"""`make bench`: how fast, as ratios to the plain statement in the same run, so that machines can be compared.

python -m tests.bench [--size 8] [--seconds 4]
"""

from __future__ import annotations

import argparse
import asyncio
import time
from collections.abc import Awaitable, Callable

import structlog

from tests.bench import board, writing
from tests.bench.ground import CONNECTIONS, Ground, ground, per_second

DUE = 20_000


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--size", type=int, default=8, help="size of the demo; the board wants 5 or more")
    parser.add_argument("--seconds", type=float, default=4.0, help="how long each is measured")
    given = parser.parse_args()
    asyncio.run(_measure(given.size, given.seconds))


async def _measure(size: int, seconds: float) -> None:
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(40))
    began = time.monotonic()
    async with ground(size) as ready:
        rows = ", ".join(f"{count} {table}s" for table, count in ready.rows.items())
        print(f"{rows}; written by the commands in {ready.filled_in:.1f} s; {CONNECTIONS} connections, one process")
        await _boards(ready, seconds)
        await writing.make_due(ready, DUE)
        for title, limit, ours in (
            ("create a risk / insert one row", writing.plain_insert, writing.create_risk),
            (f"claim and finish, by {writing.BATCH} / two statements", writing.plain_claims, writing.claims),
        ):
            _line(title, await _rate(limit, ready, seconds), await _rate(ours, ready, seconds))
    print(f"in all {time.monotonic() - began:.0f} s")


async def _boards(ready: Ground, seconds: float) -> None:
    by_hand, read_by_hand = await board.by_hand(ready)
    compiled, read_compiled = await board.compiled(ready)
    over_http, _ = await board.over_http(ready)
    size, own = len(await read_by_hand()), len(await read_compiled())
    print(f"the board: {own / 1000:.0f} kB compiled, {size / 1000:.0f} kB by hand")
    print(f"{'':52}{'limit/s':>10}{'ours/s':>10}{'ratio':>8}")
    limit = await per_second(by_hand, seconds)
    _line("board compiled / written by hand", limit, await per_second(compiled, seconds))
    _line("board through the API / written by hand", limit, await per_second(over_http, seconds))


async def _rate(make: Callable[[Ground], Awaitable[writing.Act]], ready: Ground, seconds: float) -> float:
    return await per_second(await make(ready), seconds)


def _line(title: str, limit: float, ours: float) -> None:
    print(f"{title:52}{limit:10.0f}{ours:10.0f}{ours / limit:8.2f}", flush=True)


main()
