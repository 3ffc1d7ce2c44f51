"""Every type that can be read, found by its word, its GraphQL name or the prefix of its ids."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from graph.entities import (
    acceptances,
    acquisitions,
    alerts,
    audit,
    calendars,
    catalogue_entries,
    channels,
    compliance,
    fields,
    funding,
    health,
    indicators,
    issues,
    lessons,
    links,
    market,
    milestones,
    money,
    monitoring,
    people,
    planning,
    positioning,
    registers,
    resources,
    reviews,
    risks,
    roadmaps,
    sheets,
    single_sign_on,
    teams,
    tenancy,
    ventures,
    webhooks,
)
from graph.language import Entity, Relation, ToAny

CONTEXTS = (
    tenancy,
    calendars,
    ventures,
    teams,
    people,
    milestones,
    money,
    planning,
    health,
    roadmaps,
    catalogue_entries,
    resources,
    acquisitions,
    compliance,
    fields,
    positioning,
    funding,
    risks,
    links,
    acceptances,
    issues,
    registers,
    indicators,
    market,
    alerts,
    monitoring,
    reviews,
    lessons,
    webhooks,
    channels,
    audit,
    sheets,
    single_sign_on,
)

BY_WORD: Final[Mapping[str, Entity]] = {found.word: found for context in CONTEXTS for found in context.ENTITIES}
BY_NAME: Final[Mapping[str, Entity]] = {found.name: found for found in BY_WORD.values()}
BY_PREFIX: Final[Mapping[str, Entity]] = {found.prefix: found for found in BY_WORD.values()}


def _check() -> None:
    for entity in BY_WORD.values():
        for member in entity.members:
            ends = member.to if isinstance(member, ToAny) else (member.to,) if isinstance(member, Relation) else ()
            if missing := set(ends) - BY_WORD.keys():
                raise TypeError(f"{entity.name}.{member.graphql_name} leads to {missing}, which nothing declares")
        if len(entity.by_graphql_name) != len(entity.members):
            raise TypeError(f"{entity.name} has two members of one name")
        if "venture_id" in entity.columns.c and not entity.scope:
            raise TypeError(f"{entity.name} belongs to ventures, but restricted callers are not kept from it")


_check()
