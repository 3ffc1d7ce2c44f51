"""Why something is recommended, and what was decided."""

from __future__ import annotations

from domain.reviews.pages.language import Language, line, lines
from domain.reviews.pages.page import Block, Cell, Paragraph, Section, Tone, Verdict
from domain.reviews.pages.sections.parts import TONES, coded, health_reason, names_of, person, said, table
from domain.reviews.shape.content import ReportContent
from domain.reviews.shape.document import ConditionLine, Decided, ReviewDocument


def verdict(document: ReviewDocument, language: Language) -> Verdict | None:
    """What it comes to: the decision, else the recommendation, else the venture's health."""
    report, decided = document["report"], document["decision"]
    if decided is not None:
        return Verdict(
            language.say("decision"),
            language.code(decided["decision"]),
            _beside(decided, report, language),
            TONES.get(decided["decision"], Tone.PLAIN),
        )
    if report["recommendation"] is not None:
        return Verdict(
            language.say("recommendation"),
            language.code(report["recommendation"]),
            _first_reason(report, language),
            TONES.get(report["recommendation"], Tone.PLAIN),
        )
    health = report["venture"]["health"]
    if health is None:
        return None
    text = health_reason(language, health["reasons"][0]) if health["reasons"] else ""
    return Verdict(language.say("health"), language.code(health["state"]), text, TONES[health["state"]])


def _beside(decided: Decided, report: ReportContent, language: Language) -> str:
    reason = line(decided["reason"])
    if decided["against_recommendation"]:
        against = language.say("against", recommended=language.code(report["recommendation"]))
        return f"{against}\n{reason}".strip()
    told = language.say("as_recommended") if report["recommendation"] == decided["decision"] else ""
    return f"{told}\n{reason}".strip()


def _first_reason(report: ReportContent, language: Language) -> str:
    reasons = report["reasons"]
    if not reasons:
        return language.say("no_reasons")
    first = language.code(reasons[0]["code"])
    if len(reasons) == 1:
        return language.say("one_reason", first=first)
    return language.say("reason_count", count=len(reasons), first=first)


def reasons(report: ReportContent, language: Language) -> list[Block]:
    """All reasons of the recommendation with what each is about, and the stop signals."""
    names = names_of(report)
    blocks: list[Block] = []
    if report["reasons"]:
        rows = [
            [
                Cell(language.code(reason["code"])),
                Cell(language.joined([line(names.get(fact, fact), 80) for fact in reason["facts"][:8]]) or "–"),
                coded(language, reason["leads_to"]),
            ]
            for reason in report["reasons"]
        ]
        blocks.append(table(language, ("reason", "points_at", "leads_to"), rows, (40, 40, 20)))
    elif report["recommendation"] is not None:
        blocks.append(Paragraph(language.say("no_reasons")))
    if report["stop_signals"]:
        told = [language.say("stop_signal", what=language.code(code)) for code in report["stop_signals"][:20]]
        blocks.append(Paragraph("\n".join(told), Tone.BAD))
    return blocks


def decision(document: ReviewDocument, language: Language) -> Section | None:
    """The decision with its reason, the votes and the conditions; None before anybody has said anything."""
    decided = document["decision"]
    blocks: list[Block] = []
    if decided is not None:
        at = language.instant(decided["decided_at"])
        who = decided["decided_by"]
        blocks.append(
            Paragraph(
                language.say("decided_by", name=line(who["name"]), at=at)
                if who
                else language.say("decided_without_name", at=at),
                Tone.QUIET,
            )
        )
        blocks.append(Paragraph(lines(decided["reason"]) or language.say("no_reason_given")))
    if document["votes"]:
        rows = [
            [said(vote["name"]), coded(language, vote["vote"]), said(vote["note"]), Cell(language.instant(vote["at"]))]
            for vote in document["votes"]
        ]
        blocks.append(table(language, ("voter", "vote", "note", "at"), rows, (22, 16, 40, 22)))
    if document["conditions"]:
        rows = [_condition(one, language) for one in document["conditions"]]
        blocks.append(table(language, ("condition", "owner", "due_on", "state"), rows, (44, 20, 20, 16)))
    return Section(language.say("decision"), blocks) if blocks else None


def _condition(condition: ConditionLine, language: Language) -> list[Cell]:
    due = language.day(condition["due_on"]) or "–"
    if condition["moved_once"]:
        due = f"{due} {language.say('moved')}"
    state = Cell(language.say("overdue"), Tone.BAD) if condition["overdue"] else coded(language, condition["state"])
    return [said(condition["title"]), person(condition["owner"]), Cell(due), state]
