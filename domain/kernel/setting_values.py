"""What the texts of settings must look like: each answers the value, or says what is wrong with it."""

from __future__ import annotations

import base64
import binascii
import ipaddress
import re
from email.utils import parseaddr
from typing import Any
from urllib.parse import urlsplit

from pydantic import SecretStr


def postgres_url(value: str) -> str:
    """The address of a PostgreSQL, or nothing. Raises ValueError."""
    if value and urlsplit(value).scheme not in ("postgresql", "postgres"):
        raise ValueError("must begin with postgresql://")
    return value


def redis_url(value: str) -> str:
    """The address of a Redis, or nothing. Raises ValueError."""
    if value and urlsplit(value).scheme not in ("redis", "rediss", "unix"):
        raise ValueError("must begin with redis://, rediss:// or unix://")
    return value


def smtp_url(value: SecretStr) -> SecretStr:
    """The address of a mail server, or nothing. Raises ValueError."""
    parts = urlsplit(value.get_secret_value())
    if parts.scheme == "file" and parts.path.startswith("/") and not parts.netloc:
        return value
    if value.get_secret_value() and (parts.scheme not in ("smtp", "starttls", "smtps") or not parts.hostname):
        raise ValueError("must be smtp://, starttls:// or smtps:// with a host")
    return value


def mail_from(value: str) -> str:
    """An address, with or without a name. Raises ValueError."""
    address = parseaddr(value)[1]
    if not re.fullmatch(r"[^\s@<>]+@[^\s@<>]+", address) or not address.isascii() or not value.isprintable():
        raise ValueError("must be an address, or a name and an address in <>")
    return value


def key_ring(value: SecretStr) -> SecretStr:
    """A key ring's text, or nothing. Raises ValueError."""
    for entry in filter(None, value.get_secret_value().split(",")):
        name, _, key = entry.strip().partition(":")
        try:
            size = len(base64.b64decode(key, validate=True))
        except (binascii.Error, ValueError):
            size = 0
        if not name.isalnum() or size != 32:
            raise ValueError("each entry is <name>:<base64 of 32 bytes>, the newest first, separated by commas")
    return value


def dns_servers(value: Any) -> Any:
    """DNS servers, each with its port. Raises ValueError."""
    servers = [each.strip() for each in value.split(",") if each.strip()] if isinstance(value, str) else value
    for server in servers:
        host, _, port = server.rpartition(":")
        if not port.isdecimal() or not 1 <= int(port) <= 65535:
            raise ValueError("each must be an address and a port, such as 10.0.0.2:53")
        ipaddress.ip_address(host.strip("[]"))
    return tuple(servers)
