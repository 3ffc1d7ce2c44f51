"""Rate limits by credential and by tenant, in one unit: `await limiter.spend(payer, amount)` before anything is done.

The usual case, enough in memory, takes no round trip and no lock. A tenant's buckets are its own: their names begin
with its id, and nothing about one is told to another.
"""

from __future__ import annotations

import math
from collections import OrderedDict
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from typing import Final
from uuid import UUID

from api.allowance.bucket import Allowance, Bucket
from api.allowance.shared import SharedBuckets
from api.metering import Meter
from api.problems import Refusal
from domain.kernel.metrics import soft_limit
from domain.kernel.principal import ActorKind, Principal
from domain.kernel.runtime import Runtime

_MOST: Final = 10_000
"""Payers whose buckets a process remembers; what a forgotten one had drawn is lost to it."""
_ROUNDS: Final = 8
"""Draws that one request waits for: others may have spent in the meantime what came."""


class Unit(StrEnum):
    """What is counted."""

    COST = "cost"
    "Of GraphQL operations."
    REQUESTS = "requests"
    "Of REST."


@dataclass(frozen=True)
class Payer:
    """On whose account it goes: a key, session or operator, and the tenant unless an operator acts."""

    credential: UUID
    tenant_id: UUID | None
    cost_limit: int | None = field(default=None, compare=False)
    "What the tenant's plan lets it spend on GraphQL in a minute."

    @classmethod
    def of(cls, principal: Principal) -> Payer:
        """The payer of a caller's requests. An operator pays for itself: it must reach a tenant that has spent all."""
        credential = principal.session_id or principal.actor_id or principal.tenant_id
        if principal.kind is ActorKind.OPERATOR:
            return cls(credential, None)
        return cls(credential, principal.tenant_id, principal.cost_limit)


@dataclass(frozen=True)
class Spent:
    """What became of an attempt to spend."""

    remaining: int
    "The least that remains of any bucket concerned."
    headers: dict[str, str] = field(default_factory=dict)
    "`RateLimit-Policy` and `RateLimit` after draft-ietf-httpapi-ratelimit-headers-10."
    retry_after: int = 0
    "Seconds to wait; 0 where it was spent."
    message: str = ""

    def refusal(self) -> Refusal:
        """The refusal where it was not."""
        return Refusal(429, "RATE_LIMITED", self.message, headers={"Retry-After": str(self.retry_after)})


@lru_cache(1_000)
def _allowance(name: str, unit: str, size: int) -> Allowance:
    return Allowance(name, unit, size)


class Limiter:
    """The buckets of one unit in one process."""

    def __init__(self, runtime: Runtime, unit: Unit, meter: Meter | None = None) -> None:
        settings = runtime.settings
        by_key, by_tenant = {
            Unit.COST: (settings.cost_limit_by_key, settings.cost_limit_by_tenant),
            Unit.REQUESTS: (settings.request_limit_by_key, settings.request_limit_by_tenant),
        }[unit]
        self._clock = runtime.clock
        self._unit = unit
        self._meter = meter
        self._shared = SharedBuckets(runtime.wakes)
        self._by_key = Allowance(f"{unit}-by-key", unit, by_key)
        self._by_tenant = Allowance(f"{unit}-by-tenant", unit, by_tenant)
        self._kept: OrderedDict[Payer | UUID, Bucket] = OrderedDict()

    async def spend(self, payer: Payer, amount: int) -> Spent:
        """Spend an amount from all buckets of the payer, or from none."""
        now = self._clock.now().timestamp()
        buckets = self._buckets(payer, now)
        rounds = 0
        while lacking := next((bucket for bucket in buckets if bucket.stock < amount), None):
            if wait := lacking.wait(amount, now):
                return self._refused(buckets, lacking, amount, wait, now)
            rounds += 1
            if rounds > _ROUNDS or not await self._shared.draw(lacking, amount, now):
                lacking.lend(amount, now)
        for bucket in buckets:
            bucket.stock -= amount
        if self._meter is not None and payer.tenant_id is not None:
            self._meter.add(payer.tenant_id, amount if self._unit is Unit.COST else 0)
            if payer.cost_limit and self._unit is Unit.COST:
                self._watch(self._meter, payer.tenant_id, buckets[-1], now)
        return self._told(buckets, now)

    def _watch(self, meter: Meter, tenant_id: UUID, bucket: Bucket, now: float) -> None:
        """Have the tenant told that most of what its plan lets it spend is spent."""
        spent = bucket.allowance.size - bucket.remaining(now)
        if spent >= soft_limit(bucket.allowance.size):
            meter.near(tenant_id, spent)

    def look(self, payer: Payer) -> Spent:
        """How much there is, without spending."""
        now = self._clock.now().timestamp()
        return self._told(self._buckets(payer, now), now)

    def _buckets(self, payer: Payer, now: float) -> list[Bucket]:
        buckets = [self._bucket(payer, self._by_key, payer, now)]
        if payer.tenant_id is not None:
            buckets.append(self._bucket(payer.tenant_id, self._of_tenant(payer), payer, now))
        return buckets

    def _of_tenant(self, payer: Payer) -> Allowance:
        """What the payer's tenant may spend: what its plan says, else what the installation does."""
        if payer.cost_limit is None or self._unit is not Unit.COST:
            return self._by_tenant
        return _allowance(self._by_tenant.name, self._unit, max(1, payer.cost_limit))

    def _bucket(self, kept_as: Payer | UUID, allowance: Allowance, payer: Payer, now: float) -> Bucket:
        found = self._kept.get(kept_as)
        if found is None:
            whose = "operator" if payer.tenant_id is None else payer.tenant_id.hex
            own = "" if isinstance(kept_as, UUID) else f":{payer.credential.hex}"
            found = Bucket.full(allowance, f"milepost:limit:{{{whose}}}:{self._unit}{own}", now)
            self._kept[kept_as] = found
            if len(self._kept) > _MOST:
                self._kept.popitem(last=False)
        else:
            self._kept.move_to_end(kept_as)
            if found.allowance is not allowance:
                found.resize(allowance)
        return found

    def _told(self, buckets: list[Bucket], now: float) -> Spent:
        remaining = [bucket.remaining(now) for bucket in buckets]
        told = ", ".join(bucket.told(left) for bucket, left in zip(buckets, remaining, strict=True))
        policy = ", ".join([bucket.allowance.policy for bucket in buckets])
        return Spent(min(remaining), {"RateLimit-Policy": policy, "RateLimit": told})

    def _refused(self, buckets: list[Bucket], lacking: Bucket, amount: int, wait: float, now: float) -> Spent:
        told = self._told(buckets, now)
        whose = "this key or session" if lacking.allowance is self._by_key else "the tenant"
        if amount > lacking.allowance.size:
            message = (
                f"{whose} may spend {lacking.allowance.size} {self._unit} a minute and this needs {amount} at once; "
                "ask for less"
            )
            return Spent(told.remaining, told.headers, max(1, math.ceil(wait)), message)
        message = (
            f"{whose} has {lacking.remaining(now)} of {lacking.allowance.size} {self._unit} a minute left and this "
            f"needs {amount}; try again in {math.ceil(wait)} s"
        )
        return Spent(told.remaining, told.headers, max(1, math.ceil(wait)), message)
