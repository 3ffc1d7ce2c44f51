"""Markets: how large they are, what users lack and say, how users are won, and who pays."""

from __future__ import annotations

from typing import Final

from domain.market.research_tables import Need, NeedMention, Research, UserFeedback
from domain.market.tables import CustomerRevenue, MarketSize, Promotion
from domain.tenancy.permissions import Action
from graph import kinds
from graph.deriving import can, column_field, columns, entity, through, to_many, to_one, worked_out
from graph.entities.market_figures import FIGURES
from graph.language import Member

_CURRENCY: Final = "Currency of the amounts, by ISO 4217."
_EDITED: Final = can(edit=Action.MARKET_WRITE, archive=Action.MARKET_WRITE)
_MENTIONED: Final = (
    "need_mention x JOIN research y ON y.tenant_id = {tenant} AND y.id = x.research_id AND y.archived_at IS NULL"
    " WHERE x.tenant_id = {tenant} AND x.need_id = {row}.id AND x.archived_at IS NULL"
)
_MENTIONS: Final = f"(SELECT COALESCE(sum(x.mentions), 0) FROM {_MENTIONED})"
_TOLD: Final = (
    "(SELECT count(*) FROM user_feedback x"
    " WHERE x.tenant_id = {tenant} AND x.need_id = {row}.id AND x.archived_at IS NULL)"
)

MARKET_SIZE = entity(
    MarketSize,
    [
        columns(
            MarketSize,
            {
                "year": "The year.",
                "currency": _CURRENCY,
                "source": "Who says so, and from what it was worked out.",
                "note": "What was assumed.",
            },
            codes=("currency",),
        ),
        [
            column_field(MarketSize, name, text, kind=kinds.AMOUNT)
            for name, text in {
                "tam": "All that could be sold in the year: the total addressable market.",
                "sam": "What of it the product can serve.",
                "som": "What of that can be won.",
            }.items()
        ],
        column_field(MarketSize, "source_url", "Where the source can be read.", kind=kinds.ADDRESS),
        to_one(MarketSize, "venture_id", "venture", "The venture."),
        _EDITED,
    ],
    order=("-year",),
)

RESEARCH = entity(
    Research,
    [
        columns(
            Research,
            {
                "kind": "How it was done.",
                "title": "What it was about.",
                "held_on": "On which day it was done, or ended.",
                "participants": "How many users it reached.",
                "summary": "What was learnt.",
            },
        ),
        column_field(Research, "source_url", "Where its notes are.", kind=kinds.ADDRESS),
        to_one(Research, "venture_id", "venture", "The venture."),
        to_one(Research, "member_id", "member", "The member who led it."),
        to_many("mentions", "need_mention", "research_id", "How many spoke of which need."),
        through("needs", "need", "need_mention", "research_id", "need_id", "The needs that came up.", "-severity"),
        _EDITED,
    ],
    plural="research_studies",
    order=("-held_on",),
)

NEED = entity(
    Need,
    [
        columns(
            Need,
            {
                "title": "What users lack.",
                "description": "More about it.",
                "user_group": "Which users lack it.",
                "severity": "How much it hurts: from 1, a nuisance, to 5, which keeps users from buying.",
                "state": "Where it stands.",
            },
        ),
        worked_out("mention_count", "How many participants of studies spoke of it.", kinds.BIG, _MENTIONS),
        worked_out(
            "research_count",
            "In how many studies it came up.",
            kinds.BIG,
            f"(SELECT count(*) FROM {_MENTIONED})",
        ),
        worked_out(
            "asked_count",
            "How many participants the studies had in which it came up.",
            kinds.BIG,
            f"(SELECT COALESCE(sum(y.participants), 0) FROM {_MENTIONED})",
        ),
        worked_out("feedback_count", "How often users spoke of it unasked.", kinds.BIG, _TOLD),
        worked_out(
            "importance",
            "Severity times all who spoke of it, asked or unasked: what to answer first.",
            kinds.BIG,
            f"{{row}}.severity * ({_MENTIONS} + {_TOLD})",
        ),
        to_one(Need, "venture_id", "venture", "The venture."),
        to_many("mentions", "need_mention", "need_id", "How many spoke of it in which study."),
        through("research", "research", "need_mention", "need_id", "research_id", "The studies.", "-held_on"),
        to_many("feedback", "user_feedback", "need_id", "What users said of it unasked.", "-received_on"),
        _EDITED,
    ],
    order=("-severity",),
)

