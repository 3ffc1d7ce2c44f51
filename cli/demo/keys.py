"""API keys of the demo, one a role and tenant: made once, and kept in a file that only its owner may read."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Final

import sqlalchemy as sa
from sqlmodel import col

from cli.demo.filling import members_of, tenant_id
from cli.demo.story import TenantStory
from cli.installation import read_note, write_private
from domain.kernel.principal import ActorKind, Principal, Role
from domain.kernel.runtime import Runtime
from domain.kernel.work import unit_of_work
from domain.tenancy.api_keys import CreateApiKey, create_api_key
from domain.tenancy.keys import hash_of
from domain.tenancy.tables import ApiKey

FILE: Final = "demo-keys.json"
_TITLE: Final = "Demo: {role}"

Keys = Mapping[str, Mapping[str, str]]
"""Keys by the tenant's slug and the role."""


async def demo_keys(runtime: Runtime, tenants: Sequence[TenantStory]) -> Keys:
    """The keys of the tenants: those of the file while the database knows them, else new ones, which end the old.

    Raises OSError where the file cannot be written.
    """
    path = runtime.settings.data_dir / FILE
    kept = read_note(path)
    keys = {tenant.slug: await _keys_of(runtime, tenant, kept.get(tenant.slug)) for tenant in tenants}
    if keys != kept:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_private(path, json.dumps(keys, indent=2) + "\n")
    return keys


async def _keys_of(runtime: Runtime, tenant: TenantStory, kept: object) -> dict[str, str]:
    owner = _principal(tenant, Role.OWNER)
    async with unit_of_work(runtime, owner) as work:
        statement = sa.select(ApiKey).where(
            col(ApiKey.tenant_id) == work.tenant_id,
            col(ApiKey.archived_at).is_(None),
            col(ApiKey.title).in_([_TITLE.format(role=role) for role in Role]),
        )
        there = list((await work.session.execute(statement)).scalars())
        known = {(key.role, key.key_hash) for key in there}
        if isinstance(kept, dict) and known == {(role, hash_of(str(kept.get(role)))) for role in Role}:
            return {role: kept[role] for role in Role}
        for key in there:
            key.archived_at = work.now
    made = {}
    for role in Role:
        async with unit_of_work(runtime, _principal(tenant, role)) as work:
            done = await create_api_key(work, CreateApiKey(title=_TITLE.format(role=role), role=role))
            made[str(role)] = done.shown_once["key"]
    return made


def _principal(tenant: TenantStory, role: Role) -> Principal:
    """The first member of a role, in whose name its key acts."""
    short = next(person.short for person in tenant.people if person.role is role)
    member_id = members_of(tenant)[short].id
    return Principal(tenant_id(tenant), ActorKind.MEMBER, role, member_id, member_id)
