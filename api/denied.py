"""Writes that were not allowed, from either interface, as the audit log has them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from domain.auditing.denials import ACCESS_DENIED
from domain.kernel.errors import Forbidden
from domain.kernel.principal import ActorKind, Principal
from domain.kernel.runtime import Runtime


async def note_denied(
    runtime: Runtime, caller: Principal, error: Forbidden, said: Mapping[str, Any], request_id: str
) -> None:
    """Note a write that a member, a key or an account of the tenant may not do.

    Not an operator's, who is none of the tenant's people, and not what waits for something else, such as a new sign-in.
    """
    if error.code != Forbidden.code or caller.actor_id is None or caller.kind is ActorKind.OPERATOR:
        return
    if runtime.denials is not None:
        await runtime.denials.note(caller, ACCESS_DENIED, (caller.kind.prefix, caller.actor_id), said, request_id)
