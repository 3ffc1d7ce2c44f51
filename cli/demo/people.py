"""The demo's people as the development OpenID provider is to know them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from cli.demo.story import Person, TenantStory


def address_of(tenant: TenantStory, person: Person) -> str:
    """By which address a person signs in."""
    return f"{person.short}@{tenant.slug}.example"


def provider_users(tenants: Iterable[TenantStory]) -> list[dict[str, Any]]:  # Any: claims of a token
    """One entry a person, who is invited among them: the subject, which is what one types to sign in, and claims."""
    return [
        {"sub": email, "email": email, "email_verified": True, "name": person.name}
        for tenant in tenants
        for person in (*tenant.people, tenant.invited)
        if (email := address_of(tenant, person))
    ]
