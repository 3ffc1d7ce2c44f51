"""What entries are about, and who acted: the ids of both in the form that they have everywhere."""

from __future__ import annotations

from functools import cache
from typing import Any

from domain.kernel.ids import external_id
from domain.kernel.principal import ActorKind
from domain.kernel.tables import Identified, entities, tables


@cache
def prefixes() -> dict[str, str]:
    """The prefix of the ids of each kind of object: entities by their words, the rest by their tables."""
    named = {str(each.__tablename__): each.prefix for each in tables() if issubclass(each, Identified) and each.prefix}
    return named | {entity.word: entity.prefix for entity in entities()}


def actor_id(entry: Any) -> str | None:
    """The id of the member or key who acted (of a row of `audit_entry`); None for a worker."""
    return None if entry.actor_id is None else external_id(ActorKind(entry.actor_kind).prefix, entry.actor_id)


def subject_id(entry: Any) -> str:
    """The id of what an entry is about."""
    return external_id(prefixes().get(entry.subject_type, entry.subject_type), entry.subject_id)
