"""What the demo tells, as plain data: people, and ventures with their milestones, risks, teams and resources.

Days count from today: -84 is twelve weeks ago, 30 is in a month; so the demo never looks stale. People, milestones and
resources are referred to by short names.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from domain.kernel.principal import Role
from domain.milestones.tables import CriterionDirection, DependencyKind
from domain.resources.tables import ResourceKind
from domain.risks.tables import AssessmentKind, Knowledge, ResponseKind, RiskStatus
from domain.teams.tables import TeamFunction
from domain.ventures.tables import VentureStage


@dataclass(frozen=True)
class Person:
    """A member of a tenant."""

    short: str
    name: str
    role: Role


@dataclass(frozen=True)
class Judged:
    """One assessment: probability and loss in numbers where `p` and `loss` are given, else by levels.

    `loss` is in thousands of the tenant's currency, `delay` in working days; both are three points.
    """

    on: int
    p: str | None = None
    loss: tuple[int, int, int] | None = None
    levels: tuple[int | None, int | None] = (None, None)
    delay: tuple[int, int, int] | None = None
    why: str | None = None
    kind: AssessmentKind = AssessmentKind.CURRENT
    knowledge: Knowledge | None = None


@dataclass(frozen=True)
class Deed:
    """One action of a response; `done` is the day on which it was done."""

    title: str
    owner: str
    due: int
    done: int | None = None
    cost: str | None = None


@dataclass(frozen=True)
class Answer:
    """One response to a risk."""

    kind: ResponseKind
    title: str
    owner: str
    on: int
    deeds: tuple[Deed, ...] = ()


@dataclass(frozen=True)
class RiskStory:
    """A risk's life: assessments in any order, responses, and what changed of the risk itself, by day."""

    title: str
    kind: tuple[str, str]
    "Codes of category and sub-type."
    cause: str
    event: str
    effect: str
    opened: int
    owner: str | None
    judged: tuple[Judged, ...]
    answers: tuple[Answer, ...] = ()
    threatens: tuple[str, ...] = ()
    expected: int | None = None
    ownerless_since: int | None = None
    ended: tuple[int, RiskStatus] | None = None


@dataclass(frozen=True)
class Measure:
    """A criterion with its findings: by day a measured value, or for one without target whether it was met."""

    title: str
    target: str | None = None
    unit: str | None = None
    direction: CriterionDirection = CriterionDirection.AT_LEAST
    metric: str | None = None
    must: bool = True
    found: Mapping[int, str | bool] = field(default_factory=dict)


@dataclass(frozen=True)
class MilestoneStory:
    """A milestone: planned at the venture's beginning, then by day its percent complete and its moved due dates.

    The first percent above 0 begins it, 100 ends it.
    """

    short: str
    title: str
    start: int
    due: int
    owner: str
    estimate: tuple[int, int, int]
    key: bool = True
    description: str | None = None
    progress: Mapping[int, int] = field(default_factory=dict)
    moved: Mapping[int, int] = field(default_factory=dict)
    measures: tuple[Measure, ...] = ()
    after: tuple[str, ...] = ()
    kind: DependencyKind = DependencyKind.FINISH_TO_START
    lag: int = 0


@dataclass(frozen=True)
class TeamStory:
    """A team; its people with what they do and the percent of their time."""

    name: str
    function: TeamFunction
    people: Mapping[str, tuple[str, int]]


@dataclass(frozen=True)
class Share:
    """What of a resource goes to a milestone, over the milestone's time unless said."""

    milestone: str
    amount: int
    note: str | None = None


@dataclass(frozen=True)
class ResourceStory:
    """A resource and where it goes. The unit of funding is the tenant's currency."""

    kind: ResourceKind
    name: str
    amount: int | None
    unit: str | None
    channel: str
    owner: str
    description: str | None = None
    since: int = 0
    "Days after the venture's beginning."
    expires: int | None = None
    goes: tuple[Share, ...] = ()


@dataclass(frozen=True)
class VentureStory:
    """A venture from its beginning to today."""

    name: str
    key: str
    about: str
    field: str
    owner: str
    begun: int
    stages: Mapping[int, VentureStage]
    "The stage by the day it was reached; the first day is that of the beginning."
    teams: tuple[TeamStory, ...] = ()
    milestones: tuple[MilestoneStory, ...] = ()
    resources: tuple[ResourceStory, ...] = ()
    risks: tuple[RiskStory, ...] = ()


@dataclass(frozen=True)
class TenantStory:
    """A tenant with its people and ventures; `places` are names with which its ventures are varied."""

    slug: str
    name: str
    locale: str
    time_zone: str
    currency: str
    people: tuple[Person, ...]
    ventures: tuple[VentureStory, ...]
    places: tuple[str, ...]
    founded: int = -210


def inherent(p: str, loss: tuple[int, int, int], on: int, **more: object) -> Judged:
    """The judgement before any response."""
    return Judged(on, p, loss, kind=AssessmentKind.INHERENT, **more)  # type: ignore[arg-type]  # fields of Judged


def target(p: str, loss: tuple[int, int, int], on: int) -> Judged:
    """The judgement that the responses are to reach."""
    return Judged(on, p, loss, kind=AssessmentKind.TARGET)


def thousands(value: int) -> Decimal:
    """An amount of so many thousands."""
    return Decimal(value * 1000)
