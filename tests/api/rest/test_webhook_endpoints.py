"""Administering webhook endpoints and deliveries."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest

from domain.kernel.ids import uuid7
from domain.kernel.runtime import Runtime
from domain.kernel.work import Work, perform
from domain.webhooks.commands import MOST_ENDPOINTS
from domain.webhooks.keys import secret_place
from domain.webhooks.tables import Attempt, Delivery, DeliveryState
from tests.api.conftest import Api, MakeKey
from tests.conftest import SettableClock, TestTenant
from tests.domain.commanding import Caller

URL = "https://hooks.example.com/x"


@pytest.fixture
async def admin(key_of: MakeKey, tenant: TestTenant) -> Api:
    return await key_of(tenant, "admin")


async def test_an_endpoint_has_the_agreed_members(admin: Api) -> None:
    body = {"url": URL, "event_types": ["risk.*", "milestone.review.decided"], "categories": ["legal"],
            "min_severity": "warning", "payload": "thin", "role": "viewer", "enabled": True,
            "venture_ids": None}  # fmt: skip
    made = await admin("POST", "webhook-endpoints", body)
    assert made.status_code == 201, made.text
    assert {name: made.json()[name] for name in body} == body
    assert made.json()["secret"].startswith("whsec_")


@pytest.mark.parametrize(
    "change",
    [{"url": "https://10.0.0.1/"}, {"url": "https://[fd00::1]/"}, {"url": "ftp://a.example/"},
     {"url": "https://a@b.example/"},
     {"url": "https://169.254.169.254/"}, {"url": ""}, {"event_types": []}, {"event_types": ["risk"]},
     {"event_types": ["*.x"]},
     {"event_types": ["nothing.*"]}, {"min_severity": "loud"}, {"payload": "none"}, {"secret": "whsec_x"}],
)  # fmt: skip
async def test_what_cannot_be_sent_to_is_refused_at_create_and_at_change(admin: Api, change: dict[str, object]) -> None:
    assert (await admin("POST", "webhook-endpoints", {"url": URL} | change)).status_code == 422
    made = (await admin("POST", "webhook-endpoints", {"url": URL})).json()
    assert (await admin("PATCH", f"webhook-endpoints/{made['id']}", change)).status_code == 422


async def test_secrets_are_encrypted_and_overlap_for_a_day(
    admin: Api, runtime: Runtime, tenant: TestTenant, clock: SettableClock
) -> None:
    made = (await admin("POST", "webhook-endpoints", {"url": URL})).json()
    rotated = (await admin("POST", f"webhook-endpoints/{made['id']}/rotate-secret")).json()
    assert rotated["secret"] != made["secret"]
    assert rotated["previous_secret_until"] == f"{clock.now() + timedelta(days=1):%Y-%m-%dT%H:%M:%S.000000Z}"
    id = UUID(hex=made["id"].rpartition("_")[2])
    async with runtime.database.reading(tenant.id) as connection:
        row = await connection.fetchrow(
            "SELECT secret, previous_secret FROM webhook_endpoint WHERE tenant_id = $1 AND id = $2", tenant.id, id
        )
    place = secret_place(id)
    assert runtime.keys.decrypt(row["secret"], tenant_id=tenant.id, place=place) == rotated["secret"]
    assert runtime.keys.decrypt(row["previous_secret"], tenant_id=tenant.id, place=place) == made["secret"]


async def test_a_test_event_names_its_endpoint(admin: Api, runtime: Runtime, tenant: TestTenant) -> None:
    made = (await admin("POST", "webhook-endpoints", {"url": URL})).json()
    assert (await admin("POST", f"webhook-endpoints/{made['id']}/test")).status_code == 200
    async with runtime.database.reading(tenant.id) as connection:
        row = await connection.fetchrow(
            "SELECT subject_id, data FROM event WHERE tenant_id = $1 AND type = 'webhook.test'", tenant.id
        )
    assert f"webhook_endpoint_{row['subject_id'].hex}" == made["id"]
    await admin("PATCH", f"webhook-endpoints/{made['id']}", {"enabled": False})
    assert (await admin("POST", f"webhook-endpoints/{made['id']}/test")).status_code == 409


async def test_a_tenant_has_at_most_fifty_endpoints(admin: Api) -> None:
    for _ in range(MOST_ENDPOINTS):
        assert (await admin("POST", "webhook-endpoints", {"url": URL})).status_code == 201
    answer = await admin("POST", "webhook-endpoints", {"url": URL})
    assert (answer.status_code, answer.json()["code"]) == (403, "QUOTA_EXCEEDED")
    first = (await admin("GET", "webhook-endpoints?limit=1")).json()["data"][0]
    assert (await admin("DELETE", f"webhook-endpoints/{first['id']}")).status_code == 204
    assert (await admin("POST", "webhook-endpoints", {"url": URL})).status_code == 201


async def test_deliveries_are_listed_with_their_tries_and_sent_again(
    admin: Api, runtime: Runtime, tenant: TestTenant
) -> None:
    endpoint = (await admin("POST", "webhook-endpoints", {"url": URL})).json()["id"]
    endpoint_id = UUID(hex=endpoint.rpartition("_")[2])

    async def act(work: Work) -> None:
        for state in (DeliveryState.FAILED, DeliveryState.DELIVERED):
            delivery = work.new(
                Delivery, endpoint_id=endpoint_id, event_id=uuid7(), event_type="risk.assessed", form="full",
                state=state, created_at=work.now, attempts=1,
            )  # fmt: skip
            work.new(
                Attempt, delivery_id=delivery.id, endpoint_id=endpoint_id, attempt_number=1, at=work.now, status=500
            )

    await perform(runtime, tenant.principal("owner"), act)
    rows = (await admin("GET", f"deliveries?endpoint_id={endpoint}")).json()["data"]
    assert [row["state"] for row in rows] == ["delivered", "failed"]
    (failed,) = (await admin("GET", "deliveries?state=failed")).json()["data"]
    assert (await admin("GET", f"deliveries/{failed['id']}")).json()["tries"][0]["status"] == 500
    again = await admin("POST", f"deliveries/{failed['id']}/retry", Idempotency_Key="r")
    assert (again.status_code, again.json()["state"]) == (200, "pending")
    assert again.json()["due"] is not None
    entries = (await admin("GET", "audit-log?action=delivery.retried")).json()["data"]
    assert [(entry["subject_id"], entry["actor_kind"]) for entry in entries] == [(failed["id"], "api_key")]
    assert (await admin("DELETE", f"webhook-endpoints/{endpoint}")).status_code == 204
    assert (await admin("POST", f"deliveries/{failed['id']}/retry")).status_code == 409


async def test_the_audit_log_tells_who_did_what(admin: Api) -> None:
    me = (await admin("GET", "/v1/me")).json()["id"]
    made = await admin("POST", "members", {"name": "Ann Lee"}, X_Request_Id="request-1")
    id = made.json()["id"]
    await admin("PATCH", f"members/{id}", {"role": "viewer"})
    entries = (await admin("GET", f"audit-log?subject_id={id}&actor_id={me}")).json()["data"]
    assert [entry["action"] for entry in entries] == ["member.updated", "member.created"]
    assert entries[0]["before"] == {"role": "contributor"}
    assert entries[1]["request_id"] == "request-1"
    assert (await admin("GET", f"audit-log/{entries[0]['id']}")).json() == entries[0]
    assert (await admin("GET", "audit-log?until=2000-01-01T00:00:00Z")).json()["data"] == []
    for query in ("subject_id=x", "since=yesterday", "since=5"):
        assert (await admin("GET", f"audit-log?{query}")).status_code == 422


CHOSEN = "query ($subject: ID!) { risk(id: $subject) { title score } }"


async def test_an_endpoint_carries_a_payload_document_with_its_price(admin: Api) -> None:
    made = await admin("POST", "webhook-endpoints", {"url": URL, "document": CHOSEN})
    assert made.status_code == 201, made.text
    assert {name: made.json()[name] for name in ("document", "document_cost", "document_error")} == {
        "document": CHOSEN,
        "document_cost": 3,
        "document_error": None,
    }
    changed = await admin("PATCH", f"webhook-endpoints/{made.json()['id']}", {"document": None})
    assert (changed.json()["document"], changed.json()["document_cost"]) == (None, None)


async def test_a_wrong_payload_document_is_told_with_field_place_and_all_its_errors(admin: Api) -> None:
    wrong = "query ($subject: ID!) {\n  risk(id: $subject) { nothing nobody }\n}"
    refused = await admin("POST", "webhook-endpoints", {"url": URL, "document": wrong})
    assert refused.status_code == 422
    assert [(each["pointer"], each["detail"]) for each in refused.json()["errors"]] == [
        ("/document", "line 2, column 24: Cannot query field 'nothing' on type 'Risk'."),
        ("/document", "line 2, column 32: Cannot query field 'nobody' on type 'Risk'."),
    ]


async def test_a_payload_can_be_tried_over_rest(
    admin: Api, key_of: MakeKey, runtime: Runtime, tenant: TestTenant
) -> None:
    owner = Caller(runtime, tenant.principal("owner"))
    risk = await owner.risk(await owner.venture())
    asked = {"event_type": "risk.updated", "subject_id": risk, "document": CHOSEN, "payload": "thin"}
    tried = await admin("POST", "webhook-endpoints/preview", asked)
    assert tried.status_code == 200, tried.text
    assert tried.json()["preview"]["document_cost"] == 3
    assert tried.json()["preview"]["body"]["data"]["selection"] == {"risk": {"title": "Licence lost", "score": None}}
    manager = await key_of(tenant, "manager")
    assert (await manager("POST", "webhook-endpoints/preview", asked)).status_code == 403


async def test_limits_order_signing_and_headers_are_set_and_shown_and_header_values_never(
    admin: Api, runtime: Runtime, tenant: TestTenant
) -> None:
    headers = [{"name": "X-Api-Key", "value": "gateway-s3cret"}]
    wish = {"rate": 5, "concurrency": 2, "ordered": True, "signing": "both"}
    made = (await admin("POST", "webhook-endpoints", {"url": URL, "headers": headers} | wish)).json()
    assert {name: made[name] for name in wish} == wish
    assert made["header_names"] == ["X-Api-Key"]
    assert made["public_key"].startswith("whpk_")
    assert (made["state"], made["failing_since"], made["not_before"]) == ("active", None, None)
    change = {"rate": None, "headers": None, "ordered": False}
    changed = (await admin("PATCH", f"webhook-endpoints/{made['id']}", change)).json()
    assert (changed["rate"], changed["header_names"], changed["ordered"]) == (None, None, False)
    assert changed["public_key"] == made["public_key"]
    kept = (await admin("PATCH", f"webhook-endpoints/{made['id']}", {"headers": headers})).json()
    listed = (await admin("GET", "webhook-endpoints")).json()["data"]
    log = (await admin("GET", "audit-log")).json()
    for seen in (made, kept, listed, log):
        assert "s3cret" not in str(seen)
        assert "whsk_" not in str(seen)


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"rate": 0}, "/rate"),
        ({"rate": 1001}, "/rate"),
        ({"concurrency": 11}, "/concurrency"),
        ({"concurrency": None}, "/concurrency"),
        ({"signing": "rsa"}, "/signing"),
        ({"headers": [{"name": "Webhook-Id", "value": "x"}]}, "/headers/0/name"),
        ({"headers": [{"name": "host", "value": "x"}]}, "/headers/0/name"),
        ({"headers": [{"name": "Content-Length", "value": "1"}]}, "/headers/0/name"),
        ({"headers": [{"name": "User-Agent", "value": "x"}]}, "/headers/0/name"),
        ({"headers": [{"name": "Transfer-Encoding", "value": "x"}]}, "/headers/0/name"),
        ({"headers": [{"name": "connection", "value": "x"}]}, "/headers/0/name"),
        ({"headers": [{"name": "X A", "value": "x"}]}, "/headers/0/name"),
        ({"headers": [{"name": "X-A", "value": "a\r\nHost: b"}]}, "/headers/0/value"),
        ({"headers": [{"name": "X-A", "value": ""}]}, "/headers/0/value"),
        ({"headers": [{"name": "X-A", "value": "é"}]}, "/headers/0/value"),
        ({"headers": [{"name": "X-A", "value": "1"}, {"name": "x-a", "value": "2"}]}, "/headers"),
        ({"headers": [{"name": f"X-{number}", "value": "1"} for number in range(11)]}, "/headers"),
        ({"url": "http://localhost:8000/hook"}, "/url"),
        ({"url": "http://127.0.0.1:8000/hook"}, "/url"),
    ],
)
async def test_what_an_endpoint_cannot_ask_for_is_refused_with_its_place(
    admin: Api, change: dict[str, object], place: str
) -> None:
    made = (await admin("POST", "webhook-endpoints", {"url": URL})).json()
    for answer in (
        await admin("POST", "webhook-endpoints", {"url": URL} | change),
        await admin("PATCH", f"webhook-endpoints/{made['id']}", change),
    ):
        assert answer.status_code == 422, answer.text
        assert [error["pointer"] for error in answer.json()["errors"]] == [place]


@pytest.mark.parametrize("hours", [-1, 169, 1.5, "1", None])
async def test_an_overlap_beyond_a_week_is_refused(admin: Api, hours: object) -> None:
    made = (await admin("POST", "webhook-endpoints", {"url": URL})).json()
    answer = await admin("POST", f"webhook-endpoints/{made['id']}/rotate-secret", {"overlap_hours": hours})
    assert answer.status_code == 422


async def test_after_a_compromise_nothing_signs_but_the_new_secret(admin: Api) -> None:
    made = (await admin("POST", "webhook-endpoints", {"url": URL})).json()
    rotated = (await admin("POST", f"webhook-endpoints/{made['id']}/rotate-secret", {"overlap_hours": 0})).json()
    assert rotated["previous_secret_until"] is None
    assert rotated["secret"] != made["secret"]


async def test_deliveries_are_found_by_type_and_time(
    admin: Api, runtime: Runtime, tenant: TestTenant, clock: SettableClock
) -> None:
    made = (await admin("POST", "webhook-endpoints", {"url": URL})).json()
    endpoint_id = UUID(hex=made["id"].rpartition("_")[2])
    times = []
    for event_type in ("risk.assessed", "risk.created"):
        clock.forward(hours=1)
        times.append(f"{clock.now():%Y-%m-%dT%H:%M:%SZ}")

        async def act(work: Work, event_type: str = event_type) -> None:
            work.new(
                Delivery, endpoint_id=endpoint_id, event_id=uuid7(), event_type=event_type, form="full", due=work.now,
                created_at=work.now,
            )  # fmt: skip

        await perform(runtime, tenant.principal("owner"), act)
    for query, expected in (
        ("", ["risk.created", "risk.assessed"]),
        ("event_type=risk.created", ["risk.created"]),
        (f"since={times[1]}", ["risk.created"]),
        (f"until={times[1]}", ["risk.assessed"]),
        (f"endpoint_id={made['id']}&since={times[0]}&until={times[1]}&state=pending", ["risk.assessed"]),
    ):
        found = (await admin("GET", f"deliveries?{query}")).json()["data"]
        assert [row["event_type"] for row in found] == expected, query


async def test_a_replay_is_asked_for_read_and_cancelled(admin: Api, clock: SettableClock) -> None:
    made = (await admin("POST", "webhook-endpoints", {"url": URL})).json()
    since = f"{clock.now() - timedelta(days=2):%Y-%m-%dT%H:%M:%SZ}"
    asked = {"endpoint_id": made["id"], "since": since, "event_types": ["risk.*"]}
    answer = await admin("POST", "delivery-replays", asked)
    assert answer.status_code == 201, answer.text
    replay = answer.json()
    assert (replay["state"], replay["replayed"], replay["looked_at"]) == ("running", 0, 0)
    assert (await admin("GET", f"delivery-replays/{replay['id']}")).json() == replay
    assert (await admin("GET", f"delivery-replays?endpoint_id={made['id']}")).json()["data"] == [replay]
    cancelled = await admin("POST", f"delivery-replays/{replay['id']}/cancel")
    assert (cancelled.status_code, cancelled.json()["state"]) == (200, "cancelled")
    assert (await admin("GET", "delivery-replays?state=running")).json()["data"] == []
    answer = await admin("POST", "delivery-replays", asked | {"since": "2020-01-01T00:00:00Z"})
    assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (422, "/since")
    actions = [entry["action"] for entry in (await admin("GET", "audit-log")).json()["data"]]
    assert {"delivery_replay.started", "delivery_replay.cancelled"} <= set(actions)
