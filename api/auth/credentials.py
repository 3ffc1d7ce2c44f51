"""What a request brings to say who it is: a bearer key or session, a session cookie, or both."""

from __future__ import annotations

from http.cookies import CookieError, SimpleCookie
from typing import Final

from starlette.requests import HTTPConnection

from api.auth.id_tokens import LONGEST
from domain.kernel.errors import CredentialRefused
from domain.kernel.settings import Settings

SESSION_PREFIX: Final = "mp_session_"
"""Begins the token of a session that a program sends as a bearer. A cookie's has none; neither passes for the other."""

_LONGEST_HEADER = LONGEST


def session_cookie_name(settings: Settings) -> str:
    """`__Host-milepost`; on plain http, where browsers refuse that prefix, `milepost`."""
    return cookie_name(settings, "milepost")


def cookie_name(settings: Settings, name: str) -> str:
    """A cookie's name: with the prefix that pins it to this host wherever the public address is https."""
    return f"__Host-{name}" if settings.secure else name


def bearer_of(connection: HTTPConnection) -> str | None:
    """The bearer key of the request. Raises `Unauthenticated` for a header that is anything else."""
    headers = connection.headers.getlist("authorization")
    if not headers:
        return None
    scheme, _, key = headers[0].partition(" ")
    if len(headers) > 1 or scheme.lower() != "bearer" or not key or len(key) > _LONGEST_HEADER:
        raise refused()
    return key


def cookies_named(connection: HTTPConnection, name: str) -> list[str]:
    """Every value that the browser sends under a name: another site of the same domain may have set a second one."""
    found = []
    for header in connection.headers.getlist("cookie"):
        for part in header.split(";"):
            key, equals, value = part.strip().partition("=")
            if equals and key == name:
                found.append(_unquoted(value))
    return found


def _unquoted(value: str) -> str:
    if not value.startswith('"'):
        return value
    try:
        return next((morsel.value for morsel in SimpleCookie(f"x={value}").values()), "")
    except CookieError:
        return ""


def session_token_of(connection: HTTPConnection, settings: Settings) -> str | None:
    """The token of the cookie's session. Raises `Unauthenticated` where two cookies claim to be it."""
    found = cookies_named(connection, session_cookie_name(settings))
    if len(found) > 1 or any(token.startswith(SESSION_PREFIX) for token in found):
        raise refused()
    return found[0] if found and found[0] else None


def refused() -> CredentialRefused:
    """The one refusal for all that is not valid: it does not tell why."""
    return CredentialRefused("the key or session is not valid, or no longer")
