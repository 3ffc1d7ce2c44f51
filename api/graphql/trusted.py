"""A tenant's policy for GraphQL and its trusted documents, as requests ask for them; kept for four seconds."""

from __future__ import annotations

import time
from collections import OrderedDict
from typing import Any, Final
from uuid import UUID

from domain.documents.manifests import SHA256
from domain.kernel.principal import ActorKind, Principal
from domain.kernel.runtime import Runtime
from domain.tenancy.tables import TrustedOnly

SECONDS: Final = 4.0
"""So long an archived manifest, or a setting that was changed, lives on in a process."""
_MOST: Final = 2_000

_DOCUMENT: Final = """
SELECT d.body FROM trusted_document AS d
JOIN document_manifest AS m ON m.tenant_id = $1 AND m.id = d.manifest_id
WHERE d.tenant_id = $1 AND m.archived_at IS NULL AND (d.key = $2 OR d.sha256 = $3)
ORDER BY d.id DESC LIMIT 1
"""
_POLICY: Final = "SELECT trusted_documents_only, introspection FROM tenant WHERE id = $1"


class TrustedDocuments:
    """Finds the documents of a process' tenants. Keys of what is kept begin with the tenant."""

    def __init__(self, runtime: Runtime) -> None:
        self._runtime = runtime
        self._kept: OrderedDict[tuple[UUID, str], tuple[float, Any]] = OrderedDict()
        self._always = runtime.settings.trusted_documents_only
        self._introspection = runtime.settings.introspection

    async def find(self, tenant_id: UUID, name: str) -> str | None:
        """The newest trusted document of a name: its program's own, or `sha256:` and the hash of its text."""
        found = await self._obtain(tenant_id, name, _DOCUMENT, name, name.removeprefix(SHA256))
        return None if found is None else str(found["body"])

    async def only(self, principal: Principal) -> bool:
        """Whether the caller's operations must be trusted documents."""
        tenants = await self._obtain(principal.tenant_id, "", _POLICY)
        asked = None if tenants is None else tenants["trusted_documents_only"]
        return _concerns(self._always, principal) or _concerns(asked, principal)

    async def may_introspect(self, principal: Principal) -> bool:
        """Whether introspection is answered: by the installation, and by the caller's tenant."""
        tenants = await self._obtain(principal.tenant_id, "", _POLICY) if self._introspection else None
        return tenants is not None and tenants["introspection"] is not False

    async def _obtain(self, tenant_id: UUID, name: str, statement: str, *arguments: str) -> Any:
        kept = self._kept.get((tenant_id, name))
        if kept is not None and kept[0] > time.monotonic():
            return kept[1]
        async with self._runtime.database.reading(tenant_id) as connection:
            found = await connection.fetchrow(statement, tenant_id, *arguments)
        self._kept[tenant_id, name] = time.monotonic() + SECONDS, found
        self._kept.move_to_end((tenant_id, name))
        if len(self._kept) > _MOST:
            self._kept.popitem(last=False)
        return found


def _concerns(policy: str | None, principal: Principal) -> bool:
    match policy:
        case TrustedOnly.SESSIONS:
            return principal.session_id is not None
        case TrustedOnly.KEYS:
            return principal.kind in (ActorKind.API_KEY, ActorKind.SERVICE_ACCOUNT)
    return policy == TrustedOnly.EVERYBODY
