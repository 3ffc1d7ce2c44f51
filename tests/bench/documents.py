"""How long a review's document takes: the page, its HTML, and its PDF, beside the typesetting alone."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from statistics import median

from api.typesetting import Typesetter
from domain.reviews.pages.html import as_html
from domain.reviews.pages.pdf import page_data
from domain.reviews.pages.reviewing import compose_review
from domain.reviews.pages.typesetting import typeset
from tests.domain.reviews.pages.samples import full

TIMES = 7


async def measure_documents() -> None:
    """Print the medians; the limit of a PDF is its typesetting within this process."""
    page = compose_review(full(), "en")
    data = page_data(page, "2026-11-30T09:30:00.000000Z")
    typesetter = Typesetter()

    async def composed() -> None:
        as_html(compose_review(full(), "en"))

    async def set_here() -> None:
        typeset(data)

    async def set_beside() -> None:
        await typesetter.pdf(data)

    print(f"\n{'a review of five pages as a document':52}{'limit ms':>10}{'ours ms':>10}{'ratio':>8}")
    print(f"{'its page, composed and written as HTML':52}{'':10}{await _median(composed):10.0f}")
    limit, ours = await _median(set_here), await _median(set_beside)
    print(f"{'its PDF, by a process of its own / here':52}{limit:10.0f}{ours:10.0f}{ours / limit:8.2f}", flush=True)


async def _median(act: Callable[[], Awaitable[None]]) -> float:
    took = []
    for _ in range(TIMES):
        began = time.perf_counter()
        await act()
        took.append((time.perf_counter() - began) * 1_000)
    return median(took)
