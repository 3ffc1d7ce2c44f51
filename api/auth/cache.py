"""What was found out about a credential, kept in this process for at most four seconds: so long a revoked one lives."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from domain.kernel.addresses import Network
from domain.kernel.principal import Principal
from domain.tenancy.tables import TenantStatus

SECONDS: Final = 4.0
_MOST: Final = 10_000


@dataclass(frozen=True)
class Standing:
    """A credential that is valid now: whose it is, how its tenant stands, and when it ends by itself."""

    principal: Principal
    tenant_status: TenantStatus
    ends_at: datetime | None
    tenant_networks: tuple[Network, ...] = ()
    "The only networks from which the tenant lets anybody in; empty: all."


class Standings:
    """Standings by the credential's hash. Never shared between processes, never in Redis."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[float, Standing]] = {}

    def get(self, key: str) -> Standing | None:
        """What was found out lately."""
        kept = self._kept.get(key)
        if kept is None or kept[0] < time.monotonic():
            self._kept.pop(key, None)
            return None
        return kept[1]

    def keep(self, key: str, standing: Standing) -> Standing:
        """Keep what was found out just now."""
        if len(self._kept) >= _MOST:
            self._kept.clear()
        self._kept[key] = (time.monotonic() + SECONDS, standing)
        return standing

    def forget(self, key: str) -> None:
        """Forget a credential that has ended."""
        self._kept.pop(key, None)
