"""Risks of the applied-research company."""

from __future__ import annotations

from cli.demo.story import Answer, Deed, Judged, RiskStory, inherent, target
from domain.risks.tables import ResponseKind, RiskStatus

RISKS = (
    RiskStory(
        "Light in the factory changes with the seasons",
        ("technical", "model_performance"),
        cause="Windows above line 3.",
        event="False alarms triple in the afternoon.",
        effect="The inspector switches the box off.",
        opened=-85,
        owner="noor",
        judged=(
            inherent(-85, "0.60", (20, 45, 90)),
            Judged(-85, "0.52", (20, 45, 90)),
            Judged(-44, "0.40", (15, 35, 70)),
            Judged(-9, "0.24", (15, 32, 65), "Hood over the camera; 1.6 % false alarms at four o'clock."),
            target(-85, "0.15", (10, 20, 45)),
        ),
        answers=(
            Answer(
                ResponseKind.MITIGATE,
                "A hood, and a calibration at each start of a shift",
                "noor",
                -80,
                (Deed("Build the hood", "piet", -40, -36, "2800.00"), Deed("Calibration in the software", "piet", -11)),
            ),
        ),
        threatens=("trial",),
    ),
    RiskStory(
        "Forty good parts are not enough for castings",
        ("technical", "data_quality"),
        cause="Castings differ more than milled parts.",
        event="Recall on castings stays below 95 %.",
        effect="A third of the market is closed to us.",
        opened=-72,
        owner="noor",
        judged=(
            inherent(-72, "0.50", (40, 85, 150)),
            Judged(-72, "0.42", (30, 70, 130)),
            Judged(-11, "0.28", (30, 70, 130), "96.8 % with 120 parts."),
            target(-72, "0.20", (20, 40, 90)),
        ),
        answers=(
            Answer(
                ResponseKind.MITIGATE,
                "Grow the set during the first week on a line",
                "noor",
                -66,
                (Deed("Method written up and tried", "noor", -35, -31), Deed("In the product", "piet", 24)),
            ),
        ),
        threatens=("orders",),
    ),
    RiskStory(
        "The trial does not reach its 50,000 parts in time",
        ("market", "demand_changes"),
        cause="Line 3 stood still for two weeks.",
        event="The factory ends the trial without a decision.",
        effect="No reference for the network's other factories.",
        opened=-31,
        owner="finn",
        judged=(
            inherent(-31, "0.55", (50, 100, 200)),
            Judged(-31, "0.52", (50, 95, 180), delay=(8, 15, 30)),
            Judged(-2, "0.35", (40, 95, 170), "41,600 parts; line 3 runs on Saturdays."),
            target(-31, "0.20", (30, 60, 110)),
        ),
        answers=(
            Answer(
                ResponseKind.MITIGATE,
                "A second line, and Saturdays",
                "finn",
                -29,
                (Deed("Agree with the plant manager", "finn", -22, -21), Deed("Box on line 5", "piet", -4)),
            ),
        ),
        threatens=("trial", "orders"),
        expected=10,
    ),
    RiskStory(
        "Loan is called when no order comes in a quarter",
        ("funding", "broken_cash_chain"),
        cause="A covenant of the innovation loan.",
        event="A quarter ends without an order.",
        effect="400,000 are due within 60 days.",
        opened=-58,
        owner="finn",
        judged=(
            inherent(-58, "0.45", (150, 280, 400)),
            Judged(-58, "0.38", (120, 240, 400)),
            Judged(-3, "0.31", (120, 230, 400), "One order is promised by word of mouth."),
            target(-58, "0.10", (100, 200, 400)),
        ),
        answers=(
            Answer(
                ResponseKind.TRANSFER,
                "Ask the bank for two quarters",
                "finn",
                -50,
                (Deed("Meeting with the bank", "finn", -15, -12), Deed("Changed covenant signed", "finn", 21)),
            ),
        ),
        threatens=("orders",),
        expected=75,
    ),
    RiskStory(
        "Angels do not follow into the next round",
        ("funding", "hard_to_raise"),
        cause="Two of three have invested elsewhere.",
        event="The round stays a third below its aim.",
        effect="Sales stay one person.",
        opened=-40,
        owner="finn",
        judged=(
            inherent(-40, "0.45", (40, 90, 180)),
            Judged(-40, "0.40", (30, 70, 140)),
            Judged(-13, "0.28", (30, 65, 130)),
        ),
        answers=(
            Answer(
                ResponseKind.MITIGATE,
                "Talk with machine makers' funds",
                "finn",
                -35,
                (Deed("Six meetings", "finn", 30),),
            ),
        ),
    ),
    RiskStory(
        "Camera makers give the software away",
        ("market", "competition"),
        cause="Cameras are sold with inspection software.",
        event="Factories take what comes with the camera.",
        effect="Price falls by half.",
        opened=-120,
        owner="tess",
        judged=(
            inherent(-120, "0.40", (60, 120, 240)),
            Judged(-120, "0.35", (50, 110, 220)),
            Judged(-60, "0.28", (50, 100, 200)),
            Judged(-14, "0.22", (50, 100, 200), "Theirs needs 500 defective samples."),
            target(-120, "0.15", (30, 60, 120)),
        ),
        answers=(
            Answer(
                ResponseKind.MITIGATE,
                "Show the forty parts at the fair",
                "tess",
                -110,
                (
                    Deed("Stand at the fair", "tess", -45, -45, "14500.00"),
                    Deed("Film of a set-up in one hour", "tess", 16),
                ),
            ),
        ),
    ),
    RiskStory(
        "The university claims the method",
        ("legal", "intellectual_property"),
        cause="The method began as a thesis.",
        event="The university asks for a share.",
        effect="Investors wait until it is settled.",
        opened=-140,
        owner="finn",
        judged=(
            inherent(-140, "0.40", (60, 130, 260)),
            Judged(-140, "0.35", (60, 120, 240)),
            Judged(-82, "0.06", (20, 40, 80), "Licence signed: 1 % of revenue."),
        ),
        answers=(
            Answer(
                ResponseKind.TRANSFER,
                "Licence with a royalty",
                "finn",
                -130,
                (Deed("Terms", "finn", -100, -98), Deed("Signature", "finn", -84, -83, "5200.00")),
            ),
        ),
        ended=(-80, RiskStatus.CLOSED),
    ),
    RiskStory(
        "Machine safety rules reach the box",
        ("legal", "compliance"),
        cause="The box may stop the line, so it may count as a safety part.",
        event="An inspector of works asks for a certificate.",
        effect="Each installation needs an assessment.",
        opened=-47,
        owner="piet",
        judged=(
            inherent(-47, "0.30", (30, 60, 120)),
            Judged(-47, "0.25", (30, 55, 100)),
            Judged(-17, "0.18", (30, 50, 90), "The stop goes through the line's own controller."),
        ),
        answers=(
            Answer(
                ResponseKind.AVOID,
                "Only advise; the line's controller stops",
                "piet",
                -40,
                (Deed("Change the wiring plan", "piet", -25, -24), Deed("Letter of the assessor", "piet", 12)),
            ),
        ),
        threatens=("orders",),
    ),
)
