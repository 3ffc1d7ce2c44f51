"""Tenants: made, suspended, resumed and ended by the operator; read, changed and ended by their own people too."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field
from sqlmodel import col
from starlette.responses import Response

from api.auth import Operator
from api.rest.answering import Seen, idempotency_of, run_command, show, show_done, show_list
from api.rest.operation import Call, Caller, Operation
from api.rest.paging import cursor_after, read_cursor
from api.rest.reading_input import Paging, read_input
from api.rest.resource import IN_TENANT
from api.rest.shown_tenants import ShownErasure, ShownTenant, ShownTenantSettings
from domain.kernel.commands import COMMANDS, Command, Done
from domain.kernel.errors import NotFound
from domain.kernel.work import Work, perform
from domain.onboarding import create_tenant, users_of_owner
from domain.tenancy.life import OPERATORS_COMMANDS, OWNERS_COMMANDS
from domain.tenancy.operator_requests import create_once
from domain.tenancy.permissions import Action
from domain.tenancy.tables import ErasureProof, Tenant, TenantStatus
from domain.tenancy.tenants import CreateTenant

_TAG = "Tenants"


class TenantList(Paging):
    """Query parameters of the list of tenants."""

    slug: Annotated[str | None, Field(max_length=64, description="Only the tenant of this short name.")] = None
    status: Annotated[TenantStatus | None, Field(description="Only those in this state.")] = None


class TenantReader:
    """Reads a tenant, and shows it in one of its forms."""

    def __init__(self, shown: type[ShownTenant]) -> None:
        self.shown = shown

    async def one(self, call: Call, id: UUID) -> Seen:
        """The tenant of an id. Raises `NotFound`."""
        statement = sa.select(Tenant).where(col(Tenant.id) == id)
        async with call.runtime.database.engine("app").connect() as connection:
            row = (await connection.execute(statement)).one_or_none()
        if row is None:
            raise NotFound("there is no such tenant")
        return self.shown.model_validate(row).model_dump(mode="json")


TENANT_READER = TenantReader(ShownTenant)
SETTINGS = TenantReader(ShownTenantSettings)


def _seen(row: object) -> Seen:
    return ShownTenant.model_validate(row).model_dump(mode="json")


async def _list(call: Call) -> Response:
    query = call.query
    assert isinstance(query, TenantList)
    statement = sa.select(Tenant).order_by(col(Tenant.id)).limit(query.limit + 1)
    if query.cursor is not None:
        statement = statement.where(col(Tenant.id) > read_cursor(call, query.cursor))
    if query.slug is not None:
        statement = statement.where(col(Tenant.slug) == query.slug)
    if query.status is not None:
        statement = statement.where(col(Tenant.status) == query.status)
    async with call.runtime.database.engine("app").connect() as connection:
        rows = (await connection.execute(statement)).all()
    following = cursor_after(call, rows[query.limit - 1].id) if len(rows) > query.limit else None
    return show_list(call, [_seen(row) for row in rows[: query.limit]], following)


async def _create(call: Call) -> Response:
    operator = call.caller
    assert isinstance(operator, Operator)
    given = read_input(CreateTenant, call.body, {})
    users = await users_of_owner(call.runtime, given)

    async def make(tenant_id: UUID) -> Done:
        async def act(work: Work) -> Done:
            return await create_tenant(work, given, users)

        return await perform(call.runtime, operator.within(tenant_id), act, request_id=call.request_id)

    done = await create_once(call.runtime, operator.key_id, idempotency_of(call.request, call.raw), make)
    tenant_id = done.ids["tenant"]
    return await show_done(call, done, TENANT_READER, tenant_id, f"/v1/tenants/{Tenant.prefix}_{tenant_id.hex}")


async def _read(call: Call) -> Response:
    return show(call, await TENANT_READER.one(call, call.principal.tenant_id))


async def _read_settings(call: Call) -> Response:
    return show(call, await SETTINGS.one(call, call.principal.tenant_id))


def on_tenant(
    command: Command, method: str, path: str, reader: TenantReader = TENANT_READER, **options: Any
) -> Operation:
    """A command about the tenant of the path itself, answered with the tenant as `reader` shows it.

    `options` are fields of `Operation` that are otherwise than usual.
    """

    async def run(call: Call) -> Response:
        tenant_id = call.principal.tenant_id
        done = await run_command(call, command, reader, {"id": tenant_id})
        return await show_done(call, done, reader, tenant_id)

    takes = command.input.model_fields.keys() - {"id", "expected_version"}
    usual: dict[str, Any] = {
        "id": command.name,
        "tag": _TAG,
        "summary": command.name.replace("_", " ").capitalize(),
        "description": command.description,
    }
    return Operation(
        method=method,
        path=f"{IN_TENANT}{path}",
        run=run,
        action=command.action,
        body=command.input if takes else None,
        from_path=frozenset({"id"}),
        schema=reader.shown,
        versioned=True,
        **(usual | options),
    )


async def _read_proof(call: Call) -> Response:
    statement = sa.select(ErasureProof).where(col(ErasureProof.tenant_id) == call.id)
    async with call.runtime.database.engine("app").connect() as connection:
        row = (await connection.execute(statement)).one_or_none()
    if row is None:
        raise NotFound("there is no such erasure")
    return show(call, ShownErasure.model_validate(row).model_dump(mode="json"))


def _of_life() -> list[Operation]:
    """What the operator and owners do about the life of a tenant, and what is left when it is over."""
    operators: dict[str, Any] = {"caller": Caller.OPERATOR_IN_TENANT}
    return [
        on_tenant(OPERATORS_COMMANDS["suspend_tenant"], "POST", "/suspend", **operators),
        on_tenant(OPERATORS_COMMANDS["resume_tenant"], "POST", "/resume", **operators),
        on_tenant(OWNERS_COMMANDS["schedule_tenant_deletion"], "POST", "/deletion"),
        on_tenant(OWNERS_COMMANDS["cancel_tenant_deletion"], "DELETE", "/deletion", while_deleting=True),
        on_tenant(OPERATORS_COMMANDS["erase_tenant"], "POST", "/erasure", status=202, **operators),
        Operation(
            id="get_erasure",
            method="GET",
            path="/v1/erasures/{id}",
            tag=_TAG,
            summary="Read the proof of an erasure",
            description="Read how many rows of each table a tenant had when it was erased, and how many are left.",
            run=_read_proof,
            caller=Caller.OPERATOR,
            prefix="tenant",
            schema=ShownErasure,
        ),
    ]


def operations() -> list[Operation]:
    """All that can be asked of tenants."""
    return [
        Operation(
            id="list_tenants",
            method="GET",
            path="/v1/tenants",
            tag=_TAG,
            summary="List tenants",
            description="List the tenants of the installation, the oldest first. Needs an operator key.",
            run=_list,
            caller=Caller.OPERATOR,
            query=TenantList,
            schema=ShownTenant,
            listed=True,
        ),
        Operation(
            id="create_tenant",
            method="POST",
            path="/v1/tenants",
            tag=_TAG,
            summary="Create tenant",
            description="Create a tenant with the default risk scale and categories. Needs an operator key.",
            run=_create,
            caller=Caller.OPERATOR,
            body=CreateTenant,
            schema=ShownTenant,
            status=201,
            versioned=True,
        ),
        Operation(
            id="get_tenant",
            method="GET",
            path=IN_TENANT,
            tag=_TAG,
            summary="Read a tenant",
            description="Read the tenant. With `If-None-Match`, 304 where nothing changed.",
            run=_read,
            action=Action.DOMAIN_READ,
            schema=ShownTenant,
            while_deleting=True,
            versioned=True,
        ),
        on_tenant(COMMANDS["update_tenant"], "PATCH", ""),
        Operation(
            id="get_tenant_settings",
            method="GET",
            path=f"{IN_TENANT}/settings",
            tag=_TAG,
            summary="Read the settings",
            description="Read all that the tenant has chosen. With `If-None-Match`, 304 where nothing changed.",
            run=_read_settings,
            action=Action.TENANT_WRITE,
            schema=ShownTenantSettings,
            versioned=True,
        ),
        on_tenant(
            COMMANDS["update_tenant"],
            "PATCH",
            "/settings",
            SETTINGS,
            id="update_tenant_settings",
            summary="Change the settings",
            description="Change what the tenant has chosen: what is left out stays.",
        ),
        *_of_life(),
    ]
