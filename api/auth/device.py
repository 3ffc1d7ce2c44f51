"""Signing in a program that has no browser, such as the command line: OAuth 2.0 Device Authorization Grant, RFC 8628.

The program shows a code; its person types it on a page of ours, in a browser that is signed in, and sees which program
asks from where before letting it in. The program then has a session of its own, sent as a bearer, in the same tenant.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import quote, urlencode
from uuid import UUID

import orjson
import sqlalchemy as sa
import structlog
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from api.auth import words
from api.auth.attempts import Attempts
from api.auth.credentials import session_token_of
from api.auth.device_grants import (
    INTERVAL,
    LIFETIME,
    Refused,
    begin_grant,
    decide,
    redeem,
    user_code_of,
    waiting_grant,
)
from api.auth.forms import read_members
from api.auth.origin import require_same_origin
from api.auth.principals import principal_of
from api.auth.return_to import DEVICE_PAGE
from api.auth.sessions import Device, find_session
from api.pages import button, field, link, page, paragraph
from api.problems import Refusal
from api.speaking import language_for
from domain.channels.message import Language
from domain.identity.devices import device_of
from domain.identity.tables import DeviceGrant, Session
from domain.kernel.errors import Unauthenticated
from domain.kernel.ids import external_id
from domain.kernel.runtime import Runtime

GRANT_TYPE: Final = "urn:ietf:params:oauth:grant-type:device_code"
_NAME = re.compile(r"[A-Za-z0-9._-]{1,64}", re.ASCII)

log = structlog.get_logger(__name__)


_TENANT = sa.text("SELECT id, slug, name FROM tenant WHERE id = :id")


@dataclass(frozen=True)
class _Tenant:
    """The tenant of the browser's session."""

    id: UUID
    slug: str
    name: str

    def is_meant_by(self, grant: DeviceGrant) -> bool:
        """Whether the program asks for this tenant, or for none in particular."""
        return grant.tenant in (None, self.slug, external_id("tenant", self.id))


