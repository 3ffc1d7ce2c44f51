"""What a regime and a template of an obligation are; every text in both languages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from domain.compliance.tables import ObligationKind
from domain.roadmaps.templates.template import Text, by_locale


@dataclass(frozen=True)
class Duty:
    """An obligation that is usual under a regime.

    `within` days after the start it is due; with `months` it recurs. `provision` says where it is written.
    """

    code: str
    title: Text
    description: Text
    provision: Text
    within: int
    months: int | None = None


@dataclass(frozen=True)
class Change:
    """A date on which a regime began, or begins, to ask for something; `duties` are codes that answer it."""

    on: date
    title: Text
    duties: tuple[str, ...]


@dataclass(frozen=True)
class Regime:
    """A law, or what a venture owes without one. `as_of`: the day on which what stands here was looked up."""

    code: str
    name: Text
    jurisdiction: Text
    subject: str
    "data_protection, ai_regulation or social_responsibility."
    description: Text
    url: str | None
    as_of: date
    duties: tuple[Duty, ...]
    changes: tuple[Change, ...] = ()
    kind: ObligationKind = ObligationKind.COMPLIANCE


def regime_document(regime: Regime) -> dict[str, Any]:
    """A regime as it is read."""
    return {
        "code": regime.code,
        "kind": str(regime.kind),
        "subject": regime.subject,
        "name": by_locale(regime.name),
        "jurisdiction": by_locale(regime.jurisdiction),
        "description": by_locale(regime.description),
        "url": regime.url,
        "as_of": regime.as_of.isoformat(),
        "changes": [
            {"on": one.on.isoformat(), "title": by_locale(one.title), "templates": list(one.duties)}
            for one in regime.changes
        ],
    }


def duty_document(regime: Regime, duty: Duty) -> dict[str, Any]:
    """A template of an obligation as it is read."""
    return {
        "code": duty.code,
        "regime": regime.code,
        "kind": str(regime.kind),
        "title": by_locale(duty.title),
        "description": by_locale(duty.description),
        "provision": by_locale(duty.provision),
        "within_days": duty.within,
        "recurrence_months": duty.months,
    }
