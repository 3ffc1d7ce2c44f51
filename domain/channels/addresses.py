"""Where Slack and Teams take messages: addresses of one form each, whose path or query is a secret."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from domain.channels.tables import ChannelKind
from domain.kernel.addresses import Network
from domain.kernel.targets import ForbiddenTarget, ParsedTarget, check_url

_SLACK_HOSTS: Final = ("hooks.slack.com", "hooks.slack-gov.com")
_SLACK_PATH: Final = re.compile(r"/services/[A-Z0-9]{3,20}/[A-Z0-9]{3,20}/[A-Za-z0-9]{8,64}")
_TEAMS_HOSTS: Final = (
    ".logic.azure.com",
    ".logic.azure.us",
    ".logic.azure.cn",
    ".environment.api.powerplatform.com",
    ".environment.api.powerplatform.us",
    ".environment.api.powerplatform.cn",
)
_RETIRED: Final = re.compile(r"(?:.+\.)?webhook\.office(?:365)?\.com|outlook\.office(?:365)?\.com")
_SIGNATURE: Final = re.compile(r"[?&]sig=[^&]{16,}")


def check_channel_url(
    kind: ChannelKind, text: str, *, allow_http: bool = False, allowed: Collection[Network] = ()
) -> ParsedTarget:
    """Read the address of a Slack or Teams channel. Raises `ForbiddenTarget`.

    Networks that the operator opens (in development: loopback) are taken in any form: what stands there is the
    operator's own.
    """
    target = check_url(text, allow_http=allow_http, allowed=allowed)
    if _RETIRED.fullmatch(target.host):
        raise ForbiddenTarget(
            "Microsoft has retired the Office 365 connectors, so nothing arrives at this address. In Teams, choose "
            "Workflows for the channel, the template “Post to a channel when a webhook request is received”, and give "
            "its address here"
        )
    if target.address is not None and any(
        target.address.version == network.version and target.address in network for network in allowed
    ):
        return target
    if target.scheme != "https":
        raise ForbiddenTarget("the address must begin with https://")
    if kind is ChannelKind.SLACK:
        _check_slack(target)
    else:
        _check_teams(target)
    return target


def hint_of(target: ParsedTarget) -> str:
    """What may be shown of an address: its host and its last four characters."""
    return f"{target.scheme}://{target.authority}/…{target.path[-4:]}"


def _check_slack(target: ParsedTarget) -> None:
    if target.host in _SLACK_HOSTS and target.path.startswith("/workflows/"):
        raise ForbiddenTarget(
            "this is the address of a workflow, which takes variables and no messages; make an app with an incoming "
            "webhook for the channel, and give its address (https://hooks.slack.com/services/…)"
        )
    if target.host not in _SLACK_HOSTS or not _SLACK_PATH.fullmatch(target.path):
        raise ForbiddenTarget(
            "must be the address of a Slack incoming webhook: https://hooks.slack.com/services/T…/B…/…"
        )


def _check_teams(target: ParsedTarget) -> None:
    if not target.host.endswith(_TEAMS_HOSTS) or not _SIGNATURE.search(target.path):
        raise ForbiddenTarget(
            "must be the address of a Teams workflow with its signature: https://….logic.azure.com/…&sig=…, or "
            "https://….environment.api.powerplatform.com/…&sig=…"
        )
