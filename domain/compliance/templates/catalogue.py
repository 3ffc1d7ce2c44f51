"""All regimes and templates of obligations, also as the documents from which they are read."""

from __future__ import annotations

import json
from typing import Final

from domain.compliance.templates.ai import AI_ACT, GENERATIVE_AI_CN
from domain.compliance.templates.data import GDPR, PIPL
from domain.compliance.templates.society import SOCIETY
from domain.compliance.templates.template import Duty, Regime, duty_document, regime_document

REGIMES: Final[dict[str, Regime]] = {one.code: one for one in (GDPR, PIPL, AI_ACT, GENERATIVE_AI_CN, SOCIETY)}
"""Every regime by its code."""

DUTIES: Final[dict[str, tuple[Regime, Duty]]] = {
    duty.code: (regime, duty) for regime in REGIMES.values() for duty in regime.duties
}
"""Every template of an obligation by its code, with its regime."""


def regimes_document() -> str:
    """All regimes as one JSON list."""
    rows = [regime_document(regime) | {"place": place} for place, regime in enumerate(REGIMES.values())]
    return json.dumps(rows, ensure_ascii=False)


def duties_document() -> str:
    """All templates of obligations as one JSON list."""
    rows = [duty_document(*one) | {"place": place} for place, one in enumerate(DUTIES.values())]
    return json.dumps(rows, ensure_ascii=False)
