"""Which events a subscription wants, decided in memory from what every event carries."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from api.graphql.live.events import LiveEvent
from domain.kernel.ids import MalformedId, parse_id
from domain.kernel.principal import Principal
from domain.kernel.tables import Kind
from domain.tenancy.permissions import allows, require
from domain.webhooks.events import TEST
from domain.webhooks.matching import Told
from graph.errors import BadInput
from graph.kinds import clean_text
from graph.registry import BY_WORD

MOST_VALUES: Final = 100
SUBJECTS: Final = tuple(
    word for word, entity in BY_WORD.items() if entity.table.table_kind in (Kind.ENTITY, Kind.COMPUTED)
)
"""What events are about: all that is changed, and what workers store and tell of. Facts are told of by their entity."""

ALERT_PREFIX: Final = "risk.alert."


@dataclass(frozen=True)
class Watch:
    """What a subscription wants, and what its caller may see. A filter lets no event through that lacks its value."""

    subjects: frozenset[str]
    allowed: frozenset[UUID] | None = None
    "The only ventures that the caller may see."
    ventures: frozenset[UUID] | None = None
    prefix: str = ""
    "What the types begin with."
    types: frozenset[str] | None = None
    rules: frozenset[str] | None = None
    severities: frozenset[str] | None = None
    categories: frozenset[str] | None = None

    @property
    def ventures_read(self) -> list[UUID] | None:
        """The ventures to which a look into the table can be narrowed."""
        return None if self.ventures is None else sorted(self.ventures)

    def takes(self, event: LiveEvent) -> bool:
        """Whether the event is wanted, and not known to be another venture's."""
        if event.subject_type not in self.subjects or not event.type.startswith(self.prefix) or event.type == TEST:
            return False
        if self.allowed is not None and event.venture_id is not None and event.venture_id not in self.allowed:
            return False
        told = Told(event.type, event.subject_id, category=event.category, rule=event.rule)
        return (
            (self.ventures is None or event.venture_id in self.ventures)
            and (self.types is None or event.type in self.types)
            and (self.rules is None or event.rule in self.rules)
            and (self.severities is None or event.severity in self.severities)
            and (self.categories is None or not self.categories.isdisjoint(told.categories))
        )

    def must_be_seen(self, event: LiveEvent) -> bool:
        """Whether only the row itself tells if a restricted caller may know of the event."""
        return self.allowed is not None and event.venture_id is None and bool(BY_WORD[event.subject_type].scope)


def alerts_watched(principal: Principal, given: Mapping[str, Any]) -> Watch:
    """What `alerts(filter:)` wants. Raises `Forbidden` and `BadInput`."""
    require(principal, BY_WORD["alert"].needs)
    asked = given.get("filter") or {}
    types = _texts(asked, "type")
    if types is not None and (wrong := sorted(each for each in types if not each.startswith(ALERT_PREFIX))):
        raise BadInput(f"{wrong[0]} is no event of an alert")
    return Watch(
        subjects=frozenset({"alert"}),
        allowed=principal.venture_ids,
        ventures=_ventures(asked),
        prefix=ALERT_PREFIX,
        types=types,
        rules=_texts(asked, "rule"),
        severities=_texts(asked, "severity"),
        categories=_texts(asked, "category"),
    )


def changes_watched(principal: Principal, given: Mapping[str, Any]) -> Watch:
    """What `changes(types:, ventureId:)` wants. Raises `Forbidden` for a type that the caller may not read."""
    asked = _texts(given, "types")
    for word in asked or ():
        require(principal, BY_WORD[word].needs)
        if BY_WORD[word].whole and principal.venture_ids is not None:
            raise BadInput(f"who is restricted to some ventures cannot follow {word.upper()}, which concerns all")
    readable = {
        word
        for word in SUBJECTS
        if allows(principal, BY_WORD[word].needs) and not (BY_WORD[word].whole and principal.venture_ids is not None)
    }
    return Watch(
        subjects=frozenset(readable if asked is None else asked),
        allowed=principal.venture_ids,
        ventures=_ventures(given),
    )


def _values(given: Mapping[str, Any], name: str) -> list[str] | None:
    values = given.get(name)
    if values is None:
        return None
    listed = [clean_text(value) for value in (values if isinstance(values, list) else [values])]
    if len(listed) > MOST_VALUES:
        raise BadInput(f"{name} has at most {MOST_VALUES} values, not {len(listed)}")
    return listed


def _texts(given: Mapping[str, Any], name: str) -> frozenset[str] | None:
    values = _values(given, name)
    return None if values is None else frozenset(values)


def _ventures(given: Mapping[str, Any]) -> frozenset[UUID] | None:
    """Ventures by id. One that is not there, or not the caller's, is never met: no event of the tenant has it."""
    values = _values(given, "ventureId")
    try:
        return None if values is None else frozenset(parse_id("venture", value) for value in values)
    except MalformedId as error:
        raise BadInput(f"the id {error}") from None
