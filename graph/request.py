"""What one read knows of its caller: all that a compiled statement's parameters are taken from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from domain.kernel.principal import Principal


@dataclass
class Request:
    """The caller, the moment and the variables of one read."""

    principal: Principal
    now: datetime
    cursor_key: bytes
    variables: Mapping[str, Any] = field(default_factory=dict)
    beside: Mapping[tuple[str, str], bytes] = field(default_factory=dict)
    "JSON that a program has read for parts of the viewer, by the response keys of both."
    kept: dict[int, Any] = field(default_factory=dict)
    "What was worked out once for several parameters, by the identity of who needs it."

    @property
    def tenant_id(self) -> UUID:
        """The tenant of the caller."""
        return self.principal.tenant_id


Read = Callable[[Request], Any]
"""Takes a parameter's value from a request."""
