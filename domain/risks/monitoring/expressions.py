"""Checking a CEL expression before it is kept: it names only facts that there are, fits their types, and is cheap.

What is taken is a part of the Common Expression Language: literals, facts (`risk.level`), `has(…)`, `size(…)`, the
operators, `in` with a list, `a ? b : c`, and `contains`, `startsWith`, `endsWith` of strings. There are no macros, so
nothing is done more than once: an expression costs what its length says, which is limited.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, NoReturn

LONGEST: Final = 1_000
"""Characters of an expression."""
DEEPEST: Final = 20
"""Brackets and operators within one another."""
MOST_TOKENS: Final = 250

_TOKEN: Final = re.compile(
    r"\s*(?:(?P<number>\d+\.\d+|\d+)(?![\w.])|(?P<string>'[^'\\\n]*'|\"[^\"\\\n]*\")|(?P<name>[A-Za-z_]\w*)"
    r"|(?P<sign>\|\||&&|==|!=|<=|>=|[<>+\-*/%!?:.,()\[\]]))",
    re.ASCII,
)
_NUMBERS: Final = ("int", "double")
_METHODS: Final = ("contains", "startsWith", "endsWith")
_LARGEST: Final = 2**63 - 1


class InvalidExpression(ValueError):
    """The expression cannot be used; the text says what is wrong, and at which character (from 1)."""

    def __init__(self, message: str, position: int) -> None:
        super().__init__(f"at character {position}: {message}")
        self.position = position


Side = Callable[[], str]


@dataclass(frozen=True, slots=True)
class Token:
    """A word of an expression: its kind, its text, and at which character it stands (from 1)."""

    kind: str
    text: str
    position: int


def check(expression: str, variable: str, facts: Mapping[str, str]) -> frozenset[str]:
    """The facts that an expression names. `facts` gives their types: `bool`, `int`, `double` or `string`.

    Raises `InvalidExpression`.
    """
    if len(expression) > LONGEST:
        raise InvalidExpression(f"is longer than {LONGEST} characters", LONGEST + 1)
    return _Checker(_tokens(expression), variable, facts).run()


def _tokens(expression: str) -> list[Token]:
    found, place = [], 0
    end = len(expression.rstrip())
    while place < end:
        match = _TOKEN.match(expression, place)
        if match is None or match.lastgroup is None:
            start = place + len(expression[place:]) - len(expression[place:].lstrip())
            raise InvalidExpression(f"{expression[start]!r} cannot stand here", start + 1)
        found.append(Token(match.lastgroup, match[match.lastgroup], match.start(match.lastgroup) + 1))
        place = match.end()
        if len(found) > MOST_TOKENS:
            raise InvalidExpression(f"there are more than {MOST_TOKENS} words and signs", found[-1].position)
    return [*found, Token("end", "the end", end + 1)]


class _Checker:
    """Reads the expression from left to right; each method answers the type of what it has read."""

    def __init__(self, tokens: list[Token], variable: str, facts: Mapping[str, str]) -> None:
        self._tokens = tokens
        self._place = 0
        self._depth = 0
        self._variable = variable
        self._facts = facts
        self._named: set[str] = set()

    def run(self) -> frozenset[str]:
        """Check the whole."""
        first = self._now
        found = self._expression()
        if self._now.kind != "end":
            self._refuse(f"{self._now.text} cannot stand here")
        if found != "bool":
            self._refuse(f"the whole must be true or false, and is {_a(found)}", first)
        if not self._named:
            self._refuse(f"names no fact: {self._known()}", first)
        return frozenset(self._named)

    @property
    def _now(self) -> Token:
        return self._tokens[self._place]

    def _refuse(self, message: str, token: Token | None = None) -> NoReturn:
        raise InvalidExpression(message, (token or self._now).position)

    def _take(self, *texts: str) -> Token | None:
        token = self._now
        if token.kind != "string" and token.text in texts:
            self._place += 1
            return token
        return None

    def _expect(self, text: str) -> None:
        if self._take(text) is None:
            self._refuse(f"{text} is missing before {self._now.text}")

    def _known(self) -> str:
        return "there are " + ", ".join(f"{self._variable}.{name}" for name in self._facts)

    def _expression(self) -> str:
        self._depth += 1
        if self._depth > DEEPEST:
            self._refuse(f"is nested deeper than {DEEPEST}")
        token = self._now
        found = self._either()
        if self._take("?"):
            self._want(found, "bool", "before ?", token)
            second = self._now
            found = self._either()
            self._expect(":")
            other = self._expression()
            if other != found:
                self._refuse(f"both sides of : must be alike, and are {_a(found)} and {_a(other)}", second)
        self._depth -= 1
        return found

    def _want(self, found: str, wanted: str, where: str, token: Token) -> None:
        if found != wanted:
            self._refuse(f"{_a(wanted)} must stand {where}, not {_a(found)}", token)

    def _either(self) -> str:
        return self._logical("||", self._both)

    def _both(self) -> str:
        return self._logical("&&", self._relation)

    def _logical(self, sign: str, side: Side) -> str:
        token = self._now
        found = side()
        while self._take(sign):
            self._want(found, "bool", f"before {sign}", token)
            token = self._now
            self._want(side(), "bool", f"after {sign}", token)
        return found

    def _relation(self) -> str:
        first = self._now
        left = self._sum()
        sign = self._take("==", "!=", "<", "<=", ">", ">=", "in")
        if sign is None:
            return left
        right = self._sum()
        if sign.text == "in":
            if right != f"list of {left}":
                self._refuse(f"in needs a list of {left} after it, not {_a(right)}", sign)
        elif left != right or left.startswith("list"):
            hint = "; write the whole number with a point, as 5.0" if {left, right} == set(_NUMBERS) else ""
            self._refuse(f"{sign.text} cannot compare {_a(left)} with {_a(right)}{hint}", sign)
        elif left == "bool" and sign.text not in ("==", "!="):
            self._refuse(f"{sign.text} cannot order true and false", first)
        return "bool"

    def _sum(self) -> str:
        return self._arithmetic(("+", "-"), lambda: self._arithmetic(("*", "/", "%"), self._unary))

    def _arithmetic(self, signs: tuple[str, ...], side: Side) -> str:
        found = side()
        while (sign := self._take(*signs)) is not None:
            other = side()
            if found not in _NUMBERS or found != other or (sign.text == "%" and found == "double"):
                self._refuse(f"{sign.text} cannot join {_a(found)} and {_a(other)}", sign)
        return found

    def _unary(self) -> str:
        sign = self._take("!", "-")
        if sign is None:
            return self._member()
        self._depth += 1
        if self._depth > DEEPEST:
            self._refuse(f"is nested deeper than {DEEPEST}")
        found = self._unary()
        self._depth -= 1
        if (sign.text == "!" and found != "bool") or (sign.text == "-" and found not in _NUMBERS):
            self._refuse(f"{sign.text} cannot stand before {_a(found)}", sign)
        return found

    def _member(self) -> str:
        found = self._primary()
        while self._take("."):
            method = self._now
            if method.kind != "name" or method.text not in _METHODS:
                self._refuse(f"there is no {method.text}; there are {', '.join(_METHODS)}, of strings")
            self._place += 1
            self._want(found, "string", f"before .{method.text}", method)
            self._expect("(")
            token = self._now
            self._want(self._expression(), "string", f"in {method.text}()", token)
            self._expect(")")
            found = "bool"
        return found

    def _primary(self) -> str:
        token = self._now
        self._place += token.kind != "end"
        match token.kind:
            case "number":
                if "." not in token.text and int(token.text) > _LARGEST:
                    self._refuse("the number is too large", token)
                return "double" if "." in token.text else "int"
            case "string":
                return "string"
            case "name":
                return self._name(token)
        if token.text == "(":
            found = self._expression()
            self._expect(")")
            return found
        if token.text == "[":
            return self._list(token)
        self._refuse(f"a value is missing before {token.text}", token)

    def _list(self, token: Token) -> str:
        found = self._expression()
        while self._take(","):
            other = self._now
            self._want(self._expression(), found, "in a list of such", other)
        self._expect("]")
        return f"list of {found}"

    def _name(self, token: Token) -> str:
        if token.text in ("true", "false"):
            return "bool"
        if token.text == self._variable:
            return self._fact()
        if token.text == "has":
            self._expect("(")
            if self._take(self._variable) is None:
                self._refuse(f"has() takes a fact: {self._known()}")
            self._fact()
            self._expect(")")
            return "bool"
        if token.text == "size":
            self._expect("(")
            inner = self._now
            found = self._expression()
            if found != "string" and not found.startswith("list"):
                self._refuse(f"size() takes a string or a list, not {_a(found)}", inner)
            self._expect(")")
            return "int"
        self._refuse(f"there is no {token.text}; facts are written {self._variable}.<name>: {self._known()}", token)

    def _fact(self) -> str:
        self._expect(".")
        token = self._now
        if token.kind != "name" or token.text not in self._facts:
            self._refuse(f"there is no fact {self._variable}.{token.text}; {self._known()}")
        self._place += 1
        self._named.add(token.text)
        return self._facts[token.text]


_WORDS: Final = {
    "int": "a whole number",
    "double": "a number with a point",
    "bool": "true or false",
    "string": "a text",
}


def _a(found: str) -> str:
    """A type in a sentence."""
    return _WORDS.get(found, f"a {found}")
