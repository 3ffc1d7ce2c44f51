"""What the SCIM schemas of this service hold: only what is kept, and nothing that would be forgotten."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field
from scim2_models import (
    URN,
    CaseExact,
    ComplexAttribute,
    Mutability,
    Reference,
    Required,
    Resource,
    Returned,
    Uniqueness,
)


class Name(ComplexAttribute):
    """The components of a user's name."""

    formatted: str | None = None
    """The full name, formatted for display."""

    family_name: str | None = None
    """The family name."""

    given_name: str | None = None
    """The given name."""


class Email(ComplexAttribute):
    """The user's e-mail address."""

    value: Annotated[str | None, Mutability.read_only] = None
    """The address: the userName."""

    type: Annotated[str | None, Mutability.read_only] = Field(None, examples=["work"])
    """Always "work"."""

    primary: Annotated[bool | None, Mutability.read_only] = None
    """Always true."""


class GroupOfUser(ComplexAttribute):
    """A group that a user is in."""

    value: Annotated[str | None, Mutability.read_only, CaseExact.true] = None
    """The id of the group."""

    ref: Annotated[Reference[Group] | None, Mutability.read_only] = Field(
        None, serialization_alias="$ref", validation_alias="$ref"
    )
    """The address of the group."""

    display: Annotated[str | None, Mutability.read_only] = None
    """The name of the group."""

    type: Annotated[str | None, Mutability.read_only] = Field(None, examples=["direct"])
    """Always "direct": groups do not nest."""


class User(Resource[Any]):
    """A member of the tenant."""

    __schema__ = URN("urn:ietf:params:scim:schemas:core:2.0:User")

    user_name: Annotated[str | None, Required.true, Uniqueness.server] = None
    """The e-mail address by which the user signs in; unique among the members."""

    display_name: str | None = None
    """The name that is shown."""

    name: Name | None = None
    """The components of the name."""

    active: Annotated[bool | None, Required.true] = True
    """Whether the user may act. What is left out is true for a new user, and stays for one that is replaced."""

    emails: Annotated[list[Email] | None, Mutability.read_only] = None
    """The one address: the userName."""

    groups: Annotated[list[GroupOfUser] | None, Mutability.read_only] = None
    """The groups that the user is in."""


class MemberOfGroup(ComplexAttribute):
    """A user who is in a group."""

    value: Annotated[str | None, Mutability.immutable, CaseExact.true] = None
    """The id of the user."""

    ref: Annotated[Reference[User] | None, Mutability.immutable] = Field(
        None, serialization_alias="$ref", validation_alias="$ref"
    )
    """The address of the user."""

    display: Annotated[str | None, Mutability.read_only, Returned.request] = None
    """The name of the user; where it is asked for: `attributes=members.display`."""

    type: Annotated[str | None, Mutability.immutable] = Field(None, examples=["User"])
    """Always "User": groups do not nest."""


class Group(Resource[Any]):
    """A group of members; an administrator may say which role it gives."""

    __schema__ = URN("urn:ietf:params:scim:schemas:core:2.0:Group")

    display_name: Annotated[str | None, Required.true] = None
    """The name of the group."""

    members: list[MemberOfGroup] | None = None
    """The users who are in the group. What is left out of a replacement stays."""


# What refers to each other is known only now; the library would find it out at the first body, and a filter before that
# would know no attribute at all.
for _model in (User, Group):
    _model.model_rebuild(force=True)
