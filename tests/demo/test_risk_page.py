"""The examples of docs/risk.md are run in their order on the demo, as a founder would: none is refused."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import sqlalchemy as sa
from sqlmodel import col

import domain.commands  # noqa: F401  # every command is declared
from api.graphql.running import Engine
from cli.demo.aurora import AURORA
from cli.demo.filling import tenant_id
from cli.pictures import EXAMPLE
from domain.kernel.ids import external_id
from domain.kernel.outward import outward
from domain.kernel.principal import ActorKind, Principal, Role
from domain.kernel.runtime import Runtime
from domain.kernel.work import unit_of_work
from domain.risks.templates.catalogue import TEMPLATES
from domain.tenancy.tables import Member
from domain.ventures.tables import Venture
from tests.cli.processes import ROOT
from tests.graph.asking import Reader
from workers.monitor import monitor
from workers.relay import relay

PAGE = (ROOT / "docs" / "risk.md").read_text("utf-8")
EXAMPLES = re.findall(r"^```graphql\n(.*?)^```$", PAGE, re.M | re.S)
TENANT = tenant_id(AURORA)
_ID = re.compile(r"(?P<type>[a-z_]+)_[0-9a-f]{32}")


async def _people(runtime: Runtime) -> tuple[Principal, Principal, str]:
    """The owner, an admin, and the id of a venture."""
    async with unit_of_work(runtime, Principal.worker(TENANT)) as work:
        found = []
        for role in (Role.OWNER, Role.ADMIN):
            statement = sa.select(col(Member.id)).where(col(Member.tenant_id) == TENANT, col(Member.role) == role)
            member = (await work.session.execute(statement.limit(1))).scalar_one()
            found.append(Principal(TENANT, ActorKind.MEMBER, role, member, member))
        ventures = sa.select(col(Venture.id)).where(col(Venture.tenant_id) == TENANT, col(Venture.key) == "HELIO")
        return found[0], found[1], external_id("venture", (await work.session.execute(ventures)).scalar_one())


def _ids(value: Any) -> dict[str, str]:
    """The ids in an answer by their type; of several of a type, the first."""
    found: dict[str, str] = {}
    for key, below in value.items() if isinstance(value, dict) else enumerate(value):
        if isinstance(below, dict | list):
            found = _ids(below) | found
        elif key == "id" and (match := _ID.fullmatch(str(below))):
            found.setdefault(match["type"], below)
    return found


async def test_every_example_runs_on_the_demo(copied: Runtime) -> None:
    owner, other, venture = await _people(copied)
    engine, now = Engine(copied), copied.clock.now()
    known: dict[str, Any] = {
        "venture": venture,
        "day": (now + timedelta(days=60)).date().isoformat(),
        "until": outward(now + timedelta(days=7)),
        "readings": [
            {"at": outward(now - timedelta(days=7 * week)), "value": f"0.{880 + 4 * week}"} for week in range(10)
        ],
    }
    assert len(EXAMPLES) > 20, "the examples are found"
    for text in EXAMPLES:
        variables = {name: known[name] for name in re.findall(r"\$(\w+):", text)}
        caller = other if "approveAcceptance" in text else owner
        data = await Reader(copied, engine, caller)(text, **variables)
        ((_, told),) = data.items()
        assert told, text
        if text.startswith("mutation"):
            assert told["userErrors"] == [], (text, told)
        known |= {name: id for name, id in _ids(data).items() if name != "venture"}
        while (await relay(copied, TENANT)).more:
            pass
        while await monitor(copied, TENANT):
            pass


def test_what_the_page_says_of_the_product_is_so() -> None:
    assert 35 <= len(TEMPLATES) <= 45, "about forty"
    assert sum(float(chance) * loss for chance, loss in EXAMPLE) == 156_800
    for picture in re.findall(r"\((pictures/\w+\.svg)\)", PAGE):
        assert (ROOT / "docs" / picture).exists()
