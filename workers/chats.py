"""Sending to Slack and Teams: the stored bytes to a secret address, and what the answers mean there."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from typing import Final

from domain.channels.commands import url_place
from domain.channels.slack import without_blocks
from domain.kernel.runtime import Runtime
from domain.webhooks.retries import Outcome, Verdict
from workers.outbound import Answer, Outbound
from workers.sending import Parcel

_BLOCKS: Final = re.compile(r"invalid_blocks|msg_blocks_too_long|invalid_payload")
_GONE_AT_SLACK: Final = frozenset({403, 404, 410})
_GONE_AT_TEAMS: Final = frozenset({401, 403, 404, 410})
_NO_SUCH_FLOW: Final = re.compile(r"WorkflowTriggerIsNotEnabled|WorkflowNotFound|WorkflowDisabled", re.IGNORECASE)
_WORD: Final = re.compile(r"[a-z_]{1,60}")
ACCEPTED: Final = "accepted by the workflow; whether it is posted is not told"


class ChatSender:
    """Posts to a channel at Slack or Teams."""

    def __init__(self, runtime: Runtime, outbound: Outbound) -> None:
        self._runtime = runtime
        self._outbound = outbound

    async def send(self, parcel: Parcel, body: bytes, at: datetime) -> Answer:
        """Send one."""
        target = parcel.endpoint
        place = url_place(target.id)
        url = self._runtime.keys.decrypt(target.url or "", tenant_id=parcel.tenant_id, place=place)
        answer = await self._outbound.post(url, {}, body)
        if target.kind == "teams":
            return meant_by_teams(answer)
        if answer.status == 400 and _BLOCKS.search(answer.excerpt or ""):
            # Ours to mend; until then the words arrive, if not their form.
            answer = await self._outbound.post(url, {}, without_blocks(body))
        return meant_by_slack(answer)


def meant_by_slack(answer: Answer) -> Answer:
    """An answer with what it means: Slack says in a word why it takes no message.

    403, 404 and 410 are for good: the app was removed, the channel archived. 400 is a message that it will not take at
    another try either. All else is tried again.
    """
    status, said = answer.status, (answer.excerpt or "").strip()
    why = f"Slack answered {said}" if _WORD.fullmatch(said) else None
    if status in _GONE_AT_SLACK:
        return replace(answer, error=why or f"Slack answered {status}", outcome=Outcome(Verdict.GONE))
    if status == 400:
        return replace(answer, error=why or "Slack does not take the message", outcome=Outcome(Verdict.REFUSED))
    return answer if status is not None and status < 300 else replace(answer, error=answer.error or why)


def meant_by_teams(answer: Answer) -> Answer:
    """An answer with what it means: 202 says that the workflow has it, and nothing of what becomes of it.

    401, 403, 404, 410 and a workflow that is turned off are for good; 400 and 413 are for this message.
    """
    status, said = answer.status, answer.excerpt or ""
    if status in _GONE_AT_TEAMS or (status == 400 and _NO_SUCH_FLOW.search(said)):
        gone = f"the workflow is gone, turned off, or its address is no longer valid ({status})"
        return replace(answer, error=gone, outcome=Outcome(Verdict.GONE))
    if status in (400, 413):
        refused = "the workflow does not take the message"
        return replace(answer, error=refused, outcome=Outcome(Verdict.REFUSED))
    return replace(answer, excerpt=said or ACCEPTED) if status is not None and status < 300 else answer
