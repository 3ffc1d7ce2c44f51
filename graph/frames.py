"""A statement under construction: its parameters, and the frames of rows whose columns its expressions name.

SQL names come from here and from the declarations only. A client's names are JSON keys, its values parameters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from domain.kernel.errors import Forbidden
from domain.kernel.principal import ActorKind, Principal
from domain.tenancy.permissions import Action, allows, require
from graph.given import Given
from graph.language import Entity, Field, Relation, Rows, ToOne
from graph.registry import BY_WORD
from graph.request import Read, Request

_NAME = re.compile(r"[_A-Za-z][_0-9A-Za-z]*", re.ASCII)


def key_literal(name: str) -> str:
    """A JSON key as an SQL literal. GraphQL names have no other characters."""
    if not _NAME.fullmatch(name):
        raise ValueError("not a GraphQL name")
    return f"'{name}'"


_MOST_PAIRS: Final = 50


def json_object(pairs: list[tuple[str, str]]) -> str:
    """The SQL of a JSON object: by `json_build_object` where it can take so many keys; it is the quicker one."""
    if len(pairs) <= _MOST_PAIRS:
        return f"json_build_object({', '.join(f'{key_literal(key)}, {expression}' for key, expression in pairs)})"
    inside = ", ".join(f"{key_literal(key)} : {expression}" for key, expression in pairs)
    return f"JSON_OBJECT({inside} RETURNING json)"


class Build:
    """One statement: `$1` is the tenant; every other value is added by `bind`."""

    def __init__(self, request: Request, *, lower: bool = False) -> None:
        self.request = request
        self.lower = lower
        self.reads: list[Read] = [lambda asking: asking.tenant_id]
        self.shape: list[Read] = []
        "What later requests must have in common with this one, beyond the shape of their variables."
        self.conditions = 0
        "How many conditions filters have made so far."
        self._aliases = 0
        self._shared: dict[str, str] = {}

    @property
    def principal(self) -> Principal:
        """For whom it is built: role, scopes and whether restricted; the rest is parameters."""
        return self.request.principal

    @property
    def restricted(self) -> bool:
        """Whether the caller sees some ventures only."""
        return self.principal.venture_ids is not None and self.principal.kind is not ActorKind.WORKER

    def alias(self) -> str:
        """A new name for a row."""
        self._aliases += 1
        return f"t{self._aliases}"

    def bind(self, read: Read, cast: str) -> str:
        """A new parameter."""
        self.reads.append(read)
        return f"${len(self.reads)}::{cast}"

    def written(self, read: Read) -> str:
        """A number that stands in the text, because PostgreSQL plans by it: how many rows at most.

        Requests with another number have another statement.
        """
        self.shape.append(read)
        return str(int(read(self.request)))

    def shared(self, name: str, read: Read, cast: str) -> str:
        """A parameter that the whole statement has once."""
        if name not in self._shared:
            self._shared[name] = self.bind(read, cast)
        return self._shared[name]

    def admits(self, entity: Entity) -> bool:
        """Whether the caller may read the type."""
        return allows(self.principal, entity.needs) and not (entity.whole and self.restricted)

    def enter(self, entity: Entity) -> None:
        """Raises `Forbidden` unless the caller may read the type."""
        require(self.principal, entity.needs)
        if entity.whole and self.restricted:
            raise Forbidden("who is restricted to some ventures cannot see what concerns all of them")


_ANYWHERE: Final = (
    *("row", "there", "tenant", "now", "then", "today", "zone", "fiscal_month"),
    *("ventures", "unrestricted", "knows_members", "me"),
)
_CARRIED: Final = "_of_"


def brought(row: str, source: Frame, written: str) -> tuple[str, str]:
    """The columns that a source must bring for what is written about its rows as `row`, and the text that names them.

    Values of companions come along as columns of the row, so that a companion is not joined a second time.
    """
    written = re.sub(rf"\b({row}\.[a-z_]+{_CARRIED})\.", r"\1", written)
    columns = ["id"]
    for name in re.findall(rf"\b{row}\.([a-z][a-z0-9_]*)", written):
        companion, carried, column = name.partition(_CARRIED)
        if carried:
            columns.append(f"{source.companions[companion]}.{column} AS {name}")
        elif not name.endswith("_"):
            columns.append(name)
    chosen = dict.fromkeys(column if " AS " in column else f"{source.row}.{column}" for column in columns)
    return ", ".join(chosen), written


class Named(Mapping[str, str]):
    """Parameters by name, each added to the statement when a template first names it: PostgreSQL refuses idle ones."""

    def __init__(self, build: Build, cast: str, reads: Mapping[str, Read]) -> None:
        self._build = build
        self._cast = cast
        self._reads = reads
        self._bound: dict[str, str] = {}

    def __getitem__(self, name: str) -> str:
        """The parameter's SQL."""
        if name not in self._bound:
            self._bound[name] = self._build.bind(self._reads[name], self._cast)
        return self._bound[name]

    def __contains__(self, name: object) -> bool:
        """Whether there is such a parameter."""
        return name in self._reads

    def __iter__(self) -> Iterator[str]:
        """Their names."""
        return iter(self._reads)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._reads)


