"""Who works for the ventures of Aurora Labs, in which roles, and when they meet."""

from __future__ import annotations

from cli.demo.staff_story import GuestStory, MeetingStory, RoleStory, SkillStory, StaffStory
from domain.teams.meeting_tables import MeetingKind
from domain.teams.tables import TeamFunction

_CORE, _BUSINESS = TeamFunction.CORE_TECHNOLOGY, TeamFunction.BUSINESS
_SUPPORT, _SOFTWARE = TeamFunction.TECHNICAL_SUPPORT, TeamFunction.SOFTWARE_DEVELOPMENT

_TRAINING, _READING, _LABELLING = "Distributed training", "Medical imaging models", "Labelling of data"
_REGULATION, _SALES, _CLUSTER = "Medical device regulation", "Sales to industry", "Cluster operations"
_BACK_END, _FRONT_END, _LANGUAGE = "Back end", "Front end", "Language models"

_SKILLS = (
    SkillStory(_TRAINING, _CORE, "Runs over hundreds of accelerators that come through.", {"elif": 5, "omar": 3}),
    SkillStory(_READING, _CORE, "Models that read scans.", {"grace": 5, "hugo": 3, "noor": 4}),
    SkillStory(_LANGUAGE, _CORE, "Models that understand and answer.", {"yuki": 5, "dev": 3, "omar": 4}),
    SkillStory(_LABELLING, _CORE, "Guidelines, two readers, agreement.", {"hugo": 5, "rosa": 4, "noor": 3}),
    SkillStory(_REGULATION, _BUSINESS, "Technical files and notified bodies.", {"leo": 5, "vera": 4}),
    SkillStory(_SALES, _BUSINESS, "From the first talk to the order.", {"tess": 4, "kira": 3, "finn": 3}),
    SkillStory(_CLUSTER, _SUPPORT, "Schedulers, storage, networks.", {"jonas": 4}),
    SkillStory(_BACK_END, _SOFTWARE, "Services and their data.", {"piet": 4, "jonas": 2}),
    SkillStory(_FRONT_END, _SOFTWARE, "What people see and use.", {"ines": 5}),
)

_ROLES = {
    "AURDX": (
        RoleStory("Venture lead", _BUSINESS, {"clara": None}, team="Clinical affairs"),
        RoleStory(
            "Machine-learning engineer",
            _CORE,
            {"grace": None},
            headcount=2,
            core=True,
            skill=_READING,
            level=4,
            team="Reading models",
            about="Trains the reading model and answers for what it misses.",
        ),
        RoleStory("Labelling lead", _CORE, {"hugo": None, "rosa": 60}, skill=_LABELLING, level=3),
        RoleStory(
            "Regulatory affairs",
            _BUSINESS,
            {"leo": None, "vera": 40},
            headcount=2,
            core=True,
            skill=_REGULATION,
            level=4,
            milestone="file",
            about="Writes the technical file and speaks with the notified body.",
        ),
        RoleStory("Hospital integration", _SUPPORT, {"jonas": None}, core=True, team="Hospital integration"),
        RoleStory("Back-end engineer", _SOFTWARE, skill=_BACK_END, level=3, milestone="pilot", since=-20),
        RoleStory("Account manager", _BUSINESS, headcount=2, skill=_SALES, milestone="launch"),
    ),
    "HELIO": (
        RoleStory("Venture lead", _BUSINESS, {"dev": None}),
        RoleStory(
            "Machine-learning engineer",
            _CORE,
            {"yuki": None, "omar": None},
            headcount=2,
            core=True,
            skill=_LANGUAGE,
            level=4,
        ),
        RoleStory("Data scientist", _CORE, {"hugo": None}),
        RoleStory("Front-end engineer", _SOFTWARE, {"ines": None}, skill=_FRONT_END, team="Product"),
        RoleStory("Back-end engineer", _SOFTWARE, {"piet": None}, skill=_BACK_END, team="Product"),
        RoleStory("Speech tester", _SUPPORT, {"samir": 50}, milestone="trial", since=-46, until=24),
        RoleStory("Launch marketing", _BUSINESS, {"kira": None}, headcount=2, core=True, milestone="release"),
        RoleStory("Systems engineer", _SUPPORT, {"jonas": None}),
    ),
    "MERID": (
        RoleStory("Research lead", _CORE, {"elif": None}, core=True, skill=_TRAINING, level=4, team="Pre-training"),
        RoleStory("Researcher", _CORE, {"omar": None, "grace": None}, headcount=2, skill=_TRAINING, level=2),
        RoleStory("Cluster engineer", _SUPPORT, {"jonas": None}, headcount=2, core=True, skill=_CLUSTER, level=3),
        RoleStory("Outside evaluation", _CORE, {"rosa": 20}, milestone="evaluation"),
        RoleStory("Licences and publication", _BUSINESS, skill=_REGULATION, milestone="weights"),
    ),
    "FJORD": (
        RoleStory("Venture lead", _BUSINESS, {"finn": None}),
        RoleStory("Vision researcher", _CORE, {"noor": None}, core=True, skill=_READING, level=3, team="Vision"),
        RoleStory("Edge engineer", _SOFTWARE, {"piet": None}, headcount=2, core=True, skill=_BACK_END, level=3),
        RoleStory("Sales engineer", _BUSINESS, {"tess": None, "finn": None}, skill=_SALES, team="Sales"),
        RoleStory("Field service", _SUPPORT, {"samir": 40}, milestone="welds"),
        RoleStory("Key accounts", _BUSINESS, headcount=1, skill=_SALES, level=4, milestone="orders"),
    ),
}


