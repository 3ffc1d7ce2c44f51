"""Categories are the tenant's to extend; risks carry codes that are in use."""

from __future__ import annotations

import asyncio

import pytest

from domain.kernel.errors import Conflict, DomainError, Invalid, InvalidState, NotFound
from domain.kernel.ids import external_id
from domain.risks.tables import RiskCategory
from tests.conftest import TestTenant
from tests.domain.register import Register

NAMES = [{"locale": "en", "name": "Compute"}, {"locale": "zh-CN", "name": "算力"}]


async def test_a_category_of_ones_own_with_a_sub_type_is_carried_by_risks(owner: Register) -> None:
    await owner.ask("create_risk_category", code="compute", names=NAMES)
    await owner.ask("create_risk_category", code="gpu_price", parent="compute", names=NAMES[:1])
    venture = await owner.venture()
    await owner.ask("create_risk", venture_id=venture, title="GPU", category="compute", sub_type="gpu_price")
    for wrong in ({"category": "gpu_price"}, {"category": "legal", "sub_type": "gpu_price"}):
        with pytest.raises(Invalid):
            await owner.ask("create_risk", venture_id=venture, title="GPU", **wrong)


async def test_names_are_kept_by_language_and_replaced_whole(owner: Register) -> None:
    made = await owner.make("create_risk_category", code="compute", names=NAMES)
    assert (await owner.row(RiskCategory, made)).names == {"en": "Compute", "zh-CN": "算力"}
    id = external_id("risk_category", made)
    await owner.ask("update_risk_category", id=id, names=[{"locale": "de", "name": "Rechenzeit"}])
    assert (await owner.row(RiskCategory, made)).names == {"de": "Rechenzeit"}
    with pytest.raises(DomainError, match="twice") as refused:
        await owner.ask("update_risk_category", id=id, names=[NAMES[0], NAMES[0]])
    assert refused.value.problems[0].path == ("names", 1, "locale")


async def test_a_code_is_taken_once_and_a_sub_type_stands_under_a_category(owner: Register) -> None:
    with pytest.raises(Conflict) as refused:
        await owner.ask("create_risk_category", code="legal", names=NAMES)
    assert refused.value.problems[0].path == ("code",)
    with pytest.raises(Invalid) as unknown:
        await owner.ask("create_risk_category", code="deep", parent="data_privacy", names=NAMES)
    assert unknown.value.problems[0].path == ("parent",)
    both = [owner.ask("create_risk_category", code="compute", names=NAMES) for _ in range(2)]
    assert sum(isinstance(one, Conflict) for one in await asyncio.gather(*both, return_exceptions=True)) == 1


async def test_what_risks_carry_is_not_archived(owner: Register) -> None:
    top = external_id("risk_category", await owner.make("create_risk_category", code="compute", names=NAMES))
    risk = await owner.risk(await owner.venture())
    await owner.ask("update_risk", id=risk, category="compute", sub_type=None)
    with pytest.raises(InvalidState, match="1 risks carry compute"):
        await owner.ask("archive_risk_category", id=top)
    await owner.ask("update_risk", id=risk, category="market")
    await owner.ask("archive_risk_category", id=top)
    with pytest.raises(Invalid):
        await owner.ask("update_risk", id=risk, category="compute")
    await owner.ask("restore_risk_category", id=top)
    await owner.ask("update_risk", id=risk, category="compute")


async def test_another_tenants_category_is_none(owner: Register, stranger: TestTenant) -> None:
    theirs = Register(owner.runtime, stranger.principal())
    made = external_id("risk_category", await theirs.make("create_risk_category", code="compute", names=NAMES))
    with pytest.raises(NotFound):
        await owner.ask("archive_risk_category", id=made)
    with pytest.raises(Invalid):
        await owner.ask("create_risk", venture_id=await owner.venture(), title="x", category="compute")
