"""Search: what is found in the folded texts of a tenant, the best first.

A hit in the name comes before one in another text, an exact or beginning one before one within, shorter texts before
longer, and newer rows before older. A word begins after a space or a line; in scripts without spaces all is within.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from domain.kernel.machinery import SearchText
from domain.kernel.searching import folded
from domain.kernel.tables import Entity as EntityTable
from domain.tenancy.permissions import Action, allows
from graph.connections import Listing, connection_select
from graph.errors import BadInput
from graph.frames import Build, Frame, Named, frame_of, seen
from graph.given import Given, both
from graph.kinds import INT, clean_text, literal_pattern
from graph.language import Entity, Field
from graph.objects import any_sql
from graph.paging import present
from graph.registry import BY_WORD
from graph.request import Read, Request
from graph.selecting import Selected

SEARCHED: Final[Mapping[str, Entity]] = {
    word: found for word, found in BY_WORD.items() if issubclass(found.table, EntityTable) and found.table.searched
}
_NAME: Final = "split_part({row}.content, chr(10), 1)"
_RANK: Final = f"""CASE
  WHEN {_NAME} = {{query}} THEN 0
  WHEN {_NAME} LIKE {{beginning}} THEN 1
  WHEN {_NAME} LIKE {{word}} THEN 2
  WHEN {_NAME} LIKE {{within}} THEN 3
  WHEN {{row}}.content LIKE {{word}} OR {{row}}.content LIKE {{line}} THEN 4
  ELSE 5 END"""
_HIT: Final = Entity(
    word="search_hit",
    name="Search",
    singular="search_hit",
    plural="search_hits",
    description="What a search found.",
    table=SearchText,
    needs=Action.DOMAIN_READ,
    scope="",
    members=(
        Field(name="rank", description="How well it fits, from 0.", kind=INT, sql=_RANK, nullable=False),
        Field(name="length", description="How long it is.", kind=INT, sql="length({row}.content)", nullable=False),
    ),
    order=("rank", "length", "-id"),
)


_PATTERNS: Final[Mapping[str, Callable[[str], str]]] = {
    "query": lambda text: text,
    "beginning": lambda text: f"{literal_pattern(text)}%",
    "word": lambda text: f"% {literal_pattern(text)}%",
    "line": lambda text: f"%\n{literal_pattern(text)}%",
    "within": lambda text: f"%{literal_pattern(text)}%",
}


def search_sql(build: Build, selected: Selected) -> str:
    """The connection of what a search finds. Raises `BadInput`."""
    query, types = selected.arguments["query"], present(selected, "types")
    offered = [word for word, entity in SEARCHED.items() if allows(build.principal, entity.needs)]

    def wanted(asking: Request) -> list[str]:
        named = types.read(asking.variables) if types is not None else None
        return offered if named is None else [word for word in offered if word in {str(name) for name in named}]

    reads = {name: _asked(query, write) for name, write in _PATTERNS.items()}
    names = Named(build, "text", reads)

    def rows() -> tuple[Frame, list[str]]:
        frame = frame_of(build, _HIT)
        frame.names = names
        kinds = f"{frame.row}.type = ANY({build.bind(wanted, 'text[]')})"
        conditions = [*seen(frame), kinds, frame.sql("{row}.content LIKE {within}")]
        return frame, [*conditions, *_allowed(frame, offered)]

    hits = Listing(
        build,
        _HIT,
        selected,
        rows,
        lambda frame, below: any_sql(
            frame, Selected("node", "node", {}, below), tuple(offered), f"{frame.row}.type", f"{frame.row}.id"
        ),
        usual=_HIT.order,
        bound=both(query, types),
    )
    return f"({connection_select(hits)})"


def _asked(query: Given, write: Callable[[str], str]) -> Read:
    def read(asking: Request) -> str:
        text = folded(clean_text(query.read(asking.variables))).strip()
        if not text:
            raise BadInput("query must not be blank")
        return write(text)

    return read


def _allowed(frame: Frame, words: list[str]) -> list[str]:
    """That a hit lies in a venture which a restricted caller may see."""
    if not frame.build.restricted:
        return []
    cases = []
    for word in words:
        row = frame_of(frame.build, BY_WORD[word])
        conditions = [*seen(row), f"{row.row}.id = {frame.row}.id"]
        found = f"EXISTS (SELECT 1 FROM {row.table} {row.row} WHERE {' AND '.join(conditions)})"
        cases.append(f"WHEN '{word}' THEN {found}")
    return [f"(CASE {frame.row}.type {' '.join(cases)} ELSE false END)" if cases else "false"]
