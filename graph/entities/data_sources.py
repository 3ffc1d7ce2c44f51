"""Where data come from, on what terms, and who uses them."""

from __future__ import annotations

from domain.resources.data_tables import DataSource, DataUse
from domain.tenancy.permissions import Action
from graph import kinds
from graph.deriving import can, column_field, columns, entity, to_many, to_one, worked_out

_OF_RESOURCE = "(SELECT x.{0} FROM resource x WHERE x.tenant_id = {{tenant}} AND x.id = {{row}}.resource_id)"

DATA_SOURCE = entity(
    DataSource,
    [
        columns(
            DataSource,
            {
                "channel": "How the data are obtained.",
                "origin": "Who publishes, sells or shares them.",
                "licence_spdx": "Their licence, an SPDX expression.",
                "licence_text": "The words of the licence or contract that matter.",
                "allows_commercial": "Whether the licence allows commercial use; empty: nobody has looked.",
                "allows_training": "Whether the licence allows the training of models; empty: nobody has looked.",
                "allows_redistribution": "Whether the licence allows to pass the data on; empty: nobody has looked.",
                "personal_data": "Whether they tell of persons; empty: nobody has looked.",
                "consent_basis": "Why personal data may be processed.",
                "consent_until": "The last day that this basis covers.",
                "assessed_on": "When the impact of processing personal data was assessed.",
            },
            codes=("licence_spdx",),
        ),
        column_field(DataSource, "url", "Where they are described.", kind=kinds.ADDRESS),
        worked_out(
            "size",
            "How many there are: the resource's amount.",
            kinds.DECIMAL,
            _OF_RESOURCE.format("amount"),
            nullable=True,
        ),
        worked_out("unit", "The unit of the size.", kinds.TEXT, _OF_RESOURCE.format("unit"), nullable=True),
        worked_out(
            "licensed_until",
            "The last day of the licence: the resource's.",
            kinds.DATE,
            _OF_RESOURCE.format("expires_on"),
            nullable=True,
        ),
        worked_out(
            "is_expired",
            "Whether the last day of the licence or of the basis has passed in the tenant's time zone.",
            kinds.BOOL,
            f"coalesce(least({_OF_RESOURCE.format('expires_on')}, {{row}}.consent_until) < {{today}}, false)",
        ),
        to_one(DataSource, "venture_id", "venture", "The venture whose data they are."),
        to_one(DataSource, "resource_id", "resource", "The resource that they are."),
        to_many("indicators", "indicator", "data_source_id", "The indicators that tell of their drift."),
        to_many("uses", "data_use", "data_source_id", "Who uses them, and what for."),
        can(edit=Action.RESOURCE_WRITE, archive=Action.RESOURCE_WRITE),
    ],
)

DATA_USE = entity(
    DataUse,
    [
        columns(
            DataUse,
            {
                "purpose": "What the data are used for.",
                "start_on": "First day.",
                "end_on": "Last day; empty: it goes on.",
                "note": "More about it.",
            },
        ),
        to_one(DataUse, "venture_id", "venture", "The venture."),
        to_one(DataUse, "data_source_id", "data_source", "The data."),
        to_one(DataUse, "team_id", "team", "The team that uses them."),
        to_one(DataUse, "milestone_id", "milestone", "The milestone that needs them."),
        can(edit=Action.RESOURCE_WRITE, archive=Action.RESOURCE_WRITE),
    ],
)

ENTITIES = (DATA_SOURCE, DATA_USE)
