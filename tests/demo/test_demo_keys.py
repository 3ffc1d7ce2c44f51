"""Keys of the demo: one a role, kept in a private file, made anew when that is lost."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import sqlalchemy as sa
from sqlmodel import col

from cli.demo.filling import TENANTS, tenant_id
from cli.demo.keys import FILE, demo_keys
from cli.demo.people import provider_users
from domain.kernel.principal import Principal, Role
from domain.kernel.runtime import Runtime
from domain.kernel.settings import Settings
from domain.kernel.work import unit_of_work
from domain.tenancy.keys import hash_of, read_key
from domain.tenancy.tables import ApiKey, Member
from tests.conftest import Cluster


async def living(runtime: Runtime, slug: str) -> dict[str, Role]:
    """The role by the hash of each key that is taken, all of which act in the name of a member of that role."""
    story = next(story for story in TENANTS if story.slug == slug)
    async with unit_of_work(runtime, Principal.worker(tenant_id(story))) as work:
        statement = (
            sa.select(col(ApiKey.key_hash), col(ApiKey.role), col(Member.role))
            .join(Member, col(Member.id) == col(ApiKey.created_by))
            .where(
                col(ApiKey.tenant_id) == work.tenant_id,
                col(Member.tenant_id) == work.tenant_id,
                col(ApiKey.archived_at).is_(None),
            )
        )
        found = (await work.session.execute(statement)).all()
    assert all(role is members_role for _, role, members_role in found)
    return {key_hash: role for key_hash, role, _ in found}


async def test_a_key_for_each_role_kept_in_a_private_file_until_it_is_lost(copied: Runtime) -> None:
    path = copied.settings.data_dir / FILE
    keys = await demo_keys(copied, TENANTS)
    assert path.stat().st_mode & 0o777 == 0o600
    assert json.loads(path.read_text()) == keys
    for story in TENANTS:
        assert list(keys[story.slug]) == [str(role) for role in Role]
        for role, key in keys[story.slug].items():
            read = read_key(key)
            assert read is not None
            assert read.tenant_id == tenant_id(story)
            assert (await living(copied, story.slug))[read.key_hash] == role
    assert await demo_keys(copied, TENANTS) == keys

    path.unlink()
    anew = await demo_keys(copied, TENANTS)
    assert anew != keys
    assert {hash_of(key) for key in anew["aurora"].values()} == set(await living(copied, "aurora"))


def test_the_provider_learns_everybody_who_may_sign_in() -> None:
    users = provider_users(TENANTS)
    assert {
        "sub": "ada@aurora.example",
        "email": "ada@aurora.example",
        "email_verified": True,
        "name": "Ada Lindqvist",
    } in users
    assert len(users) == sum(len(story.people) + 1 for story in TENANTS)


def test_the_command_answers_with_what_developers_need(
    cluster: Cluster, clone: Callable[..., Settings], tmp_path: Path
) -> None:
    environment = cluster.environment("postgres", MILEPOST_DATA_DIR=str(tmp_path))
    environment["MILEPOST_DATABASE_URL"] = clone().database_url
    command = [sys.executable, "-m", "cli", "demo", "--json"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    assert [tenant["slug"] for tenant in answer["tenants"]] == ["aurora", "qiming"]
    assert all(set(tenant) == {"id", "slug", "name", "keys"} for tenant in answer["tenants"])
    assert answer["tenants"][0]["keys"] == json.loads((tmp_path / FILE).read_text())["aurora"]
    assert {user["email"] for user in answer["users"]} >= {"ada@aurora.example", "chen@qiming.example"}
