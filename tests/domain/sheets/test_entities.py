"""What sheets can make, as the list of commands tells it."""

from __future__ import annotations

import pytest

import domain.commands  # noqa: F401  # every command is known
from domain.kernel.tables import Entity
from domain.sheets.entities import importables
from domain.sheets.fields import Form


@pytest.mark.parametrize("word", sorted(importables()))
def test_no_line_names_a_row_that_a_line_before_it_makes(word: str) -> None:
    """References are looked up before a slice is tried, so a name must be of another type than the sheet.

    Whoever declares one that names its own type lets lines be looked up in their turn.
    """
    found = importables()[word]
    own = {
        name
        for name, field in {**found.fields, **found.changeable}.items()
        if field.form is Form.REFERENCE and field.prefix == found.table.prefix
    }
    assert not own or not issubclass(found.table, Entity), own
