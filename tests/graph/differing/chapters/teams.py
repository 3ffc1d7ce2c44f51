"""People, skills, roles and meetings: random rows of them, and what is worked out of them over rows in memory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from itertools import product
from typing import TYPE_CHECKING, Final
from uuid import UUID

from domain.teams.diversity import diversity_of
from domain.teams.staffing import (
    Presence,
    Role,
    SinglePointKind,
    coverage_by_function,
    coverage_of,
    share_of,
    single_points,
)
from domain.teams.tables import TeamFunction
from tests.graph.differing.chapters.chapter import Chapter, Many, Row, Type, Value, used

if TYPE_CHECKING:
    from tests.graph.differing.plain import Plain
    from tests.graph.differing.rows import Made, Maker


def _by_id(plain: Plain, table: str, id: UUID | None) -> Row | None:
    return next((row for row in plain.table(table) if row["id"] == id), None)


def _presence(place: Row, person: Row) -> Presence:
    days = [place.get(name) for name in ("from_on", "until_on")]
    return Presence(person["id"], *days, *(person[name] for name in ("leaves_on", "away_from", "away_until")))


def _holders(plain: Plain, role: Row, day: date) -> frozenset[UUID]:
    """Who fills a role on a day."""
    people = {row["id"]: row for row in used(plain.table("person"))}
    places = used(plain.table("role_holder"), role_requirement_id=role["id"])
    return frozenset(
        place["person_id"]
        for place in places
        if place["person_id"] in people and _presence(place, people[place["person_id"]]).covers(day)
    )


def _begins(plain: Plain, role: Row) -> date | None:
    milestone = _by_id(plain, "milestone", role["milestone_id"])
    begins: date | None = role["needed_from"] or (milestone and milestone["start_on"])
    return begins


def _over(plain: Plain, role: Row, today: date) -> bool:
    milestone = _by_id(plain, "milestone", role["milestone_id"])
    ended = milestone is not None and (milestone["archived_at"] or milestone["status"] in ("done", "cancelled"))
    past = role["needed_until"] is not None and role["needed_until"] < today
    return bool(role["archived_at"] or ended or past)


def _is_needed(plain: Plain, role: Row) -> bool:
    today = plain.today(role)
    return not _over(plain, role, today) and (_begins(plain, role) or today) <= today


def _roles(plain: Plain, venture: Row) -> list[tuple[Row, Role]]:
    """The roles that a venture needs today."""
    today = plain.today(venture)
    rows = [row | {"__then": venture["__then"]} for row in used(plain.table("role_requirement"))]
    return [
        (
            row,
            Role(
                *(row["id"], TeamFunction(row["function"]), row["headcount"], row["is_core"]),
                *(row["skill_id"], row["least_level"], _holders(plain, row, today)),
            ),
        )
        for row in rows
        if row["venture_id"] == venture["id"] and _is_needed(plain, row)
    ]


def _coverage(plain: Plain, venture: Row) -> Row:
    roles = [role for _, role in _roles(plain, venture)]
    whole, core = coverage_of(roles), coverage_of(role for role in roles if role.is_core)
    return {
        "__type": "TeamCoverage",
        "__then": venture["__then"],
        "roles": roles,
        **{name: getattr(whole, name) for name in ("required", "filled", "vacant", "surplus", "duplicated_roles")},
        "coverage": whole.share,
        "core_required": core.required,
        "core_filled": core.filled,
        "core_coverage": core.share,
    }


def _by_function(plain: Plain, coverage: Row) -> list[Row]:
    return [
        {
            "function": function.upper(),
            **{name: getattr(each, name) for name in ("required", "filled", "vacant", "surplus")},
            "coverage": str(each.share),
            "weight": str(share_of(each.required, coverage["required"])),
        }
        for function, each in coverage_by_function(coverage["roles"]).items()
    ]


def _vacancies(plain: Plain, venture: Row) -> list[Row]:
    today = plain.today(venture)
    found = []
    for role in used(plain.table("role_requirement"), venture_id=venture["id"]):
        if _over(plain, role, today):
            continue
        begins = _begins(plain, role)
        missing = role["headcount"] - len(_holders(plain, role, max(begins or today, today)))
        if missing > 0:
            key = (not role["is_core"], begins or date.min, role["id"])
            ids = {"milestoneId": ("milestone", "milestone_id"), "skillId": ("skill", "skill_id")}
            told = {
                name: None if role[column] is None else f"{prefix}_{role[column].hex}"
                for name, (prefix, column) in ids.items()
            }
            told |= {"roleRequirementId": f"role_requirement_{role['id'].hex}", "title": role["title"]}
            told |= {"function": role["function"].upper(), "isCore": role["is_core"], "vacant": missing}
            found.append((key, told | {"neededFrom": plain.told(begins, False)}))
    return [told for _, told in sorted(found, key=lambda one: one[0])][:100]


def _people(plain: Plain, venture: Row) -> set[tuple[UUID, str]]:
    """The people of a venture, each with the functions that they have in it."""
    today = plain.today(venture)
    roles = {row["id"]: row for row in used(plain.table("role_requirement"))}
    found = {
        (person_id, roles[place["role_requirement_id"]]["function"])
        for place in used(plain.table("role_holder"), venture_id=venture["id"])
        if place["role_requirement_id"] in roles
        for person_id in _holders(plain, roles[place["role_requirement_id"]], today)
        if person_id == place["person_id"]
    }
    members = {row["member_id"]: row for row in used(plain.table("person")) if row["member_id"] is not None}
    teams = {row["id"]: row for row in used(plain.table("team"), venture_id=venture["id"])}
    for place in used(plain.table("team_member")):
        person = members.get(place["member_id"])
        if place["team_id"] in teams and (person is None or _presence({}, person).covers(today)):
            who = place["member_id"] if person is None else person["id"]
            found.add((who, teams[place["team_id"]]["function"]))
    return found


def _levels(plain: Plain, venture: Row) -> dict[UUID, dict[UUID, int]]:
    """The skills of a venture's people with their levels."""
    people = {who for who, _ in _people(plain, venture)}
    found: dict[UUID, dict[UUID, int]] = {}
    for row in used(plain.table("person_skill")):
        if row["person_id"] in people:
            found.setdefault(row["person_id"], {})[row["skill_id"]] = row["level"]
    return found


