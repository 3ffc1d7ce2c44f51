"""What workers change by themselves is told exactly once, as what people change is."""

from __future__ import annotations

import ast
from datetime import timedelta
from pathlib import Path
from typing import Final

import workers
from domain.kernel.commands import COMMANDS, execute
from domain.kernel.ids import external_id
from domain.kernel.runtime import Runtime
from domain.kernel.settings import Settings
from domain.kernel.tables import entities
from tests.conftest import SettableClock, TestTenant
from tests.contract.catalogue import superuser
from tests.domain.register import Register
from tests.security.changing import Watched
from tests.workers.conftest import Receiver, add_endpoint, answer, deliver, emit, relay_all
from tests.workers.mailbox import mail_server
from tests.workers.test_channels import add_channel, tell
from workers.acceptances import tend_acceptances
from workers.confirmations import CONFIRMATIONS
from workers.deliveries import Deliveries
from workers.invitations import INVITATIONS
from workers.letters import send_letters
from workers.mailing import Mailer
from workers.targets import CHATS

CHANGE: Final = {
    "acceptances": "test_an_acceptance_that_lapses_is_told_once_and_so_is_its_risk",
    "channels": "test_a_channel_that_is_disabled_is_told_once",
    "confirmations": "test_a_channel_whose_reader_cannot_be_asked_is_told_once",
    "invitations": "test_an_invitation_that_no_mailbox_takes_is_told_once",
    "endpoints": "test_an_endpoint_that_is_disabled_is_told_once",
}
"""The modules of workers that change entities, and what shows that it is told."""

READ: Final = frozenset(
    {
        *("audience", "ending_keys", "mailing", "progress", "pulls", "relay", "replays", "rescoring", "reviews"),
        *("selections", "signed_in", "streaming", "trends"),
    }
)
"""Those that only read them: what they store is computed, or a fact with an event of its own."""


def test_every_worker_that_knows_an_entity_says_whether_it_changes_it() -> None:
    known = {(entity.__module__, entity.__name__) for entity in entities()}
    knowing = set()
    for path in Path(workers.__file__).parent.glob("*.py"):
        imported = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.ImportFrom)]
        if any((node.module, alias.name) in known for node in imported for alias in node.names):
            knowing.add(path.stem)
    assert knowing == CHANGE.keys() | READ
    assert set(CHANGE.values()) <= globals().keys()


async def test_an_acceptance_that_lapses_is_told_once_and_so_is_its_risk(
    runtime: Runtime, settings: Settings, tenant: TestTenant, clock: SettableClock
) -> None:
    owner, manager = (Register(runtime, tenant.principal(role)) for role in ("owner", "manager"))
    risk = await owner.risk(await owner.venture())
    last = (clock.now() + timedelta(days=2)).date().isoformat()
    made = await owner.make("request_acceptance", risk_id=risk, expires_on=last, reason="The pilot ends first.")
    await manager.ask("approve_acceptance", acceptance_id=external_id("acceptance", made))
    async with superuser(settings) as database:
        watched = Watched(database, tenant.id)
        await watched.happened()
        clock.forward(days=4)
        while await tend_acceptances(runtime, tenant.id):
            pass
        found = await watched.happened()
    assert {(change.word, change.verb) for change in found.changes} == {("acceptance", "updated"), ("risk", "updated")}
    assert found.told == found.changes


async def test_an_endpoint_that_is_disabled_is_told_once(
    runtime: Runtime, settings: Settings, tenant: TestTenant, receiver: Receiver, sender: Deliveries
) -> None:
    receiver.usual = lambda _: answer(410)
    await add_endpoint(runtime, tenant, receiver, event_types=["risk.*"])
    await emit(runtime, tenant)
    await relay_all(runtime, tenant)
    async with superuser(settings) as database:
        watched = Watched(database, tenant.id)
        await watched.happened()
        await deliver(sender, tenant)
        found = await watched.happened()
    assert [(change.word, change.verb) for change in found.changes] == [("webhook_endpoint", "updated")]
    assert found.told == found.changes
    assert found.of_their_own == {"webhook.endpoint.disabled": 1}


async def test_a_channel_that_is_disabled_is_told_once(
    runtime: Runtime, settings: Settings, tenant: TestTenant, receiver: Receiver
) -> None:
    receiver.usual = lambda _: answer(404, body=b"no_service")
    await add_channel(runtime, tenant, "slack", receiver.url)
    await tell(runtime, tenant)
    chats = Deliveries(runtime, targets=CHATS)
    async with superuser(settings) as database:
        watched = Watched(database, tenant.id)
        await watched.happened()
        await deliver(chats, tenant)
        found = await watched.happened()
    await chats.close(1)
    assert [(change.word, change.verb) for change in found.changes] == [("channel", "updated")]
    assert found.told == found.changes
    assert found.of_their_own == {"channel.disabled": 1}


async def test_a_channel_whose_reader_cannot_be_asked_is_told_once(
    runtime: Runtime, settings: Settings, tenant: TestTenant
) -> None:
    async with mail_server() as mailbox, superuser(settings) as database:
        mailbox.use(runtime)
        mailbox.recipient = "550 no such user"
        await add_channel(runtime, tenant, "email", "nobody@example.org")
        watched = Watched(database, tenant.id)
        await watched.happened()
        await send_letters(runtime, tenant.id, Mailer(runtime.settings), CONFIRMATIONS)
        found = await watched.happened()
    assert [(change.word, change.verb) for change in found.changes] == [("channel", "updated")]
    assert found.told == found.changes


async def test_an_invitation_that_no_mailbox_takes_is_told_once(
    runtime: Runtime, settings: Settings, tenant: TestTenant
) -> None:
    async with mail_server() as mailbox, superuser(settings) as database:
        mailbox.use(runtime)
        mailbox.recipient = "550 no such user"
        invite = COMMANDS["invite_member"]
        given = invite.input.model_validate({"email": "nobody@example.org", "name": "Nobody", "role": "viewer"})
        await execute(runtime, tenant.principal(), invite, given)
        watched = Watched(database, tenant.id)
        await watched.happened()
        await send_letters(runtime, tenant.id, Mailer(runtime.settings), INVITATIONS)
        found = await watched.happened()
    assert [(change.word, change.verb) for change in found.changes] == [("invitation", "updated")]
    assert found.told == found.changes
