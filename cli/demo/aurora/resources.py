"""The resources of the ventures of Aurora Labs in detail, and what they have added to the catalogue."""

from __future__ import annotations

from cli.demo.resource_stories import (
    DataStory,
    EntryStory,
    PoolStory,
    ResourcesStory,
    TalentStory,
    TechnologyStory,
    TenantResources,
    UseStory,
)
from domain.catalogue.tables import CatalogueKind
from domain.resources.compute_tables import Accelerator
from domain.resources.data_tables import ConsentBasis, DataChannel, DataPurpose
from domain.resources.origin_tables import TalentChannel, TechnologySource

_ENTRIES = (
    EntryStory(
        "nordhagen_viewer",
        CatalogueKind.TOOL,
        "Nordhagen Viewer",
        "Shows chest studies and takes the marks of two readers, inside the hospital's network.",
        strengths=("Data never leave the hospital", "Readers know it"),
        weaknesses=("Runs on the hospital's machines only", "No interface for other programs"),
        fits=("Labelling with partner hospitals",),
        url="https://viewer.nordhagen.example/",
        spdx="LicenseRef-Nordhagen-Partner",
        note="Version 2 is not mended any more since version 3 came.",
        noted=-40,
        retired=-40,
    ),
)

DIAGNOSTICS = ResourcesStory(
    data=(
        DataStory(
            "Chest studies of the Nordhagen hospitals",
            DataChannel.PARTNERSHIP,
            "Nordhagen hospitals",
            spdx="LicenseRef-Nordhagen-Research",
            text="Research, and development of models for reading chest scans. Commercial use needs the renewal.",
            allows=(None, True, False),
            personal=True,
            basis=ConsentBasis.CONSENT,
            consent=340,
            assessed=-170,
            uses=(
                UseStory(DataPurpose.TRAINING, "Reading models", "model", start=-177, note="Forty thousand of them."),
                UseStory(DataPurpose.EVALUATION, "Clinical affairs", "pilot", start=-58),
            ),
        ),
        DataStory(
            "Studies read in the pilot",
            DataChannel.SELF_COLLECTED,
            "Our three pilot hospitals",
            text="Ours by the pilot's contract, to better the model.",
            allows=(True, True, False),
            personal=True,
            basis=ConsentBasis.CONTRACT,
            consent=700,
            assessed=-60,
            uses=(UseStory(DataPurpose.TRAINING, "Reading models", "pilot", start=-50),),
            amount=29_800,
            unit="studies",
        ),
    ),
    pools=(
        PoolStory(
            "GPU hours on the university cluster",
            "University of Nordhagen",
            "A100",
            24_000,
            weeks=(320, 340, 180, 260, 240, 210, 230, 250),
            used_for="pilot",
            needs={"pilot": 3_000, "launch": 1_500},
            starts=-182,
            ends=120,
            note="One training a month on the studies of the pilot.",
        ),
    ),
    technologies=(
        TechnologyStory(
            "Framework for training", TechnologySource.OPEN_SOURCE, "PyTorch Foundation", "2.9", "BSD-3-Clause",
            code="pytorch",
        ),
        TechnologyStory(
            "Tool for marking studies", TechnologySource.JOINT_RESEARCH, "Nordhagen hospitals", "3.1",
            "LicenseRef-Nordhagen-Partner", "Free for partners while they share studies.", "nordhagen_viewer",
        ),
    ),
    talent=(
        TalentStory(
            "Radiologists who read with us", TalentChannel.UNIVERSITY, "University of Nordhagen", "Reading days",
            "Reading chest scans", -177, 60,
        ),
    ),
)  # fmt: skip

SERVICE = ResourcesStory(
    data=(
        DataStory(
            "Mails and calls of the trial customers",
            DataChannel.PARTNERSHIP,
            "Six trial customers",
            text="Processed on the customers' order: masked, and deleted a year after the contract.",
            allows=(True, None, False),
            personal=True,
            basis=ConsentBasis.CONTRACT,
            consent=400,
            assessed=-100,
            uses=(
                UseStory(DataPurpose.EVALUATION, "Language", "trial", start=-46),
                UseStory(DataPurpose.COMMERCIAL, "Product", "release", start=26),
            ),
        ),
        DataStory(
            "Public dialogues in twelve languages",
            DataChannel.PUBLIC_SET,
            "A consortium of universities",
            spdx="CC-BY-4.0",
            url="https://dialogues.example/",
            allows=(True, True, True),
            uses=(
                UseStory(DataPurpose.TRAINING, "Language", "extension", start=-109),
            ),
            amount=640_000,
            unit="dialogues",
        ),
        DataStory(
            "Dialogues written by our linguists",
            DataChannel.SELF_COLLECTED,
            "Our linguists",
            spdx="LicenseRef-Own",
            allows=(True, True, True),
            uses=(UseStory(DataPurpose.TRAINING, "Language", "trial", start=-40),),
            amount=310_000,
            unit="dialogues",
        ),
    ),
    pools=(
        PoolStory(
            "GPU hours in the cloud",
            "Nordic Cloud",
            "H100",
            40_000,
            weeks=(900, 1_050, 1_100, 950, 1_000, 1_080, 1_150, 1_120),
            used_for="trial",
            needs={"trial": 9_500, "release": 6_000},
            price="2.35",
            starts=-120,
            ends=180,
            runs=6,
            note="Twice a week, and each night before a release.",
        ),
    ),
    technologies=(
        TechnologyStory(
            "Speech model under an open licence", TechnologySource.OPEN_SOURCE, "An open speech community", "v3",
            "Apache-2.0", "Words of the makers must be kept.", "pytorch",
        ),
        TechnologyStory(
            "Packages for the customers' machines", TechnologySource.OPEN_SOURCE, "Docker", "28", "Apache-2.0",
            code="docker",
        ),
    ),
    talent=(
        TalentStory(
            "Linguists for three languages", TalentChannel.RECRUITING, "Agency Wordwork", "Autumn search",
            "Dialogue design", -60, 180,
        ),
    ),
)  # fmt: skip

