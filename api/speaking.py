"""In which language a page is: that of whoever reads it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final
from uuid import UUID

import sqlalchemy as sa
from starlette.requests import Request

from domain.channels.message import Language
from domain.kernel.runtime import Runtime

_WEIGHT: Final = re.compile(r"\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*", re.ASCII)
_MOST_WISHES: Final = 20
_LOCALE: Final = sa.text("SELECT locale FROM tenant WHERE id = :id")


@dataclass(frozen=True)
class Phrase:
    """Words for people, in both languages; names in braces are filled in."""

    en: str
    zh: str

    def to(self, language: Language, **values: str) -> str:
        """The words in a language, with the values in their places."""
        return (self.zh if language is Language.ZH else self.en).format(**values)


def wished(request: Request) -> Language | None:
    """The language that the browser likes most of those that there are (RFC 9110, section 12.5.4); None without any."""
    likes: dict[Language, float] = {}
    for wish in request.headers.get("accept-language", "").split(",")[:_MOST_WISHES]:
        tag, _, weight = wish.partition(";")
        written = _WEIGHT.fullmatch(weight)
        like = float(written[1]) if written else 0.0 if weight.strip() else 1.0
        primary = tag.strip().partition("-")[0].lower()
        if primary in ("en", "zh") and like > 0:
            language = Language.of(primary)
            likes[language] = max(likes.get(language, 0.0), like)
    return max(likes, key=lambda language: likes[language], default=None)  # of two that are liked alike the first


async def language_for(request: Request, runtime: Runtime, tenant_id: UUID | None = None) -> Language:
    """The language of a page: what the browser wishes, else that of the tenant that it is about, else English."""
    if (language := wished(request)) is not None:
        return language
    if tenant_id is None:
        return Language.EN
    async with runtime.database.engine("app").connect() as connection:
        locale = (await connection.execute(_LOCALE, {"id": tenant_id})).scalar_one_or_none()
    return Language.of(locale or "")
