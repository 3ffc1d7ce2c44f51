"""An applied-research company: eyes for inspection lines; the factory trial is late."""

from __future__ import annotations

from cli.demo.aurora import reviews, roadmaps, talk
from cli.demo.aurora.applied_risks import RISKS
from cli.demo.aurora.plans import APPLIED_PHASES, APPLIED_TASKS
from cli.demo.story import Measure, MilestoneStory, MoneyStory, ResourceStory, Share, TeamStory, VentureStory
from domain.milestones.tables import CriterionDirection, ProgressMode
from domain.resources.tables import ResourceKind
from domain.teams.tables import TeamFunction
from domain.ventures.tables import VentureStage

_TEAMS = (
    TeamStory(
        "Vision",
        TeamFunction.CORE_TECHNOLOGY,
        {"finn": ("Venture lead", 100), "noor": ("Researcher", 100)},
    ),
    TeamStory("Edge software", TeamFunction.SOFTWARE_DEVELOPMENT, {"piet": ("Back-end engineer", 20)}),
    TeamStory("Sales", TeamFunction.BUSINESS, {"tess": ("Sales engineer", 100)}),
)

_MILESTONES = (
    MilestoneStory(
        "method",
        "Defects found from forty good parts",
        start=-158,
        due=-90,
        owner="noor",
        estimate=(35, 48, 75),
        budget=160,
        description="The published method, on the parts of three factories, without one defective sample.",
        progress={-140: 30, -112: 70, -88: 100},
        measures=(
            Measure("Defects found", "98", "%", metric="recall", found={-112: "96.1", -88: "98.4"}),
            Measure(
                "False alarms", "1.5", "%", CriterionDirection.AT_MOST, "false alarms", found={-112: "2.9", -88: "1.4"}
            ),
        ),
    ),
    MilestoneStory(
        "box",
        "Runs on a box beside the line",
        start=-95,
        due=-50,
        owner="piet",
        estimate=(22, 32, 50),
        budget=120,
        progress={-80: 40, -51: 100},
        measures=(
            Measure("Time for one part", "180", "ms", CriterionDirection.AT_MOST, "latency", found={-51: "164"}),
            Measure("Works a week without the network", found={-51: True}),
        ),
        after=("method",),
        lag=-5,
    ),
    MilestoneStory(
        "trial",
        "Trial in the gearbox factory",
        start=-48,
        due=-24,
        owner="finn",
        estimate=(20, 28, 45),
        budget=20,
        description="Two shifts on line 3; the inspector has the last word.",
        progress={-44: 15, -30: 45, -7: 80},
        moved={-28: -8},
        measures=(
            Measure("Parts inspected", "50000", "parts", metric="parts", found={-30: "17800", -8: "41600"}),
            Measure("Escaped defects", "0", "parts", CriterionDirection.AT_MOST, "escapes", found={-30: "0", -8: "0"}),
        ),
        after=("box",),
    ),
    MilestoneStory(
        "orders",
        "Three orders from the trial's network",
        start=5,
        due=85,
        owner="tess",
        estimate=(35, 50, 90),
        budget=200,
        measures=(Measure("Orders", "3", "orders", metric="orders"),),
        after=("trial",),
    ),
    MilestoneStory(
        "welds",
        "Second use: weld seams",
        start=-10,
        due=70,
        owner="noor",
        estimate=(40, 55, 80),
        budget=300,
        key=False,
        progress={-9: 5},
        mode=ProgressMode.BY_TASKS,
        after=("method",),
    ),
)

_RESOURCES = (
    ResourceStory(
        ResourceKind.FUNDING,
        "Angel round",
        700_000,
        "EUR",
        "angel",
        "finn",
        goes=(Share("method", 180_000), Share("box", 120_000), Share("trial", 150_000)),
    ),
    ResourceStory(
        ResourceKind.FUNDING,
        "Innovation loan",
        400_000,
        "EUR",
        "bank loan",
        "finn",
        description="Repaid from the third year; needs one order a quarter.",
        expires=300,
        goes=(Share("orders", 250_000),),
    ),
    ResourceStory(
        ResourceKind.DATA,
        "Images of good parts",
        2_400_000,
        "images",
        "self-collected",
        "noor",
        goes=(Share("method", 600_000), Share("trial", 1_100_000)),
    ),
    ResourceStory(
        ResourceKind.TECHNOLOGY,
        "Edge boxes",
        12,
        "boxes",
        "external purchase",
        "piet",
        goes=(Share("trial", 4), Share("orders", 6)),
    ),
    ResourceStory(ResourceKind.TALENT, "Working students", 2, "people", "cooperation with universities", "noor"),
)

_MONEY = MoneyStory(spent=(55, 60, 70, 75, 85), received=(0, 5, 10, 20, 30), cash=150)
"""Short of cash: it lasts for less than three months."""

APPLIED = VentureStory(
    name="Fjord Inspect",
    key="FJORD",
    about="Finds defects on inspection lines from good parts alone, on a box beside the line.",
    field="manufacturing",
    owner="finn",
    begun=-161,
    stages={
        -161: VentureStage.IDEA,
        -95: VentureStage.PROTOTYPE,
        -48: VentureStage.VALIDATION,
        -20: VentureStage.GROWTH,
    },
    teams=_TEAMS,
    phases=APPLIED_PHASES,
    tasks=APPLIED_TASKS,
    milestones=_MILESTONES,
    money=_MONEY,
    resources=_RESOURCES,
    risks=RISKS,
    reviews=reviews.APPLIED,
    called=("trial", "finn"),
    roadmap=roadmaps.APPLIED,
    remarks=talk.APPLIED_REMARKS,
    heard=talk.APPLIED_HEARD,
)
