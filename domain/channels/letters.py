"""A message as a letter: subject, plain text, and HTML without anything from elsewhere; no pixel tells who reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

import orjson
from jinja2 import Environment

from domain.channels.message import Fact, Language, Message, Tone
from domain.channels.words import word
from domain.kernel.plain import cleaned, fitted, in_one_line

_TEMPLATE: Final = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True).from_string(
    Path(__file__).with_name("letter.html").read_text("utf-8")
)
_THREAD, _SUBJECT, _HEADING, _TEXT, _LINE = 100, 150, 300, 4000, 500
_FACTS, _ITEMS = 12, 50
MOST_MESSAGES: Final = 50
"""Messages that one digest tells in full; of more it says how many there are."""

_COLOURS: Final = {
    Tone.CRITICAL: "#b42318",
    Tone.WARNING: "#b54708",
    Tone.INFO: "#1f5fbf",
    Tone.GOOD: "#067647",
    Tone.PLAIN: "#344054",
}
_GRAVITY: Final = {tone: number for number, tone in enumerate(Tone)}


@dataclass(frozen=True, slots=True)
class Letter:
    """What is stored of a letter: all but to whom it goes."""

    thread: str
    follows: bool
    subject: str
    text: str
    html: str
    language: str

    @classmethod
    def read(cls, body: bytes) -> Letter:
        """From its stored form."""
        return cls(**orjson.loads(body))

    def stored(self) -> str:
        """Its stored form, JSON."""
        return orjson.dumps(asdict(self)).decode()


@dataclass(frozen=True, slots=True)
class _Shown:
    heading: str
    colour: str
    text: str
    advice: str
    facts: list[Fact]
    items: list[str]
    url: str
    title: str


def letter_of(message: Message, language: Language) -> Letter:
    """The letter of one message."""
    subject = _line(message.subject, _SUBJECT)
    return Letter(
        _line(message.thread, _THREAD),
        message.follows,
        f"Re: {subject}" if message.follows else subject,
        _plain([message], message.footer, language),
        _html([message], "", message.footer, language),
        language,
    )


def digest_of(messages: Sequence[Message], thread: str, footer: str, language: Language) -> Letter:
    """One letter of many messages, the gravest first."""
    told = sorted(messages, key=lambda message: _GRAVITY[message.tone])[:MOST_MESSAGES]
    heading = word("digest", language, count=len(messages))
    intro = word("digest_text", language)
    if left := len(messages) - len(told):
        intro = f"{intro} ({word('more', language, count=left)})"
    return Letter(
        thread,
        False,
        _line(heading, _SUBJECT),
        f"{heading}\n{intro}\n\n{_plain(told, footer, language)}",
        _html(told, intro, footer, language),
        language,
    )


def _plain(messages: Sequence[Message], footer: str, language: Language) -> str:
    parts = []
    for shown in map(_shown, messages):
        lines = [shown.heading, shown.text]
        lines += [f"{fact.name}: {fact.value}" for fact in shown.facts]
        lines += [f"- {item}" for item in shown.items]
        if shown.advice:
            lines.append(f"{word('advice', language)}: {shown.advice}")
        if shown.url:
            lines.append(f"{shown.title}: {shown.url}")
        parts.append("\n".join(line for line in lines if line))
    return "\n\n".join([*parts, f"-- \n{_line(footer, _LINE)}"]) + "\n"


def _html(messages: Sequence[Message], intro: str, footer: str, language: Language) -> str:
    return _TEMPLATE.render(
        language=str(language),
        messages=[_shown(message) for message in messages],
        intro=intro,
        advice=word("advice", language),
        footer=_line(footer, _LINE),
    )


def _shown(message: Message) -> _Shown:
    items = [_line(item, _LINE) for item in message.items[:_ITEMS]]
    link = message.link
    return _Shown(
        _line(message.heading, _HEADING),
        _COLOURS[message.tone],
        _lines(message.text),
        _lines(message.advice),
        [Fact(_line(fact.name, _LINE), _line(fact.value, _LINE)) for fact in message.facts[:_FACTS]],
        items,
        "" if link is None else link.url,
        "" if link is None else _line(link.title, _LINE),
    )


def _line(text: str, room: int) -> str:
    return fitted(in_one_line(text, 2 * room), room, len)


def _lines(text: str) -> str:
    return fitted(cleaned(text, 2 * _TEXT), _TEXT, len)
