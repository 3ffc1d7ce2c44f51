"""What the documents look like in both languages; `python -m tests.domain.reviews.pages.golden` writes it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from domain.reviews.pages.html import as_html
from domain.reviews.pages.markdown import as_markdown
from domain.reviews.pages.portfolio import compose_portfolio
from domain.reviews.pages.reviewing import compose_review
from domain.reviews.pages.words import LOCALES
from tests.domain.reviews.pages.samples import full, portfolio, progress, sparse

FOLDER = Path(__file__).with_name("files")


def written() -> Iterator[tuple[Path, str]]:
    """Every file with what stands in it."""
    reviews = {"full": full(), "sparse": sparse(), "progress": progress()}
    for locale in LOCALES:
        pages = {name: compose_review(document, locale) for name, document in reviews.items()}
        pages["portfolio"] = compose_portfolio(portfolio(), locale)
        for name, page in pages.items():
            for ending, write in (("md", as_markdown), ("html", as_html)):
                yield FOLDER / f"{name}.{locale}.{ending}", write(page).decode()


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for path, text in written():
        path.write_text(text, "utf-8")
