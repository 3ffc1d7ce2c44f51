"""What lets an operation in, over whatever transport: its text is known, it is valid, and its cost is paid."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Final

from api.allowance.limiter import Limiter, Payer, Spent, Unit
from api.graphql.asking import Asked
from api.graphql.naming import Naming
from api.graphql.refusals import Refused
from api.graphql.running import Engine, Prepared, told_cost
from api.metering import Meter
from domain.kernel.principal import Principal
from domain.kernel.runtime import Runtime

REFUSED_PRICE: Final = 100
"""What a document costs that is read and then refused."""
SCHEMA_PRICE: Final = 20_000
"""What the SDL costs: as much as introspection."""


@dataclass(frozen=True)
class Admitted:
    """An operation that may run now."""

    prepared: Prepared
    spent: Spent

    @property
    def extensions(self) -> dict[str, Any]:
        """The answer's `extensions`."""
        cost = {"cost": told_cost(self.prepared.cost, self.spent.remaining)}
        return cost | {"warnings": self.prepared.warnings} if self.prepared.warnings else cost


class Admission:
    """Admits the operations of one process."""

    def __init__(self, runtime: Runtime, engine: Engine, meter: Meter | None = None) -> None:
        self._engine = engine
        self._naming = Naming(runtime)
        self._limiter = Limiter(runtime, Unit.COST, meter)

    async def admit(self, principal: Principal, asked: Asked, *, get: bool = False, dry: bool = False) -> Admitted:
        """Let an operation in. With `get` only a query is; with `dry` nothing is spent, and it must not be run.

        Raises `Refused`, which tells the limits as an answer does.
        """
        payer = Payer.of(principal)
        try:
            asked = await self._naming.resolved(principal, asked)
            prepared = self._engine.prepare(asked, get=get)
            await self._naming.check_introspection(principal, prepared.parsed.introspection)
        except Refused as refused:
            raise await self._paid(payer, refused) from None
        self._naming.learned(principal, asked)
        return Admitted(prepared, self._limiter.look(payer) if dry else await self._spend(payer, prepared.cost))

    async def admit_schema(self, principal: Principal) -> Spent:
        """Let somebody see the SDL. Raises `Refused`."""
        return await self._spend(Payer.of(principal), SCHEMA_PRICE)

    async def _spend(self, payer: Payer, cost: int) -> Spent:
        """Take the cost from the payer's buckets. Raises `Refused` (429) where they have too little."""
        spent = await self._limiter.spend(payer, cost)
        if spent.retry_after:
            raise Refused(
                "RATE_LIMITED",
                spent.message,
                429,
                always=True,
                headers={"Retry-After": str(spent.retry_after), **spent.headers},
                extensions={"cost": told_cost(cost, spent.remaining)},
            )
        return spent

    async def _paid(self, payer: Payer, refused: Refused) -> Refused:
        """The refusal of a document, which had to be looked at and so is not free."""
        spent = await self._spend(payer, REFUSED_PRICE)
        cost = {"remaining": spent.remaining, **refused.extensions.get("cost", told_cost(REFUSED_PRICE))}
        return replace(
            refused,
            extensions={**refused.extensions, "cost": cost},
            headers={**refused.headers, **spent.headers},
        )
