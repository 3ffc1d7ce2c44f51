"""One operation, whatever its kind, as the results that are sent for it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import aclosing
from typing import Any

import orjson
import structlog
from graphql import OperationType

from api.graphql.admission import Admission, Admitted
from api.graphql.asking import Asked
from api.graphql.live.following import Live, Message
from api.graphql.live.opening import read_subscription
from api.graphql.refusals import Refused, refusal_of
from api.graphql.running import Answered, Engine, Prepared, masked
from domain.kernel.principal import Principal

log = structlog.get_logger(__name__)


class Operator:
    """Runs operations for connections that stay open."""

    def __init__(self, live: Live, engine: Engine, admission: Admission) -> None:
        self.live = live
        self._engine = engine
        self._admission = admission

    async def results(
        self,
        principal: Principal,
        asked: Asked,
        request_id: str,
        *,
        last_event_id: str | None = None,
        get: bool = False,
        admitted: Admitted | None = None,
    ) -> AsyncIterator[Message]:
        """The results of an operation: one, or those of a subscription for ever. Raises what refuses it.

        `get`: no mutation is taken. `admitted`: it was let in, and paid for, already.
        """
        if admitted is None:
            admitted = await self._admission.admit(principal, asked, get=get)
        if is_subscription(admitted.prepared):
            subscription = read_subscription(principal, admitted.prepared, last_event_id)
            async with aclosing(self.live.follow(principal, subscription)) as messages:  # type: ignore[type-var]  # a generator
                async for message in messages:
                    yield message
            return
        answered = await self._engine.run(principal, admitted.prepared, request_id)
        yield Message(0, orjson.dumps(result_of(answered, admitted), default=str))


def is_subscription(prepared: Prepared) -> bool:
    """Whether an operation is a subscription."""
    return prepared.operation.operation is OperationType.SUBSCRIPTION


def result_of(answered: Answered, admitted: Admitted) -> Mapping[str, Any]:
    """An answer as GraphQL's result."""
    errors = {"errors": answered.errors} if answered.errors else {}
    return errors | {"data": answered.data, "extensions": admitted.extensions}


def told_errors(error: Exception, request_id: str) -> Sequence[Mapping[str, Any]]:
    """The errors that tell why an operation was not carried out; anything unexpected is logged and masked."""
    refused = refusal_of(error)
    if refused is None:
        log.error("the operation failed", request_id=request_id, exc_info=error)
        refused = Refused("INTERNAL", masked(request_id))
    extensions = {"code": refused.code, "requestId": request_id, **refused.extensions}
    several = [{**each, "extensions": extensions} for each in refused.errors]
    return several or [{"message": refused.message, "extensions": extensions}]
