"""An enterprise customer-service company in four phases: prototype, extension, test with many users, release."""

from __future__ import annotations

from cli.demo.aurora import reviews, roadmaps, talk
from cli.demo.aurora.plans import SERVICE_PHASES, SERVICE_TASKS
from cli.demo.aurora.service_risks import RISKS
from cli.demo.story import Measure, MilestoneStory, MoneyStory, ResourceStory, Share, TeamStory, VentureStory
from domain.milestones.tables import CriterionDirection
from domain.resources.tables import ResourceKind
from domain.teams.tables import TeamFunction
from domain.ventures.tables import VentureStage

_TEAMS = (
    TeamStory(
        "Language",
        TeamFunction.CORE_TECHNOLOGY,
        {"dev": ("Venture lead", 60), "yuki": ("Machine-learning engineer", 100), "hugo": ("Data scientist", 30)},
    ),
    TeamStory(
        "Product",
        TeamFunction.SOFTWARE_DEVELOPMENT,
        {"ines": ("Front-end engineer", 100), "piet": ("Back-end engineer", 80)},
    ),
    TeamStory("Customers", TeamFunction.BUSINESS, {"kira": ("Product manager", 50)}),
    TeamStory("Operations", TeamFunction.TECHNICAL_SUPPORT, {"jonas": ("Systems engineer", 30)}),
)

_MILESTONES = (
    MilestoneStory(
        "prototype",
        "Prototype understands and answers",
        start=-166,
        due=-110,
        owner="yuki",
        estimate=(28, 38, 55),
        budget=400,
        description="Text classification, intent recognition and answer generation for one customer's mails.",
        progress={-152: 30, -131: 70, -111: 100},
        measures=(
            Measure("Intent recognition", "0.88", "ratio", metric="F1", found={-131: "0.861", -111: "0.894"}),
            Measure("Answers that agents send unchanged", "40", "%", metric="sent", found={-131: "33", -111: "46"}),
        ),
    ),
    MilestoneStory(
        "extension",
        "Extension: speech and several languages",
        start=-109,
        due=-47,
        owner="yuki",
        estimate=(32, 44, 70),
        budget=520,
        description="Speech recognition for calls; German, French and Polish beside English.",
        progress={-96: 20, -75: 50, -48: 100},
        measures=(
            Measure(
                "Words heard wrong",
                "9",
                "%",
                CriterionDirection.AT_MOST,
                "word error rate",
                found={-75: "11.2", -48: "8.4"},
            ),
            Measure("Intent recognition in the weakest language", "0.85", "ratio", metric="F1", found={-48: "0.862"}),
            Measure("Numbers and names are read back to the caller", must=False, found={-48: True}),
        ),
        after=("prototype",),
    ),
    MilestoneStory(
        "trial",
        "Test and optimise with 500 agents",
        start=-46,
        due=24,
        owner="dev",
        estimate=(38, 50, 68),
        budget=640,
        description="Two customers, every answer judged by the agent who sends it.",
        progress={-40: 10, -26: 35, -12: 60, -2: 75},
        measures=(
            Measure("Agents who use it daily", "500", "agents", metric="agents", found={-26: "210", -2: "512"}),
            Measure("Contacts solved without a human", "35", "%", metric="solved", found={-26: "29", -2: "36.5"}),
            Measure(
                "Answer time", "2.5", "s", CriterionDirection.AT_MOST, "p95 latency", found={-26: "3.1", -2: "2.2"}
            ),
        ),
        after=("extension",),
    ),
    MilestoneStory(
        "release",
        "Commercial release and marketing",
        start=26,
        due=96,
        owner="kira",
        estimate=(40, 50, 75),
        budget=800,
        description="Price list, self-service sign-up, launch with both trial customers as references.",
        measures=(
            Measure("Paying customers", "6", "customers", metric="customers"),
            Measure("Both references agree to be named", must=False),
        ),
        after=("trial",),
    ),
    MilestoneStory(
        "partners",
        "Connectors for two help-desk systems",
        start=-20,
        due=45,
        owner="piet",
        estimate=(25, 34, 52),
        budget=150,
        key=False,
        progress={-19: 5, -5: 40},
        after=("extension",),
    ),
)

_RESOURCES = (
    ResourceStory(
        ResourceKind.FUNDING,
        "Series A",
        6_500_000,
        "EUR",
        "venture capital",
        "dev",
        goes=(Share("extension", 700_000), Share("trial", 950_000), Share("release", 1_400_000, "marketing")),
    ),
    ResourceStory(
        ResourceKind.DATA,
        "Mails and calls of the trial customers",
        1_900_000,
        "contacts",
        "partnership",
        "hugo",
        description="Personal data is masked before it reaches us; deleted a year after the contract.",
        expires=400,
        goes=(Share("trial", 1_900_000),),
    ),
    ResourceStory(
        ResourceKind.TECHNOLOGY, "Speech model under an open licence", None, None, "open source", "yuki", after=60
    ),
    ResourceStory(
        ResourceKind.TECHNOLOGY,
        "GPU hours in the cloud",
        40_000,
        "GPU hours",
        "external purchase",
        "jonas",
        expires=180,
        goes=(Share("extension", 14_000), Share("trial", 9_000), Share("release", 6_000)),
    ),
    ResourceStory(
        ResourceKind.TALENT,
        "Linguists for three languages",
        3,
        "people",
        "recruiting",
        "dev",
        goes=(Share("trial", 3),),
    ),
)

_MONEY = MoneyStory(spent=(270, 295, 310, 330, 315), received=(20, 45, 80, 130, 190), cash=5400)
"""On budget, with customers who pay more every month."""

SERVICE = VentureStory(
    name="Helio Service",
    key="HELIO",
    about="Answers what customers ask companies, by mail and telephone, and hands over to people in time.",
    field="enterprise customer service",
    owner="dev",
    begun=-168,
    stages={-168: VentureStage.IDEA, -145: VentureStage.PROTOTYPE, -46: VentureStage.VALIDATION},
    teams=_TEAMS,
    phases=SERVICE_PHASES,
    tasks=SERVICE_TASKS,
    milestones=_MILESTONES,
    money=_MONEY,
    resources=_RESOURCES,
    risks=RISKS,
    reviews=reviews.SERVICE,
    called=("trial", "dev"),
    roadmap=roadmaps.SERVICE,
    remarks=talk.SERVICE_REMARKS,
    heard=talk.SERVICE_HEARD,
)
