"""The caller's own sessions: where somebody is signed in, and how to end that."""

from __future__ import annotations

import orjson
from pydantic import BaseModel, Field
from starlette.responses import Response

from api.rest.answering import JSON, run_command, show_list
from api.rest.operation import Call, Operation
from domain.identity.sessions import ViewerSession, sessions_of
from domain.kernel.commands import COMMANDS
from domain.tenancy.permissions import Action

_TAG = "Me"
_PATH = "/v1/me/sessions"


class EndedSessions(BaseModel):
    """What came of ending sessions."""

    ended: int | None = Field(description="How many have ended; null when the request is repeated.", examples=[2])


async def _list(call: Call) -> Response:
    found = await sessions_of(call.runtime, call.principal)
    return show_list(call, [session.model_dump(mode="json") for session in found], None)


async def _end(call: Call) -> Response:
    await run_command(call, COMMANDS["end_session"], None, {"id": call.id})
    return Response(status_code=204)


async def _end_others(call: Call) -> Response:
    done = await run_command(call, COMMANDS["end_other_sessions"], None, {})
    answer = EndedSessions(ended=done.reports.get("ended"))
    return Response(orjson.dumps(answer.model_dump()), media_type=JSON)


def operations() -> list[Operation]:
    """All that can be asked of one's own sessions."""
    return [
        Operation(
            id="list_my_sessions",
            method="GET",
            path=_PATH,
            tag=_TAG,
            summary="List your sessions",
            description=(
                "List your sessions that have not ended, in every tenant, the one used last first, at most 50. A key "
                "has none."
            ),
            run=_list,
            action=Action.SESSION_WRITE,
            schema=ViewerSession,
            listed=True,
        ),
        Operation(
            id="end_session",
            method="DELETE",
            path=f"{_PATH}/{{id}}",
            tag=_TAG,
            summary="End a session",
            description=COMMANDS["end_session"].description,
            run=_end,
            action=COMMANDS["end_session"].action,
            from_path=frozenset({"id"}),
            prefix="session",
            status=204,
        ),
        Operation(
            id="end_other_sessions",
            method="POST",
            path=f"{_PATH}/end-others",
            tag=_TAG,
            summary="End your other sessions",
            description=COMMANDS["end_other_sessions"].description,
            run=_end_others,
            action=COMMANDS["end_other_sessions"].action,
            schema=EndedSessions,
        ),
    ]
