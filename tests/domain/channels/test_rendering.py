"""What people are told: as the golden files show; and whatever anybody writes, within limits and without mentions."""

from __future__ import annotations

import email
import json
import re
from email import policy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.channels.letters import Letter, digest_of, letter_of
from domain.channels.message import Fact, Language, Link, Message, Tone
from domain.channels.mime import Envelope, composed
from domain.channels.reasons import REASONS
from domain.channels.slack import MOST_CHARACTERS, slack_body, without_blocks
from domain.channels.teams import MOST_BYTES, encoded_size, teams_body
from domain.channels.telling import address_of, message_of
from domain.channels.words import NOUNS, VALUES, WORDS
from domain.kernel.ids import external_id
from domain.kernel.plain import cleaned
from domain.kernel.tables import entities
from domain.webhooks.event_types import _OF_THEIR_OWN
from tests.domain.channels.golden import FOLDER, rendered
from tests.domain.channels.samples import AT, EVENTS, PLACE, Event, alert

NASTY = [
    "<!channel>", "<!here>", "@channel @here", "<@U123>", "<!subteam^S1>", "<at>ann@example.com</at>", "*b* _i_ `c`",
    "[a](https://evil.example)", "https://evil.example/<x>", "# x\n- y\n1. z\n> q", "\u202egpj.exe", "مرحبا \u2067שלום",
    "a\r\nBcc: all@example.com", "\x00\x01\x1b[31m", "\ud800", "&amp;&lt;", '"\\' * 50,
    "👩‍👩‍👧‍👦" * 40, "e\u0301" * 300,
    "{{DATE(2017-02-14T06:08:39Z, SHORT)}}", "字" * 5_000, "\n" * 4_000, "<" * 5_000, "=_=_=_", "--=_x",
    "\ufeff\uffff", "=?utf-8?q?a=0d=0aBcc:_all@example.com?=", "=?utf-7?q?+2AA-?=", "字" * 80 + "=?us-ascii?q?=80?=",
]  # fmt: skip
TEXTS = st.one_of(
    st.sampled_from(NASTY), st.text(max_size=300), st.text(alphabet='<>&*"\\\n字😀\u202e', max_size=4_000)
)
MESSAGES = st.builds(
    Message,
    thread=TEXTS,
    subject=TEXTS,
    heading=TEXTS,
    tone=st.sampled_from(Tone),
    follows=st.booleans(),
    text=TEXTS,
    advice=TEXTS,
    facts=st.lists(st.builds(Fact, TEXTS, TEXTS), max_size=14).map(tuple),
    items=st.lists(TEXTS, max_size=120).map(tuple),
    link=st.none() | st.builds(Link, TEXTS, st.just("https://milepost.example.com/app/v1/x")),
    footer=TEXTS,
)
_NAMES = ("subject", "venture", "evidence", "since", "reasons", "rule", "severity", "alert", "title", "milestone")
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=30),
    lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(_NAMES), inner),
    max_leaves=12,
)
LANGUAGES = st.sampled_from(Language)
ENVELOPE = Envelope(
    "Milepost <a@example.com>", "ann@example.com", "event_1.channel_1", AT, "https://x.example/" + 300 * "u"
)


def _texts(body: Any) -> list[str]:
    match body:
        case dict():
            return [text for value in body.values() for text in _texts(value)]
        case list():
            return [text for value in body for text in _texts(value)]
        case str():
            return [body]
    return []


@pytest.mark.parametrize(("path", "text"), list(rendered()), ids=lambda value: getattr(value, "name", ""))
def test_each_channel_is_told_each_event_as_its_golden_file_shows(path: Any, text: str) -> None:
    assert text == path.read_text("utf-8")


def test_no_golden_file_is_left_over() -> None:
    assert {path.name for path in FOLDER.iterdir()} == {path.name for path, _ in rendered()}


@given(MESSAGES, LANGUAGES)
@settings(max_examples=60, deadline=None)
def test_no_text_makes_a_slack_message_break_a_limit_or_mention_anybody(message: Message, language: Language) -> None:
    body = slack_body(message, language)
    sent = json.loads(body)
    assert len(body.encode("utf-16-le")) // 2 < MOST_CHARACTERS
    assert (
        len(sent["blocks"]) <= 50 and 0 < len(sent["text"].encode("utf-16-le")) // 2 <= 4_000
    ) or not message.heading
    for block in sent["blocks"]:
        limit = 150 if block["type"] == "header" else 3_000
        assert len(block.get("text", {}).get("text", "x")) in range(limit + 1)
        assert len(block.get("fields", [])) <= 10
        assert all(len(field["text"]) <= 2_000 and field["verbatim"] for field in block.get("fields", []))
        assert all(len(one.get("url", "")) <= 3_000 for one in block.get("elements", []))
        assert all(text["type"] == "plain_text" for text in [block.get("text")] if text)
    for text in _texts(sent):
        assert "<" not in text and ">" not in text
        assert not re.search(r"&(?!amp;|lt;|gt;)", text), "no cut goes through an escape"
    assert json.loads(without_blocks(body.encode())) == {"text": sent["text"]}


@given(MESSAGES, LANGUAGES)
@settings(max_examples=60, deadline=None)
def test_no_text_makes_a_card_for_teams_too_big_or_mention_anybody(message: Message, language: Language) -> None:
    body = json.loads(teams_body(message, language))
    assert encoded_size(body) <= MOST_BYTES
    assert len(json.dumps(body, separators=(",", ":"))) == encoded_size(body), "the count is what an encoder makes"
    [attachment] = body["attachments"]
    card = attachment["content"]
    assert (card["version"], card["msteams"]) == ("1.4", {"width": "Full"})
    assert all(block["wrap"] for block in card["body"] if block["type"] == "TextBlock")
    assert {action["type"] for action in card["actions"]} <= {"Action.OpenUrl"}
    for text in _texts(card["body"]):
        assert not re.search(r"<[A-Za-z/]", text)
        assert not re.search(r"(?<!\\)(?:\\\\)*[*_\[\]()#`]", text), "markup is escaped"


