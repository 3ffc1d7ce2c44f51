"""A small entity, declared as a newcomer would: its table, its commands, its type. Loaded ahead of all else by `-p`.

Two of its commands have a hole each, which whoever looks for holes must find.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, Final
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateIndex, CreateTable

import domain.commands
import domain.everything  # noqa: F401  # ours comes after all tables there are
import migrations.run
from domain.kernel.columns import money, reference, text
from domain.kernel.commands import Done, command
from domain.kernel.editing import apply, archiving_commands, load_for_change
from domain.kernel.inputs import Change, IdOf, Input, Money, Title, may_be_left_out
from domain.kernel.outward import stored_row
from domain.kernel.settings import Settings
from domain.kernel.tables import POLICY, Entity, index, refers
from domain.kernel.work import Work
from domain.tenancy.permissions import Action
from domain.ventures.tables import Venture
from graph.deriving import can, columns, entity, to_one
from graph.entities import resources
from migrations.roles import APP, KEEPER, OWNER


class Gadget(Entity, table=True):
    """A thing that a venture has."""

    __tablename__ = "gadget"
    prefix = "gadget"
    word = "gadget"
    searched = ("name",)

    venture_id: UUID = reference()
    name: str = text()
    price: Decimal | None = money(None)
    __table_args__ = (refers("venture_id", "venture"), index("venture_id"), index("name"))


GadgetId = Annotated[UUID, IdOf("gadget")]


class CreateGadget(Input):
    """A new gadget."""

    venture_id: Annotated[UUID, IdOf("venture")] = Field(description="The venture.")
    name: Title = Field(description="Its name.")
    price: Money | None = Field(None, description="What it costs.")


class UpdateGadget(Change):
    """Changes to a gadget."""

    id: GadgetId = Field(description="The gadget.")
    name: Title = may_be_left_out("Its name.")
    price: Money | None = Field(None, description="What it costs.")


class NameGadget(Input):
    """Which gadget."""

    gadget_id: GadgetId = Field(description="The gadget.")


@command(Action.RESOURCE_WRITE, returns={"gadget": "gadget"}, creates=True)
async def create_gadget(work: Work, given: CreateGadget) -> Done:
    """Add a gadget."""
    await work.get(Venture, given.venture_id, "venture_id", archived=False)
    return Done({"gadget": work.new(Gadget, **given.sent()).id})


@command(Action.RESOURCE_WRITE, returns={"gadget": "gadget"})
async def update_gadget(work: Work, given: UpdateGadget) -> Done:
    """Change a gadget."""
    row = await load_for_change(work, Gadget, given.id, given.expected_version)
    apply(row, given.sent("id", "expected_version"))
    return Done({"gadget": row.id})


@command(Action.RESOURCE_WRITE, returns={"gadget": "gadget"})
async def shout_gadget(work: Work, given: NameGadget) -> Done:
    """Has a hole: it tells of a change that there is none of."""
    row = await work.get(Gadget, given.gadget_id, "gadget_id")
    work.emit("gadget.updated", ("gadget", row.id), stored_row(row), version=row.version)
    return Done({"gadget": row.id})


@command(Action.RESOURCE_WRITE, returns={"gadget": "gadget"})
async def trust_gadget(work: Work, given: NameGadget) -> Done:
    """Has a hole: it does not ask whose the id is."""
    return Done({"gadget": given.gadget_id})


archiving_commands(Gadget, Action.RESOURCE_WRITE, __name__)

GADGET: Final = entity(
    Gadget,
    [
        columns(Gadget, {"name": "Its name.", "price": "What it costs."}),
        to_one(Gadget, "venture_id", "venture", "The venture it belongs to."),
        can(edit=Action.RESOURCE_WRITE),
    ],
    order=("name",),
)
resources.ENTITIES = (*resources.ENTITIES, GADGET)  # type: ignore[assignment]  # one more

_usual: Final = migrations.run.migrate


async def _migrate(settings: Settings, *more: Any) -> None:
    """The database as it is, and the gadget's table with its locks, as a migration would have it."""
    from tests.contract.catalogue import superuser

    await _usual(settings, *more)
    table: sa.Table = Gadget.__table__  # type: ignore[attr-defined]  # set by the mapper
    made = [CreateTable(table), *(CreateIndex(each) for each in table.indexes)]
    locks = [
        f"ALTER TABLE gadget OWNER TO {OWNER}",
        "ALTER TABLE gadget ENABLE ROW LEVEL SECURITY",
        "ALTER TABLE gadget FORCE ROW LEVEL SECURITY",
        f"CREATE POLICY tenant ON gadget FOR ALL TO {APP}, {KEEPER} USING ({POLICY}) WITH CHECK ({POLICY})",
        f"GRANT SELECT, INSERT, UPDATE ON gadget TO {APP}",
        f"GRANT SELECT, DELETE ON gadget TO {KEEPER}",
    ]
    async with superuser(settings) as database:
        for statement in [*(str(each.compile(dialect=postgresql.dialect())) for each in made), *locks]:
            await database.execute(statement)


migrations.run.migrate = _migrate  # type: ignore[assignment]  # before anybody asks for it
