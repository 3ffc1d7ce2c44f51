"""A research-led model lab: a long training run, one cluster, and a judgement that is overdue."""

from __future__ import annotations

from cli.demo.aurora import reviews, roadmaps, talk
from cli.demo.aurora.lab_risks import RISKS
from cli.demo.aurora.plans import LAB_PHASES, LAB_TASKS
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
from domain.milestones.tables import CriterionDirection, DependencyKind
from domain.resources.tables import ResourceKind
from domain.series.levels import IndicatorDirection
from domain.teams.tables import TeamFunction
from domain.ventures.tables import VentureStage

_TEAMS = (
    TeamStory(
        "Pre-training",
        TeamFunction.CORE_TECHNOLOGY,
        {"elif": ("Research lead", 100), "omar": ("Researcher", 100), "grace": ("Machine-learning engineer", 20)},
    ),
    TeamStory("Cluster", TeamFunction.TECHNICAL_SUPPORT, {"jonas": ("Systems engineer", 20)}),
)

_MILESTONES = (
    MilestoneStory(
        "corpus",
        "Corpus of 900 billion tokens, filtered",
        start=-193,
        due=-130,
        owner="omar",
        estimate=(35, 45, 65),
        budget=900,
        progress={-175: 25, -154: 60, -131: 100},
        measures=(
            Measure("Tokens after filters", "900", "billion", metric="tokens", found={-154: "610", -131: "932"}),
            Measure("Source and licence known for every document", found={-131: True}),
        ),
    ),
    MilestoneStory(
        "small",
        "Small model confirms the scaling law",
        start=-140,
        due=-98,
        owner="elif",
        estimate=(22, 30, 45),
        budget=500,
        progress={-126: 40, -97: 100},
        measures=(
            Measure(
                "Distance from the predicted loss",
                "2",
                "%",
                CriterionDirection.AT_MOST,
                "relative error",
                found={-97: "1.3"},
            ),
        ),
        after=("corpus",),
        link=DependencyKind.START_TO_START,
        lag=20,
    ),
    MilestoneStory(
        "run",
        "Large run reaches its planned loss",
        start=-90,
        due=35,
        owner="elif",
        estimate=(70, 90, 150),
        budget=4200,
        description="7 billion parameters on 512 accelerators, with a checkpoint every two hours.",
        progress={-84: 5, -56: 28, -28: 52, -6: 71},
        measures=(
            Measure(
                "Loss on held-out text",
                "1.92",
                "nats",
                CriterionDirection.AT_MOST,
                "loss",
                found={-28: "2.08", -6: "1.99"},
            ),
            Measure(
                "Share of time in which the cluster trains", "92", "%", metric="goodput", found={-56: "86", -6: "93.1"}
            ),
        ),
        after=("corpus", "small"),
    ),
    MilestoneStory(
        "evaluation",
        "Evaluation by three outside groups",
        start=36,
        due=75,
        owner="omar",
        estimate=(20, 28, 40),
        budget=700,
        measures=(
            Measure("Mean over the public suites", "68", "points", metric="mean score"),
            Measure("No test question found in the corpus"),
        ),
        after=("run",),
    ),
    MilestoneStory(
        "weights",
        "Weights and report published",
        start=76,
        due=110,
        owner="elif",
        estimate=(15, 25, 45),
        budget=400,
        measures=(Measure("Model card reviewed by counsel"),),
        after=("evaluation",),
    ),
)

_RESOURCES = (
    ResourceStory(
        ResourceKind.FUNDING,
        "Foundation grant",
        9_000_000,
        "EUR",
        "government subsidy",
        "elif",
        goes=(Share("run", 5_200_000), Share("evaluation", 300_000)),
    ),
    ResourceStory(
        ResourceKind.TECHNOLOGY,
        "Accelerator hours on the national cluster",
        1_600_000,
        "GPU hours",
        "joint research",
        "jonas",
        description="512 accelerators until the end of the allocation.",
        expires=62,
        goes=(Share("small", 60_000), Share("run", 1_250_000), Share("evaluation", 40_000)),
    ),
    ResourceStory(
        ResourceKind.DATA,
        "Licensed news archive",
        120,
        "million documents",
        "partnership",
        "omar",
        expires=230,
        goes=(Share("corpus", 120),),
    ),
    ResourceStory(ResourceKind.DATA, "Public web crawl", None, None, "public sets", "omar", goes=()),
    ResourceStory(
        ResourceKind.TALENT,
        "Doctoral students",
        5,
        "people",
        "cooperation with universities",
        "elif",
        goes=(Share("run", 3), Share("evaluation", 2)),
    ),
)

_INDICATORS = (
    IndicatorStory(
        "Loss spikes a week",
        IndicatorDirection.HIGHER_IS_WORSE,
        "omar",
        entered=-3,
        unit="spikes",
        warning="3",
        critical="6",
        risk="The large run diverges late",
        readings=weekly(-4, "1", "0", "2", "1", "1", "0", "1", "2", "1"),
    ),
)

_MONEY = MoneyStory(spent=(350, 420, 380, 900, 1000, 980), received=(0, 0, 0, 0, 0, 0), cash=7700)
"""Most of it is compute, and the grant covers it."""

LAB = VentureStory(
    name="Meridian Lab",
    key="MERID",
    about="Trains open models for European languages, and publishes how.",
    field="foundation models",
    owner="elif",
    begun=-196,
    stages={-196: VentureStage.IDEA, -140: VentureStage.PROTOTYPE},
    teams=_TEAMS,
    phases=LAB_PHASES,
    tasks=LAB_TASKS,
    milestones=_MILESTONES,
    money=_MONEY,
    resources=_RESOURCES,
    risks=RISKS,
    indicators=_INDICATORS,
    reviews=reviews.LAB,
    called=("run", "elif"),
    roadmap=roadmaps.LAB,
    remarks=talk.LAB_REMARKS,
    heard=talk.LAB_HEARD,
)
