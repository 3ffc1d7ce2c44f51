"""The market of Meridian Lab: those who must know what a model was trained on."""

from __future__ import annotations

from typing import Final

from cli.demo.market import MarketStory, NeedStory, PromotionStory, SaidStory, SizeStory, StudyStory
from domain.market.research_tables import ResearchKind
from domain.market.tables import PromotionKind

MARKET: Final = MarketStory(
    by="elif",
    sizes=(
        SizeStory(
            -1, "5200", "210", "0", "Language models in public administration", "https://reports.example.org/models"
        ),
        SizeStory(
            0, "7400", "300", "3", "Language models in public administration", "https://reports.example.org/models"
        ),
        SizeStory(
            1, "10300", "430", "12", "The same report, forecast", None, "Tenders that ask for open training data."
        ),
    ),
    studies=(
        StudyStory(
            "ministries",
            ResearchKind.INTERVIEW,
            "Interviews with ministries and broadcasters",
            -180,
            12,
            "elif",
            "They must be able to say what a model was trained on; few suppliers can.",
        ),
        StudyStory(
            "makers",
            ResearchKind.SURVEY,
            "Survey among those who use the open models",
            -44,
            340,
            "kira",
            "Small languages first; and a licence that a lawyer reads in ten minutes.",
        ),
    ),
    needs=(
        NeedStory(
            "To look at the training data",
            5,
            "Ministries",
            "A procurement rule from next year on.",
            {"ministries": (10, "If I cannot look, I cannot sign."), "makers": (96, None)},
        ),
        NeedStory(
            "Small languages in the same quality",
            3,
            "Broadcasters",
            "Frisian, Basque, Maltese.",
            {"makers": (188, None), "ministries": (5, None)},
        ),
    ),
    promotions=(
        PromotionStory(
            PromotionKind.BRAND,
            "Open weights with a report",
            "What was trained on what, and what it cost.",
            "Own pages",
            -60,
            -60,
            "5",
            "4.4",
            None,
            410,
            12,
        ),
        PromotionStory(
            PromotionKind.PARTNER,
            "Broadcasters' shared subtitles",
            "Three broadcasters, five languages.",
            "Broadcasters",
            -50,
            80,
            "20",
            "7.5",
            None,
            5,
            3,
        ),
    ),
    said=(
        SaidStory(
            "Publisher, by letter",
            "Take our archive out of your corpus, or pay for it.",
            -115,
            "elif",
            5,
            risk="Publishers object to the news archive",
        ),
        SaidStory(
            "Ministry of culture",
            "We need the list of sources as a table.",
            -8,
            "elif",
            4,
            need="To look at the training data",
        ),
        SaidStory(
            "Forum of the open models",
            "I have found questions of a test in the sample of the corpus.",
            -1,
            "omar",
            4,
            task="Search the corpus for test questions",
        ),
        SaidStory("Forum of the open models", "The Basque tokens are cut in the middle of words.", -1, "kira", 3),
    ),
    paid={},
)