def _single_points(plain: Plain, venture: Row) -> list[Row]:
    roles = _roles(plain, venture)
    titles = {row["id"]: row["title"] for row, _ in roles}
    titles |= {row["id"]: row["name"] for row in plain.table("skill")}
    points = single_points([role for _, role in roles], _levels(plain, venture))
    points.sort(key=lambda one: (one.kind, titles[one.subject_id], one.subject_id))
    return [
        {
            "kind": point.kind.upper(),
            "roleRequirementId": f"role_requirement_{point.subject_id.hex}" if is_role else None,
            "skillId": None if is_role else f"skill_{point.subject_id.hex}",
            "title": titles[point.subject_id],
            "personId": f"person_{point.person_id.hex}",
        }
        for point in points
        for is_role in [point.kind is SinglePointKind.ROLE]
    ]


def _diversity(plain: Plain, venture: Row) -> Row:
    people = _people(plain, venture)
    skills = {row["id"] for row in used(plain.table("skill"))}
    had = Counter(skill for levels in _levels(plain, venture).values() for skill in levels if skill in skills)
    told: Row = {"__type": "TeamDiversity", "people": len({who for who, _ in people}), "base": "e"}
    for name, counts in (("function", Counter(function for _, function in people)), ("skill", had)):
        found = diversity_of(counts.values())
        told |= {f"{name}s": 0 if found is None else found.kinds}
        told |= {f"{name}_{word}": found and getattr(found, word) for word in ("index", "evenness")}
    return told


