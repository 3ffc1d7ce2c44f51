"""Identity providers and domains of a tenant, for administrators."""

from __future__ import annotations

from domain.single_sign_on.tables import Domain, IdentityProvider
from domain.tenancy.permissions import Action
from graph.deriving import can, columns, entity

IDENTITY_PROVIDER = entity(
    IdentityProvider,
    [
        columns(
            IdentityProvider,
            {
                "title": "What people read on the button.",
                "issuer": "Its issuer, as its tokens name it.",
                "client_id": "By which it knows this installation.",
                "scopes": "What is asked of it.",
                "trust_email": "Whether its word is taken for addresses that it does not call verified or unverified.",
                "group_claim": "The claim that names a person's groups; empty: groups are not looked at.",
                "group_roles": "Which group has which role: a list of `{group, role}`.",
                "default_role": "The role that a newcomer gets; empty: none without a group's role.",
                "most_role": "The most powerful role that it signs in: that of who said last where it points.",
                "enabled": "Whether it is offered.",
            },
        ),
        can(edit=Action.IDENTITY_PROVIDER_WRITE, archive=Action.IDENTITY_PROVIDER_WRITE),
    ],
    needs=Action.IDENTITY_PROVIDER_READ,
    whole=True,
    order=("title",),
)

DOMAIN = entity(
    Domain,
    [
        columns(
            Domain,
            {
                "name": "The domain of e-mail addresses.",
                "token": "What its TXT record must hold after `milepost-domain-verification=`.",
                "verified_at": "When it was shown to be the tenant's; empty: not yet.",
                "verified_by": "How.",
            },
        ),
        can(verify=Action.IDENTITY_PROVIDER_WRITE, archive=Action.IDENTITY_PROVIDER_WRITE),
    ],
    needs=Action.IDENTITY_PROVIDER_READ,
    whole=True,
    order=("name",),
)

ENTITIES = (IDENTITY_PROVIDER, DOMAIN)
