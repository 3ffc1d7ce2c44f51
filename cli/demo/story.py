"""What the demo tells, as plain data: people, and ventures with their milestones, risks, teams and resources.

Days count from today: -84 is twelve weeks ago, 30 is in a month; so the demo never looks stale. People and milestones
are referred to by short names. Money is in thousands of the tenant's currency, delays are working days.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from cli.demo.speech import Heard, Remark
from cli.demo.staff_story import StaffStory
from domain.kernel.principal import Role
from domain.milestones.tables import CriterionDirection, DependencyKind, PhaseKind, ProgressMode
from domain.resources.tables import ResourceKind
from domain.reviews.states import Decision, Vote
from domain.risks.tables import AssessmentKind, Knowledge, ResponseKind, RiskStatus
from domain.series.levels import IndicatorDirection
from domain.teams.tables import TeamFunction
from domain.ventures.tables import VentureStage

ThreePoints = tuple[int, int, int]


@dataclass(frozen=True)
class Person:
    """A member of a tenant; `short` begins the e-mail address."""

    short: str
    name: str
    role: Role


@dataclass(frozen=True)
class ProgramStory:
    """A program with a service account, and what it is for."""

    title: str
    purpose: str


@dataclass(frozen=True)
class Judged:
    """One assessment on a day: by numbers (`p` from 0 to 1, `loss`, `delay`), or by levels where they are not known."""

    on: int
    p: str | None = None
    loss: ThreePoints | None = None
    why: str | None = None
    delay: ThreePoints | None = None
    levels: tuple[int | None, int | None] = (None, None)
    kind: AssessmentKind = AssessmentKind.CURRENT
    knowledge: Knowledge | None = None


def inherent(on: int, p: str, loss: ThreePoints, why: str | None = None) -> Judged:
    """The judgement before any response."""
    return Judged(on, p, loss, why, kind=AssessmentKind.INHERENT, knowledge=Knowledge.WEAK)


def target(on: int, p: str, loss: ThreePoints) -> Judged:
    """The judgement that the responses are to reach."""
    return Judged(on, p, loss, kind=AssessmentKind.TARGET)


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
class Borne:
    """An acceptance: asked for by the risk's owner on a day, approved by another person, until a day."""

    on: int
    until: int
    why: str
    approved_by: str


@dataclass(frozen=True)
class Came:
    """What a risk that occurred came to, and what is done about it."""

    cost: int | None = None
    delay: int | None = None
    deeds: tuple[Deed, ...] = ()


@dataclass(frozen=True)
class RiskStory:
    """A risk's life: its judgements, its responses, and what became of it."""

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
    came: Came = Came()
    opportunity: bool = False
    borne: Borne | None = None
    brings: tuple[tuple[int, str], ...] = ()
    "Days on which it was seen that another risk of the venture, by its title, would follow."
    tags: tuple[str, ...] = ()


@dataclass(frozen=True)
class Measure:
    """A criterion with its findings by day: measured values, or for one without target whether it was met."""

    title: str
    target: str | None = None
    unit: str | None = None
    direction: CriterionDirection = CriterionDirection.AT_LEAST
    metric: str | None = None
    must: bool = True
    found: Mapping[int, str | bool] = field(default_factory=dict)


@dataclass(frozen=True)
class MilestoneStory:
    """A milestone, planned when the venture begins; then by day its percent complete and its later due dates.

    The first percent begins it, 100 ends it.
    """

    short: str
    title: str
    start: int
    due: int
    owner: str
    estimate: ThreePoints
    description: str | None = None
    key: bool = True
    progress: Mapping[int, int] = field(default_factory=dict)
    moved: Mapping[int, int] = field(default_factory=dict)
    measures: tuple[Measure, ...] = ()
    after: tuple[str, ...] = ()
    link: DependencyKind = DependencyKind.FINISH_TO_START
    lag: int = 0
    mode: ProgressMode = ProgressMode.BY_HAND
    "Where it is not by hand, `progress` tells only on which days it begins and ends."
    budget: int | None = None
    "In thousands."


@dataclass(frozen=True)
class PhaseStory:
    """A phase of a venture's plan with its milestones, by short name."""

    title: str
    kind: PhaseKind
    start: int
    due: int
    milestones: tuple[str, ...]


@dataclass(frozen=True)
class TaskStory:
    """A task, known a week before it begins; `after` are titles of tasks of the venture that come first."""

    title: str
    milestone: str
    owner: str
    start: int
    due: int
    estimate: int
    begun: int | None = None
    done: int | None = None
    weight: int = 1
    after: tuple[str, ...] = ()


