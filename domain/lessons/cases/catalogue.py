"""All cases and the lessons that they teach, also as the documents from which they are read."""

from __future__ import annotations

import json
from typing import Any, Final

from domain.lessons.cases.applied import APPLIED
from domain.lessons.cases.case import Case, case_document, lesson_document
from domain.lessons.cases.diagnosis import DIAGNOSIS
from domain.lessons.cases.lessons import LESSONS
from domain.lessons.cases.research import RESEARCH
from domain.lessons.cases.service import SERVICE
from domain.roadmaps.templates.template import by_locale

CASES: Final[dict[str, Case]] = {case.code: case for case in (RESEARCH, APPLIED, SERVICE, DIAGNOSIS)}
"""Every case by its code, in the order of the product's description."""


def cases_document() -> str:
    """All cases as one JSON list."""
    return _listed([case_document(case) for case in CASES.values()])


def lessons_document() -> str:
    """All lessons of the cases as one JSON list."""
    return _listed([lesson_document(lesson) for lesson in LESSONS])


def answers_document() -> str:
    """How each risk of each case was answered, as one JSON list."""
    return _listed(
        [
            {
                "playbook": case.code,
                "playbook_title": by_locale(case.title),
                "category": risk.category,
                "sub_type": risk.sub_type,
                "risk": by_locale(risk.title),
                "responses": [by_locale(usual.title) for usual in risk.responses],
                "answer": by_locale(case.answers[risk.code]),
            }
            for case in CASES.values()
            for risk in case.risks
        ]
    )


def _listed(rows: list[dict[str, Any]]) -> str:
    return json.dumps([row | {"place": place} for place, row in enumerate(rows)], ensure_ascii=False)
