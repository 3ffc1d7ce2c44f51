"""What can be asked of the tenant's own playbooks: what has worked once, to be applied to other ventures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Annotated, Any, Final
from uuid import UUID

from pydantic import Field

from domain.kernel.commands import Done, command
from domain.kernel.editing import apply, archiving_commands, load_for_change
from domain.kernel.errors import Invalid, InvalidState
from domain.kernel.inputs import Change, Code, IdOf, Input, LongText, Quantity, Title, Whole, may_be_left_out
from domain.kernel.work import Work
from domain.lessons.cases.case import Contents, Role
from domain.lessons.tables import Playbook
from domain.milestones.tables import CriterionDirection
from domain.risks.categorizing import categories
from domain.risks.tables import ResponseKind
from domain.risks.templates.template import Template, Usual
from domain.roadmaps.templates.template import After, Judged, PlanTemplate, Step
from domain.teams.tables import TeamFunction
from domain.tenancy.permissions import Action
from domain.tenancy.reach import check_unrestricted

PlaybookId = Annotated[UUID, IdOf("playbook")]
Days = Annotated[Whole, Field(ge=1, le=10_000)]
THREATS: Final = (ResponseKind.AVOID, ResponseKind.MITIGATE, ResponseKind.TRANSFER, ResponseKind.ACCEPT)


class PlaybookResponse(Input):
    """How a risk is answered."""

    kind: ResponseKind = Field(ResponseKind.MITIGATE, description="What kind of response it is; one to a threat.")
    title: Title = Field(description="The response in one line.")
    actions: list[Title] = Field(default=[], max_length=20, description="What is to be done for it.")


class PlaybookRisk(Input):
    """A risk that is entered in the register."""

    title: Title = Field(description="The risk in one line.")
    category: Code = Field(description="Code of its category.", examples=["technical"])
    sub_type: Code | None = Field(None, description="Code of the sub-type within the category.")
    cause: LongText | None = Field(None, description="Why it may happen.")
    event: LongText | None = Field(None, description="What would happen.")
    effect: LongText | None = Field(None, description="What would follow.")
    responses: list[PlaybookResponse] = Field(default=[], max_length=10, description="How it is answered.")


class PlaybookCriterion(Input):
    """How a milestone is judged: by a metric with target, direction and unit, or by its title alone."""

    title: Title = Field(description="What must hold.")
    must: bool = Field(True, description="Whether the milestone is not reached without it.")
    metric: Title | None = Field(None, description="What is measured.")
    target: Quantity | None = Field(None, description="The value to be reached.")
    direction: CriterionDirection | None = Field(None, description="On which side of the target it is met.")
    unit: Title | None = Field(None, description="The unit of the target.")


class PlaybookEstimate(Input):
    """Three points of a duration, in working days."""

    optimistic: Days = Field(description="If all goes well.", examples=[5])
    likely: Days = Field(description="Most likely.", examples=[8])
    pessimistic: Days = Field(description="If much goes wrong.", examples=[17])


class PlaybookMilestone(Input):
    """A milestone that is planned."""

    code: Code = Field(description="Its code within the playbook.", examples=["first_plant"])
    title: Title = Field(description="What is to be reached.")
    description: LongText | None = Field(None, description="More about it.")
    estimate: PlaybookEstimate = Field(description="How long it takes.")
    key: bool = Field(False, description="A key milestone gets a review.")
    after: list[Code] = Field(
        default=[], max_length=20, description="Codes of milestones further up that it comes after."
    )
    criteria: list[PlaybookCriterion] = Field(default=[], max_length=20, description="How it is judged.")


class PlaybookRole(Input):
    """A role that is needed."""

    title: Title = Field(description="What the role is.", examples=["Engineer on site"])
    function: TeamFunction = Field(description="Which of the four functions it has.")
    headcount: Annotated[Whole, Field(ge=1, le=1_000)] = Field(1, description="How many people it needs.")
    is_core: bool = Field(False, description="Whether the venture cannot go on without it.")
    milestone: Code | None = Field(
        None, description="Code of the milestone for which it is needed; left out: the venture as a whole."
    )


Risks = Annotated[list[PlaybookRisk], Field(max_length=50)]
Milestones = Annotated[list[PlaybookMilestone], Field(max_length=50)]
Roles = Annotated[list[PlaybookRole], Field(max_length=50)]


class CreatePlaybook(Input):
    """What has worked once, to be applied to other ventures."""

    title: Title = Field(description="The playbook in one line.", examples=["Pilot in a hospital"])
    description: LongText | None = Field(None, description="When it fits, and what it rests on.")
    risks: Risks = Field(default=[], description="Risks that it enters in the register, with their responses.")
    milestones: Milestones = Field(default=[], description="Milestones that it plans, each after those it names.")
    roles: Roles = Field(default=[], description="Roles that it asks for.")


class UpdatePlaybook(Change):
    """Changes to a playbook: what is left out stays, null clears. What was applied stays as it is."""

    id: PlaybookId = Field(description="The playbook.")
    title: Title = may_be_left_out("The playbook in one line.")
    description: LongText | None = Field(None, description="When it fits, and what it rests on.")
    risks: Risks = may_be_left_out("Risks that it enters in the register; all of them are replaced.")
    milestones: Milestones = may_be_left_out("Milestones that it plans; all of them are replaced.")
    roles: Roles = may_be_left_out("Roles that it asks for; all of them are replaced.")


@command(Action.LESSON_WRITE, returns={"playbook": "playbook"}, creates=True)
async def create_playbook(work: Work, given: CreatePlaybook) -> Done:
    """Write down a playbook: risks with responses, milestones, and roles."""
    check_unrestricted(work)
    row = work.new(Playbook, title=given.title, description=given.description, **_documents(given))
    await _check(work, row)
    return Done({"playbook": row.id})


@command(Action.LESSON_WRITE, returns={"playbook": "playbook"})
async def update_playbook(work: Work, given: UpdatePlaybook) -> Done:
    """Change a playbook. Ventures to which it was applied stay as they are."""
    check_unrestricted(work)
    row = await load_for_change(work, Playbook, given.id, given.expected_version)
    parts = {name: told for name, told in _documents(given).items() if name in given.model_fields_set}
    apply(row, given.sent("id", "expected_version", "risks", "milestones", "roles") | parts)
    await _check(work, row)
    return Done({"playbook": row.id})


def _documents(given: CreatePlaybook | UpdatePlaybook) -> dict[str, list[dict[str, Any]]]:
    return {
        name: [one.model_dump(mode="json") for one in getattr(given, name) or ()]
        for name in ("risks", "milestones", "roles")
    }


async def _check(work: Work, row: Playbook) -> None:
    """Raises `Invalid` where a part does not fit: to the tenant's categories, or to the milestones that it names."""
    if not (row.risks or row.milestones or row.roles):
        raise InvalidState.at("risks", message="a playbook without risks, milestones and roles makes nothing")
    _check_risks(row.risks, await categories(work))
    codes = _check_milestones(row.milestones)
    for place, role in enumerate(row.roles):
        if role["milestone"] is not None and role["milestone"] not in codes:
            raise Invalid.at("roles", place, "milestone", message=f"there is no milestone {role['milestone']}")


