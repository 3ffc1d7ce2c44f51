"""Requests that a stranger would make of the OpenAPI document alone: schemathesis, against a process of the API."""

from __future__ import annotations

import asyncio
import json
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from api.rest.operation import Caller
from api.rest.routes import all_operations
from cli.demo.filling import members_of, tenant_id
from cli.demo.story import TenantStory
from domain.kernel.ids import external_id
from domain.kernel.principal import ActorKind, Principal, Role
from domain.kernel.runtime import Runtime
from domain.kernel.tables import entities
from domain.kernel.work import unit_of_work
from domain.tenancy.api_keys import CreateApiKey, create_api_key
from domain.tenancy.service_accounts import CreateServiceAccount, create_service_account

PHASES: Final = "examples,fuzzing,stateful"
ALL_PHASES: Final = "examples,coverage,fuzzing,stateful"

EXPECTED: Final = ("2xx", "304", "403", "404", "409", "410", "412", "422", "429")
"""What a request that keeps to the schema may be answered with: of what another object is, no schema can tell."""

REFUSED: Final = ("400", "401", "403", "404", "405", "406", "409", "410", "412", "413", "415", "422", "428", "429")
"""What one that does not keep to it may be."""

SHUTS: Final = (
    "schedule_tenant_deletion",
    *("update_service_account", "archive_service_account", "update_api_key", "rotate_api_key", "revoke_api_key"),
)
"""What would shut the tenant, or the stranger out, for all that follows: ids that were answered are tried as well."""

ARCHIVED: Final = "use_after_free"
"""The check that does not hold: what is archived by `DELETE` is still read by its id, and says when it was archived."""


@dataclass(frozen=True)
class Insider:
    """Whose key the stranger has: the tenant, and an external id for each prefix of what is in it."""

    key: str
    tenant: str
    ids: dict[str, str]

    @classmethod
    async def of(cls, runtime: Runtime, story: TenantStory) -> Insider:
        """A program with all that an owner has in a tenant of the demo; nothing of what is tried is its own."""
        tenant = tenant_id(story)
        ids = {}
        async with runtime.database.reading(tenant) as connection:
            for entity in entities():
                table = entity.__tablename__
                statement = f"SELECT id FROM {table} WHERE tenant_id = $1 ORDER BY archived_at DESC, id LIMIT 1"
                if (id := await connection.fetchval(statement, tenant)) is not None:
                    ids[entity.prefix] = external_id(entity.prefix, id)
        owner = next(actor for actor in members_of(story).values() if actor.role is Role.OWNER)
        principal = Principal(tenant, ActorKind.MEMBER, Role.OWNER, owner.id, owner.id)
        async with unit_of_work(runtime, principal) as work:
            account = await create_service_account(work, CreateServiceAccount(title="A stranger", role=Role.OWNER))
            its = account.ids["service_account"]
            given = CreateApiKey(title="A stranger", role=Role.OWNER, service_account_id=its)
            made = await create_api_key(work, given)
        return cls(str(made.shown_once["key"]), external_id("tenant", tenant), ids)


def configuration(insider: Insider) -> str:
    """Each operation in the insider's tenant, on an object that is there."""
    lines = [
        "[parameters]",
        f'"path.tenant_id" = "{insider.tenant}"',
        "[checks.positive_data_acceptance]",
        f"expected-statuses = {json.dumps(EXPECTED)}",
        "[checks.negative_data_rejection]",
        f"expected-statuses = {json.dumps(REFUSED)}",
        "[phases.stateful.inference]",
        "algorithms = []",  # the document's own links: of all that could be guessed there are 15,000
    ]
    for operation in all_operations():
        if "{id}" in operation.path and operation.prefix in insider.ids:
            lines += ["[[operations]]", f'include-operation-id = "{operation.id}"']
            lines.append(f'parameters = {{ "path.id" = "{insider.ids[operation.prefix]}" }}')
    return "\n".join(lines) + "\n"


async def try_as_stranger(
    url: str,
    insider: Insider,
    folder: Path,
    *,
    examples: int = 0,
    seconds: int = 0,
    seed: int = 1,
    phases: str = PHASES,
) -> int:
    """Try every operation with so many examples, always the same, or at random for so long.

    Answers how many requests it was. Raises `AssertionError` with all faults.
    """
    settings = folder / "schemathesis.toml"
    settings.write_text(configuration(insider))
    options = [f"--phases={phases}", "--checks=all", f"--exclude-checks={ARCHIVED}"]
    options += ["--continue-on-failure", "--warnings=off", "--no-color", f"--seed={seed}"]
    if examples:
        options += [f"--max-examples={examples}", "--generation-deterministic"]
    else:
        options += [f"--max-time={seconds}", "--generation-database=none"]
    options.append("--request-timeout=45")  # events are waited for up to 30 seconds
    for operation in all_operations():
        if operation.caller in (Caller.OPERATOR, Caller.OPERATOR_IN_TENANT) or operation.id in SHUTS:
            options.append(f"--exclude-operation-id={operation.id}")
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "schemathesis.cli", "--config-file", str(settings), "run", f"{url}/openapi.json"),
        *("-H", f"Authorization: Bearer {insider.key}", *options),
        cwd=folder,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    told, _ = await process.communicate()
    text = told.decode()
    assert process.returncode == 0, text[-20_000:]
    found = re.search(r"(\d+) generated", text)
    assert found is not None, text[-5_000:]
    return int(found[1])
