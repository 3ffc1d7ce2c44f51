"""Live messages: what the relay publishes on Redis and those who listen are woken by. Lost ones only cost time."""

from __future__ import annotations

from uuid import UUID


def channel_of(tenant_id: UUID) -> str:
    """The Redis channel of a tenant's live messages."""
    return f"milepost:live:{tenant_id.hex}"
