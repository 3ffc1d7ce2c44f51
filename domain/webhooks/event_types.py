"""Every type of event that a tenant can be told of, and the patterns by which endpoints subscribe."""

from __future__ import annotations

from functools import cache
from typing import Final

from domain.kernel.tables import entities

_VERBS: Final = {
    "created": "{what} was created.",
    "updated": "{what} was changed.",
    "archived": "{what} was archived.",
    "restored": "{what} was taken out of the archive.",
}

_OF_THEIR_OWN: Final = {
    "risk.alert.fired": "A rule found what it watches for, and the finding held.",
    "risk.alert.acknowledged": "A member has taken an alert.",
    "risk.alert.escalated": "An alert became more severe, or nobody took it in time.",
    "risk.alert.resolved": "What an alert was about is gone.",
    "risk.alert.reminder": "An alert is still open.",
    "risk.alert.flapping": "An alert comes and goes so often that single changes are withheld.",
    "risk.acceptance.expiring": "An acceptance of a risk ends soon.",
    "risk.assessed": "A risk was assessed.",
    "risk.assessment_suggested": "Finished actions suggest a new assessment of a risk.",
    "rule.evaluation.failing": "A rule cannot be evaluated.",
    "milestone.criterion_recorded": "A finding about a criterion of a milestone was recorded.",
    "milestone.review.ready": "The report of a review is ready.",
    "milestone.review.voted": "A member voted in a review.",
    "milestone.review.decided": "A review was decided.",
    "indicator.readings_recorded": "Readings of an indicator were recorded.",
    "tenant.quota.reached": "A limit of the tenant's plan is reached.",
    "webhook.endpoint.disabled": "An endpoint was disabled after nothing but failure.",
    "webhook.test": "A test, asked for by a person; sent only to the endpoint that is its subject.",
}


@cache
def event_types() -> dict[str, str]:
    """Each type with a sentence, in the order of the alphabet. Whole once `domain.commands` is imported."""
    generic = {
        f"{entity.word}.{verb}": sentence.format(what=_a(entity.word.replace("_", " ")))
        for entity in entities()
        for verb, sentence in _VERBS.items()
    }
    return dict(sorted((generic | _OF_THEIR_OWN).items()))


def _a(noun: str) -> str:
    return f"{'An' if noun[0] in 'aeiou' else 'A'} {noun}"


def is_pattern(text: str) -> bool:
    """Whether a text is a type, a prefix of types that ends in `.*`, or `*`."""
    if text == "*" or text in event_types():
        return True
    return text.endswith(".*") and any(known.startswith(text[:-1]) for known in event_types())


def matches(pattern: str, event_type: str) -> bool:
    """Whether a pattern of an endpoint takes in a type."""
    return pattern in ("*", event_type) or (pattern.endswith(".*") and event_type.startswith(pattern[:-1]))
