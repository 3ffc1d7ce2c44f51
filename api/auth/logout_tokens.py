"""Checking a logout token (OpenID Connect Back-Channel Logout 1.0, 2.4 and 2.6): pure, what the signature covers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from api.auth.id_tokens import LEEWAY, check, is_subject, time_rules

EVENT: Final = "http://schemas.openid.net/event/backchannel-logout"
OLDEST: Final = 300
"""Seconds after which a token that says no end of its own is not taken any more."""
_TYPES: Final = ("logout+jwt", "jwt", "application/logout+jwt")
_LONGEST_TEXT: Final = 255


@dataclass(frozen=True)
class LogoutToken:
    """Whose sessions a provider has ended: one by `sid`, or all of a subject. `id` is good once."""

    id: str
    subject: str | None
    provider_session: str | None


def read_logout_token(
    header: dict[str, Any], claims: dict[str, Any], issuer: str, client_id: str, now: float
) -> LogoutToken:
    """What a signed token says. Raises `BadToken`, which names the claim.

    An ID token is none: it has a nonce and no such event. Nor is what an attacker kept: it must be new.
    """
    audience = claims.get("aud")
    events = claims.get("events")
    subject, session = claims.get("sub"), claims.get("sid")
    times = time_rules({"exp": now + LEEWAY} | claims, now)  # the end is said by newer providers only
    check(
        times
        | {
            "typ": str(header.get("typ", "jwt")).lower() in _TYPES,
            "iss": claims.get("iss") == issuer,
            "aud": client_id in (audience if isinstance(audience, list) else [audience]),
            "iat": times["iat"] and claims["iat"] >= now - OLDEST - LEEWAY,
            "events": isinstance(events, dict) and isinstance(events.get(EVENT), dict),
            "nonce": "nonce" not in claims,
            "jti": _is_text(claims.get("jti")),
            "sub": subject is None or is_subject(subject),
            "sid": session is None or _is_text(session),
            "sub or sid": subject is not None or session is not None,
        }
    )
    return LogoutToken(claims["jti"], subject, session)


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and 1 <= len(value) <= _LONGEST_TEXT and value.isprintable()
