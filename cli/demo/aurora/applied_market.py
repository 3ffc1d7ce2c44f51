"""The market of Fjord Inspect: plants that make good parts by the thousand."""

from __future__ import annotations

from typing import Final

from cli.demo.market import MarketStory, NeedStory, PromotionStory, SaidStory, SizeStory, StudyStory
from domain.market.research_tables import ResearchKind
from domain.market.tables import PromotionKind

MARKET: Final = MarketStory(
    by="finn",
    sizes=(
        SizeStory(-2, "690", "120", "1", "Machine vision in European plants", "https://reports.example.org/vision"),
        SizeStory(-1, "745", "131", "2", "Machine vision in European plants", "https://reports.example.org/vision"),
        SizeStory(
            0,
            "800",
            "142",
            "4",
            "Machine vision in European plants",
            "https://reports.example.org/vision",
            "Lines that make more than a thousand parts a day.",
        ),
    ),
    studies=(
        StudyStory(
            "plants",
            ResearchKind.INTERVIEW,
            "Interviews in twelve plants",
            -154,
            12,
            "finn",
            "Good parts by the thousand, and hardly any bad ones to learn from.",
        ),
        StudyStory(
            "shift",
            ResearchKind.USABILITY_TEST,
            "A night shift beside the box",
            -101,
            6,
            "tess",
            "Whoever stands at the line wants one lamp and one picture.",
        ),
        StudyStory(
            "stops",
            ResearchKind.DATA_ANALYSIS,
            "Stops of the line in eight weeks",
            -15,
            1460,
            "noor",
            "Two of three stops were false alarms of the old cameras.",
        ),
    ),
    needs=(
        NeedStory(
            "No stop without a reason",
            5,
            "Line leaders",
            "A false alarm costs 400 parts.",
            {"plants": (11, "Stop my line once for nothing, and you are out."), "shift": (6, None)},
        ),
        NeedStory(
            "To teach a new part in an hour",
            4,
            "Setters",
            "Parts change weekly.",
            {"plants": (9, None), "shift": (4, "Forty parts, and I go to lunch.")},
        ),
    ),
    promotions=(
        PromotionStory(
            PromotionKind.EVENT,
            "Machine fair in Hanover",
            "The box, running, with parts of visitors.",
            "Fair, hall 17",
            -66,
            -62,
            "8",
            "9.1",
            "12",
            38,
            1,
        ),
        PromotionStory(
            PromotionKind.CHANNEL,
            "Dealers of cameras",
            "A margin for each box.",
            "Dealers",
            -30,
            90,
            "3",
            "0.8",
            None,
            3,
            0,
        ),
    ),
    said=(
        SaidStory(
            "Gearbox plant, line leader",
            "It stopped twice when the low sun came in.",
            -85,
            "tess",
            5,
            risk="Light in the factory changes with the seasons",
        ),
        SaidStory(
            "Gearbox plant, line leader",
            "It stopped for a shadow of the crane.",
            -19,
            "tess",
            5,
            need="No stop without a reason",
        ),
        SaidStory(
            "Welder in Kalmar",
            "My seams shine; your pictures are all of dull ones.",
            -17,
            "noor",
            3,
            task="Photograph 300 seams under three lights",
        ),
        SaidStory("Dealer in Jaca", "Please a price list in one page.", -6, "tess", 2),
    ),
    paid={"Tandrup Gearboxes": ("0", "5", "8", "14", "21"), "Faro Bearings": ("0", "0", "2", "6", "9")},
)
