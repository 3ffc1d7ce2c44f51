"""Channels of a tenant: where people are told of events."""

from __future__ import annotations

from api.rest.operation import Operation
from api.rest.resource import Resource
from api.rest.rows import EntityList, Rows
from api.rest.shown import ShownChannel
from domain.channels.tables import Channel
from domain.kernel.commands import COMMANDS
from domain.tenancy.permissions import Action

CHANNELS = Resource(
    path="channels",
    noun="channel",
    nouns="channels",
    tag="Channels",
    prefix="channel",
    reader=Rows(Channel, ShownChannel, for_all_ventures=True),
    schema=ShownChannel,
    query=EntityList,
    read_action=Action.WEBHOOK_READ,
)


def operations() -> list[Operation]:
    """All that can be asked of channels."""
    return [
        CHANNELS.lists("List the channels, the oldest first; never their secrets."),
        CHANNELS.reads(),
        CHANNELS.creates(COMMANDS["create_channel"]),
        CHANNELS.changes(COMMANDS["update_channel"]),
        CHANNELS.archives(COMMANDS["archive_channel"]),
        CHANNELS.verb(COMMANDS["restore_channel"], "restore"),
        CHANNELS.verb(COMMANDS["send_test_message"], "test"),
        CHANNELS.verb(COMMANDS["retry_channel"], "retry"),
        CHANNELS.verb(COMMANDS["ask_channel_confirmation"], "ask-confirmation"),
    ]
