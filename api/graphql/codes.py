"""Every `extensions.code` of an error, with its meaning: stable, for programs. `docs/graphql.md` shows this table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

CODES: Final[Mapping[str, str]] = {
    "BAD_USER_INPUT": "The request, the document, a variable or an argument is wrong; the message says what.",
    "UNAUTHENTICATED": "Nobody is signed in, or the key or session is not valid.",
    "FORBIDDEN": "Your role, key or session may not do this.",
    "STEP_UP_REQUIRED": "You must have signed in a moment ago to do this; `loginUrl` says where you do it again.",
    "TENANT_SUSPENDED": "The tenant is suspended.",
    "COST_LIMIT": "The document asks for too much at once; the message names the limit.",
    "RATE_LIMITED": "You have asked for too much lately; `Retry-After` says when to try again.",
    "TIMEOUT": "The read took too long and was ended; ask for less at once.",
    "BUSY": "The database cannot answer at this moment; try again.",
    "PERSISTED_QUERY_NOT_FOUND": "No document is known under this name or hash; send the text, or have it trusted.",
    "DOCUMENT_NOT_TRUSTED": "You may run trusted documents only, and this is none.",
    "EVENTS_GONE": "What a subscription asks to begin after is no longer kept; read anew, and subscribe without it.",
    "INTERNAL": "Something failed on our side; the operator finds the cause under the request id.",
    "METHOD_NOT_ALLOWED": "Queries go by GET or POST, mutations by POST.",
    "NOT_ACCEPTABLE": "The answer can have none of the media types in `Accept`.",
    "UNSUPPORTED_MEDIA_TYPE": "The body is not said to be JSON in UTF-8.",
    "PAYLOAD_TOO_LARGE": "The body is too large.",
    "REQUEST_TIMEOUT": "The body did not arrive in time.",
}
