"""Recording readings: up to a thousand at once, the same reading twice is one, a late one is put in its place."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Annotated, Any, Final
from uuid import UUID
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from pydantic import Field, TypeAdapter, ValidationError
from sqlmodel import col

from domain.indicators.events import ReadingsRecorded
from domain.indicators.feeding import feed
from domain.indicators.keeping import keep_standing
from domain.indicators.tables import Indicator, IndicatorStatus, Reading
from domain.kernel.commands import Done, command
from domain.kernel.errors import Conflict, Invalid, InvalidState, Problem
from domain.kernel.ids import external_id, uuid7
from domain.kernel.inputs import IdOf, Input, Moment, Quantity
from domain.kernel.metrics import Metric
from domain.kernel.outward import outward
from domain.kernel.tables import Scope
from domain.kernel.work import Work
from domain.series.levels import Sample
from domain.tenancy.permissions import Action
from domain.tenancy.zone import tenant_of

MOST: Final = 1_000
SKEW: Final = timedelta(minutes=5)
"""How far a reading's clock may be ahead of ours."""

READING: sa.Table = Reading.__table__  # type: ignore[attr-defined]  # set by the mapper
IndicatorId = Annotated[UUID, IdOf("indicator")]
_MOMENT: TypeAdapter[datetime] = TypeAdapter(Moment)
_VALUE: TypeAdapter[Decimal] = TypeAdapter(Quantity)


class OneReading(Input):
    """One dated value."""

    at: Moment = Field(description="When it was measured.", examples=["2026-11-20T08:00:00Z"])
    value: Quantity = Field(description="The value, in the indicator's unit.", examples=["0.912"])


class RecordReadings(Input):
    """Readings of one indicator."""

    indicator_id: IndicatorId = Field(description="The indicator.")
    readings: list[OneReading] = Field(description="The readings, in any order.", min_length=1, max_length=MOST)


class ImportReadings(Input):
    """Readings of one indicator as CSV."""

    indicator_id: IndicatorId = Field(description="The indicator.")
    csv: str = Field(
        description="Lines `at,value` below a header that names the two columns, at most 1,000. `at` is an instant, or "
        "a date: its first moment in the tenant's time zone.",
        min_length=1,
        max_length=100_000,
        examples=["at,value\n2026-11-20,0.912\n2026-11-27,0.909\n"],
    )


@command(Action.RISK_WRITE, returns={"indicator": "indicator"})
async def record_readings(work: Work, given: RecordReadings) -> Done:
    """Record up to 1,000 readings. One that is there already, with the same value, is passed over."""
    indicator = await open_indicator(work, given.indicator_id)
    places = [("readings", number) for number in range(len(given.readings))]
    return await record(work, indicator, [Sample(one.at, one.value) for one in given.readings], places)


@command(Action.RISK_WRITE, returns={"indicator": "indicator"})
async def import_readings(work: Work, given: ImportReadings) -> Done:
    """Record the readings of a CSV text: all of them, or none and why, line by line."""
    indicator = await open_indicator(work, given.indicator_id)
    zone = ZoneInfo((await tenant_of(work)).time_zone)
    samples, lines = _read_csv(given.csv, zone)
    return await record(work, indicator, samples, [("csv", line) for line in lines])


async def open_indicator(work: Work, id: UUID) -> Indicator:
    """The locked indicator, to which readings can be added. Raises `NotFound`; `InvalidState` where it is archived."""
    indicator = await work.get(Indicator, id, "indicator_id", lock=True)
    if indicator.archived_at is not None:
        raise InvalidState.at("indicator_id", message="the indicator is archived; restore it first")
    return indicator


