"""Writes that are authorised by a cookie must come from our own pages: SameSite alone does not stop sibling sites."""

from __future__ import annotations

from starlette.requests import HTTPConnection

from api.auth.credentials import bearer_of
from domain.kernel.errors import Forbidden
from domain.kernel.settings import Settings


def require_same_origin(connection: HTTPConnection, settings: Settings) -> None:
    """Raises `Forbidden` unless the browser says that the request comes from the public address itself.

    `Origin` must be exactly it, `Sec-Fetch-Site` must be `same-origin`; one of the two must be there, and none wrong.
    What carries a bearer passes: no browser adds one for a foreign page.
    """
    if bearer_of(connection) is not None:
        return
    origins = connection.headers.getlist("origin")
    sites = connection.headers.getlist("sec-fetch-site")
    wrong = any(origin != settings.origin for origin in origins) or any(site != "same-origin" for site in sites)
    if wrong or not (origins or sites):
        raise Forbidden(f"with a session, changes are taken only from pages of {settings.origin}")
