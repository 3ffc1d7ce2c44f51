"""Limits of a tenant: what its plan or the operator allows, what is used of it, and what was used by day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Annotated, Any, Final

import sqlalchemy as sa
from pydantic import Field
from sqlmodel import col
from starlette.responses import Response

from api.problems import Refusal
from api.rest.answering import JSON, Seen, idempotency_of, show, show_list
from api.rest.operation import Call, Caller, Operation
from api.rest.reading_input import Query, parameter_error, read_input
from api.rest.resource import IN_TENANT
from api.rest.shown import Shown
from api.rest.tenants import on_tenant
from domain.kernel.commands import Command, execute
from domain.kernel.counting import day_of, what_is_used
from domain.kernel.errors import NotFound
from domain.kernel.inputs import Day
from domain.kernel.machinery import Quota
from domain.kernel.metrics import Metric, QuotaSource, soft_limit
from domain.kernel.work import Work, perform
from domain.tenancy.permissions import Action
from domain.tenancy.plan_tables import UsageMetric
from domain.tenancy.planning import CHANGE_PLAN, RECOUNT_QUOTAS, RESET_QUOTA, SET_QUOTA
from domain.tenancy.reach import check_unrestricted
from domain.tenancy.usage import KEPT_DAYS, read_days

_TAG: Final = "Quotas"
_QUOTAS: Final = f"{IN_TENANT}/quotas"


class ShownQuota(Shown):
    """One limit of a tenant."""

    metric: Annotated[Metric, Field(description="What is limited.")]
    limit: Annotated[
        int | None, Field(description="How many the tenant may have; null: as many as it wants.", examples=[10])
    ]
    soft_limit: Annotated[
        int | None, Field(description="From how many on `tenant.quota.reached` is told: four fifths.", examples=[8])
    ]
    used: Annotated[
        int | None,
        Field(description="How many it has; null for what rate limits hold: `RateLimit` tells of that.", examples=[7]),
    ]
    source: Annotated[QuotaSource, Field(description="Whose limit it is: the plan's, or one of the tenant's own.")]


class ShownDrift(Shown):
    """A counter that was wrong."""

    metric: Annotated[Metric, Field(description="What is limited.")]
    counted: Annotated[int, Field(description="What the counter said.", examples=[8])]
    found: Annotated[int, Field(description="What there is.", examples=[7])]


class Recounted(Shown):
    """What came of a recount."""

    drifts: Annotated[
        list[ShownDrift] | None,
        Field(description="The counters that were wrong and are mended; null where the request is repeated."),
    ]
    quotas: Annotated[list[ShownQuota], Field(description="All quotas as they are now.")]


async def _seen(call: Call) -> list[Seen]:
    async def act(work: Work) -> list[Seen]:
        check_unrestricted(work)
        rows = await work.session.execute(
            sa.select(col(Quota.metric), col(Quota.most), col(Quota.overridden)).where(
                col(Quota.tenant_id) == work.tenant_id
            )
        )
        kept = {row.metric: row for row in rows}
        used = await what_is_used(work)
        return [_shown(metric, kept.get(metric), used[metric]) for metric in Metric]

    return await perform(call.runtime, call.principal, act)


def _shown(metric: Metric, row: Any, used: int | None) -> Seen:
    most = row and row.most
    shown = ShownQuota(
        metric=metric,
        limit=most,
        soft_limit=None if most is None else soft_limit(most),
        used=used,
        source=QuotaSource.OVERRIDE if row is not None and row.overridden else QuotaSource.PLAN,
    )
    return shown.model_dump(mode="json")


async def _list(call: Call) -> Response:
    return show_list(call, await _seen(call), None)


def _metric(call: Call) -> Metric:
    try:
        return Metric(call.request.path_params["metric"])
    except ValueError:
        raise NotFound("there is no such quota") from None


def _one(command: Command, method: str) -> Operation:
    async def run(call: Call) -> Response:
        metric = _metric(call)
        given = read_input(command.input, call.body, {"metric": metric})
        await execute(call.runtime, call.principal, command, given, request_id=call.request_id)
        return show(call, next(seen for seen in await _seen(call) if seen["metric"] == metric))

    return Operation(
        id=command.name,
        method=method,
        path=f"{_QUOTAS}/{{metric}}",
        tag=_TAG,
        summary=command.name.replace("_", " ").capitalize(),
        description=command.description,
        run=run,
        caller=Caller.OPERATOR_IN_TENANT,
        action=command.action,
        body=command.input if method == "PUT" else None,
        from_path=frozenset({"metric"}),
        schema=ShownQuota,
    )


async def _recount(call: Call) -> Response:
    given = read_input(RECOUNT_QUOTAS.input, call.body, {})
    idempotency = idempotency_of(call.request, call.raw)
    done = await execute(
        call.runtime, call.principal, RECOUNT_QUOTAS, given, request_id=call.request_id, idempotency=idempotency
    )
    headers = {"Idempotency-Replayed": "true"} if done.replayed else {}
    found = Recounted(drifts=done.reports.get("drifts"), quotas=await _seen(call))
    return Response(found.model_dump_json(), 200, headers, JSON)


class UsageList(Query):
    """Query parameters of usage."""

    since: Annotated[Day | None, Field(description="From this day on; left out: 30 days before `until`.")] = None
    until: Annotated[Day | None, Field(description="To this day; left out: today.")] = None


class ShownUsage(Shown):
    """What a tenant used of something on one day."""

    day: Annotated[date, Field(description="The day, in the tenant's time zone.", examples=["2026-12-01"])]
    metric: Annotated[UsageMetric, Field(description="What was used.")]
    amount: Annotated[
        int, Field(description="How much: the most at one time, or the sum of the day.", examples=[7], ge=0)
    ]


async def _usage(call: Call) -> Response:
    query = call.query
    assert isinstance(query, UsageList)

    async def act(work: Work) -> list[Seen]:
        check_unrestricted(work)
        until = query.until or (await day_of(work)).date
        since = query.since or until - timedelta(days=30)
        if not 0 <= (until - since).days <= KEPT_DAYS:
            detail = f"must not be later than until, nor more than {KEPT_DAYS} days before it"
            raise Refusal(422, "INVALID", "a query parameter is wrong", [parameter_error("since", "INVALID", detail)])
        return [ShownUsage.model_validate(row).model_dump(mode="json") for row in await read_days(work, since, until)]

    return show_list(call, await perform(call.runtime, call.principal, act), None)


def operations() -> list[Operation]:
    """All that can be asked of limits."""
    return [
        Operation(
            id="list_quotas",
            method="GET",
            path=_QUOTAS,
            tag=_TAG,
            summary="List quotas",
            description="List what the tenant may have, and what it has, by metric.",
            run=_list,
            action=Action.USAGE_READ,
            schema=ShownQuota,
            listed=True,
        ),
        _one(SET_QUOTA, "PUT"),
        _one(RESET_QUOTA, "DELETE"),
        Operation(
            id=RECOUNT_QUOTAS.name,
            method="POST",
            path=f"{_QUOTAS}/recount",
            tag=_TAG,
            summary="Recount quotas",
            description=RECOUNT_QUOTAS.description,
            run=_recount,
            caller=Caller.OPERATOR_IN_TENANT,
            action=RECOUNT_QUOTAS.action,
            schema=Recounted,
        ),
        Operation(
            id="list_usage",
            method="GET",
            path=f"{IN_TENANT}/usage",
            tag=_TAG,
            summary="List usage",
            description="List what the tenant used, by day and metric, the oldest day first: of members, ventures, "
            "risks and endpoints the most at one time, of all else the sum. Up to some minutes ago; kept for "
            f"{KEPT_DAYS} days.",
            run=_usage,
            action=Action.USAGE_READ,
            query=UsageList,
            schema=ShownUsage,
            listed=True,
        ),
        on_tenant(CHANGE_PLAN, "POST", "/plan", tag=_TAG, caller=Caller.OPERATOR_IN_TENANT),
    ]
