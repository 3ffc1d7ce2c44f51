"""What a statement of the application must keep to, so that it stays in its tenant and could run on shards.

The rules are those of a distributed database, where a table without its own tenant predicate means all shards or an
error; on one server they are the first of the two locks.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from domain.everything import metadata
from migrations.roles import GLOBAL_TABLES
from tests.contract.sqltokens import Group, Item, Token, Unreadable, is_mark, is_query, is_word, parsed, words

TENANT_TABLES = frozenset(metadata.tables) - GLOBAL_TABLES
_IMMUTABLE = words("least greatest coalesce nullif lower upper length cardinality abs unnest array_append array_remove")
_NEVER = frozenset({"set_config", "nextval", "setval", "lastval", "currval", "dblink", "query_to_xml"})
_ADVISORY = ("pg_advisory", "pg_try_advisory")
_PLAIN = ("begin", "commit", "rollback", "savepoint", "release", "show", "start", "end", "discard")
_REFUSED = ("merge", "copy", "lock", "listen", "notify", "call", "do", "truncate", "create", "alter", "drop", "grant")
_NOT_FUNCTIONS = words(
    "in any all some array values and or not as then else when over filter within group by on using exists where from "
    "select lateral interval case between like ilike is with materialized recursive having returning limit offset join "
    "partition order conflict distinct uuid text integer bigint boolean json jsonb date numeric varchar timestamp "
    "timestamptz into set union except intersect row cast nothing"
)
_NOT_ALIASES = words(
    "from where group having window order limit offset fetch for returning set values on using select union intersect "
    "except join left right full inner cross natural lateral as and or with do insert update delete into tablesample"
)
_TABLES_END = words("where group having window order limit offset fetch for returning set values select do")
_CONDITION_ENDS = words(
    "where on group having window order limit offset fetch for returning join left right full inner cross"
)


@dataclass
class _Scope:
    """One query: its tables by alias, the aliases that name their tenant, and what it does."""

    verb: str = ""
    tables: dict[str, str] = field(default_factory=dict)
    tenants: set[str] = field(default_factory=set)
    "Aliases with a tenant predicate of their own; empty text for one without alias."


def broken_rules(statement: str) -> list[str]:
    """Sentences on what the statement does wrong; none when it is right."""
    try:
        return [complaint for each in parsed(statement) for complaint in _message(each)]
    except Unreadable as error:
        return [f"unreadable: {error}"]


def _message(items: list[Item]) -> Iterator[str]:
    if is_word(items[0], *_PLAIN):
        return
    if is_word(items[0], "set"):
        if not is_word(items[1], "local", "transaction"):
            yield "SET without LOCAL outlives its transaction"
        return
    if is_word(items[0], *_REFUSED):
        yield f"{items[0].text.upper()} is not for the application"  # type: ignore[union-attr]  # is_word: a token
        return
    if not is_query(Group(items)):
        raise Unreadable("begins with none of the known words")
    yield from _functions(items)
    yield from _query(items, frozenset())


def _functions(items: list[Item]) -> Iterator[str]:
    for place, item in enumerate(items):
        if isinstance(item, Group):
            name = _called(items, place)
            if name in _NEVER or name.startswith(_ADVISORY):
                yield f"{name}() is relied on by nobody"
            yield from _functions(item.items)
        elif is_word(item, "merge") and is_word(_at(items, place + 1), "into"):
            yield "MERGE"


def _called(items: list[Item], place: int) -> str:
    """The name of the function whose arguments stand at `place`; empty where it is no call."""
    before, earlier = _at(items, place - 1), _at(items, place - 2)
    if is_word(earlier, "as") or isinstance(earlier, Group):  # names of an alias' columns
        return ""
    if place and isinstance(before, Token) and before.kind in ("word", "name") and before.text not in _NOT_FUNCTIONS:
        return before.text
    return ""


def _at(items: list[Item], place: int) -> Item | None:
    return items[place] if 0 <= place < len(items) else None


def _query(items: list[Item], defined: frozenset[str]) -> Iterator[str]:
    """A query with its WITH, split at UNION and the like."""
    place = 0
    if is_word(items[0], "with"):
        place, defined, complaints = _with(items, defined)
        yield from complaints
    part: list[Item] = []
    for item in items[place:]:
        if is_word(item, "union", "intersect", "except"):
            yield from _select(part, defined)
            part = []
        elif not (part == [] and is_word(item, "all", "distinct")):
            part.append(item)
    yield from _select(part, defined)


def _with(items: list[Item], defined: frozenset[str]) -> tuple[int, frozenset[str], list[str]]:
    complaints: list[str] = []
    place = 1
    if is_word(items[place], "recursive"):
        place += 1
        names = {
            item.text
            for item, after in pairwise(items)
            if isinstance(item, Token)
            and item.kind in ("word", "name")
            and (is_word(after, "as") or isinstance(after, Group))
        }
        defined |= frozenset(names) - TENANT_TABLES
    while True:
        name = items[place]
        if not isinstance(name, Token):
            raise Unreadable("WITH without a name")
        if name.text in TENANT_TABLES:
            complaints.append(f"WITH {name.text} hides the table of that name")
        while not is_query(_at(items, place)):
            place += 1
            if place >= len(items):
                raise Unreadable("WITH without a query")
        body = items[place]
        assert isinstance(body, Group)
        complaints += _query(body.items, defined)
        defined |= {name.text}
        place += 1
        if not is_mark(_at(items, place), ","):
            return place, defined, complaints
        place += 1


def _select(items: list[Item], defined: frozenset[str]) -> Iterator[str]:
    """One query without WITH and UNION: each of its tenant tables has a predicate of its own."""
    if len(items) == 1 and isinstance(items[0], Group):
        yield from _query(items[0].items, defined)
        return
    first = items[0]
    scope = _Scope(first.text if isinstance(first, Token) else "")
    inner: list[Group] = []
    _gather(items, scope, defined, inner)
    _predicates(items, scope)
    for alias, table in scope.tables.items():
        alone = len(scope.tables) == 1 and "" in scope.tenants
        if table in TENANT_TABLES and alias not in scope.tenants and not alone:
            yield f"{table} has no tenant_id = $n of its own"
    if scope.verb in ("insert", "update", "delete"):
        yield from _writing(items, scope)
    for group in inner:
        yield from _query(group.items, defined)


def _gather(items: list[Item], scope: _Scope, defined: frozenset[str], inner: list[Group], call: bool = False) -> None:
    """Collect the tables of a scope and the queries inside it."""
    place = 0
    while place < len(items):
        item = items[place]
        if isinstance(item, Group):
            if is_query(item):
                inner.append(item)
            else:
                _gather(item.items, scope, defined, inner, bool(_called(items, place)))
        elif not call and _begins_tables(items, place):
            _tables(items, place + 1, scope, defined, several=not is_word(item, "join"))
        place += 1


def _begins_tables(items: list[Item], place: int) -> bool:
    item, before, after = items[place], _at(items, place - 1), _at(items, place + 1)
    if is_word(item, "from"):
        return not is_word(before, "distinct") or is_word(_at(items, place - 2), "select")
    if is_word(item, "update"):
        return place == 0
    if is_word(item, "using"):
        return isinstance(after, Token)
    return is_word(item, "join")


def _tables(items: list[Item], place: int, scope: _Scope, defined: frozenset[str], *, several: bool = True) -> None:
    """The list of tables that begins at `place`: names with their aliases, separated by commas."""
    while place < len(items):
        while is_word(_at(items, place), "lateral", "only"):
            place += 1
        item = _at(items, place)
        after = _at(items, place + 1)
        if isinstance(item, Group):
            if not is_query(item) and item.items:
                _tables(item.items, 0, scope, defined)
        elif isinstance(item, Token) and item.kind in ("word", "name") and not isinstance(after, Group):
            name = item.text
            if is_mark(after, "."):
                schema, place = name, place + 2
                last = _at(items, place)
                name = last.text if isinstance(last, Token) else ""
                name = name if schema == "public" else f"{schema}.{name}"
            alias = _alias(items, place + 1) or name
            if name not in defined:
                if alias in scope.tables:
                    raise Unreadable(f"{alias} twice in one query")
                scope.tables[alias] = name
        while place < len(items) and not is_mark(items[place], ","):
            if not several or is_word(items[place], *_TABLES_END):
                return
            place += 1
        place += 1


def _alias(items: list[Item], place: int) -> str:
    item = _at(items, place)
    if is_word(item, "as"):
        item = _at(items, place + 1)
    if isinstance(item, Token) and item.kind in ("word", "name") and not is_word(item, *_NOT_ALIASES):
        return item.text
    return ""


def _predicates(items: list[Item], scope: _Scope) -> None:
    """Find `alias.tenant_id = $n` where it must hold: in WHERE and ON, under no OR, NOT or CASE."""
    place = 0
    while place < len(items):
        item = items[place]
        if is_word(item, "where", "on") and not is_word(_at(items, place + 1), "conflict"):
            end = place + 1
            while end < len(items) and not is_word(items[end], *_CONDITION_ENDS):
                end += 1
            _conjunction(items[place + 1 : end], scope)
            place = end
            continue
        if isinstance(item, Group) and not is_query(item) and any(is_word(each, "join") for each in item.items):
            _predicates(item.items, scope)
        place += 1


def _conjunction(items: list[Item], scope: _Scope) -> None:
    if any(is_word(item, "or", "case") for item in items):
        return
    for place, item in enumerate(items):
        before = _at(items, place - 1) if place else None
        after = _at(items, place + 1)
        alone = (before is None or is_word(before, "and")) and (after is None or is_word(after, "and"))
        if isinstance(item, Group) and alone and not is_query(item):
            _conjunction(item.items, scope)
        if is_word(item, "tenant_id") or item == Token("name", "tenant_id"):
            alias = ""
            if is_mark(before, "."):
                owner = items[place - 2]
                alias = owner.text if isinstance(owner, Token) else ""
            start = place - 2 if alias else place
            if not is_word(_at(items, start - 1) if start else None, "not") and _is_parameter(items, start, place):
                scope.tenants.add(alias)


def _is_parameter(items: list[Item], start: int, place: int) -> bool:
    """Whether the column is compared with a bare parameter, on either side, cast or not, and nothing follows it."""
    before = _at(items, start - 1) if start else None
    if is_mark(before, "="):
        value = _at(items, start - 2) if start > 1 else None
        return isinstance(value, Token) and value.kind == "parameter"
    if not is_mark(_at(items, place + 1), "="):
        return False
    value = _at(items, place + 2)
    end = place + 3
    if is_word(value, "cast"):
        group = _at(items, end)
        value = group.items[0] if isinstance(group, Group) and group.items else None
        end += 1
    while is_mark(_at(items, end), "::"):
        end += 2
    rest = _at(items, end)
    return isinstance(value, Token) and value.kind == "parameter" and (rest is None or is_word(rest, "and"))


def _writing(items: list[Item], scope: _Scope) -> Iterator[str]:
    """Rules of INSERT, UPDATE and DELETE: who is written, with what, and what comes back."""
    if scope.verb == "insert":
        yield from _inserting(items)
    clause = ""
    for place, item in enumerate(items):
        if is_word(item, "set") and not is_word(_at(items, place - 1), "local"):
            clause = "SET"
        elif is_word(item, "where", "from", "values"):
            clause = ""
        elif is_word(item, "returning"):
            clause = "RETURNING"
        changed = clause == "SET" and is_word(item, "tenant_id") and not is_mark(_at(items, place - 1), ".")
        if changed and is_mark(_at(items, place + 1), "="):
            yield "tenant_id is changed"
        if clause == "RETURNING" and isinstance(item, Group):
            yield "RETURNING more than columns"
        if clause == "SET" or (scope.verb == "update" and clause == ""):
            yield from _volatile(items, place)
    if scope.verb == "delete":
        yield from (each for place in range(len(items)) for each in _volatile(items, place))


def _volatile(items: list[Item], place: int) -> Iterator[str]:
    item = items[place]
    if is_word(item, "current_timestamp", "current_date", "localtimestamp", "current_time"):
        yield f"{item.text}: times are parameters"  # type: ignore[union-attr]  # is_word: a token
    if isinstance(item, Group):
        name = _called(items, place)
        if name and name not in _IMMUTABLE and name not in TENANT_TABLES:
            yield f"{name}() in a write; values are parameters"
        if not is_query(item):
            for inside in range(len(item.items)):
                yield from _volatile(item.items, inside)


def _inserting(items: list[Item]) -> Iterator[str]:
    target, columns = _at(items, 2), _at(items, 3)
    if not isinstance(target, Token) or target.text not in TENANT_TABLES:
        return
    names = [item.text for item in columns.items if isinstance(item, Token)] if isinstance(columns, Group) else []
    if "tenant_id" not in names:
        yield f"{target.text} is inserted without its tenant_id"
    for place, item in enumerate(items):
        if is_word(item, "conflict") and is_word(_at(items, place - 1), "on"):
            about = _at(items, place + 1)
            named = [each.text for each in about.items if isinstance(each, Token)] if isinstance(about, Group) else []
            if not isinstance(about, Group) and not is_word(about, "do"):
                yield "ON CONFLICT ON CONSTRAINT: a shard's constraint has another name"
            if named and named[0] != "tenant_id":
                yield "ON CONFLICT names a key that does not begin with tenant_id"
