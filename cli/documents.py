"""`milepost documents push`: hands the manifest that a code generator wrote to a tenant, to be trusted from now on."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

import httpx

from cli.account import Account
from domain.documents.manifests import read_manifest

SECONDS = 120.0
"""How long the API may take to read all documents."""


class PushError(Exception):
    """The documents are not trusted; the text says why."""


def push(account: Account, file: Path, title: str) -> str:
    """Upload a manifest. Answers with a sentence. Raises `PushError`."""
    manifest = _read(file)
    body = {"title": title or file.stem, "manifest": manifest}
    try:
        with httpx.Client(trust_env=False, timeout=SECONDS) as client:
            answer = client.post(f"{account.address}/trusted-documents", json=body, headers=account.headers)
    except httpx.HTTPError as error:
        raise PushError(f"{account.base_url} cannot be reached: {error}") from None
    if answer.status_code != httpx.codes.CREATED:
        raise PushError(_told(answer))
    made = answer.json()
    return f"{made['document_count']} documents of {made['title']} are trusted now: {made['id']}"


def _read(file: Path) -> dict[str, Any]:
    try:
        manifest = json.loads(file.read_text("utf-8"))
    except OSError as error:
        raise PushError(f"{file}: {error.strerror}") from None
    except ValueError:
        raise PushError(f"{file} is no JSON in UTF-8") from None
    if not isinstance(manifest, dict):
        raise PushError(f"{file} is no manifest: it must be an object")
    try:
        read_manifest(manifest)
    except ValueError as error:
        raise PushError(f"{file}: {error}") from None
    return manifest


def _told(answer: httpx.Response) -> str:
    with suppress(ValueError, AttributeError, KeyError):
        problem = answer.json()
        return "\n".join([f"{problem['detail']} ({answer.status_code})", *(e["detail"] for e in problem["errors"])])
    return f"the API answered {answer.status_code}"
