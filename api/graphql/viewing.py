"""What of the viewer a program reads, since no table of the tenant holds it: the sessions of the person who asks."""

from __future__ import annotations

from typing import Final

import orjson
from graphql import OperationDefinitionNode

from api.graphql.questions import answer_type, shown
from domain.identity.sessions import ViewerSession, sessions_of
from domain.kernel.principal import Principal
from domain.kernel.runtime import Runtime
from graph.schema.making import Part, listed
from graph.selecting import Asked, Document

SESSIONS: Final = "sessions"


def viewer_parts() -> list[Part]:
    """The parts of the viewer that this page reads."""
    text = "Your sessions that have not ended, in every tenant, the one used last first, at most 50; none for a key."
    return [Part(SESSIONS, listed(answer_type(ViewerSession)), text)]


async def read_viewer(
    runtime: Runtime, principal: Principal, document: Document, operation: OperationDefinitionNode
) -> dict[tuple[str, str], bytes]:
    """The JSON of these parts, by the response keys of viewer and part; empty where none is asked for."""
    asked = [
        (viewer.key, part)
        for viewer in Asked(document, [operation.selection_set]).fields("Query")
        if viewer.name == "viewer"
        for part in viewer.below.fields("Viewer")
        if part.name == SESSIONS
    ]
    found = await sessions_of(runtime, principal) if asked else []
    return {
        (viewer, part.key): orjson.dumps([shown(session, part.below) for session in found]) for viewer, part in asked
    }
