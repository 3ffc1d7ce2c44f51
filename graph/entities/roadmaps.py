"""Roadmaps with their versions, and baselines."""

from __future__ import annotations

from domain.roadmaps.tables import Baseline, BaselineMilestone, Roadmap, RoadmapVersion
from domain.tenancy.permissions import Action
from graph import kinds
from graph.deriving import can, columns, entity, scope_through, to_many, to_one, worked_out
from graph.language import Field, ToOne


def _moved(name: str, what: str, column: str) -> Field:
    """How far a day of a milestone lies after that of the baseline."""
    own = "x.tenant_id = {tenant} AND x.id = {row}.milestone_id"
    then = "x.valid_from <= {then} AND (x.valid_to IS NULL OR x.valid_to > {then})"
    return worked_out(
        name,
        f"How many days {what} has moved since: later is above 0.",
        kinds.INT,
        f"(SELECT x.{column} FROM milestone x WHERE {own}) - {{row}}.{column}",
        nullable=True,
        past=f"(SELECT x.{column} FROM milestone_history x WHERE {own} AND {then}) - {{row}}.{column}",
    )


BASELINE = entity(
    Baseline,
    [
        columns(
            Baseline,
            {
                "number": "Counts the baselines of its venture.",
                "name": "What it is called.",
                "reason": "Why it was taken.",
                "current": "Whether plans are held to it.",
                "taken_at": "When it was taken.",
            },
        ),
        to_one(Baseline, "venture_id", "venture", "The venture whose milestones it holds."),
        to_one(Baseline, "taken_by", "member", "The member who took it."),
        to_many(
            "milestones", "baseline_milestone", "baseline_id", "The milestones with their dates of then.", "due_on"
        ),
        can(edit=Action.MILESTONE_WRITE, archive=Action.MILESTONE_WRITE, set_current=Action.MILESTONE_WRITE),
    ],
    order=("-number",),
)

BASELINE_MILESTONE = entity(
    BaselineMilestone,
    [
        columns(
            BaselineMilestone,
            {
                "start_on": "First day as planned then.",
                "due_on": "Due day as planned then.",
                "budget": "Budget as planned then, in the tenant's currency.",
            },
        ),
        _moved("start_moved_days", "its first day", "start_on"),
        _moved("due_moved_days", "its due day", "due_on"),
        to_one(BaselineMilestone, "baseline_id", "baseline", "The baseline."),
        to_one(BaselineMilestone, "milestone_id", "milestone", "The milestone as it is now.", nullable=True),
    ],
    scope=scope_through("baseline_id", "baseline"),
    order=("due_on",),
)

ROADMAP = entity(
    Roadmap,
    [
        columns(
            Roadmap,
            {
                "vision": "What the world looks like when it is there.",
                "market_demand": "Who needs it, and how that is known.",
                "core_functions": "What the product cannot be without: titles and notes.",
                "extension_functions": "What comes on top: titles and notes.",
                "version_number": "The number of its newest version.",
            },
        ),
        to_one(Roadmap, "venture_id", "venture", "The venture."),
        ToOne(
            name="newest_version",
            description="Its newest version.",
            to="roadmap_version",
            on="{there}.roadmap_id = {row}.id AND {there}.number = {row}.version_number",
        ),
        to_many("versions", "roadmap_version", "roadmap_id", "All its versions, the newest first.", "-number"),
        can(edit=Action.MILESTONE_WRITE, archive=Action.MILESTONE_WRITE),
    ],
)

ROADMAP_VERSION = entity(
    RoadmapVersion,
    [
        columns(
            RoadmapVersion,
            {
                "number": "Counts the versions of its roadmap.",
                "reason": "Why it was planned so.",
                "content": "What was planned: vision, demand, functions, and the phases and milestones of then.",
                "made_at": "When it was planned.",
            },
        ),
        to_one(RoadmapVersion, "venture_id", "venture", "The venture."),
        to_one(RoadmapVersion, "roadmap_id", "roadmap", "The roadmap."),
        to_one(RoadmapVersion, "made_by", "member", "The member who planned it."),
    ],
    order=("-number",),
    dated="made_at",
)

ENTITIES = (BASELINE, BASELINE_MILESTONE, ROADMAP, ROADMAP_VERSION)
