"""Rules about competitors: moves that want an answer."""

from __future__ import annotations

from datetime import datetime, timedelta

from domain.calendars.working_days import start_of_day
from domain.risks.monitoring.facts import Facts
from domain.risks.monitoring.finding import Finding, Severity
from domain.risks.monitoring.rules.rule import Findings, Parameters, Rule
from domain.risks.monitoring.rules.texts import Texts


def competitor_move(facts: Facts, parameters: Parameters, now: datetime) -> Findings:
    """A move that concerns what the venture stands out by has no answer."""
    return {
        move.id: Finding(
            Severity.INFO, {"happened_on": move.happened_on.isoformat()}, start_of_day(move.happened_on, facts.zone)
        )
        for move in facts.competitor_moves
        if move.wants_answer
    }


COMPETITOR_MOVE = Rule(
    code="market.competitor_move",
    subject_type="competitor_event",
    evaluate=competitor_move,
    hold=timedelta(days=14),
    severities=(Severity.INFO,),
    name=Texts(en="Competitor's move unanswered", zh_cn="竞争对手动态未应对"),
    condition=Texts(
        en="A competitor's move that concerns what the venture stands out by has had no answer for the hold time.",
        zh_cn="竞争对手的动态涉及本项目的核心差异点，且超过保持时间仍未应对。",
    ),
    summary=Texts(
        en="The move “{title}” of {happened_on} concerns what you stand out by, and has no answer.",
        zh_cn="“{title}”（{happened_on}）涉及您的核心差异点，至今未应对。",
    ),
    advice=Texts(
        en="Decide what you do about it, or say that you leave it be, and judge your position anew.",
        zh_cn="请决定如何应对，或注明不予应对，并重新评判定位。",
    ),
)

RULES = (COMPETITOR_MOVE,)
