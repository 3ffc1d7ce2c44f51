"""What a command can refuse with. REST and GraphQL each turn this family into their own form, in one place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import ClassVar

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong with an input: where (a path into it, snake_case), which rule, and what to change."""

    path: Path
    code: str
    message: str


@dataclass
class DomainError(Exception):
    """Base of all refusals. `message` is for people and says what to change; `problems` point into the input."""

    message: str
    problems: Sequence[Problem] = field(default_factory=tuple)
    code: ClassVar[str] = "INTERNAL"

    def __str__(self) -> str:
        """The sentence for people."""
        return self.message


class NotFound(DomainError):
    """Something named by an id is not there, or not in this tenant: the two are never told apart."""

    code = "NOT_FOUND"

    @classmethod
    def at(cls, *path: str | int, what: str = "object") -> NotFound:
        """The refusal for an id that stands at `path` in the input."""
        message = f"there is no such {what}"
        return cls(message, (Problem(path, cls.code, message),))


class Invalid(DomainError):
    """The input breaks a rule."""

    code = "INVALID"

    @classmethod
    def at(cls, *path: str | int, message: str, code: str = "INVALID") -> Invalid:
        """The refusal for one field."""
        return cls(message, (Problem(path, code, message),))


class Conflict(DomainError):
    """What the caller knew is out of date, or the name is taken, or the state does not allow it."""

    code = "CONFLICT"

    @classmethod
    def at(cls, *path: str | int, message: str) -> Conflict:
        """The refusal for one field."""
        return cls(message, (Problem(path, cls.code, message),))


class InvalidState(Conflict):
    """The object's state does not allow the act."""

    code = "INVALID_STATE"


class Unauthenticated(DomainError):
    """Nobody, or nobody whom the installation knows, is calling."""

    code = "UNAUTHENTICATED"


class CredentialRefused(Unauthenticated):
    """What was sent to say who is calling is not valid, or no longer."""


class Forbidden(DomainError):
    """The caller's role or scopes do not allow the act."""

    code = "FORBIDDEN"


@dataclass
class StepUpRequired(Forbidden):
    """The act is so grave that the person must have proved who they are a moment ago; at `login_url` they do."""

    login_url: str = ""
    code = "STEP_UP_REQUIRED"


@dataclass
class QuotaExceeded(DomainError):
    """A limit of the tenant's plan is reached: so much of `metric` is used of `limit`."""

    code = "QUOTA_EXCEEDED"
    metric: str = ""
    limit: int = 0
    used: int = 0


class Busy(DomainError):
    """The same request is being worked on, or the database is overloaded: try again after `retry_after` seconds."""

    code = "BUSY"
    retry_after: int = 1


class InProgress(Busy):
    """The first request with the same idempotency key is still being worked on."""


class IdempotencyMismatch(DomainError):
    """The idempotency key was used before with another request."""

    code = "IDEMPOTENCY_MISMATCH"
