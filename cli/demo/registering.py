"""Telling risks: entered into the register, judged again and again, answered, lost sight of, closed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import partial
from typing import NamedTuple
from uuid import UUID

from cli.demo.stage import CHANGE, PART, PART_OF_PART, Stage, Step
from cli.demo.story import Answer, Borne, Deed, Judged, RiskStory
from domain.kernel.editing import apply
from domain.kernel.machinery import DueWork
from domain.milestones.tables import Milestone
from domain.risks.acceptance_tables import Acceptance, AcceptanceState
from domain.risks.accepting import RequestAcceptance
from domain.risks.assessing import AssessRisk, ThreePointDelay, ThreePointMoney, append_assessment
from domain.risks.commands import CreateRisk
from domain.risks.link_tables import RiskCause
from domain.risks.linking import AddRiskCause
from domain.risks.occurring import IssueAction
from domain.risks.outcome_tables import Issue, RiskOutcome
from domain.risks.outcomes import mean_of
from domain.risks.responding import AddAction, AddResponse
from domain.risks.tables import (
    Action,
    Assessment,
    AssessmentKind,
    Response,
    Risk,
    RiskKind,
    RiskMilestone,
    RiskScore,
    RiskStatus,
)


class Register(NamedTuple):
    """A venture's id once it is there, its milestones by short name, and its risks by title."""

    venture_id: Callable[[], UUID]
    milestones: dict[str, Milestone]
    risks: dict[str, Risk]


