"""Administering channels: secrets that are never shown, addresses that are asked, and who may do any of it."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any
from uuid import UUID

import httpx
import pytest
from fastapi import FastAPI
from pydantic import SecretStr

from domain.channels.commands import MOST_CHANNELS
from domain.channels.confirming import MOST_A_DAY
from domain.kernel.runtime import Runtime
from domain.kernel.work import Work, perform
from tests.api.conftest import Api, MakeKey
from tests.conftest import SettableClock, TestTenant
from tests.workers.mailbox import Mailbox, mail_server, text_of
from workers.confirmations import CONFIRMATIONS
from workers.letters import send_letters
from workers.mailing import Mailer

SLACK = "https://hooks.slack.com/services/T0AAAAAAA/B0BBBBBBB/abcdefghijklmnopqrstx7Qa"
FLOW = "https://prod-12.westeurope.logic.azure.com:443/workflows/0/triggers/manual/paths/invoke?api-version=1&sig="
POWER = (
    "https://default0.b1.environment.api.powerplatform.com:443/powerautomate/automations/direct/x?api-version=1&sig="
)
SIGNATURE = "abcdefghijklmnopqrstuvwxyz012345"


@pytest.fixture
async def mailbox(app: FastAPI) -> AsyncIterator[Mailbox]:
    async with mail_server() as made:
        made.use(app.state.runtime)
        yield made


@pytest.fixture
async def admin(key_of: MakeKey, tenant: TestTenant) -> Api:
    return await key_of(tenant, "admin")


async def letters(app: FastAPI, tenant: TestTenant, mailbox: Mailbox) -> list[str]:
    """The links in the mails that ask for consent, the oldest first, below the public address."""
    runtime: Runtime = app.state.runtime
    await send_letters(runtime, tenant.id, Mailer(runtime.settings), CONFIRMATIONS)
    found = [re.search(r"http://localhost:8000(/mail/confirm\?token=\S+)", text_of(mail)) for mail in mailbox.read()]
    return [match[1] for match in found if match]


async def test_a_channel_has_the_agreed_members_and_never_shows_its_address(
    admin: Api, app: FastAPI, tenant: TestTenant
) -> None:
    body = {"kind": "slack", "name": "Alerts", "event_types": ["risk.*"], "categories": ["legal"], "language": "zh-CN",
            "min_severity": "warning", "role": "viewer", "enabled": True, "venture_ids": None}  # fmt: skip
    made = await admin("POST", "channels", body | {"url": SLACK})
    assert made.status_code == 201, made.text
    assert {name: made.json()[name] for name in body} == body
    assert made.json()["url_hint"] == "https://hooks.slack.com/…x7Qa"
    changed = await admin("PATCH", f"channels/{made.json()['id']}", {"name": "Other"})
    listed = await admin("GET", "channels")
    log = await admin("GET", "audit-log")
    for answer in (made, changed, listed, log):
        assert answer.status_code in (200, 201) and "abcdefghij" not in answer.text
    async with app.state.runtime.database.reading(tenant.id) as connection:
        kept = await connection.fetch("SELECT * FROM channel WHERE tenant_id = $1", tenant.id)
        told = await connection.fetch("SELECT data, previous FROM event WHERE tenant_id = $1", tenant.id)
    assert "abcdefghij" not in f"{kept}{told}"


async def test_the_usual_wishes_are_what_waits_for_people(admin: Api) -> None:
    made = (await admin("POST", "channels", {"kind": "slack", "name": "Alerts", "url": SLACK})).json()
    assert made["event_types"] == ["risk.alert.*", "milestone.review.*", "risk.acceptance.expiring"]
    assert (made["role"], made["language"], made["enabled"]) == ("viewer", None, True)


@pytest.mark.parametrize("url", [FLOW + SIGNATURE, POWER + SIGNATURE])
async def test_both_forms_of_a_workflow_are_taken(admin: Api, url: str) -> None:
    made = await admin("POST", "channels", {"kind": "teams", "name": "Team", "url": url})
    assert made.status_code == 201, made.text


@pytest.mark.parametrize(
    ("kind", "url", "says"),
    [
        ("teams", "https://outlook.office.com/webhook/x/IncomingWebhook/y/z", "Workflows"),
        ("teams", "https://contoso.webhook.office.com/webhookb2/x/IncomingWebhook/y/z", "Workflows"),
        ("slack", "https://contoso.webhook.office.com/webhookb2/x", "Workflows"),
        ("teams", FLOW, "signature"),
        ("teams", f"https://logic.azure.com.evil.example/x?sig={SIGNATURE}", "Teams workflow"),
        ("teams", SLACK, "Teams workflow"),
        ("slack", FLOW + SIGNATURE, "hooks.slack.com"),
        ("slack", "https://hooks.slack.com.evil.example/services/T000000/B000000/abcdefgh", "hooks.slack.com"),
        ("slack", "https://hooks.slack.com/workflows/T000000/A000000/1/abcdefgh", "incoming webhook"),
        ("slack", "https://hooks.slack.com/services/T000000", "hooks.slack.com"),
        ("slack", "http://hooks.slack.com/services/T0000000/B0000000/abcdefgh", "https"),
        ("slack", "https://a@hooks.slack.com/services/T0000000/B0000000/abcdefgh", "user name"),
        ("slack", "https://169.254.169.254/services/T0000000/B0000000/abcdefgh", "public"),
        ("teams", "https://10.0.0.1/x?sig=" + SIGNATURE, "public"),
    ],
)
async def test_an_address_of_another_form_is_refused_with_the_way_out(
    admin: Api, kind: str, url: str, says: str
) -> None:
    refused = await admin("POST", "channels", {"kind": kind, "name": "x", "url": url})
    assert refused.status_code == 422
    assert refused.json()["errors"][0]["pointer"] == "/url"
    assert says in refused.text


@pytest.mark.parametrize(
    "body",
    [
        {"kind": "email"}, {"kind": "slack"}, {"kind": "teams", "address": "ann@example.com"},
        {"kind": "email", "address": "ann@example.com", "url": SLACK}, {"kind": "email", "address": "no address"},
        {"kind": "email", "address": "ann@example.com\r\nBcc: all@example.com"}, {"kind": "pager", "url": SLACK},
        {"kind": "slack", "url": SLACK, "event_types": ["nothing.*"]}, {"kind": "slack", "url": SLACK, "name": " "},
        {"kind": "slack", "url": SLACK, "language": "de"}, {"kind": "slack", "url": SLACK, "min_severity": "loud"},
        {"kind": "slack", "url": SLACK, "venture_ids": ["venture_" + "0" * 32]}, {"kind": "slack", "url": ""},
    ],
)  # fmt: skip
async def test_what_makes_no_sense_is_refused_with_its_place(admin: Api, mailbox: Mailbox, body: Any) -> None:
    refused = await admin("POST", "channels", {"name": "x"} | body)
    assert refused.status_code in (404, 422)
    assert refused.json()["errors"][0]["pointer"]


@pytest.mark.parametrize("role", ["manager", "contributor", "viewer"])
async def test_only_administrators_see_or_change_channels(key_of: MakeKey, tenant: TestTenant, role: str) -> None:
    someone = await key_of(tenant, role)
    assert (await someone("GET", "channels")).status_code == 403
    assert (await someone("POST", "channels", {"kind": "slack", "name": "x", "url": SLACK})).status_code == 403


async def test_a_channel_of_another_tenant_is_not_there(admin: Api, key_of: MakeKey, stranger: TestTenant) -> None:
    other = await key_of(stranger, "owner")
    id = (await admin("POST", "channels", {"kind": "slack", "name": "x", "url": SLACK})).json()["id"]
    for method, path in (("GET", ""), ("PATCH", ""), ("DELETE", ""), ("POST", "/test"), ("POST", "/restore"),
                         ("POST", "/ask-confirmation")):  # fmt: skip
        assert (await other(method, f"channels/{id}{path}", {} if method == "PATCH" else None)).status_code == 404


async def test_without_a_mail_server_no_address_is_taken(admin: Api, app: FastAPI) -> None:
    app.state.runtime.settings = app.state.runtime.settings.model_copy(update={"smtp_url": SecretStr("")})
    refused = await admin("POST", "channels", {"kind": "email", "name": "x", "address": "ann@example.com"})
    assert refused.status_code == 422 and "MILEPOST_SMTP_URL" in refused.text


async def test_an_address_is_confirmed_by_a_link_that_works_once_and_only_when_posted(
    admin: Api, app: FastAPI, client: httpx.AsyncClient, tenant: TestTenant, mailbox: Mailbox
) -> None:
    made = (await admin("POST", "channels", {"kind": "email", "name": "x", "address": "ann@example.com"})).json()
    assert made["confirmed_at"] is None and made["asked_at"] is not None
    assert (await admin("POST", f"channels/{made['id']}/test")).status_code == 409
    [link] = await letters(app, tenant, mailbox)
    assert (await client.get(link)).status_code == 200
    assert (await admin("GET", f"channels/{made['id']}")).json()["confirmed_at"] is None
    assert (await client.post(link)).status_code == 200
    assert (await admin("GET", f"channels/{made['id']}")).json()["confirmed_at"] is not None
    assert (await client.post(link)).status_code == 404
    assert (await client.post(link.replace("confirm", "unsubscribe"))).status_code == 404
    assert (await client.post(link[:-3] + "aaa")).status_code == 404


async def test_a_link_is_of_no_use_after_a_week_or_once_another_was_asked_for(
    admin: Api, app: FastAPI, client: httpx.AsyncClient, tenant: TestTenant, mailbox: Mailbox, clock: SettableClock
) -> None:
    id = (await admin("POST", "channels", {"kind": "email", "name": "x", "address": "ann@example.com"})).json()["id"]
    await letters(app, tenant, mailbox)
    assert (await admin("POST", f"channels/{id}/ask-confirmation")).status_code == 409
    clock.forward(minutes=11)
    assert (await admin("POST", f"channels/{id}/ask-confirmation")).status_code == 200
    first, second = await letters(app, tenant, mailbox)
    assert (await client.post(first)).status_code == 404
    clock.forward(days=7)
    assert (await client.post(second)).status_code == 404
    assert (await admin("GET", f"channels/{id}")).json()["confirmed_at"] is None


async def test_another_address_must_be_confirmed_again(
    admin: Api, app: FastAPI, client: httpx.AsyncClient, tenant: TestTenant, mailbox: Mailbox
) -> None:
    id = (await admin("POST", "channels", {"kind": "email", "name": "x", "address": "ann@example.com"})).json()["id"]
    [link] = await letters(app, tenant, mailbox)
    await client.post(link)
    moved = await admin("PATCH", f"channels/{id}", {"address": "bob@example.com"})
    assert moved.json()["confirmed_at"] is None
    same = await admin("PATCH", f"channels/{id}", {"name": "y"})
    assert same.json()["confirmed_at"] is None
    assert (await admin("PATCH", f"channels/{id}", {"address": None})).status_code == 422


async def test_strangers_are_not_pestered_through_a_tenant(admin: Api, mailbox: Mailbox) -> None:
    for number in range(MOST_A_DAY):
        body = {"kind": "email", "name": "x", "address": f"a{number}@example.com"}
        assert (await admin("POST", "channels", body)).status_code == 201
    refused = await admin("POST", "channels", {"kind": "email", "name": "x", "address": "z@example.com"})
    assert refused.status_code in (403, 409, 422, 429) and str(MOST_A_DAY) in refused.text


async def test_a_tenant_has_a_limited_number_of_channels_also_by_restoring(
    admin: Api, app: FastAPI, tenant: TestTenant
) -> None:
    from domain.channels.commands import CreateChannel, create_channel

    first = (await admin("POST", "channels", {"kind": "slack", "name": "x", "url": SLACK})).json()["id"]
    assert (await admin("DELETE", f"channels/{first}")).status_code == 204

    async def fill(work: Work) -> None:
        for _ in range(MOST_CHANNELS):
            await create_channel(work, CreateChannel.model_validate({"kind": "slack", "name": "x", "url": SLACK}))

    await perform(app.state.runtime, tenant.principal(), fill)
    for answer in (
        await admin("POST", "channels", {"kind": "slack", "name": "x", "url": SLACK}),
        await admin("POST", f"channels/{first}/restore"),
    ):
        assert answer.json()["code"] == "QUOTA_EXCEEDED"


async def test_a_delivery_says_to_which_channel_it_went(
    admin: Api, app: FastAPI, tenant: TestTenant, client: httpx.AsyncClient
) -> None:
    from workers.relay import relay

    id = (await admin("POST", "channels", {"kind": "slack", "name": "x", "url": SLACK})).json()["id"]
    await admin("POST", f"channels/{id}/test")
    await relay(app.state.runtime, tenant.id)
    [row] = (await admin("GET", f"deliveries?channel_id={id}")).json()["data"]
    assert (row["channel_id"], row["endpoint_id"], row["event_type"]) == (id, None, "channel.test")
    one = (await admin("GET", f"deliveries/{row['id']}")).json()
    assert one["channel_id"] == id and one["tries"] == []
    asked = await admin("POST", "/graphql", {"query": "{ deliveries { nodes { channel { id } endpoint { id } } } }"})
    assert asked.json()["data"]["deliveries"]["nodes"] == [{"channel": {"id": id}, "endpoint": None}]


async def test_one_click_unsubscribes_the_channel_and_only_while_it_has_that_address(
    admin: Api, app: FastAPI, client: httpx.AsyncClient, tenant: TestTenant, mailbox: Mailbox, clock: SettableClock
) -> None:
    from domain.channels.links import MailLink, Purpose

    id = (await admin("POST", "channels", {"kind": "email", "name": "x", "address": "ann@example.com"})).json()["id"]
    runtime: Runtime = app.state.runtime

    def link(address: str) -> str:
        until = clock.now() + timedelta(days=1)
        made = MailLink(Purpose.UNSUBSCRIBE, tenant.id, "channel", UUID(hex=id[8:]), address, until)
        return made.url(runtime.keys, "http://localhost:8000")

    form = {"List-Unsubscribe": "One-Click"}
    assert (await client.post(link("bob@example.com"), data=form)).status_code == 200
    assert (await admin("GET", f"channels/{id}")).json()["enabled"]
    assert (await client.get(link("ann@example.com"))).status_code == 200
    assert (await admin("GET", f"channels/{id}")).json()["enabled"]
    for _ in range(2):
        assert (await client.post(link("ann@example.com"), data=form)).status_code == 200
    row = (await admin("GET", f"channels/{id}")).json()
    assert (row["enabled"], row["disabled_reason"]) == (False, "the reader has unsubscribed")
