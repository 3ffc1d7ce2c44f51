"""What Aurora Labs has learned."""

from __future__ import annotations

from cli.demo.lessons import LessonsStory, LessonStory
from domain.lessons.tables import LessonTheme

LESSONS = LessonsStory(
    lessons=(
        LessonStory(
            "AURDX", "clara", -50,
            "Ask for the licence while the hospital still needs you",
            "The licence named research only, and the new data officer read it strictly.",
            "We asked for an addendum in the week in which the hospital wanted its own figures.",
            "Two of three signed within a month; the third still waits.",
            "Put the end of every licence into the register on the day it is signed, and ask three months before.",
            LessonTheme.RISK_CONTROL, "Hospital data licence is not renewed",
        ),
        LessonStory(
            "HELIO", "dev", -40,
            "An answer without a source goes to a person",
            "The assistant promised a notice period that stood in no contract.",
            "Below the threshold it hands over, with all that was said.",
            "Wrong answers fell to a third within four weeks.",
            "Measure wrong answers each week on real questions, before anybody complains.",
            LessonTheme.RISK_CONTROL, "The model makes up terms of a contract",
        ),
        LessonStory(
            "MERID", "elif", -60,
            "Keep an older recipe from which a run can go on",
            "Spikes of the loss grew from week to week in the large run.",
            "The run went on from a checkpoint with the recipe of the small model.",
            "Nine days were lost instead of six weeks.",
            "Keep checkpoints from which a recipe that is known to hold can go on, and try it once before you need it.",
            LessonTheme.TECHNICAL_RESERVE, "The large run diverges late",
        ),
        LessonStory(
            "FJORD", "finn", -30,
            "A loan's covenant belongs in the register",
            "The loan is called when no order comes in a quarter, and nobody had read that page.",
            "The bank agreed to count signed trials.",
            "The covenant holds for two more quarters.",
            "Read every contract for what ends it, and give each such sentence an owner and a date.",
            LessonTheme.SUSTAINABLE_BUSINESS_MODEL, "Loan is called when no order comes in a quarter",
        ),
        LessonStory(
            None, "boris", -20,
            "Ask what a pilot is paid from before it begins",
            "Three pilots of two ventures ended well, and without an order.",
            "We asked the buyers from which budget they would have paid.",
            "Two had none; one pays since.",
            "No pilot without the name of a budget and of whoever signs for it.",
            LessonTheme.SUSTAINABLE_BUSINESS_MODEL, kind=("market", "demand_changes"),
        ),
    ),
    by="ada",
    playbook={
        "title": "Pilot with a large customer",
        "description": "What our four ventures do before and in a paid pilot. Take it from the first meeting on.",
        "risks": [
            {
                "title": "The pilot ends without an order",
                "category": "market",
                "sub_type": "demand_changes",
                "cause": "Nobody has named the budget from which an order would be paid.",
                "event": "The pilot ends well, and nothing follows.",
                "effect": "Four months of work are not paid.",
                "responses": [
                    {"title": "A price for afterwards", "actions": ["Ask for the budget's name", "Write the offer"]}
                ],
            },
            {
                "title": "Data of the customer come late",
                "category": "technical",
                "sub_type": "data_quality",
                "responses": [{"title": "No start before the data are there", "actions": ["Send the list of fields"]}],
            },
        ],
        "milestones": [
            {
                "code": "data_there", "title": "Data of the customer are there",
                "estimate": {"optimistic": 5, "likely": 10, "pessimistic": 30},
                "criteria": [{"title": "All fields of the list are filled"}],
            },
            {
                "code": "pilot_done", "title": "The pilot is done", "key": True, "after": ["data_there"],
                "estimate": {"optimistic": 20, "likely": 30, "pessimistic": 60},
                "criteria": [
                    {
                        "title": "Agreed measure is met", "metric": "agreed measure", "target": "90",
                        "direction": "at_least", "unit": "%",
                    }
                ],
            },
        ],
        "roles": [
            {"title": "Engineer at the customer's", "function": "technical_support", "is_core": True},
            {"title": "Account manager", "function": "business", "milestone": "pilot_done"},
        ],
    },
)  # fmt: skip
