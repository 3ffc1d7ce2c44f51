"""Links in mails that do something: signed, for one purpose, and of no use after their day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from itsdangerous import BadData, URLSafeSerializer

from domain.kernel.secrets import KeyRing

LONGEST = 1_000
CONFIRM_WITHIN = timedelta(days=7)
UNSUBSCRIBE_WITHIN = timedelta(days=400)


class Purpose(StrEnum):
    """What a link does."""

    CONFIRM = "confirm"
    UNSUBSCRIBE = "unsubscribe"
    INVITATION = "invitation"

    @property
    def path(self) -> str:
        """Where it leads: who is invited has to sign in."""
        return f"/{'auth' if self is Purpose.INVITATION else 'mail'}/{self}"


@dataclass(frozen=True, slots=True)
class MailLink:
    """What a link says: in which tenant, which channel, preference or invitation, and what must still be so."""

    purpose: Purpose
    tenant_id: UUID
    kind: str
    id: UUID
    proof: str
    until: datetime

    def url(self, keys: KeyRing, base_url: str) -> str:
        """Its address."""
        content = [self.tenant_id.hex, self.kind, self.id.hex, self.proof, int(self.until.timestamp())]
        return f"{base_url}{self.purpose.path}?token={_signer(keys, self.purpose).dumps(content)}"

    @classmethod
    def read(cls, keys: KeyRing, purpose: Purpose, token: str, now: datetime) -> MailLink | None:
        """The link of a token; None for one that we did not make, for another purpose, or that is too old."""
        if len(token) > LONGEST:
            return None
        try:
            tenant, kind, id, proof, until = _signer(keys, purpose).loads(token)
        except (BadData, ValueError, TypeError):
            return None
        link = cls(purpose, UUID(tenant), kind, UUID(id), proof, datetime.fromtimestamp(until, UTC))
        return link if now < link.until else None


def _signer(keys: KeyRing, purpose: Purpose) -> URLSafeSerializer:
    return URLSafeSerializer(keys.derived("mail links"), salt=str(purpose))
