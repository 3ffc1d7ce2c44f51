"""Positioning statements and how they were judged; competitors, their shares and moves."""

from __future__ import annotations

from typing import Final

from domain.positioning.tables import (
    CheckKind,
    Competitor,
    CompetitorEvent,
    CompetitorShare,
    Positioning,
    PositioningCheck,
)
from domain.tenancy.permissions import Action
from graph import kinds
from graph.deriving import can, column_field, columns, entity, to_many, to_one, worked_out
from graph.language import ToOne

_PASSED: Final = f"""(SELECT count(*) = {len(CheckKind)} FROM (
  SELECT DISTINCT ON (x.kind) x.passed, x.positioning_version FROM positioning_check x
  WHERE x.tenant_id = {{tenant}} AND x.positioning_id = {{row}}.id%s
  ORDER BY x.kind, x.judged_at DESC, x.id DESC
) z WHERE z.passed AND z.positioning_version = {{row}}.version)"""

_CHECKS: Final = {
    CheckKind.CLARITY: "How its clarity was judged last.",
    CheckKind.DIFFERENTIATION: "How its difference from what others offer was judged last.",
    CheckKind.FEASIBILITY: "How its feasibility was judged last.",
}


def _last(kind: CheckKind) -> ToOne:
    """The latest judgement of one kind."""
    return ToOne(
        name=str(kind),
        description=_CHECKS[kind],
        to="positioning_check",
        on=f"{{there}}.positioning_id = {{row}}.id AND {{there}}.kind = '{kind}'",
        latest="{there}.judged_at DESC, {there}.id DESC",
    )


POSITIONING: Final = entity(
    Positioning,
    [
        columns(
            Positioning,
            {
                "kind": "Whether it is about the product or about the market.",
                "title": "The statement in one line.",
                "unique_selling_point": "What it alone offers.",
                "target_users": "For whom it is.",
                "price": "What it costs them, and beside others.",
                "channel": "By what ways it reaches them.",
                "marketing": "How they hear of it.",
                "function": "Position of a product by function.",
                "performance": "Position of a product by performance.",
                "industry": "Position in the market by industry.",
                "user_group": "Position in the market by group of users.",
                "competitive_strategy": "Position in the market by competitive strategy.",
            },
        ),
        worked_out(
            "passes_checks",
            "Whether the last judgement of each of the three kinds passed, and was of the statement as it stands.",
            kinds.BOOL,
            _PASSED % "",
            past=_PASSED % " AND x.judged_at <= {then}",
        ),
        *(_last(kind) for kind in CheckKind),
        to_one(Positioning, "venture_id", "venture", "The venture."),
        to_many(
            "checks", "positioning_check", "positioning_id", "All judgements, the newest first.", "-judged_at", "-id"
        ),
        can(edit=Action.MARKET_WRITE, archive=Action.MARKET_WRITE, judge=Action.MARKET_WRITE),
    ],
    order=("title",),
)

_STANDING: Final = (
    "EXISTS (SELECT 1 FROM %s x WHERE x.tenant_id = {tenant} AND x.id = {row}.positioning_id"
    " AND x.version = {row}.positioning_version%s)"
)
_HELD: Final = " AND x.valid_from <= {then} AND (x.valid_to IS NULL OR x.valid_to > {then})"

POSITIONING_CHECK: Final = entity(
    PositioningCheck,
    [
        columns(
            PositioningCheck,
            {
                "kind": "In what respect the statement was judged.",
                "passed": "Whether it passed.",
                "note": "Why, or what is missing.",
                "positioning_version": "The version of the statement that was judged.",
                "judged_at": "When it was judged.",
            },
        ),
        worked_out(
            "is_current",
            "Whether the statement still is as it was judged.",
            kinds.BOOL,
            _STANDING % ("positioning", ""),
            past=_STANDING % ("positioning_history", _HELD),
        ),
        to_one(PositioningCheck, "venture_id", "venture", "The venture."),
        to_one(PositioningCheck, "positioning_id", "positioning", "The statement."),
        to_one(PositioningCheck, "judged_by", "member", "The member who judged."),
    ],
    dated="judged_at",
    order=("-judged_at", "-id"),
)

COMPETITOR: Final = entity(
    Competitor,
    [
        columns(
            Competitor,
            {
                "name": "What it is called.",
                "description": "What it offers.",
                "strengths": "What it does well.",
                "weaknesses": "What it does badly.",
                "price": "What it asks for it.",
            },
        ),
        column_field(Competitor, "url", "Its page.", kind=kinds.ADDRESS),
        to_one(Competitor, "venture_id", "venture", "The venture whose users it courts."),
        ToOne(
            name="latest_share",
            description="Its share of the market on the latest day for which one is known.",
            to="competitor_share",
            on="{there}.competitor_id = {row}.id AND {there}.archived_at IS NULL",
            latest="{there}.share_on DESC, {there}.id DESC",
        ),
        to_many("shares", "competitor_share", "competitor_id", "Its shares, the latest first.", "-share_on"),
        to_many("events", "competitor_event", "competitor_id", "Its moves, the latest first.", "-happened_on"),
        can(edit=Action.MARKET_WRITE, archive=Action.MARKET_WRITE),
    ],
    order=("name",),
)

COMPETITOR_SHARE: Final = entity(
    CompetitorShare,
    [
        columns(
            CompetitorShare,
            {
                "share_on": "The day.",
                "share": "Its share of the whole market, 0 to 1.",
                "source": "Who says so.",
            },
        ),
        column_field(CompetitorShare, "source_url", "Where that can be read.", kind=kinds.ADDRESS),
        to_one(CompetitorShare, "venture_id", "venture", "The venture."),
        to_one(CompetitorShare, "competitor_id", "competitor", "The competitor."),
        can(edit=Action.MARKET_WRITE, archive=Action.MARKET_WRITE),
    ],
    order=("-share_on",),
)

COMPETITOR_EVENT: Final = entity(
    CompetitorEvent,
    [
        columns(
            CompetitorEvent,
            {
                "title": "The move in one line.",
                "description": "What is known of it.",
                "happened_on": "When it happened, or was told.",
                "same_function": "Whether it concerns the function by which the venture stands out.",
                "answered_on": "When the venture answered it; empty: not yet.",
                "answer": "What is done about it.",
            },
        ),
        column_field(CompetitorEvent, "source_url", "Where that can be read.", kind=kinds.ADDRESS),
        to_one(CompetitorEvent, "venture_id", "venture", "The venture."),
        to_one(CompetitorEvent, "competitor_id", "competitor", "The competitor that made it."),
        to_many("alerts", "alert", "subject_id", "Alerts about it, the newest first.", "-since"),
        can(edit=Action.MARKET_WRITE, archive=Action.MARKET_WRITE, answer=Action.MARKET_WRITE),
    ],
    order=("-happened_on",),
)

ENTITIES: Final = (
    *(POSITIONING, POSITIONING_CHECK),
    *(COMPETITOR, COMPETITOR_SHARE, COMPETITOR_EVENT),
)

OF_VENTURE: Final = (
    to_many("positionings", "positioning", "venture_id", "Statements of where it and its product stand.", "title"),
    to_many("competitors", "competitor", "venture_id", "Who offers its users something else.", "name"),
    to_many("competitor_events", "competitor_event", "venture_id", "What they did, the latest first.", "-happened_on"),
)
