r"""A message for a Microsoft Teams Workflows webhook: an Adaptive Card 1.4 in the envelope that every template takes.

A flow takes 28,672 bytes after Teams has encoded the card anew, every character beyond ASCII as `\uXXXX`; requests of
21 kB were seen to fail. So a card is kept to 20,000 bytes counted in that form: title and severity always, then facts
and text, items last. Version 1.4, because some clients draw nothing for a later one. Texts are a subset of Markdown.
"""

from __future__ import annotations

import re
from typing import Any, Final

import orjson

from domain.channels.message import Language, Message, Tone
from domain.channels.words import word
from domain.kernel.plain import cleaned, counted, fitted, in_one_line

MOST_BYTES: Final = 20_000
_TITLE, _NAME, _VALUE, _TEXT, _ADVICE, _ITEM, _FOOTER, _URL = 1200, 200, 500, 5000, 2500, 800, 1000, 1500
_FACTS: Final = 10
_ROOM_FOR_FRAME: Final = 400
_COLOURS: Final = {Tone.CRITICAL: "Attention", Tone.WARNING: "Warning", Tone.INFO: "Accent", Tone.GOOD: "Good"}
_MARKUP: Final = frozenset("\\*_[]()#`")
_LIST: Final = re.compile(r"^(\s*)([-+>]|\d{1,9}\.)", re.MULTILINE)
_TAG: Final = re.compile(r"<(?=[A-Za-z/])")
"""A flow makes a mention of `<at>ann@example.com</at>`."""


def teams_body(message: Message, language: Language) -> str:
    """The body of the request, as JSON."""
    title = {"type": "TextBlock", "text": _line(message.heading, _TITLE), "weight": "Bolder", "size": "Medium"}
    if message.tone in _COLOURS:
        title["color"] = _COLOURS[message.tone]
    blocks: list[dict[str, Any]] = [title | {"wrap": True}]
    facts = [{"title": _line(fact.name, _NAME), "value": _line(fact.value, _VALUE)} for fact in message.facts[:_FACTS]]
    if text := _lines(message.text, _TEXT):
        blocks.append(_block(text))
    if facts:
        blocks.append({"type": "FactSet", "facts": facts})
    if message.advice:
        blocks.append(_block(_lines(f"{word('advice', language)}: {message.advice}", _ADVICE)))
    footer = _line(message.footer, _FOOTER)
    last = [_block(footer) | {"isSubtle": True, "size": "Small"}] if footer else []
    actions = []
    if message.link is not None and len(message.link.url) <= _URL:
        actions.append(
            {"type": "Action.OpenUrl", "title": in_one_line(message.link.title)[:75], "url": message.link.url}
        )
    room = MOST_BYTES - _ROOM_FOR_FRAME - encoded_size(_card([*blocks, *last], actions))
    lines = (f"• {_line(item, _ITEM)}" for item in message.items)
    items = counted(lines, room, lambda line: _size(line) + 3, lambda count: word("more", language, count=count))
    if items:
        blocks.append(_block("\n\n".join(items)))
    return orjson.dumps(_card([*blocks, *last], actions)).decode()


def encoded_size(body: Any) -> int:
    r"""Bytes of a document where everything beyond ASCII is written as `\uXXXX`."""
    return _size(orjson.dumps(body).decode(), quoted=True)


def _card(blocks: list[dict[str, Any]], actions: list[dict[str, Any]]) -> dict[str, Any]:
    card = {
        "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
        "type": "AdaptiveCard",
        "version": "1.4",
        "msteams": {"width": "Full"},
        "body": blocks,
        "actions": actions,
    }
    attachment = {"contentType": "application/vnd.microsoft.card.adaptive", "contentUrl": None, "content": card}
    return {"type": "message", "attachments": [attachment]}


def _block(text: str) -> dict[str, Any]:
    return {"type": "TextBlock", "text": text, "wrap": True}


def _line(text: str, room: int) -> str:
    return _list_escaped(fitted(_TAG.sub("<\u2060", in_one_line(text, room)), room, _size, _escape))


def _lines(text: str, room: int) -> str:
    """Lines; in Markdown an empty one ends a line."""
    lines = _TAG.sub("<\u2060", re.sub(r"\n+", "\n\n", cleaned(text, room)))
    return _list_escaped(fitted(lines, room, _size, _escape))


def _list_escaped(text: str) -> str:
    """A line that begins like one of a list does not become one."""
    return _LIST.sub(lambda found: found[1] + (f"\\{found[2]}" if found[2] in "-+>" else f"{found[2][:-1]}\\."), text)


def _escape(letter: str) -> str:
    return f"\\{letter}" if letter in _MARKUP else letter


def _size(text: str, quoted: bool = False) -> int:
    r"""Bytes in JSON beyond ASCII as `\uXXXX`; with `quoted` the text is JSON already."""
    count = 0
    for letter in text:
        if letter > "\uffff":
            count += 12
        elif letter > "\x7e":
            count += 6
        else:
            count += 1 if quoted or letter not in '"\\\n\t' else 2
    return count
