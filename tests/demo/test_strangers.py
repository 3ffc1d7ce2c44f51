"""Whoever knows nothing but the OpenAPI document finds that it is kept: answers, refusals, types, headers, links."""

from __future__ import annotations

from pathlib import Path

from cli.demo.aurora import AURORA
from domain.kernel.runtime import Runtime
from tests.conftest import Cluster
from tests.demo.conftest import COPIED
from tests.demo.strangers import Insider, try_as_stranger
from tests.security.attacking import api_process

EXAMPLES = 2
"""Of each operation: a minute. `make soak` goes on for as long as it is given, with all phases."""


async def test_schemathesis_finds_nothing(cluster: Cluster, copied: Runtime, tmp_path: Path) -> None:
    insider = await Insider.of(copied, AURORA)
    with api_process(cluster, COPIED) as (_, url):
        requests = await try_as_stranger(url, insider, tmp_path, examples=EXAMPLES)
    assert requests > 300
