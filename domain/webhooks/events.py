"""What is told of webhook endpoints, beside their changes."""

from __future__ import annotations

from typing import Annotated, Final

from typing_extensions import TypedDict

from domain.kernel.events import EventType, an_id, an_instant, said

TEST: Final = "webhook.test"
"""The type of a test event: it goes to the endpoint that it is about, and to no other."""


class EndpointDisabled(TypedDict):
    """An endpoint to which nothing more is sent."""

    endpoint_id: Annotated[str, an_id("webhook_endpoint", "The endpoint.")]
    reason: Annotated[str, said("Why it was disabled.", "nothing but failure for five days")]
    failing_since: Annotated[str | None, an_instant("Since when nothing has arrived; null: it said itself to stop.")]


class EndpointTested(TypedDict):
    """A test of an endpoint."""

    endpoint_id: Annotated[str, an_id("webhook_endpoint", "The endpoint.")]


EVENTS: Final = (
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
