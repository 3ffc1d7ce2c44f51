"""A message for a Slack incoming webhook: Block Kit, and a text for notifications.

Limits (Slack's reference, and what is known of its sum): 50 blocks, 150 characters in a header, 3,000 in a section,
2,000 in a field of which there are ten, 3,000 in a button's address. All together a message fails at about 13,200
characters, so ours stay below 12,000. What users wrote never carries markup: `&`, `<` and `>` are escaped (without them
nobody can be mentioned), and texts are `plain_text` or `verbatim`, in which names and addresses are not looked for.
"""

from __future__ import annotations

from typing import Any, Final

import orjson

from domain.channels.message import Language, Message, Tone
from domain.channels.words import word
from domain.kernel.plain import cleaned, counted, fitted, in_one_line

MOST_CHARACTERS: Final = 12_000
_HEADER, _TEXT, _ADVICE, _ITEMS = 150, 2500, 1200, 1600
_NAME, _VALUE, _FOOTER, _FALLBACK, _URL = 60, 220, 250, 400, 1500
_FACTS: Final = 10
_ITEM: Final = 300
_MARKS: Final = {Tone.CRITICAL: "🔴", Tone.WARNING: "🟠", Tone.INFO: "🔵", Tone.GOOD: "✅", Tone.PLAIN: ""}
_ESCAPES: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def slack_body(message: Message, language: Language) -> str:
    """The body of the request, as JSON."""
    heading = _marked(message)
    blocks: list[dict[str, Any]] = [{"type": "header", "text": _plain(_line(heading, _HEADER))}]
    if text := _lines(message.text, _TEXT):
        blocks.append({"type": "section", "text": _plain(text)})
    if fields := [_field(fact.name, fact.value) for fact in message.facts[:_FACTS]]:
        blocks.append({"type": "section", "fields": fields})
    if advice := _lines(message.advice, _ADVICE):
        label = f"{word('advice', language)}: "
        blocks.append({"type": "section", "text": _plain(label + advice)})
    if items := counted(
        (f"• {_line(item, _ITEM)}" for item in message.items),
        _ITEMS,
        _size,
        lambda count: word("more", language, count=count),
    ):
        blocks.append({"type": "section", "text": _plain("\n".join(items))})
    if message.link is not None and len(message.link.url) <= _URL:
        title = _plain(_line(message.link.title, 75))
        button = {"type": "button", "text": title, "url": message.link.url, "action_id": "open"}
        blocks.append({"type": "actions", "elements": [button]})
    if footer := _line(message.footer, _FOOTER):
        blocks.append({"type": "context", "elements": [_plain(footer)]})
    fallback = _line(f"{heading}: {message.text}".removesuffix(": "), _FALLBACK)
    return orjson.dumps({"text": fallback, "blocks": blocks}).decode()


def without_blocks(body: bytes) -> bytes:
    """The same message as its text alone: what is sent where Slack does not take the blocks."""
    return orjson.dumps({"text": orjson.loads(body)["text"]})


def _marked(message: Message) -> str:
    return f"{_MARKS[message.tone]} {message.heading}".strip()


def _plain(text: str) -> dict[str, Any]:
    return {"type": "plain_text", "text": text, "emoji": False}


def _field(name: str, value: str) -> dict[str, Any]:
    text = f"*{_line(name, _NAME)}*\n{_without_markup(_line(value, _VALUE))}"
    return {"type": "mrkdwn", "text": text, "verbatim": True}


def _without_markup(text: str) -> str:
    """A user's text inside markup: letters that look the same stand for those that would make bold or code."""
    return text.translate(_LOOKS_THE_SAME)


_LOOKS_THE_SAME: Final = str.maketrans({"*": "∗", "_": "＿", "~": "∼", "`": "ˋ"})


def _line(text: str, room: int) -> str:
    return fitted(in_one_line(text, 2 * room), room, _size, _escape)


def _lines(text: str, room: int) -> str:
    return fitted(cleaned(text, 2 * room), room, _size, _escape)


def _escape(letter: str) -> str:
    return _ESCAPES.get(letter, letter)


def _size(text: str) -> int:
    """Characters as Slack may count them at most: UTF-16 units, and what JSON escapes twice."""
    return sum(2 if letter > "\uffff" or letter in '"\\\n\t' else 1 for letter in text)