def _coordination(plain: Plain, venture: Row) -> Row:
    today = plain.today(venture)
    since = today - timedelta(days=90)

    def due(table: str) -> list[Row]:
        rows = [row for row in plain.table(table) if row["venture_id"] == venture["id"] and row["planned_on"]]
        return [row for row in rows if since <= row["planned_on"] < today]

    meetings = used(due("meeting"))
    reviews = [row for row in due("review") if row["milestone_id"] and row["state"] != "cancelled"]
    told = {"meetings_due": len(meetings), "meetings_held": sum(row["held_on"] is not None for row in meetings)}
    told |= {"reviews_due": len(reviews), "reviews_held": sum(row["decided_at"] is not None for row in reviews)}
    held, all_due = (told[f"meetings_{word}"] + told[f"reviews_{word}"] for word in ("held", "due"))
    return told | {"__type": "TeamCoordination", "since_on": since, "share": share_of(held, all_due)}


def _member_person(plain: Plain, member: Row) -> Row | None:
    rows = [row for row in plain.rows("Person", member["__then"]) if row["archived_at"] is None]
    return next((row for row in rows if row["member_id"] == member["id"]), None) if plain.readable("Person") else None


def _skilled(plain: Plain, role: Row) -> int:
    able = used(plain.table("person_skill"), skill_id=role["skill_id"])
    there = _holders(plain, role, plain.today(role))
    return sum(row["person_id"] in there and row["level"] >= (role["least_level"] or 1) for row in able)


def _held(plain: Plain, role: Row) -> int:
    return len(_holders(plain, role, plain.today(role)))


_WORKED_OUT: Final[Mapping[str, Value]] = {
    "RoleRequirement.isNeeded": _is_needed,
    "RoleRequirement.holderCount": _held,
    "RoleRequirement.skilledCount": _skilled,
    "RoleRequirement.vacant": lambda plain, role: max(role["headcount"] - _held(plain, role), 0),
    "RoleRequirement.surplus": lambda plain, role: max(_held(plain, role) - role["headcount"], 0),
}
_RELATED: Final[Mapping[str, Callable[[Plain, Row], Row | None]]] = {
    "Member.person": _member_person,
    "Venture.teamCoverage": _coverage,
    "Venture.teamDiversity": _diversity,
    "Venture.coordination": _coordination,
}
_LISTED: Final[Mapping[str, Callable[[Plain, Row], list[Row]]]] = {
    "TeamCoverage.byFunction": _by_function,
    "Venture.vacancies": _vacancies,
    "Venture.singlePoints": _single_points,
}
_SHAPES: Final[Mapping[str, frozenset[str]]] = {
    "TeamCoverage": frozenset(
        {
            *("required", "filled", "vacant", "surplus", "duplicatedRoles", "coverage"),
            *("coreRequired", "coreFilled", "coreCoverage", "byFunction"),
        }
    ),
    "FunctionCoverage": frozenset({"function", "required", "filled", "vacant", "surplus", "coverage", "weight"}),
    "TeamVacancy": frozenset(
        {"roleRequirementId", "title", "function", "isCore", "skillId", "milestoneId", "neededFrom", "vacant"}
    ),
    "TeamSinglePoint": frozenset({"kind", "roleRequirementId", "skillId", "title", "personId"}),
    "TeamDiversity": frozenset(
        {
            *("people", "base", "functions", "functionIndex", "functionEvenness"),
            *("skills", "skillIndex", "skillEvenness"),
        }
    ),
    "TeamCoordination": frozenset({"sinceOn", "meetingsDue", "meetingsHeld", "reviewsDue", "reviewsHeld", "share"}),
}


