"""Documents of reviews: as the golden files show, in both languages, and whatever anybody has written into them."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema_rs import Draft202012Validator

from domain.reviews import recommendation
from domain.reviews.pages.codes import CODES
from domain.reviews.pages.html import as_html
from domain.reviews.pages.language import Language, line, lines
from domain.reviews.pages.markdown import as_markdown
from domain.reviews.pages.page import Page, Pictures, Tone
from domain.reviews.pages.pdf import page_data
from domain.reviews.pages.reviewing import compose_review
from domain.reviews.pages.sections.figures import runway_figure
from domain.reviews.pages.typesetting import typeset
from domain.reviews.pages.words import LOCALES, WORDS
from domain.reviews.shape.document import ReviewDocument
from domain.reviews.shape.schema import document_schema
from tests.domain.reviews.pages import samples
from tests.domain.reviews.pages.golden import FOLDER, written

SAMPLES = {"full": samples.full, "sparse": samples.sparse, "progress": samples.progress, "hostile": samples.hostile}
CASES = [(name, locale) for name in SAMPLES for locale in LOCALES]
MADE_AT = "2026-11-30T09:30:00.123456Z"


def pdf_text(pdf: bytes) -> list[str]:
    """The text of each page, spaces as one; places to break are no text."""
    document = pypdfium2.PdfDocument(BytesIO(pdf))
    try:
        found = [page.get_textpage().get_text_range().replace("\u200b", "") for page in document]
    finally:
        document.close()
    return [" ".join(text.split()) for text in found]


@pytest.mark.parametrize(
    ("path", "text"), list(written()), ids=lambda given: given.name if isinstance(given, Path) else ""
)
def test_documents_are_as_the_golden_files_show(path: Path, text: str) -> None:
    assert path.read_text("utf-8") == text, "python -m tests.domain.reviews.pages.golden writes them anew"


def test_no_golden_file_is_left_over() -> None:
    assert {path.name for path in FOLDER.iterdir()} == {path.name for path, _ in written()}


@pytest.mark.parametrize("name", SAMPLES)
def test_the_samples_are_documents_as_declared(name: str) -> None:
    errors = Draft202012Validator(document_schema(), validate_formats=True).iter_errors(SAMPLES[name]())
    assert [f"{error.instance_path}: {error.message[:100]}" for error in errors] == []


@pytest.mark.parametrize("locale", LOCALES)
def test_the_pdf_says_what_the_report_says(locale: str) -> None:
    language = Language(locale, "EUR")
    pages = pdf_text(typeset(page_data(compose_review(samples.full(), locale), MADE_AT)))
    assert 3 <= len(pages) <= 6
    first, whole = pages[0], " ".join(pages)
    for text in (
        "Closed beta with three clinics",
        "Meridian Diagnostics",
        language.say("conditional_go"),
        language.day("2026-12-11"),
        language.day("2026-12-17"),
        language.share("0.5873"),
        language.percent(71),
        language.number("0.8861"),
        language.money("238000.00"),
    ):
        assert text in first, text
    for text in (
        language.money("90281.69"),
        language.code("criterion.must_failed"),
        language.code("funding.runway_short"),
        "The regulator asks for a second study",
        "林晓梅",
    ):
        assert text in whole, text
    assert samples.HASHES["d"] in whole.replace(" ", "")


@pytest.mark.parametrize("locale", LOCALES)
def test_what_is_not_known_is_said(locale: str) -> None:
    language = Language(locale)
    document = samples.sparse()
    for write in (as_markdown, as_html):
        told = write(compose_review(document, locale)).decode()
        assert told.count(language.say("not_known")) >= 6
        for name in document["report"]["missing"]:
            assert language.code(name) in told, name


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, str):
        yield value


class _Seen(HTMLParser):
    """Tags, attributes and texts of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def test_hostile_texts_are_no_markup_in_html() -> None:
    kind, worse = _Seen(), _Seen()
    kind.feed(as_html(compose_review(samples.full(), "en")).decode())
    worse.feed(as_html(compose_review(samples.hostile(), "en")).decode())
    assert worse.tags <= kind.tags and worse.attributes <= kind.attributes
    assert "script" not in worse.tags and not {name for name in worse.attributes if name.startswith("on")}
    shown = "".join(worse.texts)
    for text in ("</script><script>alert(1)</script>", "{{ 7*7 }}", "#import"):
        assert text in shown
    assert "\u202e" not in shown and "\x00" not in shown and "\x1b" not in shown


