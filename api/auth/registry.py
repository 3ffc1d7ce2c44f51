"""The providers by which people sign in: those of the installation, and those of tenants as they are needed."""

from __future__ import annotations

from collections import OrderedDict
from typing import Final
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from api.auth.providers import Provider, Registration
from domain.identity.tables import Session
from domain.kernel.ids import MalformedId, external_id, parse_id
from domain.kernel.principal import Principal
from domain.kernel.runtime import Runtime
from domain.kernel.secrets import UnreadableSecret
from domain.kernel.work import Work, perform
from domain.single_sign_on.asking import transport_of
from domain.single_sign_on.providers import client_secret_of
from domain.single_sign_on.tables import IdentityProvider

_MOST_KEPT: Final = 1_000


class Registry:
    """Finds providers. One a process: a tenant's provider is kept with what it has published, while it is unchanged."""

    def __init__(self, runtime: Runtime) -> None:
        settings = runtime.settings
        self._runtime = runtime
        self.of_installation = {
            described.name: Provider(Registration.of_installation(described), settings)
            for described in settings.identity_providers
        }
        self._kept: OrderedDict[tuple[UUID, UUID, int], Provider] = OrderedDict()

    async def of_tenant(self, tenant_id: UUID, *conditions: sa.ColumnElement[bool]) -> list[Provider]:
        """The providers of a tenant that are in use, the oldest first."""

        async def read(work: Work) -> list[IdentityProvider]:
            own = sa.select(IdentityProvider).where(
                col(IdentityProvider.tenant_id) == tenant_id,
                col(IdentityProvider.archived_at).is_(None),
                col(IdentityProvider.enabled).is_(True),
                *conditions,
            )
            return list((await work.session.execute(own.order_by(col(IdentityProvider.id)))).scalars())

        rows = await perform(self._runtime, Principal.worker(tenant_id), read)
        return [provider for row in rows if (provider := self._provider(row)) is not None]

    async def find(self, name: str, tenant_id: UUID | None) -> Provider | None:
        """The provider of a name: the installation's, or one of the tenant's own by its id."""
        found = self.of_installation.get(name)
        if found is not None or tenant_id is None:
            return found
        try:
            id = parse_id("identity_provider", name)
        except MalformedId:
            return None
        return next(iter(await self.of_tenant(tenant_id, col(IdentityProvider.id) == id)), None)

    async def of_session(self, session: Session) -> Provider | None:
        """The provider from which a session came, where it is still in use."""
        if session.identity_provider_id is not None:
            return await self.find(external_id("identity_provider", session.identity_provider_id), session.tenant_id)
        return next((each for each in self.of_installation.values() if each.issuer == session.issuer), None)

    def _provider(self, row: IdentityProvider) -> Provider | None:
        key = (row.tenant_id, row.id, row.version)
        kept = self._kept.get(key)
        if kept is not None:
            self._kept.move_to_end(key)
            return kept
        try:
            secret = client_secret_of(self._runtime.keys, row)
        except UnreadableSecret:
            return None
        registration = Registration(
            name=external_id("identity_provider", row.id),
            title=row.title,
            issuer=row.issuer,
            client_id=row.client_id,
            client_secret=secret,
            scopes=tuple(row.scopes),
            trust_email=row.trust_email,
            group_claim=row.group_claim,
            tenant_id=row.tenant_id,
            id=row.id,
        )
        provider = Provider(registration, self._runtime.settings, transport_of(self._runtime))
        self._kept[key] = provider
        if len(self._kept) > _MOST_KEPT:
            self._kept.popitem(last=False)
        return provider
