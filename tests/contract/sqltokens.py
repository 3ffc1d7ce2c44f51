"""SQL as tokens and nested parentheses: as much of PostgreSQL's grammar as our statements use, read strictly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

_TOKEN = re.compile(
    r"""
      (?P<space>\s+|--[^\n]*|/\*.*?\*/)
    | (?P<text>(?:[eE]|[bB]|[xX]|[uU]&)?'(?:[^']|'')*')
    | (?P<quoted>"(?:[^"]|"")+")
    | (?P<dollar>\$(?P<tag>[A-Za-z_]*)\$.*?\$(?P=tag)\$)
    | (?P<parameter>\$\d+)
    | (?P<number>\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)
    | (?P<word>[A-Za-z_\u0080-\U0010ffff][\w$]*)
    | (?P<open>\()
    | (?P<close>\))
    | (?P<mark>::|[,;.\[\]:])
    | (?P<operator>[-+*/<>=~!@#%^&|`?]+)
    """,
    re.VERBOSE | re.DOTALL,
)


class Unreadable(Exception):
    """A statement that is not as ours are; the reader must learn it before it can be judged."""


class Token(NamedTuple):
    """One token. A keyword or plain name is `word` in lower case, a name in quotes is `name` as written."""

    kind: str
    text: str


@dataclass
class Group:
    """What stands between two parentheses: tokens and further groups."""

    items: list[Token | Group] = field(default_factory=list)


Item = Token | Group


def tokens(statement: str) -> Iterator[Token]:
    """The tokens of a statement. Raises `Unreadable`."""
    place = 0
    while place < len(statement):
        match = _TOKEN.match(statement, place)
        if match is None:
            raise Unreadable(f"cannot read on at {statement[place : place + 40]!r}")
        place = match.end()
        kind, text = str(match.lastgroup), match[0]
        if kind == "tag":
            kind = "dollar"
        if kind == "word":
            yield Token("word", text.lower())
        elif kind == "quoted":
            yield Token("name", text[1:-1].replace('""', '"'))
        elif kind != "space":
            yield Token(kind, text)


def parsed(statement: str) -> list[list[Item]]:
    """The statements of a message, each as nested groups. Raises `Unreadable` for parentheses that do not match."""
    stack: list[list[Item]] = [[]]
    statements: list[list[Item]] = []
    for token in tokens(statement):
        if token.kind == "open":
            group = Group()
            stack[-1].append(group)
            stack.append(group.items)
        elif token.kind == "close":
            if len(stack) == 1:
                raise Unreadable("a parenthesis too many")
            stack.pop()
        elif token == Token("mark", ";") and len(stack) == 1:
            statements.append(stack[0])
            stack = [[]]
        else:
            stack[-1].append(token)
    if len(stack) != 1:
        raise Unreadable("a parenthesis is not closed")
    statements.append(stack[0])
    return [each for each in statements if each]


def words(text: str) -> frozenset[str]:
    """The words of a text, for lists of keywords."""
    return frozenset(text.split())


def is_word(item: Item | None, *words: str) -> bool:
    """Whether the item is one of these keywords."""
    return isinstance(item, Token) and item.kind == "word" and item.text in words


def is_mark(item: Item | None, text: str) -> bool:
    """Whether the item is this mark or operator."""
    return isinstance(item, Token) and item.kind in ("mark", "operator") and item.text == text


def is_query(item: Item | None) -> bool:
    """Whether the item is a group that holds a query of its own."""
    if not isinstance(item, Group) or not item.items:
        return False
    first = item.items[0]
    if isinstance(first, Group):
        return is_query(first) and any(is_word(each, "union", "intersect", "except") for each in item.items)
    return is_word(first, "select", "with", "insert", "update", "delete", "values", "merge", "table")
