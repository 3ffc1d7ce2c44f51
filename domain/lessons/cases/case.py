"""What a playbook holds, be it drawn from a case or the tenant's own, and what a case and its lessons are besides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from domain.lessons.tables import LessonTheme
from domain.risks.templates.template import Template
from domain.risks.templates.template import document as risk_document
from domain.roadmaps.templates.template import PlanTemplate, Text, by_locale
from domain.roadmaps.templates.template import document as plan_document
from domain.teams.tables import TeamFunction


@dataclass(frozen=True)
class Role:
    """A role that is needed: for a milestone by its code, or for the venture as a whole."""

    title: Text
    function: TeamFunction
    headcount: int = 1
    is_core: bool = False
    milestone: str | None = None


@dataclass(frozen=True)
class Contents:
    """What applying a playbook makes."""

    risks: tuple[Template, ...]
    plan: PlanTemplate
    roles: tuple[Role, ...]


@dataclass(frozen=True)
class Case:
    """A kind of company, and how it met its risks: `answers` by the code of each of its risks."""

    code: str
    title: Text
    story: Text
    risks: tuple[Template, ...]
    answers: dict[str, Text]
    plan: PlanTemplate
    roles: tuple[Role, ...]
    lessons: tuple[str, ...]

    @property
    def contents(self) -> Contents:
        """What applying it makes."""
        return Contents(self.risks, self.plan, self.roles)


@dataclass(frozen=True)
class KnownLesson:
    """A lesson that the cases teach; `categories` are the kinds of risk that it helps with."""

    code: str
    theme: LessonTheme
    title: Text
    situation: Text
    recommendation: Text
    categories: tuple[str, ...]


def case_document(case: Case) -> dict[str, Any]:
    """A case as it is read: every text by its languages."""
    return {
        "code": case.code,
        "title": by_locale(case.title),
        "story": by_locale(case.story),
        "risks": [risk_document(risk) | {"answer": by_locale(case.answers[risk.code])} for risk in case.risks],
        "milestones": plan_document(case.plan)["milestones"],
        "roles": [
            {
                "title": by_locale(role.title),
                "function": str(role.function),
                "headcount": role.headcount,
                "is_core": role.is_core,
                "milestone": role.milestone,
            }
            for role in case.roles
        ],
        "lessons": list(case.lessons),
    }


def lesson_document(lesson: KnownLesson) -> dict[str, Any]:
    """A lesson as it is read."""
    return {
        "code": lesson.code,
        "theme": str(lesson.theme),
        **{name: by_locale(getattr(lesson, name)) for name in ("title", "situation", "recommendation")},
        "categories": list(lesson.categories),
    }
