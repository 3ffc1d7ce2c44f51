"""API keys of a tenant."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlmodel import col
from starlette.responses import Response

from api.rest.answering import Seen, run_command, show_done
from api.rest.operation import Call, Operation
from api.rest.resource import Resource
from api.rest.rows import EntityList, Rows
from api.rest.shown import ShownApiKey, ShownApiKeyWithUse
from domain.kernel.commands import COMMANDS
from domain.kernel.ids import external_id
from domain.kernel.outward import outward
from domain.tenancy.permissions import Action
from domain.tenancy.tables import ApiKey, ApiKeyUse


class _Keys(Rows):
    """Reads keys, each with its last use."""

    async def seen_all(self, call: Call, rows: Sequence[Any]) -> list[Seen]:
        """Keys as JSON shows them."""
        statement = sa.select(ApiKeyUse).where(
            col(ApiKeyUse.tenant_id) == call.principal.tenant_id,
            col(ApiKeyUse.api_key_id).in_([row.id for row in rows]),
        )
        uses = {use.api_key_id: use for use in await self.select(call, statement)}
        return [
            self.seen(row)
            | {"last_used_at": use and outward(use.last_used_at), "last_address": use and use.last_address}
            for row in rows
            for use in [uses.get(row.id)]
        ]


API_KEYS = Resource(
    path="api-keys",
    noun="API key",
    nouns="API keys",
    tag="API keys",
    prefix="api_key",
    reader=_Keys(ApiKey, ShownApiKey, reaching=True),
    schema=ShownApiKeyWithUse,
    query=EntityList,
    read_action=Action.API_KEY_READ,
    created="api_key",
)


async def _rotate(call: Call) -> Response:
    """Answers with the successor: it is what is new, and its key is shown now or never."""
    done = await run_command(call, COMMANDS["rotate_api_key"], API_KEYS.reader, {"id": call.id})
    id = done.ids["api_key"]
    here = API_KEYS.collection.replace("{tenant_id}", call.request.path_params["tenant_id"])
    return await show_done(call, done, API_KEYS.reader, id, f"{here}/{external_id('api_key', id)}")


def operations() -> list[Operation]:
    """All that can be asked of API keys."""
    return [
        API_KEYS.lists("List the API keys, the oldest first; never the keys themselves."),
        API_KEYS.reads(),
        API_KEYS.creates(COMMANDS["create_api_key"]),
        API_KEYS.changes(COMMANDS["update_api_key"]),
        API_KEYS.verb(COMMANDS["rotate_api_key"], "rotate", run=_rotate, status=201),
        API_KEYS.archives(COMMANDS["revoke_api_key"]),
    ]
