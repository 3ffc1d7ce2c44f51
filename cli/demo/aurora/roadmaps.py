"""The roadmaps of Aurora Labs' ventures."""

from __future__ import annotations

from cli.demo.story import RoadmapStory

LAB = RoadmapStory(
    vision="Everybody in Europe can use a good model in the language they think in, and see how it was made.",
    demand="Ministries, broadcasters and publishers ask for models whose training data they may look at.",
    core={
        "Text in 24 European languages": "None more than ten points behind English.",
        "Open weights": "Under a licence that allows commercial use.",
        "Training report": "Data, runs and cost, so that others can repeat it.",
    },
    extension={"Instruction following": None, "Long documents": "128,000 tokens."},
    anew=-63,
    why="The cluster came later than promised, and two publishers want quotations that can be traced.",
    more={"Quotations with their source": "Asked for by two publishers."},
    baseline="As agreed with the foundation",
    agreed="The foundation pays in steps that follow these dates.",
)

APPLIED = RoadmapStory(
    vision="No part with a hidden defect leaves a European factory.",
    demand="Twelve plants said that they have good parts by the thousand and hardly any bad ones.",
    core={
        "Defects found from good parts alone": "Forty parts are enough to begin.",
        "A box beside the line": "No picture leaves the factory.",
    },
    extension={"Heat map of the defect": "Shows the worker where to look."},
    anew=-34,
    why="The trial's network asked for weld seams before anything else.",
    more={"Weld seams": "A second use, with other cameras.", "Report of the shift": None},
    baseline="Plan for the first orders",
    agreed="The angel investor and the team agreed on it before the first trial.",
)

DIAGNOSTICS = RoadmapStory(
    vision="No finding is missed because the reader was tired.",
    demand="Nine hospitals in three countries lack radiologists at night; four have signed a letter of intent.",
    core={
        "Reads chest scans": "As well as two radiologists who agree.",
        "Shows what it rests on": "The place in the picture, and similar cases.",
        "Stands beside the reader": "Inside the viewer that the hospital has.",
    },
    extension={"Order by urgency": "The worst scans first."},
    anew=-49,
    why="The notified body asks for monitoring after release before it looks at the file.",
    more={"Monitoring after release": "Drift by scanner and by hospital."},
    baseline="As shown to the board",
    agreed="The board released the second tranche on these dates.",
)

SERVICE = RoadmapStory(
    vision="No customer waits for an answer that is already known.",
    demand="Of 31 companies asked, 22 answer the same fifty questions all day, and lose people over it.",
    core={
        "Text classification": "Topics of mails and chats.",
        "Intent recognition": "What the customer wants done.",
        "Answer generation": "From the company's own documents.",
    },
    extension={"Speech recognition": "Telephone quality.", "Several languages": "English, German, Spanish first."},
    anew=-45,
    why="The pilots ask for connectors to their help desks before they roll it out.",
    more={"Connectors for help desks": "Two systems cover most of the pilots."},
    baseline="As agreed with the pilots",
    agreed="Three pilots planned their own people by these dates.",
)
