"""Makes the commands of a group: for each verb a function whose parameters are what its operation takes."""

from __future__ import annotations

import inspect
import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated, Any, Final

import typer

from cli.administration.access import Asked, access_of
from cli.administration.audit import export_log, verify_log
from cli.administration.calling import CallError, Status
from cli.administration.contract import Given, Operation, operations
from cli.administration.downloading import download
from cli.administration.showing import print_json, print_object, print_rows, say
from cli.administration.verbs import GROUPS, Group, Verb

_OWN: Final[Mapping[str, Mapping[str, Callable[..., None]]]] = {
    "audit": {"export": export_log, "verify": verify_log},
    "export": {"download": download},
}
"""Verbs that are more than one request."""

_GRAVE: Final = frozenset({"archive", "delete", "erase", "revoke", "suspend", "transfer"})
"""Verbs that ask before they do it, where a person sits at the terminal."""

_BASE_URL: Final = Annotated[str, typer.Option(help="Address of Milepost; else MILEPOST_URL, else that of `make up`.")]
_KEY_FILE: Final = Annotated[
    str, typer.Option(metavar="FILE", help="File with the key, - for standard input; else MILEPOST_KEY.")
]
_TENANT: Final = Annotated[str, typer.Option(help="The tenant: its id, or its short name; else that of the key.")]
_TENANT_ARGUMENT: Final = Annotated[str, typer.Argument(metavar="TENANT", help="Its id, or its short name.")]
_JSON: Final = Annotated[bool, typer.Option("--json", help="Print the answer as JSON.")]
_DATA: Final = Annotated[str, typer.Option(metavar="FILE", help="The whole body as JSON, - for standard input.")]
_CLEAR: Final = Annotated[list[str] | None, typer.Option(metavar="NAME", help="Empty this field; may be given again.")]
_LIMIT: Final = Annotated[int, typer.Option(min=1, max=200, help="How many at most.")]
_ALL: Final = Annotated[bool, typer.Option("--all", help="Every page.")]
_YES: Final = Annotated[bool, typer.Option("--yes", help="Do not ask.")]


def _named(name: str) -> Any:
    return Annotated[str, typer.Argument(metavar=name.upper(), help=f"Its {name}.")]


def fill(app: typer.Typer, name: str) -> None:
    """Enter the commands of a group."""
    group = GROUPS[name]
    for verb_name, verb in group.verbs.items():
        operation = operations()[verb.operation]
        app.command(verb_name, help=operation.description)(_command(group, verb_name, verb, operation))
    for verb_name, function in _OWN.get(name, {}).items():
        app.command(verb_name)(_guarded(function))


def _command(group: Group, verb_name: str, verb: Verb, operation: Operation) -> Callable[..., None]:
    given = {f"given_{number}": each for number, each in enumerate(operation.given) if each.name not in verb.fixed}
    parameters: dict[str, tuple[Any, Any]] = {}
    if operation.in_tenant and not group.of_one_tenant:
        parameters["tenant"] = (_TENANT_ARGUMENT, inspect.Parameter.empty if operation.named else "")
    for name in operation.named:
        parameters[name] = (_named(name), inspect.Parameter.empty)
    for name, each in given.items():
        parameters[name] = (_annotated(each), None)
    if any(not each.in_query for each in operation.given):
        parameters["data"] = (_DATA, "")
    if operation.method == "PATCH" and any(each.nullable for each in operation.given):
        parameters["clear"] = (_CLEAR, None)
    if operation.paged:
        parameters |= {"limit": (_LIMIT, 50), "everything": (_ALL, False)}
    if verb_name in _GRAVE:
        parameters["yes"] = (_YES, False)
    if operation.in_tenant and group.of_one_tenant:
        parameters["tenant"] = (_TENANT, "")
    parameters |= {"base_url": (_BASE_URL, ""), "key_file": (_KEY_FILE, ""), "as_json": (_JSON, False)}

    def command(**values: Any) -> None:
        asked = Asked(values["base_url"], values["key_file"], values.get("tenant", ""))
        access = access_of(asked, operators_only=operation.operators_only)
        path = access.path(operation.path, **{name: values[name] for name in operation.named})
        query = {each.name: _in_query(values[name]) for name, each in given.items() if each.in_query}
        query = {name: value for name, value in query.items() if value is not None}
        if operation.paged:
            _list(access.calling.pages(path, query | {"limit": values["limit"]}), verb, values)
            return
        if verb_name in _GRAVE and not values["yes"] and sys.stdin.isatty():
            typer.confirm(
                f"{operation.summary}: {' '.join(values[name] for name in operation.named) or access.tenant}?",
                abort=True,
                err=True,
            )
        body = _body(verb, given, values) if "data" in parameters or verb.fixed else None
        answer = access.calling.ask(operation.method, path, query, body)
        _show(operation, verb, answer, as_json=values["as_json"])

    return _guarded(_with_parameters(command, parameters))


