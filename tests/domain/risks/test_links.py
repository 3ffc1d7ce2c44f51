"""What a risk is linked to: milestones that slip, resources, risks that follow, comments that name people."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from domain.kernel.errors import Conflict, DomainError, Invalid, InvalidState, NotFound
from domain.kernel.ids import external_id, uuid7
from domain.kernel.principal import ActorKind, Principal, Role
from domain.risks.link_tables import RiskCause, RiskComment, RiskMention
from domain.risks.tables import Risk, RiskMilestone
from tests.conftest import TestTenant
from tests.domain.register import Register

POINTS = {"low": "5", "likely": "10", "high": "30"}


async def test_a_milestone_is_linked_with_its_slip_in_three_points_or_in_days(owner: Register) -> None:
    venture = await owner.venture()
    risk, milestone = await owner.risk(venture), await owner.milestone(venture)
    link = await owner.make("add_risk_milestone", risk_id=risk, milestone_id=milestone, slip=POINTS)
    row = await owner.row(RiskMilestone, link)
    assert (row.slip_low, row.slip_likely, row.slip_high) == (5, 10, 30)
    await owner.ask("update_risk_milestone", id=external_id("risk_milestone", link), slip_days="7")
    row = await owner.row(RiskMilestone, link)
    assert (row.slip_low, row.slip_likely, row.slip_high) == (7, 7, 7)
    await owner.ask("update_risk_milestone", id=external_id("risk_milestone", link), slip_days=None)
    assert (await owner.row(RiskMilestone, link)).slip_low is None
    with pytest.raises(Conflict):
        await owner.ask("add_risk_milestone", risk_id=risk, milestone_id=milestone)


@pytest.mark.parametrize(
    ("given", "path"),
    [
        ({"slip": {"low": "5", "likely": "4", "high": "30"}}, "slip"),
        ({"slip": POINTS, "slip_days": "7"}, "slip_days"),
    ],
)
async def test_a_slip_that_makes_no_sense_is_refused_where_it_stands(
    owner: Register, given: dict[str, Any], path: str
) -> None:
    venture = await owner.venture()
    risk, milestone = await owner.risk(venture), await owner.milestone(venture)
    with pytest.raises(Invalid) as refused:
        await owner.ask("add_risk_milestone", risk_id=risk, milestone_id=milestone, **given)
    assert refused.value.problems[0].path == (path,)
    assert await owner.rows(RiskMilestone) == []


async def test_links_stay_within_a_venture(owner: Register) -> None:
    one, other = await owner.venture("One"), await owner.venture("Other")
    risk = await owner.risk(one)
    with pytest.raises(Invalid):
        await owner.ask("add_risk_milestone", risk_id=risk, milestone_id=await owner.milestone(other))
    with pytest.raises(Invalid):
        await owner.ask("add_risk_cause", risk_id=risk, follows_id=await owner.risk(other))
    resource = await owner.make("create_resource", venture_id=other, kind="data", name="Scans")
    with pytest.raises(Invalid):
        await owner.ask("add_risk_resource", risk_id=risk, resource_id=external_id("resource", resource))


async def test_a_cycle_of_causes_is_refused_and_spelt_out(owner: Register) -> None:
    venture = await owner.venture()
    a, b, c = [await owner.risk(venture, title) for title in ("GPU price", "Cash ends", "Researcher leaves")]
    await owner.ask("add_risk_cause", risk_id=a, follows_id=b)
    await owner.ask("add_risk_cause", risk_id=b, follows_id=c)
    with pytest.raises(Invalid) as refused:
        await owner.ask("add_risk_cause", risk_id=c, follows_id=a)
    problem = refused.value.problems[0]
    assert problem.path == ("follows_id",)
    assert problem.message.endswith("Researcher leaves → GPU price → Cash ends → Researcher leaves")
    with pytest.raises(Invalid, match="GPU price → GPU price"):
        await owner.ask("add_risk_cause", risk_id=a, follows_id=a)
    assert len(await owner.rows(RiskCause)) == 2


async def test_two_who_close_a_cycle_at_once_do_not_both_succeed(owner: Register) -> None:
    venture = await owner.venture()
    a, b = await owner.risk(venture, "A"), await owner.risk(venture, "B")
    both = [owner.ask("add_risk_cause", risk_id=x, follows_id=y) for x, y in ((a, b), (b, a))]
    done = await asyncio.gather(*both, return_exceptions=True)
    assert [isinstance(one, Invalid) for one in done].count(True) == 1
    assert len(await owner.rows(RiskCause)) == 1


async def test_a_link_taken_out_of_the_archive_closes_no_cycle(owner: Register) -> None:
    venture = await owner.venture()
    a, b = await owner.risk(venture, "A"), await owner.risk(venture, "B")
    link = external_id("risk_cause", await owner.make("add_risk_cause", risk_id=a, follows_id=b))
    await owner.ask("archive_risk_cause", id=link)
    await owner.ask("add_risk_cause", risk_id=b, follows_id=a)
    with pytest.raises(Invalid, match="closes a cycle"):
        await owner.ask("restore_risk_cause", id=link)


async def test_a_comment_is_kept_as_written_and_names_members(owner: Register, manager: Register) -> None:
    risk = await owner.risk(await owner.venture())
    named = external_id("member", manager.principal.member_id or owner.principal.tenant_id)
    text = "@Ada: *call* <them> 请致电"
    comment = await owner.make("add_risk_comment", risk_id=risk, body=text, mention_ids=[named, named])
    assert (await owner.row(RiskComment, comment)).body == text
    assert [row.member_id for row in await owner.rows(RiskMention)] == [manager.principal.member_id]
    id = external_id("risk_comment", comment)
    with pytest.raises(InvalidState):
        await manager.ask("update_risk_comment", id=id, body="other words")
    await owner.ask("update_risk_comment", id=id, body="Done.", mention_ids=[])
    assert all(row.archived_at for row in await owner.rows(RiskMention))


async def test_a_comment_of_somebody_else_is_taken_away_by_a_manager_only(
    owner: Register, manager: Register, contributor: Register
) -> None:
    risk = await owner.risk(await owner.venture())
    comment = external_id("risk_comment", await owner.make("add_risk_comment", risk_id=risk, body="x"))
    with pytest.raises(InvalidState):
        await contributor.ask("archive_risk_comment", id=comment)
    await manager.ask("archive_risk_comment", id=comment)


async def test_who_is_named_is_a_member_of_this_tenant(owner: Register, stranger: TestTenant) -> None:
    risk = await owner.risk(await owner.venture())
    theirs = external_id("member", next(iter(stranger.members.values())))
    with pytest.raises(NotFound) as refused:
        await owner.ask("add_risk_comment", risk_id=risk, body="x", mention_ids=[theirs])
    assert refused.value.problems[0].path == ("mention_ids", 0)
    assert await owner.rows(RiskComment) == []


async def test_tags_stand_once_each_and_can_be_cleared(owner: Register) -> None:
    risk = await owner.risk(await owner.venture(), tags=["gpu", "Price", "gpu"])
    assert (await owner.row(Risk, risk)).tags == ["gpu", "Price"]
    await owner.ask("update_risk", id=risk, tags=None)
    assert (await owner.row(Risk, risk)).tags is None
    with pytest.raises((DomainError, ValueError)):
        await owner.ask("update_risk", id=risk, tags=["a|b"])


async def test_what_a_key_wrote_is_changed_by_no_other_key(owner: Register, tenant: TestTenant) -> None:
    def key(role: Role, *scopes: str) -> Register:
        return Register(
            owner.runtime,
            Principal(tenant.id, ActorKind.API_KEY, role, uuid7(), None, scopes=frozenset(scopes) if scopes else None),
        )

    risk = await owner.risk(await owner.venture())
    writer = key(Role.CONTRIBUTOR)
    comment = external_id("risk_comment", await writer.make("add_risk_comment", risk_id=risk, body="x"))
    for other in (key(Role.CONTRIBUTOR), key(Role.MANAGER, "risk:write")):
        with pytest.raises(InvalidState):
            await other.ask("update_risk_comment", id=comment, body="other words")
        with pytest.raises(InvalidState):
            await other.ask("archive_risk_comment", id=comment)
    assert (await owner.row(RiskComment, comment)).body == "x"
    await key(Role.MANAGER).ask("archive_risk_comment", id=comment)
