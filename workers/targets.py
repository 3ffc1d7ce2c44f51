"""The three parts of what is sent to: webhooks, chats, mails. Each has its own share of what is under way.

So a mail server that does not answer keeps no webhook waiting, however many mails there are.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from domain.kernel.runtime import Runtime
from domain.kernel.work import Work
from domain.webhooks.retries import Outcome
from workers.channels import PERSON, disable_channel, listening_chats, listening_mails
from workers.chats import ChatSender
from workers.endpoints import disable, listening
from workers.mailing import Mailer, MailSender
from workers.outbound import Answer, Outbound
from workers.sending import Parcel, Sender, senders

Disable = Callable[[Runtime, Parcel, Outcome, datetime | None, str | None, Answer], Awaitable[None]]
"""Gives up what an attempt's outcome, the time since which there was nothing but failure, or a reason of ours say."""


@dataclass(frozen=True)
class Targets:
    """One part: who has due deliveries, how each kind is sent to, and how one is given up."""

    listening: Callable[[Work], Awaitable[Sequence[Any]]]
    senders: Callable[[Runtime, Outbound], Mapping[str, Sender]]
    disable: Disable


async def _disable_endpoint(
    runtime: Runtime, parcel: Parcel, outcome: Outcome, since: datetime | None, reason: str | None, answer: Answer
) -> None:
    await disable(runtime, parcel.tenant_id, parcel.endpoint.id, outcome, since, reason)


async def _disable_channel(
    runtime: Runtime, parcel: Parcel, outcome: Outcome, since: datetime | None, reason: str | None, answer: Answer
) -> None:
    await disable_channel(runtime, parcel.tenant_id, parcel.endpoint, outcome, since, reason, answer)


def _chat_senders(runtime: Runtime, outbound: Outbound) -> Mapping[str, Sender]:
    sender = ChatSender(runtime, outbound)
    return {"slack": sender, "teams": sender}


def _mail_senders(runtime: Runtime, outbound: Outbound) -> Mapping[str, Sender]:
    sender = MailSender(runtime, Mailer(runtime.settings))
    return {"email": sender, "member": sender, PERSON: sender}


WEBHOOKS: Final = Targets(listening, senders, _disable_endpoint)
CHATS: Final = Targets(listening_chats, _chat_senders, _disable_channel)
MAILS: Final = Targets(listening_mails, _mail_senders, _disable_channel)
