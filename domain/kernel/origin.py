"""Where a request comes from: told by the edge, written into the audit log by whoever writes on the request's behalf.

It travels beside the call and not through it, since no command decides by it, and every one would have to pass it on.
"""

from __future__ import annotations

import re
from contextvars import ContextVar
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Final


class Agent(StrEnum):
    """The class of the program that sent a request, by its `User-Agent`; the text itself would tell people apart."""

    BROWSER = "browser"
    COMMAND_LINE = "command_line"
    PROGRAM = "program"
    UNKNOWN = "unknown"


_COMMAND_LINE: Final = re.compile(r"(curl|wget|httpie|milepost|xh)\b", re.IGNORECASE)
_PROGRAM: Final = re.compile(
    r"(python|node|go-http|java|okhttp|apache-http|axios|undici|ruby|php|guzzle|dotnet|rust|reqwest|perl|libwww|postman"
    r"|terraform|scim)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Origin:
    """The address that a request came from, behind trusted proxies, and what program says that it sent it."""

    address: str | None
    user_agent: str

    @cached_property
    def agent(self) -> Agent:
        """The class of the program."""
        if self.user_agent.startswith("Mozilla/"):
            return Agent.BROWSER
        if _COMMAND_LINE.match(self.user_agent):
            return Agent.COMMAND_LINE
        return Agent.PROGRAM if _PROGRAM.search(self.user_agent) else Agent.UNKNOWN


ORIGIN: ContextVar[Origin | None] = ContextVar("origin", default=None)
"""Of the request that is being answered; None in a worker."""


def address_now() -> str | None:
    """From where the request comes that is being answered; None in a worker."""
    origin = ORIGIN.get()
    return None if origin is None else origin.address
