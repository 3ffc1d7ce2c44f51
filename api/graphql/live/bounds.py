"""How much one process carries: callers by process, tenant and principal, and how long each thing may take."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from prometheus_client import Gauge

from api.graphql.refusals import Refused, http_refusal
from domain.kernel.principal import Principal

CALLERS = Gauge("milepost_live_callers", "Sockets and event streams that are open.", ["transport"])
SUBSCRIPTIONS = Gauge("milepost_live_subscriptions", "Subscriptions that are open.")


@dataclass(frozen=True)
class Bounds:
    """The limits of one process."""

    of_process: int = 5_000
    of_tenant: int = 3_000
    of_principal: int = 1_500
    "Callers at once: WebSockets and event streams together."
    strangers: int = 1_000
    "Sockets at once that have not yet said whose they are."
    operations: int = 50
    "Operations at once on one socket."
    init_seconds: float = 10.0
    "Until `connection_init` must have arrived."
    send_seconds: float = 10.0
    "Until a reader must have taken a message that its connection has no room for."
    keep_alive_seconds: float = 12.0
    "Between comments on an event stream."
    unknown_seconds: float = 5.0
    "How long a caller's standing may be unknown (the database is away) before the connection is closed."


class Seats:
    """Who is connected now."""

    def __init__(self, bounds: Bounds) -> None:
        self._bounds = bounds
        self._taken: Counter[Any] = Counter()

    @contextmanager
    def taken(self, principal: Principal, transport: str) -> Iterator[None]:
        """Hold a seat. Raises `Refused` (429, RATE_LIMITED) where there is none."""
        limits = {
            "process": self._bounds.of_process,
            principal.tenant_id: self._bounds.of_tenant,
            (principal.tenant_id, principal.actor_id): self._bounds.of_principal,
        }
        for place, limit in limits.items():
            if self._taken[place] >= limit:
                raise full(limit)
        self._taken.update(limits.keys())
        CALLERS.labels(transport).inc()
        try:
            yield
        finally:
            CALLERS.labels(transport).dec()
            for place in limits:
                self._taken[place] -= 1
                if not self._taken[place]:
                    del self._taken[place]

    @contextmanager
    def waiting(self) -> Iterator[None]:
        """Hold a place until it is known who is calling. Raises `Refused` where there is none."""
        if self._taken["strangers"] >= self._bounds.strangers:
            raise full(self._bounds.strangers)
        self._taken["strangers"] += 1
        try:
            yield
        finally:
            self._taken["strangers"] -= 1


def full(limit: int) -> Refused:
    """The refusal where all seats are taken."""
    return http_refusal(429, "RATE_LIMITED", f"{limit} connections are open already; close some", Retry_After="5")