class Devices:
    """`/auth/device` and what is below it."""

    def __init__(self, runtime: Runtime) -> None:
        self._runtime = runtime
        self._attempts = Attempts(runtime, "user-code", most=10, within=LIFETIME)
        self._here = f"{runtime.settings.base_path}{DEVICE_PAGE}"

    async def page(self, request: Request) -> Response:
        """`POST` from the program begins; `GET` is the page on which its person types the code and sees who asks."""
        if request.method == "POST":
            return await self._begin(request)
        typed = request.query_params.get("user_code", "")
        session = await self._session(request)
        if session is None:
            back = f"{DEVICE_PAGE}?{urlencode({'user_code': typed[:40]})}" if typed else DEVICE_PAGE
            login = f"{self._runtime.settings.base_path}/auth/login"
            return RedirectResponse(f"{login}?{urlencode({'return_to': back})}", 303)
        language = await language_for(request, self._runtime, session.tenant_id)
        if not typed:
            return self._page(language, paragraph(words.TYPE_THE_CODE.to(language)) + self._form(language))
        found = await self._found(session, typed, language)
        return found if isinstance(found, Response) else await self._question(request, session, found, typed, language)

    async def decide(self, request: Request) -> Response:
        """`POST {user_code, decision}` by the page: let the program in, or keep it out."""
        require_same_origin(request, self._runtime.settings)
        session = await self._session(request)
        language = await language_for(request, self._runtime, None if session is None else session.tenant_id)
        if session is None:
            body = paragraph(words.SIGN_IN_FIRST.to(language)) + link(self._here, words.SIGN_IN.to(language))
            return self._page(language, body, 401)
        members = await read_members(request)
        typed, decision = members.get("user_code"), members.get("decision")
        if not isinstance(typed, str) or decision not in ("allow", "deny"):
            body = paragraph(words.NOT_FROM_THE_PAGE.to(language)) + link(self._here, words.BEGIN_AGAIN.to(language))
            return self._page(language, body, 400)
        found = await self._found(session, typed, language)
        if isinstance(found, Response):
            return found
        allowed = decision == "allow"
        if allowed and not (await self._tenant(session)).is_meant_by(found):
            return await self._question(request, session, found, typed, language)
        if not await decide(self._runtime, str(user_code_of(typed)), session if allowed else None):
            return self._no_such_code(language)
        log.info("a program was let in" if allowed else "a program was kept out", client=found.client)
        text = words.WAS_LET_IN if allowed else words.WAS_KEPT_OUT
        return page(words.DONE.to(language), paragraph(text.to(language)), language=language)

    async def token(self, request: Request) -> Response:
        """`POST` by the program, again and again: the token, once, or why there is none yet."""
        try:
            members = await self._oauth_members(request)
            if members.get("grant_type") != GRANT_TYPE:
                raise Refused("unsupported_grant_type")
            code = members.get("device_code")
            if not isinstance(code, str) or not code:
                raise Refused("invalid_request")
            token, session = await redeem(self._runtime, code[:200], _client(members))
        except Refused as refused:
            return _answer({"error": str(refused)}, 400)
        lifetime = session.expires_at - self._runtime.clock.now()
        return _answer(
            {
                "access_token": token,
                "token_type": "Bearer",
                "expires_in": int(lifetime.total_seconds()),
                "tenant_id": external_id("tenant", session.tenant_id),
            }
        )

    async def _begin(self, request: Request) -> Response:
        try:
            members = await self._oauth_members(request)
            tenant = members.get("tenant")
            if tenant is not None and not (isinstance(tenant, str) and _NAME.fullmatch(tenant)):
                raise Refused("invalid_request")
            codes = await begin_grant(self._runtime, _client(members), tenant, Device.of(request))
        except Refused as refused:
            return _answer({"error": str(refused)}, 400)
        if codes is None:
            return _answer({"error": "slow_down"}, 429, {"Retry-After": str(int(LIFETIME.total_seconds()))})
        place = f"{self._runtime.settings.base_url}{DEVICE_PAGE}"
        return _answer(
            {
                "device_code": codes.device_code,
                "user_code": codes.user_code,
                "verification_uri": place,
                "verification_uri_complete": f"{place}?user_code={quote(codes.user_code)}",
                "expires_in": int(LIFETIME.total_seconds()),
                "interval": INTERVAL,
            }
        )

    async def _oauth_members(self, request: Request) -> dict[str, Any]:
        try:
            return await read_members(request)
        except Refusal:
            raise Refused("invalid_request") from None

    async def _session(self, request: Request) -> Session | None:
        """The browser's session, of somebody who may act in its tenant now. Raises `Forbidden`."""
        try:
            await principal_of(request)
            token = session_token_of(request, self._runtime.settings)
        except Unauthenticated:
            return None
        return None if token is None else await find_session(self._runtime, token)

    async def _found(self, session: Session, typed: str, language: Language) -> DeviceGrant | Response:
        """The grant of a code, or the page that says why there is none. A person may be wrong ten times in a while."""
        if await self._attempts.spent(session.user_id):
            headers = {"Retry-After": str(int(LIFETIME.total_seconds()))}
            return self._page(language, paragraph(words.TOO_MANY.to(language)), 429, headers)
        code = user_code_of(typed)
        found = None if code is None else await waiting_grant(self._runtime, code)
        if found is None:
            await self._attempts.add(session.user_id)
            return self._no_such_code(language)
        return found

    def _no_such_code(self, language: Language) -> Response:
        return self._page(language, paragraph(words.NO_SUCH_CODE.to(language)) + self._form(language), 404)

    def _form(self, language: Language) -> str:
        return field(self._here, "user_code", words.CODE.to(language), words.GO_ON.to(language))

    def _page(
        self, language: Language, body: str, status: int = 200, headers: dict[str, str] | None = None
    ) -> Response:
        return page(words.LET_IN.to(language), body, status, headers, language)

    async def _question(
        self, request: Request, session: Session, grant: DeviceGrant, typed: str, language: Language
    ) -> Response:
        own = request.client.host if request.client else None
        here = await self._tenant(session)
        unknown = words.UNKNOWN.to(language)
        asks = words.ASKS.to(
            language,
            device=device_of(grant.user_agent),
            client=grant.client,
            address=grant.address or unknown,
            tenant=here.name,
        )
        told = [asks, words.ONLY_IF_YOURS.to(language)]
        if grant.address != own:
            told.insert(1, words.TAKE_CARE.to(language, address=own or unknown))
        body = "".join(paragraph(text) for text in told) + f"<p><strong>{user_code_of(typed)}</strong></p>"
        decide = f"{self._here}/decide"
        if here.is_meant_by(grant):
            body += button(decide, words.LET_IT_IN.to(language), user_code=typed[:40], decision="allow")
        else:
            back = f"{DEVICE_PAGE}?{urlencode({'user_code': typed[:40]})}"
            query = urlencode({"tenant": grant.tenant, "return_to": back})
            body += paragraph(words.ANOTHER_TENANT.to(language, tenant=str(grant.tenant)))
            body += link(f"{self._runtime.settings.base_path}/auth/login?{query}", words.SIGN_IN_THERE.to(language))
        body += button(decide, words.KEEP_IT_OUT.to(language), user_code=typed[:40], decision="deny")
        return self._page(language, body)

    async def _tenant(self, session: Session) -> _Tenant:
        async with self._runtime.database.engine("app").connect() as connection:
            return _Tenant(*(await connection.execute(_TENANT, {"id": session.tenant_id})).one())


def _client(members: dict[str, Any]) -> str:
    client = members.get("client_id")
    if client is None:
        raise Refused("invalid_request")
    if not isinstance(client, str) or not _NAME.fullmatch(client):
        raise Refused("invalid_client")
    return client


def _answer(body: dict[str, Any], status: int = 200, headers: dict[str, str] | None = None) -> Response:
    return Response(orjson.dumps(body), status, headers, "application/json")
