"""What can be asked of API keys. A key never has more than its maker or its account: neither at first nor later."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Annotated, Final
from uuid import UUID

from pydantic import Field

from domain.kernel.commands import Done, command
from domain.kernel.editing import apply, load_for_change
from domain.kernel.errors import Forbidden, Invalid, InvalidState
from domain.kernel.inputs import Change, IdOf, Input, Moment, Title, Whole, may_be_left_out
from domain.kernel.principal import ActorKind, Principal, Role
from domain.kernel.work import Work
from domain.tenancy.choices import Networks
from domain.tenancy.keys import hash_of, new_key
from domain.tenancy.permissions import Action, allows
from domain.tenancy.reach import check_reach, check_role, check_ventures
from domain.tenancy.stepping_up import require_recent
from domain.tenancy.tables import ApiKey, ServiceAccount

ApiKeyId = Annotated[UUID, IdOf("api_key")]
ServiceAccountId = Annotated[UUID, IdOf("service_account")]
VentureIds = Annotated[list[Annotated[UUID, IdOf("venture")]], Field(max_length=500)]
Scopes = Annotated[list[Action], Field(max_length=50)]
Overlap = Annotated[Whole, Field(ge=0, le=30)]

KEY: Final = {"key": "The key itself; null when the request is repeated with its idempotency key."}

ENDING: Final = "api_key"
"""The kind of work that is telling of a key that ends soon."""

TOLD_BEFORE: Final = timedelta(days=7)
"""How long before its end that is."""


class CreateApiKey(Input):
    """A new API key."""

    title: Title = Field(description="What the key is for.", examples=["Nightly export"])
    role: Role = Field(Role.VIEWER, description="What the key may do; never above your own role.")
    scopes: Scopes | None = Field(
        None, description="The only permissions of the key; left out: all that its role allows, or all of your own."
    )
    venture_ids: VentureIds | None = Field(None, description="The only ventures that the key may see; left out: all.")
    networks: Networks | None = Field(None, description="The only networks from which the key is taken; left out: all.")
    expires_at: Moment | None = Field(None, description="When the key stops to work; left out: never.")
    service_account_id: ServiceAccountId | None = Field(
        None, description="The service account in whose name it acts; left out: in yours."
    )


class UpdateApiKey(Change):
    """Changes to an API key: what is left out stays, null clears. It is never given more than it has."""

    id: ApiKeyId = Field(description="The API key.")
    title: Title = may_be_left_out("What the key is for.")
    scopes: Scopes = may_be_left_out("Its only permissions: some of those that it has.")
    networks: Networks | None = Field(None, description="The only networks from which the key is taken; null: all.")
    expires_at: Moment | None = Field(None, description="When the key stops to work; null: never.")


class RotateApiKey(Change):
    """Which API key gets a successor, and how long both work."""

    id: ApiKeyId = Field(description="The API key.")
    overlap_days: Overlap = Field(7, description="Days for which the former key works as well: 0 ends it at once.")
    expires_at: Moment | None = Field(
        None, description="When the new key stops to work; left out: it lives as long as the former was to."
    )


class RevokeApiKey(Change):
    """Which API key to revoke."""

    id: ApiKeyId = Field(description="The API key.")


@command(Action.API_KEY_WRITE, returns={"api_key": "api_key"}, creates=True, shown_once=KEY)
async def create_api_key(work: Work, given: CreateApiKey) -> Done:
    """Make an API key. The key itself is shown in this answer only.

    It acts in its maker's name and ends with the maker's membership, or in that of a service account and ends with it;
    an operator's keys have no maker.
    """
    check_role(work, given.role)
    if given.role is Role.OWNER:
        require_recent(work)
    _check_end(work, given.expires_at)
    venture_ids = await check_ventures(work, given.venture_ids)
    account_id = await _account(work, given.service_account_id)
    key = new_key(work.tenant_id)
    row = work.new(
        ApiKey,
        title=given.title,
        key_hash=hash_of(key),
        hint=key[-4:],
        role=given.role,
        scopes=_scopes(work, given),
        venture_ids=venture_ids,
        networks=given.networks,
        expires_at=given.expires_at,
        created_by=work.principal.member_id,
        service_account_id=account_id,
    )
    await _tell_of_end(work, row)
    return Done({"api_key": row.id}, {"key": key})


@command(Action.API_KEY_WRITE, returns={"api_key": "api_key"})
async def update_api_key(work: Work, given: UpdateApiKey) -> Done:
    """Change an API key: its title, networks and end; its permissions can only become fewer."""
    row = await load_for_change(work, ApiKey, given.id, given.expected_version)
    _check_reach(work, row)
    _check_lives(work, row)
    changes = given.sent("id", "expected_version")
    if "scopes" in changes:
        changes["scopes"] = _fewer(row, given.scopes)
    if "expires_at" in changes and given.expires_at != row.expires_at:
        _check_end(work, given.expires_at)
        if row.rotated_to is not None:
            raise InvalidState.at(
                "expires_at", message="the key was rotated: its end is fixed; revoke it to end it now"
            )
        if row.role is Role.OWNER:
            require_recent(work)
    apply(row, changes)
    if "expires_at" in changes:
        await _tell_of_end(work, row)
    return Done({"api_key": row.id})


@command(Action.API_KEY_WRITE, returns={"api_key": "api_key"}, shown_once=KEY)
async def rotate_api_key(work: Work, given: RotateApiKey) -> Done:
    """Give an API key a successor with all that it has. The new key is shown in this answer only.

    Until the overlap is over both work, and the former shows when it ends. Who rotates a key has the new one in hand:
    so it takes whoever could have made it, in whose name it then acts, unless it is a service account's.
    """
    row = await load_for_change(work, ApiKey, given.id, given.expected_version)
    _check_reach(work, row)
    _check_lives(work, row)
    if row.rotated_to is not None:
        raise InvalidState.at("id", message="the key was rotated before; rotate its successor")
    if row.role is Role.OWNER:
        require_recent(work)
    _check_scopes(work, row)
    _check_end(work, given.expires_at)
    lifetime = None if row.expires_at is None else row.expires_at - row.created_at
    key = new_key(work.tenant_id)
    successor = work.new(
        ApiKey,
        title=row.title,
        key_hash=hash_of(key),
        hint=key[-4:],
        role=row.role,
        scopes=row.scopes,
        venture_ids=row.venture_ids,
        networks=row.networks,
        expires_at=given.expires_at or (None if lifetime is None else work.now + lifetime),
        created_by=work.principal.member_id,
        service_account_id=row.service_account_id or _own_account(work.principal),
    )
    end = work.now + timedelta(days=given.overlap_days)
    row.rotated_to = successor.id
    row.expires_at = end if row.expires_at is None else min(end, row.expires_at)
    await _tell_of_end(work, successor)
    return Done({"api_key": successor.id}, {"key": key})


@command(Action.API_KEY_WRITE, returns={"api_key": "api_key"})
async def revoke_api_key(work: Work, given: RevokeApiKey) -> Done:
    """Revoke an API key: within seconds it is taken nowhere. It cannot be restored."""
    row = await load_for_change(work, ApiKey, given.id, given.expected_version, archived=True)
    if row.archived_at is None:
        row.archived_at = work.now
    return Done({"api_key": row.id})


async def _account(work: Work, wanted: UUID | None) -> UUID | None:
    """The account in whose name a new key acts. What an account makes acts as an account, and outlives it never."""
    if wanted is None:
        return _own_account(work.principal)
    return (await work.get(ServiceAccount, wanted, "service_account_id", archived=False)).id


def _own_account(principal: Principal) -> UUID | None:
    return principal.actor_id if principal.kind is ActorKind.SERVICE_ACCOUNT else principal.service_account_id


def _check_reach(work: Work, row: ApiKey) -> None:
    check_role(work, row.role, "the key's role")
    check_reach(work, row.venture_ids, "the key")


def _check_lives(work: Work, row: ApiKey) -> None:
    if row.expires_at is not None and row.expires_at <= work.now:
        raise InvalidState.at("id", message="the key has ended; make a new one")


def _check_end(work: Work, expires_at: datetime | None) -> None:
    if expires_at is not None and expires_at <= work.now:
        raise Invalid.at("expires_at", message="must lie in the future")


def _check_scopes(work: Work, row: ApiKey) -> None:
    """Raises `Forbidden` for a key that may do what the caller may not."""
    own = work.principal.scopes
    if own is not None and (row.scopes is None or not own.issuperset(row.scopes)):
        raise Forbidden("the key has permissions that you do not have: you cannot have it in hand")


def _scopes(work: Work, given: CreateApiKey) -> list[str] | None:
    if given.scopes is None:
        own = work.principal.scopes
        return None if own is None else sorted(own)
    for position, scope in enumerate(given.scopes):
        if not allows(work.principal, scope):
            message = "you do not have this permission yourself"
            raise Invalid.at("scopes", position, message=message, code=Forbidden.code)
    return sorted({str(scope) for scope in given.scopes})


def _fewer(row: ApiKey, wanted: Iterable[Action]) -> list[str]:
    for position, scope in enumerate(wanted):
        if row.scopes is not None and scope not in row.scopes:
            message = "the key does not have this permission, and is given no more; make a new key"
            raise Invalid.at("scopes", position, message=message, code=Forbidden.code)
    return sorted({str(scope) for scope in wanted})


async def _tell_of_end(work: Work, row: ApiKey) -> None:
    """Have it told in time that a key ends; of one that was never to live longer nobody needs to be told."""
    if row.expires_at is not None and row.expires_at - work.now > TOLD_BEFORE:
        await work.mark(ENDING, [row.id], row.expires_at - TOLD_BEFORE)
