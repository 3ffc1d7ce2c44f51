"""Signing out: here, and at the provider where it knows how."""

from __future__ import annotations

from urllib.parse import urlsplit

import orjson
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from api.auth import words
from api.auth.credentials import session_token_of
from api.auth.forms import read_members
from api.auth.origin import require_same_origin
from api.auth.principals import authenticator_of
from api.auth.registry import Registry
from api.auth.sessions import clear_session_cookie, end_session, find_session, id_token_of
from api.middleware.headers import PAGE_POLICY
from api.pages import button, page, paragraph
from api.problems import Refusal
from api.speaking import language_for
from domain.identity.tables import Session
from domain.kernel.runtime import Runtime


class Leaving:
    """`/auth/logout`."""

    def __init__(self, runtime: Runtime, registry: Registry) -> None:
        self._runtime = runtime
        self._registry = registry

    async def leave(self, request: Request) -> Response:
        """`GET` asks, `POST {at}` ends the session. A browser is sent on to the provider, a program is told where.

        `at` is `here`, where the session at the provider stays, or `provider`; left out, it is the latter.
        """
        if request.method != "POST":
            return await self._question(request)
        settings = self._runtime.settings
        require_same_origin(request, settings)
        here_only = await _here_only(request)
        token = session_token_of(request, settings)
        session = None if token is None else await find_session(self._runtime, token)
        if token is not None:
            await end_session(self._runtime, token)
            authenticator_of(request).forget_session(token)
        onward = None if here_only else await self._onward(session)
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
        return await provider.logout_url(id_token_of(self._runtime, session), self._runtime.settings)

    async def _question(self, request: Request) -> Response:
        token = session_token_of(request, self._runtime.settings)
        session = None if token is None else await find_session(self._runtime, token)
        onward = await self._onward(session)
        issuers = {provider.issuer for provider in self._registry.of_installation.values()}
        addresses = map(urlsplit, issuers | ({onward} if onward else set()))
        origins = {f"{address.scheme}://{address.netloc}" for address in addresses}
        # Browsers hold form-action against the redirect to the provider, too.
        policy = PAGE_POLICY.replace("form-action 'self'", " ".join(["form-action 'self'", *sorted(origins)]))
        place = f"{self._runtime.settings.base_path}/auth/logout"
        language = await language_for(request, self._runtime, None if session is None else session.tenant_id)
        asked = paragraph(words.WANT_TO_SIGN_OUT.to(language))
        body = asked + button(place, words.HERE_ONLY.to(language), at="here")
        if onward is not None:
            body += button(place, words.THERE_AS_WELL.to(language), at="provider")
        headers = {"Content-Security-Policy": policy}
        return page(words.SIGN_OUT.to(language), body, headers=headers, language=language)


async def _here_only(request: Request) -> bool:
    """Whether the session at the provider is to stay. Raises `Refusal` (422) for what is no place."""
    members = await read_members(request) if await request.body() else {}
    place = members.get("at", "provider")
    if not members.keys() <= {"at"} or place not in ("here", "provider"):
        error = {"pointer": "/at", "code": "INVALID", "detail": "must be here or provider, and nothing else is taken"}
        raise Refusal(422, "INVALID", "the input breaks a rule", [error])
    return bool(place == "here")
