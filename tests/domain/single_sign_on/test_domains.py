"""Domains of a tenant: shown by a TXT record that a real DNS server answers, or by the operator; one tenant's only."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any
from uuid import UUID

import dns.flags
import dns.message
import dns.rcode
import dns.rrset
import pytest
from pydantic import ValidationError

from domain.kernel.commands import COMMANDS, execute
from domain.kernel.errors import Conflict, InvalidState, NotFound
from domain.kernel.principal import ActorKind
from domain.kernel.runtime import Runtime
from domain.kernel.settings import Settings
from domain.single_sign_on.domains import MOST_DOMAINS
from domain.single_sign_on.tables import Domain
from tests.api.conftest import run
from tests.conftest import TestTenant


class Names(asyncio.DatagramProtocol):
    """A DNS server that knows TXT records by name, and nothing else."""

    def __init__(self) -> None:
        self.texts: dict[str, list[str]] = {}
        self.asked: list[str] = []

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport: Any = transport

    def datagram_received(self, data: bytes, address: Any) -> None:
        query = dns.message.from_wire(data)
        question = query.question[0]
        name = question.name.to_text().rstrip(".").lower()
        self.asked.append(name)
        answer = dns.message.make_response(query)
        if name in self.texts:
            quoted = [f'"{text}"' for text in self.texts[name]]
            answer.answer.append(dns.rrset.from_text(question.name, 60, "IN", "TXT", *quoted))
        else:
            answer.set_rcode(dns.rcode.NXDOMAIN)
        self.transport.sendto(answer.to_wire(), address)


@pytest.fixture
async def names(runtime: Runtime, settings: Settings) -> AsyncIterator[Names]:
    transport, protocol = await asyncio.get_running_loop().create_datagram_endpoint(Names, ("127.0.0.1", 0))
    port = transport.get_extra_info("sockname")[1]
    runtime.settings = settings.model_copy(update={"dns_servers": (f"127.0.0.1:{port}",)})
    yield protocol
    transport.close()


async def claim(runtime: Runtime, tenant: TestTenant, name: str) -> tuple[UUID, str]:
    id = (await run(runtime, tenant, "admin", "create_domain", name=name)).ids["domain"]
    return id, (await row_of(runtime, tenant, id))["token"]


async def row_of(runtime: Runtime, tenant: TestTenant, id: UUID) -> Any:
    async with runtime.database.reading(tenant.id) as connection:
        return await connection.fetchrow("SELECT * FROM domain WHERE tenant_id = $1 AND id = $2", tenant.id, id)


async def verify(runtime: Runtime, tenant: TestTenant, id: UUID) -> Any:
    await run(runtime, tenant, "admin", "verify_domain", id=id)
    return await row_of(runtime, tenant, id)


def unique(tenant: TestTenant) -> str:
    return f"{tenant.slug}.example"


async def test_a_domain_is_the_tenants_once_its_record_says_so(
    runtime: Runtime, tenant: TestTenant, names: Names
) -> None:
    name = unique(tenant)
    id, token = await claim(runtime, tenant, f" {name.upper()}. ")
    right = f"milepost-domain-verification={token}"
    for wrong in ([], [token], [right.upper()], [right[:-1]], [f"{right} "]):
        names.texts = {f"_milepost-challenge.{name}": wrong} if wrong else {name: [right]}
        with pytest.raises(InvalidState, match=f"there is no TXT record _milepost-challenge.{name} with {right}"):
            await verify(runtime, tenant, id)
    names.texts = {f"_milepost-challenge.{name}": ["v=spf1 -all", right]}
    shown = await verify(runtime, tenant, id)
    assert (shown["verified_by"], shown["verified_at"] is not None) == ("dns", True)
    names.asked.clear()
    assert (await verify(runtime, tenant, id))["version"] == shown["version"]
    assert names.asked == []


async def test_a_verified_domain_is_one_tenants_and_a_claim_blocks_nobody(
    runtime: Runtime, tenant: TestTenant, stranger: TestTenant, names: Names
) -> None:
    name = unique(tenant)
    theirs, their_token = await claim(runtime, stranger, name)
    ours, our_token = await claim(runtime, tenant, name)
    texts = [f"milepost-domain-verification={token}" for token in (our_token, their_token)]
    names.texts = {f"_milepost-challenge.{name}": texts}
    await verify(runtime, tenant, ours)
    with pytest.raises(Conflict, match=r"^this domain cannot be verified here; ask the operator$"):
        await verify(runtime, stranger, theirs)
    await run(runtime, tenant, "admin", "archive_domain", id=ours)
    assert (await verify(runtime, stranger, theirs))["verified_by"] == "dns"


async def test_two_tenants_at_once_do_not_both_get_it(
    runtime: Runtime, tenant: TestTenant, stranger: TestTenant
) -> None:
    name = unique(tenant)
    ids = [(await claim(runtime, each, name))[0] for each in (tenant, stranger)]
    operators = [replace(each.principal(), kind=ActorKind.OPERATOR, member_id=None) for each in (tenant, stranger)]
    command = COMMANDS["verify_domain"]
    both = (
        execute(runtime, who, command, command.input.model_validate({"id": id}))
        for who, id in zip(operators, ids, strict=True)
    )
    outcomes = await asyncio.gather(*both, return_exceptions=True)
    assert sorted(type(each).__name__ for each in outcomes) == ["Conflict", "Done"]


async def test_the_operator_verifies_without_a_record(runtime: Runtime, tenant: TestTenant, names: Names) -> None:
    id, _ = await claim(runtime, tenant, unique(tenant))
    command = COMMANDS["verify_domain"]
    operator = replace(tenant.principal(), kind=ActorKind.OPERATOR, member_id=None)
    await execute(runtime, operator, command, command.input.model_validate({"id": id}))
    assert (await row_of(runtime, tenant, id))["verified_by"] == "operator"
    assert names.asked == []


@pytest.mark.parametrize(
    "name", ["", "com", "example", "-x.example", "a b.example", "1.2.3.4", "x." * 200, "x@y.example", "*.example.com"]
)
async def test_what_is_no_domain_is_refused(runtime: Runtime, tenant: TestTenant, name: str) -> None:
    with pytest.raises(ValidationError):
        await run(runtime, tenant, "admin", "create_domain", name=name)


async def test_a_domain_is_kept_in_one_spelling_and_claimed_once(runtime: Runtime, tenant: TestTenant) -> None:
    id, _ = await claim(runtime, tenant, "Exämple.example")
    assert (await row_of(runtime, tenant, id))["name"] == "xn--exmple-cua.example"
    with pytest.raises(Conflict):
        await run(runtime, tenant, "admin", "create_domain", name="xn--exmple-cua.example")


async def test_another_tenants_domain_is_none(runtime: Runtime, tenant: TestTenant, stranger: TestTenant) -> None:
    id, _ = await claim(runtime, tenant, unique(tenant))
    for command in ("verify_domain", "archive_domain"):
        with pytest.raises(NotFound):
            await run(runtime, stranger, "owner", command, id=id)


async def test_a_tenant_claims_few_domains(runtime: Runtime, tenant: TestTenant) -> None:
    for number in range(MOST_DOMAINS):
        await run(runtime, tenant, "admin", "create_domain", name=f"d{number}.example")
    with pytest.raises(Exception, match="at most 20 domains"):
        await run(runtime, tenant, "admin", "create_domain", name="one-more.example")
    assert Domain.prefix == "domain"
