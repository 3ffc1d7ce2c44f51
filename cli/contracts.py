"""`milepost contracts`: writes the contracts and pictures that are checked in, from the code that keeps them."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "openapi"
PICTURES = FOLDER.parent / "docs" / "pictures"
EVENTS = FOLDER / "events"
PYTHON_CLIENT = FOLDER.parent / "clients" / "python" / "src" / "milepost_client" / "generated.py"
SCHEMA = "schema.graphql"
_SERVER = "https://milepost.example.com"


def contracts(check: bool = False, released: bool = False) -> None:
    """Write the documents of `openapi/`, a schema for each type of event among them, and the pictures of `docs/`.

    With `check` only tell which are stale, and which breaking changes are not told; status 1. With `released` the
    present schema becomes that of the last release.
    """
    from cli.breaking import TOLD, check_breaking, release

    stale = []
    documents = dict(_documents())
    for path in sorted(set(EVENTS.glob("*")) - documents.keys()):
        stale.append(path.relative_to(FOLDER.parent).as_posix())
        if not check:
            path.unlink()
    for path, text in documents.items():
        if path.exists() and path.read_text("utf-8") == text:
            continue
        stale.append(path.relative_to(FOLDER.parent).as_posix())
        if not check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
    if check and stale:
        sys.exit(f"{', '.join(stale)}: stale; run `make contracts`")
    schema = (FOLDER / SCHEMA).read_text("utf-8")
    if released:
        release(FOLDER, schema)
    if check and (changes := check_breaking(FOLDER, schema)):
        lines = "\n".join(f"- {change}" for change in changes)
        sys.exit(
            f"breaking changes of the GraphQL schema since the last release; tell them in openapi/{TOLD}:\n{lines}"
        )


def _documents() -> Iterator[tuple[Path, str]]:
    from api.events.asyncapi import asyncapi_document
    from api.events.catalogue import as_json, catalogue
    from api.graphql.running import full_schema
    from api.openapi import openapi_document
    from cli.pictures import pictures
    from cli.python_client import python_client
    from domain.reviews.shape.schema import document_schema, portfolio_schema, report_schema
    from graph.schema.roots import schema_text

    for name, found in catalogue().items():
        yield EVENTS / f"{name}.json", as_json(found.document())
    yield FOLDER / "asyncapi.json", as_json(asyncapi_document(_SERVER))
    yield FOLDER / "review-report.schema.json", as_json(report_schema())
    yield FOLDER / "review-document.schema.json", as_json(document_schema())
    yield FOLDER / "portfolio-document.schema.json", as_json(portfolio_schema())
    document = json.dumps(openapi_document(_SERVER), ensure_ascii=False, indent=2)
    yield FOLDER / "openapi.json", f"{document}\n"
    yield PYTHON_CLIENT, python_client(json.loads(document))
    yield FOLDER / SCHEMA, schema_text(full_schema()) + "\n"
    for name, picture in pictures():
        yield PICTURES / name, picture
