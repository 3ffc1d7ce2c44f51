"""Signing in: the browser is sent to a provider, comes back with a code, and gets a session.

State, nonce and PKCE verifier travel in an encrypted cookie of this one login, so that the login is bound to the
browser that began it, ends after ten minutes, and needs no memory of ours. A used state is also noted in Redis, so
that a copied cookie is of no use; without Redis the provider's own refusal of a used code remains.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
from dataclasses import asdict
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

import sqlalchemy as sa
import structlog
from redis.exceptions import RedisError
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from api.auth import words
from api.auth.admitting import NotAdmitted, admit, user_of_own
from api.auth.choosing import SELECTION, elsewhere_page, enter
from api.auth.credentials import cookies_named, session_cookie_name
from api.auth.id_tokens import LEEWAY
from api.auth.inviting import Inviting, refusal
from api.auth.lookups import find_tenant
from api.auth.people import Place, places_of, user_of
from api.auth.providers import Person, Provider, Secrets, SignInRefused
from api.auth.registry import Registry
from api.auth.return_to import safe_path
from api.auth.sealed_cookies import LIFETIME, clear_sealed, clear_surplus, name_for_state, read_sealed, set_sealed
from api.auth.sessions import SignedIn, end_session, find_session
from api.pages import link, page, paragraph
from api.speaking import Phrase, language_for, wished
from domain.auditing.denials import SIGN_IN_REFUSED
from domain.channels.links import LONGEST
from domain.channels.message import Language
from domain.identity.tables import Session
from domain.kernel.ids import MalformedId, parse_id
from domain.kernel.principal import Principal
from domain.kernel.runtime import Runtime
from domain.single_sign_on.discovery import ProviderUnreachable

_REDIS_PATIENCE = 0.2
_MOST_KEPT = 1_500
"""Characters of an ID token that a cookie has room for; it is only the hint of a logout at the provider."""
_PASSED = ("tenant", "return_to", "prompt", "invitation")
_TENANT_OF_SLUG = sa.text("SELECT id FROM tenant WHERE slug = :slug")

log = structlog.get_logger(__name__)


class SignIn:
    """`/auth/login` and `/auth/callback/{provider}`."""

    def __init__(self, runtime: Runtime, registry: Registry, inviting: Inviting) -> None:
        self._runtime = runtime
        self._registry = registry
        self._inviting = inviting
        self._home = f"{runtime.settings.base_path}/"

    async def begin(self, request: Request) -> Response:
        """`GET /auth/login?provider=&tenant=&return_to=&prompt=`: send the browser to the provider.

        With `prompt=login` the person must prove anew who they are; without further words, where they are now.
        """
        query = request.query_params
        anew = "prompt" in query
        if anew and query.getlist("prompt") != ["login"]:
            return self._sign_in_page(wished(request) or Language.EN, words.ONLY_LOGIN, 400)
        now = await self._present(request) if anew else None
        here = None if now is None else now.tenant_id
        tenant_id = await self._named(query["tenant"]) if query.get("tenant") else here
        offered = await self._offered(tenant_id)
        language = await language_for(request, self._runtime, tenant_id)
        if "provider" in query:
            provider = next((each for each in offered if each.name == query["provider"]), None)
            if provider is None:
                return self._sign_in_page(language, words.NO_SUCH_WAY, 404)
        else:
            provider = await self._usual(offered, now)
            if provider is None:
                return self._choice(request, offered, language)
        kept = Secrets.new()
        try:
            address = await provider.authorization_url(kept, anew=anew)
        except ProviderUnreachable as error:
            return self._unreachable(provider, error, language)
        response = RedirectResponse(address, 303)
        content = asdict(kept) | {
            "provider": provider.name,
            "tenant": None if tenant_id is None else tenant_id.hex,
            "elsewhere": tenant_id is None and bool(query.get("tenant")),
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

    async def _offered(self, tenant_id: UUID | None) -> list[Provider]:
        """By which providers one may sign in: the tenant's own come first."""
        own = [] if tenant_id is None else await self._registry.of_tenant(tenant_id)
        return [*own, *self._registry.of_installation.values()]

    async def _usual(self, offered: list[Provider], now: Session | None) -> Provider | None:
        """The provider where none is named: that of the session, or the only one."""
        if now is not None:
            return await self._registry.of_session(now)
        return offered[0] if len(offered) == 1 else None

    def _choice(self, request: Request, offered: list[Provider], language: Language) -> Response:
        if not offered:
            return self._sign_in_page(language, words.NO_PROVIDER, 404)
        passed = {key: value for key, value in request.query_params.items() if key in _PASSED}
        here = f"{self._runtime.settings.base_path}/auth/login"
        links = (
            link(f"{here}?{urlencode(passed | {'provider': each.name})}", each.registration.title) for each in offered
        )
        return page(words.SIGN_IN_WITH.to(language), "".join(links), language=language)

    async def finish(self, request: Request) -> Response:
        """`GET /auth/callback/{provider}`: the browser comes back."""
        state = request.query_params.get("state", "")
        name = name_for_state(state)
        begun = read_sealed(request, self._runtime, name)
        if begun is None or not await self._is_first_use(begun, state, request.path_params["provider"]):
            return self._start_again(await language_for(request, self._runtime), words.NOT_BEGUN)
        tenant_id = UUID(hex=begun["tenant"]) if begun["tenant"] else None
        language = await language_for(request, self._runtime, tenant_id)
        provider = await self._registry.find(begun["provider"], tenant_id)
        if provider is None:
            clear_sealed(gone := self._start_again(language, words.NO_SUCH_WAY_ANY_MORE), self._runtime, name)
            return gone
        try:
            response = await self._finish(request, provider, begun, language)
        except SignInRefused as error:
            log.warning("sign-in refused", provider=provider.name, reason=str(error))
            response = self._start_again(language, words.NOT_ACCEPTED, begun["return_to"])
        except ProviderUnreachable as error:
            response = self._unreachable(provider, error, language)
        clear_sealed(response, self._runtime, name)
        return response

    async def _finish(
        self, request: Request, provider: Provider, begun: dict[str, Any], language: Language
    ) -> Response:
        query = request.query_params
        code = query.get("code", "")
        if "error" in query or not code or len(query.getlist("code")) > 1 or len(code) > 4000:
            raise SignInRefused("the provider sent an error instead of a code")
        kept = Secrets(begun["state"], begun["nonce"], begun["verifier"])
        person = await provider.person(code, query.get("iss"), kept)
        self._check_anew(person, begun["anew_since"])
        if provider.registration.tenant_id is not None:
            return await self._welcome_by_own(request, provider, person, begun, language)
        return await self._welcome(request, person, begun, language)

    async def _welcome_by_own(
        self, request: Request, provider: Provider, person: Person, begun: dict[str, Any], language: Language
    ) -> Response:
        """Somebody who has signed in through a tenant's own provider enters that tenant, and no other."""
        tenant_id = provider.registration.tenant_id
        assert tenant_id is not None
        if begun["invitation"]:
            user_id = await user_of_own(self._runtime, person, tenant_id)
            token = begun["invitation"]
            if user_id is None or not await self._inviting.accepted(token, user_id, person.email, only_in=tenant_id):
                return refusal(language)
        try:
            user_id, place = await admit(self._runtime, person, provider.registration)
        except NotAdmitted as error:
            log.info("not admitted", provider=provider.name)
            return self._not_a_member(language, error.told)
        return await self._enter(request, person, begun, user_id, place, provider.registration.id)

    def _check_anew(self, person: Person, since: float | None) -> None:
        """Raises `SignInRefused` where the person was to prove who they are since an instant, and has not."""
        if since is None:
            return
        if person.proved_ago is None:
            raise SignInRefused("auth_time is missing in the id_token")
        if person.proved_ago.total_seconds() > self._runtime.clock.now().timestamp() - since + LEEWAY:
            raise SignInRefused("auth_time is older than the request to sign in anew")

    async def _welcome(self, request: Request, person: Person, begun: dict[str, Any], language: Language) -> Response:
        user_id = await user_of(self._runtime, person)
        authenticated_at = None if person.proved_ago is None else self._runtime.clock.now() - person.proved_ago
        if begun["invitation"]:
            tenant_id = await self._inviting.accepted(begun["invitation"], user_id, person.email)
            if tenant_id is None:
                return refusal(language)
            begun = begun | {"tenant": tenant_id.hex}
        places = await places_of(self._runtime, user_id, person.email)
        if begun["tenant"] or begun["elsewhere"]:
            places = [place for place in places if place.tenant_id.hex == begun["tenant"]]
        if not places:
            log.info("signed in without a place", provider_issuer=person.issuer)
            await self._note_refused(begun["tenant"], person)
            return self._not_a_member(language, words.ASK_TO_BE_ADDED)
        if len(places) == 1 and places[0].by_own_provider_only:
            return elsewhere_page(self._runtime, places[0], language)
        if len(places) > 1:
            await self._leave(request)
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
                    "id_token": person.id_token if len(person.id_token) <= _MOST_KEPT else None,
                    "return_to": begun["return_to"],
                },
            )
            return response
        return await self._enter(request, person, begun, user_id, places[0], None)

    async def _enter(
        self,
        request: Request,
        person: Person,
        begun: dict[str, Any],
        user_id: UUID,
        place: Place,
        identity_provider_id: UUID | None,
    ) -> Response:
        await self._leave(request)
        ago = person.proved_ago
        who = SignedIn(
            user_id=user_id,
            tenant_id=place.tenant_id,
            member_id=place.member_id,
            issuer=person.issuer,
            authenticated_at=None if ago is None else self._runtime.clock.now() - ago,
            provider_session=person.provider_session,
            id_token=person.id_token,
            identity_provider_id=identity_provider_id,
        )
        return await enter(self._runtime, request, who, RedirectResponse(begun["return_to"], 303))

    async def _leave(self, request: Request) -> None:
        """End whatever session the browser has: who signs in gets a new one."""
        for old in cookies_named(request, session_cookie_name(self._runtime.settings)):
            await end_session(self._runtime, old)

    async def _note_refused(self, tenant: str, person: Person) -> None:
        """Have a tenant know that somebody signed in who has no place there, though the link named it."""
        if not tenant or self._runtime.denials is None:
            return
        tenant_id = UUID(hex=tenant)
        if await find_tenant(self._runtime, tenant_id) is None:
            return
        said = {"reason": "no place in the tenant", "issuer": person.issuer}
        await self._runtime.denials.note(Principal.worker(tenant_id), SIGN_IN_REFUSED, ("tenant", tenant_id), said)

    async def _named(self, tenant: str) -> UUID | None:
        """The tenant of a link, by id or short name; None for a text that names none."""
        try:
            return parse_id("tenant", tenant)
        except MalformedId:
            if len(tenant) > 100 or not tenant.isprintable():
                return None
            async with self._runtime.database.engine("app").connect() as connection:
                found: UUID | None = (await connection.execute(_TENANT_OF_SLUG, {"slug": tenant})).scalar_one_or_none()
            return found

    async def _is_first_use(self, begun: dict[str, Any], state: str, provider: str) -> bool:
        if not hmac.compare_digest(begun["state"], state) or begun["provider"] != provider:
            return False
        key = f"milepost:login:{hashlib.sha256(state.encode()).hexdigest()}"
        try:
            async with asyncio.timeout(_REDIS_PATIENCE):
                return bool(await self._runtime.wakes.client.set(key, 1, nx=True, ex=int(LIFETIME.total_seconds())))
        except (RedisError, OSError, TimeoutError):
            return True

    def _sign_in_page(
        self, language: Language, told: Phrase, status: int, headers: dict[str, str] | None = None
    ) -> Response:
        return page(words.SIGN_IN.to(language), paragraph(told.to(language)), status, headers, language)

    def _not_a_member(self, language: Language, told: Phrase) -> Response:
        return page(words.NOT_A_MEMBER.to(language), paragraph(told.to(language)), 403, language=language)

    def _start_again(self, language: Language, told: Phrase, return_to: str | None = None) -> Response:
        query = f"?{urlencode({'return_to': return_to})}" if return_to else ""
        address = f"{self._runtime.settings.base_path}/auth/login{query}"
        body = paragraph(told.to(language)) + link(address, words.START_AGAIN.to(language))
        return page(words.SIGN_IN_AGAIN.to(language), body, 400, language=language)

    def _unreachable(self, provider: Provider, error: ProviderUnreachable, language: Language) -> Response:
        log.error("the identity provider cannot be used", provider=provider.name, reason=str(error))
        return self._sign_in_page(language, words.UNREACHABLE, 503, {"Retry-After": "60"})
