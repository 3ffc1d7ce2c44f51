"""What is told of webhook endpoints and of channels, beside their changes."""

from __future__ import annotations

from typing import Annotated, Final

from typing_extensions import TypedDict

from domain.kernel.events import EventType, an_id, an_instant, said

TEST: Final = "webhook.test"
"""The type of a test event: it goes to the endpoint that it is about, and to no other."""


CHANNEL_TEST: Final = "channel.test"
"""The type of a test message: it goes to the channel that it is about, and to no other."""

TESTS: Final = frozenset({TEST, CHANNEL_TEST})


class EndpointDisabled(TypedDict):
    """An endpoint to which nothing more is sent."""

    endpoint_id: Annotated[str, an_id("webhook_endpoint", "The endpoint.")]
    reason: Annotated[str, said("Why it was disabled.", "nothing but failure for five days")]
    failing_since: Annotated[str | None, an_instant("Since when nothing has arrived; null: it said itself to stop.")]


class EndpointTested(TypedDict):
    """A test of an endpoint."""

    endpoint_id: Annotated[str, an_id("webhook_endpoint", "The endpoint.")]


class ChannelDisabled(TypedDict):
    """A channel to which nothing more is told."""

    channel_id: Annotated[str, an_id("channel", "The channel.")]
    name: Annotated[str, said("What it is called.", "Alerts to the team")]
    reason: Annotated[str, said("Why it was disabled.", "Slack answered channel_is_archived")]


class ChannelTested(TypedDict):
    """A test of a channel."""

    channel_id: Annotated[str, an_id("channel", "The channel.")]
    name: Annotated[str, said("What it is called.", "Alerts to the team")]


EVENTS: Final = (
    EventType(
        "channel.disabled",
        "A channel was disabled, because nobody takes its messages any more.",
        "channel",
        more=ChannelDisabled,
    ),
    EventType(
        CHANNEL_TEST,
        "A test, asked for by a person; told only to the channel that is its subject.",
        "channel",
        more=ChannelTested,
    ),
    EventType(
        "webhook.endpoint.disabled",
        "An endpoint was disabled after nothing but failure, or because it answered 410 Gone.",
        "webhook_endpoint",
        more=EndpointDisabled,
    ),
    EventType(
        TEST,
        "A test, asked for by a person; sent only to the endpoint that is its subject.",
        "webhook_endpoint",
        more=EndpointTested,
    ),
)
