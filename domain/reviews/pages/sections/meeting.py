"""Resources, what has changed since the last review, the meeting, and what the report rests on."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from domain.reviews.pages.language import Language, line, lines
from domain.reviews.pages.page import Block, Cell, Items, Paragraph, Section, Tone
from domain.reviews.pages.sections.parts import names_of, person, said, table
from domain.reviews.shape.content import DataAge, ReportContent
from domain.reviews.shape.document import FeedbackLine, ReviewDocument
from domain.reviews.shape.money import ComputeLine

_IDS: Final = re.compile(r"[a-z_]+_[0-9a-f]{32}")
MOST_FEEDBACK: Final = 60
"""So much of what was said is shown on a page."""
MOST_OLD: Final = 8
"""So many ages of single readings, results and assessments are told."""


def resources(report: ReportContent, language: Language) -> Section:
    """What goes to the milestone, and what is wanting."""
    found = report["resources"]
    blocks: list[Block] = []
    if found["allocated"]:
        rows = [
            [
                said(one["name"]),
                Cell(language.code(one["kind"])),
                Cell(f"{language.number(one['allocated'], 6)} {line(one['unit'], 20)}".rstrip()),
                Cell(language.day(one["expires_on"]) or "–"),
            ]
            for one in found["allocated"]
        ]
        blocks.append(table(language, ("resource", "category", "allocated", "expires_on"), rows, (40, 18, 22, 20)))
    else:
        blocks.append(Paragraph(language.say("no_resources")))
    if found["roles_vacant"]:
        names = language.joined([line(name, 80) for name in found["roles_vacant"][:30]])
        blocks.append(Paragraph(language.say("roles_vacant", names=names)))
    if found["licences_ending"]:
        ending = [
            f"{line(one['name'], 80)} ({language.day(one['expires_on'])})" for one in found["licences_ending"][:30]
        ]
        blocks.append(Paragraph(language.say("licences_ending", names=language.joined(ending))))
    blocks += _outlook(report, language)
    return Section(language.say("resources"), blocks)


def _outlook(report: ReportContent, language: Language) -> list[Block]:
    """Computing time, what is about to come, and what is owed; a report of an earlier day may not tell of it."""
    found, blocks = report["resources"], list[Block]()
    if pools := found.get("compute"):
        rows = [
            [
                said(one["name"]),
                Cell(language.number(one["hours_left"], 1) if one["hours_left"] else "–", _short(one)),
                Cell(language.number(one["hours_needed"], 1) if one["hours_needed"] else "–"),
            ]
            for one in pools[:30]
        ]
        blocks.append(table(language, ("compute", "hours_left", "hours_needed"), rows, (52, 24, 24), (1, 2)))
    if coming := found.get("acquisitions"):
        rows = [
            [
                said(one["title"]),
                Cell(language.code(one["status"])),
                Cell(language.day(one["expected_on"]) or "–"),
                Cell(line(one["next_step"], 80) or "–"),
            ]
            for one in coming[:30]
        ]
        blocks.append(table(language, ("acquisitions", "state", "expected_on", "next_step"), rows, (34, 16, 18, 32)))
    if asked := report.get("research"):
        last = language.day(asked["last_on"]) or language.say("none")
        blocks.append(Paragraph(language.say("research", last=last, count=language.number(str(asked["asked"])))))
    if owed := report.get("obligations"):
        rows = [
            [
                said(one["title"]),
                Cell(language.day(one["due_on"])),
                Cell(language.say("overdue"), Tone.BAD) if one["overdue"] else Cell(language.say("open")),
            ]
            for one in owed[:30]
        ]
        blocks.append(table(language, ("obligations", "due_on", "state"), rows, (60, 22, 18)))
    return blocks


def _short(pool: ComputeLine) -> Tone:
    left, needed = pool["hours_left"], pool["hours_needed"]
    return Tone.BAD if left and needed and Decimal(left) < Decimal(needed) else Tone.PLAIN


def since_last(report: ReportContent, language: Language) -> Section:
    """The last review, its conditions that are open, and what has changed in scope."""
    former = report["former_review"]
    told = (
        language.say("no_former_review")
        if former is None
        else language.say(
            "former_review", at=language.day(former["decided_at"][:10]), decision=language.code(former["decision"])
        )
    )
    blocks: list[Block] = [Paragraph(told)]
    if report["open_conditions"]:
        rows = [
            [
                said(one["title"]),
                person(one["owner"]),
                Cell(language.day(one["due_on"]) or "–"),
                Cell(language.say("overdue"), Tone.BAD) if one["overdue"] else Cell(language.say("open")),
            ]
            for one in report["open_conditions"]
        ]
        blocks.append(table(language, ("open_conditions", "owner", "due_on", "state"), rows, (46, 20, 20, 14)))
    if report["scope_changes"]:
        rows = [
            [
                said(one["criterion"]["title"]),
                Cell(language.code(one["kind"])),
                Cell(line(one["before"], 80) or "–"),
                Cell(line(one["after"], 80) or "–"),
            ]
            for one in report["scope_changes"]
        ]
        blocks.append(table(language, ("scope_changes", "change", "before", "after"), rows, (44, 22, 17, 17)))
    return Section(language.say("since_last"), blocks)


def meeting(document: ReviewDocument, language: Language) -> Section | None:
    """Who takes part, agenda, minutes, and what was said; None where there is nothing of it."""
    blocks: list[Block] = []
    if document["participants"]:
        told = [f"{line(one['name'], 80)} ({language.code(one['role'])})" for one in document["participants"][:60]]
        blocks.append(Paragraph(language.say("participants", names=language.joined(told))))
    for name, text in (("agenda", document["agenda"]), ("minutes", document["minutes"])):
        if text:
            blocks += [Paragraph(language.say(name), Tone.QUIET), Paragraph(lines(text))]
    if document["feedback"]:
        blocks.append(Paragraph(language.say("feedback"), Tone.QUIET))
        blocks.append(Items([Cell(_feedback(one, language)) for one in document["feedback"][:MOST_FEEDBACK]]))
        if (left_out := len(document["feedback"]) - MOST_FEEDBACK) > 0:
            blocks.append(Paragraph(language.say("more_rows", count=language.number(left_out)), Tone.QUIET))
    return Section(language.say("meeting"), blocks) if blocks else None


def _feedback(one: FeedbackLine, language: Language) -> str:
    beside = [line(one["source"], 80)] if one["source"] else []
    became = (one["became"] or "").partition("_")[0]
    if became in ("task", "risk"):
        beside.append(language.say("became", what=language.say(f"a_{became}")))
    text = language.say("feedback_item", kind=language.code(f"said_{one['kind']}"), text=line(one["text"], 1_000))
    return f"{text} ({language.joined(beside)})" if beside else text


def _ages(report: ReportContent) -> list[DataAge]:
    """What is worked out, and of what people and indicators tell only the oldest."""
    own = [one for one in report["data_ages"] if not _IDS.fullmatch(one["source"])]
    told = sorted((one for one in report["data_ages"] if one not in own), key=lambda one: -(one["days"] or 0))
    return [*own, *told[:MOST_OLD]]


def basis(document: ReviewDocument, language: Language) -> Section:
    """What is not known, how old the data are, and by what all of this can be worked out again."""
    report = document["report"]
    blocks: list[Block] = []
    if report["missing"]:
        told = language.joined([language.code(name) for name in report["missing"]])
        blocks.append(Paragraph(f"{language.say('missing', names=told)} {language.say('missing_told')}", Tone.UNKNOWN))
    else:
        blocks.append(Paragraph(language.say("nothing_missing")))
    if report["data_ages"]:
        names = names_of(report)
        rows = [
            [
                Cell(line(names[one["source"]]) if one["source"] in names else language.code(one["source"])),
                Cell(language.instant(one["at"]) or language.say("not_known")),
                Cell("–" if one["days"] is None else language.say("days", count=language.number(one["days"]))),
            ]
            for one in _ages(report)
        ]
        blocks.append(table(language, ("source", "as_of", "age"), rows, (44, 36, 20), (2,)))
    forecast = report["milestone"]["forecast"] if report["milestone"] is not None else None
    if forecast is not None:
        told = language.say(
            "simulated",
            draws=language.number(forecast["draws"]),
            seed=forecast["seed"],
            at=language.instant(forecast["computed_at"]),
            inputs=forecast["inputs_hash"],
        )
        blocks.append(Paragraph(told, Tone.QUIET))
    blocks.append(Paragraph(language.say("hash_told", hash=document["review"]["content_hash"]), Tone.QUIET))
    blocks.append(Paragraph(language.say("figures_told"), Tone.QUIET))
    return Section(language.say("basis"), blocks)
