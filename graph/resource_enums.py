"""What the enumerations of resources and of the catalogue mean, for the schema."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from domain.catalogue.tables import CatalogueKind
from domain.resources.compute_tables import Accelerator
from domain.resources.data_tables import ConsentBasis, DataChannel, DataPurpose
from domain.resources.origin_tables import TalentChannel, TechnologySource

MEANINGS: Final[Mapping[type[StrEnum], Mapping[str, str]]] = {
    CatalogueKind: {
        "framework": "What models are built with.",
        "environment": "Where people work on them.",
        "tool": "What helps beside them.",
        "model": "A trained model.",
        "service": "Something that others run.",
        "hardware": "Machines.",
        "other": "Anything else.",
    },
    DataChannel: {
        "public_set": "A public data set.",
        "partnership": "A partner shares them.",
        "self_collected": "The venture collects them itself.",
        "purchased": "They are bought.",
    },
    ConsentBasis: {
        "consent": "The persons have agreed.",
        "contract": "A contract with them needs it.",
        "legal_obligation": "A law demands it.",
        "vital_interests": "Somebody's life depends on it.",
        "public_task": "A public authority has ordered it.",
        "legitimate_interests": "The venture's interests outweigh theirs; China's law knows no such basis.",
    },
    DataPurpose: {
        "training": "Training of models.",
        "evaluation": "Evaluation of models.",
        "research": "Research.",
        "commercial": "Commercial use.",
        "redistribution": "They are passed on.",
    },
    Accelerator: {
        "gpu": "Graphics processors.",
        "tpu": "Tensor processors.",
        "cpu": "General processors.",
    },
    TechnologySource: {
        "open_source": "It is open source.",
        "joint_research": "It comes from research with others.",
        "purchased": "It is bought.",
    },
    TalentChannel: {
        "recruiting": "They are hired.",
        "university": "A university cooperates.",
        "training": "They are trained.",
    },
}