@dataclass(frozen=True)
class Moment:
    """A past instant at which rows are read: its parameter `then`, and how a request gives it."""

    named: Named
    given: Given

    @property
    def sql(self) -> str:
        """The instant's SQL."""
        return self.named["then"]


@dataclass
class Frame(Mapping[str, str]):
    """One row of one type in the statement, and the tables joined beside it. Maps the names of templates to SQL.

    With a moment the row is as it was then, and so is all that is reached from it: historic types are read from the
    twin tables of their versions, dated facts as far as they had been recorded, everything else as it is now.
    """

    build: Build
    entity: Entity | None
    row: str
    joins: list[str] = field(default_factory=list)
    there: str = ""
    moment: Moment | None = None
    names: Mapping[str, str] = field(default_factory=dict)
    "What else templates of this frame may name."
    carried: Mapping[str, str] = field(default_factory=dict)
    "Companions that the row's source has joined already, by name; see `carried_out`."
    documents: dict[str, str] = field(default_factory=dict)
    "JSON that the product brings along, by its name in templates."
    _companions: dict[str, str] = field(default_factory=dict)

    @property
    def table(self) -> str:
        """The table that the row stands in."""
        assert self.entity is not None
        return self.entity.table_name + ("_history" if self._past else "")

    @property
    def _past(self) -> bool:
        return self.moment is not None and self.entity is not None and self.entity.historic

    def value(self, member: Field | Rows) -> str:
        """The SQL of a field, or the source of rows."""
        return self.sql(member.past if self.moment is not None and member.past else member.sql)

    def reach(self, entity: Entity) -> Frame:
        """A frame over a row that is reached from this one. Raises `Forbidden`."""
        return frame_of(self.build, entity, self.moment)

    def at(self, moment: Moment | None) -> Frame:
        """The same row, with what is worked out for it as it was at another moment."""
        return self if moment is None else Frame(self.build, None, self.row, self.joins, moment=moment)

    def held(self) -> list[str]:
        """That the row was there at the frame's moment, and what it cannot be without.

        A row whose past is not kept is as it is now; one that belongs to a milestone that came later is left out.
        """
        if self.moment is None or self.entity is None:
            return []
        if self.entity.historic:
            return [self._version(self.row)]
        if self.entity.dated:
            return [self.sql(f"{{row}}.{self.entity.dated} <= {{then}}")]
        found = []
        for relation, twin in _needed(self.entity.word):
            alias = self.build.alias()
            conditions = [f"{alias}.tenant_id = $1", self.sql(relation.on, alias), self._version(alias)]
            found.append(f"EXISTS (SELECT 1 FROM {twin} {alias} WHERE {' AND '.join(conditions)})")
        return found

    def _version(self, alias: str) -> str:
        """That a version held at the frame's moment."""
        return self.sql(
            "{there}.valid_from <= {then} AND ({there}.valid_to IS NULL OR {there}.valid_to > {then})", alias
        )

    def sql(self, template: str, there: str = "") -> str:
        """A template's SQL for this row."""
        self.there = there
        return template.format_map(self)

    def __getitem__(self, name: str) -> str:
        """What a name in a template stands for."""
        build = self.build
        match name:
            case "row":
                return self.row
            case "there":
                return self.there
            case "tenant":
                return "$1"
            case "now":
                return self._now()
            case "then":
                assert self.moment is not None
                return self.moment.sql
            case "today":
                now = self._now()
                return f"(SELECT ({now} AT TIME ZONE z.time_zone)::date FROM tenant z WHERE z.id = $1)"
            case "zone":
                return "(SELECT z.time_zone FROM tenant z WHERE z.id = $1)"
            case "fiscal_month":
                return "(SELECT coalesce(z.fiscal_year_start_month, 1) FROM tenant z WHERE z.id = $1)"
            case "ventures":
                return build.shared("ventures", lambda asking: list(asking.principal.venture_ids or ()), "uuid[]")
            case "unrestricted":
                return "false" if build.restricted else "true"
            case "knows_members":
                return "true" if allows(build.principal, Action.MEMBER_READ) else "false"
            case "me":
                return build.shared("me", lambda asking: asking.principal.member_id, "uuid")
        if (text := self.documents.get(name)) is not None:
            return build.shared(name, lambda asking: text, "text::jsonb")
        return self.names[name] if name in self.names else self._companion(name)

    def _now(self) -> str:
        if self.moment is not None:
            return self.moment.sql
        return self.build.shared("now", lambda asking: asking.now, "timestamptz")

    def _companion(self, name: str) -> str:
        if name not in self._companions:
            assert self.entity is not None
            beside = self.entity.companions[name]
            if name in self.carried:
                self._companions[name] = f"{self.row}.{name}{_CARRIED}"
                return self._companions[name]
            alias = self.build.alias()
            if self.moment is not None and beside.past:
                self.joins.append(f"LEFT JOIN LATERAL ({self.sql(beside.past)}) {alias} ON true")
            else:
                on = beside.on.format(row=self.row, there=alias)
                join = "JOIN" if beside.always else "LEFT JOIN"
                self.joins.append(f"{join} {name} {alias} ON {alias}.tenant_id = $1 AND {on}")
            self._companions[name] = alias
        return self._companions[name]

    def __iter__(self) -> Iterator[str]:
        """Names that any template may use."""
        return iter(_ANYWHERE)

    def __len__(self) -> int:
        """How many those are."""
        return len(_ANYWHERE)

    @property
    def companions(self) -> Mapping[str, str]:
        """The joined companions' aliases by name."""
        return self._companions

    @property
    def tables(self) -> str:
        """The joined tables, to stand after FROM."""
        return " ".join(self.joins)


