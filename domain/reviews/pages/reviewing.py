"""The document of a review, composed as a page."""

from __future__ import annotations

from domain.reviews.pages.language import Language, line
from domain.reviews.pages.page import Block, Page, Pictures, Section
from domain.reviews.pages.pictures.burn_up import burn_up
from domain.reviews.pages.pictures.histogram import histogram
from domain.reviews.pages.sections.costing import money
from domain.reviews.pages.sections.deciding import decision, reasons, verdict
from domain.reviews.pages.sections.figures import key_figures
from domain.reviews.pages.sections.meeting import basis, meeting, resources, since_last
from domain.reviews.pages.sections.risking import criteria, risks, watched
from domain.reviews.pages.sections.scheduling import milestones, schedule
from domain.reviews.shape.document import ReviewDocument


def compose_review(document: ReviewDocument, locale: str) -> Page:
    """The page of a review or a progress report, in a language."""
    report = document["report"]
    language = Language(locale, report["currency"])
    milestone = report["milestone"]
    title = report["venture"]["name"] if milestone is None else milestone["title"]
    kind = language.say("progress_report" if milestone is None else "milestone_review")
    return Page(
        locale=language.locale,
        kind=kind,
        title=line(title),
        subtitle="" if milestone is None else line(report["venture"]["name"]),
        facts=_facts(document, language),
        verdict=verdict(document, language),
        lead=_lead(document, language),
        sections=[section for section in _sections(document, language) if section is not None],
        footer=f"{line(report['venture']['name'], 60)} · {kind} · {document['review']['content_hash'][:12]}",
        labels={"page_of": language.say("page_of")},
    )


def _facts(document: ReviewDocument, language: Language) -> list[tuple[str, str]]:
    report, review = document["report"], document["review"]
    phase = report["milestone"]["phase"] if report["milestone"] is not None else None
    found = {
        "as_of": language.instant(report["as_of"]),
        "state": language.code(review["state"]),
        "planned_on": language.day(review["planned_on"]),
        "chair": line(review["chair"]["name"], 60) if review["chair"] else "",
        "quorum": language.number(review["quorum"]),
        "phase": line(phase["title"], 60) if phase else "",
        "stage": language.code(report["venture"]["stage"]),
    }
    return [(language.say(name), value) for name, value in found.items() if value]


def _lead(document: ReviewDocument, language: Language) -> list[Block]:
    report, milestone = document["report"], document["report"]["milestone"]
    blocks: list[Block] = [key_figures(report, language)]
    if milestone is not None:
        forecast, due = milestone["forecast"], milestone["plan"]["due_on"]
        drawn = [
            histogram(forecast, due, language) if forecast is not None else None,
            burn_up(milestone, language),
        ]
        pictures = [picture for picture in drawn if picture is not None]
        if pictures:
            blocks.append(Pictures(pictures))
    return blocks


def _sections(document: ReviewDocument, language: Language) -> list[Section | None]:
    report, milestone = document["report"], document["report"]["milestone"]
    why = reasons(report, language)
    return [
        decision(document, language),
        Section(language.say("why"), why) if why else None,
        schedule(milestone, language) if milestone is not None else milestones(report["milestones"], language),
        criteria(report, language) if milestone is not None else None,
        risks(report, language),
        watched(report, language),
        money(report, language),
        resources(report, language) if milestone is not None else None,
        since_last(report, language),
        meeting(document, language),
        basis(document, language),
    ]