LAB = ResourcesStory(
    data=(
        DataStory(
            "Licensed news archive",
            DataChannel.PURCHASED,
            "Three publishers",
            spdx="LicenseRef-Publishers-2026",
            text="Training of models whose weights are published; the texts themselves stay with us.",
            allows=(True, True, False),
            uses=(UseStory(DataPurpose.TRAINING, "Pre-training", "corpus", start=-193),),
        ),
        DataStory(
            "Public web crawl",
            DataChannel.PUBLIC_SET,
            "A foundation that crawls the web",
            spdx="LicenseRef-Crawl-Terms",
            url="https://crawl.example/terms",
            allows=(True, True, None),
            personal=True,
            basis=ConsentBasis.LEGITIMATE_INTERESTS,
            assessed=-195,
            uses=(
                UseStory(DataPurpose.TRAINING, "Pre-training", "run", start=-90, note="Filtered for names."),
                UseStory(DataPurpose.RESEARCH, "Pre-training", "corpus", start=-193, end=-130),
            ),
        ),
    ),
    pools=(
        PoolStory(
            "Accelerator hours on the national cluster",
            "National computing centre",
            "H200",
            1_600_000,
            weeks=(82_000, 85_000, 84_000, 86_000, 79_000, 85_500, 86_000, 85_200),
            used_for="run",
            needs={"run": 1_050_000, "evaluation": 40_000},
            starts=-140,
            runs=1,
            note="512 accelerators day and night; checkpoints every hour.",
        ),
        PoolStory(
            "Accelerator hours for evaluation",
            "Nordic Cloud",
            "v6e",
            6_000,
            weeks=(180, 190, 210, 205),
            used_for="run",
            needs={"evaluation": 2_200},
            accelerator=Accelerator.TPU,
            price="1.90",
            starts=-60,
            ends=200,
        ),
    ),
    technologies=(
        TechnologyStory(
            "Framework for large runs", TechnologySource.JOINT_RESEARCH, "National computing centre", "2.9",
            "BSD-3-Clause", "Changes go back to the centre within six months.", "pytorch",
        ),
        TechnologyStory(
            "Notebooks for the outside groups", TechnologySource.OPEN_SOURCE, "Jupyter", "7.5", "BSD-3-Clause",
            code="jupyter",
        ),
    ),
    talent=(
        TalentStory(
            "Doctoral students", TalentChannel.UNIVERSITY, "Technical University of Arden", "Doctoral school",
            "Distributed training", -190, 360,
        ),
    ),
)  # fmt: skip

APPLIED = ResourcesStory(
    data=(
        DataStory(
            "Images of good parts",
            DataChannel.SELF_COLLECTED,
            "The gearbox factory's line",
            text="Ours; the factory may ask for its own images to be deleted.",
            allows=(True, True, False),
            uses=(
                UseStory(DataPurpose.TRAINING, "Vision", "method", start=-158, note="Good parts only."),
                UseStory(DataPurpose.COMMERCIAL, "Sales", "orders", start=5),
            ),
        ),
    ),
    pools=(
        PoolStory(
            "GPU hours at the institute",
            "Institute for production",
            "L40S",
            3_200,
            weeks=(60, 75, 70, 80),
            used_for="welds",
            needs={"welds": 900},
            price="0.80",
            starts=-100,
            ends=160,
            note="One training for each kind of weld seam.",
        ),
    ),
    technologies=(
        TechnologyStory(
            "Edge boxes", TechnologySource.PURCHASED, "Boxworks", "Series 4", None,
            "Two years of spare parts; the software on them is ours.",
        ),
        TechnologyStory(
            "Framework for vision", TechnologySource.OPEN_SOURCE, "Keras", "3.12", "Apache-2.0", code="keras",
        ),
    ),
    talent=(
        TalentStory(
            "Working students", TalentChannel.UNIVERSITY, "Fjord college", "Practical term", "Image labelling", -120, 90
        ),
        TalentStory(
            "Course for the line's people", TalentChannel.TRAINING, "Chamber of industry", "Inspection with models",
            "Setting up the box", -20, 40,
        ),
    ),
)  # fmt: skip

AURORA = TenantResources({"AURDX": DIAGNOSTICS, "HELIO": SERVICE, "MERID": LAB, "FJORD": APPLIED}, _ENTRIES)
