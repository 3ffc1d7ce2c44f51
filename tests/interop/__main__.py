"""`make interop`: the contracts, held to programs of others, and the TypeScript client against a live server.

python -m tests.interop [--write]

Where Node is too old or the npm registry out of reach, it says so: that is no failure on a developer's machine, and one
where CI is set, so that nothing is left unchecked in silence.
"""

from __future__ import annotations

import argparse
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Final

from tests.cli.processes import ROOT
from tests.faults.installation import Installation
from tests.interop.packages import HERE, Missing, install
from tests.interop.tour import CLIENT, TOUR, lay_out

_BIN: Final = HERE / "node_modules" / ".bin"
_RUN: Final = HERE / "dist" / "run"
_PATIENCE: Final = 300
_LIVE: Final = {
    "schema": "graphql: reads the schema, prints it the same",
    "audits": "graphql-http: every server audit",
    "client": "client: against the live server",
    "apollo": "Apollo Client: query, mutation, paging",
    "urql": "urql: query, mutation, paging",
    "relay": "Relay: query, paging, lists after mutations",
    "live": "graphql-ws and graphql-sse: news, resuming, refusal",
    "subscribe": "client: subscribe, through cuts of the line",
    "trusted": "trusted documents of graphql-codegen and relay-compiler",
    "rest": "openapi-fetch: list, create, refusal",
    "webhooks": "standardwebhooks and svix: deliveries of the worker; the page's receiver",
}

Check = Callable[[], str]
"Answers a remark. Raises `Failed`."


class Failed(Exception):
    """A check that does not hold; the message is what the program said."""


def main() -> None:
    """Run all checks; the status is 1 where one does not hold."""
    parser = argparse.ArgumentParser(prog="python -m tests.interop", description=__doc__)
    parser.add_argument("--write", action="store_true", help="write the client's types of the schema, and end")
    write = parser.parse_args().write
    began = time.monotonic()
    try:
        installed = install()
    except Missing as missing:
        print(f"skipped: {missing}")
        sys.exit(1 if os.environ.get("CI") else 0)
    except subprocess.CalledProcessError as error:
        sys.exit(f"npm ci failed:\n{error.output}")
    if installed:
        print(f"packages installed in {time.monotonic() - began:.0f} s")
    if write:
        _codegen()
        return
    with tempfile.TemporaryDirectory(prefix="milepost-interop-") as folder, ThreadPoolExecutor(2) as beside:
        Path(folder).chmod(0o755)
        installation = Installation(Path(folder) / "data")
        starting = beside.submit(installation.start, 120)
        linting = beside.submit(_spectral)
        try:
            failed = _work_through(_before() | _afterwards(installation, starting) | _beside(linting))
        finally:
            starting.exception()
            installation.stop()
    print(f"in all {time.monotonic() - began:.0f} s")
    sys.exit(1 if failed else 0)


def _work_through(checks: dict[str, Check]) -> int:
    """One after another, each with a line; answers how many do not hold."""
    failed = 0
    for title, check in checks.items():
        began = time.monotonic()
        try:
            word, remark = "ok", check()
        except Failed as error:
            word, remark, failed = "FAILED", f"\n{error}", failed + 1
        print(f"{word:8}{time.monotonic() - began:5.1f} s  {title}{remark and ': '}{remark}", flush=True)
    print(f"{len(checks) - failed} passed, {failed} failed")
    return failed


def _before() -> dict[str, Check]:
    """What needs no server, in the order in which one needs the other."""
    return {
        "client: types of the schema are fresh": _fresh,
        "client: tsc --strict": lambda: run("tsc", folder=CLIENT),
        "graphql-codegen: the documents of the pages": _generate,
        "openapi-typescript: types of REST": _rest_types,
        "relay-compiler: the documents of the page": lambda: _relay("relay.config.json"),
        "graphql-codegen and relay-compiler: manifests": _manifests,
        "tsc --strict: the pages and the checks": lambda: run("tsc", folder=HERE),
        "esbuild: the pages and the checks": _bundle,
    }


