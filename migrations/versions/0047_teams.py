"""People who need not be members, their skills, the roles of ventures and who fills them, and meetings."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0047"
down_revision = "0046"
branch_labels = None
depends_on = None

FUNCTIONS = "function IN ('core_technology', 'business', 'technical_support', 'software_development')"
KINDS = "kind IN ('progress', 'review', 'retrospective')"
KEYS = (
    ("person", "member_id", "membership"),
    ("person_skill", "person_id", "person"),
    ("person_skill", "skill_id", "skill"),
    ("role_requirement", "venture_id", "venture"),
    ("role_requirement", "milestone_id", "milestone"),
    ("role_requirement", "team_id", "team"),
    ("role_requirement", "skill_id", "skill"),
    ("role_holder", "venture_id", "venture"),
    ("role_holder", "role_requirement_id", "role_requirement"),
    ("role_holder", "person_id", "person"),
    ("meeting", "venture_id", "venture"),
    ("meeting_attendee", "venture_id", "venture"),
    ("meeting_attendee", "meeting_id", "meeting"),
    ("meeting_attendee", "person_id", "person"),
)
INDEXES = (
    ("person", "member_id"),
    ("person", "name"),
    ("skill", "name"),
    ("person_skill", "skill_id"),
    ("role_requirement", "venture_id", "title"),
    ("role_requirement", "title"),
    ("role_requirement", "milestone_id"),
    ("role_requirement", "team_id"),
    ("role_requirement", "skill_id"),
    ("role_holder", "venture_id"),
    ("role_holder", "role_requirement_id"),
    ("role_holder", "person_id"),
    ("meeting", "venture_id", "planned_on"),
    ("meeting", "planned_on"),
    ("meeting_attendee", "venture_id"),
    ("meeting_attendee", "meeting_id"),
    ("meeting_attendee", "person_id"),
)
UNIQUE = (
    ("uq_person_member_id", "person", ("member_id",), "member_id IS NOT NULL AND archived_at IS NULL"),
    ("uq_skill_name", "skill", ("name",), "archived_at IS NULL"),
    ("uq_person_skill_ends", "person_skill", ("person_id", "skill_id"), "archived_at IS NULL"),
    ("uq_role_holder_ends", "role_holder", ("role_requirement_id", "person_id"), "archived_at IS NULL"),
    ("uq_meeting_attendee_ends", "meeting_attendee", ("meeting_id", "person_id"), "archived_at IS NULL"),
)


def _entity(name: str, *columns: Any) -> None:
    op.create_table(
        name,
        sa.Column("tenant_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        *columns,
        sa.PrimaryKeyConstraint("tenant_id", "id", name=op.f(f"pk_{name}")),
    )
    op.protect_tenant_table(name)


def _id(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Uuid(), nullable=nullable)


def _text(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Text(), nullable=nullable)


def _day(name: str, *, nullable: bool = True) -> sa.Column[Any]:
    return sa.Column(name, sa.Date(), nullable=nullable)


def _number(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer(), nullable=nullable)


def _check(table: str, name: str, condition: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(condition, name=op.f(f"ck_{table}_{name}"))


def upgrade() -> None:
    _entity(
        "person",
        *(_text("name"), _text("email", nullable=True), _text("title", nullable=True), _id("member_id", nullable=True)),
        *(_day("leaves_on"), _day("away_from"), _day("away_until")),
        _check("person", "away", "away_until IS NULL OR away_from <= away_until"),
    )
    _entity(
        "skill",
        *(_text("name"), _text("function"), _text("description", nullable=True)),
        _check("skill", "function", FUNCTIONS),
    )
    _entity(
        "person_skill",
        *(_id("person_id"), _id("skill_id"), _number("level")),
        _check("person_skill", "level", "level BETWEEN 1 AND 5"),
    )
    _entity(
        "role_requirement",
        *(_id("venture_id"), _id("milestone_id", nullable=True), _id("team_id", nullable=True), _text("title")),
        *(_text("description", nullable=True), _text("function"), _id("skill_id", nullable=True)),
        *(_number("least_level", nullable=True), _number("headcount")),
        sa.Column("is_core", sa.Boolean(), nullable=False),
        *(_day("needed_from"), _day("needed_until")),
        _check("role_requirement", "function", FUNCTIONS),
        _check("role_requirement", "headcount", "headcount BETWEEN 1 AND 1000"),
        _check(
            "role_requirement",
            "least_level",
            "least_level IS NULL OR (skill_id IS NOT NULL AND least_level BETWEEN 1 AND 5)",
        ),
        _check(
            "role_requirement", "dates", "needed_from IS NULL OR needed_until IS NULL OR needed_from <= needed_until"
        ),
    )
    _entity(
        "role_holder",
        *(_id("venture_id"), _id("role_requirement_id"), _id("person_id"), _number("share", nullable=True)),
        *(_day("from_on"), _day("until_on")),
        _check("role_holder", "share", "share BETWEEN 1 AND 100"),
        _check("role_holder", "dates", "from_on IS NULL OR until_on IS NULL OR from_on <= until_on"),
    )
    _entity(
        "meeting",
        *(_id("venture_id"), _text("title"), _text("kind"), _day("planned_on", nullable=False), _day("held_on")),
        _text("notes", nullable=True),
        _check("meeting", "kind", KINDS),
    )
    _entity("meeting_attendee", _id("venture_id"), _id("meeting_id"), _id("person_id"))
    for table, *columns in INDEXES:
        op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, ["tenant_id", *columns])
    for name, table, unique, used in UNIQUE:
        op.create_index(name, table, ["tenant_id", *unique], unique=True, postgresql_where=sa.text(used))
    for table, column, target in KEYS:
        op.create_foreign_key(op.f(f"fk_{table}_{column}"), table, target, ["tenant_id", column], ["tenant_id", "id"])


def downgrade() -> None:
    for table in (
        *("meeting_attendee", "meeting", "role_holder", "role_requirement", "person_skill", "skill", "person"),
    ):
        op.drop_table(table)
