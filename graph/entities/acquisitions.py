"""What ventures are about to get, by which channel, and how much of what was begun has come."""

from __future__ import annotations

from typing import Final

from domain.funding.acquisition_tables import Acquisition, AcquisitionStep
from domain.money.pipeline import USUAL, AcquisitionChannel
from domain.resources.tables import ResourceKind
from domain.tenancy.permissions import Action
from graph import kinds
from graph.deriving import can, column_field, columns, entity, to_many, to_one, value, worked_out
from graph.enums import name_of
from graph.language import Rows, Shape

LIKELIHOOD: Final = (
    "(CASE WHEN {row}.status = 'received' THEN 1 WHEN {row}.status = 'lost' THEN 0 ELSE coalesce({row}.probability, "
    + "CASE {row}.status "
    + " ".join(f"WHEN '{status}' THEN {usual}" for status, usual in USUAL.items())
    + " END) END)::numeric(7, 6)"
)

ACQUISITION = entity(
    Acquisition,
    [
        columns(
            Acquisition,
            {
                "kind": "Which of the four kinds of resources it is.",
                "channel": "By which way it is acquired.",
                "title": "What it is, in one line.",
                "note": "What else is known of it.",
                "status": "How far it has come.",
                "status_on": "The day on which it came to its status.",
                "probability": "How likely it comes, from 0 to 1, as somebody has said; empty: nobody has.",
                "unit": "Unit of the amount where it is no funding.",
                "currency": "Currency of its money, by ISO 4217.",
                "expected_on": "The day on which it is expected.",
                "latest_on": "When it comes at the latest, if it comes; empty: on the day on which it is expected.",
                "next_step": "What is to be done next.",
                "next_step_on": "By when.",
                "lost_reason": "Why it was lost.",
                "condition_on": "The day by which its milestone must be reached; empty: the day on which it is "
                "expected.",
            },
            codes=("unit", "currency"),
        ),
        column_field(
            Acquisition,
            "expected_amount",
            "How much of it is expected: money of funding, else a number of `unit`.",
            kind=kinds.AMOUNT,
        ),
        column_field(Acquisition, "cost", "What is paid for it where it is no funding.", kind=kinds.AMOUNT),
        worked_out(
            "likelihood",
            "How likely it comes: its own probability, else what is usual for its status; 1 received, 0 lost.",
            kinds.DECIMAL,
            LIKELIHOOD,
        ),
        worked_out(
            "is_overdue",
            "Whether it is under way, and the day on which it was expected has passed.",
            kinds.BOOL,
            "coalesce({row}.status NOT IN ('received', 'lost') AND {row}.expected_on < {today}, false)",
        ),
        to_one(Acquisition, "venture_id", "venture", "The venture that is to have it."),
        to_one(Acquisition, "milestone_id", "milestone", "The milestone that must be reached before it comes."),
        to_one(Acquisition, "resource_id", "resource", "The resource that it becomes or adds to."),
        to_one(Acquisition, "owner_id", "member", "The member who answers for it."),
        to_many(
            "steps",
            "acquisition_step",
            "acquisition_id",
            "The steps that it took, the first first.",
            "recorded_at",
            "id",
        ),
        can(edit=Action.RESOURCE_WRITE, archive=Action.RESOURCE_WRITE, move=Action.RESOURCE_WRITE),
    ],
    order=("expected_on",),
)

ACQUISITION_STEP = entity(
    AcquisitionStep,
    [
        columns(
            AcquisitionStep,
            {
                "former_status": "From where it came; empty: it was begun.",
                "status": "Where it came to.",
                "moved_on": "The day of it.",
                "note": "What was said or done.",
                "recorded_at": "When it was recorded.",
            },
        ),
        to_one(AcquisitionStep, "venture_id", "venture", "The venture."),
        to_one(AcquisitionStep, "acquisition_id", "acquisition", "The acquisition."),
        to_one(AcquisitionStep, "recorded_by", "member", "The member who recorded it."),
    ],
    dated="recorded_at",
    order=("recorded_at", "id"),
)


_CONVERSION: Final = Shape(
    name="ChannelConversion",
    description="What became of the acquisitions that were begun by one channel.",
    fields=[
        value("kind", "The kind of resources.", kinds.enumeration(ResourceKind, name_of(ResourceKind))),
        value("channel", "The channel.", kinds.enumeration(AcquisitionChannel, name_of(AcquisitionChannel))),
        value("begun", "How many were begun.", kinds.INT),
        value("received", "How many of them were received.", kinds.INT),
        value("lost", "How many of them were lost.", kinds.INT),
        value("under_way", "How many of them are neither.", kinds.INT),
        value("share", "The share of those begun that was received, from 0 to 1.", kinds.DECIMAL),
    ],
)

_SEEN: Final = "({unrestricted} OR x.venture_id = ANY({ventures}))"


def conversion(where: str = _SEEN) -> Rows:
    """How much of what was begun was received, by kind and channel; `where` is a condition on the acquisition `x`."""
    return Rows(
        name="acquisition_conversion",
        description="How many acquisitions were begun by each channel, and what share of them was received.",
        shape=_CONVERSION,
        sql="SELECT x.kind, x.channel, count(*)::int AS begun,"
        " count(*) FILTER (WHERE x.status = 'received')::int AS received,"
        " count(*) FILTER (WHERE x.status = 'lost')::int AS lost,"
        " count(*) FILTER (WHERE x.status NOT IN ('received', 'lost'))::int AS under_way,"
        " round(avg((x.status = 'received')::int), 6) AS share"
        f" FROM acquisition x WHERE x.tenant_id = {{tenant}} AND x.archived_at IS NULL AND {where}"
        " GROUP BY x.kind, x.channel",
        order="{row}.kind, {row}.channel",
    )


OF_VENTURE: Final = (
    to_many("acquisitions", "acquisition", "venture_id", "What it is about to get, the nearest first.", "expected_on"),
    conversion("x.venture_id = {row}.id"),
)
"""What a venture has of it."""

ENTITIES = (ACQUISITION, ACQUISITION_STEP)
