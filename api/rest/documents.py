"""Trusted documents of a tenant: what its own programs were built with, uploaded as the code generators write it."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from starlette.responses import Response

from api.graphql.documents import Documents
from api.graphql.running import full_schema
from api.problems import Refusal, pointer
from api.rest.operation import Call, Operation
from api.rest.reading_input import read_input
from api.rest.resource import Resource
from api.rest.rows import EntityList, Rows
from api.rest.shown import ShownDocumentManifest
from domain.documents.commands import ARCHIVE, TRUST, TrustDocuments
from domain.documents.manifests import read_manifest
from domain.documents.tables import DocumentManifest
from domain.tenancy.permissions import Action

MANIFESTS = Resource(
    path="trusted-documents",
    noun="document manifest",
    nouns="document manifests",
    tag="Trusted documents",
    prefix="document_manifest",
    reader=Rows(DocumentManifest, ShownDocumentManifest, for_all_ventures=True),
    schema=ShownDocumentManifest,
    query=EntityList,
    read_action=Action.DOCUMENT_READ,
)
_MOST_ERRORS = 20


def _trusts() -> Operation:
    plain = MANIFESTS.creates(TRUST)

    async def run(call: Call) -> Response:
        await _check(read_manifest(read_input(TrustDocuments, call.body, {}).manifest))
        return await plain.run(call)

    return replace(plain, run=run)


async def _check(documents: dict[str, str]) -> None:
    """Raises `Refusal` (422) naming the documents that this schema does not take."""
    reader = Documents(full_schema(), most=1)
    errors = []
    for key, text in documents.items():
        await asyncio.sleep(0)  # reading one takes milliseconds: others have their turn between two
        refused = reader.read(text).refusal
        if refused is not None:
            place = pointer(("manifest", key))
            errors.append({"pointer": place, "code": refused.code, "detail": f"{key[:80]}: {refused.message}"[:500]})
        if len(errors) == _MOST_ERRORS:
            break
    if errors:
        raise Refusal(422, "INVALID", "some documents cannot be run on this schema", errors)


def operations() -> list[Operation]:
    """All that can be asked of trusted documents."""
    return [
        MANIFESTS.lists("List the manifests of trusted documents, the oldest first."),
        MANIFESTS.reads(),
        _trusts(),
        MANIFESTS.archives(ARCHIVE),
    ]
