"""The pages of sign-in speak the language of whoever reads them."""

from __future__ import annotations

import re
from string import Formatter

import httpx
import pytest
from starlette.requests import Request

from api.auth import words
from api.mail import links
from api.speaking import Phrase, wished
from domain.channels.message import Language
from domain.kernel.runtime import Runtime
from tests.api.auth.signing_in import ORIGIN, introduce, sign_in
from tests.conftest import make_tenant

CHINESE = {"Accept-Language": "zh-CN,zh;q=0.9,en;q=0.8"}
OF_MAILS = [links._INVALID, *(phrase for phrases in links._WORDS.values() for phrase in phrases)]
PHRASES = [*(each for each in vars(words).values() if isinstance(each, Phrase)), *OF_MAILS]


@pytest.mark.parametrize("phrase", PHRASES, ids=lambda phrase: phrase.en[:40])
def test_every_phrase_is_there_in_both_languages_with_the_same_names(phrase: Phrase) -> None:
    assert re.search(r"[\u4e00-\u9fff]", phrase.zh)
    assert not re.search(r"[\u4e00-\u9fff]", phrase.en)
    said = [{name for _, name, _, _ in Formatter().parse(text) if name} for text in (phrase.en, phrase.zh)]
    assert said[0] == said[1]


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("zh-CN,zh;q=0.9,en;q=0.8", Language.ZH),
        ("en-GB,en;q=0.9,zh;q=0.8", Language.EN),
        ("de,zh-Hans;q=0.4,en;q=0.2", Language.ZH),
        ("en;q=0.1, ZH-tw ; q=0.7", Language.ZH),
        ("zh;q=0,en;q=0.001", Language.EN),
        ("zh;q=0", None),
        ("de,fr;q=0.5,*;q=0.1", None),
        ("", None),
        ("zh;q=2,en;q=x,;;q=,", None),
        (",".join(["de"] * 1000) + ",zh", None),
    ],
)
def test_the_language_is_the_one_that_the_browser_likes_most(header: str, language: Language | None) -> None:
    request = Request({"type": "http", "headers": [(b"accept-language", header.encode())]})
    assert wished(request) is language


def assert_chinese(answer: httpx.Response) -> None:
    """The page, whose words are all Chinese."""
    assert '<html lang="zh-CN">' in answer.text, answer.text
    shown = re.sub(r"<style>.*?</style>|<[^>]*>", "\n", answer.text)
    assert not [phrase.en for phrase in PHRASES if len(phrase.en) > 6 and phrase.en in shown]


async def test_every_page_of_sign_in_is_chinese_to_whom_that_is_dear(
    person: httpx.AsyncClient, invited: str, issuer: str
) -> None:
    person.headers.update(CHINESE)
    pages = [
        ("/auth/login?prompt=none", 400),
        ("/auth/login?provider=nobody", 404),
        ("/auth/callback/dev?state=x", 400),
        ("/auth/select", 400),
        ("/auth/invitation?token=x", 404),
        ("/auth/logout", 200),
        ("/mail/confirm?token=x", 404),
        ("/mail/unsubscribe?token=x", 404),
    ]
    for path, status in pages:
        answer = await person.get(path)
        assert answer.status_code == status, path
        assert_chinese(answer)
    await introduce(issuer, "nobody", email="nobody@example.com", email_verified=True)
    refused = await sign_in(person, "nobody")
    assert (refused.status_code, words.NOT_A_MEMBER.zh in refused.text) == (403, True)
    await sign_in(person, invited)
    begun = (await person.post("/auth/device", data={"client_id": "tool"})).json()
    for answer in (
        await person.get("/auth/device"),
        await person.get("/auth/device", params={"user_code": "BBBB-BBBB"}),
        await person.get("/auth/device", params={"user_code": begun["user_code"]}),
        await person.post("/auth/device/decide", data={"user_code": "x"}, headers=ORIGIN),
        await person.post(
            "/auth/device/decide", data={"user_code": begun["user_code"], "decision": "allow"}, headers=ORIGIN
        ),
    ):
        assert_chinese(answer)


async def test_whose_language_there_is_not_reads_that_of_the_tenant(
    person: httpx.AsyncClient, runtime: Runtime
) -> None:
    chinese, german = await make_tenant(runtime, locale="zh-CN"), await make_tenant(runtime, locale="de")
    path = "/auth/login?provider=nobody&tenant="
    for french in ({}, {"Accept-Language": "fr"}):
        assert_chinese(await person.get(path + chinese.slug, headers=french))
        assert words.NO_SUCH_WAY.en in (await person.get(path + german.slug, headers=french)).text
    assert words.NO_SUCH_WAY.en in (await person.get(path + chinese.slug, headers={"Accept-Language": "en"})).text
