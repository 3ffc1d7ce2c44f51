"""A larger demo: the ventures again and again, each time under another name, with other days and other judgements."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from random import Random
from typing import TypeVar

from cli.demo.story import Judged, MilestoneStory, RiskStory, TaskStory, TenantStory, VentureStory

T = TypeVar("T")

_LAST_DAY = -1
_STEPS = (-8, -4, 0, 0, 0, 4, 8)
"""By how many hundredths a probability is moved."""


def told_again(tenant: TenantStory, round: int) -> tuple[VentureStory, ...]:
    """The tenant's ventures once more, for the rounds 2, 3, …; a round is the same for ever."""
    random, place = Random(f"{tenant.slug}:{round}"), place_of(tenant, round)
    return tuple(_venture(venture, place, round, random) for venture in tenant.ventures)


def place_of(tenant: TenantStory, round: int) -> str:
    """By which a round's ventures are called."""
    lap, number = divmod(round - 2, len(tenant.places))
    return tenant.places[number] + (f" {lap + 1}" if lap else "")


def risk_called(title: str, place: str) -> str:
    """What a risk is called in a round: the first one has no place."""
    return f"{title} ({place})" if place else title


def _venture(model: VentureStory, place: str, round: int, random: Random) -> VentureStory:
    later = random.randint(0, 13)
    return replace(
        model,
        name=f"{model.name} {place}",
        key=f"{model.key}{round}",
        begun=model.begun + later,
        stages=_moved(model.stages, later),
        milestones=tuple(_milestone(milestone, later) for milestone in model.milestones),
        phases=tuple(replace(one, start=one.start + later, due=one.due + later) for one in model.phases),
        tasks=tuple(_task(one, later) for one in model.tasks),
        reviews=(),
        remarks=(),
        called=None,
        risks=tuple(_risk(risk, place, later, random) for risk in model.risks),
        indicators=tuple(
            replace(one, risk=None if one.risk is None else risk_called(one.risk, place)) for one in model.indicators
        ),
    )


def _day(day: int, later: int) -> int:
    """A day moved later, but what has happened stays in the past."""
    return day + later if day >= 0 else min(day + later, _LAST_DAY)


def _moved(by_day: Mapping[int, T], later: int) -> dict[int, T]:
    return {_day(day, later): value for day, value in by_day.items()}


def _milestone(story: MilestoneStory, later: int) -> MilestoneStory:
    return replace(
        story,
        start=story.start + later,
        due=story.due + later,
        progress=_moved(story.progress, later),
        moved={_day(day, later): due + later for day, due in story.moved.items()},
        measures=tuple(replace(measure, found=_moved(measure.found, later)) for measure in story.measures),
    )


def _task(story: TaskStory, later: int) -> TaskStory:
    return replace(
        story,
        start=story.start + later,
        due=story.due + later,
        begun=None if story.begun is None else _day(story.begun, later),
        done=None if story.done is None else _day(story.done, later),
    )


def _risk(story: RiskStory, place: str, later: int, random: Random) -> RiskStory:
    return replace(
        story,
        title=risk_called(story.title, place),
        opened=_day(story.opened, later),
        judged=tuple(_judged(judged, later, random) for judged in story.judged),
        answers=tuple(
            replace(
                answer,
                on=_day(answer.on, later),
                deeds=tuple(
                    replace(deed, due=deed.due + later, done=None if deed.done is None else _day(deed.done, later))
                    for deed in answer.deeds
                ),
            )
            for answer in story.answers
        ),
        expected=None if story.expected is None else story.expected + later,
        ownerless_since=None if story.ownerless_since is None else _day(story.ownerless_since, later),
        ended=None if story.ended is None else (_day(story.ended[0], later), story.ended[1]),
        borne=None if story.borne is None else replace(story.borne, on=_day(story.borne.on, later)),
        brings=tuple((_day(day, later), f"{title} ({place})") for day, title in story.brings),
    )


def _judged(judged: Judged, later: int, random: Random) -> Judged:
    p = judged.p
    if p is not None:
        hundredths = round(float(p) * 100) + random.choice(_STEPS)
        p = f"0.{min(max(hundredths, 1), 99):02}"
    loss = judged.loss
    if loss is not None:
        size = random.randint(7, 13)
        low, likely, high = (max(1, point * size // 10) for point in loss)
        loss = (low, likely, high)
    return replace(judged, on=_day(judged.on, later), p=p, loss=loss)
