"""The path that is asked most is answered before the routes are looked at."""

from __future__ import annotations

from starlette.requests import Request
from starlette.routing import BaseRoute
from starlette.types import ASGIApp, Receive, Scope, Send

from api.middleware.context import NamedRoute


class Shortcut:
    """Innermost: hands one route its requests, and lets the rest pass.

    The endpoint answers whatever fails itself: the router and its handlers of exceptions, half of what a small answer
    costs, stand behind this.
    """

    def __init__(self, app: ASGIApp, route: BaseRoute) -> None:
        assert isinstance(route, NamedRoute)
        self._app = app
        self._route = route

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http" or scope["path"] != self._route.path:
            await self._app(scope, receive, send)
            return
        scope["state"]["route"] = self._route.path
        response = await self._route.endpoint(Request(scope, receive, send))
        await response(scope, receive, send)
