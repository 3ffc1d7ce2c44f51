"""When milestones and ventures will be reached, as a worker has drawn it, and what moves that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from domain.forecasting.pace import PaceState
from domain.forecasting.tables import DriverKind, Forecast, ForecastDay, ForecastGap, VentureForecast
from domain.kernel.tables import Table
from graph import kinds
from graph.deriving import column_field
from graph.enums import name_of
from graph.kinds import Kind
from graph.language import Beside, Field, Member, One, Rows, Shape

MOST_DAYS: Final = 366
"""How many past days are shown beside a forecast."""

FORECAST: Final = Beside(Forecast, on="{there}.milestone_id = {row}.id")


def _field(name: str, kind: Kind, description: str, *, nullable: bool = True, sql: str = "") -> Field:
    return Field(name=name, description=description, kind=kind, sql=sql or f"{{row}}.{name}", nullable=nullable)


def _columns(table: type[Table], described: Mapping[str, str]) -> list[Member]:
    return [column_field(table, name, text) for name, text in described.items()]


def _quantiles(what: str) -> list[Member]:
    """P10 to P90, without the `_on` of their columns."""
    return [
        _field(
            f"p{share}",
            kinds.DATE,
            f"The first working day by which {share} % of the draws have reached {what}.",
            sql=f"{{row}}.p{share}_on",
        )
        for share in (10, 50, 80, 90)
    ]


_RUN: Final = {
    "status_on": "The day from which on it was drawn.",
    "draws": "How many draws it rests on.",
    "duration_ms": "How long the run took, in milliseconds.",
    "inputs_hash": "Of all that the run read; the same inputs give the same answer.",
    "computed_at": "When it was worked out.",
}
_SEED: Final = _field(
    "seed", kinds.TEXT, "The seed of its random numbers, which follows from its inputs.", nullable=False,
    sql="({row}.seed::text)",
)  # fmt: skip

_BIN: Final = Shape(
    name="ForecastBin",
    description="One bar of a histogram of the day on which something is reached.",
    fields=[
        _field("from_on", kinds.DATE, "First day of the bar.", nullable=False),
        _field("to_on", kinds.DATE, "Last day of the bar, included.", nullable=False),
        _field("share", kinds.DECIMAL, "Share of the draws, from 0 to 1.", nullable=False),
    ],
)
_HISTOGRAM: Final = Rows(
    name="histogram",
    description="How the draws spread over the days: at most 60 bars, one after the other.",
    shape=_BIN,
    sql="SELECT (b.value ->> 'from_on')::date AS from_on, (b.value ->> 'to_on')::date AS to_on,"
    " (b.value ->> 'share')::numeric AS share FROM jsonb_array_elements({row}.histogram) b",
    order="{row}.from_on",
)

_SEEN: Final = (
    "LEFT JOIN risk r ON r.tenant_id = {tenant} AND r.id = x.risk_id"
    " AND ({unrestricted} OR r.venture_id = ANY({ventures}))"
    " LEFT JOIN milestone m ON m.tenant_id = {tenant} AND m.id = x.milestone_id"
    " AND ({unrestricted} OR m.venture_id = ANY({ventures}))"
)
"""What `x` names, as far as the caller may see it."""

_DRIVER: Final = Shape(
    name="ForecastDriver",
    description="Something that moves the day: a risk that may strike, or how long a milestone takes.",
    fields=[
        _field("place", kinds.INT, "Its place among the drivers, from 1.", nullable=False),
        _field("kind", kinds.enumeration(DriverKind, name_of(DriverKind)), "What it is.", nullable=False),
        _field("risk_id", kinds.identifier("risk"), "The risk; empty for a milestone."),
        _field("milestone_id", kinds.identifier("milestone"), "The milestone; empty for a risk."),
        _field("title", kinds.TEXT, "Its title.", nullable=False),
        _field("mean_days", kinds.DECIMAL, "Working days that would be saved on average if the risk were gone."),
        _field("p80_days", kinds.DECIMAL, "Working days by which P80 would be earlier if the risk were gone."),
        _field("rho", kinds.DECIMAL, "Spearman's rank correlation of the milestone's duration with the end."),
    ],
)
_DRIVERS: Final = Rows(
    name="drivers",
    description="What moves it, the strongest first; without what lies in ventures that you may not see.",
    shape=_DRIVER,
    sql="SELECT x.place::int AS place, x.kind, r.id AS risk_id, m.id AS milestone_id,"
    " coalesce(r.title, m.title) AS title, x.mean_days, x.p80_days, x.rho FROM ("
    "SELECT d.place, d.value ->> 'kind' AS kind,"
    " CASE d.value ->> 'kind' WHEN 'risk' THEN (d.value ->> 'id')::uuid END AS risk_id,"
    " CASE d.value ->> 'kind' WHEN 'milestone' THEN (d.value ->> 'id')::uuid END AS milestone_id,"
    " (d.value ->> 'mean_days')::numeric AS mean_days, (d.value ->> 'p80_days')::numeric AS p80_days,"
    " (d.value ->> 'rho')::numeric AS rho"
    " FROM jsonb_array_elements({row}.drivers) WITH ORDINALITY AS d(value, place)) x "
    + _SEEN
    + " WHERE coalesce(r.id, m.id) IS NOT NULL",
    order="{row}.place",
)

_GAP: Final = Shape(
    name="ForecastMissing",
    description="Something that was not known, and what was taken instead.",
    fields=[
        _field("gap", kinds.enumeration(ForecastGap, name_of(ForecastGap)), "What was not known.", nullable=False),
        _field("risk_id", kinds.identifier("risk"), "The risk that it concerns, if it is one."),
        _field("milestone_id", kinds.identifier("milestone"), "The milestone that it concerns, if it is one."),
    ],
)
_MISSING: Final = Rows(
    name="missing",
    description="What it had to do without; a name is left out where it lies in a venture that you may not see.",
    shape=_GAP,
    sql="SELECT x.place, x.gap, r.id AS risk_id, m.id AS milestone_id FROM ("
    "SELECT d.place, d.value ->> 'gap' AS gap, (d.value ->> 'risk_id')::uuid AS risk_id,"
    " (d.value ->> 'milestone_id')::uuid AS milestone_id"
    " FROM jsonb_array_elements({row}.missing) WITH ORDINALITY AS d(value, place)) x " + _SEEN,
    order="{row}.place",
)

MILESTONE_FORECAST: Final = Shape(
    name="Forecast",
    description="When a milestone will be reached, drawn many times from estimates, dependencies, calendars and risks.",
    fields=[
        *_quantiles("it"),
        *_columns(
            Forecast,
            {
                "due_on_seen": "The due day that it was compared with.",
                "probability_of_due_date": "Share of the draws that reach it by its due day; empty without one.",
                "criticality": "Share of the draws in which a delay of it would delay the end.",
                "is_critical": "Whether a delay of it delays the end, where everything takes as long as expected.",
                "total_float_days": "Working days that it can be late without moving the end.",
                "free_float_days": "Working days that it can be late without moving anything else.",
                "early_start_on": "The earliest first day, where everything takes as long as expected.",
                "early_finish_on": "The earliest last day.",
                "late_start_on": "The latest first day that does not move the end.",
                "late_finish_on": "The latest last day that does not move the end.",
                **_RUN,
            },
        ),
        _SEED,
        _HISTOGRAM,
        _DRIVERS,
        _MISSING,
    ],
)

DAYS: Final = Rows(
    name="forecast_days",
    description=f"What was forecast on past days, the last {MOST_DAYS} at most: one row for each day on which it was "
    "worked out, as it stood last on that day.",
    shape=Shape(
        name="ForecastDay",
        description="What was forecast for a milestone on one day, and how far it had come.",
        fields=_columns(
            ForecastDay,
            {
                "day": "The day.",
                "p50_on": "P50 as it was forecast then.",
                "p80_on": "P80 as it was forecast then.",
                "probability_of_due_date": "Share of the draws that reached it by its due day of then.",
                "total_float_days": "Working days that it could be late without moving the end.",
                "percent_complete": "How much of it was done, in percent.",
                "planned_percent": "How much of it was to be done by the end of the day, in percent: of the baseline,"
                " else of the plan, evenly over working days; empty without dates.",
            },
        ),
    ),
    sql="SELECT x.* FROM forecast_day x WHERE x.tenant_id = {tenant} AND x.milestone_id = {row}.id"
    f" ORDER BY x.day DESC LIMIT {MOST_DAYS}",
    order="{row}.day",
)

IN_LISTS: Final[Sequence[Member]] = [
    column_field(Forecast, "p50_on", "P50 of its forecast, to filter and order by.", source="forecast"),
    column_field(Forecast, "p80_on", "P80 of its forecast, to filter and order by.", source="forecast"),
    column_field(
        Forecast,
        "probability_of_due_date",
        "Its forecast's probability of meeting the due day, to filter and order by.",
        source="forecast",
    ),
]
"""What lists of milestones can be filtered and ordered by."""

OF_MILESTONE: Final = One(
    name="forecast",
    description="When it will be reached; empty until that has been worked out, and when it is done or cancelled.",
    shape=MILESTONE_FORECAST,
    sql="SELECT x.* FROM forecast x WHERE x.tenant_id = {tenant} AND x.milestone_id = {row}.id",
)

_CRITICAL: Final = Rows(
    name="critical_path",
    description="The milestones of this venture on the longest path, where everything takes as long as expected, the"
    " earliest first.",
    shape=Shape(
        name="CriticalMilestone",
        description="A milestone on the critical path.",
        fields=[
            _field("place", kinds.INT, "Its place on the path, from 1.", nullable=False),
            _field("milestone_id", kinds.identifier("milestone"), "The milestone.", nullable=False),
            _field("title", kinds.TEXT, "Its title.", nullable=False),
        ],
    ),
    sql="SELECT p.place::int AS place, m.id AS milestone_id, m.title"
    " FROM jsonb_array_elements_text({row}.critical_path) WITH ORDINALITY AS p(id, place)"
    " JOIN milestone m ON m.tenant_id = {tenant} AND m.id = p.id::uuid"
    " AND ({unrestricted} OR m.venture_id = ANY({ventures}))",
    order="{row}.place",
)

_DONE: Final = "Day by which all open tasks are done with {} %."
_THROUGHPUT: Final = One(
    name="throughput",
    description="When its open tasks will be done at the pace of past weeks: counted, and not estimated.",
    shape=Shape(
        name="ThroughputForecast",
        description="When open tasks will be done, if each week to come finishes as many as some past week did.",
        fields=[
            _field(
                "state", kinds.enumeration(PaceState, name_of(PaceState)), "Whether that can be said.", nullable=False
            ),
            _field("open_tasks", kinds.INT, "Tasks that are to be done.", nullable=False),
            _field("weeks", kinds.INT, "Whole past weeks that it rests on, at most 26.", nullable=False),
            _field("finished_a_week", kinds.DECIMAL, "Tasks finished in a week, on average."),
            *(
                _field(f"p{share}", kinds.DATE, _DONE.format(share), sql=f"{{row}}.p{share}_on")
                for share in (50, 80, 85, 90, 95)
            ),
        ],
    ),
    sql="SELECT x.* FROM jsonb_to_record({row}.throughput) AS x(state text, open_tasks int, weeks int,"
    " finished_a_week numeric, p50_on date, p80_on date, p85_on date, p90_on date, p95_on date)"
    " WHERE x.state IS NOT NULL",
)

OF_VENTURE: Final = One(
    name="forecast",
    description="When all that is unfinished will be reached; empty until that has been worked out.",
    shape=Shape(
        name="VentureForecast",
        description="When the last milestone of a venture will be reached, and what decides that.",
        fields=[
            *_quantiles("its last milestone"),
            *_columns(
                VentureForecast,
                {
                    "milestones": "How many milestones were drawn, of all ventures that hang together.",
                    "connected_ventures": "How many ventures hang together by dependencies, this one included.",
                    **_RUN,
                },
            ),
            _SEED,
            _THROUGHPUT,
            _CRITICAL,
            _DRIVERS,
            _MISSING,
        ],
    ),
    sql="SELECT x.* FROM venture_forecast x WHERE x.tenant_id = {tenant} AND x.venture_id = {row}.id",
)