class RiskTelling:
    """One risk's story, as steps. `fallback` acts where the risk has no owner."""

    def __init__(self, stage: Stage, register: Register, story: RiskStory, fallback: str) -> None:
        self._stage = stage
        self._register = register
        self._story = story
        self._last: Assessment | None = None
        self._actor = story.owner or fallback

    def steps(self) -> Iterator[Step]:
        """All that happens to the risk."""
        story = self._story
        yield Step(story.opened, PART, self._open)
        yield Step(story.opened, PART_OF_PART, self._link)
        for judged in story.judged:
            yield Step(judged.on, CHANGE, partial(self._assess, judged))
        for answer in story.answers:
            made: list[Response] = []
            yield Step(answer.on, PART_OF_PART, partial(self._respond, answer, made))
            for deed in answer.deeds:
                action: list[Action] = []
                yield Step(answer.on, CHANGE, partial(self._act, deed, made, action))
                if deed.done is not None:
                    yield Step(deed.done, CHANGE, partial(self._complete, action))
        if story.borne is not None:
            yield Step(story.borne.on, CHANGE, partial(self._bear, story.borne))
        for day, title in story.brings:
            yield Step(day, CHANGE, partial(self._bring, title))
        if story.ownerless_since is not None:
            yield Step(story.ownerless_since, CHANGE, self._lose_owner)
        if story.ended is not None:
            yield Step(story.ended[0], CHANGE, partial(self._end, story.ended[1]))

    def _open(self) -> None:
        story, stage = self._story, self._stage
        given = CreateRisk(
            venture_id=self._register.venture_id(),
            title=story.title,
            kind=RiskKind.OPPORTUNITY if story.opportunity else RiskKind.THREAT,
            tags=list(story.tags) or None,
            category=story.kind[0],
            sub_type=story.kind[1],
            cause=story.cause,
            event=story.event,
            effect=story.effect,
            owner_id=stage.member(story.owner),
            expected_on=None if story.expected is None else stage.date_of(story.expected),
        )
        self._risk = stage.work.new(Risk, **given.sent(), opened_at=stage.work.now)
        self._register.risks[story.title] = self._risk

    def _link(self) -> None:
        work, risk = self._stage.work, self._risk
        self._score = RiskScore(tenant_id=work.tenant_id, risk_id=risk.id)
        work.session.add(self._score)
        for short in self._story.threatens:
            milestone = self._register.milestones[short]
            work.new(RiskMilestone, venture_id=risk.venture_id, risk_id=risk.id, milestone_id=milestone.id)

    def _assess(self, judged: Judged) -> None:
        stage = self._stage
        stage.let_act(self._actor)
        stage.tick()
        loss = None if judged.loss is None else [Decimal(1000 * point) for point in judged.loss]
        delay = None if judged.delay is None else [Decimal(point) for point in judged.delay]
        given = AssessRisk(
            risk_id=self._risk.id,
            kind=judged.kind,
            probability_level=judged.levels[0],
            impact_level=judged.levels[1],
            probability=None if judged.p is None else Decimal(judged.p),
            impact=None if loss is None else ThreePointMoney(low=loss[0], likely=loss[1], high=loss[2]),
            delay=None if delay is None else ThreePointDelay(low=delay[0], likely=delay[1], high=delay[2]),
            knowledge=judged.knowledge,
            rationale=judged.why,
        )
        row = append_assessment(
            stage.work, self._risk, self._score, given, (stage.scale_number, stage.scale), stage.now_on
        )
        if row.kind is AssessmentKind.CURRENT:
            self._last = row

    def _respond(self, answer: Answer, made: list[Response]) -> None:
        given = AddResponse(
            risk_id=self._risk.id, kind=answer.kind, title=answer.title, owner_id=self._stage.member(answer.owner)
        )
        made.append(self._stage.work.new(Response, venture_id=self._risk.venture_id, **given.sent()))

    def _act(self, deed: Deed, made: list[Response], action: list[Action]) -> None:
        given = AddAction(
            response_id=made[0].id,
            title=deed.title,
            owner_id=self._stage.member(deed.owner),
            due_on=self._stage.working_date(deed.due),
            cost=None if deed.cost is None else Decimal(deed.cost),
        )
        action.append(self._stage.work.new(Action, venture_id=self._risk.venture_id, **given.sent()))

    def _complete(self, action: list[Action]) -> None:
        action[0].completed_at = self._stage.work.now

    def _bear(self, borne: Borne) -> None:
        """What asking for an acceptance and approving it do; a worker then warns, and lets it lapse."""
        work, risk, stage = self._stage.work, self._risk, self._stage
        given = RequestAcceptance(risk_id=risk.id, expires_on=stage.date_of(borne.until), reason=borne.why)
        row = work.new(
            Acceptance,
            venture_id=risk.venture_id,
            **given.sent(),
            state=AcceptanceState.APPROVED,
            requested_at=work.now,
            requested_by=stage.people[self._actor].id,
            approved_at=work.now,
            approved_by=stage.people[borne.approved_by].id,
        )
        apply(risk, {"status": RiskStatus.ACCEPTED})
        due = DueWork(tenant_id=work.tenant_id, kind_of_work="acceptance", subject_id=row.id, due=work.now)
        work.session.add(due)

    def _bring(self, title: str) -> None:
        follows = self._register.risks[title]
        given = AddRiskCause(risk_id=self._risk.id, follows_id=follows.id)
        self._stage.work.new(RiskCause, venture_id=follows.venture_id, **given.sent())

    def _lose_owner(self) -> None:
        apply(self._risk, {"owner_id": None})

    def _end(self, status: RiskStatus) -> None:
        """What changing the status and recording an occurrence do, with the last judgement at hand."""
        work, risk, last, came = self._stage.work, self._risk, self._last, self._story.came
        apply(risk, {"status": status})
        occurred = status is RiskStatus.OCCURRED
        outcome = RiskOutcome(
            tenant_id=work.tenant_id,
            risk_id=risk.id,
            probability=None if last is None else last.probability,
            occurred=occurred,
            ended_at=work.now,
        )
        work.session.add(outcome)
        if not occurred:
            return
        issue = work.new(
            Issue,
            venture_id=risk.venture_id,
            risk_id=risk.id,
            title=risk.title,
            occurred_on=self._stage.now_on,
            owner_id=risk.owner_id,
            estimated_probability=last and last.probability,
            estimated_cost=last and mean_of(last.impact_low, last.impact_likely, last.impact_high),
            estimated_delay=last and mean_of(last.delay_low, last.delay_likely, last.delay_high),
            actual_cost=None if came.cost is None else Decimal(1000 * came.cost),
            actual_delay=None if came.delay is None else Decimal(came.delay),
        )
        for deed in came.deeds:
            given = IssueAction(
                title=deed.title, owner_id=self._stage.member(deed.owner), due_on=self._stage.working_date(deed.due)
            )
            done = None if deed.done is None else work.now
            work.new(Action, venture_id=risk.venture_id, issue_id=issue.id, **given.sent(), completed_at=done)
