"""The routes of sign-in."""

from __future__ import annotations

import orjson
from starlette.requests import Request
from starlette.responses import Response

from api.auth.choosing import Choosing
from api.auth.device import Devices
from api.auth.ended_elsewhere import EndedElsewhere
from api.auth.inviting import Inviting
from api.auth.leaving import Leaving
from api.auth.registry import Registry
from api.auth.signing_in import SignIn
from api.middleware.context import NamedRoute
from domain.channels.links import Purpose
from domain.kernel.runtime import Runtime


def auth_routes(runtime: Runtime, registry: Registry) -> list[NamedRoute]:
    """All routes below `/auth`."""
    settings = runtime.settings
    inviting = Inviting(runtime)
    sign_in, choosing = SignIn(runtime, registry, inviting), Choosing(runtime)
    leaving = Leaving(runtime, registry)

    devices = Devices(runtime)

    async def list_providers(request: Request) -> Response:
        names = registry.of_installation
        rows = [{"name": name, "login_url": f"{settings.base_url}/auth/login?provider={name}"} for name in names]
        return Response(orjson.dumps({"data": rows}), media_type="application/json")

    return [
        NamedRoute("/auth/providers", list_providers),
        NamedRoute("/auth/login", sign_in.begin),
        NamedRoute("/auth/callback/{provider}", sign_in.finish),
        NamedRoute(Purpose.INVITATION.path, inviting.show),
        NamedRoute("/auth/select", choosing.select, methods=["GET", "POST"]),
        NamedRoute("/auth/switch", choosing.switch, methods=["POST"]),
        NamedRoute("/auth/device", devices.page, methods=["GET", "POST"]),
        NamedRoute("/auth/device/decide", devices.decide, methods=["POST"]),
        NamedRoute("/auth/device/token", devices.token, methods=["POST"]),
        NamedRoute("/auth/logout", leaving.leave, methods=["GET", "POST"]),
        NamedRoute("/auth/backchannel-logout/{provider}", EndedElsewhere(runtime, registry).end, methods=["POST"]),
    ]
