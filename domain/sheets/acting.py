"""As whom a sheet is brought in: as whoever asked for it, with the rights that they had then and still have."""

from __future__ import annotations

from typing import Any, Final
from uuid import UUID

from domain.kernel.errors import Forbidden, NotFound
from domain.kernel.principal import ActorKind, Principal, Role
from domain.kernel.work import Work
from domain.tenancy.tables import ApiKey, Member, ServiceAccount

_GONE: Final = "whoever asked for this import has no access any more"


def acting_as(principal: Principal) -> dict[str, Any]:
    """What is kept of a principal."""
    return {
        "kind": str(principal.kind),
        "role": str(principal.role),
        "actor_id": _text(principal.actor_id),
        "member_id": _text(principal.member_id),
        "service_account_id": _text(principal.service_account_id),
        "scopes": None if principal.scopes is None else sorted(principal.scopes),
        "venture_ids": None if principal.venture_ids is None else sorted(map(str, principal.venture_ids)),
    }


async def principal_of(work: Work, kept: dict[str, Any]) -> Principal:
    """The principal with no more rights than they have now. Raises `Forbidden` where they have none any more."""
    kind = ActorKind(kept["kind"])
    actor, member, account = (_id(kept[name]) for name in ("actor_id", "member_id", "service_account_id"))
    roles, ventures = [Role(kept["role"])], [_ids(kept["venture_ids"])]
    standing: list[tuple[type[ApiKey] | type[Member] | type[ServiceAccount], UUID | None]] = [
        (Member, member),
        (ServiceAccount, actor if kind is ActorKind.SERVICE_ACCOUNT else account),
        (ApiKey, actor if kind is ActorKind.API_KEY else None),
    ]
    for table, id in standing:
        if id is None:
            continue
        try:
            row = await work.get(table, id, archived=False)
        except NotFound:
            raise Forbidden(_GONE) from None
        if isinstance(row, ApiKey) and row.expires_at is not None and row.expires_at <= work.now:
            raise Forbidden(_GONE)
        roles.append(row.role)
        ventures.append(None if row.venture_ids is None else frozenset(row.venture_ids))
    allowed = [each for each in ventures if each is not None]
    return Principal(
        tenant_id=work.tenant_id,
        kind=kind,
        role=max(roles, key=lambda role: role.rank),
        actor_id=actor,
        member_id=member,
        service_account_id=account,
        scopes=None if kept["scopes"] is None else frozenset(kept["scopes"]),
        venture_ids=frozenset.intersection(*allowed) if allowed else None,
    )


def _text(id: UUID | None) -> str | None:
    return None if id is None else str(id)


def _id(text: str | None) -> UUID | None:
    return None if text is None else UUID(text)


def _ids(texts: list[str] | None) -> frozenset[UUID] | None:
    return None if texts is None else frozenset(map(UUID, texts))
