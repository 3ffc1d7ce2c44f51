"""Random valid documents over the whole schema: aliases, merges, fragments of all kinds, directives, variables."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from graphql import GraphQLInterfaceType, GraphQLObjectType, GraphQLSchema, get_named_type, is_leaf_type

from tests.graph.differing.declared import TYPES
from tests.graph.differing.values import ABSENT, Declared, Pool, Values, Variable, Word, literal

DEEPEST = 3


@dataclass(frozen=True)
class Written:
    """A document with its variables; `cursors` are those that may bring a cursor, by the alias of the connection."""

    text: str
    variables: dict[str, Any]
    cursors: dict[str, list[str]]

    def __repr__(self) -> str:
        return f"{self.text}\n{json.dumps(self.variables)}"


@dataclass
class _Fragment:
    name: str
    on: str
    depth: int
    text: str


@dataclass
class Writer:
    """Writes one document."""

    values: Values
    schema: GraphQLSchema
    fragments: list[_Fragment] = field(default_factory=list)
    cursors: dict[str, list[str]] = field(default_factory=dict)
    aliases: int = 0
    several: int = 0
    "How many selections for objects of several types are open: within, no key may mean two things."

    def document(self) -> Written:
        """A query of one to three root fields."""
        query = self.schema.query_type
        assert query is not None
        offered = sorted(name for name in query.fields if self._may_ask(query, name))
        lists = [name for name in offered if "orderBy" in query.fields[name].args]
        roots = []
        past = [name for name in offered if "asOf" in query.fields[name].args]
        for _ in range(self.values.number(1, 3)):
            among = past if past and self.values.chance(20) else lists if self.values.chance(60) else offered
            name = self.values.choice(among)
            roots.append(self.asked(query, name, DEEPEST))
        body = " ".join(roots)
        if self.values.chance(10):
            body = f"... on Query {{ {body} }} __typename"
        declared = ", ".join(f"${name}: {each.text}" for name, each in self.values.variables.items())
        head = f"query Q({declared})" if declared else "query"
        fragments = " ".join(fragment.text for fragment in self.fragments)
        given = {name: each.given for name, each in self.values.variables.items() if each.given is not ABSENT}
        return Written(f"{head} {{ {body} }} {fragments}".strip(), given, self.cursors)

    def _may_ask(self, parent: GraphQLObjectType, name: str) -> bool:
        target = get_named_type(parent.fields[name].type).name.removesuffix("Connection")
        return self.values.known.field(parent.name, name) and (target not in TYPES or self.values.readable(target))

    def alias(self) -> str:
        """A name that no other field has."""
        self.aliases += 1
        return f"a{self.aliases}"

    def directive(self) -> str:
        """Nothing, mostly; else one or two conditions."""
        if not self.values.chance(12):
            return ""
        return " ".join(f"@{word}(if: {self.values.flag()})" for word in self.values.few(["include", "skip"], 2))

    def asked(self, parent: GraphQLObjectType, name: str, depth: int) -> str:
        """A field with its arguments and what is asked below; now and then twice under one key, to be merged."""
        declared = parent.fields[name]
        target = get_named_type(declared.type)
        if is_leaf_type(target):
            key = f"{self.alias()}: " if self.several or self.values.chance(20) else ""
            return f"{key}{name} {self.directive()}"
        assert isinstance(target, GraphQLObjectType | GraphQLInterfaceType)
        plain = not declared.args and not self.several and self.values.chance(60)
        key = name if plain else self.alias()
        if "after" in declared.args:
            self.cursors[key] = []
        arguments = self.arguments(name, target.name, declared.args, key)
        times = 2 if self.values.chance(12) else 1
        return " ".join(
            f"{key}: {name}{arguments} {self.directive()} {{ {self.selection(target, depth)} }}" for _ in range(times)
        )

    def arguments(self, name: str, target: str, declared: Any, key: str) -> str:
        """The arguments of a field."""
        given: dict[str, Any] = {}
        if "id" in declared:
            given["id"] = self._one_id(name, target)
        if "ids" in declared:
            ids = [self.values.id(None) for _ in range(self.values.number(0, 5))]
            given["ids"] = self.values.placed(declared["ids"].type, ids, nullable=False, absent=False)
        if "query" in declared:
            text = self.values.choice(["a", "al", "lph", "风险", "%", "风", "ALPHA", "\\", "é", "no such text"])
            given["query"] = self.values.placed(declared["query"].type, text, nullable=False, absent=False)
        if "types" in declared and self.values.chance(30):
            kinds = [self.values.value(get_named_type(declared["types"].type), "", "") for _ in range(2)]
            given["types"] = self.values.placed(declared["types"].type, kinds, nullable=True, absent=True)
        if "groupBy" in declared:
            given |= self._groups(target.removesuffix("Aggregate"), declared)
        if "after" in declared:
            given |= self._page(declared, key)
        if "asOf" in declared and self.values.chance(60):
            given["asOf"] = self.values.placed(declared["asOf"].type, self.values.past(), nullable=True, absent=True)
        of = target.removesuffix("Connection")
        if "filter" in declared and self.values.chance(45):
            chosen = self.values.filter(of)
            given["filter"] = chosen
        if "orderBy" in declared and self.values.chance(50):
            order = self.values.order(of)
            given["orderBy"] = self.values.placed(declared["orderBy"].type, order, nullable=True, absent=True)
        inside = ", ".join(f"{part}: {literal(value)}" for part, value in given.items())
        return f"({inside})" if inside else ""

    def _one_id(self, name: str, target: str) -> Any:
        if name == "node":
            readable = [found for found in sorted(TYPES) if self.values.readable(found)]
            return self.values.choice([self.values.id(self.values.choice(readable)), "garbage", "Risk_1"])
        other = self.values.id(target) if not self.values.chance(10) else self.values.id(None)
        return self.values.placed(
            self.schema.query_type.fields[name].args["id"].type,  # type: ignore[union-attr]  # there is one
            other,
            nullable=False,
            absent=False,
        )

    def _groups(self, target: str, declared: Any) -> dict[str, Any]:
        given: dict[str, Any] = {}
        if self.values.chance(80):
            kind = get_named_type(declared["groupBy"].type)
            keys = [Word(name) for name in kind.values if self.values.may_group(target, name)]
            chosen = self.values.few(keys, 3) if keys else []
            given["groupBy"] = self.values.placed(declared["groupBy"].type, chosen, nullable=True, absent=True)
        if self.values.chance(30):
            first = self.values.choice([1, 2, 1000])
            given["first"] = self.values.placed(declared["first"].type, first, nullable=True, absent=True)
        return given

    def _page(self, declared: Any, key: str) -> dict[str, Any]:
        given: dict[str, Any] = {}
        if self.values.chance(75):
            word = self.values.choice(["first", "last"])
            size = self.values.choice([1, 2, 3, 5, 9])
            given[word] = self.values.placed(declared[word].type, size, nullable=True, absent=True)
        for word in ("after", "before"):
            if self.values.chance(30):
                variable: Variable = self.values.fresh(Declared("String", None, ABSENT))
                given[word] = variable
                self.cursors[key].append(variable.name)
        return given

    def selection(self, target: GraphQLObjectType | GraphQLInterfaceType, depth: int) -> str:
        """What is asked of an object, in a fragment or not."""
        if isinstance(target, GraphQLInterfaceType):
            return self._any(depth)
        reused = [fragment for fragment in self.fragments if fragment.on == target.name and fragment.depth <= depth]
        if reused and not self.several and self.values.chance(15):
            return f"...{self.values.choice(reused).name} {self.directive()} __typename"
        inner = self._fields(target, depth)
        match self.values.number(0, 9):
            case 6:
                return f"... on {target.name} {self.directive()} {{ {inner} }} __typename"
            case 7:
                return f"... {self.directive()} {{ {inner} }} __typename"
            case 8 if "id" in target.fields:
                return f"... on Node {{ id ... on {target.name} {{ {inner} }} }}"
            case 9:
                fragment = _Fragment(f"F{len(self.fragments)}", target.name, depth, "")
                fragment.text = f"fragment {fragment.name} on {target.name} {{ {inner} }}"
                self.fragments.append(fragment)
                return f"...{fragment.name} {self.directive()} __typename ...{fragment.name}"
        return inner

    def _fields(self, target: GraphQLObjectType, depth: int) -> str:
        below = depth - 1 if target.name in TYPES else depth
        offered = [name for name in target.fields if self._may_ask(target, name)]
        if below <= 0:
            offered = [name for name in offered if not self._leads_on(target, name)]
        written = [self.asked(target, name, below) for name in self.values.few(offered, 5)]
        if self.values.chance(15):
            written.append("__typename")
        return " ".join(written)

    def _leads_on(self, target: GraphQLObjectType, name: str) -> bool:
        far = get_named_type(target.fields[name].type).name
        return far.removesuffix("Connection") in TYPES or far == "Node"

    def _any(self, depth: int) -> str:
        written = ["__typename", "id"]
        self.several += 1
        for name in self.values.few([name for name in sorted(TYPES) if self.values.readable(name)], 3):
            found = self.schema.get_type(name)
            assert isinstance(found, GraphQLObjectType)
            written.append(f"... on {name} {self.directive()} {{ {self.selection(found, max(depth - 1, 1))} }}")
        self.several -= 1
        return " ".join(written)


def write(draw: Callable[[Any], Any], schema: GraphQLSchema, pool: Pool, readable: Callable[[str], bool]) -> Written:
    """One random document that callers may ask who can read these types."""
    return Writer(Values(draw, schema, pool, readable), schema).document()
