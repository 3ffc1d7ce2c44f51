"""What can be asked of API keys. A key never has more than its maker: neither when it is made nor later."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from pydantic import Field

from domain.kernel.commands import Done, command
from domain.kernel.editing import load_for_change
from domain.kernel.errors import Forbidden, Invalid
from domain.kernel.inputs import Change, IdOf, Input, Moment, Title
from domain.kernel.principal import Role
from domain.kernel.work import Work
from domain.tenancy.choices import Networks
from domain.tenancy.keys import hash_of, new_key
from domain.tenancy.permissions import Action, allows
from domain.tenancy.reach import check_role, check_ventures
from domain.tenancy.stepping_up import require_recent
from domain.tenancy.tables import ApiKey

ApiKeyId = Annotated[UUID, IdOf("api_key")]
VentureIds = Annotated[list[Annotated[UUID, IdOf("venture")]], Field(max_length=500)]


class CreateApiKey(Input):
    """A new API key."""

    title: Title = Field(description="What the key is for.", examples=["Nightly export"])
    role: Role = Field(Role.VIEWER, description="What the key may do; never above your own role.")
    scopes: Annotated[list[Action], Field(max_length=50)] | None = Field(
        None, description="The only permissions of the key; left out: all that its role allows, or all of your own."
    )
    venture_ids: VentureIds | None = Field(None, description="The only ventures that the key may see; left out: all.")
    networks: Networks | None = Field(None, description="The only networks from which the key is taken; left out: all.")
    expires_at: Moment | None = Field(None, description="When the key stops to work; left out: never.")


class RevokeApiKey(Change):
    """Which API key to revoke."""

    id: ApiKeyId = Field(description="The API key.")


@command(
    Action.API_KEY_WRITE,
    returns={"api_key": "api_key"},
    creates=True,
    shown_once={"key": "The key itself; null when the request is repeated with its idempotency key."},
)
async def create_api_key(work: Work, given: CreateApiKey) -> Done:
    """Make an API key. The key itself is shown in this answer only.

    It acts in its maker's name and ends with the maker's membership; an operator's keys have no maker.
    """
    check_role(work, given.role)
    if given.role is Role.OWNER:
        require_recent(work)
    if given.expires_at is not None and given.expires_at <= work.now:
        raise Invalid.at("expires_at", message="must lie in the future")
    venture_ids = await check_ventures(work, given.venture_ids)
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
    )
    return Done({"api_key": row.id}, {"key": key})


def _scopes(work: Work, given: CreateApiKey) -> list[str] | None:
    if given.scopes is None:
        own = work.principal.scopes
        return None if own is None else sorted(own)
    for position, scope in enumerate(given.scopes):
        if not allows(work.principal, scope):
            message = "you do not have this permission yourself"
            raise Invalid.at("scopes", position, message=message, code=Forbidden.code)
    return sorted({str(scope) for scope in given.scopes})


@command(Action.API_KEY_WRITE, returns={"api_key": "api_key"})
async def revoke_api_key(work: Work, given: RevokeApiKey) -> Done:
    """Revoke an API key: within seconds it is taken nowhere. It cannot be restored."""
    row = await load_for_change(work, ApiKey, given.id, given.expected_version, archived=True)
    if row.archived_at is None:
        row.archived_at = work.now
    return Done({"api_key": row.id})
