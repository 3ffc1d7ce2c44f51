"""The embedded PostgreSQL: one cluster in one folder, no TCP, its socket in a short private folder."""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote

from cli.embedded.binaries import postgres_folder, postgres_version
from cli.embedded.folders import Account, EmbeddedError, own_tree, runtime_folder, server_account
from cli.embedded.process import Child, Sink, ignore
from cli.embedded.server import EmbeddedServer, full_disk

_ROOM = 100 * 1024 * 1024
_OWN_FOLDER = Path("/proc/self/cwd")
_CTYPES = ("C.UTF-8", "en_US.UTF-8", "UTF-8")
"Names, best first, of the locale that tells letters from other characters; which one exists is the system's matter."

_SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "shared_preload_libraries": "",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "jit": "off",
    "max_connections": "100",
    "shared_buffers": "128MB",
    "log_line_prefix": "",
    "log_checkpoints": "off",
    "log_min_error_statement": "panic",
}
_CARELESS = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


class Postgres(EmbeddedServer):
    """A PostgreSQL of our own on `data_folder`, which is made at the first start.

    `settings` are those of postgresql.conf. `durable=False` is for tests: nothing waits for the disk, and a crash of
    the machine loses the cluster. Everybody who may enter the socket's folder, that is this user alone, may connect as
    any role.
    """

    title = "PostgreSQL"
    program = "postgres"
    end_signal = signal.SIGINT  # "fast": SIGTERM would wait for every client to leave

    def __init__(
        self, data_folder: Path, *, settings: Mapping[str, str] | None = None, durable: bool = True, sink: Sink = ignore
    ) -> None:
        super().__init__(data_folder, sink=sink)
        self._settings = _SETTINGS | ({} if durable else _CARELESS) | dict(settings or {})
        self._durable = durable
        self._account: Account | None = None
        self._programs = Path()
        self._sockets = Path()

    @property
    def socket(self) -> Path:
        """The socket; its name carries the port that PostgreSQL would listen on."""
        return self._sockets / ".s.PGSQL.5432"

    def url(self, user: str, database: str = "milepost") -> str:
        """The URL that asyncpg and SQLAlchemy connect to, once the folder is claimed."""
        return f"postgresql://{quote(user)}@/{quote(database)}?host={self._sockets}"

    def _locate(self) -> None:
        self._account = server_account(self.data_folder, self.data_folder.parent)
        self._sockets = runtime_folder(self.data_folder, self._account)

    def _prepare(self) -> None:
        self._programs = postgres_folder(self._account)
        if not self._has_cluster():
            self._make_cluster()
        self._check_owner()
        # The folder is ours alone by now, so these are of the dead; PostgreSQL itself would believe in any process,
        # even a zombie, that has got the old one's number.
        (self.data_folder / "postmaster.pid").unlink(missing_ok=True)
        self.socket.with_name(self.socket.name + ".lock").unlink(missing_ok=True)

    def launch(self) -> None:
        """Start the server, without waiting for it."""
        settings = self._settings | {"unix_socket_directories": str(self._sockets)}
        self.child = self._run("postgres", self.data_folder, *(f"--{name}={value}" for name, value in settings.items()))

    def is_ready(self) -> bool:
        """Whether the server says so in its lock file, and that is this server's."""
        if self.child is None:
            return False
        lines = [line.strip() for line in self._lock_file()]
        return lines[:1] == [str(self.child.pid)] and lines[7:8] == ["ready"]

    def recorded_pid(self) -> int | None:
        """The number in `postmaster.pid`."""
        lines = self._lock_file()
        return int(lines[0]) if lines and lines[0].isdigit() else None

    def _lock_file(self) -> list[str]:
        try:
            return (self.data_folder / "postmaster.pid").read_text("utf-8", "replace").splitlines()
        except OSError:
            return []

    def _has_cluster(self) -> bool:
        """Raises `EmbeddedError` for a folder with something else, or of a version that this PostgreSQL cannot read."""
        if not self.data_folder.exists() or not any(self.data_folder.iterdir()):
            return False
        try:
            version = (self.data_folder / "PG_VERSION").read_text().strip()
        except FileNotFoundError:
            raise EmbeddedError(
                f"{self.data_folder} is not a PostgreSQL data folder, and not empty; move it away."
            ) from None
        ours = postgres_version()
        if version != ours:
            raise EmbeddedError(
                f"{self.data_folder} was written by PostgreSQL {version}, and this Milepost brings {ours}: carry the "
                "data over with pg_dump of the old version, or move the folder away to begin with an empty one."
            )
        return True

    def _make_cluster(self) -> None:
        """Made beside and renamed, so that an interrupted start leaves no half of a cluster."""
        if shutil.disk_usage(self.data_folder.parent).free < _ROOM:
            raise EmbeddedError(full_disk(self.data_folder))
        draft = self.data_folder.with_name(self.data_folder.name + ".new")
        for ctype in _CTYPES:
            shutil.rmtree(draft, ignore_errors=True)
            draft.mkdir(0o700)
            if self._account:
                os.chown(draft, self._account.uid, self._account.gid)
            initdb = self._run(
                "initdb",
                draft,
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--encoding=UTF8",
                "--locale=C",
                f"--lc-ctype={ctype}",
                "--auth=trust",
                "--username=postgres",
                "--no-instructions",
                *([] if self._durable else ["--no-sync"]),
            )
            if initdb.wait() == 0:
                break
            if not any("invalid locale name" in line for line in initdb.last_lines):
                shutil.rmtree(draft, ignore_errors=True)
                raise EmbeddedError(self._failure("could not be made", initdb))
        else:
            raise EmbeddedError(
                f"PostgreSQL needs one of the locales {', '.join(_CTYPES)}, and none is installed; add one."
            )
        if self.data_folder.exists():
            self.data_folder.rmdir()
        draft.rename(self.data_folder)

    def _check_owner(self) -> None:
        found = self.data_folder.stat()
        if self._account and found.st_uid != self._account.uid:
            own_tree(self.data_folder, self._account)
        elif not self._account and found.st_uid != os.geteuid():
            raise EmbeddedError(
                f"{self.data_folder} belongs to another user; start as that one, or set MILEPOST_DATA_DIR to another."
            )
        if found.st_mode & 0o077:
            self.data_folder.chmod(0o700)

    def _run(self, program: str, folder: Path, *options: str) -> Child:
        try:
            return Child(
                [self._programs / "bin" / program, "-D", _OWN_FOLDER if sys.platform == "linux" else folder, *options],
                # We enter the folder before we become the other account, which may not be allowed to come by the
                # folders above it; and so no character of its path can disturb PostgreSQL either.
                cwd=folder,
                env={"LC_ALL": "C", "TZ": "UTC", "PATH": "/usr/bin:/bin"},
                account=self._account,
                death_signal=self.end_signal,
                sink=self.sink if program == "postgres" else ignore,
            )
        except PermissionError as error:
            whom = f"as the account {self._account.name}" if self._account else "here"
            raise EmbeddedError(
                f"PostgreSQL may not be run {whom} ({error.strerror}); start as another user."
            ) from error
