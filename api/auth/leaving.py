"""Signing out: here, and at the provider where it knows how."""

from __future__ import annotations

from urllib.parse import urlsplit

import orjson
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from api.auth.credentials import session_token_of
from api.auth.origin import require_same_origin
from api.auth.principals import authenticator_of
from api.auth.registry import Registry
from api.auth.sessions import clear_session_cookie, end_session, find_session, id_token_place
from api.middleware.headers import PAGE_POLICY
from api.pages import button, page, paragraph
from domain.identity.tables import Session
from domain.kernel.runtime import Runtime
from domain.kernel.secrets import UnreadableSecret


class Leaving:
    """`/auth/logout`."""

    def __init__(self, runtime: Runtime, registry: Registry) -> None:
        self._runtime = runtime
        self._registry = registry

    async def leave(self, request: Request) -> Response:
        """`GET` asks, `POST` ends the session. A browser is sent on to the provider; a program is told where to go."""
        if request.method != "POST":
            return await self._question(request)
        settings = self._runtime.settings
        require_same_origin(request, settings)
        token = session_token_of(request, settings)
        session = None if token is None else await find_session(self._runtime, token)
        if token is not None:
            await end_session(self._runtime, token)
            authenticator_of(request).forget_session(token)
        onward = await self._onward(session)
        response: Response
        if "text/html" in request.headers.get("accept", ""):
            response = RedirectResponse(onward or f"{settings.base_path}/", 303)
        else:
            response = Response(orjson.dumps({"logout_url": onward}), media_type="application/json")
        clear_session_cookie(response, settings)
        return response

    async def _onward(self, session: Session | None) -> str | None:
        provider = None if session is None else await self._registry.of_session(session)
        if session is None or provider is None:
            return None
        return await provider.logout_url(self._id_token(session), self._runtime.settings)

    def _id_token(self, session: Session) -> str | None:
        if session.id_token is None:
            return None
        place = id_token_place(session.id)
        try:
            return self._runtime.keys.decrypt(session.id_token, tenant_id=session.tenant_id, place=place)
        except UnreadableSecret:
            return None

    async def _question(self, request: Request) -> Response:
        token = session_token_of(request, self._runtime.settings)
        onward = await self._onward(None if token is None else await find_session(self._runtime, token))
        issuers = {provider.issuer for provider in self._registry.of_installation.values()}
        addresses = map(urlsplit, issuers | ({onward} if onward else set()))
        origins = {f"{address.scheme}://{address.netloc}" for address in addresses}
        # Browsers hold form-action against the redirect to the provider, too.
        policy = PAGE_POLICY.replace("form-action 'self'", " ".join(["form-action 'self'", *sorted(origins)]))
        body = paragraph("Do you want to sign out?") + button(
            f"{self._runtime.settings.base_path}/auth/logout", "Sign out"
        )
        return page("Sign out", body, headers={"Content-Security-Policy": policy})