def _meetings(people: tuple[str, ...], missed: tuple[int, ...], lessons: str) -> tuple[MeetingStory, ...]:
    return (
        MeetingStory(
            *("Progress of two weeks", MeetingKind.PROGRESS, -88, 28, 14, people),
            "What was done, what is next, what stands in the way.",
            missed,
        ),
        MeetingStory(
            *("Risks and money", MeetingKind.REVIEW, -80, 24, 28, people[:3]),
            "The register was gone through, the gravest first; the runway was looked at.",
        ),
        MeetingStory("What we learnt", MeetingKind.RETROSPECTIVE, -45, 20, 60, people, lessons),
    )


STAFF = StaffStory(
    titles={
        "clara": "Venture lead",
        "dev": "Venture lead",
        "elif": "Research lead",
        "finn": "Venture lead",
        "grace": "Machine-learning engineer",
        "hugo": "Data scientist",
        "ines": "Front-end engineer",
        "jonas": "Systems engineer",
        "kira": "Product manager",
        "leo": "Regulatory affairs",
        "noor": "Researcher",
        "omar": "Researcher",
        "piet": "Back-end engineer",
        "tess": "Sales engineer",
        "yuki": "Machine-learning engineer",
    },
    guests=(
        GuestStory("rosa", "Rosa Lindholm", "Radiologist, freelance"),
        GuestStory("samir", "Samir Haddou", "Tester, freelance", leaves=40),
        GuestStory("vera", "Vera Blum", "Adviser on medical devices", away=(10, 38)),
    ),
    skills=_SKILLS,
    roles=_ROLES,
    meetings={
        "AURDX": _meetings(("clara", "grace", "hugo", "leo", "vera"), (3,), "Ask the hospitals' IT earlier."),
        "HELIO": _meetings(("dev", "yuki", "ines", "piet", "kira"), (), "Test with dialects from the first day."),
        "MERID": _meetings(("elif", "omar", "jonas"), (1, 4, 5), "Keep a second copy of every checkpoint."),
        "FJORD": _meetings(("finn", "noor", "tess", "piet"), (2,), "Bring spare lamps to every line."),
    },
    away={"grace": (-4, 11)},
)
