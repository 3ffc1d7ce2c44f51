"""From a person's groups at the provider to a role: pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from domain.kernel.principal import Role

_MOST_GROUPS: Final = 2_000


def groups_in(claims: Mapping[str, Any], claim: str) -> frozenset[str] | None:
    """The groups that the claims name; none where the claim is missing, and None where the provider left them out.

    `claim` is a name, or a path of names with dots (`realm_access.roles`). A provider that leaves groups out because
    they are too many says so in `_claim_names` (OpenID Connect Core 5.6.2).
    """
    elsewhere = claims.get("_claim_names")
    if isinstance(elsewhere, Mapping) and claim in elsewhere:
        return None
    value: Any = claims.get(claim)
    if value is None and "." in claim:
        value = claims
        for name in claim.split("."):
            value = value.get(name) if isinstance(value, Mapping) else None
    if isinstance(value, str):
        return frozenset({value})
    if not isinstance(value, list):
        return frozenset()
    return frozenset(each for each in value[:_MOST_GROUPS] if isinstance(each, str))


def role_of(
    groups: frozenset[str], group_roles: Sequence[Mapping[str, Any]], default_role: Role | None, most_role: Role
) -> Role | None:
    """The most powerful role of the groups, never above `most_role`; the default where no group has one."""
    roles = [Role(each["role"]) for each in group_roles if each["group"] in groups]
    if not roles:
        return default_role
    return max(min(roles, key=lambda role: role.rank), most_role, key=lambda role: role.rank)


def settled_role(present: Role, wanted: Role | None, group_roles: Sequence[Mapping[str, Any]]) -> Role | None:
    """The role that a member with a role gets from that of the groups; None where the person may not enter.

    Owners are made by owners: where no group has that role, groups do not take it from anybody.
    """
    if present is Role.OWNER and not any(Role(each["role"]) is Role.OWNER for each in group_roles):
        return present
    return wanted
