"""The trusted documents of a tenant as requests ask for them; what was found is kept for four seconds."""

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
_POLICY: Final = "SELECT trusted_documents_only FROM tenant WHERE id = $1"


class TrustedDocuments:
    """Finds the documents of a process' tenants. Keys of what is kept begin with the tenant."""

    def __init__(self, runtime: Runtime) -> None:
        self._runtime = runtime
        self._kept: OrderedDict[tuple[UUID, str], tuple[float, Any]] = OrderedDict()
        self._always = runtime.settings.trusted_documents_only

    async def find(self, tenant_id: UUID, name: str) -> str | None:
        """The newest trusted document of a name: its program's own, or `sha256:` and the hash of its text."""
        found: str | None = await self._obtain(tenant_id, name, _DOCUMENT, name, name.removeprefix(SHA256))
        return found

    async def only(self, principal: Principal) -> bool:
        """Whether the caller's operations must be trusted documents."""
        tenants = await self._obtain(principal.tenant_id, "", _POLICY)
        return _concerns(self._always, principal) or _concerns(tenants, principal)

    async def _obtain(self, tenant_id: UUID, name: str, statement: str, *arguments: str) -> Any:
        kept = self._kept.get((tenant_id, name))
        if kept is not None and kept[0] > time.monotonic():
            return kept[1]
        async with self._runtime.database.reading(tenant_id) as connection:
            row = await connection.fetchrow(statement, tenant_id, *arguments)
        found = None if row is None else row[0]
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
