"""Who gave money to the ventures of Aurora Labs, what they owe, and what is about to come. Amounts in euros."""

from __future__ import annotations

from cli.demo.aurora.funding_research import APPLIED, LAB
from cli.demo.raised import (
    AccountStory,
    AcquisitionStory,
    FundedStory,
    FundingStory,
    GiftStory,
    InvestorStory,
    LoanStory,
    RoundStory,
)
from domain.funding.tables import Instrument, InvestorKind, RoundKind, RoundStatus
from domain.money.pipeline import AcquisitionChannel as Channel
from domain.money.pipeline import AcquisitionStatus as Status
from domain.resources.tables import ResourceKind

_INVESTORS = (
    InvestorStory(
        "North Harbour Ventures",
        InvestorKind.VENTURE_CAPITAL,
        "https://northharbour.example",
        "Seed and Series A in health and industry; decides within six weeks.",
    ),
    InvestorStory(
        "Lindgren & Partners",
        InvestorKind.VENTURE_CAPITAL,
        "https://lindgren.example",
        "Leads Series A rounds from three million on.",
    ),
    InvestorStory(
        "Marta Keller", InvestorKind.ANGEL, "https://keller.example", "Sold a maker of cameras for factories in 2021."
    ),
    InvestorStory(
        "Open Language Foundation",
        InvestorKind.GOVERNMENT,
        "https://openlanguage.example",
        "Pays in tranches, each against a milestone.",
    ),
    InvestorStory("City Savings Bank", InvestorKind.BANK, "https://citysavings.example", "Lends against orders."),
    InvestorStory(
        "Helvia Telecom",
        InvestorKind.CORPORATE,
        "https://helvia.example",
        "Customer of Helio and an investor with a seat as observer.",
    ),
)

_DIAGNOSTICS = FundedStory(
    rounds=(
        RoundStory(
            RoundKind.SEED,
            "Seed round",
            begun=-185,
            target=1_800_000,
            planned=-150,
            closed=-148,
            valuation=6_200_000,
            gifts=(
                GiftStory("North Harbour Ventures", 1_500_000, committed=-160, received=-150),
                GiftStory(
                    "Marta Keller", 300_000, -155, -149, instrument=Instrument.SAFE, note="Cap of eight million."
                ),
            ),
        ),
        RoundStory(
            RoundKind.SERIES_A,
            "Series A",
            begun=-20,
            target=5_000_000,
            planned=170,
            status=RoundStatus.PLANNED,
            milestone="file",
            note="Opens once the technical file lies with the notified body.",
        ),
    ),
    accounts=(
        AccountStory("Operating account", "EUR", 1_050_000),
        AccountStory("Dollars for cloud bills", "USD", 108_000, note="Bought when the rate was good."),
        AccountStory("Deposit of the laboratory's lease", "EUR", 40_000, restricted=True),
    ),
    acquisitions=(
        AcquisitionStory(
            ResourceKind.FUNDING,
            Channel.VENTURE_CAPITAL,
            "Seed round led by North Harbour",
            -186,
            {
                -180: (Status.CONTACTED, "Introduced by the hospital's board."),
                -172: (Status.NEGOTIATING, "Term sheet is here."),
                -160: (Status.COMMITTED, "Signed."),
                -148: (Status.RECEIVED, "All of it is in the account."),
            },
            "clara",
            amount=1_800_000,
            expected=-150,
            resource="Seed round",
        ),
        AcquisitionStory(
            ResourceKind.FUNDING,
            Channel.VENTURE_CAPITAL,
            "Series A, led by Lindgren",
            -24,
            {-15: (Status.CONTACTED, "They know the pilot."), -4: (Status.NEGOTIATING, "Second meeting was held.")},
            "clara",
            amount=2_500_000,
            expected=150,
            probability="0.35",
            next=("Send the pilot's first figures", 6),
            milestone="file",
            condition=120,
        ),
        AcquisitionStory(
            ResourceKind.FUNDING,
            Channel.VENTURE_CAPITAL,
            "Series A, North Harbour follows",
            -22,
            {-8: (Status.NEGOTIATING, "They follow if somebody leads.")},
            "clara",
            amount=1_500_000,
            expected=150,
            probability="0.5",
            next=("Ask for the pro-rata letter", 12),
        ),
        AcquisitionStory(
            ResourceKind.TALENT,
            Channel.UNIVERSITY,
            "A doctoral student of medical imaging",
            -6,
            {},
            "grace",
            expected=120,
            next=("Write to the chair", 5),
        ),
        AcquisitionStory(
            ResourceKind.FUNDING,
            Channel.GOVERNMENT_SUBSIDY,
            "Grant for clinical evidence",
            -60,
            {-52: (Status.CONTACTED, "The agency has read the summary."), -12: (Status.LOST, "Only for universities.")},
            "leo",
            amount=400_000,
            expected=90,
        ),
        AcquisitionStory(
            ResourceKind.DATA,
            Channel.PARTNERSHIP,
            "Chest studies of a fourth hospital",
            -30,
            {-21: (Status.CONTACTED, "Head of radiology is for it."), -9: (Status.NEGOTIATING, "Lawyers are at it.")},
            "grace",
            amount=12_000,
            unit="studies",
            expected=40,
            next=("Data protection officers meet", 5),
        ),
        AcquisitionStory(
            ResourceKind.TALENT,
            Channel.RECRUITING,
            "Regulatory affairs manager",
            -18,
            {-6: (Status.NEGOTIATING, "Second interview.")},
            "clara",
            amount=1,
            unit="people",
            expected=35,
        ),
    ),
)

