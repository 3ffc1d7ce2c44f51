"""A payload document is checked, priced and held to the endpoint's rights when it is saved, and can be tried before."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

import domain.commands  # noqa: F401  # every command is declared
from domain.kernel.errors import Forbidden, Invalid, NotFound
from domain.kernel.ids import external_id, uuid7
from domain.kernel.principal import ActorKind, Principal, Role
from domain.kernel.runtime import Runtime
from domain.webhooks.bodies import form_of
from graph.selections import BOUNDS, MOST_COST
from tests.conftest import TestTenant
from tests.contract.catalogue import superuser
from tests.domain.commanding import Caller

URL = "https://hooks.example.com/x"
RISK = "query ($subject: ID!) { risk(id: $subject) { title score } }"


@pytest.fixture
def admin(runtime: Runtime, tenant: TestTenant) -> Caller:
    return Caller(runtime, tenant.principal("admin"))


async def stored(runtime: Runtime, tenant: TestTenant) -> dict[str, Any]:
    async with runtime.database.reading(tenant.id) as connection:
        row = await connection.fetchrow(
            "SELECT document, document_cost, document_error, role FROM webhook_endpoint WHERE tenant_id = $1", tenant.id
        )
    return dict(row)


async def refusal(admin: Caller, document: str, **more: Any) -> str:
    """Why a document is not saved: every problem points at it."""
    with pytest.raises(Invalid) as refused:
        await admin.ask("create_webhook_endpoint", url=URL, document=document, **more)
    assert {problem.path for problem in refused.value.problems} == {("document",)}
    return " | ".join(problem.message for problem in refused.value.problems)


async def test_a_saved_document_has_its_price_and_null_takes_it_away(
    runtime: Runtime, tenant: TestTenant, admin: Caller
) -> None:
    id = await admin.make("create_webhook_endpoint", url=URL, document=RISK)
    assert (await stored(runtime, tenant))["document_cost"] == 3
    await admin.ask("update_webhook_endpoint", id=id, description="Left out stays.")
    assert (await stored(runtime, tenant))["document"] == RISK
    more = "query ($subject: ID!) { risk(id: $subject) { alerts(first: 100) { nodes { id rule } } } }"
    await admin.ask("update_webhook_endpoint", id=id, document=more)
    assert (await stored(runtime, tenant))["document_cost"] > 200
    await admin.ask("update_webhook_endpoint", id=id, document=None)
    assert await stored(runtime, tenant) == {
        "document": None,
        "document_cost": None,
        "document_error": None,
        "role": "viewer",
    }


@pytest.mark.parametrize(
    ("document", "told"),
    [
        ("query { risk(id: ", "line 1, column 18"),
        ("\n\nquery ($subject: ID!) {\n  risk(id: $subject) { nothing }\n}", "line 4, column 24: Cannot query field"),
        ("{ risk { title } }", "line 1, column 3"),
        ("mutation { archiveRisk(input: {id: 1}) { deletedId } }", "a mutation is not taken"),
        ("subscription { changes { sequence } }", "a subscription is not taken"),
        ("query A { viewer { role } } query B { viewer { role } }", "one query, not 2 operations"),
        ("fragment F on Risk { title }", "one query, not 0 operations"),
        ("{ __schema { types { name } } }", "line 1, column 3: a payload document cannot ask for the schema itself"),
        ('{ __type(name: "Risk") { name } }', "cannot ask for the schema itself"),
        ("query ($other: ID!) { risk(id: $other) { title } }", "$other: ID! is given by nobody"),
        (
            "query ($subject: String!) { search(query: $subject) { totalCount } }",
            "$subject: String! is given by nobody",
        ),
        ("query ($venture: ID) { venture(id: $venture) { name } }", "line 1, column 8"),
        ("query ($subject: ID!) { viewer { role } }", "never used"),
        ("{ risks(first: 1000) { nodes { id } } }", "1000"),
        ("{ risks(first: 200) { nodes { alerts(first: 200) { nodes { id } } } } }", f"more than {MOST_COST}"),
        ("{ " + "viewer { role } " * 400 + "}", f"at most {BOUNDS.tokens} tokens"),
        ("#" * 15_000 + "é" * 3_000 + "\n{ viewer { role } }", f"at most {BOUNDS.bytes} bytes"),
        (
            "{ risks(first: 1) { nodes { "
            + "venture { risks(first: 1) { nodes { " * 4
            + "id"
            + " } } }" * 4
            + " } } }",
            f"nest at most {BOUNDS.depth} deep",
        ),
        ("{ " + " ".join(f"a{n}: viewer {{ role }}" for n in range(40)) + " }", "root fields"),
    ],
    ids=lambda value: value[:30],
)
async def test_a_document_that_cannot_be_run_is_refused_with_its_place_and_the_limit(
    admin: Caller, document: str, told: str
) -> None:
    assert told in await refusal(admin, document)


async def test_a_blank_document_is_none_that_could_be_run(admin: Caller) -> None:
    assert "line" in await refusal(admin, "  ")


@pytest.mark.parametrize(
    "document",
    [
        "{ webhookEndpoints { nodes { url } } }",
        "query ($subject: ID!) { node(id: $subject) { id ... on WebhookEndpoint { url } } }",
        "query ($subject: ID!) { node(id: $subject) { ...E } } fragment E on Delivery { state }",
    ],
)
async def test_what_the_endpoints_role_may_not_read_is_refused_when_saved(admin: Caller, document: str) -> None:
    assert "webhook:read" in await refusal(admin, document)
    assert await admin.make("create_webhook_endpoint", url=URL, document=document, role="admin")


async def test_what_concerns_all_ventures_is_refused_to_an_endpoint_of_some(admin: Caller) -> None:
    venture = await admin.venture()
    document = "{ webhookEndpoints { nodes { url } } }"
    assert "restricted to some ventures" in await refusal(admin, document, role="admin", venture_ids=[venture])


async def test_a_change_of_role_or_ventures_holds_the_document_to_them(
    runtime: Runtime, tenant: TestTenant, admin: Caller
) -> None:
    document = "{ webhookEndpoints { nodes { url } } }"
    id = await admin.make("create_webhook_endpoint", url=URL, document=document, role="admin")
    venture = await admin.venture()
    for change in ({"role": "manager"}, {"venture_ids": [venture]}):
        with pytest.raises(Invalid) as refused:
            await admin.ask("update_webhook_endpoint", id=id, **change)
        assert refused.value.problems[0].path == ("document",)
    assert (await stored(runtime, tenant))["role"] == "admin"
    await admin.ask("update_webhook_endpoint", id=id, role="manager", document=RISK)
    assert (await stored(runtime, tenant))["role"] == "manager"


async def test_saving_anew_forgets_what_was_wrong(runtime: Runtime, tenant: TestTenant, admin: Caller) -> None:
    id = await admin.make("create_webhook_endpoint", url=URL, document=RISK)
    async with superuser(runtime.settings) as owner:
        await owner.execute("UPDATE webhook_endpoint SET document_error = 'old' WHERE tenant_id = $1", tenant.id)
    await admin.ask("update_webhook_endpoint", id=id, document=RISK)
    assert (await stored(runtime, tenant))["document_error"] is None


def test_a_form_is_one_for_the_same_document_role_ventures_and_payload_only() -> None:
    a, b = uuid7(), uuid7()
    same = form_of("full", "viewer", RISK, [a, b])
    assert form_of("full", "viewer", RISK, [b, a]) == same
    others = {
        form_of("thin", "viewer", RISK, [a, b]),
        form_of("full", "owner", RISK, [a, b]),
        form_of("full", "viewer", RISK + " ", [a, b]),
        form_of("full", "viewer", RISK, [a]),
        form_of("full", "viewer", RISK, None),
        form_of("full", "viewer"),
    }
    assert len(others | {same}) == 7


async def preview(caller: Caller, **given: Any) -> dict[str, Any]:
    return dict((await caller.ask("preview_payload", **given)).reports["preview"])


async def assessed(runtime: Runtime, tenant: TestTenant) -> tuple[str, str]:
    """A risk, and the event of its assessment."""
    owner = Caller(runtime, tenant.principal())
    risk = await owner.risk(await owner.venture())
    await owner.ask("assess_risk", risk_id=risk, probability_level=5, impact_level=5)
    async with runtime.database.reading(tenant.id) as connection:
        statement = "SELECT id FROM event WHERE tenant_id = $1 AND type = 'risk.assessed'"
        return risk, external_id("event", await connection.fetchval(statement, tenant.id))


async def test_a_preview_shows_the_body_that_would_be_sent_for_an_event(
    runtime: Runtime, tenant: TestTenant, admin: Caller
) -> None:
    risk, event = await assessed(runtime, tenant)
    found = await preview(admin, event_id=event, document=RISK)
    body = found["body"]
    assert found["document_cost"] == 3
    assert body["type"] == "risk.assessed"
    assert body["data"]["risk_id"] == risk
    assert body["data"]["selection"] == {"risk": {"title": "Licence lost", "score": 25}}
    thin = (await preview(admin, event_id=event, payload="thin"))["body"]
    assert "selection" not in thin["data"]
    assert thin["previous"] is None
    async with runtime.database.reading(tenant.id) as connection:
        assert await connection.fetchval("SELECT count(*) FROM event_body WHERE tenant_id = $1", tenant.id) == 0


async def test_a_preview_of_a_type_and_a_subject_needs_no_event(
    runtime: Runtime, tenant: TestTenant, admin: Caller
) -> None:
    risk, _ = await assessed(runtime, tenant)
    body = (await preview(admin, event_type="risk.updated", subject_id=risk, document=RISK))["body"]
    assert body["data"].pop("selection") == {"risk": {"title": "Licence lost", "score": 25}}
    assert (body["data"]["id"], body["data"]["title"], body["sequence"]) == (risk, "Licence lost", 0)
    other = (await preview(admin, event_type="risk.assessed", subject_id=risk, document=RISK))["body"]
    assert other["data"] == {"selection": {"risk": {"title": "Licence lost", "score": 25}}}


@pytest.mark.parametrize(
    ("given", "path"),
    [({}, "event_id"), ({"event_type": "risk.updated"}, "event_id"),
     ({"event_type": "team.updated", "subject_id": "RISK"}, "subject_id"),
     ({"event_type": "risk.updated", "subject_id": f"nothing_{'0' * 32}"}, "subject_id"),
     ({"event_type": "risk.updated", "subject_id": f"risk_{'0' * 32}"}, "subject_id"),
     ({"event_id": f"event_{'0' * 32}"}, "event_id"),
     ({"event_id": "EVENT", "document": "{ nothing }"}, "document")],
)  # fmt: skip
async def test_a_preview_that_makes_no_sense_is_refused_with_its_place(
    runtime: Runtime, tenant: TestTenant, admin: Caller, given: dict[str, str], path: str
) -> None:
    risk, event = await assessed(runtime, tenant)
    known = {"RISK": risk, "EVENT": event}
    with pytest.raises((Invalid, NotFound)) as refused:
        await preview(admin, **{name: known.get(value, value) for name, value in given.items()})
    assert refused.value.problems[0].path == (path,)


async def test_nobody_previews_more_than_they_may_see(
    runtime: Runtime, tenant: TestTenant, stranger: TestTenant, admin: Caller
) -> None:
    risk, event = await assessed(runtime, tenant)
    with pytest.raises(Forbidden):
        await preview(admin, event_id=event, document=RISK, role="owner")
    restricted = Principal(tenant.id, ActorKind.API_KEY, Role.ADMIN, venture_ids=frozenset({uuid7()}))
    with pytest.raises(Forbidden):
        await preview(Caller(runtime, restricted), event_id=event, document=RISK)
    theirs = Caller(runtime, stranger.principal("owner"))
    for given in ({"event_id": event}, {"event_type": "risk.updated", "subject_id": risk}):
        with pytest.raises(NotFound):
            await preview(theirs, **given, document=RISK)
    own = await assessed(runtime, stranger)
    crossing = f'{{ risk(id: "{risk}") {{ title }} }}'
    shown = (await preview(theirs, event_id=own[1], document=crossing, role="owner"))["body"]
    assert shown["data"]["selection"] == {"risk": None}


async def test_a_preview_that_takes_too_long_says_so(runtime: Runtime, tenant: TestTenant, admin: Caller) -> None:
    risk, event = await assessed(runtime, tenant)
    document = "query ($subject: ID!) { risk(id: $subject) { title } indicators { totalCount } }"
    async with superuser(runtime.settings) as other, other.transaction():
        await other.execute("LOCK TABLE indicator IN ACCESS EXCLUSIVE MODE")
        body = (await preview(admin, event_id=event, document=document))["body"]
    assert body["data"]["risk_id"] == risk
    assert body["data"]["selection"] is None
    assert body["data"]["selection_error"]["code"] == "TIMEOUT"


async def test_many_previews_at_once_are_all_answered(runtime: Runtime, tenant: TestTenant, admin: Caller) -> None:
    _, event = await assessed(runtime, tenant)
    found = await asyncio.gather(*(preview(admin, event_id=event, document=RISK) for _ in range(20)))
    assert all(each["body"]["data"]["selection"]["risk"]["score"] == 25 for each in found)
