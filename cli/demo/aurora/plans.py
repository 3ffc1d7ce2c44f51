"""The phases and tasks of the ventures of Aurora Labs."""

from __future__ import annotations

from cli.demo.story import PhaseStory, TaskStory
from domain.milestones.tables import PhaseKind

DIAGNOSTICS_PHASES = (
    PhaseStory("Data", PhaseKind.PROTOTYPE, -177, -120, ("data",)),
    PhaseStory("Model", PhaseKind.FEATURE_DEVELOPMENT, -119, -60, ("model",)),
    PhaseStory("Clinical pilot", PhaseKind.TEST_AND_OPTIMISE, -58, 60, ("pilot", "file")),
    PhaseStory("Launch", PhaseKind.COMMERCIAL_RELEASE, 62, 140, ("launch",)),
)
DIAGNOSTICS_TASKS = (
    TaskStory("Connect the first hospital's archive", "pilot", "hugo", -58, -46, 8, begun=-57, done=-44),
    TaskStory("Train the readers of all three hospitals", "pilot", "clara", -45, -30, 6, begun=-43, done=-29),
    TaskStory("Connect the second hospital", "pilot", "hugo", -30, -12, 8, begun=-28, done=-8),
    TaskStory(
        "Connect the third hospital", "pilot", "hugo", -7, 10, 8, begun=-4, after=("Connect the second hospital",)
    ),
    TaskStory("Clinical evaluation report", "file", "leo", -28, 20, 25, begun=-26),
    TaskStory("Close the findings of the internal audit", "file", "leo", -7, 30, 12, begun=-6),
    TaskStory(
        "Compile the technical file",
        "file",
        "leo",
        32,
        55,
        14,
        after=("Clinical evaluation report", "Close the findings of the internal audit"),
    ),
)

SERVICE_PHASES = (
    PhaseStory("Prototype", PhaseKind.PROTOTYPE, -166, -110, ("prototype",)),
    PhaseStory("Extension", PhaseKind.FEATURE_DEVELOPMENT, -109, 45, ("extension", "partners")),
    PhaseStory("Test and optimise", PhaseKind.TEST_AND_OPTIMISE, -46, 24, ("trial",)),
    PhaseStory("Commercial release", PhaseKind.COMMERCIAL_RELEASE, 26, 96, ("release",)),
)
SERVICE_TASKS = (
    TaskStory("Set up the first 100 agents", "trial", "kira", -46, -36, 6, begun=-45, done=-37),
    TaskStory("Measure the answers of the first weeks", "trial", "yuki", -35, -25, 7, begun=-34, done=-26),
    TaskStory("Set up 400 more agents", "trial", "kira", -24, -6, 10, begun=-22, done=-3),
    TaskStory("Cut the answer time", "trial", "yuki", -20, -3, 9, begun=-19, done=-2),
    TaskStory(
        "Report on 500 agents", "trial", "dev", 5, 22, 8, after=("Set up 400 more agents", "Cut the answer time")
    ),
    TaskStory("Connector for the first help desk", "partners", "piet", -20, 8, 18, begun=-19),
    TaskStory("Connector for the second help desk", "partners", "piet", 9, 40, 18),
)

LAB_PHASES = (
    PhaseStory("Corpus and scaling", PhaseKind.PROTOTYPE, -193, -97, ("corpus", "small")),
    PhaseStory("The large run", PhaseKind.FEATURE_DEVELOPMENT, -90, 35, ("run",)),
    PhaseStory("Evaluation", PhaseKind.TEST_AND_OPTIMISE, 36, 75, ("evaluation",)),
    PhaseStory("Publication", PhaseKind.COMMERCIAL_RELEASE, 76, 110, ("weights",)),
)
LAB_TASKS = (
    TaskStory("Restart from a checkpoint within ten minutes", "run", "elif", -88, -70, 10, begun=-86, done=-72),
    TaskStory("Replace the faulty switches", "run", "omar", -60, -45, 8, begun=-58, done=-40),
    TaskStory("Watch the loss through the second half", "run", "elif", -40, 30, 40, begun=-39),
    TaskStory("Agree on the suites with three outside groups", "evaluation", "omar", -14, 20, 10, begun=-10),
    TaskStory("Search the corpus for test questions", "evaluation", "omar", 20, 40, 8),
)

APPLIED_PHASES = (
    PhaseStory("Method", PhaseKind.PROTOTYPE, -158, -88, ("method",)),
    PhaseStory("Box and second use", PhaseKind.FEATURE_DEVELOPMENT, -95, 70, ("box", "welds")),
    PhaseStory("Trial", PhaseKind.TEST_AND_OPTIMISE, -48, -8, ("trial",)),
    PhaseStory("Orders", PhaseKind.COMMERCIAL_RELEASE, 5, 85, ("orders",)),
)
APPLIED_TASKS = (
    TaskStory("Photograph 300 seams under three lights", "welds", "noor", -10, -4, 4, begun=-9, done=-5),
    TaskStory("Mark seams with pores and cracks", "welds", "noor", -4, 12, 8, begun=-3, weight=2),
    TaskStory(
        "Fit the method to seams",
        "welds",
        "piet",
        14,
        45,
        20,
        weight=4,
        after=("Photograph 300 seams under three lights", "Mark seams with pores and cracks"),
    ),
    TaskStory("Try it at the welder's", "welds", "noor", 46, 68, 12, weight=3, after=("Fit the method to seams",)),
    TaskStory("Inspect two shifts on line 3", "trial", "finn", -48, -20, 20, begun=-47, done=-19),
    TaskStory("Report to the gearbox factory", "trial", "finn", -20, -8, 6, begun=-15),
)
