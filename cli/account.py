"""With which tenant, and by which key, a command talks to the API."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from cli.credentials import signed_in
from cli.installation import read_note
from domain.kernel.ids import MalformedId, external_id, parse_id
from domain.tenancy.keys import read_key

_LONGEST_KEY: Final = 400


class NoAccount(Exception):
    """It is not known where to, or as whom; the text says what to give."""


@dataclass(frozen=True)
class Account:
    """A tenant, and the key of an administrator of it."""

    base_url: str
    key: str
    tenant_id: str

    @property
    def address(self) -> str:
        """The address of the tenant."""
        return f"{self.base_url}/v1/tenants/{self.tenant_id}"

    @property
    def headers(self) -> dict[str, str]:
        """What says who is calling."""
        return {"Authorization": f"Bearer {self.key}"}


def development_note(data_dir: Path | None = None) -> dict[str, Any]:
    """The note that `make up` leaves in the data folder; empty where there is none."""
    return read_note(_note_path(data_dir))


def _note_path(data_dir: Path | None) -> Path:
    return (data_dir or Path(os.environ.get("MILEPOST_DATA_DIR") or ".milepost")) / "dev.json"


def given_key(key_file: str) -> str:
    """The key in a file (`-` is standard input), else that of the environment; empty where there is none.

    None is taken as an argument: those stand in the list of processes. Raises `NoAccount` for what cannot be read.
    """
    if not key_file:
        return os.environ.get("MILEPOST_KEY", "").strip()
    try:
        text = sys.stdin.read(_LONGEST_KEY) if key_file == "-" else Path(key_file).read_text("utf-8")[:_LONGEST_KEY]
    except (OSError, ValueError) as error:
        raise NoAccount(f"--key-file: {error}") from None
    return text.strip()


def account_of(base_url: str = "", key_file: str = "", tenant: str = "", data_dir: Path | None = None) -> Account:
    """What was given, else what stands in the environment; the rest from `milepost login`, else the note of `make up`.

    Raises `NoAccount`.
    """
    key, tenant = given_key(key_file), tenant or os.environ.get("MILEPOST_TENANT", "")
    base_url = base_url or os.environ.get("MILEPOST_URL", "")
    if not tenant and (own := read_key(key)) is not None:
        tenant = external_id("tenant", own.tenant_id)
    session = signed_in(base_url) if not key else None
    if session is not None and tenant in ("", session.tenant_id):
        return Account(session.base_url, session.token, session.tenant_id)
    note = development_note(data_dir)
    tenants = note.get("tenants", [])
    found = next((one for one in tenants if tenant in (one.get("id"), one.get("slug"))), None)
    if found is None and not tenant and len(tenants) > 0:
        found = tenants[0]
    tenant_id = found["id"] if found else tenant
    keys = found.get("keys", {}) if found else {}
    try:
        parse_id("tenant", tenant_id)
    except MalformedId:
        known = ", ".join(one.get("slug", "") for one in tenants) or f"none in {_note_path(data_dir)}"
        raise NoAccount(f"--tenant: give the tenant's id, or the name of one of the demo ({known})") from None
    account = Account(
        (base_url or note.get("base_url", "")).rstrip("/"),
        key or keys.get("owner") or keys.get("admin") or "",
        tenant_id,
    )
    if not account.base_url or not account.key:
        raise NoAccount(
            "give --base-url, --tenant and a key (--key-file, or MILEPOST_KEY in the environment), sign in by "
            "`milepost login`, or start `make up` first"
        )
    return account
