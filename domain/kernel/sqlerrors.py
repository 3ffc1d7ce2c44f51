"""What PostgreSQL refuses, told as the domain's errors: by SQLSTATE and the constraint's stem, never by its text."""

from __future__ import annotations

import re

from sqlalchemy.exc import DBAPIError

from domain.kernel.errors import Busy, Conflict, DomainError, Invalid, NotFound
from domain.kernel.tables import metadata


def sqlstate_of(error: DBAPIError) -> str:
    """The five characters of PostgreSQL's code; empty where the driver itself failed."""
    return getattr(error.orig, "sqlstate", None) or getattr(error.orig, "pgcode", None) or ""


def constraint_of(error: DBAPIError) -> str:
    """The stem of the violated constraint's name: a shard's number at its end is dropped. Empty if none."""
    cause = getattr(error.orig, "__cause__", None)
    name = getattr(cause, "constraint_name", None)
    if not name:
        match = re.search(r'constraint "([^"]+)"', str(cause or ""))
        name = match[1] if match else ""
    return re.sub(r"_\d+$", "", name)


def _field_of(constraint: str) -> str:
    """The field that a constraint's name tells of: `uq_venture_key` is about `key`."""
    stem = constraint.partition("_")[2]
    owners = (name for name in metadata.tables if stem.startswith(f"{name}_"))
    return stem.removeprefix(f"{max(owners, key=len, default='')}_")


def refusal_of(error: DBAPIError) -> DomainError:
    """The refusal for an error of the database; anything unexpected is raised again as it is."""
    state, field = sqlstate_of(error), _field_of(constraint_of(error))
    match state:
        case "23505":
            return Conflict.at(field, message="is taken already; choose another")
        case "23503":
            return NotFound.at(field)
        case "23514" | "22001" | "22003" | "22008":
            return Invalid.at(field, message="is outside its limits")
        case "57014":
            return Busy("the database took too long and the statement was ended; ask for less, or try again")
        case "55P03" | "53300" | "57P01" | "57P02" | "57P03" | "08006" | "08003" | "08001" | "53100":
            return Busy("the database cannot answer at this moment; try again")
    if error.connection_invalidated:
        return Busy("the database cannot answer at this moment; try again")
    raise error
