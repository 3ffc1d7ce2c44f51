"""What a template of a risk is: its words in both languages, its usual responses, and what to watch it by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from domain.risks.tables import ResponseKind, RiskKind

LOCALES: Final = ("en", "zh-CN")

Text = tuple[str, str]
"""The same in English and in Chinese."""

HIGHER, LOWER = "higher_is_worse", "lower_is_worse"


def by_locale(text: Text) -> dict[str, str]:
    """A text by its languages."""
    return dict(zip(LOCALES, text, strict=True))


@dataclass(frozen=True)
class Usual:
    """A usual response with its actions."""

    kind: ResponseKind
    title: Text
    actions: tuple[Text, ...] = ()


@dataclass(frozen=True)
class Gauge:
    """An indicator that goes with a risk; readings are expected every `interval_days`."""

    name: Text
    unit: str
    direction: str
    warning: str
    critical: str
    interval_days: int = 7


@dataclass(frozen=True)
class Template:
    """A risk that ventures of artificial intelligence usually have; `rules` are the codes of rules that watch it."""

    code: str
    category: str
    sub_type: str | None
    title: Text
    cause: Text
    event: Text
    effect: Text
    responses: tuple[Usual, ...]
    indicators: tuple[Gauge, ...] = ()
    rules: tuple[str, ...] = ()
    kind: RiskKind = RiskKind.THREAT


def document(template: Template) -> dict[str, Any]:
    """A template as it is read: every text by its languages."""
    return {
        "code": template.code,
        "kind": str(template.kind),
        "category": template.category,
        "sub_type": template.sub_type,
        **{name: by_locale(getattr(template, name)) for name in ("title", "cause", "event", "effect")},
        "responses": [
            {
                "kind": str(response.kind),
                "title": by_locale(response.title),
                "actions": [by_locale(action) for action in response.actions],
            }
            for response in template.responses
        ],
        "indicators": [
            {
                "name": by_locale(gauge.name),
                "unit": gauge.unit,
                "direction": gauge.direction,
                "warning": gauge.warning,
                "critical": gauge.critical,
                "interval_days": gauge.interval_days,
            }
            for gauge in template.indicators
        ],
        "rules": list(template.rules),
    }
