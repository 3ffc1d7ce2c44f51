"""Cursors: the order's values and the id of a row, sealed for one list, one order, one filter and one tenant.

PostgreSQL writes them (the seal is HMAC-SHA256, whose two inner keys are parameters), this process opens them.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import orjson

from graph.errors import BadInput
from graph.frames import Build
from graph.given import Given
from graph.ordering import OrderKey
from graph.request import Read, Request

LONGEST: Final = 100_000
_SEAL = 16
_REFUSAL: Final = "the cursor does not belong to this list, order and filter; begin again without it"
_BLOCK = 64


@dataclass(frozen=True, eq=False)
class Position:
    """The list that a cursor is for."""

    word: str
    link: str
    filter: Given | None
    order: str

    def key(self, asking: Request) -> bytes:
        """The key of the list's cursors."""
        if id(self) not in asking.kept:
            chosen = self.filter.read(asking.variables) if self.filter is not None else None
            written = orjson.dumps(chosen or None, default=str, option=orjson.OPT_SORT_KEYS | orjson.OPT_NON_STR_KEYS)
            bound = b"\0".join(
                [asking.tenant_id.bytes, self.word.encode(), self.link.encode(), self.order.encode(), written]
            )
            asking.kept[id(self)] = hmac.new(asking.cursor_key, bound, hashlib.sha256).digest()
        found: bytes = asking.kept[id(self)]
        return found

    def message(self, keys: Sequence[OrderKey], alias: str) -> str:
        """The SQL of a cursor's content over a page's row."""
        values = ", ".join(f"{alias}.{key.name}::text" for key in keys)
        return f"convert_to(json_build_array({values})::text, 'UTF8')"

    def open(self, text: Any, keys: int, asking: Request) -> list[str | None]:
        """The values in a cursor. Raises `BadInput`, in the same words whatever is wrong."""
        try:
            if not isinstance(text, str) or len(text) > LONGEST:
                raise BadInput(_REFUSAL, ("cursor",))
            raw = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
            if base64.urlsafe_b64encode(raw).rstrip(b"=") != text.encode():  # one spelling only
                raise BadInput(_REFUSAL, ("cursor",))
            sealed = hmac.new(self.key(asking), raw[_SEAL:], hashlib.sha256).digest()[:_SEAL]
            if not hmac.compare_digest(sealed, raw[:_SEAL]):
                raise BadInput(_REFUSAL, ("cursor",))
            values: list[str | None] = orjson.loads(raw[_SEAL:])
        except (binascii.Error, ValueError, UnicodeEncodeError):
            raise BadInput(_REFUSAL, ("cursor",)) from None
        if len(values) != keys:
            raise BadInput(_REFUSAL, ("cursor",))
        return values


_INNER, _OUTER = (bytes(byte ^ pad for byte in range(256)) for pad in (0x36, 0x5C))


def _padded(position: Position, pads: bytes) -> Read:
    return lambda asking: position.key(asking).ljust(_BLOCK, b"\0").translate(pads)


def cursor_sql(build: Build, position: Position, message: str) -> str:
    """The SQL of a row's cursor, given its content."""
    inner = build.shared(f"ipad{id(position)}", _padded(position, _INNER), "bytea")
    outer = build.shared(f"opad{id(position)}", _padded(position, _OUTER), "bytea")
    seal = f"substr(sha256({outer} || sha256({inner} || {message})), 1, {_SEAL})"
    return f"translate(encode({seal} || {message}, 'base64'), '+/=' || chr(10), '-_')"


def keyset_sql(build: Build, position: Position, keys: Sequence[OrderKey], cursor: Given) -> str:
    """The condition of the rows that come after a cursor in the order of `keys`."""
    number = len(keys)
    token = object()

    def opened(asking: Request) -> list[str | None]:
        if id(token) not in asking.kept:
            asking.kept[id(token)] = position.open(cursor.read(asking.variables), number, asking)
        found: list[str | None] = asking.kept[id(token)]
        return found

    def value(place: int) -> Read:
        return lambda asking: opened(asking)[place]

    bounds = [f"({build.bind(value(place), 'text')})::{key.cast}" for place, key in enumerate(keys)]
    if all(not key.nullable and key.descending == keys[0].descending for key in keys):
        sign = "<" if keys[0].descending else ">"
        return f"({', '.join(key.sql for key in keys)}) {sign} ({', '.join(bounds)})"
    condition = ""
    for key, bound in reversed(list(zip(keys, bounds, strict=True))):
        beyond = _beyond(key, bound)
        condition = f"({beyond} OR ({_same(key, bound)} AND {condition}))" if condition else beyond
    return condition


def _beyond(key: OrderKey, bound: str) -> str:
    sign = "<" if key.descending else ">"
    if not key.nullable:
        return f"{key.sql} {sign} {bound}"
    if key.nulls_first:
        return f"({key.sql} IS NOT NULL AND ({bound} IS NULL OR {key.sql} {sign} {bound}))"
    return f"({bound} IS NOT NULL AND ({key.sql} IS NULL OR {key.sql} {sign} {bound}))"


def _same(key: OrderKey, bound: str) -> str:
    return f"{key.sql} IS NOT DISTINCT FROM {bound}" if key.nullable else f"{key.sql} = {bound}"
