"""What details of a resource have in common: they belong to one resource of their kind, which has them once."""

from __future__ import annotations

from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from domain.kernel.errors import Conflict, Invalid
from domain.kernel.work import Work
from domain.resources.compute_tables import ComputePool
from domain.resources.data_tables import DataSource
from domain.resources.origin_tables import TalentSource, Technology
from domain.resources.tables import Resource, ResourceKind

Detail = type[DataSource] | type[ComputePool] | type[Technology] | type[TalentSource]


async def resource_for(work: Work, table: Detail, resource_id: UUID, kind: ResourceKind) -> Resource:
    """The resource that is to get its details.

    Raises `NotFound`; `Invalid` where it is of another kind; `Conflict` where it has such details already.
    """
    resource = await work.get(Resource, resource_id, "resource_id", archived=False)
    what = table.word.replace("_", " ")
    if resource.kind is not kind:
        raise Invalid.at(
            "resource_id", message=f"is a resource of the kind {resource.kind}; only one of {kind} has a {what}"
        )
    there = await work.session.execute(
        sa.select(col(table.id)).where(
            col(table.tenant_id) == work.tenant_id,
            col(table.resource_id) == resource_id,
            col(table.archived_at).is_(None),
        )
    )
    if there.first() is not None:
        raise Conflict.at("resource_id", message=f"has a {what} already; change that one")
    return resource
