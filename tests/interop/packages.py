"""The packages of others: installed from the lock file, once for each state of it."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).parent
OLDEST_NODE: Final = 20
_AWAY: Final = ("ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ECONNRESET", "ETIMEDOUT", "ENETUNREACH", "SOCKET_TIMEOUT")
"How npm calls a registry that it cannot reach."


class Missing(Exception):
    """What the checks need is not to be had here; the message is a sentence's end."""


def install() -> bool:
    """Bring `node_modules` to the state of the lock file; whether there was anything to do.

    Raises `Missing` where Node is too old or the registry out of reach, `CalledProcessError` where npm fails otherwise.
    """
    _check_node()
    marker = HERE / "node_modules" / ".installed"
    state = hashlib.sha256(b"".join((HERE / name).read_bytes() for name in ("package.json", "package-lock.json")))
    if marker.exists() and marker.read_text("ascii") == state.hexdigest():
        return False
    quick = ("--prefer-offline", "--fetch-retries=1", "--fetch-retry-mintimeout=1000", "--fetch-timeout=60000")
    quiet = ("--no-audit", "--no-fund", "--loglevel=error", "--ignore-scripts")
    argv = ["npm", "ci", *quick, *quiet]
    done = subprocess.run(
        argv,
        cwd=HERE,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    if done.returncode and any(word in done.stdout for word in _AWAY):
        raise Missing("the npm registry cannot be reached, and the packages are not installed")
    if done.returncode:
        raise subprocess.CalledProcessError(done.returncode, done.args, done.stdout)
    marker.write_text(state.hexdigest(), "ascii")
    return True


def _check_node() -> None:
    if shutil.which("npm") is None:
        raise Missing("there is node, but no npm")
    told = subprocess.run(["node", "--version"], capture_output=True, text=True, check=True).stdout.strip()
    if int(told.lstrip("v").partition(".")[0]) < OLDEST_NODE:
        raise Missing(f"Node is {told}, and {OLDEST_NODE} or newer is needed")