@cache
def _needed(word: str) -> tuple[tuple[ToOne, str], ...]:
    """The relations of a type that are never empty and lead to a historic one, with the table of its versions."""
    ones = [member for member in BY_WORD[word].members if isinstance(member, ToOne) and not member.nullable]
    return tuple((one, f"{BY_WORD[one.to].table_name}_history") for one in ones if BY_WORD[one.to].historic)


def frame_of(build: Build, entity: Entity, moment: Moment | None = None) -> Frame:
    """A frame over a new row of a type that the caller may read. Raises `Forbidden`."""
    build.enter(entity)
    return Frame(build, entity, build.alias(), moment=moment)


def seen(frame: Frame) -> list[str]:
    """What every row of the frame's type must meet: it is the tenant's, there, and in a venture that may be seen.

    Who may see is decided by what is allowed today, also for a row of the past.
    """
    assert frame.entity is not None
    conditions = [frame.sql(frame.entity.own), *frame.held()]
    if frame.build.restricted and frame.entity.scope:
        conditions.append(frame.sql(frame.entity.scope))
    return conditions


def linked(frame: Frame, relation: Relation, child: Frame) -> list[str]:
    """The conditions of the rows that a relation leads to."""
    return [*seen(child), frame.sql(relation.on, child.row)]
