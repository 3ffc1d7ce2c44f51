"""Categories and sub-types of risks: the tenant's own beside those built in."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field
from sqlmodel import col

from domain.kernel.commands import Done, command
from domain.kernel.editing import apply, load_for_change
from domain.kernel.errors import Conflict, Invalid, InvalidState
from domain.kernel.inputs import Change, Code, IdOf, Input, Title, may_be_left_out
from domain.kernel.work import Work
from domain.risks.tables import Risk, RiskCategory
from domain.tenancy.permissions import Action
from domain.tenancy.reach import check_unrestricted

MOST_CATEGORIES = 300
"""Categories and sub-types of a tenant that are in use."""

CategoryId = Annotated[UUID, IdOf("risk_category")]


class LocalName(Input):
    """A name in one language."""

    locale: str = Field(
        pattern=r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$",
        description="The language, such as en or zh-CN.",
        examples=["en"],
    )
    name: Title = Field(description="The name in it.", examples=["Supply of compute"])


Names = Annotated[list[LocalName], Field(min_length=1, max_length=20)]


class CreateRiskCategory(Input):
    """A new category, or with `parent` a new sub-type of one."""

    code: Code = Field(description="Its code, unique in the tenant.", examples=["compute"])
    parent: Code | None = Field(None, description="Code of the category that a sub-type belongs to.")
    names: Names = Field(description="Its name, in one language or several.")


class UpdateRiskCategory(Change):
    """Other names of a category or sub-type; its code stays, since risks carry it."""

    id: CategoryId = Field(description="The category or sub-type.")
    names: Names = may_be_left_out("Its name, in one language or several; all of them are replaced.")


class ArchiveRiskCategory(Change):
    """Which category or sub-type to archive."""

    id: CategoryId = Field(description="The category or sub-type.")


class RestoreRiskCategory(Change):
    """Which category or sub-type to restore."""

    id: CategoryId = Field(description="The category or sub-type.")


@command(Action.RISK_CONFIGURE, returns={"risk_category": "risk_category"}, creates=True)
async def create_risk_category(work: Work, given: CreateRiskCategory) -> Done:
    """Add a category of risks, or a sub-type of one."""
    check_unrestricted(work)
    await work.guard("risk_categories")
    parents = await categories(work)
    _check_place(parents, given.code, given.parent)
    row = work.new(RiskCategory, code=given.code, parent=given.parent, names=_named(given.names))
    return Done({"risk_category": row.id})


@command(Action.RISK_CONFIGURE, returns={"risk_category": "risk_category"})
async def update_risk_category(work: Work, given: UpdateRiskCategory) -> Done:
    """Change the names of a category or sub-type."""
    check_unrestricted(work)
    row = await load_for_change(work, RiskCategory, given.id, given.expected_version)
    if "names" in given.model_fields_set:
        apply(row, {"names": _named(given.names)})
    return Done({"risk_category": row.id})


@command(Action.RISK_CONFIGURE, returns={"risk_category": "risk_category"})
async def archive_risk_category(work: Work, given: ArchiveRiskCategory) -> Done:
    """Archive a category or sub-type that no risk carries and under which nothing stands."""
    check_unrestricted(work)
    await work.guard("risk_categories")
    row = await load_for_change(work, RiskCategory, given.id, given.expected_version, archived=True)
    if row.archived_at is None:
        await _check_unused(work, row)
        row.archived_at = work.now
    return Done({"risk_category": row.id})


@command(Action.RISK_CONFIGURE, returns={"risk_category": "risk_category"})
async def restore_risk_category(work: Work, given: RestoreRiskCategory) -> Done:
    """Take a category or sub-type out of the archive."""
    check_unrestricted(work)
    await work.guard("risk_categories")
    row = await load_for_change(work, RiskCategory, given.id, given.expected_version, archived=True)
    if row.archived_at is not None:
        _check_place(await categories(work), row.code, row.parent, "id", "id")
        row.archived_at = None
    return Done({"risk_category": row.id})


async def categories(work: Work) -> dict[str, str | None]:
    """The codes in use, each with that of the category above it."""
    rows = await work.session.execute(
        sa.select(col(RiskCategory.code), col(RiskCategory.parent)).where(
            col(RiskCategory.tenant_id) == work.tenant_id, col(RiskCategory.archived_at).is_(None)
        )
    )
    return {row.code: row.parent for row in rows}


async def check_category(work: Work, category: str, sub_type: str | None) -> None:
    """Raises `Invalid` unless both are the tenant's, and the sub-type is one of the category."""
    parents = await categories(work)
    check_top(parents, category)
    if sub_type is not None and parents.get(sub_type, "") != category:
        known = sorted(code for code, parent in parents.items() if parent == category)
        raise Invalid.at("sub_type", message=f"is no sub-type of {category}; there are {', '.join(known)}")


def check_top(parents: dict[str, str | None], category: str, *path: str) -> None:
    """Raises `Invalid` at `path` (`category` unless said) unless the code is a category in use."""
    tops = sorted(code for code, parent in parents.items() if parent is None)
    if category not in tops:
        message = f"is no category of this tenant; there are {', '.join(tops)}"
        raise Invalid.at(*(path or ("category",)), message=message)


def _check_place(
    parents: dict[str, str | None], code: str, parent: str | None, at: str = "code", under: str = "parent"
) -> None:
    if code in parents:
        raise Conflict.at(at, message=f"the code {code} is taken by a category or sub-type in use")
    if len(parents) >= MOST_CATEGORIES:
        raise Invalid.at(at, message=f"a tenant has at most {MOST_CATEGORIES} categories and sub-types")
    if parent is not None:
        check_top(parents, parent, under)


async def _check_unused(work: Work, row: RiskCategory) -> None:
    if any(parent == row.code for parent in (await categories(work)).values()):
        raise InvalidState.at("id", message=f"{row.code} has sub-types; archive them first")
    carried = col(Risk.category) if row.parent is None else col(Risk.sub_type)
    condition = [col(Risk.tenant_id) == work.tenant_id, col(Risk.archived_at).is_(None), carried == row.code]
    if row.parent is not None:
        condition.append(col(Risk.category) == row.parent)
    count = (await work.session.execute(sa.select(sa.func.count()).select_from(Risk).where(*condition))).scalar_one()
    if count:
        raise InvalidState.at("id", message=f"{count} risks carry {row.code}; give them another first")


def _named(names: list[LocalName]) -> dict[str, str]:
    found: dict[str, str] = {}
    for position, one in enumerate(names):
        if one.locale in found:
            raise Invalid.at("names", position, "locale", message=f"{one.locale} is named twice")
        found[one.locale] = one.name
    return found
