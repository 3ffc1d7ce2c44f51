"""How a venture's roles are filled, what rests on one person, how mixed the team is, and whether it meets.

All of it is of the tenant's present day. Roles, places and people are read as they are now.
"""

from __future__ import annotations

from typing import Final

from domain.teams.diversity import BASE
from domain.teams.staffing import SinglePointKind
from domain.teams.staffing_sql import begins, needed, not_gone, not_over, there_on
from domain.teams.tables import TeamFunction
from graph import kinds
from graph.deriving import to_many, value
from graph.enums import name_of
from graph.language import Member, One, Rows, Shape

WINDOW: Final = 90
"""Days looked back for coordination."""
_LONGEST: Final = 100
"""Rows of a short list."""

_FUNCTION: Final = kinds.enumeration(TeamFunction, name_of(TeamFunction))
_IN_ORDER: Final = f"array_position(ARRAY[{', '.join(repr(str(one)) for one in TeamFunction)}], {{row}}.function)"


def holders_on(day: str, role: str, which: str = "count(*)::int") -> str:
    """How many people fill a role on a day."""
    return (
        f"(SELECT {which} FROM role_holder h JOIN person p ON p.tenant_id = {{tenant}} AND p.id = h.person_id"
        f" WHERE h.tenant_id = {{tenant}} AND h.role_requirement_id = {role}.id AND {there_on(day)})"
    )


def _roles(venture: str, columns: str, condition: str) -> str:
    return (
        f"SELECT {columns} FROM role_requirement r"
        " LEFT JOIN milestone m ON m.tenant_id = {tenant} AND m.id = r.milestone_id"
        f" WHERE r.tenant_id = {{tenant}} AND r.venture_id = {venture} AND {condition}"
    )


_NEEDED: Final = needed("r", "{today}")
_SUMS: Final = (
    "coalesce(sum(n.headcount), 0)::int AS required, coalesce(sum(least(n.held, n.headcount)), 0)::int AS filled,"
    " coalesce(sum(greatest(n.headcount - n.held, 0)), 0)::int AS vacant,"
    " coalesce(sum(greatest(n.held - n.headcount, 0)), 0)::int AS surplus,"
    " round(sum(least(n.held, n.headcount))::numeric / sum(n.headcount), 6) AS coverage"
)


def _held(today: str) -> str:
    return f"r.headcount, r.is_core, r.function, {holders_on(today, 'r')} AS held"


_THAT_DAY: Final = "{row}.today"
"""The day of the coverage, which stands in its row: of a past instant it is another than today."""

_BY_FUNCTION: Final = Rows(
    name="by_function",
    description="The same by function, for each of which anything is required.",
    shape=Shape(
        name="FunctionCoverage",
        description="How much of the head-count that is required of one function is filled.",
        fields=[
            value("function", "The function.", _FUNCTION),
            value("required", "How many people are required.", kinds.INT),
            value("filled", "How many of these places are filled.", kinds.INT),
            value("vacant", "How many are not.", kinds.INT),
            value("surplus", "How many people there are beyond what was asked for.", kinds.INT),
            value("coverage", "Filled / required.", kinds.DECIMAL),
            value(
                "weight",
                "The function's share of the required head-count: coverage times weight, summed, is that of all.",
                kinds.DECIMAL,
            ),
        ],
    ),
    sql=f"SELECT n.function, {_SUMS}, round(sum(n.headcount)::numeric / sum(sum(n.headcount)) OVER (), 6) AS weight"
    f" FROM ({_roles('{row}.venture_id', _held(_THAT_DAY), needed('r', _THAT_DAY))}) n GROUP BY n.function",
    order=_IN_ORDER,
)

