"""Research and needs: how many spoke of a need, and never more than were asked."""

from __future__ import annotations

from typing import Any

import pytest

from domain.kernel.errors import Conflict, Invalid, NotFound
from domain.kernel.ids import external_id
from domain.kernel.runtime import Runtime
from tests.conftest import TestTenant
from tests.domain.commanding import Caller
from tests.graph.asking import Reader

COUNTS = """query($venture: ID!) { venture(id: $venture) {
  needs(orderBy: {field: IMPORTANCE, direction: DESC}) { nodes {
    title severity mentionCount researchCount askedCount feedbackCount importance
    mentions { nodes { mentions research { title } } } } } } }"""


class Study:
    """A venture with two studies."""

    def __init__(self, caller: Caller, day: str) -> None:
        self.caller = caller
        self.day = day

    async def begin(self, name: str = "Aurora") -> str:
        self.venture = await self.caller.venture(name)
        self.interviews = await self.research("Interviews", "interview", 8)
        self.survey = await self.research("Survey", "survey", 120)
        return self.venture

    async def research(self, title: str, kind: str, participants: int) -> str:
        given = {"title": title, "kind": kind, "participants": participants, "held_on": self.day}
        return external_id("research", await self.caller.make("create_research", venture_id=self.venture, **given))

    async def need(self, title: str, severity: int) -> str:
        given = {"venture_id": self.venture, "title": title, "severity": severity}
        return external_id("need", await self.caller.make("create_need", **given))

    async def mention(self, need: str, research: str, mentions: int) -> str:
        given = {"need_id": need, "research_id": research, "mentions": mentions}
        return external_id("need_mention", await self.caller.make("add_need_mention", **given))


@pytest.fixture
def study(caller: Caller, yesterday: str) -> Study:
    return Study(caller, yesterday)


async def counts(read: Reader, venture: str) -> dict[str, Any]:
    found = (await read(COUNTS, venture=venture))["venture"]["needs"]["nodes"]
    return {one["title"]: tuple(one[name] for name in _NAMES) for one in found}


_NAMES = ("mentionCount", "researchCount", "askedCount", "feedbackCount", "importance")


async def test_needs_are_counted_over_studies_and_ordered_by_importance(
    study: Study, read: Reader, yesterday: str
) -> None:
    venture = await study.begin()
    words, speed, quiet = await study.need("Words", 5), await study.need("Speed", 2), await study.need("Quiet", 4)
    await study.mention(words, study.interviews, 6)
    await study.mention(words, study.survey, 41)
    await study.mention(speed, study.survey, 97)
    said = {"venture_id": venture, "source": "A clinic", "text": "Plain words, please.", "received_on": yesterday}
    feedback = external_id("user_feedback", await study.caller.make("create_user_feedback", **said))
    await study.caller.ask("turn_user_feedback_into_need", user_feedback_id=feedback, need_id=words)
    assert quiet and await counts(read, venture) == {
        "Words": (47, 2, 128, 1, 240),
        "Speed": (97, 1, 120, 0, 194),
        "Quiet": (0, 0, 0, 0, 0),
    }
    assert list(await counts(read, venture)) == ["Words", "Speed", "Quiet"]
    await study.caller.ask("archive_research", id=study.survey)
    await study.caller.ask("archive_user_feedback", id=feedback)
    assert await counts(read, venture) == {"Words": (6, 1, 8, 0, 30), "Speed": (0,) * 5, "Quiet": (0,) * 5}


async def test_no_more_spoke_of_a_need_than_were_asked(study: Study) -> None:
    await study.begin()
    need = await study.need("Words", 5)
    with pytest.raises(Invalid, match="8 participants") as refused:
        await study.mention(need, study.interviews, 9)
    assert refused.value.problems[0].path == ("mentions",)
    made = await study.mention(need, study.interviews, 8)
    with pytest.raises(Invalid, match="8 participants"):
        await study.caller.ask("update_need_mention", id=made, mentions=9)
    with pytest.raises(Invalid) as refused:
        await study.caller.ask("update_research", id=study.interviews, participants=7)
    assert refused.value.problems[0].path == ("participants",)
    await study.caller.ask("archive_need_mention", id=made)
    await study.caller.ask("update_research", id=study.interviews, participants=7)
    with pytest.raises(Invalid, match="only 7"):
        await study.caller.ask("restore_need_mention", id=made)


async def test_a_need_comes_up_once_in_a_study_of_its_own_venture(
    study: Study, runtime: Runtime, stranger: TestTenant, soon: str
) -> None:
    venture = await study.begin()
    need = await study.need("Words", 5)
    await study.mention(need, study.interviews, 1)
    with pytest.raises(Conflict):
        await study.mention(need, study.interviews, 2)
    other = Study(study.caller, study.day)
    await other.begin("Another")
    with pytest.raises(Invalid) as refused:
        await study.mention(need, other.survey, 1)
    assert refused.value.problems[0].path == ("need_id",)
    with pytest.raises(Invalid) as refused:
        given = {"title": "Next", "kind": "survey", "participants": 3, "held_on": soon}
        await study.caller.ask("create_research", venture_id=venture, **given)
    assert refused.value.problems[0].path == ("held_on",)
    foreign = Caller(runtime, stranger.principal())
    for command, asked in (
        ("add_need_mention", {"need_id": need, "research_id": study.survey, "mentions": 1}),
        ("update_need", {"id": need, "severity": 1}),
        ("update_research", {"id": study.survey, "participants": 1}),
        ("create_need", {"venture_id": venture, "title": "Theirs", "severity": 1}),
    ):
        with pytest.raises(NotFound):
            await foreign.ask(command, **asked)