def _annotated(given: Given) -> Any:
    name = given.option
    if given.kind is bool and (given.nullable or not given.in_query):
        name = f"{name}/--no-{name.removeprefix('--')}"
    kind: Any = str if given.kind is object else given.kind
    kind = list[kind] if given.many else kind
    return Annotated[kind | None, typer.Option(name, help=given.help, show_default=False)]


def _with_parameters(function: Callable[..., None], parameters: Mapping[str, tuple[Any, Any]]) -> Callable[..., None]:
    function.__annotations__ = {name: kind for name, (kind, _) in parameters.items()} | {"return": None}
    function.__signature__ = inspect.Signature(  # type: ignore[attr-defined]  # what inspect looks at
        [
            inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=kind)
            for name, (kind, default) in parameters.items()
        ]
    )
    return function


def _guarded(function: Callable[..., None]) -> Callable[..., None]:
    """The function, whose refusals end the command with a sentence and a status."""

    def guarded(**values: Any) -> None:
        try:
            function(**values)
        except CallError as error:
            say(f"milepost: {error}")
            raise typer.Exit(error.status) from None

    guarded.__annotations__ = inspect.get_annotations(function, eval_str=True)
    guarded.__signature__ = inspect.signature(function, eval_str=True)  # type: ignore[attr-defined]
    guarded.__doc__ = function.__doc__
    return guarded


def _in_query(value: Any) -> Any:
    return str(value).lower() if isinstance(value, bool) else value


def _body(verb: Verb, given: Mapping[str, Given], values: Mapping[str, Any]) -> dict[str, Any]:
    """The body: what the verb says, a file's members, and above them the options'."""
    body: dict[str, Any] = _read_data(values.get("data") or "")
    body |= verb.fixed
    for name in values.get("clear") or ():
        body[name.replace("-", "_")] = None
    for name, each in given.items():
        value = values[name]
        if each.in_query or value is None:
            continue
        inside = body
        for part in each.path[:-1]:
            inside = inside.setdefault(part, {})
        inside[each.name] = _read_json(each.option, value) if each.kind is object else value
    return body


def _read_data(file: str) -> dict[str, Any]:
    if not file:
        return {}
    try:
        text = sys.stdin.read() if file == "-" else Path(file).read_text("utf-8")
    except (OSError, ValueError) as error:
        raise CallError(f"--data: {error}", Status.WRONG_USE) from None
    value = _read_json("--data", text)
    if not isinstance(value, dict):
        raise CallError("--data: must be a JSON object", Status.WRONG_USE)
    return value


def _read_json(option: str, text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError as error:
        raise CallError(f"{option}: is no JSON: {error}", Status.WRONG_USE) from None


def _list(pages: Any, verb: Verb, values: Mapping[str, Any]) -> None:
    rows: list[Any] = []
    left_out = False
    for page, has_next in pages:
        rows += page
        if not values["everything"]:
            left_out = has_next
            break
    if values["as_json"]:
        print_json(rows)
    else:
        print_rows(rows, verb.columns)
    if left_out:
        say(f"There are more than these {len(rows)}: --all shows every page.")


def _show(operation: Operation, verb: Verb, answer: Any, *, as_json: bool) -> None:
    if isinstance(answer, dict) and isinstance(answer.get("data"), list):
        answer = answer["data"]
    if as_json:
        print_json(answer)
    elif isinstance(answer, list):
        print_rows(answer, verb.columns)
    elif isinstance(answer, dict):
        print_object(answer)
    else:
        say(f"{operation.summary}: done.")
    if isinstance(answer, dict) and (answer.get("key") or answer.get("secret")):
        say("The key is shown this once: keep it now.")
