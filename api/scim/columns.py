"""Where each attribute of a resource is kept: what filters, orders and pages of SCIM are compiled to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import aliased
from sqlmodel import col

from domain.tenancy import group_tables, tables
from domain.tenancy.provisioning_groups import known_to_directory

Condition = sa.ColumnElement[bool]


class Kind(Enum):
    """How the values of an attribute are compared."""

    TEXT = auto()
    "As texts, whatever their case."
    EXACT = auto()
    "As texts, letter by letter."
    TRUTH = auto()
    MOMENT = auto()
    ID = auto()
    "As the external id of a uuid."


@dataclass(frozen=True)
class Attribute:
    """One attribute with one value: the SQL expression that has it, and how it is compared."""

    expression: Any  # a column or what is worked out of some
    kind: Kind
    prefix: str = ""
    "Of an id."
    folded: bool = False
    "Whether it is kept in small letters, so that an index can be asked as it is."


@dataclass(frozen=True)
class Several:
    """An attribute with several values: whether any of its rows satisfies a condition, and what a row has."""

    any: Callable[[Condition], Condition]
    parts: Mapping[str, Attribute]


@dataclass(frozen=True)
class Known:
    """All that is known of a type of resource: its rows, and where its attributes are."""

    name: str
    id: Any  # the column of the id
    visible: Callable[[UUID], Condition]
    "The rows of a tenant that a directory sees."
    single: Mapping[tuple[str, str | None], Attribute]
    "By the names of attribute and sub-attribute."
    several: Callable[[UUID], Mapping[str, Several]]


def _text(expression: Any) -> Attribute:
    return Attribute(expression, Kind.TEXT)


def _meta(row: Any, name: str) -> dict[tuple[str, str | None], Attribute]:
    return {
        ("meta", "created"): Attribute(col(row.created_at), Kind.MOMENT),
        ("meta", "last_modified"): Attribute(col(row.updated_at), Kind.MOMENT),
        ("meta", "resource_type"): Attribute(sa.literal(name), Kind.EXACT),
        ("schemas", None): Attribute(sa.literal(f"urn:ietf:params:scim:schemas:core:2.0:{name}"), Kind.TEXT),
    }


def shown_name(member: Any) -> sa.ColumnElement[str | None]:
    """The displayName of a member: what the directory calls them, or the product where it has told no name at all."""
    told = (member.display_name, member.formatted_name, member.given_name, member.family_name)
    untold = sa.and_(*(col(each).is_(None) for each in told))
    return sa.func.coalesce(col(member.display_name), sa.case((untold, col(member.name))))


@cache
def users() -> Known:
    """Members, as users."""
    member, place, group = tables.Member, group_tables.GroupMember, group_tables.Group
    email = Attribute(col(member.email), Kind.TEXT, folded=True)

    def several(tenant_id: UUID) -> Mapping[str, Several]:
        def in_a_group(condition: Condition) -> Condition:
            return sa.exists().where(
                col(place.tenant_id) == tenant_id,
                col(place.member_id) == col(member.id),
                col(place.archived_at).is_(None),
                col(group.tenant_id) == tenant_id,
                col(group.id) == col(place.group_id),
                condition,
            )

        here = {"value": Attribute(col(group.id), Kind.ID, "group"), "display": _text(col(group.title))}
        one = {"value": email, "primary": Attribute(sa.literal(True), Kind.TRUTH), "type": _text(sa.literal("work"))}
        direct = {"type": _text(sa.literal("direct"))}
        return {"groups": Several(in_a_group, here | direct), "emails": Several(lambda condition: condition, one)}

    return Known(
        "User",
        col(member.id),
        _visible_members,
        {
            ("id", None): Attribute(col(member.id), Kind.ID, "member"),
            ("external_id", None): Attribute(col(member.external_id), Kind.EXACT),
            ("user_name", None): email,
            ("display_name", None): _text(shown_name(member)),
            ("name", "formatted"): _text(col(member.formatted_name)),
            ("name", "given_name"): _text(col(member.given_name)),
            ("name", "family_name"): _text(col(member.family_name)),
            ("active", None): Attribute(col(member.archived_at).is_(None), Kind.TRUTH),
            **_meta(member, "User"),
        },
        several,
    )


def _visible_members(tenant_id: UUID) -> Condition:
    """Members whom a directory sees; of those with one address who are members no longer, the last one."""
    member = tables.Member
    later = aliased(member)
    successor = sa.exists().where(
        col(later.tenant_id) == tenant_id,
        col(later.email) == col(member.email),
        col(later.id) != col(member.id),
        sa.or_(
            col(later.archived_at).is_(None),
            sa.tuple_(col(later.archived_at), col(later.id)) > sa.tuple_(col(member.archived_at), col(member.id)),
        ),
    )
    return sa.and_(
        col(member.tenant_id) == tenant_id, known_to_directory(), sa.or_(col(member.archived_at).is_(None), ~successor)
    )


@cache
def groups() -> Known:
    """Groups."""
    member, place, group = tables.Member, group_tables.GroupMember, group_tables.Group

    def several(tenant_id: UUID) -> Mapping[str, Several]:
        def has_a_member(condition: Condition) -> Condition:
            return sa.exists().where(
                col(place.tenant_id) == tenant_id,
                col(place.group_id) == col(group.id),
                col(place.archived_at).is_(None),
                col(member.tenant_id) == tenant_id,
                col(member.id) == col(place.member_id),
                known_to_directory(),
                condition,
            )

        parts = {
            "value": Attribute(col(member.id), Kind.ID, "member"),
            "display": _text(col(member.name)),
            "type": _text(sa.literal("User")),
        }
        return {"members": Several(has_a_member, parts)}

    def visible(tenant_id: UUID) -> Condition:
        return sa.and_(col(group.tenant_id) == tenant_id, col(group.archived_at).is_(None))

    return Known(
        "Group",
        col(group.id),
        visible,
        {
            ("id", None): Attribute(col(group.id), Kind.ID, "group"),
            ("external_id", None): Attribute(col(group.external_id), Kind.EXACT),
            ("display_name", None): _text(col(group.title)),
            **_meta(group, "Group"),
        },
        several,
    )


def known(name: str) -> Known:
    """What is known of a type of resource by its name."""
    return {"User": users, "Group": groups}[name]()
