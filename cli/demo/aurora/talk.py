"""What people said in the ventures of Aurora Labs."""

from __future__ import annotations

from cli.demo.speech import Heard, Remark
from domain.reviews.states import FeedbackKind

DIAGNOSTICS_REMARKS = (
    Remark(
        -12,
        "Hospital data licence is not renewed",
        "clara",
        "Boris, the hospital's counsel wants our retention schedule before they sign. Can you send it by Friday?",
        to=("boris",),
    ),
    Remark(-9, "Hospital data licence is not renewed", "boris", "Sent, with the two clauses that changed."),
    Remark(
        -6,
        "Model loses accuracy on scanners it has not seen",
        "yuki",
        "The third site's scanner is the oldest so far; its images are in the next evaluation.",
    ),
)
DIAGNOSTICS_HEARD = (
    Heard(-15, "clara", FeedbackKind.PROBLEM, "Radiologists want the second finding without a click.", "Pilot clinic"),
    Heard(-5, "clara", FeedbackKind.PRAISE, "The worklist order saved the night shift an hour.", "Pilot clinic"),
)
SERVICE_REMARKS = (
    Remark(
        -8,
        "The model makes up terms of a contract",
        "dev",
        "Answers about contracts now quote the clause. Two of forty still add a term; both are in the test set.",
    ),
)
SERVICE_HEARD = (
    Heard(-10, "dev", FeedbackKind.IDEA, "Show the source of an answer to the agent before it is sent.", "Help desk"),
    Heard(-4, "dev", FeedbackKind.QUESTION, "Can the assistant hand over to a person in the middle of a call?"),
)
LAB_REMARKS = (
    Remark(
        -7,
        "The cluster's allocation ends before the run",
        "elif",
        "The centre has confirmed 40,000 hours more, but only for nights. Jonas, does the run fit into nights?",
        to=("jonas",),
    ),
)
LAB_HEARD = (
    Heard(-11, "elif", FeedbackKind.PROBLEM, "The report of the last run does not name its data.", "Reviewer"),
)
APPLIED_REMARKS = (
    Remark(-6, "Forty good parts are not enough for castings", "finn", "Eighty parts of the foundry come on Monday."),
)
APPLIED_HEARD = (Heard(-9, "finn", FeedbackKind.IDEA, "Mark the defect on the part with the projector.", "Foundry"),)
