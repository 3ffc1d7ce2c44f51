"""A subscription as it is asked for: its one root field, its arguments, and where it begins."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import orjson
from graphql import FieldNode, Node, Undefined, VariableNode, Visitor, visit

from api.graphql.live.reading import Shown
from api.graphql.live.watching import Watch, alerts_watched, changes_watched
from api.graphql.running import Prepared
from domain.kernel.principal import Principal
from graph.errors import BadInput
from graph.selecting import Asked

_WATCHED: Final = {"alerts": ("AlertMessage", alerts_watched), "changes": ("ChangeMessage", changes_watched)}


@dataclass(frozen=True)
class Subscription:
    """What a subscription wants, shows, and where it begins."""

    watch: Watch
    shown: Shown
    after: int | None


def read_subscription(principal: Principal, prepared: Prepared, last_event_id: str | None = None) -> Subscription:
    """The subscription of an operation. Raises `Forbidden` and `BadInput`.

    `last_event_id` is what an event stream that connects again has seen last; it goes before `after`.
    """
    fields = Asked(prepared.document, [prepared.operation.selection_set]).fields("Subscription")
    if len(fields) != 1 or fields[0].name not in _WATCHED:
        raise BadInput("a subscription has exactly one root field: alerts or changes")
    root = fields[0]
    message, watched = _WATCHED[root.name]
    given = _plain({name: part.read(prepared.document.variables) for name, part in root.arguments.items()})
    watch = watched(principal, given)
    name = prepared.operation.name.value if prepared.operation.name else None
    used = _used_below(prepared)
    shaping = {key: value for key, value in prepared.document.variables.items() if key in used}
    values = orjson.dumps(shaping, default=str, option=orjson.OPT_SORT_KEYS)
    shown = Shown(prepared.document, root, message, (prepared.parsed.hash, name, values))
    return Subscription(watch, shown, _after(given, last_event_id))


def _plain(value: Any) -> Any:
    """A coerced argument without what is null or unset in it."""
    match value:
        case dict():
            return {name: plain for name, part in value.items() if (plain := _plain(part)) is not None}
        case [*items] if items and all(item is Undefined for item in items):
            return None  # `null` where a list may stand
        case _:
            return None if value is Undefined else value


class _Variables(Visitor):
    """Collects the names of variables."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def enter_variable(self, node: VariableNode, *_: Any) -> None:
        """One of them."""
        self.names.add(node.name.value)


def _used_below(prepared: Prepared) -> set[str]:
    """The variables that shape what is shown: where a subscription begins, and what it filters, is another matter."""
    found = _Variables()
    parts: list[Node] = [*prepared.document.fragments.values()]
    for node in prepared.operation.selection_set.selections:
        parts += node.directives or ()
        if not isinstance(node, FieldNode):
            parts.append(node)
        elif node.selection_set is not None:
            parts.append(node.selection_set)
    for part in parts:
        visit(part, found)
    return found.names


def _after(given: Mapping[str, Any], last_event_id: str | None) -> int | None:
    if last_event_id is not None:
        if not (last_event_id.isascii() and last_event_id.isdigit() and len(last_event_id) < 19):
            raise BadInput("Last-Event-ID is the sequence of the last event that was seen")
        return int(last_event_id)
    after = given.get("after")
    return None if after is None else int(after)
