"""`/dev/mail` shows what a development installation keeps, and is not there in any other."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest

from tests.api.conftest import application, browser
from tests.conftest import Cluster, SettableClock
from workers.mailing import MOST_KEPT, Mailer

MAIL = (
    b"From: Milepost <a@example.com>\r\nTo: ann@example.com\r\nSubject: =?utf-8?b?5ZGK6K2m?= <script>\r\n"
    b"MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=x\r\n\r\n"
    b"--x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nplain <b>words</b>\r\n"
    b"--x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<script>alert(1)</script><p>words</p>\r\n--x--\r\n"
)


async def test_kept_mails_are_listed_read_and_shown_in_a_sandbox(
    cluster: Cluster, clock: SettableClock, tmp_path: Path, settings: object
) -> None:
    own = cluster.settings("common", MILEPOST_SMTP_URL=tmp_path.as_uri() + "/mail box")
    for _ in range(MOST_KEPT + 2):
        assert (await Mailer(own).send(MAIL, "ann@example.com")).status == 250
    assert own.mail_folder == tmp_path / "mail box"
    assert len(list((tmp_path / "mail box").iterdir())) == MOST_KEPT
    async with application(own, clock) as app, browser(app) as client:
        listed = await client.get("/dev/mail")
        assert "告警 &lt;script&gt; → ann@example.com" in listed.text
        name = listed.text.split("/dev/mail/")[1].split('"')[0]
        one = await client.get(f"/dev/mail/{name}")
        assert "plain &lt;b&gt;words&lt;/b&gt;" in one.text and "<script>" not in one.text
        shown = await client.get(f"/dev/mail/{name}/html")
        assert "<p>words</p>" in shown.text
        assert shown.headers["content-security-policy"].startswith("sandbox; default-src 'none'")
        for wrong in ("..%2f..%2fetc", "0" * 20 + "-1", name + ".eml", "%00"):
            assert (await client.get(f"/dev/mail/{wrong}")).status_code == 404


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"MILEPOST_SMTP_URL": "smtp://mail.example.com"},
        {"MILEPOST_SMTP_URL": "file:///tmp/mail", "MILEPOST_PUBLIC_URL": "https://milepost.example.com"},
    ],
)
async def test_there_is_no_such_page_where_mail_is_sent_or_others_could_look(
    cluster: Cluster, clock: SettableClock, settings: object, more: dict[str, str]
) -> None:
    async with application(cluster.settings("common", **more), clock) as app, browser(app) as client:
        answer: httpx.Response = await client.get("/dev/mail")
        assert answer.status_code == 404
