"""The pages that show programs, taken apart: each block that names a file becomes that file."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from tests.cli.processes import ROOT
from tests.interop.packages import HERE

CLIENT = ROOT / "clients" / "typescript"
TOUR = HERE / "dist" / "tour"
_PAGES = (CLIENT / "README.md", ROOT / "docs" / "subscriptions.md", ROOT / "docs" / "webhooks.md")
_BLOCK = re.compile(r"^```\w+\n(?://|#) (\S+)\n(.*?)^```$", re.M | re.S)


def lay_out() -> list[Path]:
    """Write the files of the pages anew, beside the schema and the documents of the checks; answers the former."""
    shutil.rmtree(TOUR, ignore_errors=True)
    written = []
    for name, text in (block for page in _PAGES for block in _BLOCK.findall(page.read_text("utf-8"))):
        path = TOUR / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        written.append(path)
    for source in (ROOT / "openapi" / "schema.graphql", *(HERE / "checks").glob("*.graphql")):
        shutil.copy(source, TOUR)
    return written
