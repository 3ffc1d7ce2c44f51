"""What the enumerations of fields, positions and markets are called in the schema, and what their values mean."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from domain.fields.tables import Factor, FieldDecision, FieldPattern
from domain.market.research_tables import NeedState, ResearchKind
from domain.market.tables import PromotionKind
from domain.positioning.tables import CheckKind, PositioningKind

NAMES: Final[Mapping[type[StrEnum], str]] = {Factor: "FieldFactor", CheckKind: "PositioningCheckKind"}

MEANINGS: Final[Mapping[type[StrEnum], Mapping[str, str]]] = {
    Factor: {
        "market_trend": "Whether the market grows.",
        "technical_maturity": "Whether the technique is ready for it.",
        "competition": "How much room competitors leave; 5: much.",
        "data_resources": "Whether the data can be had.",
        "user_need": "How much users want it.",
        "policy_and_regulation": "Whether rules and policy help or hinder; 5: help.",
    },
    FieldPattern: {
        "diversify": "One technique in several fields, so that none decides alone.",
        "niche": "A small segment that others leave open.",
        "trend": "Where a technique has just become possible.",
    },
    FieldDecision: {
        "undecided": "Nothing is decided yet.",
        "chosen": "The venture works in it.",
        "rejected": "The venture does not work in it.",
    },
    PositioningKind: {
        "product": "The product: by function, performance and price.",
        "market": "The venture in its market: by industry, user group and competitive strategy.",
    },
    CheckKind: {
        "clarity": "Whether those it is for understand it.",
        "differentiation": "Whether it is different from what others say and offer.",
        "feasibility": "Whether the venture can keep it.",
    },
    ResearchKind: {
        "interview": "Users were asked in person.",
        "survey": "Users filled in questions.",
        "usability_test": "Users were watched at work with the product.",
        "data_analysis": "What users have done was read from data; nobody was asked.",
    },
    NeedState: {
        "open": "Users still lack it.",
        "addressed": "The product has it, or will have it.",
        "dropped": "It will not be answered.",
    },
    PromotionKind: {
        "brand": "Making the name known.",
        "channel": "Selling through channels: shops, platforms, dealers.",
        "targeted": "Reaching the very people who may buy.",
        "partner": "Together with a partner.",
        "user_feedback": "Winning users by listening to those who are there.",
        "event": "Fairs, congresses, meetings.",
    },
}
