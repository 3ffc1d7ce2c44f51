"""The names of the forms in which people are told: kind, role, language. `member` is the mail of a member.

`notice` is the mail to persons whom something concerns, though they did not choose it.
"""

from __future__ import annotations

from enum import StrEnum

from domain.channels.message import Language
from domain.kernel.principal import Role


class Shape(StrEnum):
    """What a form is rendered as."""

    EMAIL = "email"
    SLACK = "slack"
    TEAMS = "teams"
    MEMBER = "member"
    NOTICE = "notice"


def form_of(shape: str, role: Role | str, language: Language) -> str:
    """The name of a form."""
    return f"{Shape(shape)}:{Role(role)}:{language}"


def read_form(form: str) -> tuple[Shape, Language] | None:
    """Shape and language of a form; None for one of webhooks."""
    shape, _, rest = form.partition(":")
    if shape not in tuple(Shape):
        return None
    return Shape(shape), Language(rest.partition(":")[2])
