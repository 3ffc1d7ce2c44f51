"""Sets a page as PDF: run as a program of its own, which reads the page's data and writes the PDF.

`python typesetting.py < page.json > page.pdf`; it imports nothing of ours. A process of its own can be ended when it
takes too long, gives its memory back, and cannot take a server with it.
"""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import Final, Literal

import orjson
import pylopdf_fonts_zh_cn
import typst

_HERE: Final = Path(__file__).parent


def typeset(data: bytes) -> bytes:
    """The PDF of a page's data (`pdf.page_data`). Raises `typst.TypstError`.

    It keeps to PDF/UA-1, for screen readers, unless there is a letter in it that no font here has.
    """
    try:
        return _compiled(data, "ua-1")
    except typst.TypstError as error:
        if "could not be displayed" not in error.message:
            raise
        return _compiled(data, "1.7")


def _compiled(data: bytes, standard: Literal["ua-1", "1.7"]) -> bytes:
    return typst.compile(
        str(_HERE / "page.typ"),
        root=str(_HERE),
        font_paths=typst.Fonts(
            include_system_fonts=False,
            include_embedded_fonts=True,
            font_paths=[str(pylopdf_fonts_zh_cn.sans_path().parent)],
        ),
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"page": data.decode()},
        pdf_standards=standard,
        timestamp=datetime.fromisoformat(orjson.loads(data)["made_at"]).replace(microsecond=0),  # typst knows none
    )


if __name__ == "__main__":
    sys.stdout.buffer.write(typeset(sys.stdin.buffer.read()))