def _afterwards(installation: Installation, starting: Future[None]) -> dict[str, Check]:
    """What asks the live server."""

    def live(name: str) -> str:
        starting.result()
        tenant, stranger = installation.tenant("aurora"), installation.tenant("qiming")
        told = run(
            "node",
            "--test",
            "--test-reporter=spec",
            str(_RUN / f"{name}.test.cjs"),
            folder=HERE,
            MILEPOST_URL=str(installation.http.base_url),
            MILEPOST_KEY=tenant["keys"]["owner"],
            MILEPOST_TENANT=tenant["id"],
            MILEPOST_STRANGERS_KEY=stranger["keys"]["owner"],
            MILEPOST_PROGRAM=str(Path(sys.executable).with_name("milepost")),
        )
        passed = re.search(r"^ℹ pass ([1-9]\d*)$", told, re.M)
        if passed is None:
            raise Failed(told)
        return "1 test" if passed[1] == "1" else f"{passed[1]} tests"

    return {title: lambda name=name: live(name) for name, title in _LIVE.items()}


def _beside(linting: Future[str]) -> dict[str, Check]:
    """What takes as long as all others together, and has gone on beside them."""
    return {"Spectral: openapi.json and asyncapi.json without a warning": linting.result}


def _spectral() -> str:
    documents = [str(ROOT / "openapi" / name) for name in ("openapi.json", "asyncapi.json")]
    options = ("--quiet", "--fail-severity=hint", "--ruleset=spectral.yaml")
    return run("spectral", "lint", *options, *documents, folder=HERE)


def _codegen(*arguments: str) -> str:
    """Write the client's types of the schema."""
    return run("graphql-codegen", "--silent", "--config", str(CLIENT / "codegen.ts"), *arguments, folder=HERE)


def _fresh() -> str:
    try:
        return _codegen("--check")
    except Failed as error:
        raise Failed(f"{error}\nmake interop ARGS=--write makes them anew") from None


def _generate() -> str:
    files = lay_out()
    run("graphql-codegen", "--silent", "--config", "codegen.ts", folder=TOUR)
    return f"{len(files)} files"


def _relay(config: str) -> str:
    run("relay-compiler", config, folder=TOUR)
    return ""


def _manifests() -> str:
    run("graphql-codegen", "--silent", "--config", "trusted.ts", folder=TOUR)
    return _relay("relay.trusted.json")


def _rest_types() -> str:
    document, types = str(ROOT / "openapi" / "openapi.json"), str(TOUR / "rest-schema.ts")
    run("openapi-typescript", document, "--output", types, "--default-non-nullable=false", folder=HERE)
    return ""


def _bundle() -> str:
    checks = [str(path) for path in (*sorted((HERE / "checks").glob("*.test.ts")), TOUR / "receiver.ts")]
    form = ("--bundle", "--platform=node", "--format=cjs", "--entry-names=[name]", "--out-extension:.js=.cjs")
    return run("esbuild", *checks, *form, "--log-level=warning", f"--outdir={_RUN}", folder=HERE)


def run(program: str, *arguments: str, folder: Path, **settings: str) -> str:
    """What a program of the packages, or Node itself, says. Raises `Failed`."""
    argv = [program if program == "node" else str(_BIN / program), *arguments]
    process = subprocess.Popen(
        argv, cwd=folder, env=os.environ | {"NO_COLOR": "1"} | settings, text=True, encoding="utf-8",
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True,
    )  # fmt: skip
    try:
        said, _ = process.communicate(timeout=_PATIENCE)
    except BaseException as error:
        os.killpg(process.pid, signal.SIGKILL)  # its children too: node --test leaves them behind
        said, _ = process.communicate()
        if not isinstance(error, subprocess.TimeoutExpired):
            raise
        raise Failed(f"not ready within {_PATIENCE} s\n{said}") from None
    if process.returncode:
        raise Failed(said.strip() or f"status {process.returncode}")
    return said.strip()


if __name__ == "__main__":
    main()
