"""Sets a page as PDF: run as a program of its own, which reads the page's data and writes the PDF.

`python -m domain.reviews.pages.typesetting < page.json > page.pdf`. A process of its own can be ended when it takes too
long, gives its memory back, and cannot take a server with it.
"""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import Final

import orjson
import pylopdf_fonts_zh_cn
import typst

_HERE: Final = Path(__file__).parent


def typeset(data: bytes) -> bytes:
    """The PDF of a page's data (`pdf.page_data`). Raises `typst.TypstError`."""
    made_at = datetime.fromisoformat(orjson.loads(data)["made_at"])
    fonts = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=True,
        font_paths=[str(pylopdf_fonts_zh_cn.sans_path().parent)],
    )
    return typst.compile(
        str(_HERE / "page.typ"),
        root=str(_HERE),
        font_paths=fonts,
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"page": data.decode()},
        pdf_standards="ua-1",
        timestamp=made_at,
    )


if __name__ == "__main__":
    sys.stdout.buffer.write(typeset(sys.stdin.buffer.read()))
