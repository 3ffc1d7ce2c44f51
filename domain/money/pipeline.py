"""The pipeline by which resources are acquired: its states, its channels, and how likely what is in it comes.

Source of the states and channels: product.md D5. The usual probabilities are a proposal of our own; one that somebody
has given to an acquisition is better.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Final


class AcquisitionStatus(StrEnum):
    """Where an acquisition stands."""

    IDENTIFIED = "identified"
    CONTACTED = "contacted"
    NEGOTIATING = "negotiating"
    COMMITTED = "committed"
    RECEIVED = "received"
    LOST = "lost"


class AcquisitionChannel(StrEnum):
    """By which way something is acquired."""

    ANGEL = "angel"
    VENTURE_CAPITAL = "venture_capital"
    GOVERNMENT_SUBSIDY = "government_subsidy"
    BANK_LOAN = "bank_loan"
    PUBLIC_SET = "public_set"
    PARTNERSHIP = "partnership"
    SELF_COLLECTED = "self_collected"
    OPEN_SOURCE = "open_source"
    JOINT_RESEARCH = "joint_research"
    PURCHASE = "purchase"
    RECRUITING = "recruiting"
    UNIVERSITY = "university"
    TRAINING = "training"
    OTHER = "other"


CHANNELS: Final[Mapping[str, tuple[AcquisitionChannel, ...]]] = {
    "funding": (
        AcquisitionChannel.ANGEL,
        AcquisitionChannel.VENTURE_CAPITAL,
        AcquisitionChannel.GOVERNMENT_SUBSIDY,
        AcquisitionChannel.BANK_LOAN,
        AcquisitionChannel.PARTNERSHIP,
        AcquisitionChannel.OTHER,
    ),
    "data": (
        AcquisitionChannel.PUBLIC_SET,
        AcquisitionChannel.PARTNERSHIP,
        AcquisitionChannel.SELF_COLLECTED,
        AcquisitionChannel.PURCHASE,
        AcquisitionChannel.OTHER,
    ),
    "technology": (
        AcquisitionChannel.OPEN_SOURCE,
        AcquisitionChannel.JOINT_RESEARCH,
        AcquisitionChannel.PURCHASE,
        AcquisitionChannel.PARTNERSHIP,
        AcquisitionChannel.OTHER,
    ),
    "talent": (
        AcquisitionChannel.RECRUITING,
        AcquisitionChannel.UNIVERSITY,
        AcquisitionChannel.TRAINING,
        AcquisitionChannel.OTHER,
    ),
}
"""By the kind of resource, the ways in which it is acquired."""

USUAL: Final[Mapping[AcquisitionStatus, Decimal]] = {
    AcquisitionStatus.IDENTIFIED: Decimal("0.05"),
    AcquisitionStatus.CONTACTED: Decimal("0.1"),
    AcquisitionStatus.NEGOTIATING: Decimal("0.3"),
    AcquisitionStatus.COMMITTED: Decimal("0.9"),
    AcquisitionStatus.RECEIVED: Decimal(1),
    AcquisitionStatus.LOST: Decimal(0),
}
"""How likely what stands there is to come, where nobody has said so."""

ORDER: Final = tuple(AcquisitionStatus)[:-1]
"""The states on the way, the first first; what is lost leaves it from anywhere but its end."""


def likelihood(status: AcquisitionStatus, own: Decimal | None) -> Decimal:
    """How likely it comes: what is over is certain, else its own probability, else the usual one of its state."""
    over = status in (AcquisitionStatus.RECEIVED, AcquisitionStatus.LOST)
    return USUAL[status] if over or own is None else own


def may_move(former: AcquisitionStatus, to: AcquisitionStatus) -> bool:
    """Whether a state may follow another: only forward, steps may be left out, or lost while it is under way."""
    if former in (AcquisitionStatus.RECEIVED, AcquisitionStatus.LOST):
        return False
    return to is AcquisitionStatus.LOST or ORDER.index(to) > ORDER.index(former)
