"""Reading an address that others gave us as strictly as can be, so that no two readers can take it for two places.

Names are not resolved here: whoever sends checks every resolved address with `addresses.forbidden_reason` and connects
to the one that was checked.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address

import idna

from domain.kernel.addresses import Address, Network, forbidden_reason

LONGEST = 2048
_FORM = re.compile(
    r"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*)://(?P<authority>[^/?]*)(?P<path>/[^?]*)?(?P<query>\?.*)?", re.DOTALL
)
_CONTROL = re.compile(r"[\x00-\x20\x7f\\#]|%(?:0[0-9a-f]|1[0-9a-f]|7f)", re.IGNORECASE)
_NUMBER = re.compile(r"[0-9]+|0[xX][0-9a-fA-F]*")
_DEFAULT_PORTS = {"http": 80, "https": 443}
# Ports below 1024 that may be used, and ports above that belong to other protocols, as browsers refuse theirs.
_LOW_PORTS = frozenset({80, 443})
_OTHER_PROTOCOLS = frozenset(
    {1433, 1521, 2049, 2375, 2376, 2379, 3306, 3389, 4369, 5432, 5672, 5900, 5984, 6000, 6379, 6432, 6443, 6667, 7000}
    | {8500, 9042, 9092, 9100, 9200, 9300, 10250, 11211, 15672, 26257, 27017}
)
_LOCAL_SUFFIXES = ("localhost", "local", "internal", "intranet", "lan", "home.arpa", "localdomain")


class ForbiddenTarget(ValueError):
    """The address of a webhook cannot be taken; the text says what to change, and nothing about what answers there."""


@dataclass(frozen=True, slots=True)
class ParsedTarget:
    """An address that can be taken: `host` in ASCII and small letters, `address` where the host is a literal one."""

    scheme: str
    host: str
    port: int
    path: str
    address: Address | None = None

    @property
    def authority(self) -> str:
        """The `Host` header: the port only where it is not the scheme's own."""
        host = f"[{self.host}]" if isinstance(self.address, IPv6Address) else self.host
        return host if self.port == _DEFAULT_PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def url(self) -> str:
        """The address in its one spelling."""
        return f"{self.scheme}://{self.authority}{self.path}"


def check_url(
    text: str, *, allow_http: bool = False, allowed: Collection[Network] = (), own_hosts: Collection[str] = ()
) -> ParsedTarget:
    """Read the address of a webhook. Raises `ForbiddenTarget`.

    Ports: 80, 443, and from 1024 on those that are not known for another protocol. `allowed` are networks that the
    operator opens: with any, local names (`localhost`, single labels) are left to the check of what they resolve to.
    `own_hosts` are the installation's own names, or name and port (`localhost:8000`), refused against loops.
    """
    if len(text) > LONGEST:
        raise ForbiddenTarget(f"the address must have at most {LONGEST} characters")
    if _CONTROL.search(text):
        raise ForbiddenTarget("the address must have no blanks, control characters, backslashes or fragment (#)")
    form = _FORM.fullmatch(text)
    if form is None or form["scheme"].lower() not in _DEFAULT_PORTS:
        raise ForbiddenTarget("the address must begin with https://")
    scheme = form["scheme"].lower()
    if scheme == "http" and not allow_http:
        raise ForbiddenTarget("the address must begin with https://; plain http is for development")
    rest = (form["path"] or "/") + (form["query"] or "")
    if not rest.isascii():
        raise ForbiddenTarget("after the host, characters beyond ASCII must be percent-encoded")
    if "@" in form["authority"]:
        raise ForbiddenTarget("the address must have no user name or password")
    host_text, port = _host_and_port(form["authority"], scheme)
    host, address = _read_host(host_text)
    if host in own_hosts or f"{host}:{port}" in own_hosts:
        raise ForbiddenTarget("the address must not be this installation's own")
    if address is not None and forbidden_reason(address, allowed) is not None:
        raise ForbiddenTarget("the address must be a public one")
    if address is None and not allowed and _is_local(host):
        raise ForbiddenTarget("the host must be a public name")
    return ParsedTarget(scheme, host, port, rest, address)


def _host_and_port(authority: str, scheme: str) -> tuple[str, int]:
    host, colon, port_text = authority.rpartition(":")
    if not colon or port_text.endswith("]"):
        return authority, _DEFAULT_PORTS[scheme]
    if not re.fullmatch(r"[1-9][0-9]{0,4}", port_text, re.ASCII):
        raise ForbiddenTarget("the port must be a number from 1 to 65535")
    port = int(port_text)
    if port > 65535 or (port < 1024 and port not in _LOW_PORTS) or port in _OTHER_PROTOCOLS:
        raise ForbiddenTarget("the port must be 80, 443, or one from 1024 on that belongs to no other service")
    return host, port


def _read_host(text: str) -> tuple[str, Address | None]:
    """The host in ASCII, and the address where it is a literal one."""
    if text.startswith("[") and text.endswith("]"):
        try:
            literal = IPv6Address(text[1:-1])
        except ValueError:
            raise ForbiddenTarget("the host is no IPv6 address") from None
        if literal.scope_id is not None:
            raise ForbiddenTarget("the host must have no zone")
        return str(literal), literal
    try:
        host = idna.encode(text.removesuffix("."), uts46=True, std3_rules=True).decode()
    except (idna.IDNAError, UnicodeError):
        raise ForbiddenTarget("the host is no valid name") from None
    if len(host) > 253:
        raise ForbiddenTarget("the host is no valid name")
    # Resolvers take 127.1, 2130706433 and 0x7f000001 for addresses: what ends in a number must be a plain IPv4 address.
    if _NUMBER.fullmatch(host.rpartition(".")[2]):
        try:
            return host, IPv4Address(host)
        except ValueError:
            raise ForbiddenTarget("the host is no IPv4 address of four decimal numbers") from None
    return host, None


def _is_local(host: str) -> bool:
    return "." not in host or any(host == suffix or host.endswith(f".{suffix}") for suffix in _LOCAL_SUFFIXES)
