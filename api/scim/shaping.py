"""Rows as resources of SCIM, and resources as what the domain takes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final
from uuid import UUID

from pydantic import ValidationError
from scim2_models import InvalidValueException, Meta

from api.scim.refusals import invalid_values
from api.scim.resources import Email, Group, GroupOfUser, Name, User
from domain.kernel.ids import MalformedId, external_id, parse_id
from domain.tenancy import group_tables
from domain.tenancy.provisioning import DirectoryPerson
from domain.tenancy.provisioning_groups import DirectoryGroup
from domain.tenancy.tables import Member

_ATTRIBUTES: Final = {
    "email": "userName",
    "external_id": "externalId",
    "display_name": "displayName",
    "formatted_name": "name.formatted",
    "given_name": "name.givenName",
    "family_name": "name.familyName",
    "title": "displayName",
}


def user_of(member: Member, groups: Sequence[tuple[UUID, str]], base_url: str) -> User:
    """A member as a user; `groups` are ids and names of those that they are in."""
    told = (member.display_name, member.formatted_name, member.given_name, member.family_name)
    name = Name(formatted=member.formatted_name, given_name=member.given_name, family_name=member.family_name)
    return User(
        id=external_id("member", member.id),
        external_id=member.external_id,
        meta=_meta("User", member),
        user_name=member.email,
        display_name=member.name if told == (None,) * 4 else member.display_name,
        name=None if told[1:] == (None,) * 3 else name,
        active=member.archived_at is None,
        emails=[Email(value=member.email, type="work", primary=True)],
        groups=[
            GroupOfUser(
                value=external_id("group", id),
                ref=f"{base_url}/Groups/{external_id('group', id)}",
                display=title,
                type="direct",
            )
            for id, title in groups
        ]
        or None,
    )


def group_of(group: group_tables.Group) -> Group:
    """A group, without its members."""
    return Group(
        id=external_id("group", group.id),
        external_id=group.external_id,
        meta=_meta("Group", group),
        display_name=group.title,
    )


def _meta(name: str, row: Any) -> Meta:  # Any: an entity
    return Meta(
        resource_type=name, created=row.created_at, last_modified=row.updated_at, version=version_tag(row.version)
    )


def version_tag(version: int) -> str:
    """The entity tag of a version: weak, as RFC 7644 §3.14 has them."""
    return f'W/"{version}"'


def person_of(user: User) -> DirectoryPerson:
    """What a user says, as the domain takes it. Raises `InvalidValueException`."""
    name = user.name or Name()
    given = {
        "email": user.user_name,
        "external_id": user.external_id or None,
        "display_name": user.display_name or None,
        "formatted_name": name.formatted or None,
        "given_name": name.given_name or None,
        "family_name": name.family_name or None,
        "active": user.active is not False,
    }
    try:
        return DirectoryPerson.model_validate(given)
    except ValidationError as error:
        raise invalid_values(error, _ATTRIBUTES) from None


def said_of(group: Group) -> DirectoryGroup:
    """What a group says besides its members, as the domain takes it. Raises `InvalidValueException`."""
    try:
        return DirectoryGroup.model_validate({"title": group.display_name, "external_id": group.external_id or None})
    except ValidationError as error:
        raise invalid_values(error, _ATTRIBUTES) from None


def member_ids(values: Iterable[Any]) -> list[UUID]:
    """The members that a client names by `value`. Raises `InvalidValueException`."""
    return [_member_id(value) for value in values]


def _member_id(value: Any) -> UUID:
    if isinstance(value, str) and value.startswith("group_"):
        raise InvalidValueException(detail="groups do not nest: members are users")
    try:
        return parse_id("member", str(value))
    except MalformedId:
        raise InvalidValueException(detail=f"members: there is no such user: {str(value)[:80]}") from None
