"""API keys of a tenant."""

from __future__ import annotations

from api.rest.operation import Operation
from api.rest.resource import Resource
from api.rest.rows import EntityList, Rows
from api.rest.shown import ShownApiKey
from domain.kernel.commands import COMMANDS
from domain.tenancy.permissions import Action
from domain.tenancy.tables import ApiKey

API_KEYS = Resource(
    path="api-keys",
    noun="API key",
    nouns="API keys",
    tag="API keys",
    prefix="api_key",
    reader=Rows(ApiKey, ShownApiKey),
    schema=ShownApiKey,
    query=EntityList,
    read_action=Action.API_KEY_READ,
    created="api_key",
)


def operations() -> list[Operation]:
    """All that can be asked of API keys."""
    return [
        API_KEYS.lists("List the API keys, the oldest first; never the keys themselves."),
        API_KEYS.reads(),
        API_KEYS.creates(COMMANDS["create_api_key"]),
        API_KEYS.archives(COMMANDS["revoke_api_key"]),
    ]
