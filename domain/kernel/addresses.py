"""Network addresses, and which of them a webhook may be sent to: none inside, by whatever form of address.

Python's `is_global` alone says yes to NAT64 and 6to4 forms of private addresses, to multicast and to some clouds'
metadata services; so embedded IPv4 addresses are unwrapped, and a deny list stands beside it. What is checked is the
resolved address to which the connection is then made, never the name.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

_COMPATIBLE = IPv6Network("::/96")
_NAT64 = IPv6Network("64:ff9b::/96")
# Beside what `is_global` refuses; the reason is for the log.
_DENIED: tuple[tuple[Network, str], ...] = tuple(
    (ip_network(network), reason)
    for network, reason in (
        ("0.0.0.0/8", "unspecified"),
        ("168.63.129.16/32", "metadata"),  # Azure's wire server
        ("192.0.0.0/24", "metadata"),  # IETF assignments, Oracle's metadata service among them
        ("192.88.99.0/24", "translation"),  # 6to4 relays
        ("2002::/16", "translation"),  # 6to4, given up by all: newer Pythons take it for private as well
        ("64:ff9b:1::/48", "translation"),  # local NAT64: where the IPv4 address stands in it, only its owner knows
        ("3fff::/20", "reserved"),  # documentation
        ("5f00::/16", "reserved"),  # segment routing
        ("fec0::/10", "private"),  # site-local, deprecated
    )
)


def plain_address(text: str) -> Address | None:
    """The address of a text, IPv4 also where it is written as IPv6; None for what is none."""
    try:
        address = ip_address(text)
    except ValueError:
        return None
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return mapped or address


def forbidden_reason(address: Address, allowed: Collection[Network] = (), own: Collection[Address] = ()) -> str | None:
    """Why nothing may be sent to the address; None where it may be.

    `allowed` are networks that the operator opens, `own` the installation's own public addresses. An address in
    translation is refused for what it embeds as well as for what it is. The reason is a word for the operator's log,
    not for the tenant: told apart, reasons would make a scanner of the inner network.
    """
    plain = IPv6Address(int(address)) if isinstance(address, IPv6Address) else address  # without a scope (%eth0)
    if isinstance(plain, IPv6Address) and plain.ipv4_mapped is not None:
        return forbidden_reason(plain.ipv4_mapped, allowed, own)
    if _is_in(plain, allowed):
        return None
    reason = "own" if plain in own else _own_reason(plain)
    if reason is not None:
        return reason
    for embedded in _embedded(plain):
        inner = forbidden_reason(embedded, allowed, own)
        if inner is not None:
            return inner
    return None


def _is_in(address: Address, networks: Collection[Network]) -> bool:
    return any(address.version == network.version and address in network for network in networks)


def _own_reason(address: Address) -> str | None:
    kinds = {
        "unspecified": address.is_unspecified,
        "loopback": address.is_loopback,
        "link_local": address.is_link_local,
        "multicast": address.is_multicast,
    }
    for kind, is_so in kinds.items():
        if is_so:
            return kind
    for network, reason in _DENIED:
        if address.version == network.version and address in network:
            return reason
    return None if address.is_global else "private"


def _embedded(address: Address) -> Iterator[IPv4Address]:
    """The IPv4 addresses inside an IPv6 address: compatible, NAT64, and both of Teredo (server and client)."""
    if isinstance(address, IPv4Address):
        return
    if address in _COMPATIBLE or address in _NAT64:
        yield IPv4Address(int(address) & 0xFFFFFFFF)
    if address.teredo is not None:
        yield from address.teredo