def _read_csv(text: str, zone: ZoneInfo) -> tuple[list[Sample], list[int]]:
    rows = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), skipinitialspace=True)
    if sorted(name.strip().lower() for name in rows.fieldnames or ()) != ["at", "value"]:
        raise Invalid.at("csv", 1, message="the first line must name the columns: at,value")
    rows.fieldnames = [name.strip().lower() for name in rows.fieldnames or ()]
    samples: list[Sample] = []
    lines: list[int] = []
    problems: list[Problem] = []
    for row in rows:
        if len(samples) == MOST:
            raise Invalid.at("csv", rows.line_num, message=f"has more than {MOST} readings; send them in parts")
        try:
            value = _VALUE.validate_python((row["value"] or "").strip())
            samples.append(Sample(_read_moment(row["at"] or "", zone), value))
            lines.append(rows.line_num)
        except (ValidationError, ValueError) as error:
            told = error.errors()[0]["msg"] if isinstance(error, ValidationError) else str(error)
            problems.append(Problem(("csv", rows.line_num), Invalid.code, told.removeprefix("Value error, ")))
    if problems:
        raise Invalid(f"{len(problems)} lines cannot be read", tuple(problems[:20]))
    if not samples:
        raise Invalid.at("csv", message="has no readings below its first line")
    return samples, lines


def _read_moment(text: str, zone: ZoneInfo) -> datetime:
    text = text.strip()
    if len(text) == 10:
        try:
            text = datetime.combine(date.fromisoformat(text), time(), zone).isoformat()
        except ValueError:
            raise ValueError("must be a date such as 2026-12-31") from None
    return _MOMENT.validate_python(text)


async def record(
    work: Work, indicator: Indicator, samples: Sequence[Sample], places: Sequence[tuple[str | int, ...]]
) -> Done:
    """Append samples to a locked indicator, and bring what follows from them up to date.

    `places` say where each stands in the input. Raises `Invalid` for one in the future, `Conflict` for one that is
    there with another value.
    """
    fresh = await _new_samples(work, indicator, samples, places)
    if fresh:
        member = work.principal.member_id
        await work.session.execute(
            sa.insert(READING),
            [
                {
                    "tenant_id": work.tenant_id,
                    "id": uuid7(),
                    "indicator_id": indicator.id,
                    "at": at,
                    "value": value,
                    "recorded_at": work.now,
                    "recorded_by": member,
                }
                for at, value in sorted(fresh.items())
            ],
        )
        work.count(Metric.READINGS_PER_DAY, len(fresh))
        status = await keep_standing(work, indicator)
        await feed(work, indicator, status.latest_at, fresh)
        tell_readings(work, indicator, await work.scope_of(indicator), status, fresh)
        await work.mark("trend", [indicator.id])
    return Done({"indicator": indicator.id})


def tell_readings(
    work: Work, indicator: Indicator, scope: Scope, status: IndicatorStatus, moments: Collection[datetime]
) -> None:
    """Tell of readings of these moments that were recorded; `status` is what follows from them."""
    data: ReadingsRecorded = {
        "indicator_id": external_id("indicator", indicator.id),
        "count": len(moments),
        "first_at": outward(min(moments)),
        "last_at": outward(max(moments)),
        "latest": {"at": outward(status.latest_at), "value": outward(status.latest_value)},
        "state": str(status.state),
    }
    work.emit("indicator.readings_recorded", ("indicator", indicator.id), data, scope=scope)
    work.record(
        "indicator.readings_recorded", ("indicator", indicator.id), after=dict(data), venture_id=scope.venture_id
    )


async def _new_samples(
    work: Work, indicator: Indicator, samples: Sequence[Sample], places: Sequence[tuple[str | int, ...]]
) -> Mapping[datetime, Decimal]:
    there = await _there(work, indicator, [sample.at for sample in samples])
    fresh: dict[datetime, Decimal] = {}
    for sample, place in zip(samples, places, strict=True):
        if sample.at > work.now + SKEW:
            raise Invalid.at(*place, "at", message="lies in the future; a reading must have been measured")
        known = there.get(sample.at, fresh.get(sample.at))
        if known is None:
            fresh[sample.at] = sample.value
        elif known != sample.value:
            raise Conflict.at(
                *place, "value", message=f"there is another reading of {outward(sample.at)}: {format(known, 'f')}"
            )
    return fresh


async def _there(work: Work, indicator: Indicator, moments: Sequence[datetime]) -> dict[datetime, Decimal]:
    found = await work.session.execute(
        sa.select(col(Reading.at), col(Reading.value)).where(
            col(Reading.tenant_id) == work.tenant_id,
            col(Reading.indicator_id) == indicator.id,
            col(Reading.at) == sa.any_(sa.literal(list(moments), _MOMENTS)),
        )
    )
    return {row.at: row.value for row in found}


_MOMENTS: Any = sa.ARRAY(sa.DateTime(timezone=True))
