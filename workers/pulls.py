"""Pulling readings from where they are: once an interval the source is asked, as guardedly as a webhook is sent.

The source is asked outside any transaction; what it answered is stored where the lease is still ours.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from functools import partial
from typing import Any
from uuid import UUID

import orjson
import sqlalchemy as sa
from jsonpointer import JsonPointerException, resolve_pointer
from pydantic import TypeAdapter, ValidationError
from sqlmodel import col

from domain.indicators.commands import token_place
from domain.indicators.readings import record
from domain.indicators.tables import Indicator, IndicatorPull
from domain.kernel.errors import DomainError
from domain.kernel.inputs import Quantity
from domain.kernel.principal import Principal
from domain.kernel.runtime import Runtime
from domain.kernel.secrets import UnreadableSecret
from domain.kernel.storing import store_computed
from domain.kernel.work import Work, unit_of_work
from domain.series.levels import Sample
from workers.claims import Claim, Queue, claim
from workers.outbound import KEPT_OF_ANSWER, Answer, Outbound
from workers.running import run_one

PULLS = Queue.of_work("pull", lease=timedelta(seconds=60))
AT_A_TURN = 5
AGAIN = timedelta(hours=1)
"""When a source that gave no reading is asked again, at the latest after the usual interval."""

PULL: sa.Table = IndicatorPull.__table__  # type: ignore[attr-defined]  # set by the mapper
_VALUE: TypeAdapter[Decimal] = TypeAdapter(Quantity)


@dataclass(frozen=True)
class Source:
    """Whence an indicator's readings come."""

    url: str
    pointer: str
    headers: Mapping[str, str]
    fault: str | None = None
    "Why it cannot be asked."


class NoReading(Exception):
    """The source gave no reading; the text says why."""


async def pull(runtime: Runtime, tenant_id: UUID, outbound: Outbound) -> int:
    """Ask some of a tenant's due sources. Answers how many."""
    async with unit_of_work(runtime, Principal.worker(tenant_id)) as work:
        claims = await claim(work, PULLS, AT_A_TURN)
        sources = [await _source(work, one) for one in claims]
    answers = await asyncio.gather(*(_ask(outbound, source) for source in sources))
    for one, source, answer in zip(claims, sources, answers, strict=True):
        await run_one(runtime, tenant_id, PULLS, partial(_store, source=source, answer=answer), one)
    return len(claims)


async def _indicator(work: Work, id: UUID, lock: bool = False) -> Indicator | None:
    statement = sa.select(Indicator).where(
        col(Indicator.tenant_id) == work.tenant_id, col(Indicator.id) == id, col(Indicator.archived_at).is_(None)
    )
    if lock:
        statement = statement.with_for_update(key_share=True)
    return (await work.session.execute(statement)).scalar_one_or_none()


async def _source(work: Work, one: Claim) -> Source | None:
    indicator = await _indicator(work, one.key)
    if indicator is None or indicator.source_url is None:
        return None
    headers = {"accept": "application/json"}
    if indicator.source_token is not None:
        try:
            token = work.runtime.keys.decrypt(
                indicator.source_token, tenant_id=work.tenant_id, place=token_place(indicator.id)
            )
        except UnreadableSecret:
            return Source(indicator.source_url, "", {}, "the token cannot be read any more; give it anew")
        headers["authorization"] = f"Bearer {token}"
    return Source(indicator.source_url, indicator.source_pointer or "", headers)


async def _ask(outbound: Outbound, source: Source | None) -> Answer | None:
    if source is None or source.fault is not None:
        return None if source is None else Answer(None, source.fault)
    return await outbound.get(source.url, source.headers)


async def _store(work: Work, one: Claim, *, source: Source | None, answer: Answer | None) -> datetime | None:
    indicator = await _indicator(work, one.key, lock=True)
    if indicator is None or source is None or answer is None or indicator.source_url != source.url:
        return None
    interval = timedelta(days=indicator.interval_days)
    try:
        at = work.now.replace(microsecond=0)
        await record(work, indicator, [Sample(at, value_in(answer, source.pointer))], [()])
        error, due = None, work.now + interval
    except (NoReading, DomainError) as refused:
        error, due = str(refused), work.now + min(AGAIN, interval)
    await _note(work, indicator, error)
    return due


def value_in(answer: Answer, pointer: str) -> Decimal:
    """The value in a source's answer. Raises `NoReading`."""
    if answer.status is None:
        raise NoReading(answer.error or "no answer")
    if answer.status != 200:
        raise NoReading(f"the source answered with status {answer.status}")
    try:
        found: Any = resolve_pointer(orjson.loads(answer.excerpt or ""), pointer)
    except orjson.JSONDecodeError:
        raise NoReading(f"the answer is no JSON of at most {KEPT_OF_ANSWER} bytes") from None
    except (JsonPointerException, TypeError):
        raise NoReading(f"the answer has nothing at {pointer}") from None
    if isinstance(found, float):
        found = f"{found:.6f}"  # sources measure finer than is kept
    try:
        return _VALUE.validate_python(found)
    except ValidationError:
        where = pointer or "the top of the answer"
        raise NoReading(f"what stands at {where} is no number of at most 18 digits before the point") from None


async def _note(work: Work, indicator: Indicator, error: str | None) -> None:
    values = {"pulled_at": work.now, "error": None if error is None else error[:500]}
    await store_computed(work, PULL, {"indicator_id": indicator.id}, values)
