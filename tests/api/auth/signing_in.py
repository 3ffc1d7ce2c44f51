"""A person in a browser who signs in at the development provider, as tests of sign-in need them."""

from __future__ import annotations

from typing import Any

import httpx

from tests.api.conftest import BASE

ORIGIN = {"Origin": BASE}


async def introduce(issuer: str, subject: str, **claims: Any) -> None:
    """Tell the provider of a person."""
    async with httpx.AsyncClient(trust_env=False) as provider:
        assert (await provider.put(f"{issuer}/users/{subject}", json=claims)).status_code == 204


async def approve(location: str, subject: str) -> str:
    """What a person does at the provider; the address of the callback."""
    async with httpx.AsyncClient(trust_env=False) as provider:
        answer = await provider.post(location, data={"sub": subject})
    assert answer.status_code == 302, answer.text
    return answer.headers["location"]


async def begin(person: httpx.AsyncClient, **query: str) -> str:
    """Begin to sign in; where the browser is sent."""
    answer = await person.get("/auth/login", params=query)
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]


async def sign_in(person: httpx.AsyncClient, subject: str, **query: str) -> httpx.Response:
    """Sign in; the answer to the callback."""
    callback = await approve(await begin(person, **query), subject)
    return await person.get(callback.removeprefix(BASE))


async def fresh(person: httpx.AsyncClient) -> httpx.Response:
    """A request whose session this process has not looked up lately."""
    person._transport.app.state.authenticator._standings._kept.clear()  # type: ignore[attr-defined]
    return await person.get("/v1/me")


def browser_with(person: httpx.AsyncClient, token: str) -> httpx.AsyncClient:
    """Another browser, with a session's token."""
    return httpx.AsyncClient(transport=person._transport, base_url=BASE, headers={"Cookie": f"milepost={token}"})
