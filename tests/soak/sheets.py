"""A sheet of 100,000 lines takes no more memory than one of 10,000, and others see how far it is."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Iterator
from typing import Final

from domain.kernel.runtime import Runtime
from domain.kernel.settings import Settings
from tests.conftest import make_tenant
from tests.domain.commanding import Caller
from tests.memory import measure_anew, most_held
from tests.soak.promises import Done, gone_along
from tests.workers.sheeting import announce, as_csv, seen
from workers import sheets as workers

LINES: Final = (1_000, 10_000, 100_000)
"""The first makes all that a worker makes once."""

GROWTH: Final = 32 << 20
_HEADINGS: Final = ("category", "amount", "spent_on", "note", "milestone", "external_id")


def sheets(seed: int) -> Iterator[Done]:
    """Brought in as a whole, with the same memory for ten times the lines."""
    return gone_along(_each_size, seed)


async def _each_size(runtime: Runtime, settings: Settings) -> AsyncIterator[str]:
    peaks: list[int] = []
    for lines in LINES:
        tenant = await make_tenant(runtime)
        owner = Caller(runtime, tenant.principal())
        venture = await owner.venture("Helio")
        await owner.milestone(venture, "Prototype")
        content = as_csv(_HEADINGS, *(_line(number) for number in range(lines)))
        id = await announce(owner, content, "cost", venture_id=venture)
        size = len(content)
        del content
        await owner.ask("start_sheet_import", sheet_import_id=id)
        measure_anew()
        began = time.monotonic()
        running = asyncio.create_task(workers.import_sheets(runtime, tenant.id))
        progress: list[int] = []
        while not running.done():
            await asyncio.wait([running], timeout=2)
            progress.append((await seen(runtime, tenant.id, id)).lines_done)
        await running
        peaks.append(most_held())
        done = await seen(runtime, tenant.id, id)
        assert (done.state, done.made, done.problems) == ("done", lines, [])
        assert progress == sorted(progress)
        yield (
            f"{lines:,} lines of {size >> 10:,} kB in {time.monotonic() - began:.0f} s, {peaks[-1] >> 20} MB at most, "
            f"progress seen at {len(set(progress))} places"
        )
    assert peaks[2] - peaks[1] < GROWTH, [peak >> 20 for peak in peaks]


def _line(number: int) -> tuple[str, ...]:
    note = f"GPU hours number {number}"
    return "compute", f"{number % 1000}.50", "2026-01-02", note, "Prototype", f"A-{number}"
