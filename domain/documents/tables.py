"""The manifests that a tenant's programs were built with, and the documents in them."""

from __future__ import annotations

from uuid import UUID

from domain.kernel.columns import number, reference, text
from domain.kernel.tables import Entity, Fact, index, refers, unique


class DocumentManifest(Entity, table=True):
    """One upload: the documents of one version of one program. While it is not archived they are trusted."""

    __tablename__ = "document_manifest"
    prefix = "document_manifest"
    word = "document_manifest"

    title: str = text()
    document_count: int = number()


class TrustedDocument(Fact, table=True):
    """A document of a manifest, under the name by which the program asks for it."""

    __tablename__ = "trusted_document"

    manifest_id: UUID = reference()
    key: str = text()
    "The program's name for it: mostly a hash, by an algorithm of its own choice."
    sha256: str = text()
    "Of the text, in hexadecimal digits: a second name for every document."
    body: str = text()
    __table_args__ = (
        refers("manifest_id", "document_manifest"),
        unique("manifest_id", "key"),
        index("key"),
        index("sha256"),
    )
