"""Headers of an endpoint's own, for the gateways before it: written, encrypted, and never shown."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Annotated, Final

from pydantic import AfterValidator, Field

from domain.kernel.inputs import Input

MOST_HEADERS: Final = 10
_NAME = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+", re.ASCII)
_VALUE = re.compile(r"[\x21-\x7e]([\x20-\x7e\t]*[\x21-\x7e])?", re.ASCII)
_OURS = frozenset(
    {"accept", "accept-encoding", "connection", "date", "expect", "host", "http2-settings", "keep-alive", "te"}
    | {"trailer", "transfer-encoding", "upgrade", "user-agent", "via", "forwarded", "cookie"}
)
_OUR_BEGINNINGS = ("webhook-", "content-", "proxy-", "x-forwarded-")


def _name(value: str) -> str:
    if not _NAME.fullmatch(value):
        raise ValueError("must be the name of a header: letters, digits and - without blanks")
    if value.lower() in _OURS or value.lower().startswith(_OUR_BEGINNINGS):
        raise ValueError("is a header that deliveries set themselves, or that belongs to the connection")
    return value


def _value(value: str) -> str:
    if not _VALUE.fullmatch(value):
        raise ValueError("must be visible ASCII characters, with blanks between them")
    return value


class WebhookHeader(Input):
    """A header that is sent with every delivery."""

    name: Annotated[str, AfterValidator(_name), Field(min_length=1, max_length=100, examples=["X-Api-Key"])] = Field(
        description="Its name."
    )
    value: Annotated[str, AfterValidator(_value), Field(min_length=1, max_length=2000, examples=["s3cret"])] = Field(
        description="Its value: never shown again."
    )


def _each_once(headers: list[WebhookHeader]) -> list[WebhookHeader]:
    names = [header.name.lower() for header in headers]
    if len(set(names)) < len(names):
        raise ValueError("must name each header once; capitals do not tell headers apart")
    return headers


WebhookHeaders = Annotated[list[WebhookHeader], AfterValidator(_each_once), Field(max_length=MOST_HEADERS)]


def names_of(headers: Iterable[WebhookHeader]) -> list[str]:
    """What may be shown of them."""
    return [header.name for header in headers]