NEED_MENTION = entity(
    NeedMention,
    [
        columns(
            NeedMention,
            {"mentions": "How many participants spoke of it.", "quote": "How one of them put it."},
        ),
        to_one(NeedMention, "venture_id", "venture", "The venture."),
        to_one(NeedMention, "need_id", "need", "The need."),
        to_one(NeedMention, "research_id", "research", "The study."),
        _EDITED,
    ],
)

PROMOTION = entity(
    Promotion,
    [
        columns(
            Promotion,
            {
                "kind": "In which way users are to be won.",
                "title": "What is done.",
                "description": "More about it.",
                "channel": "Where it takes place.",
                "start_on": "First day.",
                "end_on": "Last day.",
                "currency": _CURRENCY,
                "leads": "How many showed interest.",
                "conversions": "How many of those became customers.",
            },
            codes=("channel", "currency"),
        ),
        [
            column_field(Promotion, name, text, kind=kinds.AMOUNT)
            for name, text in {
                "budget": "What it may cost.",
                "cost": "What it has cost.",
                "revenue": "What it has brought in.",
            }.items()
        ],
        worked_out(
            "cost_per_lead",
            "Cost / leads, to the hundredth; empty where it is not defined.",
            kinds.AMOUNT,
            "round({row}.cost / NULLIF({row}.leads, 0), 2)",
            nullable=True,
        ),
        worked_out(
            "cost_per_conversion",
            "Cost / conversions, to the hundredth; empty where it is not defined.",
            kinds.AMOUNT,
            "round({row}.cost / NULLIF({row}.conversions, 0), 2)",
            nullable=True,
        ),
        worked_out(
            "conversion_rate",
            "Conversions / leads: 0.05 is one in twenty; empty where it is not defined.",
            kinds.DECIMAL,
            "round({row}.conversions::numeric / NULLIF({row}.leads, 0), 6)",
            nullable=True,
        ),
        worked_out(
            "return_on_cost",
            "Revenue / cost: 2 brought in twice what it cost; empty where it is not defined.",
            kinds.DECIMAL,
            "round({row}.revenue / NULLIF({row}.cost, 0), 6)",
            nullable=True,
        ),
        to_one(Promotion, "venture_id", "venture", "The venture."),
        _EDITED,
    ],
    order=("-start_on",),
)

USER_FEEDBACK = entity(
    UserFeedback,
    [
        columns(
            UserFeedback,
            {
                "source": "Where it comes from.",
                "text": "What was said.",
                "received_on": "The day on which it came.",
                "severity": "How much it hurts: from 1, a nuisance, to 5, which keeps users from using it.",
                "settled_at": "When it became a task, a risk or a need.",
            },
        ),
        to_one(UserFeedback, "venture_id", "venture", "The venture."),
        to_one(UserFeedback, "member_id", "member", "The member who wrote it down."),
        to_one(UserFeedback, "task_id", "task", "The task that it has become."),
        to_one(UserFeedback, "risk_id", "risk", "The risk that it has become."),
        to_one(UserFeedback, "need_id", "need", "The need that it tells of."),
        _EDITED,
    ],
    plural="user_feedback_items",
    order=("-received_on",),
)

CUSTOMER_REVENUE = entity(
    CustomerRevenue,
    [
        columns(
            CustomerRevenue,
            {
                "customer": "The customer.",
                "month": "The first day of the month.",
                "currency": _CURRENCY,
                "recurring": "Whether it comes again each month; empty: nobody has said so.",
            },
            codes=("customer", "currency"),
        ),
        column_field(CustomerRevenue, "amount", "How much.", kind=kinds.AMOUNT),
        to_one(CustomerRevenue, "venture_id", "venture", "The venture."),
        _EDITED,
    ],
    order=("-month",),
)

OF_VENTURE: Final[tuple[Member, ...]] = (
    to_many("market_sizes", "market_size", "venture_id", "How large its market is, the last year first.", "-year"),
    to_many("research", "research", "venture_id", "What users were asked, the latest first.", "-held_on"),
    to_many("needs", "need", "venture_id", "What users lack, the gravest first.", "-severity"),
    to_many("promotions", "promotion", "venture_id", "What is done to win users, the latest first.", "-start_on"),
    to_many("user_feedback", "user_feedback", "venture_id", "What users said, the latest first.", "-received_on"),
    to_many("customer_revenues", "customer_revenue", "venture_id", "What customers pay, the latest first.", "-month"),
    *FIGURES,
)
"""What a venture shows of its market."""

ENTITIES = (MARKET_SIZE, RESEARCH, NEED, NEED_MENTION, PROMOTION, USER_FEEDBACK, CUSTOMER_REVENUE)
