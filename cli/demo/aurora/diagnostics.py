"""A medical-diagnosis company: good readings, and a data licence that nobody looks after."""

from __future__ import annotations

from cli.demo.aurora import reviews, roadmaps, talk
from cli.demo.aurora.diagnostics_risks import RISKS
from cli.demo.aurora.plans import DIAGNOSTICS_PHASES, DIAGNOSTICS_TASKS
from cli.demo.story import (
    IndicatorStory,
    Measure,
    MilestoneStory,
    MoneyStory,
    ResourceStory,
    Share,
    TeamStory,
    VentureStory,
    weekly,
)
from domain.milestones.tables import CriterionDirection, DependencyKind, ProgressMode
from domain.resources.tables import ResourceKind
from domain.series.levels import IndicatorDirection
from domain.teams.tables import TeamFunction
from domain.ventures.tables import VentureStage

_TEAMS = (
    TeamStory(
        "Reading models",
        TeamFunction.CORE_TECHNOLOGY,
        {"grace": ("Machine-learning engineer", 80), "hugo": ("Data scientist", 60)},
    ),
    TeamStory(
        "Clinical affairs",
        TeamFunction.BUSINESS,
        {"clara": ("Venture lead", 100), "leo": ("Regulatory affairs", 60)},
    ),
    TeamStory("Hospital integration", TeamFunction.TECHNICAL_SUPPORT, {"jonas": ("Systems engineer", 50)}),
)

_MILESTONES = (
    MilestoneStory(
        "data",
        "40,000 chest studies labelled by two readers",
        start=-177,
        due=-120,
        owner="hugo",
        estimate=(30, 40, 60),
        budget=120,
        progress={-163: 20, -149: 55, -122: 100},
        measures=(
            Measure("Studies labelled", "40000", "studies", metric="studies", found={-149: "22300", -122: "41250"}),
            Measure("Agreement of readers", "0.8", "ratio", metric="Cohen's kappa", found={-149: "0.74", -122: "0.83"}),
            Measure("Consent on record for every study", found={-149: False, -122: True}),
        ),
    ),
    MilestoneStory(
        "model",
        "Model reads chest scans as well as two radiologists",
        start=-119,
        due=-75,
        owner="grace",
        estimate=(25, 35, 60),
        budget=180,
        progress={-105: 25, -84: 60, -60: 100},
        moved={-84: -60},
        measures=(
            Measure("Area under the curve", "0.94", "ratio", metric="AUC", found={-84: "0.912", -60: "0.946"}),
            Measure(
                "Sensitivity on small nodules",
                "0.92",
                "ratio",
                metric="sensitivity",
                found={-84: "0.897", -60: "0.931"},
            ),
            Measure(
                "Calibration error",
                "0.05",
                "ratio",
                direction=CriterionDirection.AT_MOST,
                metric="ECE",
                must=False,
                found={-60: "0.041"},
            ),
        ),
        after=("data",),
    ),
    MilestoneStory(
        "pilot",
        "Pilot in three hospitals",
        start=-58,
        due=18,
        owner="clara",
        estimate=(40, 52, 80),
        budget=220,
        description="Readings beside the usual ones, seen by the radiologist after his own.",
        progress={-56: 5, -42: 25, -21: 45, -7: 65},
        mode=ProgressMode.BY_CRITERIA,
        measures=(
            Measure("Hospitals connected", "3", "hospitals", metric="hospitals", found={-42: "1", -7: "2"}),
            Measure("Reading time saved", "20", "%", metric="time saved", found={-21: "17.5", -7: "23.8"}),
            Measure("No serious incident", found={-21: True, -7: True}),
        ),
        after=("model",),
    ),
    MilestoneStory(
        "file",
        "Technical file handed to the notified body",
        start=-28,
        due=60,
        owner="leo",
        estimate=(45, 60, 95),
        budget=90,
        progress={-28: 5, -7: 20},
        measures=(
            Measure("Clinical evaluation signed", found={}),
            Measure(
                "Open findings of the internal audit",
                "0",
                "findings",
                direction=CriterionDirection.AT_MOST,
                found={-7: "6"},
            ),
        ),
        after=("pilot",),
        link=DependencyKind.FINISH_TO_FINISH,
        lag=15,
    ),
    MilestoneStory(
        "launch",
        "First hospital group pays",
        start=62,
        due=140,
        owner="clara",
        estimate=(35, 50, 90),
        budget=260,
        measures=(Measure("Contract signed", found={}), Measure("Price per reading", "4.5", "EUR", metric="price")),
        after=("pilot", "file"),
    ),
)

_RESOURCES = (
    ResourceStory(
        ResourceKind.FUNDING,
        "Seed round",
        1_800_000,
        "EUR",
        "venture capital",
        "ada",
        goes=(Share("model", 420_000), Share("pilot", 510_000), Share("file", 380_000)),
    ),
    ResourceStory(
        ResourceKind.DATA,
        "Chest studies of the Nordhagen hospitals",
        41_250,
        "studies",
        "partnership",
        "hugo",
        description="Licensed for research and development; commercial use needs the renewal.",
        expires=54,
        goes=(Share("data", 41_250), Share("pilot", 12_000, "drift checks")),
    ),
    ResourceStory(
        ResourceKind.TECHNOLOGY,
        "GPU hours on the university cluster",
        24_000,
        "GPU hours",
        "joint research",
        "jonas",
        expires=120,
        goes=(Share("model", 16_500), Share("pilot", 3_000)),
    ),
    ResourceStory(
        ResourceKind.TALENT,
        "Radiologists who read with us",
        4,
        "people",
        "cooperation with universities",
        "clara",
        goes=(Share("data", 4), Share("pilot", 2)),
    ),
)

_INDICATORS = (
    IndicatorStory(
        "Accuracy on new scanners",
        IndicatorDirection.LOWER_IS_WORSE,
        "grace",
        entered=-7,
        description="Agreement with two readers on a sample of the week's studies from scanners new to the model.",
        unit="share",
        warning="0.880",
        critical="0.870",
        risk="Model loses accuracy on scanners it has not seen",
        readings=weekly(-12, "0.912", "0.915", "0.909", "0.906", "0.907", "0.899", "0.901", "0.893", "0.890", "0.886"),
    ),
)

_MONEY = MoneyStory(spent=(95, 105, 110, 115, 125), received=(0, 0, 0, 0, 0), cash=1150)
"""It spends more than it earns: clinics asked for changes."""

DIAGNOSTICS = VentureStory(
    name="Aurora Diagnostics",
    key="AURDX",
    about="Reads chest scans beside the radiologist and points at what a tired eye misses.",
    field="medicine",
    owner="clara",
    begun=-182,
    stages={-182: VentureStage.IDEA, -119: VentureStage.PROTOTYPE, -56: VentureStage.VALIDATION},
    teams=_TEAMS,
    phases=DIAGNOSTICS_PHASES,
    tasks=DIAGNOSTICS_TASKS,
    milestones=_MILESTONES,
    money=_MONEY,
    resources=_RESOURCES,
    risks=RISKS,
    indicators=_INDICATORS,
    reviews=reviews.DIAGNOSTICS,
    called=("pilot", "clara"),
    roadmap=roadmaps.DIAGNOSTICS,
    remarks=talk.DIAGNOSTICS_REMARKS,
    heard=talk.DIAGNOSTICS_HEARD,
)
