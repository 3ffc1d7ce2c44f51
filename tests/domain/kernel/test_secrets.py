"""Secrets at rest are bound to their place, and keys rotate."""

from __future__ import annotations

import base64
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.kernel.secrets import KeyRing, UnreadableSecret

OLD, NEW = (f"{name}:{base64.b64encode(bytes([number]) * 32).decode()}" for name, number in (("old", 1), ("new", 2)))
A, B = UUID(int=1), UUID(int=2)


@given(st.text(max_size=200))
def test_a_secret_is_read_back_where_it_was_made_for(secret: str) -> None:
    ring = KeyRing.parse(NEW)
    assert ring.decrypt(ring.encrypt(secret, tenant_id=A, place="p"), tenant_id=A, place="p") == secret


@pytest.mark.parametrize(("tenant", "place"), [(B, "p"), (A, "q")])
def test_a_secret_that_was_moved_is_not_read(tenant: UUID, place: str) -> None:
    ring = KeyRing.parse(NEW)
    with pytest.raises(UnreadableSecret):
        ring.decrypt(ring.encrypt("s", tenant_id=A, place="p"), tenant_id=tenant, place=place)


def test_the_newest_key_encrypts_and_older_ones_still_decrypt() -> None:
    sealed = KeyRing.parse(OLD).encrypt("s", tenant_id=A, place="p")
    rotated = KeyRing.parse(f"{NEW},{OLD}")
    assert rotated.decrypt(sealed, tenant_id=A, place="p") == "s"
    assert rotated.encrypt("s", tenant_id=A, place="p").startswith("new.")
    with pytest.raises(UnreadableSecret):
        KeyRing.parse(NEW).decrypt(sealed, tenant_id=A, place="p")
