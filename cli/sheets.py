"""`milepost import FILE`: sends a sheet, follows how far it is, and tells line by line what is wrong with it."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Any, Final

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from cli.administration.access import Access
from cli.administration.calling import CallError, Status
from cli.administration.showing import print_json, print_rows, say
from domain.kernel.ids import MalformedId, parse_id

PART: Final = 1_000_000
_IMPORTS: Final = "/v1/tenants/{tenant_id}/sheet-imports"
_ONE: Final = f"{_IMPORTS}/{{id}}"
_UNDER_WAY: Final = ("queued", "running")
_ENCODINGS: Final = {"utf-8": "utf8", "utf-16": "utf16", "gbk": "gb18030"}
_PAUSE: Final = 0.5
_TOLD: Final = ("line", "column", "code", "message")


def bring(
    access: Access,
    file: Path,
    entity: str,
    *,
    venture: str = "",
    columns: list[str],
    source: str = "",
    encoding: str = "",
    dry_run: bool,
    as_json: bool,
) -> None:
    """Bring a sheet in, or try to. Raises `CallError`, also where something is wrong with the sheet."""
    announced = {"entity": entity.replace("-", "_"), "format": _format(file), "columns": list(map(_column, columns))}
    announced |= {"source": source} if source else {}
    announced |= {"encoding": _ENCODINGS.get(encoding.lower(), encoding)} if encoding else {}
    announced |= {"venture_id": _venture(access, venture)} if venture else {}
    ask = access.calling.ask
    id = ask("POST", access.path(_IMPORTS), body=announced)["id"]
    try:
        _send(access, id, file)
        ask("POST", access.path(f"{_ONE}/start", id=id), body={"dry_run": dry_run})
        _follow(access, id)
    except KeyboardInterrupt:
        ask("POST", access.path(f"{_ONE}/cancel", id=id))
        raise CallError("cancelled: nothing of the sheet is in", Status.CONFLICT) from None
    report = ask("GET", access.path(f"{_ONE}/report", id=id))
    if as_json:
        print_json(report)
    else:
        _tell(report)
    if report["problem_count"] or report["state"] not in ("done", "checked"):
        raise CallError(f"{_counted(report['problem_count'], 'problem')}: nothing of the sheet is in")


def _format(file: Path) -> str:
    try:
        with file.open("rb") as opened:
            return "xlsx" if opened.read(4) == b"PK\x03\x04" else "csv"
    except OSError as error:
        raise CallError(f"{file}: {error.strerror}", Status.WRONG_USE) from None


def _column(told: str) -> dict[str, str | None]:
    """`HEADING=field`, or `HEADING=` for a column that is left alone."""
    heading, mark, field = told.rpartition("=")
    if not mark or not heading:
        raise CallError(f"--column {told}: give HEADING=field, or HEADING= to leave it alone", Status.WRONG_USE)
    return {"column": heading, "field": field or None}


def _venture(access: Access, told: str) -> str:
    """The id of a venture that is named by its id or its key."""
    try:
        parse_id("venture", told)
    except MalformedId:
        path = access.path("/v1/tenants/{tenant_id}/ventures")
        found = access.calling.ask("GET", path, {"key": told, "fields": "id"})["data"]
        if not found:
            raise CallError(f"--venture: there is no venture with the key {told}", Status.NOT_FOUND) from None
        return str(found[0]["id"])
    return told


def _send(access: Access, id: str, file: Path) -> None:
    path, offset = access.path(f"{_ONE}/content", id=id), 0
    with file.open("rb") as opened:
        while part := opened.read(PART):
            access.calling.send(path, part, {"offset": offset})
            offset += len(part)


def _follow(access: Access, id: str) -> None:
    """Wait until it is over, and show how far it is where somebody looks."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), disable=not sys.stderr.isatty(), transient=True) as shown:
        line = shown.add_task("lines", total=None)
        while True:
            found = access.calling.ask("GET", access.path(_ONE, id=id))
            shown.update(line, completed=found["lines_done"], total=found["lines_total"])
            if found["state"] not in _UNDER_WAY:
                return
            time.sleep(_PAUSE)


def _tell(report: dict[str, Any]) -> None:
    alone = [column["column"] for column in report["mapping"] if column["field"] is None]
    if alone:
        say(f"left alone: {', '.join(alone)}")
    if report["problems"]:
        print_rows(report["problems"], _TOLD)
    would = " would be" if report["dry_run"] else ""
    rows = ", ".join(f"{report[name]}{would} {name}" for name in ("made", "changed", "unchanged"))
    say(f"{_counted(report['lines_done'], 'line')}: {rows}")


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
