"""The market of Aurora Diagnostics: hospitals that read at night."""

from __future__ import annotations

from typing import Final

from cli.demo.market import MarketStory, NeedStory, PromotionStory, SaidStory, SizeStory, StudyStory
from domain.market.research_tables import NeedState, ResearchKind
from domain.market.tables import PromotionKind

MARKET: Final = MarketStory(
    by="clara",
    sizes=(
        SizeStory(
            -2, "1180", "310", "0", "Imaging software in Europe, annual report", "https://reports.example.org/imaging"
        ),
        SizeStory(
            -1, "1330", "352", "4", "Imaging software in Europe, annual report", "https://reports.example.org/imaging"
        ),
        SizeStory(
            0, "1500", "400", "9", "Imaging software in Europe, annual report", "https://reports.example.org/imaging"
        ),
        SizeStory(
            2,
            "1910",
            "520",
            "26",
            "Own estimate: 640 hospitals of middle size, 40,000 a year each",
            note="Four in a hundred hospitals sign within two years of approval.",
        ),
    ),
    studies=(
        StudyStory(
            "heads",
            ResearchKind.INTERVIEW,
            "Interviews with head physicians of radiology",
            -160,
            9,
            "clara",
            "Nights are the trouble: one reader for three houses. Nobody wants a second screen.",
            "https://notes.example.org/heads",
        ),
        StudyStory(
            "readers",
            ResearchKind.USABILITY_TEST,
            "Reading hour with the prototype",
            -70,
            14,
            "grace",
            "Readers trust a mark when they see why it is there; they switch off what interrupts them.",
        ),
        StudyStory(
            "nights",
            ResearchKind.DATA_ANALYSIS,
            "Waiting times of 11,000 night studies",
            -34,
            11000,
            "grace",
            "Half of the night studies wait for more than two hours.",
        ),
    ),
    needs=(
        NeedStory(
            "A second pair of eyes at night",
            5,
            "Radiologists on duty",
            "At night one person reads for three hospitals and has nobody to ask.",
            {"heads": (8, "At four in the morning I ask the coffee machine."), "readers": (11, None)},
        ),
        NeedStory(
            "To see why a spot is marked",
            4,
            "Radiologists",
            "A mark without a reason is one more thing to check.",
            {"readers": (12, "Show me what you compared it with."), "heads": (3, None)},
            NeedState.ADDRESSED,
        ),
        NeedStory(
            "No second screen",
            3,
            "Radiologists",
            "Findings belong into the viewer that is there.",
            {"heads": (7, None), "readers": (5, None)},
        ),
    ),
    promotions=(
        PromotionStory(
            PromotionKind.EVENT,
            "Stand at the radiology congress",
            "Live reading with twenty studies.",
            "Congress, hall 4",
            -120,
            -117,
            "18",
            "19.6",
            "0",
            74,
            4,
        ),
        PromotionStory(
            PromotionKind.PARTNER,
            "Pilot with the clinics' purchasing group",
            "Shared terms for pilots.",
            "Purchasing group",
            -60,
            40,
            "12",
            "5.2",
            None,
            11,
            2,
        ),
        PromotionStory(
            PromotionKind.BRAND,
            "Paper on night reading",
            "Open data, with two university clinics.",
            "Journal",
            -45,
            -45,
            "4",
            "3.8",
            None,
            40,
            None,
        ),
    ),
    said=(
        SaidStory(
            "Purchasing group",
            "Our houses have put the purchase off to the next budget year.",
            -63,
            "clara",
            4,
            risk="Hospitals put off purchases to the next budget year",
        ),
        SaidStory(
            "Nantes, chief of radiology",
            "Please do not open a window of your own; we close it at once.",
            -30,
            "grace",
            3,
            need="No second screen",
        ),
        SaidStory(
            "Third hospital, head of IT",
            "We have waited for the connection since the readers were trained.",
            -14,
            "hugo",
            4,
            task="Connect the third hospital",
        ),
        SaidStory("Bergen, resident", "I like that it says how sure it is.", -2, "grace", 1),
    ),
    paid={},
)
