"""An address that people may click on: what is taken, and what is refused in words."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from domain.kernel.inputs import Link

LINK: TypeAdapter[str] = TypeAdapter(Link)


@pytest.mark.parametrize(
    ("text", "spelt"),
    [
        ("https://example.com", "https://example.com/"),
        ("HTTP://Example.com:8080/a/b?c=d&e=%20#f", "http://example.com:8080/a/b?c=d&e=%20#f"),
        ("https://例子.测试/报告", "https://xn--fsqu00a.xn--0zwm56d/%E6%8A%A5%E5%91%8A"),
        ("https://[2001:db8::1]/x", "https://[2001:db8::1]/x"),
        ("https://example.com/@ann", "https://example.com/@ann"),
        ("https://example.com/" + "a" * 1_900, "https://example.com/" + "a" * 1_900),
    ],
)
def test_an_address_of_the_web_is_kept_as_browsers_spell_it(text: str, spelt: str) -> None:
    assert LINK.validate_python(text) == spelt
    assert LINK.validate_python(spelt) == spelt


@pytest.mark.parametrize(
    "text",
    [
        "",
        "example.com",
        "/report",
        "javascript:alert(1)",
        "JavaScript://example.com/%0aalert(1)",
        "data:text/html,x",
        "ftp://example.com/a",
        "https://",
        "https:///path",
        "https:example.com",
        "https://user:secret@example.com/",
        "https://bank.example@evil.example/",
        "https://example.com/a b",
        "https://example.com/\\evil",
        "https://example.com/<script>",
        "https://example.com:99999/",
        "https://[broken/",
        "https://example.com/\u202egpj.exe",
        "https://example.com/\x00",
        "https://example.com/" + "a" * 2_000,
        "https://example.com/" + "告" * 700,
    ],
)
def test_what_is_no_address_of_the_web_is_refused(text: str) -> None:
    with pytest.raises(ValidationError):
        LINK.validate_python(text)


@settings(deadline=None)
@given(st.text(max_size=60))
def test_any_text_is_taken_or_refused_in_words(text: str) -> None:
    for each in (text, f"https://{text}"):
        with suppress(ValidationError):
            assert LINK.validate_python(each).lower().startswith(("http://", "https://"))
