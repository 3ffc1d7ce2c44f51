"""Where Aurora's ventures stand and beside whom, by the key of the venture. All companies are invented."""

from __future__ import annotations

from typing import Final

from cli.demo.positioning import CompetitorStory, MoveStory, StandStory, StatementStory, Verdict
from domain.positioning.tables import CheckKind, PositioningKind

_PRODUCT, _MARKET = PositioningKind.PRODUCT, PositioningKind.MARKET
_CLEAR, _DIFFERENT, _FEASIBLE = CheckKind.CLARITY, CheckKind.DIFFERENTIATION, CheckKind.FEASIBILITY


def _all_pass(by: str, on: int, *notes: str) -> tuple[Verdict, ...]:
    return tuple(Verdict(kind, True, by, on, note) for kind, note in zip(CheckKind, notes, strict=True))


POSITIONS: Final = {
    "AURDX": StandStory("clara", -150, (
        StatementStory(
            _PRODUCT, "The second reader that small hospitals can afford", -150,
            {
                "unique_selling_point": "Points at what a tired eye misses, and never reports alone.",
                "target_users": "Radiologists in hospitals with 100 to 400 beds.",
                "price": "2.40 EUR a study, nothing up front; half of what the approved vendors ask.",
                "channel": "Through the makers of the archive systems that hospitals have already.",
                "marketing": "Talks at three congresses, and the published study with the partner hospitals.",
                "function": "Marks findings in the reader's own viewer, with the reason.",
                "performance": "Sensitivity of 93 % on small nodules; an answer within 40 seconds.",
            },
            (-58, {"performance": "Sensitivity of 93 % on small nodules, by sub-group; an answer within 40 seconds."}),
            (
                Verdict(_CLEAR, False, "grace", -140, "Nobody outside knows what a second reader is."),
                *_all_pass("ada", -56, "The head physicians repeat it in their words.",
                           "Both vendors sell to large hospitals.", "Measured in the pilot's hospitals."),
            ),
        ),
        StatementStory(
            _MARKET, "The specialist for chest studies in Central Europe", -148,
            {
                "industry": "Medical imaging, chest first.",
                "user_group": "Hospitals of middle size without night shifts of their own.",
                "competitive_strategy": "Niche: the segment that approved vendors leave open.",
            },
            None,
            (
                Verdict(_CLEAR, True, "ada", -56),
                Verdict(_DIFFERENT, True, "ada", -56),
                Verdict(_FEASIBLE, False, "leo", -20, "Without approval it stays a promise."),
            ),
        ),
    ), (
        CompetitorStory(
            "RadAssist", "Approved reading of chest and breast studies.", "https://radassist.example.com",
            "Approved in 30 countries; a sales force of its own.", "Needs a server room; large hospitals only.",
            "From 90,000 EUR a year.", {-150: "0.31", -60: "0.34"}, "Survey of the radiologists' society",
            (
                MoveStory("RadAssist buys a maker of archive systems", -75, "The channel that we use.", False,
                          "https://news.example.com/radassist-archive", (-66, "A contract with a second maker.")),
                MoveStory("RadAssist announces a cloud edition for small hospitals", -26,
                          "A price by study, from spring on.", True, "https://news.example.com/radassist-cloud"),
            ),
        ),
        CompetitorStory(
            "ThoraxIQ", "Triage of emergencies.", "https://thoraxiq.example.com",
            "Very fast; loved in emergency rooms.", "No marks in the image, so that nobody can check it.",
            "1.10 EUR a study.", {-150: "0.08", -60: "0.11"}, "Survey of the radiologists' society",
            (MoveStory("ThoraxIQ lowers its price by a fifth", -45, "For contracts of three years.", False, None,
                       (-40, "We leave it be: our users pay for reasons, not for speed.")),),
        ),
    )),
    "HELIO": StandStory("dev", -140, (
        StatementStory(
            _PRODUCT, "Answers that are true to the tariff", -140,
            {
                "unique_selling_point": "Reads the tariff sheets, and says from which line an answer comes.",
                "target_users": "Heads of service at suppliers of energy and water.",
                "price": "0.35 EUR an answer that nobody had to correct.",
                "channel": "Direct, and through two consultancies of the trade.",
                "marketing": "The trade fair in spring; a calculator of waiting times.",
                "function": "Mail and telephone in five languages, with a hand-over in time.",
                "performance": "Half of the answers are sent unchanged; 1.8 seconds to the first word.",
            },
            (-44, {"performance": "62 % of the answers are sent unchanged; 1.2 seconds to the first word."}),
            _all_pass("ada", -43, "In one sentence.", "Nobody else names the line.", "Measured in the trial."),
        ),
        StatementStory(
            _MARKET, "The service desk of utilities", -138,
            {
                "industry": "Energy and water.", "user_group": "Suppliers with 50,000 to 2 million customers.",
                "competitive_strategy": "Differentiation by knowledge of tariffs.",
            },
            None, (Verdict(_CLEAR, True, "yuki", -43), Verdict(_DIFFERENT, True, "yuki", -43)),
        ),
    ), (
        CompetitorStory(
            "Answerly", "A general assistant for service desks.", "https://answerly.example.com",
            "Runs within a day.", "Invents tariffs.", "49 USD a seat and month.",
            {-140: "0.22", -50: "0.27"}, "Count of tenders won",
            (MoveStory("Answerly shows answers with their source", -20, "For all customers at once.", True,
                       "https://news.example.com/answerly-sources",
                       (-12, "We name the line of the tariff, not only the page, and show both side by side.")),),
        ),
        CompetitorStory(
            "Stadtwerk Dialog", "A cooperative of suppliers with a desk of its own.", "https://dialog.example.org",
            "Trusted; knows every tariff.", "People only: nine minutes of waiting.", "At cost.",
            {-140: "0.15", -50: "0.14"}, "Annual report",
        ),
    )),
    "MERID": StandStory("elif", -170, (
        StatementStory(
            _PRODUCT, "An open model that knows your language", -170,
            {
                "unique_selling_point": "Weights, recipe and texts are open, with a licence for each text.",
                "target_users": "Authorities, banks and researchers who run models themselves.",
                "price": "Free; support from 60,000 EUR a year.",
                "channel": "Public repositories, and partners who run it.",
                "marketing": "Papers, and a table of results by language that anybody can repeat.",
                "function": "Generation and embedding in 24 languages.",
                "performance": "Within two points of models three times as large, in the smaller languages.",
            },
            None, _all_pass("ada", -90, "Said by a reporter unasked.", "None publishes the texts.", "The law holds."),
        ),
        StatementStory(
            _MARKET, "The laboratory that publishes how", -168,
            {
                "industry": "Foundation models.", "user_group": "Those who may not send texts abroad.",
                "competitive_strategy": "Niche: languages that large laboratories treat as an afterthought.",
            },
            None, (Verdict(_FEASIBLE, False, "grace", -88, "Depends on the second grant."),),
        ),
    ), (
        CompetitorStory(
            "Tundra Models", "Open weights, closed texts.", "https://tundra.example.com",
            "Money for three more runs.", "Few languages; no licences told.", "Free under 700 million users.",
            {-170: "0.41", -40: "0.45"}, "Downloads, counted monthly",
            (
                MoveStory("Tundra publishes a model for nine smaller languages", -33, "Three of them are ours.", True,
                          "https://news.example.com/tundra-nine",
                          (-27, "We publish the comparison by language, and move Basque and Maltese forward.")),
            ),
        ),
        CompetitorStory(
            "Lingua Commons", "A union of universities.", "https://lingua.example.org",
            "The best texts of small languages.", "No machines.", "Free.", {-170: "0.04", -40: "0.05"},
            "Downloads, counted monthly",
        ),
    )),
    "FJORD": StandStory("finn", -130, (
        StatementStory(
            _PRODUCT, "Inspection that is taught in an afternoon", -130,
            {
                "unique_selling_point": "Needs 200 good parts and not one bad one.",
                "target_users": "Heads of quality in foundries and machine shops.",
                "price": "18,000 EUR a line, a fifth of that each year.",
                "channel": "Integrators of production lines.",
                "marketing": "A van with the box that comes to the factory.",
                "function": "Finds what is unlike the good parts, and shows where.",
                "performance": "98.5 % of defects found at 0.4 % false alarms, 120 parts a minute.",
            },
            None, _all_pass("ada", -45, "Foremen understood it at once.", "Others need bad parts.", "Done in two."),
        ),
        StatementStory(
            _MARKET, "For factories without data people", -128,
            {
                "industry": "Metal parts.", "user_group": "Factories with 50 to 500 people.",
                "competitive_strategy": "Differentiation by ease; price in the middle.",
            },
            (-44, {"competitive_strategy": "Differentiation by ease; price in the middle; integrators first."}),
            _all_pass("piet", -43, "Fine.", "Camera makers sell to large ones.", "Two integrators have signed."),
        ),
    ), (
        CompetitorStory(
            "Optikon", "Cameras with rules.", "https://optikon.example.com", "In every second factory.",
            "A rule for each defect; weeks of setting up.", "From 35,000 EUR a line.",
            {-130: "0.38", -30: "0.36"}, "Association of machine builders",
            (MoveStory("Optikon offers learning as an option", -50, "From bad parts, in the large series.", True,
                       "https://news.example.com/optikon-learning",
                       (-41, "We show both side by side at the fair; ours needs no bad parts.")),),
        ),
    )),
}  # fmt: skip
