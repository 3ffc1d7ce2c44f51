"""Domains of a tenant: said to be its own, then shown to be by a TXT record or by the operator.

A claim that is not shown blocks nobody. A domain that is shown stays the tenant's until it is archived: it is not
looked up again by itself, since a record that is missing for an hour must not lock a company out. Where a domain has
changed hands, the operator archives it at the former tenant.
"""

from __future__ import annotations

import secrets
from typing import Annotated, Final
from uuid import UUID

import dns.asyncresolver
import dns.exception
import dns.nameserver
import idna
import sqlalchemy as sa
from pydantic import AfterValidator, Field
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlmodel import col

from domain.kernel.commands import Done, command
from domain.kernel.editing import load_for_change
from domain.kernel.errors import Conflict, Invalid, InvalidState, QuotaExceeded
from domain.kernel.inputs import Change, IdOf, Input
from domain.kernel.principal import ActorKind
from domain.kernel.runtime import Runtime
from domain.kernel.work import Work
from domain.single_sign_on.asking import one_of_few
from domain.single_sign_on.requiring import PROVIDERS, check_still_possible
from domain.single_sign_on.tables import Domain, TenantDomain, VerifiedBy
from domain.tenancy.permissions import Action
from domain.tenancy.reach import check_unrestricted

MOST_DOMAINS: Final = 20
RECORD: Final = "_milepost-challenge"
"""The label below the domain at which its TXT record stands."""

_DNS_SECONDS: Final = 5.0
_TENANT_DOMAINS: sa.Table = TenantDomain.__table__  # type: ignore[attr-defined]  # set by the mapper


def normal_domain(value: str) -> str:
    """The domain as addresses have it: ASCII, small letters. Raises ValueError."""
    try:
        name = idna.encode(value.strip().rstrip("."), uts46=True, std3_rules=True).decode()
    except (idna.IDNAError, UnicodeError):
        raise ValueError("must be a domain such as example.com") from None
    if "." not in name or len(name) > 200 or name.rpartition(".")[2].isdecimal():
        raise ValueError("must be a domain such as example.com")
    return name


def record_value(token: str) -> str:
    """What the TXT record holds."""
    return f"milepost-domain-verification={token}"


class CreateDomain(Input):
    """A domain that the tenant says is its own."""

    name: Annotated[str, AfterValidator(normal_domain), Field(max_length=253, examples=["example.com"])] = Field(
        description="The domain of e-mail addresses; its sub-domains are others."
    )


class NameDomain(Change):
    """Which domain is meant."""

    id: Annotated[UUID, IdOf("domain")] = Field(description="The domain.")


@command(Action.IDENTITY_PROVIDER_WRITE, returns={"domain": "domain"}, creates=True)
async def create_domain(work: Work, given: CreateDomain) -> Done:
    """Say that a domain is the tenant's. It counts once it is verified: by its TXT record, or by the operator."""
    check_unrestricted(work)
    await work.guard(PROVIDERS)
    own = sa.select(col(Domain.name)).where(col(Domain.tenant_id) == work.tenant_id, col(Domain.archived_at).is_(None))
    names = set((await work.session.execute(own)).scalars())
    if given.name in names:
        raise Conflict.at("name", message="the tenant has this domain already")
    if len(names) >= MOST_DOMAINS:
        raise QuotaExceeded(f"a tenant has at most {MOST_DOMAINS} domains; archive one first")
    domain = work.new(Domain, name=given.name, token=secrets.token_urlsafe(24))
    return Done({"domain": domain.id})


@command(Action.IDENTITY_PROVIDER_WRITE, returns={"domain": "domain"})
async def verify_domain(work: Work, given: NameDomain) -> Done:
    """Look for the TXT record that shows that the domain is the tenant's. An operator verifies it without one."""
    check_unrestricted(work)
    domain = await work.get(Domain, given.id)
    by_operator = work.principal.kind is ActorKind.OPERATOR
    if domain.verified_at is None and domain.archived_at is None and not by_operator:
        await _check_record(work.runtime, domain)
    domain = await load_for_change(work, Domain, given.id, given.expected_version)
    if domain.verified_at is not None:
        return Done({"domain": domain.id})
    taken = upsert(_TENANT_DOMAINS).values(domain=domain.name, tenant_id=work.tenant_id, verified_at=work.now)
    if (await work.session.execute(taken.on_conflict_do_nothing())).rowcount != 1:  # type: ignore[attr-defined]  # DML
        raise Conflict.at("id", message="this domain cannot be verified here; ask the operator")
    domain.verified_at = work.now
    domain.verified_by = VerifiedBy.OPERATOR if by_operator else VerifiedBy.DNS
    return Done({"domain": domain.id})


@command(Action.IDENTITY_PROVIDER_WRITE, returns={"domain": "domain"})
async def archive_domain(work: Work, given: NameDomain) -> Done:
    """Give a domain up: nobody is signed in for the first time by an address of it any more."""
    check_unrestricted(work)
    domain = await load_for_change(work, Domain, given.id, given.expected_version, archived=True)
    if domain.archived_at is None:
        await check_still_possible(work, without_domain=domain.id)
        domain.archived_at = work.now
        mine = (_TENANT_DOMAINS.c.domain == domain.name) & (_TENANT_DOMAINS.c.tenant_id == work.tenant_id)
        await work.session.execute(sa.delete(_TENANT_DOMAINS).where(mine))
    return Done({"domain": domain.id})


async def verified_domains(work: Work) -> frozenset[str]:
    """The domains that are shown to be the tenant's."""
    mine = sa.select(_TENANT_DOMAINS.c.domain).where(_TENANT_DOMAINS.c.tenant_id == work.tenant_id)
    return frozenset((await work.session.execute(mine)).scalars())


async def _check_record(runtime: Runtime, domain: Domain) -> None:
    """Raises `InvalidState` unless the record is there."""
    async with one_of_few():
        found = await _texts_at(runtime, f"{RECORD}.{domain.name}")
    if record_value(domain.token) not in found:
        wanted = f"{RECORD}.{domain.name} with {record_value(domain.token)}"
        message = f"there is no TXT record {wanted}; after a change DNS may take a while"
        raise InvalidState.at("id", message=message)


async def _texts_at(runtime: Runtime, name: str) -> list[str]:
    servers = runtime.settings.dns_servers
    try:
        resolver = dns.asyncresolver.Resolver(configure=not servers)
        if servers:
            resolver.nameservers = [_nameserver(server) for server in servers]
        resolver.cache = None
        answer = await resolver.resolve(name, "TXT", lifetime=_DNS_SECONDS, raise_on_no_answer=False)
    except dns.exception.Timeout:
        raise Invalid.at("id", message="DNS does not answer; try again in a minute", code="DNS_SILENT") from None
    except dns.exception.DNSException:
        return []
    return [b"".join(record.strings).decode(errors="replace") for record in answer.rrset or ()]


def _nameserver(server: str) -> dns.nameserver.Nameserver:
    host, _, port = server.rpartition(":")
    return dns.nameserver.Do53Nameserver(host.strip("[]"), int(port))
