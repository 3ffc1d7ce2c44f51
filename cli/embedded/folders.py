"""Where embedded servers live and as whom: accounts, private folders for sockets, locks on data folders."""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import os
import pwd
import re
import stat
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

_PLAIN_PATH = re.compile(r"/[A-Za-z0-9._/-]*")
_PATIENCE_WITH_THE_DYING = 0.5
"Seconds in which a process that was just killed still holds its locks."
_LONGEST_BASE = 70
"A socket's address has at most 107 bytes on Linux and 103 on macOS, the names of folder and socket included."


class EmbeddedError(Exception):
    """An embedded server cannot run; the text is a sentence that says why and what to do."""


class Account(NamedTuple):
    """The passwd entry that a server runs as."""

    name: str
    uid: int
    gid: int


def server_account(*data_folders: Path) -> Account | None:
    """Whom PostgreSQL runs as: None (ourselves) unless we are root, whom PostgreSQL refuses.

    As root it is the owner of the first of `data_folders` that has one, so that data keep their owner, else an account
    that every system has. Raises `EmbeddedError` where there is none.
    """
    if os.geteuid() != 0:
        return None
    owners = [folder.stat().st_uid for folder in data_folders if folder.exists()]
    for uid in filter(None, owners):
        with contextlib.suppress(KeyError):
            return _account(pwd.getpwuid(uid))
    for name in ("nobody", "daemon", "postgres"):
        with contextlib.suppress(KeyError):
            return _account(pwd.getpwnam(name))
    for entry in pwd.getpwall():
        if entry.pw_uid != 0:
            return _account(entry)
    raise EmbeddedError(
        "PostgreSQL does not run as root and there is no other account in /etc/passwd; "
        "start as another user, or set MILEPOST_DATABASE_URL to a server of your own."
    )


def _locked(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _account(entry: pwd.struct_passwd) -> Account:
    return Account(entry.pw_name, entry.pw_uid, entry.pw_gid)


def can_read(path: Path, account: Account) -> bool:
    """Whether the account may enter every folder above `path` and read it (a folder: also enter it)."""
    for folder in path.resolve().parents:
        if not _permits(folder, account, 0o1):
            return False
    return _permits(path, account, 0o5 if path.is_dir() else 0o4)


def _permits(path: Path, account: Account, wanted: int) -> bool:
    found = path.stat()
    if found.st_uid == account.uid:
        shift = 6
    elif found.st_gid == account.gid:
        shift = 3
    else:
        shift = 0
    return (found.st_mode >> shift) & wanted == wanted


def own_tree(folder: Path, account: Account) -> None:
    """Give a folder and everything in it to the account; links are not followed."""
    for path, _, files in os.walk(folder):
        for name in (path, *(os.path.join(path, file) for file in files)):
            os.chown(name, account.uid, account.gid, follow_symlinks=False)


def runtime_folder(data_folder: Path, account: Account | None) -> Path:
    """A short folder for sockets, open to its owner alone, the same at every start for the same data folder.

    Raises `EmbeddedError` when somebody else holds its name.
    """
    name = "mp-" + hashlib.sha256(os.fsencode(data_folder.resolve())).hexdigest()[:12]
    for base in map(Path, filter(None, (os.environ.get("XDG_RUNTIME_DIR"), tempfile.gettempdir(), "/tmp"))):
        if _may_hold_sockets(base, account):
            folder = base / name
            _make_private(folder, account)
            return folder
    raise EmbeddedError("There is no folder for sockets: make /tmp writable, or set XDG_RUNTIME_DIR to a short path.")


def _may_hold_sockets(base: Path, account: Account | None) -> bool:
    text = str(base)
    if len(text) > _LONGEST_BASE or not _PLAIN_PATH.fullmatch(text):
        return False
    if not base.is_dir() or not os.access(base, os.W_OK | os.X_OK):
        return False
    mode = base.stat().st_mode
    others_may_rename = mode & stat.S_IWOTH and not mode & stat.S_ISVTX
    return not others_may_rename and (account is None or can_read(base, account))


def _make_private(folder: Path, account: Account | None) -> None:
    owner = account.uid if account else os.geteuid()
    with contextlib.suppress(FileExistsError):
        folder.mkdir(0o700)
    try:
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    except OSError as error:
        raise _squatted(folder) from error
    try:
        if os.fstat(handle).st_uid not in (owner, os.geteuid()):
            raise _squatted(folder)
        os.fchmod(handle, 0o700)
        if account:
            os.fchown(handle, account.uid, account.gid)
    finally:
        os.close(handle)


def _squatted(folder: Path) -> EmbeddedError:
    return EmbeddedError(f"{folder} belongs to somebody else; remove it, or set XDG_RUNTIME_DIR to a short path.")


class FolderLock:
    """A file, locked as long as this process lives and holding its number: only one may run on a folder."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._handle: int | None = None

    def acquire(self, what: str) -> None:
        """Take the lock, or do nothing when it is ours already.

        Raises `EmbeddedError`, which says that `what` runs already and as which process.
        """
        if self._handle is not None:
            return
        handle = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
        deadline = time.monotonic() + _PATIENCE_WITH_THE_DYING
        while not _locked(handle):
            if time.monotonic() > deadline:
                holder = os.read(handle, 32).decode("ascii", "replace").strip() or "unknown"
                os.close(handle)
                raise EmbeddedError(
                    f"{what} already runs on {self.path.parent} (process {holder}); "
                    "stop it, or set MILEPOST_DATA_DIR to another folder."
                )
            time.sleep(0.02)
        os.ftruncate(handle, 0)
        os.write(handle, f"{os.getpid()}\n".encode())
        self._handle = handle

    def release(self) -> None:
        """Let another one have it; the file stays, since removing it would race with whoever opens it."""
        if self._handle is not None:
            os.ftruncate(self._handle, 0)
            os.close(self._handle)
            self._handle = None
