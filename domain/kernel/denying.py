"""Noting refused acts: who can do that is handed in with the runtime (`Runtime.denials`)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol
from uuid import UUID

from domain.kernel.principal import Principal


class Denying(Protocol):
    """Notes refused acts."""

    async def note(
        self,
        principal: Principal,
        action: str,
        subject: tuple[str, UUID],
        said: Mapping[str, Any],
        request_id: str | None = None,
    ) -> None:
        """Note that somebody was refused something."""
        ...
