"""The payload documents of endpoints: what each costs, and what it would show of an event."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Final
from uuid import UUID

from pydantic import Field

from domain.kernel.inputs import QueryText
from domain.kernel.principal import Role
from domain.kernel.selections import Selections
from domain.kernel.work import Work
from domain.webhooks.bodies import reader_of

PayloadDocument = Annotated[
    QueryText, Field(examples=["query ($subject: ID!) { risk(id: $subject) { title score level } }"])
]

DOCUMENT: Final = (
    "A GraphQL query over the event's subject, whose answer travels as data.selection: it may declare $subject: ID!, "
    "and $venture: ID!."
)


def selections_of(work: Work) -> Selections:
    """Who answers payload documents in this process."""
    selections = work.runtime.selections
    if selections is None:
        raise RuntimeError("this process was started without anybody to answer payload documents")
    return selections


def price_of(work: Work, document: str | None, role: Role, venture_ids: Sequence[UUID] | None) -> int | None:
    """What an endpoint's document costs for each event; None without one. Raises `Invalid` at `document`."""
    if document is None:
        return None
    return selections_of(work).price(document, reader_of(work.tenant_id, role, venture_ids))
