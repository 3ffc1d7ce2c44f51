"""What docs/webhooks.md says of payload documents is so: they are saved, sent and tried as they stand there."""

from __future__ import annotations

import json
import re
from typing import Final

import domain.commands  # noqa: F401  # every command is declared
from domain.kernel.runtime import Runtime
from domain.kernel.selections import Failure
from graph.selections import BOUNDS, GIVEN, MOST_ANSWER, MOST_COST, MOST_MS
from tests.cli.processes import ROOT
from tests.conftest import TestTenant
from tests.domain.commanding import Caller
from tests.workers.choosing import assess, told
from tests.workers.conftest import Receiver, add_endpoint, relay_all
from tests.workers.test_monitor import look
from workers.deliveries import Deliveries

PAGE: Final = (ROOT / "docs" / "webhooks.md").read_text("utf-8")
SECTION: Final = PAGE.partition("## Payload documents")[2].partition("\n## ")[0]
ON_RISK, TOLD = re.findall(r"^```graphql\n(.*?)^```$", SECTION, re.M | re.S)
ARRIVES, PREVIEW = re.findall(r"^```json\n(.*?)^```$", SECTION, re.M | re.S)


async def test_the_first_document_shows_what_the_page_says(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, sender: Deliveries
) -> None:
    await add_endpoint(runtime, tenant, receiver, event_types=["risk.assessed"], document=ON_RISK)
    owner = Caller(runtime, tenant.principal())
    await assess(runtime, tenant, await owner.risk(await owner.venture(), "Data runs out"))
    await told(runtime, tenant, sender)
    assert json.loads(ARRIVES).items() <= receiver.requests[0].event["data"].items()


async def test_the_second_document_serves_an_alert_and_its_risk(
    runtime: Runtime, tenant: TestTenant, receiver: Receiver, sender: Deliveries
) -> None:
    await add_endpoint(runtime, tenant, receiver, event_types=["risk.assessed", "risk.alert.fired"], document=TOLD)
    owner = Caller(runtime, tenant.principal())
    await assess(runtime, tenant, await owner.risk(await owner.venture(), "Data runs out"))
    await relay_all(runtime, tenant)
    await look(runtime, tenant)
    await told(runtime, tenant, sender)
    found = {request.event["data"]["selection"]["node"]["__typename"]: request.event for request in receiver.requests}
    assert found["Risk"]["data"]["selection"]["node"] == {
        "__typename": "Risk",
        "title": "Data runs out",
        "owner": None,
    }
    alert = found["Alert"]["data"]["selection"]
    assert (alert["node"]["rule"], alert["venture"]["name"]) == (found["Alert"]["data"]["rule"], "Aurora")
    assert alert["venture"]["risks"] == {"nodes": [{"title": "Data runs out", "level": "CRITICAL"}]}


async def test_the_preview_is_answered(runtime: Runtime, tenant: TestTenant) -> None:
    owner = Caller(runtime, tenant.principal())
    risk = await owner.risk(await owner.venture(), "Data runs out")
    done = await owner.ask("preview_payload", **json.loads(PREVIEW.replace("$RISK", risk)))
    assert done.reports["preview"]["body"]["data"]["selection"] == {"risk": {"title": "Data runs out", "level": None}}


def test_the_page_tells_every_variable_limit_and_code() -> None:
    assert re.findall(r"^\| `\$(\w+): ID!` \|", SECTION, re.M) == list(GIVEN)
    assert re.findall(r"^\| `([A-Z_]+)` \|", SECTION, re.M) == list(Failure)
    plain = " ".join(SECTION.split())
    assert f"{BOUNDS.bytes:,} bytes, {BOUNDS.tokens:,} tokens, fields nested {BOUNDS.depth} deep" in plain
    assert f"a cost of {MOST_COST:,} for each event" in plain
    assert f"longer than {MOST_MS} ms" in plain
    assert f"more than {MOST_ANSWER:,} bytes" in plain
