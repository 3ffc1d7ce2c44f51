"""The enumerations of acquisitions, rounds, investments and loans: their names and what each value means."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from domain.funding.tables import Instrument, InvestorKind, RoundKind, RoundStatus
from domain.money.amortisation import LoanMethod
from domain.money.pipeline import AcquisitionChannel, AcquisitionStatus

NAMES: Final[Mapping[type[StrEnum], str]] = {
    RoundKind: "FundingRoundKind",
    RoundStatus: "FundingRoundStatus",
    Instrument: "InvestmentInstrument",
}

MEANINGS: Final[Mapping[type[StrEnum], Mapping[str, str]]] = {
    InvestorKind: {
        "angel": "A private person.",
        "venture_capital": "A fund.",
        "corporate": "A company.",
        "government": "The state.",
        "bank": "A bank.",
        "other": "Somebody else.",
    },
    RoundKind: {
        "angel": "The first money, of private persons.",
        "pre_seed": "Before the seed round.",
        "seed": "To find a product.",
        "series_a": "To find a market.",
        "series_b": "To grow.",
        "series_c": "To grow further.",
        "later": "Later than that.",
        "bridge": "To last until the next round.",
        "grant": "Nothing is owed for it.",
        "debt": "It is paid back.",
    },
    RoundStatus: {
        "planned": "It is still to be opened.",
        "open": "Money is being raised.",
        "closed": "No more is taken.",
        "cancelled": "It does not take place.",
    },
    Instrument: {
        "equity": "Shares.",
        "safe": "An agreement for future shares.",
        "convertible_note": "A loan that becomes shares.",
        "grant": "Nothing is owed for it.",
        "loan": "It is paid back: its money comes and goes by a `Loan`.",
        "other": "Another contract.",
    },
    LoanMethod: {
        "annuity": "In equal payments.",
        "linear": "In equal parts of the principal, and interest of the rest.",
        "bullet": "All at the end; interest alone before.",
    },
    AcquisitionStatus: {
        "identified": "Somebody has thought of it.",
        "contacted": "They know of it.",
        "negotiating": "It is talked about.",
        "committed": "It is promised.",
        "received": "It is there.",
        "lost": "It does not come.",
    },
    AcquisitionChannel: {
        "angel": "A private person who invests.",
        "venture_capital": "A fund that invests.",
        "government_subsidy": "The state gives it.",
        "bank_loan": "A bank lends it.",
        "public_set": "A public data set.",
        "partnership": "A partner shares it.",
        "self_collected": "Collected by the venture itself.",
        "open_source": "Open source.",
        "joint_research": "Researched together with others.",
        "purchase": "Bought from others.",
        "recruiting": "People are hired.",
        "university": "Cooperation with a university.",
        "training": "People of the venture learn it.",
        "other": "Another way.",
    },
}
