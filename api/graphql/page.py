"""GraphiQL for browsers: files that ship with the product, so that it works without the internet."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import Final

from starlette.requests import Request
from starlette.responses import FileResponse, Response

from api.middleware.context import NamedRoute
from api.problems import Refusal

_FOLDER: Final = Path(__file__).parent / "static"
_FILES: Final = {
    "graphiql.min.js": "text/javascript; charset=utf-8",
    "graphiql.min.css": "text/css; charset=utf-8",
    "react.production.min.js": "text/javascript; charset=utf-8",
    "react-dom.production.min.js": "text/javascript; charset=utf-8",
    "start.js": "text/javascript; charset=utf-8",
}
POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self' data:; "
    "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


def page_response(base_path: str) -> Response:
    """The page."""
    base = escape(f"{base_path}/graphql/static")
    scripts = "".join(
        f'<script src="{base}/{name}"></script>'
        for name in ("react.production.min.js", "react-dom.production.min.js", "graphiql.min.js", "start.js")
    )
    text = (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Milepost GraphQL</title>'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f'<link rel="stylesheet" href="{base}/graphiql.min.css">'
        "<style>html,body,#graphiql{height:100%;margin:0}</style></head>"
        f'<body><div id="graphiql" data-address="{escape(base_path)}/graphql"></div>{scripts}</body></html>'
    )
    return Response(text, media_type="text/html", headers={"Content-Security-Policy": POLICY, "Vary": "Accept"})


def static_route() -> NamedRoute:
    """The route of the page's files."""
    return NamedRoute("/graphql/static/{file}", _file)


async def _file(request: Request) -> Response:
    name = request.path_params["file"]
    if name not in _FILES:
        raise Refusal(404, "NOT_FOUND", "there is nothing at this path")
    return FileResponse(_FOLDER / name, media_type=_FILES[name], headers={"Cache-Control": "public, max-age=3600"})
