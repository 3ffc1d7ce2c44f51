"""Whom a tenant lets in: people of which e-mail domains, and requests from which networks."""

from __future__ import annotations

from collections.abc import Sequence
from ipaddress import ip_address, ip_network

from domain.kernel.errors import Invalid
from domain.kernel.origin import address_now
from domain.kernel.principal import ActorKind
from domain.kernel.work import Work
from domain.tenancy.zone import tenant_of


async def check_email_domain(work: Work, email: str, *path: str | int) -> None:
    """Raises `Invalid` at `path` (`email` unless said) for an address of a domain that the tenant does not allow.

    The domain must be one of those allowed itself: what is below it is another.
    """
    allowed = (await tenant_of(work)).allowed_email_domains
    if allowed is not None and email.rpartition("@")[2] not in allowed:
        told = ", ".join(allowed[:5]) + (", \N{HORIZONTAL ELLIPSIS}" if len(allowed) > 5 else "")
        raise Invalid.at(*(path or ("email",)), message=f"the tenant takes addresses of {told} only")


def check_not_locked_out(work: Work, networks: Sequence[str]) -> None:
    """Raises `Invalid` for networks from which the caller himself would not be let in. Operators always are."""
    principal = work.principal
    if principal.kind in (ActorKind.OPERATOR, ActorKind.WORKER):
        return
    known = address_now()
    address = None if known is None else ip_address(known)
    read = [ip_network(network) for network in networks]
    if address is None or not any(address.version == each.version and address in each for each in read):
        message = f"your own address ({address}) is in none of them: you would lock yourself out"
        raise Invalid.at("allowed_networks", message=message)
