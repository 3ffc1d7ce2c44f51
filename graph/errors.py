"""Why a read is refused before a statement is sent."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass
class BadInput(Exception):
    """An argument that cannot be used: `message` says what is wrong and what would be right."""

    message: str
    at: tuple[str, ...] = ()
    "Of which argument it tells, and of which comparator of a filter."

    def __str__(self) -> str:
        """The sentence for people."""
        return self.message


@dataclass
class TooSlow(Exception):
    """The statement took longer than it may and was ended."""

    message: str = "the query took too long and was ended; ask for less"


@dataclass
class TooMuch(Exception):
    """A document that asks for too much at once: `message` names the limit."""

    message: str

    def __str__(self) -> str:
        """The sentence for people."""
        return self.message
