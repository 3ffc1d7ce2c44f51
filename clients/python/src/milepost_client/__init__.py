"""Milepost for Python: every operation of its REST interface with types, and webhooks whose signature is checked."""

from milepost_client.calling import MilepostError, Pages
from milepost_client.client import Milepost
from milepost_client.webhooks import Event, WebhookVerificationError, verified

__all__ = ["Event", "Milepost", "MilepostError", "Pages", "WebhookVerificationError", "verified"]
