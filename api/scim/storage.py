"""Members and groups, as the protocol's library reads and writes them: within one unit of work, by the domain's words.

The members of a group are neither read nor written here as part of it: see `rostering` and `filling`.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from scim2_models import NotFoundException, Resource, ResourceType, ResponseParameters, SearchRequest
from scim2_server.storage import AsyncScimStorage, SearchPage
from sqlalchemy.exc import DBAPIError
from sqlmodel import col

from api.scim.columns import known
from api.scim.refusals import scim_exception_of
from api.scim.resources import Group, User
from api.scim.searching import Model, search
from api.scim.shaping import group_of, member_ids, person_of, said_of, user_of
from domain.kernel.errors import DomainError
from domain.kernel.ids import MalformedId, parse_id
from domain.kernel.sqlerrors import refusal_of
from domain.kernel.work import Work
from domain.tenancy import group_tables
from domain.tenancy.group_roles import one_of
from domain.tenancy.provisioning import change_member, delete_member, provision_member
from domain.tenancy.provisioning_groups import change_group, delete_group, provision_group
from domain.tenancy.roster import Roster
from domain.tenancy.tables import Member

MODELS: Mapping[str, Model] = {"User": User, "Group": Group}


class Storage(AsyncScimStorage):
    """What a tenant keeps, for one request. In bulk each operation stands for itself: what fails leaves nothing."""

    supports_cursors = True

    def __init__(self, work: Work, base_url: str, *, bulk: bool = False) -> None:
        self.work = work
        self._base_url = base_url
        self._bulk = bulk

    def operation(self) -> AbstractAsyncContextManager[None]:
        """One operation; what the domain or the database refuses in it is told as the protocol has it."""
        return self._savepoint() if self._bulk else self._told()

    @asynccontextmanager
    async def _told(self) -> AsyncIterator[None]:
        try:
            yield
        except DomainError as error:
            raise scim_exception_of(error) from error

    @asynccontextmanager
    async def _savepoint(self) -> AsyncIterator[None]:
        try:
            async with self.work.session.begin_nested():
                yield
                await self.work.flush()
        except DomainError as error:
            raise scim_exception_of(error) from error
        except DBAPIError as error:
            raise scim_exception_of(refusal_of(error)) from error

    async def get(
        self,
        resource_type: ResourceType,
        resource_id: str,
        *,
        response_parameters: ResponseParameters[Any] | None = None,
    ) -> Resource[Any]:
        """The resource; held until the end where it is read to be changed, which is where no parameters are given."""
        row = await self.row(resource_type, resource_id, lock=response_parameters is None)
        if isinstance(row, Member):
            return user_of(row, (await self._groups_of([row.id])).get(row.id, ()), self._base_url)
        return group_of(row)

    async def row(
        self, resource_type: ResourceType, resource_id: str | None, *, lock: bool
    ) -> Member | group_tables.Group:
        """The row of a resource. Raises `NotFoundException`."""
        name = str(resource_type.name)
        missing = NotFoundException(detail=f"there is no such {name}")
        rows = known(name)
        try:
            id = parse_id("member" if name == "User" else "group", str(resource_id))
        except MalformedId:
            raise missing from None
        table: Any = Member if name == "User" else group_tables.Group
        statement = sa.select(table).where(rows.visible(self.work.tenant_id), rows.id == id)
        if lock:
            statement = statement.with_for_update(key_share=True)
        found: Member | group_tables.Group | None = (await self.work.session.execute(statement)).scalar_one_or_none()
        if found is None:
            raise missing
        return found

    async def search(
        self, resource_types: list[ResourceType], search_request: SearchRequest[Any], *, position: Any = None
    ) -> SearchPage:
        """A page of what is searched for."""
        models = [MODELS[str(each.name)] for each in resource_types]
        page = await search(self.work, models, search_request, position)
        users = await self._users(id for name, id in page.ids if name == "User")
        groups = await self._groups(id for name, id in page.ids if name == "Group")
        found: dict[UUID, Resource[Any]] = {**users, **groups}
        return SearchPage(page.total, [found[id] for _, id in page.ids if id in found], page.next)

    async def create(self, resource_type: ResourceType, resource: Resource[Any]) -> Resource[Any]:
        """A new member or group."""
        row: Member | group_tables.Group
        if isinstance(resource, User):
            row = await provision_member(self.work, person_of(resource))
        else:
            assert isinstance(resource, Group)
            roster = Roster.of(member_ids(each.value for each in resource.members or ()))
            row = await provision_group(self.work, said_of(resource), roster)
        return await self.shown(row)

    async def update(
        self, resource_type: ResourceType, resource: Resource[Any], *, expected_version: str | None = None
    ) -> Resource[Any]:
        """Have a member be as the resource says. The version is the one that was read, since its row is held."""
        row = await self.row(resource_type, resource.id, lock=True)
        assert isinstance(row, Member)
        assert isinstance(resource, User)
        await change_member(self.work, row, person_of(resource))
        return await self.shown(row)

    async def change_group(self, row: group_tables.Group, said: Group, roster: Roster) -> Resource[Any]:
        """Have a group be as the resource says, and its members as the change of them."""
        await change_group(self.work, row, said_of(said), roster)
        return await self.shown(row)

    async def delete(
        self, resource_type: ResourceType, resource_id: str, *, expected_version: str | None = None
    ) -> None:
        """Archive a member or group for the directory."""
        row = await self.row(resource_type, resource_id, lock=True)
        await (delete_member(self.work, row) if isinstance(row, Member) else delete_group(self.work, row))
        await self.work.flush()

    async def shown(self, row: Member | group_tables.Group) -> Resource[Any]:
        """A row as a resource, after what is to be written was written."""
        await self.work.flush()
        if isinstance(row, Member):
            return user_of(row, (await self._groups_of([row.id])).get(row.id, ()), self._base_url)
        return group_of(row)

    async def _users(self, ids: Iterable[UUID]) -> dict[UUID, User]:
        wanted = list(ids)
        if not wanted:
            return {}
        statement = sa.select(Member).where(
            col(Member.tenant_id) == self.work.tenant_id, col(Member.id) == one_of(wanted)
        )
        rows = (await self.work.session.execute(statement)).scalars().all()
        groups = await self._groups_of(wanted)
        return {row.id: user_of(row, groups.get(row.id, ()), self._base_url) for row in rows}

    async def _groups(self, ids: Iterable[UUID]) -> dict[UUID, Group]:
        wanted = list(ids)
        if not wanted:
            return {}
        table = group_tables.Group
        statement = sa.select(table).where(col(table.tenant_id) == self.work.tenant_id, col(table.id) == one_of(wanted))
        return {row.id: group_of(row) for row in (await self.work.session.execute(statement)).scalars()}

    async def _groups_of(self, ids: Sequence[UUID]) -> dict[UUID, list[tuple[UUID, str]]]:
        """The groups that members are in: at most `MOST_GROUPS_OF_MEMBER` each."""
        place, group = group_tables.GroupMember, group_tables.Group
        statement = (
            sa.select(col(place.member_id), col(group.id), col(group.title))
            .join(group, (col(group.tenant_id) == self.work.tenant_id) & (col(group.id) == col(place.group_id)))
            .where(
                col(place.tenant_id) == self.work.tenant_id,
                col(place.member_id) == one_of(ids),
                col(place.archived_at).is_(None),
            )
            .order_by(col(group.title), col(group.id))
        )
        found: dict[UUID, list[tuple[UUID, str]]] = {}
        for member_id, id, title in await self.work.session.execute(statement):
            found.setdefault(member_id, []).append((id, title))
        return found
