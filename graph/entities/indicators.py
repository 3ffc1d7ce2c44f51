"""Indicators and their readings."""

from __future__ import annotations

from typing import Final

from domain.indicators.tables import Indicator, IndicatorPull, IndicatorStatus, IndicatorTrend, Reading
from domain.tenancy.permissions import Action
from graph import kinds
from graph.deriving import beside, can, column_field, columns, entity, scope_through, to_many, to_one
from graph.language import Beside, Field, One, Shape

STATUS: Final = Beside(IndicatorStatus, on="{there}.indicator_id = {row}.id")
PULL: Final = Beside(IndicatorPull, on="{there}.indicator_id = {row}.id")

TREND: Final = Shape(
    name="IndicatorTrend",
    description="Where the last 20 readings go: Theil–Sen slope, Mann–Kendall test.",
    fields=[
        column_field(IndicatorTrend, name, text)
        for name, text in {
            "readings": "How many readings it was worked out from; with fewer than 8 there is no trend.",
            "slope_per_day": "Median slope, in units a day.",
            "slope_low": "Lower end of the slope's 95 % interval.",
            "slope_high": "Upper end of the slope's 95 % interval.",
            "p_value": "Chance of such a series without any trend; a trend counts below 0.05.",
            "direction": "Where it goes, if the trend counts.",
            "crosses_critical_on": "Day on which it would cross the critical threshold, if within 180 days.",
            "crosses_critical_earliest": "That day at the steeper end of the slope's interval.",
            "crosses_critical_latest": "That day at the flatter end; empty where that end never crosses.",
            "computed_at": "When it was worked out.",
        }.items()
    ],
)

INDICATOR = entity(
    Indicator,
    [
        columns(
            Indicator,
            {
                "name": "What is measured.",
                "description": "How it is measured.",
                "unit": "Unit of the values.",
                "direction": "Which way it gets worse.",
                "warning": "From this value on it is a warning.",
                "critical": "From this value on it is critical.",
                "warning_clear": "Beyond this value the warning ends; empty: the threshold itself.",
                "critical_clear": "Beyond this value critical ends; empty: the threshold itself.",
                "interval_days": "Days between two readings.",
                "source_url": "Whence readings are pulled once an interval; empty: they are only pushed.",
                "source_pointer": "Where the value stands in the source's answer, as JSON Pointer.",
            },
        ),
        beside(
            STATUS,
            {
                "state": "What the readings say against the thresholds.",
                "state_since": "The time of the reading with which the present state began.",
                "latest_at": "When it was measured last.",
                "latest_value": "The last value.",
            },
        ),
        beside(PULL, {"pulled_at": "When the source was asked last.", "error": "Why it gave no reading then."}),
        Field(
            name="is_stale",
            description="Whether it has not been measured for two intervals.",
            kind=kinds.BOOL,
            sql="coalesce({indicator_status}.latest_at, {row}.created_at)"
            " + make_interval(days => 2 * {row}.interval_days) < {now}",
            nullable=False,
            sorted=False,
        ),
        One(
            name="trend",
            description="Where its readings go; empty until it has been worked out.",
            shape=TREND,
            sql="SELECT x.* FROM indicator_trend x WHERE x.tenant_id = {tenant} AND x.indicator_id = {row}.id",
        ),
        to_one(Indicator, "venture_id", "venture", "The venture that it tells of."),
        to_one(Indicator, "risk_id", "risk", "The risk that it tells of; empty: the venture as a whole."),
        to_one(
            Indicator,
            "data_source_id",
            "data_source",
            "The data whose drift it tells: its readings are their population stability index.",
        ),
        to_one(Indicator, "owner_id", "member", "The member who sees that it is measured."),
        to_many("readings", "reading", "indicator_id", "Its readings, the newest first.", "-at"),
        to_many("criteria", "criterion", "indicator_id", "The criteria that follow it."),
        to_many("alerts", "alert", "subject_id", "Alerts about it, the newest first.", "-since"),
        can(edit=Action.RISK_WRITE, archive=Action.RISK_WRITE, record=Action.RISK_WRITE),
    ],
    beside=(STATUS, PULL),
    order=("name",),
)

READING = entity(
    Reading,
    [
        columns(
            Reading,
            {
                "at": "When it was measured.",
                "value": "The value, in the indicator's unit.",
                "recorded_at": "When it was recorded.",
            },
        ),
        to_one(Reading, "indicator_id", "indicator", "The indicator."),
        to_one(Reading, "recorded_by", "member", "The member who recorded it; empty: a program."),
    ],
    scope=scope_through("indicator_id", "indicator"),
    order=("-at",),
    dated="recorded_at",
)

ENTITIES = (INDICATOR, READING)