COVERAGE: Final = One(
    name="team_coverage",
    description="How much of the head-count that is required today is filled. Each required place weighs the same.",
    shape=Shape(
        name="TeamCoverage",
        description="How well the roles that a venture needs today are filled. A role weighs its head-count; somebody "
        "too many in one role makes up for nobody missing in another. Who is away or has left fills nothing.",
        fields=[
            value("required", "How many people are required.", kinds.INT),
            value("filled", "How many of these places are filled.", kinds.INT),
            value("vacant", "How many are not.", kinds.INT),
            value("surplus", "How many people there are beyond what was asked for.", kinds.INT),
            value("duplicated_roles", "How many roles are filled more often than asked.", kinds.INT),
            value(
                "coverage",
                "Filled / required, from 0 to 1; null where nothing is required.",
                kinds.DECIMAL,
                nullable=True,
            ),
            value("core_required", "How many people the core roles require.", kinds.INT),
            value("core_filled", "How many of these places are filled.", kinds.INT),
            value("core_coverage", "The same of core roles alone.", kinds.DECIMAL, nullable=True),
            _BY_FUNCTION,
        ],
    ),
    sql=f"SELECT {{row}}.id AS venture_id, {{today}} AS today, {_SUMS},"
    " count(*) FILTER (WHERE n.held > n.headcount)::int AS duplicated_roles,"
    " coalesce(sum(n.headcount) FILTER (WHERE n.is_core), 0)::int AS core_required,"
    " coalesce(sum(least(n.held, n.headcount)) FILTER (WHERE n.is_core), 0)::int AS core_filled,"
    " round(sum(least(n.held, n.headcount)) FILTER (WHERE n.is_core)::numeric"
    " / sum(n.headcount) FILTER (WHERE n.is_core), 6) AS core_coverage"
    f" FROM ({_roles('{row}.id', _held('{today}'), _NEEDED)}) n",
)

_MISSING: Final = (
    f"r.id AS role_requirement_id, r.title, r.function, r.is_core, r.skill_id, r.milestone_id,"
    f" {begins('r')} AS needed_from,"
    f" r.headcount - {holders_on('greatest(' + begins('r') + ', {today})', 'r')} AS vacant"
)
VACANCIES: Final = Rows(
    name="vacancies",
    description=f"Roles for which people are missing, today or on the day from which they are needed: core roles first,"
    f" then those needed first; at most {_LONGEST}.",
    shape=Shape(
        name="TeamVacancy",
        description="A role for which people are missing.",
        fields=[
            value("role_requirement_id", "Id of the role.", kinds.identifier("role_requirement")),
            value("title", "What the role is."),
            value("function", "Its function.", _FUNCTION),
            value("is_core", "Whether the venture cannot go on without it.", kinds.BOOL),
            value("skill_id", "Id of the skill that it asks for.", kinds.identifier("skill"), nullable=True),
            value(
                "milestone_id",
                "Id of the milestone for which it is needed.",
                kinds.identifier("milestone"),
                nullable=True,
            ),
            value("needed_from", "From which day it is needed; null: from now on.", kinds.DATE, nullable=True),
            value("vacant", "How many people are missing.", kinds.INT),
        ],
    ),
    sql=f"SELECT * FROM ({_roles('{row}.id', _MISSING, not_over('r', '{today}'))}) n WHERE n.vacant > 0"
    f" ORDER BY NOT n.is_core, n.needed_from NULLS FIRST, n.role_requirement_id LIMIT {_LONGEST}",
    order="NOT {row}.is_core, {row}.needed_from NULLS FIRST, {row}.role_requirement_id",
)

_PEOPLE: Final = f"""
    SELECT h.person_id AS who, r.function FROM role_holder h
    JOIN role_requirement r ON r.tenant_id = {{tenant}} AND r.id = h.role_requirement_id AND r.archived_at IS NULL
    JOIN person p ON p.tenant_id = {{tenant}} AND p.id = h.person_id
    WHERE h.tenant_id = {{tenant}} AND h.venture_id = {{row}}.id AND {there_on("{today}")}
    UNION SELECT coalesce(p.id, q.member_id), e.function FROM team e
    JOIN team_member q ON q.tenant_id = {{tenant}} AND q.team_id = e.id AND q.archived_at IS NULL
    LEFT JOIN person p ON p.tenant_id = {{tenant}} AND p.member_id = q.member_id AND p.archived_at IS NULL
    WHERE e.tenant_id = {{tenant}} AND e.venture_id = {{row}}.id AND e.archived_at IS NULL
        AND (p.id IS NULL OR ({not_gone("{today}")}))"""
