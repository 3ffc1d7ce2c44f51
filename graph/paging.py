"""Which page of a list is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from graph.errors import BadInput
from graph.given import Given
from graph.request import Read
from graph.selecting import Selected

DEFAULT_SIZE: Final = 50
LARGEST_SIZE: Final = 200


def page_size(value: Any, name: str = "first") -> int:
    """A page's size. Raises `BadInput` that says the limit."""
    if not isinstance(value, int) or not 1 <= value <= LARGEST_SIZE:
        raise BadInput(f"{name} must be 1 to {LARGEST_SIZE} (default {DEFAULT_SIZE}), not {value}")
    return value


def both_given() -> BadInput:
    """The refusal of `first` together with `last`."""
    return BadInput(f"give first or last, not both; each is 1 to {LARGEST_SIZE}")


def present(selected: Selected, name: str) -> Given | None:
    """An argument that is there and not null."""
    given = selected.arguments.get(name)
    return None if given is None or given.value is None else given


@dataclass(frozen=True)
class Paging:
    """Which page is asked for."""

    backward: bool
    size: Given | None
    after: Given | None
    before: Given | None

    @classmethod
    def of(cls, selected: Selected) -> Paging:
        """The page that a field's arguments ask for. Raises `BadInput`."""
        first, last, after, before = (present(selected, name) for name in ("first", "last", "after", "before"))
        if first is not None and last is not None:
            raise both_given()
        return cls(last is not None, first or last, after, before)

    def size_read(self) -> Read:
        """Takes the page's size from a request. Raises `BadInput` outside the limits."""
        given = self.size
        if given is None:
            return lambda asking: DEFAULT_SIZE
        name = "last" if self.backward else "first"
        return lambda asking: page_size(given.read(asking.variables), name)