def _check_risks(risks: Sequence[Mapping[str, Any]], in_use: Mapping[str, str | None]) -> None:
    for place, risk in enumerate(risks):
        category, sub_type = risk["category"], risk["sub_type"]
        if in_use.get(category, category) is not None:
            raise Invalid.at("risks", place, "category", message=f"{category} is no category of this tenant")
        if sub_type is not None and in_use.get(sub_type) != category:
            raise Invalid.at("risks", place, "sub_type", message=f"{sub_type} is no sub-type of {category}")
        for number, response in enumerate(risk["responses"]):
            if response["kind"] not in THREATS:
                message = f"{response['kind']} is no response to a threat; there are {', '.join(THREATS)}"
                raise Invalid.at("risks", place, "responses", number, "kind", message=message)


def _check_milestones(milestones: Sequence[Mapping[str, Any]]) -> set[str]:
    """The codes of the milestones. Raises `Invalid`."""
    seen: set[str] = set()
    for place, milestone in enumerate(milestones):
        at = ("milestones", place)
        if milestone["code"] in seen:
            raise Invalid.at(*at, "code", message=f"the code {milestone['code']} is there twice")
        for number, code in enumerate(milestone["after"]):
            if code not in seen:
                raise Invalid.at(*at, "after", number, message=f"there is no milestone {code} further up")
        points = milestone["estimate"]
        if not points["optimistic"] <= points["likely"] <= points["pessimistic"]:
            raise Invalid.at(*at, "estimate", message="must rise: optimistic ≤ likely ≤ pessimistic")
        for number, one in enumerate(milestone["criteria"]):
            said = [one[name] is not None for name in ("metric", "target", "direction", "unit")]
            if any(said) and not all(said):
                message = "a metric needs its target, direction and unit, and they need a metric"
                raise Invalid.at(*at, "criteria", number, message=message)
        seen.add(milestone["code"])
    return seen


def contents_of(row: Playbook) -> Contents:
    """What applying a playbook of the tenant makes; its texts are the same in every language."""
    return Contents(
        risks=tuple(
            Template(
                code="",
                category=risk["category"],
                sub_type=risk["sub_type"],
                title=_both(risk["title"]),
                cause=_both(risk["cause"]),
                event=_both(risk["event"]),
                effect=_both(risk["effect"]),
                responses=tuple(
                    Usual(ResponseKind(one["kind"]), _both(one["title"]), tuple(map(_both, one["actions"])))
                    for one in risk["responses"]
                ),
            )
            for risk in row.risks
        ),
        plan=PlanTemplate("", _both(row.title), _both(row.description), tuple(map(_step, row.milestones))),
        roles=tuple(
            Role(
                _both(one["title"]),
                TeamFunction(one["function"]),
                one["headcount"],
                one["is_core"],
                one["milestone"],
            )
            for one in row.roles
        ),
    )


def _step(one: Mapping[str, Any]) -> Step:
    points = one["estimate"]
    return Step(
        one["code"],
        _both(one["title"]),
        _both(one["description"]),
        (points["optimistic"], points["likely"], points["pessimistic"]),
        tuple(
            Judged(
                _both(each["title"]),
                each["must"],
                each["metric"],
                None if each["target"] is None else str(Decimal(each["target"])),
                None if each["direction"] is None else CriterionDirection(each["direction"]),
                each["unit"],
            )
            for each in one["criteria"]
        ),
        tuple(After(code) for code in dict.fromkeys(one["after"])),
        one["key"],
    )


def _both(text: str | None) -> tuple[str, str]:
    return (text or "", text or "")


archiving_commands(Playbook, Action.LESSON_WRITE, __name__)
