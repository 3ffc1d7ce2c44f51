"""The market of Helio Service: suppliers whose customers ask the same every day."""

from __future__ import annotations

from typing import Final

from cli.demo.market import MarketStory, NeedStory, PromotionStory, SaidStory, SizeStory, StudyStory
from domain.market.research_tables import NeedState, ResearchKind
from domain.market.tables import PromotionKind

MARKET: Final = MarketStory(
    by="dev",
    sizes=(
        SizeStory(-2, "2400", "540", "6", "Customer service software in Europe", "https://reports.example.org/service"),
        SizeStory(
            -1, "2760", "640", "11", "Customer service software in Europe", "https://reports.example.org/service"
        ),
        SizeStory(0, "3100", "750", "18", "Customer service software in Europe", "https://reports.example.org/service"),
        SizeStory(
            1,
            "3500",
            "880",
            "29",
            "The same report, forecast",
            "https://reports.example.org/service",
            "Suppliers of energy and water with more than 50,000 customers.",
        ),
    ),
    studies=(
        StudyStory(
            "firms",
            ResearchKind.INTERVIEW,
            "Interviews with heads of customer service",
            -158,
            31,
            "dev",
            "Twenty-two answer the same fifty questions all day, and lose people over it.",
        ),
        StudyStory(
            "agents",
            ResearchKind.SURVEY,
            "Survey among people who answer",
            -96,
            212,
            "ines",
            "Typing up a call takes longer than the call.",
        ),
        StudyStory(
            "trial",
            ResearchKind.USABILITY_TEST,
            "Handing over to a person, with 18 callers",
            -28,
            18,
            "ines",
            "Callers accept a machine that says so, and that hands over within a minute.",
        ),
    ),
    needs=(
        NeedStory(
            "A summary of the call that nobody has to type",
            4,
            "People who answer",
            "After each call two minutes of typing, which nobody reads.",
            {"agents": (171, "I type while the next one waits."), "firms": (14, None)},
        ),
        NeedStory(
            "To reach a person at once when it is serious",
            5,
            "Callers",
            "A broken pipe is no case for a menu.",
            {"trial": (15, "Do not let me argue with it."), "firms": (19, None)},
            NeedState.ADDRESSED,
        ),
        NeedStory(
            "Answers in the words of the tariff",
            3,
            "Callers",
            "Tariffs change monthly; old answers are wrong.",
            {"firms": (17, None), "trial": (6, None)},
        ),
    ),
    promotions=(
        PromotionStory(
            PromotionKind.CHANNEL,
            "Listing in the ticket system's market place",
            "With a free month.",
            "Market place",
            -90,
            60,
            "9",
            "6.4",
            "38",
            129,
            9,
        ),
        PromotionStory(
            PromotionKind.TARGETED,
            "Letters to heads of service of utilities",
            "With their own numbers.",
            "Mail",
            -75,
            -40,
            "6",
            "5.1",
            "46",
            48,
            6,
        ),
        PromotionStory(
            PromotionKind.USER_FEEDBACK,
            "Circle of pilot customers",
            "Every six weeks, an afternoon.",
            "Own office",
            -70,
            90,
            "3",
            "1.9",
            "22",
            9,
            3,
        ),
        PromotionStory(
            PromotionKind.EVENT,
            "Contact centre fair in Chicago",
            "To hear what is asked there.",
            "Fair",
            -52,
            -50,
            "14",
            "15.3",
            None,
            61,
            0,
            "USD",
        ),
    ),
    said=(
        SaidStory(
            "Corvo Water",
            "It does not understand callers from the coast.",
            -100,
            "dev",
            4,
            risk="Speech recognition fails on dialects",
        ),
        SaidStory(
            "Delft Energie",
            "Eight seconds until the answer comes; callers hang up.",
            -27,
            "yuki",
            4,
            task="Cut the answer time",
        ),
        SaidStory(
            "Stadtwerke Arden",
            "Our people want the summary in the ticket, not beside it.",
            -21,
            "ines",
            4,
            need="A summary of the call that nobody has to type",
        ),
        SaidStory(
            "Review in the market place", "Set up in a day, but the test calls cost us an evening.", -9, "jonas", 2
        ),
    ),
    paid={
        "Stadtwerke Arden": ("8", "14", "20", "32", "44"),
        "Corvo Water": ("6", "11", "18", "28", "41"),
        "Delft Energie": ("6", "10", "17", "27", "38"),
        "Elba Gas": ("0", "10", "14", "24", "36"),
        "Gent Telecom": ("0", "0", "11", "19", "31"),
    },
)