def test_hostile_texts_are_no_markup_in_markdown() -> None:
    told = as_markdown(compose_review(samples.hostile(), "en")).decode()
    kind = as_markdown(compose_review(samples.full(), "en")).decode()
    bare = re.sub(r"\\.", "", told)
    assert not re.search(r"[<`$~]", bare) and "javascript:" in told
    assert {line for line in bare.split("\n") if line.startswith("#")} - {"# {} \\%s"} <= {
        *(line for line in kind.split("\n") if line.startswith("## ")),
        next(line for line in bare.split("\n") if line.startswith("# ")),
    }
    columns = [row.count("|") for row in bare.split("\n") if row.startswith("|")]
    assert sorted(columns) == sorted(row.count("|") for row in re.sub(r"\\.", "", kind).split("\n") if row[:1] == "|")


@pytest.mark.parametrize("locale", LOCALES)
def test_hostile_texts_are_set_as_they_are(locale: str) -> None:
    pages = pdf_text(typeset(page_data(compose_review(samples.hostile(), locale), MADE_AT)))
    whole = " ".join(pages)
    assert len(pages) <= 14
    for text in ('#eval(read("/etc/passwd"))', "*bold*", "{{ 7*7 }}", "<script>alert(1)</script>"):
        assert text in whole, text
    assert "root:" not in whole


@pytest.mark.parametrize(("name", "locale"), CASES)
def test_each_picture_is_well_formed_and_told_in_words(name: str, locale: str) -> None:
    pictures = [
        picture
        for block in _blocks(compose_review(SAMPLES[name](), locale))
        if isinstance(block, Pictures)
        for picture in block.items
    ]
    assert len(pictures) == {"full": 3, "hostile": 3, "progress": 1}.get(name, 0)
    for picture in pictures:
        root = ElementTree.fromstring(picture.svg)
        space = "{http://www.w3.org/2000/svg}"
        assert root.get("role") == "img"
        assert root.findtext(f"{space}title") == picture.title and root.findtext(f"{space}desc") == picture.told
        assert {element.tag.removeprefix(space) for element in root.iter()} <= {
            *("svg", "title", "desc", "line", "polyline", "polygon", "rect", "circle", "text")
        }


def _blocks(page: Page) -> Iterator[Any]:
    yield from page.lead
    for section in page.sections:
        yield from section.blocks


def test_a_moved_risk_has_an_arrow_and_a_new_one_a_ring() -> None:
    document = samples.full()
    drawn = [b for b in _blocks(compose_review(document, "en")) if isinstance(b, Pictures)][-1].items[0].svg
    moved = sum(
        one["former"] is not None
        and (one["former"]["probability_level"], one["former"]["impact_level"])
        != (one["probability_level"], one["impact_level"])
        for one in document["report"]["risks"]["items"]
    )
    assert drawn.count("<polygon") == moved + 1  # and that of the legend
    for one in document["report"]["risks"]["items"]:
        one["former"] = None
    drawn = [b for b in _blocks(compose_review(document, "en")) if isinstance(b, Pictures)][-1].items[0].svg
    assert "<polygon" not in drawn


