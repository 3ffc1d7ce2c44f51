"""Where to, in which tenant and by which key: what was given, the environment, the login, the note of `make up`."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Any

from cli.account import NoAccount, development_note, given_key
from cli.administration.calling import CallError, Calling, Status
from cli.credentials import signed_in
from domain.kernel.ids import MalformedId, external_id, parse_id
from domain.tenancy.keys import is_operator_key, read_key


@dataclass(frozen=True)
class Asked:
    """What was given on the command line; empty where nothing was."""

    base_url: str = ""
    key_file: str = ""
    tenant: str = ""


@dataclass(frozen=True)
class Access:
    """Calls, and the tenant in which they are made."""

    calling: Calling
    tenant: str

    def path(self, template: str, **named: str) -> str:
        """The path of an operation with what it names. Raises `CallError` where no tenant is known."""
        for name, value in named.items():
            template = template.replace(f"{{{name}}}", _segment(value))
        if "{tenant_id}" not in template:
            return template
        return template.replace("{tenant_id}", self._tenant_id())

    def _tenant_id(self) -> str:
        try:
            return external_id("tenant", parse_id("tenant", self.tenant))
        except MalformedId:
            pass
        if self.tenant and is_operator_key(self.calling.key):
            found = self.calling.ask("GET", "/v1/tenants", {"slug": self.tenant})["data"]
            if found:
                return str(found[0]["id"])
            raise CallError(f"there is no tenant {self.tenant}", Status.NOT_FOUND)
        raise CallError("give the tenant: its id, or with an operator key its short name", Status.WRONG_USE)


def _segment(text: str) -> str:
    """An id, or a word, as a part of a path; whatever is neither must not lead to another path."""
    if not text.replace("_", "").replace("-", "").isalnum() or not text.isascii():
        message = f"{text[:100]!r} is not an id; ids look like risk_ and 32 hexadecimal digits"
        raise CallError(message, Status.WRONG_USE)
    return text


def access_of(asked: Asked, *, operators_only: bool = False) -> Access:
    """By whom and where is called. Raises `CallError` where that is not known."""
    base_url = (asked.base_url or os.environ.get("MILEPOST_URL", "")).rstrip("/")
    tenant = asked.tenant or os.environ.get("MILEPOST_TENANT", "")
    key = _given_key(asked.key_file)
    session = None if key or operators_only else signed_in(base_url)
    if session is not None:
        return Access(Calling(session.base_url, session.token), tenant or session.tenant_id)
    note = development_note()
    noted = _noted_tenant(note, tenant)
    base_url = base_url or str(note.get("base_url", "")).rstrip("/")
    key = key or _noted_key(note, noted, operators_only)
    if not base_url or not key:
        raise CallError(
            "give --base-url and a key (--key-file, or MILEPOST_KEY in the environment), sign in by `milepost login`, "
            "or start `make up` first",
            Status.WRONG_USE,
        )
    return Access(Calling(base_url, key), _meant(tenant, noted, key))


def _meant(tenant: str, noted: dict[str, Any], key: str) -> str:
    """The tenant that is meant: the one that was named, else that of the key, else the first of the demo."""
    own = read_key(key)
    if not tenant and own is not None:
        return external_id("tenant", own.tenant_id)
    return str(noted.get("id") or tenant)


def _noted_tenant(note: dict[str, Any], tenant: str) -> dict[str, Any]:
    tenants: list[dict[str, Any]] = note.get("tenants", [])
    if tenant:
        return next((each for each in tenants if tenant in (each.get("id"), each.get("slug"))), {})
    return tenants[0] if tenants else {}


def _given_key(key_file: str) -> str:
    try:
        return given_key(key_file)
    except NoAccount as error:
        raise CallError(str(error), Status.WRONG_USE) from None


def _noted_key(note: dict[str, Any], tenant: dict[str, Any], operators_only: bool) -> str:
    keys = tenant.get("keys", {})
    own = "" if operators_only else keys.get("owner") or keys.get("admin") or ""
    return str(own or note.get("operator_key") or "")
