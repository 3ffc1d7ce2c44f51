"""All templates of risks and the usual responses, also as the documents from which they are read."""

from __future__ import annotations

import json
from typing import Any, Final

from domain.risks.templates import funding, legal, market, technical
from domain.risks.templates.template import Template, Usual, by_locale, document
from domain.risks.templates.usual import TO_OPPORTUNITIES, TO_THREATS

TEMPLATES: Final[dict[str, Template]] = {
    template.code: template for part in (technical, funding, market, legal) for template in part.TEMPLATES
}
"""Every template by its code, the four categories in the order of the product's description."""


def templates_document() -> str:
    """All templates as one JSON list."""
    rows = [document(template) | {"place": place} for place, template in enumerate(TEMPLATES.values())]
    return json.dumps(rows, ensure_ascii=False)


def usual_responses_document() -> str:
    """All usual responses as one JSON list: `foremost` names the sub-type that each answers before others."""
    rows = [_row("opportunity", None, None, usual) for usual in TO_OPPORTUNITIES]
    for category, responses in TO_THREATS.items():
        rows += [_row("threat", category, foremost, usual) for foremost, usual in responses.items()]
    return json.dumps([row | {"place": place} for place, row in enumerate(rows)], ensure_ascii=False)


def _row(risk_kind: str, category: str | None, foremost: str | None, usual: Usual) -> dict[str, Any]:
    return {
        "risk_kind": risk_kind,
        "category": category,
        "foremost": foremost,
        "kind": str(usual.kind),
        "title": by_locale(usual.title),
    }
