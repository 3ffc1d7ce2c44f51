"""Logout that begins at the provider: it tells us by a signed token, server to server, whose sessions have ended there.

OpenID Connect Back-Channel Logout 1.0. A tenant's own provider is named with its tenant, since its id alone does not
say where to look: `/auth/backchannel-logout/<provider>?tenant=<tenant id>`.
"""

from __future__ import annotations

import time
from datetime import timedelta
from typing import Any, Final

import orjson
import sqlalchemy as sa
import structlog
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlmodel import col
from starlette.requests import Request
from starlette.responses import Response

from api.auth.forms import is_form, read_members
from api.auth.id_tokens import ALGORITHMS, BadToken, UnknownKey, signed
from api.auth.logout_tokens import OLDEST, LogoutToken, read_logout_token
from api.auth.providers import Provider
from api.auth.registry import Registry
from api.problems import Refusal
from domain.identity.tables import Identity, Session, UsedLogoutToken
from domain.kernel.ids import MalformedId, parse_id
from domain.kernel.runtime import Runtime
from domain.single_sign_on.discovery import ProviderUnreachable
from domain.tenancy.keys import hash_of

_KEPT: Final = timedelta(seconds=OLDEST) * 3
"""How long a used token is remembered: longer than it is taken."""

log = structlog.get_logger(__name__)


class EndedElsewhere:
    """`POST /auth/backchannel-logout/{provider}`."""

    def __init__(self, runtime: Runtime, registry: Registry) -> None:
        self._runtime = runtime
        self._registry = registry

    async def end(self, request: Request) -> Response:
        """200 where the sessions have ended, or there were none; 400 for a token that is not to be believed."""
        name = request.path_params["provider"]
        provider = await self._provider(name, request.query_params.get("tenant"))
        if provider is None:
            return _refused("there is no such provider")
        try:
            token = await self._token(request, provider)
            ended = await self._end(provider, token)
        except (BadToken, ProviderUnreachable) as error:
            log.warning("logout token refused", provider=name, reason=str(error))
            return _refused(f"the logout token is not taken: {error}")
        log.info("sessions ended by their provider", provider=name, ended=ended)
        return Response(status_code=200, headers={"Cache-Control": "no-store"})

    async def _provider(self, name: str, tenant: str | None) -> Provider | None:
        try:
            return await self._registry.find(name, None if tenant is None else parse_id("tenant", tenant))
        except MalformedId:
            return None

    async def _token(self, request: Request, provider: Provider) -> LogoutToken:
        try:
            members = await read_members(request) if is_form(request) else {}
        except Refusal:
            members = {}
        text = members.get("logout_token", "")
        directory = provider.directory
        metadata = await directory.metadata()
        algorithms = [name for name in ALGORITHMS if name in metadata.algorithms]
        try:
            header, claims = signed(text, await directory.keys(), algorithms)
        except UnknownKey:
            header, claims = signed(text, await directory.keys_again(), algorithms)
        # The provider's clock is the world's, whatever ours is set to in a rehearsal.
        return read_logout_token(header, claims, metadata.issuer, provider.registration.client_id, time.time())

    async def _end(self, provider: Provider, token: LogoutToken) -> int:
        """End what the token names, and remember the token, in one transaction. Raises `BadToken` for a used one."""
        now = self._runtime.clock.now()
        used = UsedLogoutToken(
            issuer=provider.issuer,
            client_id=provider.registration.client_id,
            token_hash=hash_of(token.id),
            forget_at=now + _KEPT,
        )
        async with self._runtime.database.engine("auth").begin() as connection:
            await connection.execute(sa.delete(UsedLogoutToken).where(col(UsedLogoutToken.forget_at) < now))
            noted = upsert(UsedLogoutToken).values(used.model_dump()).on_conflict_do_nothing()
            if not (await connection.execute(noted)).rowcount:
                raise BadToken("jti was used before")
            return (await connection.execute(sa.delete(Session).where(*_begun_by(provider, token)))).rowcount


def _begun_by(provider: Provider, token: LogoutToken) -> list[Any]:
    """The sessions that a provider may end by a token: begun through it, and by nobody else who has the same issuer."""
    registration = provider.registration
    which: list[Any] = [
        col(Session.issuer) == provider.issuer,
        col(Session.identity_provider_id).is_not_distinct_from(registration.id),
    ]
    if registration.tenant_id is not None:
        which.append(col(Session.tenant_id) == registration.tenant_id)
    if token.provider_session is not None:
        which.append(col(Session.provider_session) == token.provider_session)
    if token.subject is not None:
        users = sa.select(col(Identity.user_id)).where(
            col(Identity.issuer) == provider.issuer,
            col(Identity.subject) == token.subject,
            col(Identity.issuer_tenant_id).is_not_distinct_from(registration.tenant_id),
        )
        which.append(col(Session.user_id).in_(users))
    return which


def _refused(text: str) -> Response:
    body = orjson.dumps({"error": "invalid_request", "error_description": text})
    return Response(body, 400, {"Cache-Control": "no-store"}, "application/json")
