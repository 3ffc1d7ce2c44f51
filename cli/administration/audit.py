"""`milepost audit export|verify`: the log is written as it arrives, and its chain gone along part by part."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any, BinaryIO, Final

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from cli.administration.access import Access, Asked, access_of
from cli.administration.calling import CallError, Status
from cli.administration.showing import print_json, print_rows, say

_ANCHOR: Final = re.compile(r"(\d{1,18}):([0-9a-f]{64})", re.ASCII)
_LOG: Final = "/v1/tenants/{tenant_id}/audit-log"

BaseUrl = Annotated[str, typer.Option(help="Address of Milepost; else MILEPOST_URL, else that of `make up`.")]
KeyFile = Annotated[
    str, typer.Option(metavar="FILE", help="File with the key, - for standard input; else MILEPOST_KEY.")
]
Tenant = Annotated[str, typer.Option(help="The tenant: its id, or its short name; else that of the key.")]
Json = Annotated[bool, typer.Option("--json", help="Print the answer as JSON.")]
To = Annotated[Path | None, typer.Option("--to", metavar="FILE", help="Where to write it; else standard output.")]


def export_log(
    format: Annotated[str, typer.Option(help="ndjson or csv.")] = "ndjson",
    to: To = None,
    action: Annotated[str, typer.Option(help="Only this action, or the beginning of some: risk.*")] = "",
    actor_id: Annotated[str, typer.Option(help="Only what this member or key did.")] = "",
    subject_id: Annotated[str, typer.Option(help="Only what was done to this object.")] = "",
    since: Annotated[str, typer.Option(help="Only from this instant on.")] = "",
    until: Annotated[str, typer.Option(help="Only before this instant.")] = "",
    tenant: Tenant = "",
    base_url: BaseUrl = "",
    key_file: KeyFile = "",
) -> None:
    """Write the audit log, the oldest entries first: one JSON object a line, or CSV."""
    access = access_of(Asked(base_url, key_file, tenant))
    given = {"format": format, "action": action, "actor_id": actor_id, "subject_id": subject_id}
    query = {name: value for name, value in (given | {"since": since, "until": until}).items() if value}
    path = access.path(f"{_LOG}/export")
    with access.calling.streaming(path, query) as answer, _written(to, "wb") as out:
        for piece in answer.iter_bytes():
            out.write(piece)


def verify_log(
    anchor: Annotated[
        list[str] | None, typer.Option(metavar="NUMBER:HASH", help="A place that you have noted; may be given again.")
    ] = None,
    tenant: Tenant = "",
    base_url: BaseUrl = "",
    key_file: KeyFile = "",
    as_json: Json = False,
) -> None:
    """Go along the chain over all entries; status 1 where one was changed, removed, put in or moved.

    The last line tells the head: note it elsewhere, and give it as --anchor another day.
    """
    access = access_of(Asked(base_url, key_file, tenant))
    anchors = [_anchor(text) for text in anchor or ()]
    verdict = _walk(access, anchors)
    if as_json:
        print_json(verdict)
    else:
        if verdict["findings"]:
            print_rows(verdict["findings"], ("number", "fault", "entry_id", "detail"))
        head = verdict["place"]
        print(f"{head['number']}:{head['hash']}")
        wrong = len(verdict["findings"])
        state = (
            "nothing is wrong" if verdict["intact"] else f"{wrong} {'thing is' if wrong == 1 else 'things are'} wrong"
        )
        say(
            f"{verdict['checked']} entries, {state}; "
            f"{verdict['waiting']} not sealed yet, {verdict['erased']} values erased."
        )
    if not verdict["intact"]:
        raise typer.Exit(Status.REFUSED)


def _anchor(text: str) -> dict[str, Any]:
    match = _ANCHOR.fullmatch(text)
    if match is None:
        raise CallError(
            f"--anchor: {text[:100]!r} is not a number, a colon and 64 hexadecimal digits", Status.WRONG_USE
        )
    return {"number": int(match[1]), "hash": match[2]}


def _walk(access: Access, anchors: list[dict[str, Any]]) -> dict[str, Any]:
    """All parts of the chain, one after the other, as one verdict."""
    path = access.path(f"{_LOG}/verification")
    columns = (TextColumn("verifying"), BarColumn(), MofNCompleteColumn())
    whole: dict[str, Any] = {"intact": True, "checked": 0, "erased": 0, "waiting": 0, "findings": []}
    body: dict[str, Any] = {"anchors": anchors}
    with Progress(*columns, console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty()) as progress:
        task = progress.add_task("verifying", total=_newest(access))
        while True:
            part = access.calling.ask("POST", path, body=body)
            whole["intact"] &= part["intact"]
            whole["findings"] += part["findings"]
            for name in ("checked", "erased", "waiting"):
                whole[name] += part[name]
            whole["place"] = part["place"]
            progress.update(task, completed=part["place"]["number"])
            if part["through"]:
                return whole
            left = [each for each in anchors if each["number"] > part["place"]["number"]]
            body = {"anchors": left, "begin": part["place"]}


def _newest(access: Access) -> int | None:
    """The number of an entry near the end, by which progress is told."""
    rows = access.calling.ask("GET", access.path(_LOG), {"limit": 200})["data"]
    return max((row["number"] for row in rows if row["number"]), default=None)


@contextmanager
def _written(to: Path | None, mode: str) -> Iterator[BinaryIO]:
    if to is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    try:
        with to.open(mode) as out:
            yield out  # type: ignore[misc]  # opened for bytes
    except OSError as error:
        raise CallError(f"--to: {to}: {error.strerror}", Status.WRONG_USE) from None
