"""Criteria, risks with their matrix, alerts and indicators."""

from __future__ import annotations

from domain.reviews.pages.language import Language, cut, line
from domain.reviews.pages.page import Block, Cell, Paragraph, Pictures, Section, Tone
from domain.reviews.pages.pictures.matrix import matrix
from domain.reviews.pages.sections.parts import coded, person, said, table, unknown
from domain.reviews.shape.content import CriterionLine, ReportContent
from domain.reviews.shape.risks import IndicatorLine, RiskLine, RiskMovements


def criteria(report: ReportContent, language: Language) -> Section:
    """Each criterion with target, last value and result."""
    if not report["criteria"]:
        return Section(language.say("criteria"), [unknown(language, "no_criteria")])
    rows = [
        [
            said(one["title"]),
            Cell(language.say(one["kind"])),
            Cell(_target(one, language)),
            Cell(_value(one, language)),
            coded(language, one["result"]),
        ]
        for one in report["criteria"]
    ]
    head = ("criterion", "", "target", "last_value", "result")
    return Section(language.say("criteria"), [table(language, head, rows, (38, 10, 16, 22, 14))])


def _target(one: CriterionLine, language: Language) -> str:
    if one["target"] is None:
        return "–"
    sign = "≥ " if one["direction"] == "at_least" else "≤ " if one["direction"] == "at_most" else ""
    return f"{sign}{language.number(one['target'], 6)} {line(one['unit'], 20)}".rstrip()


def _value(one: CriterionLine, language: Language) -> str:
    if one["last_value"] is None and one["recorded_at"] is None:
        return "–"
    told = f"{language.number(one['last_value'], 6)} {line(one['unit'], 20)}".strip() if one["last_value"] else ""
    at = language.day(one["recorded_at"][:10]) if one["recorded_at"] else ""
    stale = language.say("stale") if one["stale"] else ""
    return " · ".join(part for part in (told, at, stale) if part)


def risks(report: ReportContent, language: Language) -> Section:
    """The register: how many of each level, the matrix with what has moved, and the gravest risks."""
    found = report["risks"]
    if not found["items"]:
        return Section(language.say("risks"), [Paragraph(language.say("no_risks"))])
    levels = {name: language.number(count) for name, count in found["by_level"].items()}  # type: ignore[arg-type]
    blocks: list[Block] = [Paragraph(language.say("by_level_told", **levels))]
    if found["exposure"] is not None:
        loss = {name: language.money(amount) for name, amount in found["exposure"].items()}  # type: ignore[arg-type]
        blocks.append(Paragraph(language.say("exposure_told", **loss)))
    drawn = matrix(found, language)
    if drawn is not None:
        blocks.append(Pictures([drawn]))
    moves = found["since_last_review"]
    rows = [_risk(number, one, moves, language) for number, one in enumerate(found["items"], start=1)]
    head = ("", "risk", "level", "probability_impact", "expected_loss", "responses", "owner", "movement")
    blocks.append(table(language, head, rows, (4, 30, 11, 8, 13, 11, 13, 10), (0, 4, 5)))
    if moves is not None and moves["closed"]:
        blocks.append(Paragraph(language.say("closed_since", count=len(moves["closed"]))))
    return Section(language.say("risks"), blocks)


def _risk(number: int, one: RiskLine, moves: RiskMovements | None, language: Language) -> list[Cell]:
    return [
        Cell(str(number), Tone.QUIET),
        Cell(f"{line(one['title'])} ({cut(language.code(one['category']).lower(), 40)})"),
        coded(language, one["level"] or "not_assessed"),
        Cell(_place(one)),
        Cell(language.money(one["expected_loss"]) or "–"),
        Cell(language.number(one["responses"])),
        person(one["owner"]),
        Cell(_movement(one["id"], moves, language)),
    ]


def _place(one: RiskLine) -> str:
    if one["probability_level"] is None or one["impact_level"] is None:
        return "–"
    return f"{one['probability_level']} × {one['impact_level']}"


def _movement(id: str, moves: RiskMovements | None, language: Language) -> str:
    if moves is None:
        return ""
    named = (("new", moves["new"]), ("worse", moves["worse"]), ("better", moves["better"]))
    return next((language.say(name) for name, ids in named if id in ids), "")


def watched(report: ReportContent, language: Language) -> Section:
    """Alerts that fire, and indicators that need attention."""
    blocks: list[Block] = []
    if report["alerts"]:
        rows = [
            [
                coded(language, one["severity"]),
                said(one["summary"]),
                Cell(language.instant(one["fired_at"])),
                Cell(language.say("yes" if one["acknowledged"] else "no")),
            ]
            for one in report["alerts"]
        ]
        blocks.append(table(language, ("severity", "alert", "since", "taken"), rows, (13, 53, 22, 12)))
    else:
        blocks.append(Paragraph(language.say("no_alerts")))
    if report["indicators"]:
        rows = [_indicator(one, language) for one in report["indicators"]]
        head = ("indicator", "last_value", "threshold", "state", "trend")
        blocks.append(table(language, head, rows, (32, 18, 18, 12, 20)))
    return Section(language.say("watched"), blocks)


def _indicator(one: IndicatorLine, language: Language) -> list[Cell]:
    unit = line(one["unit"], 20)
    value = f"{language.number(one['value'], 6)} {unit}".strip() if one["value"] is not None else "–"
    limits = [language.number(limit, 6) or "–" for limit in (one["warning"], one["critical"])]
    trend = language.code(one["trend"]) if one["trend"] not in (None, "none") else "–"
    if one["crosses_critical_on"]:
        trend = f"{trend}, {language.say('crosses', day=language.day(one['crosses_critical_on']))}"
    return [said(one["name"]), Cell(value), Cell(" / ".join(limits)), coded(language, one["state"]), Cell(trend)]
