"""Refused acts that a security officer wants to know of, in the audit log: bounded, so that nobody can fill it.

Noted are writes that a role, scope or reach does not allow, keys that come from a network they are not taken from or
after their end, and people who have signed in at a provider and have no place in the tenant they asked for. Not noted
are reads, what is not there, and credentials that nobody has ever given out: these say nothing of the tenant's people.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

import structlog

from domain.kernel.principal import Principal
from domain.kernel.runtime import Runtime
from domain.kernel.work import Work, perform

ACCESS_DENIED: Final = "access.denied"
KEY_REFUSED: Final = "api_key.refused"
SIGN_IN_REFUSED: Final = "sign_in.refused"

SPAN: Final = timedelta(minutes=10)
MOST: Final = 30
"""Entries of a tenant in a span, for each process. The same act of the same caller is one in a span."""

_TENANTS: Final = 10_000
"""Tenants whose spans a process remembers."""

log = structlog.get_logger(__name__)


@dataclass
class _Span:
    """What was noted of a tenant since `began`, and how much was not."""

    began: datetime
    noted: set[tuple[Any, ...]] = field(default_factory=set)
    left_out: int = 0


class Denials:
    """Notes refused acts. One a process."""

    def __init__(self, runtime: Runtime) -> None:
        self._runtime = runtime
        self._spans: OrderedDict[UUID, _Span] = OrderedDict()

    async def note(
        self,
        principal: Principal,
        action: str,
        subject: tuple[str, UUID],
        said: Mapping[str, Any],
        request_id: str | None = None,
    ) -> None:
        """Note a refused act, unless enough of the kind was noted. Whatever fails here, the refusal stands."""
        left_out = self._admit(principal.tenant_id, (principal.actor_id, action, subject, *sorted(said.items())))
        if left_out is None:
            return
        after = dict(said) | ({"left_out": left_out} if left_out else {})

        async def act(work: Work) -> None:
            work.record(action, subject, after=after)

        try:
            await perform(self._runtime, principal, act, request_id=request_id)
        except Exception as error:  # the caller is told of the refusal, and not of this
            log.warning("a refused act was not noted", action=action, error=type(error).__name__)

    def _admit(self, tenant_id: UUID, what: tuple[Any, ...]) -> int | None:
        """How many were left out before this one; None where this one is left out as well."""
        now = self._runtime.clock.now()
        span = self._spans.get(tenant_id)
        left_out = 0
        if span is None or now - span.began >= SPAN:
            left_out = 0 if span is None else span.left_out
            span = self._spans[tenant_id] = _Span(now)
        self._spans.move_to_end(tenant_id)
        if len(self._spans) > _TENANTS:
            self._spans.popitem(last=False)
        if what in span.noted or len(span.noted) >= MOST:
            span.left_out += 1
            return None
        span.noted.add(what)
        return left_out
