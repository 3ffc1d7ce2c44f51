"""Which text a request means: the one it brings, a trusted document by its name, or a persisted query by its hash."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from api.graphql.asking import Asked
from api.graphql.persisted import PersistedQueries
from api.graphql.refusals import Refused
from api.graphql.trusted import TrustedDocuments
from domain.documents.manifests import SHA256, sha256_of
from domain.kernel.principal import Principal
from domain.kernel.runtime import Runtime


class Naming:
    """Finds texts. Who may use trusted documents only is told so before any text is read."""

    def __init__(self, runtime: Runtime) -> None:
        self._trusted = TrustedDocuments(runtime)
        self._persisted = PersistedQueries(runtime)

    async def resolved(self, principal: Principal, asked: Asked) -> Asked:
        """The request with its text. Raises `Refused`."""
        only_trusted = await self._trusted.only(principal)
        text = asked.query
        if text is not None:
            digest = sha256_of(text) if asked.hash or only_trusted else None
            if asked.hash and asked.hash != digest:
                raise Refused("BAD_USER_INPUT", "extensions.persistedQuery.sha256Hash is not that of the query")
            if only_trusted and await self._trusted.find(principal.tenant_id, f"{SHA256}{digest}") is None:
                raise Refused("DOCUMENT_NOT_TRUSTED", "you may run trusted documents only, and this is none", 403)
            return asked
        name = asked.document_id or asked.hash
        assert name is not None
        text = await self._trusted.find(principal.tenant_id, name)
        if text is None and asked.hash and not only_trusted:
            text = await self._persisted.find(principal.tenant_id, asked.hash)
        if text is None:
            told = "PersistedQueryNotFound" if asked.hash else "there is no trusted document of this documentId"
            raise Refused("PERSISTED_QUERY_NOT_FOUND", told)
        return replace(asked, query=text)

    async def check_introspection(self, principal: Principal, errors: Sequence[dict[str, Any]]) -> None:
        """Raises `Refused` for a document with these errors of introspection, where that is not answered."""
        if errors and not await self._trusted.may_introspect(principal):
            raise Refused("BAD_USER_INPUT", errors[0]["message"], errors=list(errors))

    def learned(self, principal: Principal, asked: Asked) -> None:
        """Keep what a client has sent with its hash, now that it was found valid."""
        if asked.hash and asked.query is not None:
            self._persisted.keep(principal.tenant_id, asked.hash, asked.query)