@dataclass(frozen=True)
class LinkStory:
    """A milestone, the second, that waits for one of another venture: each by its venture's key and its short name."""

    first: tuple[str, str]
    second: tuple[str, str]
    day: int
    lag: int = 0


@dataclass(frozen=True)
class CalendarStory:
    """The tenant's working days: a country's, and own days off."""

    name: str
    country: str
    subdivision: str | None = None
    off: tuple[date, ...] = ()


@dataclass(frozen=True)
class TeamStory:
    """A team; its people with what they do and the percent of their time."""

    name: str
    function: TeamFunction
    people: Mapping[str, tuple[str, int]]


@dataclass(frozen=True)
class Share:
    """What of a resource goes to a milestone, while that lasts."""

    milestone: str
    amount: int
    note: str | None = None


@dataclass(frozen=True)
class ResourceStory:
    """A resource and where it goes; the unit of funding is its currency. `after`: days from the venture's beginning."""

    kind: ResourceKind
    name: str
    amount: int | None
    unit: str | None
    channel: str
    owner: str
    description: str | None = None
    expires: int | None = None
    goes: tuple[Share, ...] = ()
    after: int = 0


@dataclass(frozen=True)
class IndicatorStory:
    """A measured series; its readings by day, from the morning of each, all entered on one day.

    `risk` is the title of the risk that it tells of; without one it tells of the venture.
    """

    name: str
    direction: IndicatorDirection
    owner: str
    entered: int
    readings: Mapping[int, str]
    warning: str | None = None
    critical: str | None = None
    unit: str | None = None
    interval: int = 7
    risk: str | None = None
    description: str | None = None


def weekly(last: int, *values: str) -> dict[int, str]:
    """Readings a week apart, the last one on a day."""
    return {last - 7 * (len(values) - 1 - number): value for number, value in enumerate(values)}


Functions = Mapping[str, str | None]
"""Titles of functions with a note."""


@dataclass(frozen=True)
class RoadmapStory:
    """A roadmap, drawn up when the venture begins and planned anew on a day, for a reason, with more functions.

    The baseline is taken at the beginning, and plans are still held to it.
    """

    vision: str
    demand: str
    core: Functions
    extension: Functions
    anew: int
    why: str
    more: Functions
    baseline: str
    agreed: str
    "The baseline's name, and why it was taken."


@dataclass(frozen=True)
class MoneyStory:
    """By whole month, the latest last, what was spent and what customers paid; and the cash at the end of the last."""

    spent: tuple[int, ...]
    received: tuple[int, ...]
    cash: int


@dataclass(frozen=True)
class Promise:
    """A condition of a conditional go; `met` is the day on which it was met."""

    title: str
    owner: str
    due: int
    met: int | None = None


@dataclass(frozen=True)
class ReviewStory:
    """A review that was held and decided on a day, by its chair, after the reviewers had voted."""

    milestone: str
    on: int
    chair: str
    votes: Mapping[str, Vote]
    decision: Decision
    reason: str
    agenda: str
    minutes: str
    promises: tuple[Promise, ...] = ()


@dataclass(frozen=True)
class VentureStory:
    """A venture from its beginning to today; `stages` by the day they were reached, the first being the beginning."""

    name: str
    key: str
    about: str
    field: str
    owner: str
    begun: int
    stages: Mapping[int, VentureStage]
    teams: tuple[TeamStory, ...] = ()
    milestones: tuple[MilestoneStory, ...] = ()
    resources: tuple[ResourceStory, ...] = ()
    risks: tuple[RiskStory, ...] = ()
    indicators: tuple[IndicatorStory, ...] = ()
    phases: tuple[PhaseStory, ...] = ()
    tasks: tuple[TaskStory, ...] = ()
    reviews: tuple[ReviewStory, ...] = ()
    called: tuple[str, str] | None = None
    "A milestone whose review was asked for yesterday, and by whom."
    roadmap: RoadmapStory | None = None
    money: MoneyStory | None = None
    remarks: tuple[Remark, ...] = ()
    heard: tuple[Heard, ...] = ()


@dataclass(frozen=True)
class TenantStory:
    """A tenant with its people and ventures; by `places` the ventures are varied for a large demo."""

    slug: str
    name: str
    locale: str
    time_zone: str
    currency: str
    people: tuple[Person, ...]
    ventures: tuple[VentureStory, ...]
    places: tuple[str, ...]
    calendar: CalendarStory
    invited: Person
    "Who has been invited and has yet to accept."
    program: ProgramStory
    staff: StaffStory
    links: tuple[LinkStory, ...] = ()
    founded: int = -210
