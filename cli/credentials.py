"""What `milepost login` keeps: a session for each installation, in a file that only its owner reads."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cli.installation import write_private


@dataclass(frozen=True)
class SignedIn:
    """An installation, the session's token there, and the tenant in which it acts."""

    base_url: str
    token: str
    tenant_id: str


def credentials_file() -> Path:
    """Where they are kept."""
    config = os.environ.get("XDG_CONFIG_HOME")
    return (Path(config) if config else Path.home() / ".config") / "milepost" / "credentials.json"


def signed_in(base_url: str = "") -> SignedIn | None:
    """The session at an address, or the one begun last where none is given; None where there is none."""
    kept = _read()
    address = base_url.rstrip("/") or str(kept.get("current", ""))
    found = kept["installations"].get(address)
    if not isinstance(found, dict) or not found.get("token"):
        return None
    return SignedIn(address, str(found["token"]), str(found.get("tenant_id", "")))


def keep(session: SignedIn) -> None:
    """Keep a session; it becomes the current one."""
    kept = _read()
    kept["installations"][session.base_url] = {"token": session.token, "tenant_id": session.tenant_id}
    _write(kept | {"current": session.base_url})


def forget(base_url: str) -> None:
    """Forget the session at an address; where there is another one, that is the current one."""
    kept = _read()
    kept["installations"].pop(base_url, None)
    if kept.get("current") == base_url:
        kept["current"] = next(iter(kept["installations"]), "")
    _write(kept)


def _read() -> dict[str, Any]:
    try:
        kept = json.loads(credentials_file().read_text("utf-8"))
    except (OSError, ValueError):
        kept = None
    if not isinstance(kept, dict) or not isinstance(kept.get("installations"), dict):
        return {"current": "", "installations": {}}
    return kept


def _write(kept: dict[str, Any]) -> None:
    path = credentials_file()
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    write_private(path, json.dumps(kept, indent=2) + "\n")
