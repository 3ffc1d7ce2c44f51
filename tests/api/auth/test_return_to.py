"""A browser is sent to paths of this site only."""

from __future__ import annotations

import pytest

from api.auth.return_to import safe_path

FOREIGN = [
    "//evil.example", "/\\evil.example", "/%5cevil", "/%5Cevil", "https:evil", "/\t/evil", "/.//evil", "/..//evil",
    "javascript:alert(1)", "/%2f%2fevil", "/%2F/evil", "http://evil.example/", "/a//b", "/a/../b", "/./a", "/\r\nX: y",
    "/" + "x" * 5000, "", " /a", "/ä", "/%00", "/%0a", "/auth/logout", "/%61uth/logout", "evil", "\\evil", "?x", "#x",
]  # fmt: skip


@pytest.mark.parametrize("text", [*FOREIGN, None])
def test_what_could_lead_elsewhere_is_replaced(text: str | None) -> None:
    assert safe_path(text, "/home") == "/home"


@pytest.mark.parametrize("text", ["/", "/docs", "/x?y=//evil", "/ventures/venture_1?tab=risks#top", "/a%20b", "/app/"])
def test_paths_of_this_site_are_kept(text: str) -> None:
    assert safe_path(text, "/home") == text
