"""How the installation asks a tenant's own provider: through the guard, bounded, and never too many at one time."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

import httpx

from domain.kernel.errors import Busy, Invalid
from domain.kernel.outbound.transport import NO_ADDRESS, GuardedTransport
from domain.kernel.runtime import Runtime
from domain.kernel.targets import ForbiddenTarget, check_url
from domain.single_sign_on.discovery import MOST_BYTES, SECONDS, Directory, ProviderUnreachable

_MOST_CHECKS: Final = 4
"""Commands of a process that wait for strangers at one time: each may hold a connection to the database meanwhile."""

_checking: set[object] = set()


def transport_of(runtime: Runtime) -> GuardedTransport:
    """By which everything that a tenant's issuer names is fetched."""
    return GuardedTransport(runtime.strangers, seconds=SECONDS, most=MOST_BYTES)


def directory_of(runtime: Runtime, issuer: str) -> Directory:
    """The published documents of a tenant's issuer."""
    return Directory(issuer, lambda: httpx.AsyncClient(transport=transport_of(runtime), trust_env=False))


async def check_issuer(runtime: Runtime, issuer: str) -> None:
    """Ask for what the issuer publishes. Raises `Invalid` at `issuer`, saying what to change."""
    check_issuer_form(runtime, issuer)
    directory = directory_of(runtime, issuer)
    try:
        async with one_of_few():
            await directory.metadata()
            await directory.keys()
    except ProviderUnreachable as error:
        text = str(error)
        told = NO_ADDRESS if text.startswith(NO_ADDRESS) else text
        message = (
            f"no OpenID Connect provider was found there: {told}. Give the issuer exactly as its discovery document "
            "has it, without /.well-known/openid-configuration"
        )
        raise Invalid.at("issuer", message=message, code="ISSUER_UNUSABLE") from None


def check_issuer_form(runtime: Runtime, issuer: str) -> None:
    """Raises `Invalid` at `issuer` for an address that cannot be taken."""
    settings = runtime.settings
    try:
        check_url(
            issuer,
            allow_http=settings.webhook_allow_http,
            allowed=settings.webhook_allowed_networks,
            own_hosts=settings.own_hosts,
        )
        if "?" in issuer:
            raise ForbiddenTarget("the address must have no query")
    except ForbiddenTarget as error:
        raise Invalid.at("issuer", message=str(error), code="FORBIDDEN_TARGET") from None


@asynccontextmanager
async def one_of_few() -> AsyncIterator[None]:
    """While a command waits for a stranger. Raises `Busy` where too many do."""
    if len(_checking) >= _MOST_CHECKS:
        raise Busy("too many providers and domains are being checked at this moment; try again")
    mark = object()
    _checking.add(mark)
    try:
        yield
    finally:
        _checking.discard(mark)