"""The people of a venture with each function that they have in it: those in its roles, and those in its teams."""

_ROLES_NOW: Final = _roles("{row}.id", "r.id, r.title, r.skill_id, r.least_level", f"{_NEEDED} AND r.is_core")

SINGLE_POINTS: Final = Rows(
    name="single_points",
    description=f"What rests on one person alone: core roles that one person fills, and skills which core roles ask for"
    f" and one person of the venture has, at the highest level asked for; at most {_LONGEST}.",
    shape=Shape(
        name="TeamSinglePoint",
        description="A core role or skill that one person alone holds.",
        fields=[
            value(
                "kind",
                "Whether it is a role or a skill.",
                kinds.enumeration(SinglePointKind, name_of(SinglePointKind)),
            ),
            value("role_requirement_id", "Id of the role.", kinds.identifier("role_requirement"), nullable=True),
            value("skill_id", "Id of the skill.", kinds.identifier("skill"), nullable=True),
            value("title", "What the role or skill is called."),
            value("person_id", "Id of the person.", kinds.identifier("person")),
        ],
    ),
    sql=f"""
WITH core AS ({_ROLES_NOW}), people AS ({_PEOPLE})
SELECT * FROM (
    SELECT 'role' AS kind, r.id AS role_requirement_id, NULL::uuid AS skill_id, r.title,
        (array_agg(h.person_id))[1] AS person_id
    FROM core r JOIN role_holder h ON h.tenant_id = {{tenant}} AND h.role_requirement_id = r.id
    JOIN person p ON p.tenant_id = {{tenant}} AND p.id = h.person_id
    WHERE {there_on("{today}")} GROUP BY r.id, r.title HAVING count(*) = 1
    UNION ALL
    SELECT 'skill', NULL, k.id, k.name, (array_agg(s.person_id))[1]
    FROM (SELECT r.skill_id, max(coalesce(r.least_level, 1)) AS level FROM core r WHERE r.skill_id IS NOT NULL
        GROUP BY r.skill_id) asked
    JOIN skill k ON k.tenant_id = {{tenant}} AND k.id = asked.skill_id
    JOIN (SELECT DISTINCT who FROM people) one ON true
    JOIN person_skill s ON s.tenant_id = {{tenant}} AND s.person_id = one.who AND s.skill_id = asked.skill_id
        AND s.level >= asked.level AND s.archived_at IS NULL
    GROUP BY k.id, k.name HAVING count(*) = 1) n
ORDER BY n.kind, n.title, coalesce(n.role_requirement_id, n.skill_id) LIMIT {_LONGEST}""",
    order="{row}.kind, {row}.title, coalesce({row}.role_requirement_id, {row}.skill_id)",
)


def _index(name: str) -> str:
    return (
        f"sum(n.count) AS {name}_total, count(*)::int AS {name}s,"
        f" round(ln(sum(n.count)) - sum(n.count * ln(n.count::numeric)) / sum(n.count), 6) AS {name}_index,"
        f" CASE WHEN count(*) > 1 THEN round((ln(sum(n.count)) - sum(n.count * ln(n.count::numeric)) / sum(n.count))"
        f" / ln(count(*)::numeric), 6) END AS {name}_evenness"
    )