def _add_rows(maker: Maker, made: Made) -> None:
    """People, some of them members, what they can do, and the roles and meetings of each venture."""
    dice = maker.dice
    members = [*made.ids("membership"), None, None]
    people = [
        maker.row(made, "person", member_id=member, **_absence(maker))["id"] for member in dice.sample(members, 4)
    ]
    skills = [maker.row(made, "skill", name=f"{dice.choice(['a', 'B', '风'])}{place}")["id"] for place in range(3)]
    for person, skill in product(people, skills):
        if dice.random() < 0.5:
            maker.row(made, "person_skill", person_id=person, skill_id=skill, level=dice.randint(1, 5))
    for venture in made.ids("venture"):
        here = [row["id"] for row in made.rows["milestone"] if row["venture_id"] == venture]
        teams = [row["id"] for row in made.rows["team"] if row["venture_id"] in (venture, None)]
        for _ in maker.some(0, 4):
            skill = maker.maybe(skills)
            given = {"milestone_id": maker.maybe(here), "team_id": maker.maybe(teams), "skill_id": skill}
            given |= {"least_level": skill and dice.choice([None, 1, 3, 5]), "headcount": dice.randint(1, 3)}
            given |= _period(maker, "needed_from", "needed_until")
            role = maker.row(made, "role_requirement", venture_id=venture, **given)["id"]
            for person in people:
                if dice.random() < 0.5:
                    place = {"role_requirement_id": role, "person_id": person, "share": dice.choice([None, 20, 100])}
                    maker.row(made, "role_holder", venture_id=venture, **place, **_period(maker, "from_on", "until_on"))
        for _ in maker.some(0, 4):
            meeting = maker.row(made, "meeting", venture_id=venture)["id"]
            for person in people:
                if dice.random() < 0.5:
                    maker.row(made, "meeting_attendee", venture_id=venture, meeting_id=meeting, person_id=person)


def _period(maker: Maker, first: str, last: str) -> Row:
    days = sorted([maker.day(), maker.day()])
    return {first: maker.dice.choice([None, None, days[0]]), last: maker.dice.choice([None, None, days[1]])}


def _absence(maker: Maker) -> Row:
    away = _period(maker, "away_from", "away_until")
    return away | {"leaves_on": maker.dice.choice([None, None, maker.day()])}


CHAPTER: Final = Chapter(
    types={
        "Person": Type("person", "person", ("name",), needs="member:read"),
        "Skill": Type("skill", "skill", ("name",)),
        "PersonSkill": Type("person_skill", "person_skill", needs="member:read"),
        "RoleRequirement": Type("role_requirement", "role_requirement", ("title",), venture="venture_id"),
        "RoleHolder": Type("role_holder", "role_holder", venture="venture_id"),
        "Meeting": Type("meeting", "meeting", ("-planned_on",), venture="venture_id"),
        "MeetingAttendee": Type("meeting_attendee", "meeting_attendee", venture="venture_id"),
    },
    many={
        "Team.roleRequirements": Many("team_id", ("title",)),
        "Venture.roleRequirements": Many("venture_id", ("title",)),
        "Venture.meetings": Many("venture_id", ("-planned_on",)),
        "Person.skills": Many("person_id"),
        "Person.roles": Many("person_id"),
        "Skill.people": Many("skill_id"),
        "Skill.roleRequirements": Many("skill_id", ("title",)),
        "RoleRequirement.holders": Many("role_requirement_id"),
        "Meeting.attendees": Many(link="meeting_attendee", here="meeting_id", there="person_id", order=("name",)),
    },
    can={
        "MeetingAttendee": {"archive": "team:write"},
        **dict.fromkeys(
            ("Person", "Skill", "PersonSkill", "RoleRequirement", "RoleHolder", "Meeting"),
            dict.fromkeys(("edit", "archive"), "team:write"),
        ),
    },
    worked_out=_WORKED_OUT,
    related=_RELATED,
    listed=_LISTED,
    shapes=_SHAPES,
    by_hand=frozenset(
        {*("person", "skill", "person_skill", "role_requirement", "role_holder", "meeting", "meeting_attendee")}
    ),
    subjects=("role_requirement", "role_holder"),
    rows=_add_rows,
)
