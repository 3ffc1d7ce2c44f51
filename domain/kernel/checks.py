"""Whether a database can be worked with: asked at every start, and refused with a sentence that says what to do."""

from __future__ import annotations

import sqlalchemy as sa

from domain.kernel.database import Database, Role

ROLES: tuple[Role, ...] = ("app", "finder", "auth", "keeper")


class UnusableDatabase(Exception):
    """The database cannot be worked with; the text says why and what to change."""


async def check_database(database: Database, roles: tuple[Role, ...] = ROLES) -> None:
    """Raises `UnusableDatabase` where letters are misread, trigrams are missing, or a role has power over the locks."""
    await _check_letters(database)
    for role in roles:
        await _check_power(database, role)


async def _check_letters(database: Database) -> None:
    async with database.engine("app").connect() as connection:
        known = (await connection.execute(sa.text("SELECT to_regproc('show_trgm') IS NOT NULL"))).scalar_one()
        if not known:
            raise UnusableDatabase("the database lacks the extension pg_trgm: run `milepost migrate`")
        lower, trigrams = (
            await connection.execute(sa.text("SELECT lower('Ä') = 'ä', cardinality(show_trgm('风险')) > 0"))
        ).one()
    if not (lower and trigrams):
        raise UnusableDatabase(
            "the database's locale does not know letters outside ASCII: create it with "
            "LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8'"
        )


async def _check_power(database: Database, role: Role) -> None:
    """A superuser, a role that bypasses row level security, or an owner would pass the second lock by."""
    async with database.engine(role).connect() as connection:
        row = (
            await connection.execute(
                sa.text(
                    "SELECT current_user AS name, current_user = session_user AS itself, "
                    "rolsuper OR rolbypassrls OR rolcreaterole OR rolreplication AS powerful, "
                    "EXISTS (SELECT 1 FROM pg_class c WHERE c.relname = 'venture' "
                    "AND pg_has_role(current_user, c.relowner, 'MEMBER')) AS owner "
                    "FROM pg_roles WHERE rolname = current_user"
                )
            )
        ).one()
    if not row.itself or row.powerful or row.owner:
        raise UnusableDatabase(
            f"the role {row.name} has too much power over the database (superuser, BYPASSRLS, CREATEROLE, REPLICATION "
            f"or owner of the tables): connect as milepost_{role}, which `milepost migrate` makes"
        )
