"""Telling what people said: of risks, and of a venture."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from cli.demo.registering import Register
from cli.demo.speech import Heard, Remark
from cli.demo.stage import MEETING, Stage, Step
from cli.demo.story import VentureStory
from domain.reviews.feedback import AddFeedback
from domain.reviews.feedback_tables import Feedback
from domain.risks.commenting import AddRiskComment
from domain.risks.link_tables import RiskComment, RiskMention


class Talk:
    """All that was said in one venture, as steps."""

    def __init__(self, stage: Stage, register: Register) -> None:
        self._stage = stage
        self._register = register

    def steps(self, story: VentureStory) -> Iterator[Step]:
        """Each on its day, in the name of who said or heard it."""
        for remark in story.remarks:
            yield Step(remark.on, MEETING, partial(self._remark, remark))
        for heard in story.heard:
            yield Step(heard.on, MEETING, partial(self._hear, heard))

    async def _remark(self, remark: Remark) -> None:
        stage, risk = self._stage, self._register.risks[remark.risk]
        stage.let_act(remark.by)
        people = [stage.people[short].id for short in remark.to]
        given = AddRiskComment(risk_id=risk.id, body=remark.text, mention_ids=people)
        row = stage.work.new(
            RiskComment,
            venture_id=risk.venture_id,
            risk_id=risk.id,
            body=given.body,
            author_id=stage.people[remark.by].id,
        )
        await stage.work.flush()
        for person in people:
            stage.work.new(RiskMention, venture_id=risk.venture_id, comment_id=row.id, member_id=person)

    def _hear(self, heard: Heard) -> None:
        self._stage.let_act(heard.by)
        given = AddFeedback(
            venture_id=self._register.venture_id(), kind=heard.kind, text=heard.text, source=heard.source
        )
        self._stage.work.new(Feedback, **given.sent(), member_id=self._stage.people[heard.by].id)
