"""Plans of the installation: what their tenants may have. For operators only."""

from __future__ import annotations

from typing import Annotated, Any, Final

import structlog
from pydantic import Field
from starlette.responses import Response

from api.auth import Operator
from api.rest.answering import Seen, show, show_list
from api.rest.operation import Call, Caller, Operation
from api.rest.preconditions import matched_versions, precondition_failed
from api.rest.reading_input import read_input
from api.rest.shown import Instant, Shown
from domain.kernel.errors import NotFound
from domain.tenancy.plans import Limits, PutPlan, put_plan, read_plans

log = structlog.get_logger(__name__)

_TAG: Final = "Plans"
_PLANS: Final = "/v1/plans"


class ShownPlan(Shown):
    """A plan."""

    code: Annotated[str, Field(description="Its code, by which tenants name it.", examples=["team"])]
    title: Annotated[str, Field(description="What it is called.", examples=["Team"])]
    limits: Annotated[Limits, Field(description="What its tenants may have.")]
    version: Annotated[int, Field(description="Counts the changes; the ETag.", examples=[1])]
    settled: Annotated[bool, Field(description="Whether these limits are in force with all its tenants by now.")]
    created_at: Annotated[Instant, Field(description="When it was made.")]
    updated_at: Annotated[Instant, Field(description="When it was changed last.")]


def _seen(plan: Any) -> Seen:  # Any: a row of the table
    shown = ShownPlan(
        code=plan.code,
        title=plan.title,
        limits=Limits.model_validate(plan.limits),
        version=plan.version,
        settled=plan.settled_version == plan.version,
        created_at=plan.created_at,
        updated_at=plan.updated_at,
    )
    return shown.model_dump(mode="json")


async def _list(call: Call) -> Response:
    return show_list(call, [_seen(plan) for plan in await read_plans(call.runtime)], None)


async def _read(call: Call) -> Response:
    code = call.request.path_params["code"]
    for plan in await read_plans(call.runtime):
        if plan.code == code:
            return show(call, _seen(plan))
    raise NotFound("there is no such plan")


async def _put(call: Call) -> Response:
    assert isinstance(call.caller, Operator)
    given = read_input(PutPlan, call.body, {"code": call.request.path_params["code"]})
    plan = await put_plan(call.runtime, given, matched_versions(call.request))
    if plan is None:
        raise precondition_failed()
    log.info("plan changed", plan=plan.code, version=plan.version, operator_key_id=str(call.caller.key_id))
    return show(call, _seen(plan))


def operations() -> list[Operation]:
    """All that can be asked of plans."""
    return [
        Operation(
            id="list_plans",
            method="GET",
            path=_PLANS,
            tag=_TAG,
            summary="List plans",
            description="List the plans of the installation. Needs an operator key.",
            run=_list,
            caller=Caller.OPERATOR,
            schema=ShownPlan,
            listed=True,
        ),
        Operation(
            id="get_plan",
            method="GET",
            path=f"{_PLANS}/{{code}}",
            tag=_TAG,
            summary="Read a plan",
            description="Read a plan. With `If-None-Match`, 304 where nothing changed. Needs an operator key.",
            run=_read,
            caller=Caller.OPERATOR,
            schema=ShownPlan,
            versioned=True,
        ),
        Operation(
            id="put_plan",
            method="PUT",
            path=f"{_PLANS}/{{code}}",
            tag=_TAG,
            summary="Make or replace a plan",
            description="Make a plan, or replace it; its limits come to its tenants within seconds. One below what a "
            "tenant has is taken: nothing can be added there then. Needs an operator key.",
            run=_put,
            caller=Caller.OPERATOR,
            body=PutPlan,
            from_path=frozenset({"code"}),
            schema=ShownPlan,
            versioned=True,
        ),
    ]
