"""Service accounts of a tenant."""

from __future__ import annotations

from api.rest.operation import Operation
from api.rest.resource import Resource
from api.rest.rows import EntityList, Rows
from api.rest.shown import ShownServiceAccount
from domain.kernel.commands import COMMANDS
from domain.tenancy.permissions import Action
from domain.tenancy.tables import ServiceAccount

SERVICE_ACCOUNTS = Resource(
    path="service-accounts",
    noun="service account",
    nouns="service accounts",
    tag="Service accounts",
    prefix="service_account",
    reader=Rows(ServiceAccount, ShownServiceAccount, reaching=True),
    schema=ShownServiceAccount,
    query=EntityList,
    read_action=Action.API_KEY_READ,
)


def operations() -> list[Operation]:
    """All that can be asked of service accounts."""
    return [
        SERVICE_ACCOUNTS.lists("List the service accounts, the oldest first."),
        SERVICE_ACCOUNTS.reads(),
        SERVICE_ACCOUNTS.creates(COMMANDS["create_service_account"]),
        SERVICE_ACCOUNTS.changes(COMMANDS["update_service_account"]),
        SERVICE_ACCOUNTS.archives(COMMANDS["archive_service_account"]),
        SERVICE_ACCOUNTS.verb(COMMANDS["restore_service_account"], "restore"),
    ]
