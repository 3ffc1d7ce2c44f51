"""Secrets at rest: AES-256-GCM under a key ring whose newest key encrypts; every ciphertext is bound to its place."""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM


class UnreadableSecret(Exception):
    """A ciphertext whose key is gone, or that was moved from the place it was made for."""


@dataclass(frozen=True)
class KeyRing:
    """Named 256-bit keys, the newest first."""

    keys: Mapping[str, bytes] = field(repr=False)
    _derived: dict[str, bytes] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def parse(cls, text: str) -> KeyRing:
        """A ring from `name:base64,name:base64`; an empty text gives a ring that can do nothing."""
        entries = (entry.strip().partition(":") for entry in text.split(",") if entry.strip())
        return cls({name: base64.b64decode(key) for name, _, key in entries})

    def encrypt(self, secret: str, *, tenant_id: UUID, place: str) -> str:
        """`<key name>.<base64 of nonce and ciphertext>`, bound to the tenant and the place (`table.column:id`)."""
        name, key = next(iter(self.keys.items()))
        nonce = os.urandom(12)
        sealed = AESGCM(key).encrypt(nonce, secret.encode(), self._bound(tenant_id, place))
        return f"{name}.{base64.b64encode(nonce + sealed).decode()}"

    def decrypt(self, text: str, *, tenant_id: UUID, place: str) -> str:
        """The secret. Raises `UnreadableSecret`."""
        name, _, sealed = text.partition(".")
        if name not in self.keys:
            raise UnreadableSecret(f"the key {name} is not in the key ring")
        raw = base64.b64decode(sealed)
        try:
            return AESGCM(self.keys[name]).decrypt(raw[:12], raw[12:], self._bound(tenant_id, place)).decode()
        except InvalidTag:
            raise UnreadableSecret("the secret was changed, or stands where it does not belong") from None

    def derived(self, purpose: str) -> bytes:
        """A 256-bit key for one purpose (cookies, cursors), from the newest key."""
        if purpose not in self._derived:
            key = next(iter(self.keys.values()))
            self._derived[purpose] = hmac.new(key, purpose.encode(), hashlib.sha256).digest()
        return self._derived[purpose]

    def sign(self, purpose: str, message: bytes) -> str:
        """`<key name>.<hex>`: an HMAC of the message under the newest key, for one purpose."""
        name = next(iter(self.keys))
        return f"{name}.{self._mac(name, purpose, message)}"

    def signed(self, purpose: str, message: bytes, signature: str) -> bool:
        """Whether a signature was made over the message by a key that is in the ring."""
        name, _, mac = signature.partition(".")
        return name in self.keys and hmac.compare_digest(mac, self._mac(name, purpose, message))

    def _mac(self, name: str, purpose: str, message: bytes) -> str:
        own = hmac.new(self.keys[name], f"sign {purpose}".encode(), hashlib.sha256).digest()
        return hmac.new(own, message, hashlib.sha256).hexdigest()

    @staticmethod
    def _bound(tenant_id: UUID, place: str) -> bytes:
        return tenant_id.bytes + place.encode()
