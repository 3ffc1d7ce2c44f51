"""Signing in as a person does, without a browser: our login, the provider's form, our callback, and then the cookie."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx

from tests.faults.installation import Installation


@contextmanager
def signed_in(installation: Installation, email: str) -> Iterator[httpx.Client]:
    """A browser's cookie jar with a session of this person, whom the development provider knows."""
    base = installation.note["base_url"]
    with httpx.Client(base_url=base, timeout=10, headers={"Origin": base}) as browser:
        asked = browser.get("/auth/login", params={"return_to": "/docs"})
        assert asked.status_code == 303, asked.text
        allowed = httpx.post(asked.headers["location"], data={"sub": email})
        assert allowed.status_code == 302, allowed.text
        returned = browser.get(allowed.headers["location"])
        assert (returned.status_code, returned.headers["location"]) == (303, "/docs"), returned.text
        yield browser


def asked(browser: httpx.Client, document: str, /, **variables: Any) -> Any:
    """The `data` of a GraphQL answer without errors, asked with the session's cookie."""
    answer = browser.post("/graphql", json={"query": document, "variables": variables})
    told = answer.json()
    assert answer.status_code == 200, answer.text
    assert "errors" not in told, told["errors"]
    return told["data"]


def done(browser: httpx.Client, name: str, selection: str, /, **given: Any) -> Any:
    """The payload of a mutation without `userErrors`."""
    kind = name[0].upper() + name[1:]
    wanted = f"{selection} userErrors {{ code message path }}"
    document = f"mutation($input: {kind}Input!) {{ {name}(input: $input) {{ {wanted} }} }}"
    payload = asked(browser, document, input=given)[name]
    assert payload["userErrors"] == [], payload["userErrors"]
    return payload
