"""Signing in: the browser is sent to a provider, comes back with a code, and gets a session.

State, nonce and PKCE verifier travel in an encrypted cookie of this one login, so that the login is bound to the
browser that began it, ends after ten minutes, and needs no memory of ours. A used state is also noted in Redis, so
that a copied cookie is of no use; without Redis the provider's own refusal of a used code remains.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any
from urllib.parse import urlencode

import sqlalchemy as sa
import structlog
from redis.exceptions import RedisError
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from api.auth.choosing import SELECTION, enter
from api.auth.credentials import cookies_named, session_cookie_name
from api.auth.discovery import ProviderUnreachable
from api.auth.id_tokens import LEEWAY
from api.auth.inviting import Inviting, refusal
from api.auth.people import places_of, user_of
from api.auth.providers import Person, Provider, Secrets, SignInRefused
from api.auth.return_to import safe_path
from api.auth.sealed_cookies import LIFETIME, clear_sealed, clear_surplus, name_for_state, read_sealed, set_sealed
from api.auth.sessions import SignedIn, end_session, find_session
from api.pages import link, page, paragraph
from domain.channels.links import LONGEST
from domain.identity.tables import Session
from domain.kernel.ids import external_id
from domain.kernel.runtime import Runtime

_REDIS_PATIENCE = 0.2
_PASSED = ("tenant", "return_to", "prompt", "invitation")
_TENANT_OF_SLUG = sa.text("SELECT id FROM tenant WHERE slug = :slug")

log = structlog.get_logger(__name__)


class SignIn:
    """`/auth/login` and `/auth/callback/{provider}`."""

    def __init__(self, runtime: Runtime, providers: Mapping[str, Provider], inviting: Inviting) -> None:
        self._runtime = runtime
        self._inviting = inviting
        self._providers = providers
        self._home = f"{runtime.settings.base_path}/"

    async def begin(self, request: Request) -> Response:
        """`GET /auth/login?provider=&tenant=&return_to=&prompt=`: send the browser to the provider.

        With `prompt=login` the person must prove anew who they are; without further words, where they are now.
        """
        query = request.query_params
        anew = "prompt" in query
        if anew and query.getlist("prompt") != ["login"]:
            return page("Sign in", paragraph("prompt can be login, and nothing else."), 400)
        now = await self._present(request) if anew else None
        name = query.get("provider") or self._usual(now)
        if name is None:
            return self._choice(request)
        provider = self._providers.get(name)
        if provider is None:
            return page("Sign in", paragraph("There is no such way to sign in."), 404)
        kept = Secrets.new()
        try:
            address = await provider.authorization_url(kept, anew=anew)
        except ProviderUnreachable as error:
            return self._unreachable(provider, error)
        response = RedirectResponse(address, 303)
        here = "" if now is None else external_id("tenant", now.tenant_id)
        content = asdict(kept) | {
            "provider": name,
            "tenant": (query.get("tenant") or here)[:100],
            "return_to": safe_path(query.get("return_to"), self._home),
            "invitation": query.get("invitation", "")[:LONGEST],
            "anew_since": self._runtime.clock.now().timestamp() if anew else None,
        }
        clear_surplus(response, request, self._runtime)
        set_sealed(response, self._runtime, name_for_state(kept.state), content)
        return response

    async def _present(self, request: Request) -> Session | None:
        """The session that the browser has now."""
        found = cookies_named(request, session_cookie_name(self._runtime.settings))
        return await find_session(self._runtime, found[0]) if len(found) == 1 else None

    def _usual(self, now: Session | None) -> str | None:
        """The provider where none is named: that of the session, or the only one."""
        names = [name for name, each in self._providers.items() if now is None or each.issuer == now.issuer]
        return names[0] if len(names) == 1 else None

    def _choice(self, request: Request) -> Response:
        if not self._providers:
            return page(
                "Sign in", paragraph("No provider is set up: the operator sets MILEPOST_IDENTITY_PROVIDERS."), 404
            )
        passed = {key: value for key, value in request.query_params.items() if key in _PASSED}
        here = f"{self._runtime.settings.base_path}/auth/login"
        links = (link(f"{here}?{urlencode(passed | {'provider': name})}", name) for name in self._providers)
        return page("Sign in with", "".join(links))

    async def finish(self, request: Request) -> Response:
        """`GET /auth/callback/{provider}`: the browser comes back."""
        state = request.query_params.get("state", "")
        name = name_for_state(state)
        begun = read_sealed(request, self._runtime, name)
        if begun is None or not await self._is_first_use(begun, state, request.path_params["provider"]):
            return self._start_again("This sign-in was not begun in this browser, took too long, or is over already.")
        provider = self._providers[begun["provider"]]
        try:
            response = await self._finish(request, provider, begun)
        except SignInRefused as error:
            log.warning("sign-in refused", provider=provider.name, reason=str(error))
            response = self._start_again("The sign-in was not accepted.", begun["return_to"])
        except ProviderUnreachable as error:
            response = self._unreachable(provider, error)
        clear_sealed(response, self._runtime, name)
        return response

    async def _finish(self, request: Request, provider: Provider, begun: dict[str, Any]) -> Response:
        query = request.query_params
        code = query.get("code", "")
        if "error" in query or not code or len(query.getlist("code")) > 1 or len(code) > 4000:
            raise SignInRefused("the provider sent an error instead of a code")
        kept = Secrets(begun["state"], begun["nonce"], begun["verifier"])
        person = await provider.person(code, query.get("iss"), kept)
        self._check_anew(person, begun["anew_since"])
        return await self._welcome(request, person, begun)

    def _check_anew(self, person: Person, since: float | None) -> None:
        """Raises `SignInRefused` where the person was to prove who they are since an instant, and has not."""
        if since is None:
            return
        if person.proved_ago is None:
            raise SignInRefused("auth_time is missing in the id_token")
        if person.proved_ago.total_seconds() > self._runtime.clock.now().timestamp() - since + LEEWAY:
            raise SignInRefused("auth_time is older than the request to sign in anew")

    async def _welcome(self, request: Request, person: Person, begun: dict[str, Any]) -> Response:
        user_id = await user_of(self._runtime, person)
        authenticated_at = None if person.proved_ago is None else self._runtime.clock.now() - person.proved_ago
        if begun["invitation"]:
            tenant_id = await self._inviting.accepted(begun["invitation"], user_id, person.email)
            if tenant_id is None:
                return refusal()
            begun = begun | {"tenant": external_id("tenant", tenant_id)}
        places = await places_of(self._runtime, user_id, person.email)
        if begun["tenant"]:
            named = await self._named(begun["tenant"])
            places = [place for place in places if external_id("tenant", place.tenant_id) == named]
        if not places:
            log.info("signed in without a place", provider_issuer=person.issuer)
            return page("You are not a member yet", paragraph("Ask an administrator to add your e-mail address."), 403)
        for old in cookies_named(request, session_cookie_name(self._runtime.settings)):
            await end_session(self._runtime, old)
        if len(places) > 1:
            response: Response = RedirectResponse(f"{self._runtime.settings.base_path}/auth/select", 303)
            set_sealed(
                response,
                self._runtime,
                SELECTION,
                {
                    "user_id": user_id.hex,
                    "email": person.email,
                    "issuer": person.issuer,
                    "authenticated_at": None if authenticated_at is None else authenticated_at.isoformat(),
                    "provider_session": person.provider_session,
                    "return_to": begun["return_to"],
                },
            )
            return response
        place = places[0]
        who = SignedIn(
            user_id=user_id,
            tenant_id=place.tenant_id,
            member_id=place.member_id,
            issuer=person.issuer,
            authenticated_at=authenticated_at,
            provider_session=person.provider_session,
            id_token=person.id_token,
        )
        return await enter(self._runtime, request, who, RedirectResponse(begun["return_to"], 303))

    async def _named(self, tenant: str) -> str:
        """The tenant of a link, by id or short name, as an id; a text that names none stays as it is."""
        async with self._runtime.database.engine("app").connect() as connection:
            found = (await connection.execute(_TENANT_OF_SLUG, {"slug": tenant})).scalar_one_or_none()
        return tenant if found is None else external_id("tenant", found)

    async def _is_first_use(self, begun: dict[str, Any], state: str, provider: str) -> bool:
        if not hmac.compare_digest(begun["state"], state) or begun["provider"] != provider:
            return False
        key = f"milepost:login:{hashlib.sha256(state.encode()).hexdigest()}"
        try:
            async with asyncio.timeout(_REDIS_PATIENCE):
                return bool(await self._runtime.wakes.client.set(key, 1, nx=True, ex=int(LIFETIME.total_seconds())))
        except (RedisError, OSError, TimeoutError):
            return True

    def _start_again(self, text: str, return_to: str | None = None) -> Response:
        query = f"?{urlencode({'return_to': return_to})}" if return_to else ""
        address = f"{self._runtime.settings.base_path}/auth/login{query}"
        return page("Sign in again", paragraph(text) + link(address, "Start again"), 400)

    def _unreachable(self, provider: Provider, error: ProviderUnreachable) -> Response:
        log.error("the identity provider cannot be used", provider=provider.name, reason=str(error))
        text = "The identity provider cannot be reached at this moment. Try again in a minute."
        return page("Sign in", paragraph(text), 503, {"Retry-After": "60"})
