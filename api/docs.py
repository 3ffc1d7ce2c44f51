"""What people read: the start page, the reference of REST at `/docs`, and what each problem's code means."""

from __future__ import annotations

import asyncio
from functools import cache
from pathlib import Path

import orjson
from starlette.requests import Request
from starlette.responses import FileResponse, Response

from api.middleware.context import NamedRoute
from api.openapi import openapi_document
from api.pages import link, page, paragraph
from api.problems import TITLES, Refusal
from domain.kernel.settings import Settings

_STATIC = Path(__file__).parent / "static"
_FILES = {
    "swagger-ui.css": "text/css; charset=utf-8",
    "swagger-ui-bundle.js": "text/javascript; charset=utf-8",
    "docs.js": "text/javascript; charset=utf-8",
}


def docs_routes() -> list[NamedRoute]:
    """The routes of all that is for reading."""
    return [
        NamedRoute("/", _start),
        NamedRoute("/docs", _docs),
        NamedRoute("/docs/{file}", _file),
        NamedRoute("/openapi.json", _openapi),
        NamedRoute("/problems/{code}", _problem),
    ]


async def _start(request: Request) -> Response:
    base = _settings(request).base_path
    body = (
        paragraph("Project management for people who run AI ventures.")
        + link(f"{base}/graphql", "GraphQL")
        + link(f"{base}/docs", "REST")
        + link(f"{base}/auth/login", "Sign in")
    )
    return page("Milepost", body)


async def _docs(request: Request) -> Response:
    base = _settings(request).base_path
    body = (
        f'<link rel="stylesheet" href="{base}/docs/swagger-ui.css">'
        f'<div id="reference" data-document="{base}/openapi.json"></div>'
        f'<script src="{base}/docs/swagger-ui-bundle.js"></script><script src="{base}/docs/docs.js"></script>'
    )
    html = f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Milepost REST</title>{body}</html>'
    return Response(html, media_type="text/html")


async def _file(request: Request) -> Response:
    name = request.path_params["file"]
    if name not in _FILES:
        raise Refusal(404, "NOT_FOUND", "there is nothing at this path")
    return FileResponse(_STATIC / name, media_type=_FILES[name], headers={"Cache-Control": "public, max-age=3600"})


async def _openapi(request: Request) -> Response:
    body = await asyncio.to_thread(_openapi_text, _settings(request).base_url)
    return Response(body, media_type="application/json")


@cache
def _openapi_text(base_url: str) -> bytes:
    """The document, made once: that takes a second, which nobody else has to wait for."""
    return orjson.dumps(openapi_document(base_url))


async def _problem(request: Request) -> Response:
    code = request.path_params["code"]
    if code not in TITLES:
        raise Refusal(404, "NOT_FOUND", "there is nothing at this path")
    return page(code, paragraph(TITLES[code]))


def _settings(request: Request) -> Settings:
    settings = request.app.state.runtime.settings
    assert isinstance(settings, Settings)
    return settings
