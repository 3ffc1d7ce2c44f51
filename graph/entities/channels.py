"""Channels, for administrators, and what a member chose to be told, for that member."""

from __future__ import annotations

from domain.channels.tables import Channel, NotificationPreference
from domain.tenancy.permissions import Action
from graph import kinds
from graph.deriving import can, column_field, columns, entity, to_many, to_one

CHANNEL = entity(
    Channel,
    [
        columns(
            Channel,
            {
                "kind": "How it is told.",
                "name": "What it is called.",
                "url_hint": "Host and last characters of the address at Slack or Teams, which is a secret.",
                "event_types": "Exact types, prefixes that end in `.*`, or `*` for all.",
                "venture_ids": "Only events of these ventures; empty: all.",
                "categories": "Only events of these risk categories; empty: all.",
                "min_severity": "Only alerts at least this grave; empty: all.",
                "role": "As whose role its messages are read.",
                "language": "Its language, `en` or `zh-CN`; empty: the tenant's.",
                "enabled": "Whether events are told.",
                "disabled_reason": "Why nothing is told.",
                "confirmed_at": "When the reader of the e-mail address agreed; nothing is sent before.",
                "asked_at": "When the reader was asked last.",
            },
        ),
        column_field(Channel, "address", "Where mail goes; empty for the other kinds.", kind=kinds.EMAIL),
        to_many("deliveries", "delivery", "endpoint_id", "What was told there, the newest first.", "-id"),
        to_many("replays", "delivery_replay", "channel_id", "What was told there again, the newest first.", "-id"),
        can(edit=Action.WEBHOOK_WRITE),
    ],
    needs=Action.WEBHOOK_READ,
    whole=True,
    order=("name",),
)

PREFERENCE = entity(
    NotificationPreference,
    [
        columns(
            NotificationPreference,
            {
                "email": "Whether you are told by e-mail.",
                "disabled_reason": "Why it was turned off by itself.",
                "event_types": "Exact types, prefixes that end in `.*`, or `*` for all.",
                "venture_ids": "Only events of these ventures; empty: all that you may see.",
                "categories": "Only events of these risk categories; empty: all.",
                "min_severity": "Only alerts at least this grave; empty: all.",
                "language": "Your language, `en` or `zh-CN`; empty: the tenant's.",
                "time_zone": "The zone of your hours; empty: the tenant's.",
                "quiet_from": "When your quiet hours begin.",
                "quiet_to": "When they end.",
                "quiet_days": "The days on which they begin; empty: every day.",
                "digest": "Whether you are told at once, or in one mail a day or a week.",
                "digest_hour": "The hour at which a digest is sent.",
                "digest_day": "The day on which a weekly digest is sent.",
            },
        ),
        column_field(NotificationPreference, "address", "Where your mail goes.", kind=kinds.EMAIL),
        to_one(NotificationPreference, "member_id", "member", "Whose it is: yours."),
    ],
    description="What you chose to be told by e-mail, and when. Everybody sees only their own.",
    own="{row}.tenant_id = {tenant} AND {row}.member_id = {me}",
)

ENTITIES = (CHANNEL, PREFERENCE)
