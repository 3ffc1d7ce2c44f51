"""`make bench`: how fast, as ratios to others in the same run, so that machines can be compared.

python -m tests.bench [--times 10] [--turns 3] [--seconds 3] [--only PART]
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import time
from collections.abc import Awaitable, Callable, Collection
from pathlib import Path

import structlog
import uvloop

from tests.bench import monitoring, writing
from tests.bench.callers import measure_callers
from tests.bench.deliveries import measure_deliveries
from tests.bench.documents import measure_documents
from tests.bench.forecasting import measure_stored_forecasts
from tests.bench.forecasts import measure_forecasts
from tests.bench.ground import CONNECTIONS, Ground, ground, per_second
from tests.bench.load import load_maker
from tests.bench.readings import measure_readings
from tests.bench.reads import measure_neighbours, measure_reads
from tests.bench.refusals import measure_refusals
from tests.bench.reviews import measure_reviews
from tests.bench.selecting import measure_selections

DUE = 20_000
PARTS = (
    *("reads", "neighbours", "monitor", "readings", "selections", "writes", "documents", "deliveries"),
    *("forecasts", "forecasting", "reviews", "callers", "refusals"),
)

OWN_ROWS = frozenset({"forecasts", "forecasting", "reviews", "documents", "callers", "refusals"})
"""Parts that need no more than the servers: what they measure with, they make."""


def main() -> None:
    """Measure and print."""
    sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]  # a text stream
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--times", type=int, default=10, help="how often the demo's 20 ventures are there")
    parser.add_argument("--neighbours", type=int, default=2, help="other tenants of that size; ten times as many later")
    parser.add_argument("--turns", type=int, default=3, help="how often each is measured; medians are told")
    parser.add_argument("--seconds", type=float, default=3.0, help="how long each is measured, each time")
    parser.add_argument("--only", choices=PARTS, action="append", help="only this part; may be given several times")
    uvloop.run(_measure(parser.parse_args()))  # the loop of API and worker


async def _measure(given: argparse.Namespace) -> None:
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(40))
    parts = given.only or PARTS
    began = time.monotonic()
    print(_machine())
    if "forecasts" in parts:
        measure_forecasts(given.turns)
    if set(parts) - {"forecasts"}:
        await _measure_with_servers(given, parts)
    print(f"\nin all {time.monotonic() - began:.0f} s; load average of the last minute {os.getloadavg()[0]:.1f}")


async def _measure_with_servers(given: argparse.Namespace, parts: Collection[str]) -> None:
    size = (given.times, given.neighbours) if set(parts) - OWN_ROWS else (1, 0)
    async with ground(*size) as ready:
        rows = ", ".join(f"{count} {table}s" for table, count in ready.rows.items())
        print(f"{rows}; {CONNECTIONS} connections, one server process each, load by {load_maker()}")
        if "reads" in parts:
            await measure_reads(ready, given.turns, given.seconds)
        if "neighbours" in parts:
            await measure_neighbours(ready, given.turns, given.seconds)
        if "monitor" in parts:  # before the writes, whose due rows nobody works off
            await monitoring.measure(ready.runtime, given.seconds)
        if "readings" in parts:
            await measure_readings(ready)
        if "selections" in parts:
            await measure_selections(ready)
        if "writes" in parts:
            await _writes(ready, given.seconds)
        if "forecasting" in parts:
            tenant_id = await monitoring.new_tenant(ready.runtime)
            await measure_stored_forecasts(ready.runtime, tenant_id, given.seconds)
        if "reviews" in parts:
            await measure_reviews(ready.runtime, await monitoring.new_tenant(ready.runtime), given.seconds)
        if "callers" in parts:
            await measure_callers(ready, given.turns, given.seconds)
        if "refusals" in parts:
            await measure_refusals(ready)
        if "documents" in parts:
            await measure_documents()
        if "deliveries" in parts:
            await measure_deliveries(ready.environment, given.turns)


async def _writes(ready: Ground, seconds: float) -> None:
    print(f"\n{'':52}{'limit/s':>10}{'ours/s':>10}{'ratio':>8}")
    await writing.make_due(ready, DUE)
    for title, limit, ours in (
        ("create a risk / insert one row", writing.plain_insert, writing.create_risk),
        ("create a venture within limits / uncounted", writing.create_uncounted, writing.create_venture),
        (f"claim and finish, by {writing.BATCH} / two statements", writing.plain_claims, writing.claims),
    ):
        plain, whole = await _rate(limit, ready, seconds), await _rate(ours, ready, seconds)
        print(f"{title:52}{plain:10.0f}{whole:10.0f}{whole / plain:8.2f}", flush=True)


async def _rate(make: Callable[[Ground], Awaitable[writing.Act]], ready: Ground, seconds: float) -> float:
    return await per_second(await make(ready), seconds)


def _machine() -> str:
    """What it is measured on, without names."""
    facts = [line.partition(":") for line in Path("/proc/cpuinfo").read_text().splitlines()]
    model = next((value.strip() for key, _, value in facts if key.strip() == "model name"), platform.machine())
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    load = os.getloadavg()[0]
    return f"{os.cpu_count()} × {model}, {memory:.0f} GB, {platform.system()}; load average at the start {load:.1f}"


if __name__ == "__main__":
    main()
