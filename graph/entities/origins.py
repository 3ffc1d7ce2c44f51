"""Where technology and talent come from."""

from __future__ import annotations

from domain.resources.origin_tables import TalentSource, Technology
from domain.tenancy.permissions import Action
from graph.deriving import can, columns, entity, to_one
from graph.entities.catalogue_entries import CATALOGUE_ITEM

TECHNOLOGY = entity(
    Technology,
    [
        columns(
            Technology,
            {
                "source": "How it is obtained.",
                "provider": "Who made it, shares it or sells it.",
                "version_label": "The version in use, as its provider calls it.",
                "licence_spdx": "Its licence, an SPDX expression.",
                "licence_text": "The words of the licence or contract that matter.",
                "catalogue_code": "Code of the entry of the catalogue that tells of it.",
            },
            codes=("licence_spdx", "catalogue_code"),
        ),
        CATALOGUE_ITEM,
        to_one(Technology, "venture_id", "venture", "The venture that uses it."),
        to_one(Technology, "resource_id", "resource", "The resource that it is."),
        can(edit=Action.RESOURCE_WRITE, archive=Action.RESOURCE_WRITE),
    ],
    plural="technologies",
)

TALENT_SOURCE = entity(
    TalentSource,
    [
        columns(
            TalentSource,
            {
                "channel": "How the people are won.",
                "partner": "The university, agency or school.",
                "programme": "The programme, course or campaign.",
                "skill": "What they bring or learn.",
                "starts_on": "First day.",
                "ends_on": "Last day.",
            },
        ),
        to_one(TalentSource, "venture_id", "venture", "The venture that wins them."),
        to_one(TalentSource, "resource_id", "resource", "The resource that they are."),
        can(edit=Action.RESOURCE_WRITE, archive=Action.RESOURCE_WRITE),
    ],
)

ENTITIES = (TECHNOLOGY, TALENT_SOURCE)
