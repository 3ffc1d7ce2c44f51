"""Service accounts: programs that act in their own name, and whose keys outlive whoever made them."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field
from sqlmodel import col

from domain.kernel.commands import Done, command
from domain.kernel.editing import apply, load_for_change
from domain.kernel.errors import Conflict
from domain.kernel.inputs import Change, IdOf, Input, LongText, Title, may_be_left_out
from domain.kernel.principal import Role
from domain.kernel.work import Work
from domain.tenancy.permissions import Action
from domain.tenancy.reach import check_reach, check_role, check_ventures
from domain.tenancy.tables import ServiceAccount

ServiceAccountId = Annotated[UUID, IdOf("service_account")]
VentureIds = Annotated[list[Annotated[UUID, IdOf("venture")]], Field(max_length=500)]
Subject = Annotated[str, Field(min_length=1, max_length=255, pattern=r"^[!-~]+$", examples=["warehouse-sync"])]

SUBJECTS = "service_account_subjects"
"""Guard behind which is held that no two accounts answer to the same subject."""


class CreateServiceAccount(Input):
    """A new service account."""

    title: Title = Field(description="What it is called.", examples=["Warehouse sync"])
    description: LongText | None = Field(None, description="What it is for.", examples=["Copies risks every night."])
    role: Role = Field(Role.VIEWER, description="What it may do, at most; never above your own role.")
    venture_ids: VentureIds | None = Field(None, description="The only ventures that it may see; left out: all.")
    subject: Subject | None = Field(
        None, description="The `sub` of bearer tokens by which the tenant's own issuer names it; left out: it has keys."
    )


class UpdateServiceAccount(Change):
    """Changes to a service account: what is left out stays, null clears."""

    id: ServiceAccountId = Field(description="The service account.")
    title: Title = may_be_left_out("What it is called.")
    description: LongText | None = Field(None, description="What it is for.")
    role: Role = may_be_left_out("What it may do, at most; never above your own role.")
    venture_ids: VentureIds | None = Field(None, description="The only ventures that it may see; null: all.")
    subject: Subject | None = Field(None, description="The `sub` of bearer tokens of the tenant's own issuer.")


class NameServiceAccount(Change):
    """Which service account is meant."""

    id: ServiceAccountId = Field(description="The service account.")


@command(Action.API_KEY_WRITE, returns={"service_account": "service_account"}, creates=True)
async def create_service_account(work: Work, given: CreateServiceAccount) -> Done:
    """Create a service account: a program that acts in its own name. Its keys are made as all keys are."""
    check_role(work, given.role)
    venture_ids = await check_ventures(work, given.venture_ids)
    await _take_subject(work, given.subject)
    account = work.new(ServiceAccount, **given.sent("venture_ids", "role"), role=given.role, venture_ids=venture_ids)
    return Done({"service_account": account.id})


@command(Action.API_KEY_WRITE, returns={"service_account": "service_account"})
async def update_service_account(work: Work, given: UpdateServiceAccount) -> Done:
    """Change a service account. What it loses, its keys lose with it."""
    account = await load_for_change(work, ServiceAccount, given.id, given.expected_version)
    _check_reach(work, account)
    changes = given.sent("id", "expected_version")
    if "role" in changes:
        check_role(work, given.role)
    if "venture_ids" in changes:
        changes["venture_ids"] = await check_ventures(work, given.venture_ids)
    if given.subject != account.subject:
        await _take_subject(work, given.subject)
    apply(account, changes)
    return Done({"service_account": account.id})


@command(Action.API_KEY_WRITE, returns={"service_account": "service_account"})
async def archive_service_account(work: Work, given: NameServiceAccount) -> Done:
    """Archive a service account: neither it nor any of its keys can act any more. Twice is once."""
    account = await load_for_change(work, ServiceAccount, given.id, given.expected_version, archived=True)
    _check_reach(work, account)
    if account.archived_at is None:
        account.archived_at = work.now
    return Done({"service_account": account.id})


@command(Action.API_KEY_WRITE, returns={"service_account": "service_account"})
async def restore_service_account(work: Work, given: NameServiceAccount) -> Done:
    """Take a service account out of the archive: it and those of its keys that were not revoked act again."""
    account = await load_for_change(work, ServiceAccount, given.id, given.expected_version, archived=True)
    _check_reach(work, account)
    if account.archived_at is not None:
        await _take_subject(work, account.subject)
        account.archived_at = None
    return Done({"service_account": account.id})


def _check_reach(work: Work, account: ServiceAccount) -> None:
    check_role(work, account.role, "the account's role")
    check_reach(work, account.venture_ids, "the account")


async def _take_subject(work: Work, subject: str | None) -> None:
    if subject is None:
        return
    await work.guard(SUBJECTS)
    taken = sa.select(sa.func.count()).where(
        col(ServiceAccount.tenant_id) == work.tenant_id,
        col(ServiceAccount.subject) == subject,
        col(ServiceAccount.archived_at).is_(None),
    )
    if (await work.session.execute(taken)).scalar_one():
        raise Conflict.at("subject", message="another service account has this subject")
