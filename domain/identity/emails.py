"""E-mail addresses in their one spelling: ASCII, small letters, nothing invisible."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, Field

_FORM = re.compile(r"[!#-'*+./0-9=?^-~-]{1,64}@[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?", re.ASCII)


def normal_email(value: str) -> str:
    """The address in small letters. Raises ValueError for what could be mistaken for another address.

    Addresses beyond ASCII are refused: look-alike letters and invisible characters are how accounts are taken over.
    """
    address = value.strip(" ").lower()
    if len(address) > 254 or ".." in address or not _FORM.fullmatch(address):
        raise ValueError("must be an e-mail address in ASCII, such as ann@example.com")
    return address


EmailAddress = Annotated[
    str,
    AfterValidator(normal_email),
    Field(max_length=254, json_schema_extra={"format": "email"}, examples=["ann@example.com"]),
]
"""An e-mail address, kept in small letters."""
