"""Which events an endpoint is told of: by type, and by venture, category and severity where it asks for that."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from domain.kernel.principal import Role
from domain.risks.monitoring.finding import Severity
from domain.tenancy.permissions import role_allows
from domain.webhooks.event_types import matches, needed_for
from domain.webhooks.events import TESTS


@dataclass(frozen=True, slots=True)
class Told:
    """What of an event decides who is told of it."""

    type: str
    subject_id: UUID
    venture_id: UUID | None = None
    category: str | None = None
    severity: str | None = None
    rule: str | None = None

    @classmethod
    def of(cls, event: Any) -> Told:
        """Of a row of the table `event`."""
        rule = event.data.get("rule") if isinstance(event.data, dict) else None
        return cls(
            event.type,
            event.subject_id,
            event.venture_id,
            event.category,
            event.severity,
            rule if isinstance(rule, str) else None,
        )

    @property
    def categories(self) -> frozenset[str | None]:
        """Its category, and of an alert that of its rule as well: the first word of the rule's code."""
        return frozenset({self.category, self.rule.partition(".")[0] if self.rule else self.category})


@dataclass(frozen=True, slots=True)
class Wish:
    """What an endpoint wants to hear. A filter lets no event through that lacks what it filters by."""

    endpoint_id: UUID
    patterns: tuple[str, ...]
    role: Role
    venture_ids: frozenset[UUID] | None = None
    categories: frozenset[str] | None = None
    min_severity: Severity | None = None
    ordered: bool = False
    "Whether it is told of a subject's events one after the other."

    @classmethod
    def of(cls, endpoint: Any) -> Wish:
        """Of a row of the table `webhook_endpoint`. Raises `ValueError` where it makes no sense."""
        return cls(
            endpoint.id,
            tuple(endpoint.event_types),
            Role(endpoint.role),
            None if endpoint.venture_ids is None else frozenset(endpoint.venture_ids),
            None if endpoint.categories is None else frozenset(endpoint.categories),
            None if endpoint.min_severity is None else Severity(endpoint.min_severity),
            bool(getattr(endpoint, "ordered", False)),  # channels have no strict order
        )

    def takes(self, told: Told) -> bool:
        """Whether the endpoint is told of the event."""
        if told.type in TESTS:
            return told.subject_id == self.endpoint_id
        return (
            any(matches(pattern, told.type) for pattern in self.patterns)
            and role_allows(self.role, needed_for(told.type))
            and (self.venture_ids is None or told.venture_id in self.venture_ids)
            and (self.categories is None or not self.categories.isdisjoint(told.categories))
            and (self.min_severity is None or _rank(told.severity) >= self.min_severity.rank)
        )


def _rank(severity: str | None) -> int:
    return Severity(severity).rank if severity in tuple(Severity) else -1
