"""No event is missing and none is doubled: whatever can be done, by each way of doing it, is told exactly once.

What is done is enumerated: all commands, by GraphQL and by REST, imports among them, and what workers change. So a new
command or entity is in it by itself; what cannot happen to an entity is listed with the reason, and the list is tried.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from typing import Any, Final
from uuid import UUID

import httpx
import orjson
import pytest

from api.app import create_app
from domain.kernel.ids import external_id, split_id, uuid7
from domain.kernel.runtime import Runtime
from domain.kernel.settings import Settings
from domain.kernel.tables import entities
from tests.conftest import SettableClock
from tests.contract.catalogue import superuser
from tests.identity_provider import identity_provider
from tests.security.belongings import Owner, owner_of_everything
from tests.security.changing import VERBS, Happened, Watched, fact_tables
from tests.security.doing import Caller, fitted, in_order

NEVER: Final[Mapping[str, Mapping[str, str]]] = {
    "acceptance": {
        "archived": "it ends, lapses or is withdrawn, and stays",
        "restored": "it is never archived",
    },
    "api_key": {"restored": "a revoked key never works again"},
    "condition": {
        "archived": "what was decided stays",
        "restored": "it is never archived",
    },
    "document_manifest": {
        "updated": "another version of a program is another manifest",
        "restored": "it is sent anew",
    },
    "domain": {
        "updated": "no DNS shows it here; see tests/domain/single_sign_on/test_domains.py",
        "restored": "it is said and shown anew",
    },
    "escalation_policy": {
        "archived": "a tenant has one, which is only changed",
        "restored": "it is never archived",
    },
    "lesson_review": {"updated": "a link is there or not"},
    "lesson_risk": {"updated": "a link is there or not"},
    "group": {
        "created": "only a directory makes groups, by SCIM",
        "archived": "only a directory deletes groups, by SCIM",
        "restored": "a group that comes back is another",
    },
    "group_member": {
        "created": "only a directory says who is in a group, by SCIM",
        "updated": "it has nothing to change",
        "archived": "only a directory says who is in a group, by SCIM",
        "restored": "who comes back is in it anew",
    },
    "invitation": {"restored": "whoever comes back is invited anew"},
    "identity_provider": {"restored": "its secret is gone; it is made anew"},
    "participant": {
        "updated": "who has another role leaves his place and takes another",
        "restored": "who comes back takes part anew",
    },
    "risk_appetite": {"restored": "it is set anew"},
    "risk_cause": {"updated": "a link has nothing to change"},
    "risk_comment": {"restored": "what was taken back stays so"},
    "risk_mention": {"updated": "it has nothing to change", "restored": "who is named again is mentioned anew"},
    "risk_resource": {"updated": "a link has nothing to change"},
    "risk_scale": {
        "updated": "a change is another version of it",
        "archived": "what was scored by it names it",
        "restored": "it is never archived",
    },
    "meeting_attendee": {"updated": "it has nothing to change"},
    "notification_preference": {
        "created": "there is one, and a member has no second",
        "archived": "it is turned off, and stays",
        "restored": "it is never archived",
    },
    "rule": {"restored": "it is made anew"},
    "silence": {"archived": "it ends, and stays", "restored": "it is never archived"},
    "team_member": {"updated": "a place is left and taken anew"},
    "webhook_endpoint": {"restored": "its secret is gone; it is made anew"},
}
"""What cannot happen to an entity, by any command."""

REFUSED: Final[Mapping[str, str]] = {
    "ask_channel_confirmation": "a channel at Slack has no reader to be asked",
    "cancel_review": "the one review there is, is decided",
    "reopen_review": "the one review there is, is decided",
    "require_single_sign_on": "nobody has signed in by the tenant's own provider",
    "verify_domain": "no DNS shows it here",
    "update_review": "the one review there is, is decided",
    "confirm_suggested_assessment": "the scale was saved anew since it was suggested",
    "end_session": "a key has no sessions",
    "retry_delivery": "nothing was sent",
    "start_sheet_import": "nothing of the sheet was sent",
    "leave_tenant": "a key asks, and only a person can leave",
    "transfer_ownership": "a key asks, and only a person can give the tenant away",
    "start_review": "the one review there is, was begun already",
}
"""Commands that are refused here. None of them changes an entity."""

TOLD_BY: Final[Mapping[str, str | None]] = {
    "acquisition_step": "acquisition.moved",
    "alert_transition": None,  # a step of an alert is told when it is, and not where it is silenced or only tried
    "assessment": "risk.assessed",
    "baseline_milestone": None,  # part of its baseline, whose event tells of it
    "compute_use": "compute_pool.use_recorded",
    "criterion_result": "milestone.criterion_recorded",
    "health_change": "venture.health_changed",
    "positioning_check": "positioning.judged",
    "reading": "indicator.readings_recorded",
    "review_record": "milestone.review.decided",
    "review_vote": "milestone.review.voted",
    "roadmap_version": None,  # the roadmap counts its versions, and its events tell of that
    "risk_limits": None,  # part of the version of the scale, whose event tells of it
    "trusted_document": None,  # part of its manifest
}
"""The event that tells of what was appended to each table of facts."""


IMPORTED: Final = frozenset({("risk", "created"), ("response", "created"), ("indicator", "created")})
"""What templates bring in; the readings of a CSV text are a fact."""


@pytest.fixture
async def client(settings: Settings, runtime: Runtime) -> AsyncIterator[httpx.AsyncClient]:
    app = create_app(settings, runtime)
    async with app.router.lifespan_context(app):
        transport = httpx.ASGITransport(app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost:8000") as made:
            yield made


@pytest.fixture
async def owner(runtime: Runtime, settings: Settings) -> Owner:
    """Somebody with one of everything, but for what only a command can make so that others can read it."""
    made = await owner_of_everything(runtime, settings)
    async with superuser(settings) as database:
        for table in ("risk_limits", "escalation_policy", "review_record"):
            await database.execute(f"DELETE FROM {table} WHERE tenant_id = $1", made.tenant.id)
        await database.execute("UPDATE silence SET subject = NULL WHERE tenant_id = $1", made.tenant.id)
        about = (
            "UPDATE alert SET rule = 'risk.level_critical', subject_type = 'risk', subject_id = $2, state = 'firing'"
        )
        await database.execute(f"{about} WHERE tenant_id = $1", made.tenant.id, split_id(made.ids["risk"])[1])
        for kind in ("data", "technology", "talent"):
            made.ids[f"{kind}_resource"] = await _resource_of(database, made, kind)
    return made


async def _resource_of(database: Any, made: Owner, kind: str) -> str:
    """A resource of a kind, of which nothing more is told yet."""
    id = uuid7()
    await database.execute(
        "INSERT INTO resource (tenant_id, id, created_at, updated_at, version, venture_id, kind, name)"
        " SELECT tenant_id, $2, created_at, updated_at, 1, venture_id, $3, name FROM resource"
        " WHERE tenant_id = $1 LIMIT 1",
        made.tenant.id, id, kind,
    )  # fmt: skip
    return external_id("resource", id)


def told_rightly(found: Happened, of: str) -> None:
    """What was changed was told once each, and nothing else; a fact as well."""
    assert found.told == found.changes, (of, found.changes - found.told, found.told - found.changes)
    assert all(count == 1 for count in found.of_their_own.values()), (of, found.of_their_own)
    for table in found.facts:
        event = TOLD_BY[table]
        assert event is None or found.of_their_own[event] == 1, (of, table)


@pytest.mark.parametrize("channel", ["graphql", "rest"])
async def test_every_change_by_a_command_is_told_exactly_once(
    channel: str, client: httpx.AsyncClient, owner: Owner, settings: Settings, clock: SettableClock
) -> None:
    caller = Caller(client, owner.key, channel)
    first, own = owner.ids, dict(owner.ids)
    seen: set[tuple[str, str]] = set()
    refused: dict[str, str] = {}
    async with superuser(settings) as database, identity_provider() as provider:
        own["issuer"] = provider.issuer
        watched = Watched(database, owner.tenant.id)
        await watched.happened()
        names = in_order()
        for turn, name in enumerate(names):
            again = int(name in names[:turn])
            refusal = await caller.do(name, fitted(name, own, first, clock.now(), again), own)
            if refusal:
                refused[name] = refusal
            found = await watched.happened()
            told_rightly(found, name)
            assert not (refusal and found.changes)
            seen |= {(change.word, change.verb) for change in found.changes}
            if name not in ("create_venture", "configure_rule"):  # all is in one venture; a built-in rule is settings
                own |= found.made
        await _by_rest_alone(caller, own, watched, seen)
        await _check_scopes(database, owner.tenant.id)
    assert refused.keys() == REFUSED.keys(), refused.items() - REFUSED.items()
    never = {(word, verb) for word, verbs in NEVER.items() for verb in verbs}
    everything = {(entity.word, verb) for entity in entities() for verb in VERBS}
    assert seen >= IMPORTED
    assert everything - seen - never == set(), "was never done: do it in tests/security/doing.py, or say why not"
    assert never & seen == set(), "is said never to happen, and does"


async def _by_rest_alone(caller: Caller, own: dict[str, str], watched: Watched, seen: set[tuple[str, str]]) -> None:
    """What has no mutation: trusted documents."""
    path = f"/v1/tenants/{own['tenant']}/trusted-documents"
    manifest = {"one": "{ ventures { nodes { id } } }"}
    for method, body in (("POST", {"title": "web 1", "manifest": manifest}), ("DELETE", None)):
        answer = await caller.ask(method, path if body else f"{path}/{own['document_manifest']}", body)
        assert answer.status_code < 300, answer.text
        found = await watched.happened()
        told_rightly(found, path)
        seen |= {(change.word, change.verb) for change in found.changes}
        own |= found.made


async def _check_scopes(database: Any, tenant_id: UUID) -> None:
    """Every event of what belongs to a risk has its category, and of what has a venture that venture."""
    rows = await database.fetch("SELECT id, category FROM risk WHERE tenant_id = $1", tenant_id)
    categories = {row["id"]: row["category"] for row in rows}
    above: dict[str, UUID] = {}
    for table in ("response", "issue", "risk_comment", "indicator"):
        for row in await database.fetch(f"SELECT id, risk_id FROM {table} WHERE tenant_id = $1", tenant_id):
            above[f"{table}_{row['id'].hex}"] = row["risk_id"]
    found = await database.fetch("SELECT id, venture_id FROM team WHERE tenant_id = $1", tenant_id)
    teams = {external_id("team", row["id"]): row["venture_id"] for row in found}
    assert set(teams.values()) - {None}
    statement = "SELECT type, venture_id, category, data FROM event WHERE tenant_id = $1"
    checked = set()
    for row in await database.fetch(statement, tenant_id):
        data = orjson.loads(row["data"])
        risk = data.get("risk_id") or (data["id"] if row["type"].startswith("risk.") and "id" in data else None)
        risk_id = split_id(risk)[1] if risk and risk.startswith("risk_") else None
        for link in ("response_id", "issue_id", "comment_id", "indicator_id"):
            risk_id = risk_id or above.get(str(data.get(link)))
        if risk_id in categories and not row["type"].startswith(("criterion.", "risk.alert")):
            assert row["category"] == categories[risk_id], (row["type"], row["category"])
            checked.add(row["type"].rpartition(".")[0])
        if data.get("venture_id"):
            assert row["venture_id"] == split_id(data["venture_id"])[1], row["type"]
        elif "team_id" in data:
            assert row["venture_id"] == teams[data["team_id"]], row["type"]
    assert {"risk", "response", "action", "acceptance", "issue", "indicator", "risk_comment", "risk_mention",
            "risk_milestone", "risk_resource", "risk_cause"} <= checked  # fmt: skip


def test_every_table_of_facts_says_which_event_tells_of_it() -> None:
    assert set(fact_tables()) == TOLD_BY.keys()


def test_the_list_of_what_never_happens_names_entities_and_verbs_that_there_are() -> None:
    words = {entity.word for entity in entities()}
    assert NEVER.keys() <= words
    for word, verbs in NEVER.items():
        assert verbs.keys() <= set(VERBS), word
        assert all(verbs.values())
