"""Programs that call with a bearer token of their tenant's own issuer: as a service account, or as a member."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import Any, Final
from uuid import UUID

import sqlalchemy as sa
import structlog
from sqlmodel import col

from api.auth.access_tokens import Claimed, claimed, scopes_in, verify_access_token
from api.auth.cache import Standing
from api.auth.id_tokens import ALGORITHMS, BadToken, UnknownKey
from api.auth.lookups import bearer_standing
from api.auth.providers import Provider
from api.auth.registry import Registry
from domain.identity.tables import Identity
from domain.kernel.runtime import Runtime
from domain.single_sign_on.discovery import ProviderUnreachable
from domain.single_sign_on.tables import IdentityProvider
from domain.tenancy.permissions import Action

_ACTIONS: Final = frozenset(str(action) for action in Action)

log = structlog.get_logger(__name__)


class BearerTokens:
    """Finds out who calls with a token. The provider is asked for its keys only, and those are kept."""

    def __init__(self, runtime: Runtime, registry: Registry) -> None:
        self._runtime = runtime
        self._registry = registry

    async def standing(self, token: str) -> Standing | None:
        """The standing of a token's subject; None where the token, or whom it names, is not taken here."""
        said = claimed(token, self._runtime.settings.base_url)
        if said is None:
            return None
        providers = await self._registry.of_tenant(said.tenant_id, col(IdentityProvider.issuer) == said.issuer)
        for provider in providers[:1]:
            try:
                claims = await self._claims(token, provider, said)
            except (BadToken, ProviderUnreachable) as error:
                log.info("bearer token refused", provider=provider.name, reason=str(error))
                return None
            return await self._of_subject(provider, said, claims)
        return None

    async def _claims(self, token: str, provider: Provider, said: Claimed) -> dict[str, Any]:
        # Access tokens are signed by the keys of the provider, but not always by the algorithms of its ID tokens.
        try:
            keys = await provider.directory.keys()
            return verify_access_token(token, keys, said, ALGORITHMS, time.time())
        except UnknownKey:
            return verify_access_token(token, await provider.directory.keys_again(), said, ALGORITHMS, time.time())

    async def _of_subject(self, provider: Provider, said: Claimed, claims: dict[str, Any]) -> Standing | None:
        scopes = scopes_in(claims)
        assert provider.registration.id is not None
        return await bearer_standing(
            self._runtime,
            said.tenant_id,
            provider.registration.id,
            said.subject,
            await self._user(said),
            None if scopes is None else scopes & _ACTIONS,
            datetime.fromtimestamp(claims["exp"], UTC),
        )

    async def _user(self, said: Claimed) -> UUID | None:
        statement = sa.select(col(Identity.user_id)).where(
            col(Identity.issuer) == said.issuer,
            col(Identity.subject) == said.subject,
            col(Identity.issuer_tenant_id) == said.tenant_id,
        )
        async with self._runtime.database.engine("auth").connect() as connection:
            return (await connection.execute(statement)).scalar_one_or_none()
