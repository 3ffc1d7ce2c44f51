"""`milepost login`, `logout` and `whoami`: this command as a person, by a code that they confirm in their browser."""

from __future__ import annotations

import platform
import time
from collections.abc import Callable
from typing import Any, Final
from urllib.parse import urlsplit

import httpx

from cli.account import development_note
from cli.credentials import SignedIn, forget, keep, signed_in

CLIENT: Final = "milepost-cli"
_GRANT_TYPE: Final = "urn:ietf:params:oauth:grant-type:device_code"
_LOOPBACK: Final = ("localhost", "127.0.0.1", "::1")


class LoginError(Exception):
    """Signing in or out did not work; the text says what to do."""


def login(
    base_url: str, tenant: str, say: Callable[[str], None] = print, pause: Callable[[float], None] = time.sleep
) -> SignedIn:
    """Sign in: show the code, wait until the person has confirmed it, and keep the session. Raises `LoginError`."""
    address = _address(base_url)
    with _client(address) as client:
        begun = _asked(client, "/auth/device", {"client_id": CLIENT} | ({"tenant": tenant} if tenant else {}))
        if "device_code" not in begun:
            raise LoginError(f"{address} does not begin a sign-in: {begun.get('error', 'no answer of Milepost')}")
        say(f"Open {begun['verification_uri_complete']}")
        say(f"and let this command in if the page shows {begun['user_code']}.")
        told = _awaited(client, begun, pause)
    session = SignedIn(address, told["access_token"], told["tenant_id"])
    keep(session)
    return session


def logout(base_url: str = "") -> str:
    """End the session here and at the installation; the address where it was. Raises `LoginError`."""
    session = _present(base_url)
    with _client(session.base_url, session.token) as client:
        try:
            listed = client.get("/v1/me/sessions")
            own = [each["id"] for each in listed.json()["data"] if each["current"]] if listed.is_success else []
            ended = listed.status_code == 401 or all(client.delete(f"/v1/me/sessions/{id}").is_success for id in own)
        except (httpx.HTTPError, ValueError, KeyError):
            ended = False
    forget(session.base_url)
    if not ended:
        raise LoginError(f"forgotten here, but {session.base_url} could not be told: end the session in your browser")
    return session.base_url


def whoami(base_url: str = "") -> dict[str, Any]:
    """Who this command acts as, as `GET /v1/me` tells it. Raises `LoginError`."""
    session = _present(base_url)
    try:
        with _client(session.base_url, session.token) as client:
            answer = client.get("/v1/me")
            told = answer.json()
    except (httpx.HTTPError, ValueError) as error:
        raise LoginError(f"{session.base_url} does not answer: {type(error).__name__}") from None
    if not answer.is_success:
        raise LoginError(f"{told.get('detail', 'the session has ended')}; milepost login")
    return {"base_url": session.base_url} | dict(told)


def _address(base_url: str) -> str:
    known = signed_in()
    address = (base_url or (known.base_url if known else "") or str(development_note().get("base_url", ""))).rstrip("/")
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise LoginError("give --base-url, such as https://milepost.example.com")
    if parts.scheme == "http" and parts.hostname not in _LOOPBACK:
        raise LoginError("--base-url: a session is sent over https only, but to this machine itself")
    return address


def _present(base_url: str) -> SignedIn:
    session = signed_in(base_url)
    if session is None:
        raise LoginError("nobody is signed in; milepost login --base-url https://…")
    return session


def _client(address: str, token: str = "") -> httpx.Client:
    headers = {"User-Agent": f"{CLIENT}/1 ({platform.system()})"}
    if token:
        headers["Authorization"] = f"Bearer {token}"
    local = urlsplit(address).hostname in _LOOPBACK
    return httpx.Client(base_url=address, headers=headers, timeout=15, trust_env=not local)


def _asked(client: httpx.Client, path: str, form: dict[str, str]) -> dict[str, Any]:
    try:
        told = client.post(path, data=form).json()
    except (httpx.HTTPError, ValueError) as error:
        raise LoginError(f"{client.base_url} does not answer as Milepost does: {type(error).__name__}") from None
    return told if isinstance(told, dict) else {}


def _awaited(client: httpx.Client, begun: dict[str, Any], pause: Callable[[float], None]) -> dict[str, Any]:
    interval = float(begun.get("interval", 5))
    form = {"grant_type": _GRANT_TYPE, "device_code": str(begun["device_code"]), "client_id": CLIENT}
    while True:
        pause(interval)
        told = _asked(client, "/auth/device/token", form)
        match told.get("error"):
            case None if "access_token" in told:
                return told
            case "authorization_pending":
                continue
            case "slow_down":
                interval += 5
            case "access_denied":
                raise LoginError("it was refused on the page")
            case "expired_token":
                raise LoginError("nobody confirmed it in time; try again")
            case other:
                raise LoginError(f"the sign-in ended: {other or 'no answer of Milepost'}")
