"""docs/reviews.md explains every figure of a report, and its curl lines run as they stand there."""

from __future__ import annotations

import asyncio
import json
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI

from domain.kernel.runtime import Runtime
from domain.kernel.settings import Settings
from domain.reviews.pages.codes import CODES
from domain.reviews.shape.schema import document_schema, portfolio_schema
from tests.api.conftest import MakeKey
from tests.api.rest.test_review_documents import a_review, store_report
from tests.api.serving import serving
from tests.cli.processes import ROOT
from tests.conftest import TestTenant
from tests.contract.catalogue import superuser
from tests.domain.reviews.pages import samples

PAGE = (ROOT / "docs" / "reviews.md").read_text("utf-8")
LINES = [line for block in re.findall(r"^```sh\n(.*?)^```$", PAGE, re.M | re.S) for line in block.strip().split("\n")]


def _figures(schema: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Object and member of every whole number, decimal, share and day."""
    for name, shape in {"": schema, **schema["$defs"]}.items():
        for member, said in shape["properties"].items():
            for kind in (said, *said.get("anyOf", ())):
                number = kind.get("type") == "integer"
                decimal = "\\d" in kind.get("pattern", "") and kind.get("format") != "date-time"
                if number or decimal:
                    yield name, member


def test_every_figure_is_explained() -> None:
    named = {name.rpartition(".")[2] for name in re.findall(r"`([a-z][a-z0-9_.]*)`", PAGE)}
    figures = set(_figures(document_schema())) | set(_figures(portfolio_schema()))
    assert len(figures) > 100
    assert {(name, member) for name, member in figures if member not in named} == set()


def test_the_limits_of_the_page_are_those_of_the_rule() -> None:
    assert "under 0.9" in PAGE and "0.9" in CODES["cost.cpi_low"][0] and "more than a tenth" in PAGE
    for name in re.findall(r"\]\(\.\./(openapi/[\w.-]+)\)", PAGE):
        assert (ROOT / name).exists()


async def test_the_curl_lines_run_as_they_stand(
    app: FastAPI, runtime: Runtime, settings: Settings, key_of: MakeKey, tenant: TestTenant, tmp_path: Path
) -> None:
    curl = shutil.which("curl")
    if curl is None:
        pytest.skip("no curl")
    owner = await key_of(tenant, "owner")
    review = await a_review(owner)
    await store_report(runtime, tenant, review, samples.full()["report"])
    said = []
    async with superuser(settings) as database, serving(app, database) as server:
        told = {"URL": server.address, "TENANT": owner.tenant, "KEY": owner.key, "REVIEW": review}
        for line in LINES:
            command = line.replace("curl -sS", "curl -sS --fail-with-body")
            process = await asyncio.create_subprocess_shell(
                command, cwd=tmp_path, env={**os.environ, "no_proxy": "*", **told}, stdout=asyncio.subprocess.PIPE
            )
            printed, _ = await process.communicate()
            assert process.returncode == 0, (line, printed)
            said.append(printed)
    assert len(LINES) == 6
    assert json.loads(said[0])["report"]["milestone"]["title"] == "Closed beta with three clinics"
    assert said[1].decode().startswith("# Closed beta with three clinics")
    assert (tmp_path / "review.html").read_text("utf-8").startswith("<!doctype html>")
    for name in ("review.pdf", "portfolio.pdf"):
        assert (tmp_path / name).read_bytes().startswith(b"%PDF")
