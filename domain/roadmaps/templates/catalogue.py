"""All templates of plans, also as the document from which they are read."""

from __future__ import annotations

import json
from typing import Final

from domain.roadmaps.templates.delivery import AI_DELIVERY_LINE
from domain.roadmaps.templates.product import PRODUCT_ROADMAP
from domain.roadmaps.templates.template import PlanTemplate, document

TEMPLATES: Final[dict[str, PlanTemplate]] = {one.code: one for one in (PRODUCT_ROADMAP, AI_DELIVERY_LINE)}
"""Every template by its code."""


def templates_document() -> str:
    """All templates as one JSON list."""
    rows = [document(template) | {"place": place} for place, template in enumerate(TEMPLATES.values())]
    return json.dumps(rows, ensure_ascii=False)
