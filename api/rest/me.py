"""Who the caller is, and what the caller may do."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

import sqlalchemy as sa
from pydantic import BaseModel, Field
from sqlmodel import col
from starlette.responses import Response

from api.auth import Operator
from api.rest.answering import show
from api.rest.operation import Call, Caller, Operation
from api.rest.shown import ShownMember, VentureId
from api.rest.shown_tenants import ShownTenant
from domain.kernel.ids import external_id
from domain.kernel.principal import ActorKind, Role
from domain.kernel.work import Work, perform
from domain.tenancy.permissions import permissions_of
from domain.tenancy.tables import Member, Tenant


class Me(BaseModel):
    """The caller of this request."""

    kind: Annotated[
        ActorKind, Field(description="A member's session, an API key, an account's token, or an operator key.")
    ]
    id: Annotated[
        str | None, Field(description="Id of the member or key.", examples=["member_0198f3a1c2d37a4b8c5d6e7f8a9b0c1d"])
    ]
    tenant: Annotated[
        ShownTenant | None, Field(description="The tenant in which the caller acts; null for an operator.")
    ]
    member: Annotated[ShownMember | None, Field(description="The member in whose name the caller acts.")]
    role: Annotated[Role | None, Field(description="What the caller may do, at most.")]
    permissions: Annotated[list[str], Field(description="What the caller may do.", examples=[["domain:read"]])]
    venture_ids: Annotated[
        list[VentureId] | None, Field(description="The only ventures that the caller sees; null: all.")
    ]


async def _me(call: Call) -> Response:
    if isinstance(call.caller, Operator):
        me = Me(
            kind=ActorKind.OPERATOR,
            id=external_id("operator_key", call.caller.key_id),
            tenant=None,
            member=None,
            role=None,
            permissions=[],
            venture_ids=None,
        )
        return show(call, me.model_dump(mode="json"))
    principal = call.principal

    async def act(work: Work) -> tuple[Tenant, Member | None]:
        tenant = (await work.session.execute(sa.select(Tenant).where(col(Tenant.id) == work.tenant_id))).scalar_one()
        return tenant, await _member(work, principal.member_id)

    tenant, member = await perform(call.runtime, principal, act)
    me = Me(
        kind=principal.kind,
        id=None if principal.actor_id is None else external_id(principal.kind.prefix, principal.actor_id),
        tenant=ShownTenant.model_validate(tenant),
        member=None if member is None else ShownMember.model_validate(member),
        role=principal.role,
        permissions=list(permissions_of(principal)),
        venture_ids=None if principal.venture_ids is None else sorted(principal.venture_ids),
    )
    return show(call, me.model_dump(mode="json"))


async def _member(work: Work, member_id: UUID | None) -> Member | None:
    return None if member_id is None else await work.get(Member, member_id)


def operations() -> list[Operation]:
    """The one thing that can be asked of oneself."""
    return [
        Operation(
            id="get_me",
            method="GET",
            path="/v1/me",
            tag="Me",
            summary="Read who is calling",
            description="Read who the caller is, in which tenant, and what the caller may do.",
            run=_me,
            caller=Caller.KNOWN,
            schema=Me,
        )
    ]
