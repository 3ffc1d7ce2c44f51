"""`milepost documents push` hands over what a code generator wrote, and says in sentences what is wrong with it."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI

from cli.account import Account
from cli.documents import PushError, push
from domain.kernel.settings import Settings
from tests.api.conftest import MakeKey
from tests.api.serving import serving
from tests.cli.processes import finished, milepost
from tests.conftest import TestTenant
from tests.contract.catalogue import superuser


async def test_a_manifest_is_pushed_and_runs(
    app: FastAPI, settings: Settings, key_of: MakeKey, tenant: TestTenant, tmp_path: Path
) -> None:
    admin = await key_of(tenant, "admin")
    good, bad = tmp_path / "persisted-documents.json", tmp_path / "bad.json"
    good.write_text(json.dumps({"Role": "query Role { viewer { role } }"}))
    bad.write_text(json.dumps({"Role": "query Role { nonsense }"}))
    async with superuser(settings) as database, serving(app, database) as server:
        options = ("--title", "web 7", "--base-url", server.address, "--tenant", admin.tenant)
        status, said = await asyncio.to_thread(
            lambda: finished(milepost("documents", "push", str(good), *options, MILEPOST_KEY=admin.key))
        )
        assert status == 0, said
        assert said.startswith("1 documents of web 7 are trusted now: document_manifest_")
        account = Account(server.address, admin.key, admin.tenant)
        with pytest.raises(PushError, match="nonsense"):
            await asyncio.to_thread(push, account, bad, "")
    answer = await admin("POST", "/graphql", {"documentId": "Role"})
    assert answer.json()["data"] == {"viewer": {"role": "ADMIN"}}


@pytest.mark.parametrize(
    ("content", "told"),
    [(b"{", "no JSON"), (b"\xff", "no JSON"), (b"[]", "object"), (b"{}", "1 to 500"), (b'{"a": 5}', "text")],
)
def test_a_file_that_is_no_manifest_is_told_without_asking(tmp_path: Path, content: bytes, told: str) -> None:
    file = tmp_path / "manifest.json"
    file.write_bytes(content)
    with pytest.raises(PushError, match=told):
        push(Account("http://127.0.0.1:1", "k", "t"), file, "")


def test_what_cannot_be_reached_is_told(tmp_path: Path) -> None:
    file = tmp_path / "manifest.json"
    file.write_text(json.dumps({"Role": "{ viewer { role } }"}))
    account: Any = Account("http://127.0.0.1:1", "k", "t")
    with pytest.raises(PushError, match="cannot be reached"):
        push(account, file, "")
    with pytest.raises(PushError, match="No such file"):
        push(account, tmp_path / "none.json", "")
