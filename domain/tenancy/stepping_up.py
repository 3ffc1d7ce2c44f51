"""Grave acts need a person who has just proved who they are: an unlocked screen or a stolen cookie is not enough."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from domain.kernel.errors import StepUpRequired
from domain.kernel.work import Work

RECENT: Final = timedelta(minutes=10)
"""How long after signing in a person may do grave acts."""


def require_recent(work: Work) -> None:
    """Raises `StepUpRequired` unless a session's person has proved at the provider within `RECENT` who they are.

    Keys, operators and workers pass: they cannot prove it anew, and what they may do was decided when they were made.
    """
    principal = work.principal
    if principal.session_id is None:
        return
    proved_at = principal.authenticated_at
    if proved_at is None or proved_at + RECENT < work.now:
        minutes = int(RECENT.total_seconds()) // 60
        raise StepUpRequired(
            f"this needs a person who has signed in within the last {minutes} minutes: sign in again, and repeat it",
            login_url=f"{work.runtime.settings.base_url}/auth/login?prompt=login",
        )
