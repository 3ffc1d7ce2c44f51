"""Telling indicators: made, and their readings entered at once, as from somebody's notebook."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from uuid import UUID

from cli.demo.stage import CHANGE, PART_OF_PART, Stage, Step
from cli.demo.story import IndicatorStory
from domain.indicators.commands import CreateIndicator
from domain.indicators.keeping import check_thresholds
from domain.indicators.readings import tell_readings
from domain.indicators.tables import Indicator, IndicatorStatus, Reading
from domain.kernel.machinery import DueWork
from domain.kernel.tables import Scope
from domain.risks.tables import Risk
from domain.series.levels import Sample, standing


class IndicatorTelling:
    """One indicator's story, as steps. `risks` are the venture's, by title."""

    def __init__(
        self, stage: Stage, venture_id: Callable[[], UUID], risks: dict[str, Risk], story: IndicatorStory
    ) -> None:
        self._stage = stage
        self._venture_id = venture_id
        self._risks = risks
        self._story = story

    def steps(self) -> Iterator[Step]:
        """All that happens."""
        yield Step(self._story.entered, PART_OF_PART, self._make)
        yield Step(self._story.entered, CHANGE, self._enter)

    def _make(self) -> None:
        story = self._story
        given = CreateIndicator(
            venture_id=self._venture_id(),
            risk_id=None if story.risk is None else self._risks[story.risk].id,
            name=story.name,
            description=story.description,
            unit=story.unit,
            direction=story.direction,
            warning=None if story.warning is None else Decimal(story.warning),
            critical=None if story.critical is None else Decimal(story.critical),
            interval_days=story.interval,
            owner_id=self._stage.member(story.owner),
        )
        self._indicator = self._stage.work.new(Indicator, **given.sent())

    def _enter(self) -> None:
        """What recording readings does, all of them being new; a worker then works the trend out."""
        work, stage, indicator = self._stage.work, self._stage, self._indicator
        stage.let_act(self._story.owner)
        stage.tick()
        samples = [Sample(stage.morning_of(day), Decimal(value)) for day, value in sorted(self._story.readings.items())]
        for sample in samples:
            work.new(
                Reading,
                indicator_id=indicator.id,
                at=sample.at,
                value=sample.value,
                recorded_at=work.now,
                recorded_by=work.principal.member_id,
            )
        state, since = standing(check_thresholds(indicator), samples)
        status = IndicatorStatus(
            tenant_id=work.tenant_id,
            indicator_id=indicator.id,
            state=state,
            state_since=since,
            latest_at=samples[-1].at,
            latest_value=samples[-1].value,
        )
        work.session.add(status)
        risk = None if self._story.risk is None else self._risks[self._story.risk]
        scope = Scope(indicator.venture_id, None if risk is None else risk.category)
        tell_readings(work, indicator, scope, status, [sample.at for sample in samples])
        due = DueWork(tenant_id=work.tenant_id, kind_of_work="trend", subject_id=indicator.id, due=work.now)
        work.session.add(due)