def test_every_word_is_in_both_languages_with_the_same_places() -> None:
    for name, texts in {**WORDS, **CODES}.items():
        assert len(texts) == len(LOCALES) and all(texts), name
        places = [{field for _, field, *_ in string.Formatter().parse(text) if field} for text in texts]
        assert places[0] == places[1], name
    assert not {name for name, (_, chinese) in {**WORDS, **CODES}.items() if chinese.isascii()} - {
        *("cpi", "spi_t", "p50", "p80", "p80_on", "of", "budget_note")
    }


def test_every_reason_and_stop_signal_has_its_sentence() -> None:
    source = Path(recommendation.__file__).read_text("utf-8")
    subjects = "evidence|criterion|risk|condition|forecast|cost|schedule|funding|review"
    codes = set(re.findall(rf'"((?:{subjects})\.\w+)"', source))
    assert codes and codes <= CODES.keys()


def test_numbers_are_written_as_people_write_them() -> None:
    english, chinese = Language("en", "EUR"), Language("zh-CN", "CNY")
    assert (english.money("1234567.89"), chinese.money("1234567.89")) == ("€1,234,568", "¥1,234,568")
    assert (english.money("12.50"), english.money("-4400.00"), english.money(None)) == ("€12.50", "−€4,400", "")
    assert (english.share("0.004"), english.share("0.997"), english.share("0"), english.share("1")) == (
        *("<1%", ">99%"),
        *("0%", "100%"),
    )
    assert (english.day("2026-12-01"), chinese.day("2026-12-01")) == ("1 Dec 2026", "2026年12月1日")
    assert Language("fr").locale == "en"


def test_texts_from_outside_are_cut_and_cleaned() -> None:
    assert line("a\x00b\n\nc\u202ed") == "ab cd"
    assert len(line("W" * 10_000)) == 240 and line("W" * 10_000).endswith("…")
    assert lines("one\r\n two \n\x07three") == "one\ntwo\nthree"


def test_a_register_of_hundreds_of_risks_ends_somewhere() -> None:
    document = samples.full()
    items = document["report"]["risks"]["items"]
    document["report"]["risks"]["items"] = [
        {**items[n % len(items)], "id": samples.an_id("risk", n)} for n in range(1_000)
    ]
    page = compose_review(document, "en")
    assert "940 more stand in the JSON form." in as_markdown(page).decode()
    assert len(pdf_text(typeset(page_data(page, MADE_AT)))) <= 12


def test_the_day_on_which_the_cash_ends_is_shown_of_who_earns_more_than_it_spends() -> None:
    report = samples.full()["report"]
    assert report["runway"] is not None
    report["runway"] |= {"months": None, "state": "cash_generating", "cash_out_committed_on": "2027-07-18"}
    figure = runway_figure(report, Language("en"))
    assert (figure.tone, figure.note) == (Tone.FAIR, "cash gone 18 Jul 2027, committed money only")
    report["runway"]["cash_out_committed_on"] = None
    assert runway_figure(report, Language("en")).tone is Tone.GOOD


def test_the_same_document_makes_the_same_bytes() -> None:
    def made(document: ReviewDocument) -> bytes:
        return typeset(page_data(compose_review(document, "en"), MADE_AT))

    assert made(samples.full()) == made(samples.full())


@given(texts=st.lists(st.text(max_size=400), min_size=1, max_size=6), locale=st.sampled_from(LOCALES))
@settings(max_examples=25, deadline=None)
def test_whatever_is_written_can_be_set_in_each_form(texts: list[str], locale: str) -> None:
    document = samples.sparse()
    document["report"]["venture"]["name"], document["minutes"] = texts[0], "\n".join(texts)
    document["feedback"] = [
        {"id": samples.an_id("feedback", n), "text": text, "kind": "praise", "source": text, "became": None}
        for n, text in enumerate(texts)
    ]
    page = compose_review(document, locale)
    seen = _Seen()
    seen.feed(as_html(page).decode())
    assert "script" not in seen.tags and not {name for name in seen.attributes if name.startswith("on")}
    assert as_markdown(page).decode()
    assert typeset(page_data(page, MADE_AT)).startswith(b"%PDF")
