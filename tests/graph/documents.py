"""Random documents over the types that the oracle knows: aliases, fragments of all kinds, directives, merged fields."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field

from tests.graph.oracle import LISTS, ONES, VALUES

_TARGETS = {
    "milestones": "Milestone",
    "risks": "Risk",
    "teams": "Team",
    "assessments": "Assessment",
    "responses": "Response",
    "actions": "Action",
    "ownedRisks": "Risk",
    "ownedVentures": "Venture",
}
ROOTS = {
    "ventures": "Venture",
    "risks": "Risk",
    "milestones": "Milestone",
    "members": "Member",
    "assessments": "Assessment",
}


@dataclass
class Writer:
    """Writes one document; the same seed writes the same."""

    dice: random.Random
    fragments: list[str] = field(default_factory=list)
    aliases: int = 0

    def document(self) -> str:
        """A query with the variables `$yes` and `$no`."""
        roots = [self.listing(*self.dice.choice(list(ROOTS.items())), 3) for _ in range(self.dice.randint(1, 3))]
        body = " ".join(roots)
        return " ".join(
            [
                f"query Q($yes: Boolean!, $no: Boolean = false) {{ {body} "
                "_: __typename @include(if: $yes) @skip(if: $no) }",
                *self.fragments,
            ]
        )

    def alias(self) -> str:
        """A name that no other field has."""
        self.aliases += 1
        return f"a{self.aliases}"

    def directive(self) -> str:
        """Nothing, mostly; else a condition."""
        conditions = [
            "@include(if: $yes)",
            "@include(if: $no)",
            "@skip(if: $no)",
            "@skip(if: $yes)",
            "@skip(if: false)",
        ]
        return self.dice.choice(conditions) if self.dice.random() < 0.2 else ""

    def listing(self, name: str, target: str, depth: int) -> str:
        """A connection; now and then asked twice under one key, to be merged."""
        size = self.dice.choice(["first: 9", "first: 2", "last: 2", "first: 5", "first: 1", "last: 7"])
        order = f"orderBy: [{{field: ID, direction: {self.dice.choice(['ASC', 'DESC'])}}}]"
        head = f"{self.alias()}: {name}({size} {order})"
        written = [
            f"{head} {self.directive() if twice else ''} {{ {self.connection(target, depth)} }}"
            for twice in range(self.dice.choice([1, 1, 1, 2]))
        ]
        return " ".join(written)

    def connection(self, target: str, depth: int) -> str:
        """What is asked of a connection, in a fragment or not."""
        return self.wrapped(f"{target}Connection", self.parts(target, depth))

    def parts(self, target: str, depth: int) -> str:
        """What is asked of a connection."""
        offered: list[Callable[[], str]] = [
            lambda: f"nodes {{ {self.selection(target, depth - 1)} }}",
            lambda: f"edges {{ {self.directive()} node {{ {self.selection(target, depth - 1)} }} }}".replace(
                "{  node", "{ node"
            ),
            lambda: "totalCount",
            lambda: "pageInfo { hasNextPage hasPreviousPage __typename }",
            lambda: f"{self.alias()}: nodes {{ id }}",
        ]
        chosen = [write() for write in self.dice.sample(offered, self.dice.randint(1, 3))]
        return " ".join(part.replace("edges { @", "edges { __typename @") for part in chosen)

    def selection(self, target: str, depth: int) -> str:
        """What is asked of an object."""
        fields = [*self.dice.sample(VALUES[target], self.dice.randint(1, 3)), "id"]
        written = [
            f"{f'{self.alias()}: ' if self.dice.random() < 0.3 else ''}{name} {self.directive()}" for name in fields
        ]
        if self.dice.random() < 0.3:
            written.append("__typename")
        if depth > 0:
            for name, there in ONES[target].items():
                if self.dice.random() < 0.4:
                    written.append(f"{self.alias()}: {name} {{ {self.selection(there, depth - 1)} }}")
            lists = [name for parent, name in LISTS if parent == target]
            for name in self.dice.sample(lists, min(len(lists), self.dice.randint(0, 2))):
                written.append(self.listing(name, _TARGETS[name], depth))
        self.dice.shuffle(written)
        return self.wrapped(target, " ".join(written))

    def wrapped(self, target: str, inner: str) -> str:
        """The selection as it is, or in a fragment of some kind."""
        match self.dice.randint(0, 7):
            case 0:
                return f"... on {target} {self.directive()} {{ {inner} }} __typename"
            case 1:
                return f"... {{ {inner} }}"
            case 2 if not target.endswith("Connection"):
                return f"... on Node {{ id ... on {target} {{ {inner} }} }}"
            case 3:
                name = f"F{len(self.fragments)}"
                self.fragments.append("")
                place = len(self.fragments) - 1
                self.fragments[place] = f"fragment {name} on {target} {{ {inner} }}"
                return f"...{name} {self.directive()} __typename ...{name}"
        return inner
