"""Invitations, as the invited person meets them: a page that names the tenant alone, and the way through sign-in.

Opening the page changes nothing, since programs that check mail open every link. Whatever is wrong with a link or with
who follows it, the answer is the same: it tells nothing of who exists.
"""

from __future__ import annotations

from urllib.parse import urlencode
from uuid import UUID

import structlog
from starlette.requests import Request
from starlette.responses import Response

from api.auth import words
from api.pages import link, page, paragraph
from api.speaking import language_for
from domain.channels.links import MailLink, Purpose
from domain.channels.message import Language
from domain.kernel.errors import DomainError, NotFound
from domain.kernel.ids import external_id, uuid7
from domain.kernel.principal import ActorKind, Principal, Role
from domain.kernel.runtime import Runtime
from domain.kernel.work import Work, perform
from domain.tenancy.accepting import Acceptance, accept, accepting_member, inviting_tenant
from domain.tenancy.tables import Invitation

log = structlog.get_logger(__name__)


class Inviting:
    """`/auth/invitation`, and what becomes of an invitation at the end of sign-in."""

    def __init__(self, runtime: Runtime) -> None:
        self._runtime = runtime

    async def show(self, request: Request) -> Response:
        """`GET /auth/invitation?token=`: who invites, and the way to sign in."""
        token = request.query_params.get("token", "")
        read = self._read(token)
        if read is None:
            return refusal(await language_for(request, self._runtime))
        language = await language_for(request, self._runtime, read.tenant_id)

        async def look(work: Work) -> str:
            invitation = await work.get(Invitation, read.id)
            return (await inviting_tenant(work, invitation, int(read.proof))).name

        try:
            name = await perform(self._runtime, Principal.worker(read.tenant_id), look)
        except NotFound:
            return refusal(language)
        query = urlencode({"tenant": external_id("tenant", read.tenant_id), "invitation": token})
        onward = link(f"{self._runtime.settings.base_path}/auth/login?{query}", words.ACCEPT.to(language))
        body = paragraph(name) + paragraph(words.USE_THE_ADDRESS.to(language)) + onward
        headers = {"Referrer-Policy": "no-referrer"}
        return page(words.INVITATION.to(language), body, headers=headers, language=language)

    async def accepted(
        self, token: str, user_id: UUID, email: str | None, *, only_in: UUID | None = None
    ) -> UUID | None:
        """Accept an invitation for a user whose address a provider has verified; the tenant, None where it cannot be.

        The word of a tenant's own provider counts `only_in` that tenant. The second time the same person follows
        the same link, they are a member by it already.
        """
        read = self._read(token)
        if read is None or only_in not in (None, read.tenant_id):
            return None
        given = Acceptance(read.id, int(read.proof), user_id, email)

        async def find(work: Work) -> UUID | None:
            return await accepting_member(work, given)

        async def act(work: Work) -> None:
            await accept(work, given)

        try:
            id = await perform(self._runtime, Principal.worker(read.tenant_id), find) or uuid7()
            # Whoever accepts does so in person, and with nobody's rights: that of an invitation is all it takes.
            await perform(self._runtime, Principal(read.tenant_id, ActorKind.MEMBER, Role.VIEWER, id, id), act)
        except DomainError as error:
            log.info("invitation not accepted", tenant_id=str(read.tenant_id), reason=error.code)
            return None
        return read.tenant_id

    def _read(self, token: str) -> MailLink | None:
        return MailLink.read(self._runtime.keys, Purpose.INVITATION, token, self._runtime.clock.now())


def refusal(language: Language) -> Response:
    """The one answer to an invitation that cannot be accepted."""
    return page(words.INVITATION.to(language), paragraph(words.DEAD.to(language)), 404, language=language)
