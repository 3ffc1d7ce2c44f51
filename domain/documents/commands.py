"""What can be asked of trusted documents. REST asks it; it has read each document against the schema before."""

from __future__ import annotations

from typing import Annotated, Any, Final
from uuid import UUID

import sqlalchemy as sa
from pydantic import AfterValidator, Field
from sqlmodel import col

from domain.documents.manifests import read_manifest, sha256_of
from domain.documents.tables import DocumentManifest, TrustedDocument
from domain.kernel.commands import Done, declared
from domain.kernel.editing import load_for_change
from domain.kernel.errors import QuotaExceeded
from domain.kernel.inputs import Change, IdOf, Input, Title
from domain.kernel.work import Work
from domain.tenancy.permissions import Action
from domain.tenancy.reach import check_unrestricted

MOST_MANIFESTS: Final = 50
"""Manifests of one tenant that are not archived: so many versions of its programs can be in use at a time."""

MANIFESTS: Final = "document_manifests"
"""Guard behind which the manifests of a tenant are counted."""


def _readable(value: dict[str, Any]) -> dict[str, Any]:
    read_manifest(value)
    return value


Manifest = Annotated[
    dict[str, Any],
    AfterValidator(_readable),
    Field(
        examples=[{"sha256:2ea3358e19a5fc9d53d2ee3beee9f5aa2e0b8b4d4bfa1dc1e0d8d2b1d6cbd2f5": "{ viewer { role } }"}]
    ),
]


class TrustDocuments(Input):
    """The documents that a program was built with."""

    title: Title = Field(description="Which program, in which version.", examples=["web 2.14.0"])
    manifest: Manifest = Field(
        description="What the code generator wrote: the map of graphql-codegen or relay-compiler, or Apollo's manifest."
    )


class NameDocumentManifest(Change):
    """Which manifest is meant."""

    id: Annotated[UUID, IdOf("document_manifest")] = Field(description="The manifest.")


async def trust_documents(work: Work, given: TrustDocuments) -> Done:
    """Trust the documents of a manifest: each is checked against the schema, and all are taken or none."""
    check_unrestricted(work)
    documents = read_manifest(given.manifest)
    manifest = work.new(DocumentManifest, title=given.title, document_count=len(documents))
    await work.flush()
    for key, text in documents.items():
        work.new(TrustedDocument, manifest_id=manifest.id, key=key, sha256=sha256_of(text), body=text)
    await _check_count(work)
    return Done({"document_manifest": manifest.id})


async def archive_document_manifest(work: Work, given: NameDocumentManifest) -> Done:
    """Archive a manifest: within seconds its documents are trusted no longer, unless another manifest has them."""
    check_unrestricted(work)
    row = await load_for_change(work, DocumentManifest, given.id, given.expected_version, archived=True)
    if row.archived_at is None:
        row.archived_at = work.now
    return Done({"document_manifest": row.id})


async def _check_count(work: Work) -> None:
    await work.flush()
    await work.guard(MANIFESTS)
    own = sa.select(sa.func.count()).where(
        col(DocumentManifest.tenant_id) == work.tenant_id, col(DocumentManifest.archived_at).is_(None)
    )
    if (await work.session.execute(own)).scalar_one() > MOST_MANIFESTS:
        raise QuotaExceeded(f"a tenant has at most {MOST_MANIFESTS} manifests; archive those no longer in use")


_RETURNS: Final = {"document_manifest": "document_manifest"}
TRUST: Final = declared(trust_documents, Action.DOCUMENT_WRITE, returns=_RETURNS, creates=True)
ARCHIVE: Final = declared(archive_document_manifest, Action.DOCUMENT_WRITE, returns=_RETURNS)
"""Not in `COMMANDS`: a mutation made of them would have no place to read documents against the schema."""
