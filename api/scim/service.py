"""What this service says of itself, and the handler of all requests: the library's, but for the members of groups."""

from __future__ import annotations

from functools import cache
from typing import Any, Final

from scim2_models import (
    AuthenticationScheme,
    Bulk,
    ChangePassword,
    ETag,
    Filter,
    Pagination,
    Patch,
    PatchOp,
    Resource,
    ResourceType,
    ScimPolicy,
    ScimProvider,
    ServiceProviderConfig,
    Sort,
)
from scim2_server.conditions import Conditions
from scim2_server.handler import AsyncScimHandler
from scim2_server.requests import ScimRequest
from scim2_server.responses import ScimResponse
from scim2_server.service import ScimService

from api.middleware.limits import MOST_BYTES
from api.scim.filling import fill, with_one
from api.scim.resources import Group, User
from api.scim.rostering import taken_apart, whole
from api.scim.shaping import member_ids
from api.scim.storage import Storage
from domain.kernel.runtime import Runtime
from domain.tenancy import group_tables
from domain.tenancy.roster import Roster

MOST_OPERATIONS: Final = 100
"""Operations of one bulk request."""

PAGE, LARGEST_PAGE = 100, 200
"""Resources of a page: usually, and at most."""


def configuration(base_url: str) -> ServiceProviderConfig:
    """What the service can do."""
    return ServiceProviderConfig(
        documentation_uri=f"{base_url}/docs",
        patch=Patch(supported=True),
        bulk=Bulk(supported=True, max_operations=MOST_OPERATIONS, max_payload_size=MOST_BYTES),
        filter=Filter(supported=True, max_results=LARGEST_PAGE),
        change_password=ChangePassword(supported=False),
        sort=Sort(supported=True),
        etag=ETag(supported=True),
        authentication_schemes=[
            AuthenticationScheme(
                type=AuthenticationScheme.Type.oauthbearertoken,
                name="API key",
                description="Authorization: Bearer and an API key with the permission scim:write.",
                spec_uri="https://www.rfc-editor.org/info/rfc6750",
                primary=True,
            )
        ],
        pagination=Pagination(
            cursor=True,
            index=True,
            default_pagination_method=Pagination.DefaultPaginationMethod.index,
            default_page_size=PAGE,
            max_page_size=LARGEST_PAGE,
        ),
    )


_POLICY: Final = ScimPolicy(
    # What directories send beyond our schemas (titles, phones, the enterprise extension) is left out and no error.
    unknown=ScimPolicy.Unknown.ignore,
    remove_value_as_filter=ScimPolicy.RemoveValue.apply,
    unmatched_path_filter=ScimPolicy.UnmatchedPathFilter.create,
)


class Service(ScimService):
    """The protocol without input and output; of a group it shows what `filling` puts in."""

    def publish(self, base_url: str, resource: Resource[Any]) -> Resource[Any]:
        """A resource in the form that is sent."""
        with_one(resource)
        return super().publish(base_url, resource)


@cache
def _service(base_url: str, secret: bytes) -> Service:
    provider = ScimProvider(models=[User, Group], config=configuration(base_url), policy=_POLICY)
    return Service(provider, secret=secret)


def service_of(runtime: Runtime) -> Service:
    """The process' service."""
    return _service(runtime.settings.base_url, runtime.keys.derived("scim cursors"))


class Handler(AsyncScimHandler):
    """Answers one request within a unit of work."""

    storage: Storage

    def __init__(self, service: Service, storage: Storage) -> None:
        super().__init__(service, storage)

    async def handle(self, request: ScimRequest) -> ScimResponse:
        """The answer, with the members of groups."""
        response = await super().handle(request)
        if response.body is not None:
            shown = response.body.get("Resources", [response.body])
            await fill(self.storage.work, [each for each in shown if isinstance(each, dict)], request.base_url)
        return response

    async def replace_resource(
        self,
        resource_type: ResourceType,
        current: Resource[Any],
        replacement: Resource[Any],
        conditions: Conditions,
    ) -> Resource[Any]:
        """Replace: whoever leaves out `active`, `externalId` or `members` says nothing of them."""
        told = replacement.model_fields_set
        if "external_id" not in told:
            replacement.external_id = current.external_id
        if isinstance(replacement, User) and isinstance(current, User) and "active" not in told:
            replacement.active = current.active
        if not isinstance(replacement, Group):
            return await super().replace_resource(resource_type, current, replacement, conditions)
        self.service.check_preconditions(current, "PUT", conditions)
        row = await self._group(resource_type, current.id)
        values = [each.value for each in replacement.members or ()]
        roster = Roster.of(member_ids(values)) if "members" in told else Roster()
        return await self.storage.change_group(row, replacement, roster)

    async def patch_resource(
        self, resource_type: ResourceType, resource_id: str, patch_op: PatchOp[Any], conditions: Conditions
    ) -> Resource[Any]:
        """Change: of a group, what is said of its members stands apart."""
        if resource_type.name != "Group":
            return await super().patch_resource(resource_type, resource_id, patch_op, conditions)
        current = await self.storage.get(resource_type, resource_id)
        assert isinstance(current, Group)
        self.service.check_preconditions(current, "PATCH", conditions)
        roster, rest = taken_apart(patch_op.operations or ())
        if rest:
            whole(rest).patch(current)
        return await self.storage.change_group(await self._group(resource_type, resource_id), current, roster)

    async def _group(self, resource_type: ResourceType, resource_id: str | None) -> group_tables.Group:
        row = await self.storage.row(resource_type, resource_id, lock=True)
        assert isinstance(row, group_tables.Group)
        return row
