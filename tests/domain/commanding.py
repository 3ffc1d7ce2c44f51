"""Running commands in tests as the APIs do: raw input in, ids out."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from domain.kernel.commands import COMMANDS, Done, execute
from domain.kernel.ids import external_id
from domain.kernel.principal import Principal
from domain.kernel.runtime import Runtime


class Caller:
    """A principal that asks commands by name with external ids and plain JSON values."""

    def __init__(self, runtime: Runtime, principal: Principal) -> None:
        self.runtime = runtime
        self.principal = principal

    async def ask(self, name: str, /, **given: Any) -> Done:
        """Run a command; raises what it refuses with."""
        command = COMMANDS[name]
        return await execute(self.runtime, self.principal, command, command.input.model_validate(given))

    async def make(self, name: str, /, **given: Any) -> UUID:
        """Run a command that creates something; answers the new id."""
        done = await self.ask(name, **given)
        return next(iter(done.ids.values()))

    async def venture(self, name: str = "Aurora") -> str:
        """A venture's external id."""
        return external_id("venture", await self.make("create_venture", name=name))

    async def milestone(self, venture: str, title: str = "Prototype", **more: Any) -> str:
        """A milestone's external id."""
        return external_id("milestone", await self.make("create_milestone", venture_id=venture, title=title, **more))

    async def risk(self, venture: str, title: str = "Licence lost", **more: Any) -> str:
        """A risk's external id."""
        return external_id(
            "risk", await self.make("create_risk", venture_id=venture, title=title, category="legal", **more)
        )
