"""`milepost export download`: fetches an archive, goes on where it was interrupted, and looks whether it is whole."""

from __future__ import annotations

import hashlib
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated, Any, Final

import httpx
import typer
from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn

from cli.administration.access import Access, Asked, access_of
from cli.administration.audit import BaseUrl, KeyFile, Tenant
from cli.administration.calling import CallError, Status
from cli.administration.showing import say

_EXPORT: Final = "/v1/tenants/{tenant_id}/exports/{id}"
_ATTEMPTS: Final = 5
_UNDER_WAY: Final = ("queued", "running")
_PAUSE: Final = 2.0


def download(
    id: Annotated[str, typer.Argument(metavar="ID", help="Its id.")],
    to: Annotated[Path, typer.Option("--to", metavar="FILE", help="Where to write it; a part that is there is kept.")],
    wait: Annotated[bool, typer.Option("--wait", help="Wait until the archive is ready.")] = False,
    tenant: Tenant = "",
    base_url: BaseUrl = "",
    key_file: KeyFile = "",
) -> None:
    """Fetch the archive of an export. What was fetched before, into the same file, is not fetched again."""
    access = access_of(Asked(base_url, key_file, tenant))
    export = _ready(access, id, wait=wait)
    part = to.with_name(f"{to.name}.part")
    try:
        _fetch(access, id, export, part)
        with part.open("rb") as written:
            if hashlib.file_digest(written, "sha256").hexdigest() != export["sha256"]:
                part.unlink()
                raise CallError("what was fetched is not the archive: its SHA-256 differs; fetch it again")
        part.rename(to)
    except OSError as error:
        raise CallError(f"--to: {to}: {error.strerror}", Status.WRONG_USE) from None
    say(f"{to}: {export['size']} bytes, SHA-256 {export['sha256']}")


def _ready(access: Access, id: str, *, wait: bool) -> Any:
    while True:
        export = access.calling.ask("GET", access.path(_EXPORT, id=id))
        if export["state"] == "ready":
            return export
        if not wait or export["state"] not in _UNDER_WAY:
            hint = "; --wait waits for it" if export["state"] in _UNDER_WAY else ""
            raise CallError(f"the export is {export['state']}: there is no archive to fetch{hint}", Status.CONFLICT)
        time.sleep(_PAUSE)


def _fetch(access: Access, id: str, export: Mapping[str, Any], part: Path) -> None:
    """Fetch what is missing of the archive; a connection that breaks is taken up again while something arrives."""
    left = _ATTEMPTS
    columns = (TextColumn("fetching"), BarColumn(), DownloadColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty()) as progress:
        task = progress.add_task("fetching", total=export["size"])
        while (there := part.stat().st_size if part.exists() else 0) < export["size"]:
            progress.update(task, completed=there)
            try:
                _append(access, id, export, part, there, lambda more: progress.advance(task, more))
            except CallError as error:
                gained = part.exists() and part.stat().st_size > there
                left = _ATTEMPTS if gained else left - 1
                if error.status is not Status.UNREACHABLE or not left:
                    raise


def _append(
    access: Access, id: str, export: Mapping[str, Any], part: Path, there: int, tell: Callable[[int], None]
) -> None:
    headers = {"Range": f"bytes={there}-", "If-Range": f'"{export["sha256"]}"'} if there else {}
    with access.calling.streaming(access.path(f"{_EXPORT}/content", id=id), headers=headers) as answer:
        goes_on = answer.status_code == httpx.codes.PARTIAL_CONTENT
        with part.open("ab" if goes_on else "wb") as out:
            for piece in answer.iter_bytes():
                out.write(piece)
                tell(len(piece))
