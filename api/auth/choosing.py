"""Which tenant a person enters: at sign-in, where there are several, and later by switching."""

from __future__ import annotations

from datetime import datetime
from typing import Final
from uuid import UUID

import orjson
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from api.auth import words
from api.auth.credentials import refused, session_token_of
from api.auth.forms import is_form, read_members
from api.auth.origin import require_same_origin
from api.auth.people import Place, note_bypass, place_in, places_of
from api.auth.principals import authenticator_of
from api.auth.sealed_cookies import clear_sealed, read_sealed
from api.auth.sessions import Device, SignedIn, begin_session, find_session, id_token_of, set_session_cookie
from api.pages import button, link, page, paragraph
from api.problems import Refusal
from api.speaking import language_for
from domain.channels.message import Language
from domain.identity.people import verified_email_of
from domain.identity.tables import Session
from domain.kernel.errors import Forbidden, NotFound, Unauthenticated
from domain.kernel.ids import MalformedId, external_id, parse_id
from domain.kernel.runtime import Runtime

SELECTION: Final = "milepost-select"
"""The cookie of a person who has signed in and has yet to say where to."""


def login_at(runtime: Runtime, place: Place) -> str:
    """Where one signs in at the tenant's own provider."""
    return f"{runtime.settings.base_url}/auth/login?tenant={external_id('tenant', place.tenant_id)}"


def elsewhere_page(runtime: Runtime, place: Place, language: Language) -> Response:
    """For somebody who has come by a provider by which the tenant lets nobody in."""
    text = words.OWN_ONLY.to(language, tenant=place.tenant_name)
    body = paragraph(text) + link(login_at(runtime, place), words.SIGN_IN_THERE.to(language))
    return page(words.ELSEWHERE.to(language), body, 403, language=language)


async def enter(
    runtime: Runtime, request: Request, who: SignedIn, response: Response, before: Session | None = None
) -> Response:
    """Begin a session and give it to the browser with the response."""
    if who.identity_provider_id is None:
        await note_bypass(runtime, who.tenant_id, who.member_id)
    token = await begin_session(runtime, who, Device.of(request), before)
    set_session_cookie(response, runtime.settings, token)
    return response


class Choosing:
    """`/auth/select` and `/auth/switch`."""

    def __init__(self, runtime: Runtime) -> None:
        self._runtime = runtime

    async def select(self, request: Request) -> Response:
        """`GET` shows the tenants, `POST` enters one of them."""
        language = await language_for(request, self._runtime)
        title = words.CHOOSE.to(language)
        signed_in = read_sealed(request, self._runtime, SELECTION)
        if signed_in is None:
            again = link(f"{self._runtime.settings.base_path}/auth/login", words.SIGN_IN.to(language))
            return page(title, paragraph(words.SIGN_IN_FIRST.to(language)) + again, 400, language=language)
        user_id = UUID(hex=signed_in["user_id"])
        if request.method != "POST":
            places = await places_of(self._runtime, user_id, signed_in["email"])
            here = f"{self._runtime.settings.base_path}/auth/select"
            forms = (
                button(here, place.tenant_name, tenant_id=external_id("tenant", place.tenant_id)) for place in places
            )
            return page(title, "".join(forms), language=language)
        require_same_origin(request, self._runtime.settings)
        tenant_id = await _wanted_tenant(request)
        place = await place_in(self._runtime, tenant_id, user_id, signed_in["email"])
        if place is None:
            raise NotFound("there is no such tenant")
        if place.by_own_provider_only:
            return elsewhere_page(self._runtime, place, language)
        proved_at = signed_in["authenticated_at"]
        who = SignedIn(
            user_id=user_id,
            tenant_id=tenant_id,
            member_id=place.member_id,
            issuer=signed_in["issuer"],
            authenticated_at=None if proved_at is None else datetime.fromisoformat(proved_at),
            identity_provider_id=None,
            provider_session=signed_in["provider_session"],
            id_token=signed_in["id_token"],
        )
        response = await enter(self._runtime, request, who, RedirectResponse(signed_in["return_to"], 303))
        clear_sealed(response, self._runtime, SELECTION)
        return response

    async def switch(self, request: Request) -> Response:
        """`POST {tenant_id}`: a new session in another tenant of the same person; the old one ends."""
        settings = self._runtime.settings
        token = session_token_of(request, settings)
        if token is None:
            raise Unauthenticated("who switches is signed in with a browser: begin at /auth/login")
        session = await find_session(self._runtime, token)
        if session is None:
            raise refused()
        require_same_origin(request, settings)
        tenant_id = await _wanted_tenant(request)
        if session.identity_provider_id is not None and tenant_id != session.tenant_id:
            raise NotFound("there is no such tenant")  # who comes from a tenant's own provider is known nowhere else
        email = await verified_email_of(self._runtime, session.user_id)
        place = await place_in(self._runtime, tenant_id, session.user_id, email)
        if place is None:
            raise NotFound("there is no such tenant")
        if place.by_own_provider_only and session.identity_provider_id is None:
            raise Forbidden(f"sign in by the tenant's own provider: {login_at(self._runtime, place)}")
        who = SignedIn(
            user_id=session.user_id,
            tenant_id=tenant_id,
            member_id=place.member_id,
            issuer=session.issuer,
            authenticated_at=session.authenticated_at,
            provider_session=session.provider_session,
            id_token=id_token_of(self._runtime, session),
            identity_provider_id=session.identity_provider_id,
        )
        authenticator_of(request).forget_session(token)
        if is_form(request):
            return await enter(self._runtime, request, who, RedirectResponse(f"{settings.base_path}/", 303), session)
        shown = {"tenant_id": external_id("tenant", tenant_id), "member_id": external_id("member", place.member_id)}
        response = Response(orjson.dumps(shown), media_type="application/json")
        return await enter(self._runtime, request, who, response, session)


async def _wanted_tenant(request: Request) -> UUID:
    members = await read_members(request)
    wanted = members.get("tenant_id")
    if set(members) != {"tenant_id"} or not isinstance(wanted, str):
        error = {"pointer": "/tenant_id", "code": "REQUIRED", "detail": "name the tenant, and nothing else"}
        raise Refusal(422, "INVALID", "the input breaks a rule", [error])
    try:
        return parse_id("tenant", wanted)
    except MalformedId:
        raise NotFound("there is no such tenant") from None