_SERVICE = FundedStory(
    rounds=(
        RoundStory(
            RoundKind.SERIES_A,
            "Series A",
            begun=-170,
            target=6_500_000,
            planned=-120,
            closed=-118,
            valuation=21_000_000,
            gifts=(
                GiftStory("Lindgren & Partners", 5_000_000, -132, -120),
                GiftStory("Helvia Telecom", 1_500_000, -130, -119, note="Observer on the board."),
            ),
        ),
    ),
    loans=(
        LoanStory(
            "Loan for telephone equipment",
            "City Savings Bank",
            240_000,
            "0.048",
            36,
            drawn=-95,
            first=-65,
            note="Paid back in equal payments.",
        ),
    ),
    accounts=(
        AccountStory("Operating account", "EUR", 2_400_000),
        AccountStory("Savings, thirty days' notice", "EUR", 3_000_000),
    ),
    acquisitions=(
        AcquisitionStory(
            ResourceKind.FUNDING,
            Channel.VENTURE_CAPITAL,
            "Series A led by Lindgren",
            -172,
            {
                -150: (Status.NEGOTIATING, "Two offers."),
                -132: (Status.COMMITTED, "Signed."),
                -118: (Status.RECEIVED, "In."),
            },
            "dev",
            amount=6_500_000,
            expected=-120,
            resource="Series A",
        ),
        AcquisitionStory(
            ResourceKind.FUNDING,
            Channel.PARTNERSHIP,
            "Helvia pays for the Polish model",
            -16,
            {-7: (Status.COMMITTED, "Order is signed; paid at the trial's end.")},
            "kira",
            amount=180_000,
            expected=50,
            milestone="trial",
            condition=75,
        ),
        AcquisitionStory(
            ResourceKind.FUNDING,
            Channel.GOVERNMENT_SUBSIDY,
            "Research allowance",
            -40,
            {-33: (Status.CONTACTED, "Form is in."), -10: (Status.NEGOTIATING, "They asked for hours.")},
            "kira",
            amount=260_000,
            expected=110,
            probability="0.6",
            next=("Hand in the hours of the year", 9),
        ),
        AcquisitionStory(
            ResourceKind.TECHNOLOGY,
            Channel.PURCHASE,
            "Licence of a speech model for Polish",
            -25,
            {-14: (Status.COMMITTED, "Ordered for a year.")},
            "yuki",
            amount=1,
            unit="licence",
            cost=45_000,
            expected=20,
        ),
        AcquisitionStory(
            ResourceKind.TALENT,
            Channel.UNIVERSITY,
            "Two working students from the language department",
            -35,
            {-28: (Status.NEGOTIATING, "Talks held."), -13: (Status.RECEIVED, "They began.")},
            "yuki",
            amount=2,
            unit="people",
            expected=-13,
        ),
    ),
)

FUNDING = FundingStory(
    investors=_INVESTORS,
    rates={("EUR", "USD"): "1.08"},
    ventures={"AURDX": _DIAGNOSTICS, "HELIO": _SERVICE, "MERID": LAB, "FJORD": APPLIED},
)
