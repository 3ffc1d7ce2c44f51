"""The pages behind links in mails. Opening one changes nothing, since programs that check mail open every link."""

from __future__ import annotations

from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from api.middleware.context import NamedRoute
from api.pages import button, page, paragraph
from api.speaking import Phrase, language_for
from domain.channels.confirming import confirm, unsubscribe
from domain.channels.links import MailLink, Purpose
from domain.kernel.errors import NotFound
from domain.kernel.principal import Principal
from domain.kernel.runtime import Runtime
from domain.kernel.work import Work, perform

_WORDS: Final = {
    Purpose.CONFIRM: (
        Phrase("Confirm this address", "确认此地址"),
        Phrase("Confirm", "确认"),
        Phrase("The address is confirmed.", "地址已确认。"),
    ),
    Purpose.UNSUBSCRIBE: (
        Phrase("Stop these mails", "退订邮件"),
        Phrase("Stop", "退订"),
        Phrase("No more mails are sent.", "不再发送邮件。"),
    ),
}
_INVALID: Final = Phrase("The link has been used, replaced, or is too old.", "该链接已被使用、替换或已过期。")


def link_routes(runtime: Runtime) -> list[NamedRoute]:
    """The routes below `/mail`."""

    def route(purpose: Purpose) -> NamedRoute:
        async def answer(request: Request) -> Response:
            return await _answer(runtime, purpose, request)

        return NamedRoute(purpose.path, answer, methods=["GET", "POST"])

    return [route(purpose) for purpose in _WORDS]


async def _answer(runtime: Runtime, purpose: Purpose, request: Request) -> Response:
    title, label, done = _WORDS[purpose]
    token = request.query_params.get("token", "")
    link = MailLink.read(runtime.keys, purpose, token, runtime.clock.now())
    language = await language_for(request, runtime, None if link is None else link.tenant_id)

    def said(text: Phrase, status: int) -> Response:
        return page(title.to(language), paragraph(text.to(language)), status, language=language)

    if link is None:
        return said(_INVALID, 404)
    if request.method != "POST":
        action = f"{runtime.settings.base_path}{purpose.path}?token={token}"
        return page(title.to(language), button(action, label.to(language)), language=language)
    return said(done, 200) if await _act(runtime, purpose, link) else said(_INVALID, 404)


async def _act(runtime: Runtime, purpose: Purpose, link: MailLink) -> bool:
    async def act(work: Work) -> bool:
        if purpose is Purpose.CONFIRM:
            return await confirm(work, link)
        await unsubscribe(work, link)
        return True

    try:
        # Whoever holds the link acts: nobody whom the tenant knows, and within the link's own tenant only.
        return await perform(runtime, Principal.worker(link.tenant_id), act)
    except NotFound:
        return False
