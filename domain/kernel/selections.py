"""What the receiver of an event has chosen to be told of its subject.

The domain knows no schema and reads nothing for others: who can, is handed in with the runtime (`Runtime.selections`).
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol
from uuid import UUID

from domain.kernel.principal import Principal


class Failure(StrEnum):
    """Why an event was sent without the selection; told with a sentence as `selection_error`."""

    INVALID = "INVALID"
    "The document does not fit the schema any more."
    FORBIDDEN = "FORBIDDEN"
    "The endpoint's role may not read what it asks for."
    NOT_FOUND = "NOT_FOUND"
    "The event's subject is gone, or is in no venture of the endpoint's."
    MISMATCH = "MISMATCH"
    "The id of this event's subject does not fit where the document puts it."
    TIMEOUT = "TIMEOUT"
    "It took too long."
    TOO_LARGE = "TOO_LARGE"
    "Its answer is too large."
    INTERNAL = "INTERNAL"
    "It failed on our side."

    @property
    def of_the_document(self) -> bool:
        """Whether no event will get an answer until the document, or what it is held to, is changed."""
        return self in (Failure.INVALID, Failure.FORBIDDEN)


@dataclass(frozen=True)
class Subject:
    """What an event is about, by its word (`risk`), and the venture that it belongs to, where it does."""

    type: str
    id: UUID
    venture_id: UUID | None = None


@dataclass(frozen=True)
class Selection:
    """The answer to a payload document as JSON; without one, why there is none."""

    json: bytes | None
    failure: Failure | None = None
    message: str = ""

    @classmethod
    def failed(cls, failure: Failure, message: str) -> Selection:
        """No answer."""
        return cls(None, failure, message)


Reading = Callable[[int], AbstractAsyncContextManager[Any]]
"""Lends the driver's connection for one statement of at most so many milliseconds, as `Work.reading` does."""


class Selections(Protocol):
    """Checks payload documents and answers them."""

    def price(self, document: str, reader: Principal) -> int:
        """What the document costs for each event. Raises `Invalid` at `document` for one that the reader may not run.

        The problems say where in the document they are, and which limit it breaks.
        """
        ...

    async def read(
        self, document: str, reader: Principal, subject: Subject, reading: Reading | None = None
    ) -> Selection:
        """The document's answer for one event, read as the reader: in a transaction of its own, or in one that is lent.

        Raises `Busy` where the database does not answer.
        """
        ...
