"""Small things that a browser keeps for us for ten minutes, encrypted: no server remembers a login under way."""

from __future__ import annotations

import base64
import binascii
import hashlib
from datetime import timedelta
from typing import Any, Final
from uuid import UUID

import orjson
from starlette.requests import Request
from starlette.responses import Response

from api.auth.credentials import cookie_name, cookies_named
from domain.kernel.runtime import Runtime
from domain.kernel.secrets import UnreadableSecret

LIFETIME: Final = timedelta(minutes=10)
_NOBODYS = UUID(int=0)


def name_for_state(state: str) -> str:
    """The cookie of one login: each has its own, so that two tabs do not disturb one another."""
    return f"milepost-login-{hashlib.sha256(state.encode()).hexdigest()[:16]}"


def set_sealed(response: Response, runtime: Runtime, name: str, content: dict[str, Any]) -> None:
    """Give the browser something to keep."""
    text = orjson.dumps(content | {"until": (runtime.clock.now() + LIFETIME).timestamp()}).decode()
    sealed = runtime.keys.encrypt(text, tenant_id=_NOBODYS, place=f"cookie:{name}")
    response.set_cookie(
        cookie_name(runtime.settings, name),
        base64.urlsafe_b64encode(sealed.encode()).decode().rstrip("="),
        max_age=int(LIFETIME.total_seconds()),
        path="/",
        secure=runtime.settings.secure,
        httponly=True,
        samesite="lax",
    )


def read_sealed(request: Request, runtime: Runtime, name: str) -> dict[str, Any] | None:
    """What the browser was given under a name; None when it is not there, changed, or older than ten minutes."""
    found = cookies_named(request, cookie_name(runtime.settings, name))
    if len(found) != 1:
        return None
    try:
        sealed = base64.urlsafe_b64decode(found[0] + "=" * (-len(found[0]) % 4)).decode()
        content = orjson.loads(runtime.keys.decrypt(sealed, tenant_id=_NOBODYS, place=f"cookie:{name}"))
    except (UnreadableSecret, binascii.Error, ValueError):
        return None
    if not isinstance(content, dict) or content["until"] < runtime.clock.now().timestamp():
        return None
    return content


def clear_sealed(response: Response, runtime: Runtime, name: str) -> None:
    """Take it from the browser again."""
    response.delete_cookie(
        cookie_name(runtime.settings, name), path="/", secure=runtime.settings.secure, httponly=True, samesite="lax"
    )


def clear_surplus(response: Response, request: Request, runtime: Runtime, most: int = 5) -> None:
    """Take the cookies of abandoned logins away, so that they cannot fill the browser's header."""
    prefix = cookie_name(runtime.settings, "milepost-login-")
    names = [name for name in request.cookies if name.startswith(prefix)]
    for name in names[: max(0, len(names) - most + 1)]:
        response.delete_cookie(name, path="/", secure=runtime.settings.secure, httponly=True, samesite="lax")