@given(MESSAGES, LANGUAGES)
@settings(max_examples=60, deadline=None)
def test_no_text_makes_a_mail_that_is_none_or_puts_a_header_into_it(message: Message, language: Language) -> None:
    letter = Letter.read(letter_of(message, language).stored().encode())
    raw = composed(letter, ENVELOPE)
    assert raw == composed(letter, ENVELOPE)
    assert max(len(line) for line in raw.split(b"\r\n")) <= 998
    assert b"\n" not in raw.replace(b"\r\n", b"")
    raw.decode("ascii")
    mail = email.message_from_bytes(raw, policy=policy.default)
    assert not mail.defects
    assert sorted(mail.keys()) == sorted(set(mail.keys())), "no header twice"
    assert set(mail.keys()) <= {
        "Message-ID", "In-Reply-To", "References", "Auto-Submitted", "Content-Language", "List-Unsubscribe",
        "List-Unsubscribe-Post", "From", "To", "Subject", "Date", "MIME-Version", "Content-Type",
    }  # fmt: skip
    assert mail["To"] == "ann@example.com"
    plain, html = mail.iter_parts()
    assert plain.get_content().replace("\r\n", "\n") == letter.text.replace("\r\n", "\n")
    assert "<script" not in html.get_content() and "http-equiv" not in html.get_content()
    assert len(raw) < 700_000


@pytest.mark.parametrize(
    "text", ["=?utf-8?q?a=0d=0aBcc:_x@example.com?=", "字" * 40 + " =?us-ascii?q?=80?=", "=?utf-7?q?+2AA-?="]
)
def test_what_looks_like_an_encoded_word_is_told_as_it_was_written(text: str) -> None:
    letter = letter_of(Message("t", text, text, text=text), Language.EN)
    mail = email.message_from_bytes(composed(letter, ENVELOPE), policy=policy.default)
    assert mail["Bcc"] is None
    assert mail["Subject"] == text.replace("=?", "= ?")


def test_ten_megabytes_are_cut_before_they_cost_anything() -> None:
    huge = "<字&😀" * 2_500_000
    message = Message("t", huge, huge, text=huge, advice=huge, facts=(Fact(huge, huge),), items=(huge,) * 100)
    assert len(slack_body(message, Language.EN)) < MOST_CHARACTERS
    assert encoded_size(json.loads(teams_body(message, Language.ZH))) <= MOST_BYTES
    assert len(composed(letter_of(message, Language.EN), ENVELOPE)) < 700_000


def test_what_does_not_fit_is_counted() -> None:
    message = Message("t", "s", "h", items=tuple(f"{'long ' * 20}{number}" for number in range(200)))
    assert re.search(r"and \d+ more", slack_body(message, Language.EN))
    assert re.search(r"and \d+ more", teams_body(Message("t", "s", "h", items=("字" * 99,) * 99), Language.EN))
    letter = digest_of([message] * 70, "t", "f", Language.EN)
    assert "70" in letter.subject and "and 20 more" in letter.text


@given(st.text())
@settings(deadline=None)
def test_cleaned_text_has_nothing_that_controls_or_turns_round(text: str) -> None:
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", cleaned(text))


def test_an_alert_is_told_in_the_channels_language_and_not_in_the_tenants() -> None:
    event = alert("fired")
    assert message_of(event, PLACE, Language.ZH).text == "风险“The largest customer leaves”自 2026-12-01 起等级为严重。"
    assert message_of(event, PLACE, Language.EN).text.startswith("Risk “The largest customer leaves” has been critical")
    own = alert("fired", rule="custom.ours")
    assert message_of(own, PLACE, Language.ZH).text == "The tenant's own words."


def test_all_messages_of_an_alert_are_one_thread_with_one_subject() -> None:
    told = [message_of(event, PLACE, Language.EN) for event in EVENTS.values() if event.type.startswith("risk.alert")]
    assert len({message.thread for message in told}) == len({message.subject for message in told}) == 1
    letters = [letter_of(message, Language.EN).subject for message in told]
    assert {subject.removeprefix("Re: ") for subject in letters} == {letters[0]}


@given(_JSON)
@settings(deadline=None)
def test_data_that_are_not_as_expected_cost_words_and_not_the_message(data: Any) -> None:
    for type_ in ("risk.alert.fired", "milestone.review.ready", "risk.updated", "something.new"):
        event = Event(type_, data, "risk")
        for language in Language:
            message = message_of(event, PLACE, language)
            assert json.loads(slack_body(message, language))["blocks"]


def test_every_event_and_entity_has_words_in_both_languages() -> None:
    import domain.everything  # noqa: F401

    assert {entity.word for entity in entities()} <= NOUNS.keys()
    assert _OF_THEIR_OWN.keys() - {"webhook.test"} <= WORDS.keys()
    assert all(english and chinese for english, chinese in [*WORDS.values(), *VALUES.values(), *REASONS.values()])


def test_every_link_leads_to_where_its_entity_is_read() -> None:
    from api.rest.routes import all_operations

    paths = {operation.path for operation in all_operations()}
    for entity in entities():
        address = address_of(PLACE, entity.word, "{id}").replace(external_id("tenant", PLACE.tenant_id), "{tenant_id}")
        assert entity.word in ("risk_mention", "group_member") or address.removeprefix(PLACE.base_url) in paths, (
            entity.word
        )
