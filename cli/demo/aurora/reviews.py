"""The reviews of Aurora's ventures: two decided each, the second with conditions, one of which is overdue."""

from __future__ import annotations

from typing import Final

from cli.demo.story import Promise, ReviewStory
from domain.reviews.states import Decision, Vote

_AGENDA: Final = (
    "1. Criteria and their values\n2. Risks that have moved\n3. Money and people for the next step\n4. Decision"
)

LAB: Final = (
    ReviewStory(
        "corpus", -128, "ada", {"ada": Vote.GO, "omar": Vote.GO, "jonas": Vote.GO}, Decision.GO,
        "The corpus is larger than planned, and every document has its licence.", _AGENDA,
        "Omar showed the filters on a sample of 2,000 documents. Jonas confirmed the storage for two more copies.",
    ),
    ReviewStory(
        "small", -95, "ada", {"ada": Vote.CONDITIONAL_GO, "elif": Vote.GO, "grace": Vote.CONDITIONAL_GO},
        Decision.CONDITIONAL_GO,
        "The law holds for the small model. The large run begins, but not without a second copy of each checkpoint.",
        _AGENDA,
        "Grace asked what happens when the cluster fails in week nine. Nobody could say how long a restart takes.",
        (
            Promise("Checkpoints are kept at a second site", "jonas", -60, met=-64),
            Promise("A restart from a checkpoint was tried on the whole cluster", "jonas", -17),
        ),
    ),
)  # fmt: skip

APPLIED: Final = (
    ReviewStory(
        "method", -86, "ada", {"ada": Vote.GO, "finn": Vote.GO, "noor": Vote.GO}, Decision.GO,
        "Recall is above target on parts that the method had never seen.", _AGENDA,
        "Noor showed the parts that were missed. All of them are of one supplier.",
    ),
    ReviewStory(
        "box", -49, "ada", {"ada": Vote.CONDITIONAL_GO, "finn": Vote.GO, "piet": Vote.ABSTAIN},
        Decision.CONDITIONAL_GO,
        "The box is fast enough and works without the network. Dust was not tried.", _AGENDA,
        "Tess reported that both customers grind next to the line. Piet abstained, since he built the box.",
        (
            Promise("The price of one box is agreed with the supplier", "tess", -30, met=-33),
            Promise("Two boxes have run for a month next to grinding", "piet", -9),
        ),
    ),
)  # fmt: skip

SERVICE: Final = (
    ReviewStory(
        "prototype", -109, "ada", {"ada": Vote.GO, "dev": Vote.GO, "yuki": Vote.GO}, Decision.GO,
        "Both measures are met, and agents send almost half of the answers unchanged.", _AGENDA,
        "Yuki played ten calls. Dev named the three intents that are still mixed up.",
    ),
    ReviewStory(
        "extension", -46, "ada", {"ada": Vote.CONDITIONAL_GO, "dev": Vote.GO, "yuki": Vote.GO},
        Decision.CONDITIONAL_GO,
        "All languages are above their limits. The contract for the weakest one ends before the trial does.", _AGENDA,
        "Ada asked who owns the recordings of the partner. The answer is not in the contract.",
        (
            Promise("Recordings may be kept after the partnership", "hugo", -25, met=-27),
            Promise("A second source of recordings in the weakest language is signed", "hugo", -6),
        ),
    ),
)  # fmt: skip

DIAGNOSTICS: Final = (
    ReviewStory(
        "data", -120, "ada", {"ada": Vote.GO, "clara": Vote.GO, "hugo": Vote.GO}, Decision.GO,
        "Enough studies, well labelled, and consent is on record for each.", _AGENDA,
        "Hugo showed where readers disagree. Leo asked for the consent forms of the third hospital, and has them.",
    ),
    ReviewStory(
        "model", -57, "ada", {"ada": Vote.CONDITIONAL_GO, "clara": Vote.CONDITIONAL_GO, "grace": Vote.GO},
        Decision.CONDITIONAL_GO,
        "The model is good enough for a pilot with readers beside it. Women under 40 are too few in the test set.",
        _AGENDA,
        "Grace explained the sub-groups. Clara will not tell hospitals more than what was measured.",
        (
            Promise("The pilot's protocol is approved by the ethics committee", "leo", -40, met=-43),
            Promise("600 more studies of women under 40 are tested", "grace", -12),
        ),
    ),
)  # fmt: skip