DIVERSITY: Final = One(
    name="team_diversity",
    description="How mixed its people are, by function and by skill.",
    shape=Shape(
        name="TeamDiversity",
        description="How mixed the people of a venture are, those in its roles and those in its teams: the Shannon "
        "index H = -sum p ln p, in nats, over functions and over skills. A person counts once for each function or "
        "skill that the person has. Evenness (Pielou) is H / ln of the number of kinds: 1 where all are as many, null "
        "where there is one kind only. All of it is null for nobody.",
        fields=[
            value("people", "How many people there are.", kinds.INT),
            value("base", "The base of the logarithm."),
            value("functions", "How many of the four functions they have.", kinds.INT),
            value("function_index", "Shannon index over functions.", kinds.DECIMAL, nullable=True),
            value("function_evenness", "Its evenness.", kinds.DECIMAL, nullable=True),
            value("skills", "How many different skills they have.", kinds.INT),
            value("skill_index", "Shannon index over skills.", kinds.DECIMAL, nullable=True),
            value("skill_evenness", "Its evenness.", kinds.DECIMAL, nullable=True),
        ],
    ),
    sql=f"""
WITH people AS ({_PEOPLE})
SELECT (SELECT count(DISTINCT who)::int FROM people) AS people, '{BASE}' AS base, f.*, g.* FROM (
    SELECT {_index("function")} FROM (SELECT function, count(*) AS count FROM people GROUP BY function) n) f,
    (SELECT {_index("skill")} FROM (
        SELECT s.skill_id, count(*) AS count FROM (SELECT DISTINCT who FROM people) one
        JOIN person_skill s ON s.tenant_id = {{tenant}} AND s.person_id = one.who AND s.archived_at IS NULL
        JOIN skill k ON k.tenant_id = {{tenant}} AND k.id = s.skill_id AND k.archived_at IS NULL
        GROUP BY s.skill_id) n) g""",
)

_SINCE: Final = f"({{today}} - {WINDOW})"
COORDINATION: Final = One(
    name="coordination",
    description=f"Whether its people meet as planned: of the last {WINDOW} days, up to yesterday.",
    shape=Shape(
        name="TeamCoordination",
        description="How many of the meetings and milestone reviews that were due were held.",
        fields=[
            value("since_on", "The first day looked at.", kinds.DATE),
            value("meetings_due", "Meetings that were planned for a day since then that is over.", kinds.INT),
            value("meetings_held", "How many of them were held, on whatever day.", kinds.INT),
            value(
                "reviews_due",
                "Milestone reviews that were planned likewise, without those that were called off.",
                kinds.INT,
            ),
            value("reviews_held", "How many of them were decided.", kinds.INT),
            value("share", "Held / due, of both together; null where nothing was due.", kinds.DECIMAL, nullable=True),
        ],
    ),
    sql=f"""
SELECT n.*, round((n.meetings_held + n.reviews_held)::numeric / nullif(n.meetings_due + n.reviews_due, 0), 6) AS share
FROM (SELECT {_SINCE} AS since_on, g.meetings_due, g.meetings_held, w.reviews_due, w.reviews_held
    FROM (SELECT count(*)::int AS meetings_due, count(x.held_on)::int AS meetings_held FROM meeting x
        WHERE x.tenant_id = {{tenant}} AND x.venture_id = {{row}}.id AND x.archived_at IS NULL
            AND x.planned_on >= {_SINCE} AND x.planned_on < {{today}}) g,
    (SELECT count(*)::int AS reviews_due, count(x.decided_at)::int AS reviews_held FROM review x
        WHERE x.tenant_id = {{tenant}} AND x.venture_id = {{row}}.id AND x.milestone_id IS NOT NULL
            AND x.state <> 'cancelled' AND x.planned_on >= {_SINCE} AND x.planned_on < {{today}}) w) n""",
)

_FIELDS: Final[list[Member]] = [
    COVERAGE,
    VACANCIES,
    SINGLE_POINTS,
    DIVERSITY,
    COORDINATION,
    to_many("role_requirements", "role_requirement", "venture_id", "The roles that it needs.", "title"),
    to_many("meetings", "meeting", "venture_id", "Its meetings, the latest first.", "-planned_on"),
]
OF_VENTURE: Final = tuple(_FIELDS)
