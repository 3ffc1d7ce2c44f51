"""Documents to try the pages with: one that has everything, one that knows nothing, one whose texts are attacks."""

from __future__ import annotations

import math
from copy import deepcopy
from datetime import date, timedelta
from typing import Any, Final, cast

from domain.reviews.shape.document import ReviewDocument
from domain.reviews.shape.portfolio import PortfolioDocument, states_of, worst_first

HASHES: Final = {name: name * 64 for name in "abcdef"}


def an_id(prefix: str, number: int) -> str:
    """An id for a sample."""
    return f"{prefix}_0198f3a1c2d37a4b8c5d{number:012x}"


def _person(number: int) -> dict[str, str]:
    names = ["Ada Lindqvist", "Tomás Rivera", "林晓梅", "Noor Haddad"]
    return {"id": an_id("member", number), "name": names[number % len(names)]}


def _histogram() -> list[dict[str, str]]:
    begin = date(2026, 11, 30)
    weights = [math.exp(-(((n - 9) / (5 if n < 9 else 8)) ** 2)) for n in range(28)]
    bins = []
    for n, weight in enumerate(weights):
        day = begin + timedelta(days=n)
        if day.weekday() < 5:
            bins.append({"from_on": day.isoformat(), "to_on": day.isoformat(), "share": weight})
    total = sum(one["share"] for one in bins)  # type: ignore[misc]
    return [one | {"share": f"{one['share'] / total:.4f}"} for one in bins]  # type: ignore[operator]


def _burn_up() -> list[dict[str, Any]]:
    begin, days = date(2026, 10, 5), 57
    return [
        {
            "on": (begin + timedelta(days=n)).isoformat(),
            "planned_percent": min(100, round(n / 60 * 100)),
            "percent_complete": round(71 * (n / (days - 1)) ** 1.25),
        }
        for n in range(days)
    ]


_RISKS: Final = [
    ("The second data partner signs late", "legal", "critical", 4, 5, "64000.00", 1, (3, 5, "high")),
    ("Accuracy falls on images of older devices", "technical", "high", 3, 4, "28000.00", 2, (4, 4, "high")),
    ("The regulator asks for a second study", "legal", "high", 2, 5, "30000.00", 1, None),
    ("The clinic changes its picture archive", "technical", "medium", 3, 3, "9000.00", 2, (3, 3, "medium")),
    ("Training cluster is not free in time", "technical", "medium", 2, 3, "6000.00", 3, (3, 3, "medium")),
    ("A competitor gets the first approval", "market", "medium", 2, 4, "12000.00", 0, (2, 4, "medium")),
    ("The pilot clinic leaves", "market", "low", 1, 4, "5000.00", 1, (2, 4, "medium")),
    ("Round closes a quarter later", "funding", None, None, None, None, 0, None),
]


def _risk(number: int) -> dict[str, Any]:
    title, category, level, probability, impact, loss, responses, former = _RISKS[number]
    return {
        "id": an_id("risk", number),
        "title": title,
        "category": category,
        "status": "accepted" if number == 5 else "open",
        "level": level,
        "probability_level": probability,
        "impact_level": impact,
        "expected_loss": loss,
        "responses": responses,
        "owner": _person(number) if number % 3 else None,
        "former": None
        if former is None
        else {"probability_level": former[0], "impact_level": former[1], "level": former[2]},
    }


def _criterion(number: int, **given: Any) -> dict[str, Any]:
    return {
        "id": an_id("criterion", number),
        "metric": None,
        "target": None,
        "direction": None,
        "unit": None,
        "last_value": None,
        "recorded_at": None,
        "stale": False,
        "indicator_id": None,
    } | given


_AT: Final = "2026-11-29T08:00:00.000000Z"
_CRITERIA: Final = [
    _criterion(
        1,
        title="Accuracy on held-out images",
        kind="must",
        result="pass",
        metric="accuracy",
        target="92.000000",
        direction="at_least",
        unit="%",
        last_value="92.400000",
        recorded_at=_AT,
        indicator_id=an_id("indicator", 1),
    ),
    _criterion(
        2,
        title="Answer within two seconds",
        kind="must",
        result="pass",
        metric="latency",
        target="2.000000",
        direction="at_most",
        unit="s",
        last_value="1.350000",
        recorded_at=_AT,
    ),
    _criterion(3, title="Contract with a second data partner", kind="must", result="fail", recorded_at=_AT),
    _criterion(
        4,
        title="Ten radiologists have tried it",
        kind="should",
        result="not_measured",
        metric="testers",
        target="10.000000",
        direction="at_least",
        unit="people",
        last_value="6.000000",
        recorded_at="2026-10-20T08:00:00.000000Z",
        stale=True,
    ),
]
_MATRIX: Final = [
    ["low", "low", "low", "medium", "medium"],
    ["low", "low", "medium", "medium", "high"],
    ["low", "medium", "medium", "high", "high"],
    ["medium", "medium", "high", "high", "critical"],
    ["medium", "high", "high", "critical", "critical"],
]

_REPORT: Final[dict[str, Any]] = {
    "schema": "2026-12-01",
    "kind": "milestone",
    "as_of": "2026-11-30T09:30:00.000000Z",
    "review_id": an_id("review", 1),
    "locale": "en",
    "currency": "EUR",
    "venture": {
        "id": an_id("venture", 1),
        "name": "Meridian Diagnostics",
        "stage": "validation",
        "health": {
            "state": "at_risk",
            "reasons": [
                {
                    "dimension": "schedule",
                    "state": "at_risk",
                    "rule": "p80_late",
                    "value": "4",
                    "limit": None,
                    "subject": an_id("milestone", 1),
                }
            ],
        },
    },
    "milestone": {
        "id": an_id("milestone", 1),
        "title": "Closed beta with three clinics",
        "status": "in_progress",
        "phase": {"id": an_id("phase", 1), "title": "Test and optimise"},
        "percent_complete": 71,
        "progress_mode": "by_tasks",
        "baseline": {"start_on": "2026-10-05", "due_on": "2026-12-04", "working_days": 45},
        "plan": {"start_on": "2026-10-05", "due_on": "2026-12-11"},
        "slip_working_days": 5,
        "forecast": {
            "p10_on": "2026-12-03",
            "p50_on": "2026-12-10",
            "p80_on": "2026-12-17",
            "p90_on": "2026-12-21",
            "probability_of_due_date": "0.5873",
            "criticality": "0.9130",
            "draws": 10_000,
            "seed": 821136471,
            "inputs_hash": HASHES["a"],
            "computed_at": "2026-11-30T02:00:00.000000Z",
            "slip_p50_working_days": 4,
            "slip_p80_working_days": 9,
            "histogram": _histogram(),
            "drivers": [
                {
                    "kind": "risk",
                    "id": an_id("risk", 0),
                    "title": _RISKS[0][0],
                    "mean_days": "3.1",
                    "p80_days": "5",
                    "rho": "0.64",
                },
                {
                    "kind": "milestone",
                    "id": an_id("milestone", 2),
                    "title": "Labelled set of 40,000 images",
                    "mean_days": None,
                    "p80_days": None,
                    "rho": "0.41",
                },
            ],
            "previous": {
                "as_of": "2026-11-02",
                "p50_on": "2026-12-03",
                "p80_on": "2026-12-09",
                "probability_of_due_date": "0.8420",
            },
        },
        "burn_up": _burn_up(),
    },
    "milestones": [],
    "criteria": _CRITERIA,
    "earned_value": {
        "as_of_on": "2026-11-30",
        "bac": "80000.00",
        "pv": "70400.00",
        "ev": "56800.00",
        "ac": "64100.00",
        "cv": "-7300.00",
        "sv": "-13600.00",
        "cpi": "0.8861",
        "spi": "0.8068",
        "eac": "90281.69",
        "eac_rest_at_plan": "87300.00",
        "eac_pressed": "96550.81",
        "etc": "26181.69",
        "vac": "-10281.69",
        "tcpi": None,
        "es_months": "1.61",
        "at_months": "1.84",
        "sv_t": "-0.23",
        "spi_t": "0.8750",
        "ieac_t_months": "2.29",
        "undefined": [{"name": "tcpi", "reason": "budget_spent"}],
        "inputs_hash": HASHES["b"],
        "computed_at": "2026-11-30T02:00:00.000000Z",
    },
    "runway": {
        "cash": "412000.00",
        "cash_on": "2026-11-27",
        "net_burn": "54210.50",
        "months": "7.6",
        "state": "burning",
        "cash_out_committed_on": "2027-07-18",
        "cash_out_expected_on": "2027-09-03",
        "cash_out_all_on": "2028-01-14",
        "default_alive": False,
        "missing": ["planned_inflows"],
        "inputs_hash": HASHES["c"],
        "computed_at": "2026-11-30T02:00:00.000000Z",
    },
    "risks": {
        "by_level": {"low": 1, "medium": 3, "high": 2, "critical": 1, "not_assessed": 1},
        "scale": {"probability_levels": 5, "impact_levels": 5, "matrix": _MATRIX},
        "items": [_risk(number) for number in range(len(_RISKS))],
        "since_last_review": {
            "new": [an_id("risk", 2), an_id("risk", 7)],
            "worse": [an_id("risk", 0)],
            "better": [an_id("risk", 6)],
            "closed": [an_id("risk", 99)],
        },
        "exposure": {"expected": "154000.00", "p50": "121000.00", "p80": "238000.00", "p95": "402000.00"},
    },
    "alerts": [
        {
            "id": an_id("alert", 1),
            "rule": "risk.critical",
            "severity": "critical",
            "summary": "The second data partner signs late: critical, and its only response is overdue.",
            "fired_at": "2026-11-24T07:12:00.000000Z",
            "acknowledged": True,
        },
        {
            "id": an_id("alert", 2),
            "rule": "indicator.trend",
            "severity": "warning",
            "summary": "Weekly accuracy falls and will cross its critical threshold on 2026-12-22.",
            "fired_at": "2026-11-28T09:12:00.000000Z",
            "acknowledged": False,
        },
    ],
    "indicators": [
        {
            "id": an_id("indicator", 1),
            "name": "Weekly accuracy",
            "unit": "%",
            "value": "92.4",
            "at": _AT,
            "warning": "93",
            "critical": "91",
            "direction": "lower_is_worse",
            "state": "warning",
            "trend": "falling",
            "crosses_critical_on": "2026-12-22",
        }
    ],
    "resources": {
        "budget": {"budget": "80000.00", "spent": "64100.00", "share": "0.8013"},
        "allocated": [
            {
                "id": an_id("resource", 1),
                "name": "Training cluster",
                "kind": "technology",
                "allocated": "1200.000000",
                "unit": "GPU hours",
                "expires_on": "2027-03-31",
            },
            {
                "id": an_id("resource", 2),
                "name": "Radiology images, licensed",
                "kind": "data",
                "allocated": "40000.000000",
                "unit": "images",
                "expires_on": "2026-12-31",
            },
        ],
        "roles_vacant": ["Data engineer"],
        "licences_ending": [
            {"id": an_id("resource", 2), "name": "Radiology images, licensed", "expires_on": "2026-12-31"}
        ],
        "compute": [
            {
                "id": an_id("compute_pool", 1),
                "name": "Training cluster",
                "hours_left": "840.000000",
                "hours_needed": "1200.000000",
            }
        ],
        "acquisitions": [
            {
                "id": an_id("acquisition", 1),
                "title": "Seed round",
                "kind": "funding",
                "status": "negotiating",
                "expected_on": "2027-02-15",
                "next_step": "Send the data room",
            }
        ],
    },
    "obligations": [
        {
            "id": an_id("obligation", 1),
            "title": "Record of processing activities",
            "due_on": "2026-11-20",
            "overdue": True,
        }
    ],
    "research": {"last_on": "2026-11-05", "asked": 14},
    "open_conditions": [
        {
            "id": an_id("condition", 1),
            "title": "Sign the second data partner",
            "due_on": "2026-11-20",
            "owner": _person(1),
            "overdue": True,
        }
    ],
    "former_review": {
        "id": an_id("review", 0),
        "decided_at": "2026-10-02T15:00:00.000000Z",
        "decision": "conditional_go",
        "content_hash": "3b" * 32,
    },
    "scope_changes": [
        {
            "kind": "target_moved",
            "criterion": {"id": an_id("criterion", 1), "title": "Accuracy on held-out images"},
            "before": "90",
            "after": "92",
            "at": "2026-11-05T10:00:00.000000Z",
        }
    ],
    "data_ages": [
        {"source": "forecast", "at": "2026-11-30T02:00:00.000000Z", "days": 0},
        {"source": "earned_value", "at": "2026-11-30T02:00:00.000000Z", "days": 0},
        {"source": "exposure", "at": None, "days": None},
        {"source": an_id("criterion", 4), "at": "2026-10-20T08:00:00.000000Z", "days": 41},
        {"source": an_id("indicator", 1), "at": _AT, "days": 1},
        *({"source": an_id("risk", n), "at": "2026-09-01T08:00:00.000000Z", "days": 90 - n} for n in range(8)),
    ],
    "missing": ["assessments"],
    "recommendation": "recycle",
    "reasons": [
        {"code": "criterion.must_failed", "leads_to": "recycle", "facts": [an_id("criterion", 3)]},
        {"code": "condition.open", "leads_to": "recycle", "facts": [an_id("condition", 1)]},
        {
            "code": "criterion.should_not_measured",
            "leads_to": "conditional_go",
            "facts": [an_id("criterion", 4)],
        },
        {"code": "forecast.p80_late", "leads_to": "conditional_go", "facts": [an_id("milestone", 1)]},
        {"code": "cost.cpi_low", "leads_to": "conditional_go", "facts": []},
    ],
    "stop_signals": ["funding.runway_short"],
}

_DOCUMENT: Final[dict[str, Any]] = {
    "review": {
        "id": an_id("review", 1),
        "state": "decided",
        "kind": "milestone",
        "planned_on": "2026-12-04",
        "started_at": "2026-11-30T13:00:00.000000Z",
        "decided_at": "2026-11-30T14:10:00.000000Z",
        "content_hash": HASHES["d"],
        "chair": _person(0),
        "quorum": 2,
        "draft_number": 3,
        "previous_hash": None,
    },
    "report": _REPORT,
    "participants": [
        {"member_id": _person(n)["id"], "name": _person(n)["name"], "role": "chair" if n == 0 else "reviewer"}
        for n in range(4)
    ],
    "votes": [
        {
            "member_id": _person(1)["id"],
            "name": _person(1)["name"],
            "vote": "conditional_go",
            "note": "The accuracy holds; the contract is the only thing open.",
            "at": "2026-11-30T13:40:00.000000Z",
        },
        {
            "member_id": _person(2)["id"],
            "name": _person(2)["name"],
            "vote": "recycle",
            "note": None,
            "at": "2026-11-30T13:42:00.000000Z",
        },
    ],
    "decision": {
        "decision": "conditional_go",
        "reason": "Two clinics can begin without the second partner.\nThe third waits until the contract is signed.",
        "against_recommendation": True,
        "decided_by": _person(0),
        "decided_at": "2026-11-30T14:10:00.000000Z",
    },
    "conditions": [
        {
            "id": an_id("condition", 2),
            "title": "Sign the second data partner",
            "owner": _person(1),
            "due_on": "2026-12-18",
            "state": "open",
            "overdue": True,
            "moved_once": True,
        },
        {
            "id": an_id("condition", 3),
            "title": "Try it with four more radiologists",
            "owner": _person(2),
            "due_on": "2026-12-11",
            "state": "met",
            "overdue": False,
            "moved_once": False,
        },
    ],
    "agenda": "1. Accuracy and latency\n2. Data partner\n3. Decision",
    "minutes": "The team showed the last evaluation. Noor asked how images of older devices are treated.",
    "feedback": [
        {
            "id": an_id("feedback", 1),
            "text": "The clinic asks for a second reader.",
            "kind": "problem",
            "source": "St. Anna Clinic",
            "became": an_id("task", 1),
        },
        {
            "id": an_id("feedback", 2),
            "text": "Show the heat map in grey.",
            "kind": "idea",
            "source": None,
            "became": None,
        },
    ],
}


def full(**review: Any) -> ReviewDocument:
    """A decided review that has everything."""
    document = deepcopy(_DOCUMENT)
    document["review"] |= review
    return cast(ReviewDocument, document)


def sparse() -> ReviewDocument:
    """A review that is ready, of a milestone of which hardly anything is known."""
    document = deepcopy(_DOCUMENT)
    report = document["report"]
    report["venture"] |= {"health": None}
    report["milestone"] |= {
        "phase": None,
        "percent_complete": 0,
        "progress_mode": "by_hand",
        "baseline": {"start_on": None, "due_on": None, "working_days": None},
        "plan": {"start_on": None, "due_on": None},
        "slip_working_days": None,
        "forecast": None,
        "burn_up": [],
    }
    report |= {
        "criteria": [],
        "earned_value": None,
        "runway": None,
        "alerts": [],
        "indicators": [],
        "resources": {"budget": None, "allocated": [], "roles_vacant": [], "licences_ending": []}
        | {"compute": [], "acquisitions": []},
        "obligations": [],
        "research": {"last_on": None, "asked": 0},
        "open_conditions": [],
        "former_review": None,
        "scope_changes": [],
        "data_ages": [],
        "missing": ["due_on", "baseline", "criteria", "assessments", "forecast", "earned_value", "runway"],
        "recommendation": "insufficient_evidence",
        "reasons": [
            {"code": "evidence.no_criteria", "leads_to": "insufficient_evidence", "facts": []},
            {"code": "evidence.no_forecast", "leads_to": "insufficient_evidence", "facts": []},
        ],
        "stop_signals": [],
    }
    report["risks"] = {
        "by_level": dict.fromkeys(("low", "medium", "high", "critical", "not_assessed"), 0),
        "scale": None,
        "items": [],
        "since_last_review": None,
        "exposure": None,
    }
    document["review"] |= {"state": "ready", "started_at": None, "decided_at": None, "chair": None, "quorum": None}
    document |= {"participants": [], "votes": [], "decision": None, "conditions": [], "agenda": None, "minutes": None}
    document |= {"feedback": []}
    return cast(ReviewDocument, document)


def progress() -> ReviewDocument:
    """A weekly progress report: no milestone, no criteria, no decision."""
    document = cast(dict[str, Any], full(state="ready", kind="progress"))
    report = document["report"]
    report |= {
        "kind": "progress",
        "milestone": None,
        "criteria": [],
        "earned_value": None,
        "recommendation": None,
        "reasons": [],
        "stop_signals": [],
        "missing": [],
    }
    report["resources"]["budget"] = None
    report["milestones"] = [
        {
            "id": an_id("milestone", n),
            "title": title,
            "status": status,
            "due_on": due,
            "percent_complete": percent,
            "p80_on": p80,
            "changed": changed,
        }
        for n, (title, status, due, percent, p80, changed) in enumerate(
            [
                ("Labelled set of 40,000 images", "done", "2026-10-30", 100, None, ["status"]),
                ("Closed beta with three clinics", "in_progress", "2026-12-11", 71, "2026-12-17", ["due_on", "p80_on"]),
                ("CE mark", "planned", "2027-05-28", 0, "2027-07-02", []),
            ]
        )
    ]
    document |= {"votes": [], "decision": None, "conditions": []}
    return cast(ReviewDocument, document)


HOSTILE: Final = (
    '#import "@preview/x:1.0.0": *',
    '#eval(read("/etc/passwd"))',
    "$x^2$ *bold* _it_ `code` ```raw``` <label> @ref // comment /* */ \\ ~ = - + / [x](javascript:alert(1))",
    "</script><script>alert(1)</script><img src=x onerror=alert(1)>",
    "</text></svg><svg onload=alert(1)>",
    "{{ 7*7 }}{% raw %}{n} {0} %s",
    "\u202egnorw si txet siht\u202c \u2067\u200fשלום\u2069 مرحبا",
    "emoji 😀👩\u200d🔬🏳️\u200d🌈 and\x00 nul\x1b[31m",
    "W" * 10_000,
    "字" * 10_000,
    "a\u0301\u0301\u0301" * 300,
    "| a | b |\n|---|---|\r\n\r\n# head\n- item\n1. one",
)
"""Texts that would be markup, code or trouble somewhere."""


def hostile() -> ReviewDocument:
    """A full document in which each text from outside is one that would do harm."""
    turn = iter(range(10**6))
    own = {"id", "member_id", "became", "indicator_id", "review_id", "schema", "kind", "state", "status", "stage"}
    own |= {"locale", "currency", "result", "direction", "level", "severity", "recommendation", "decision", "vote"}
    own |= {
        "leads_to",
        "role",
        "source",
        "subject",
        "progress_mode",
        "dimension",
        "trend",
        "seed",
        "content_hash",
        "inputs_hash",
    }

    def worse(value: Any, name: str = "") -> Any:
        if isinstance(value, dict):
            return {key: worse(item, key) for key, item in value.items()}
        if isinstance(value, list):
            return [worse(item, name) for item in value]
        if (
            not isinstance(value, str)
            or name in own
            or name.endswith(("_on", "_at", "hash"))
            or name in ("at", "on", "as_of")
        ):
            return value
        if name in ("facts", "new", "worse", "better", "closed", "share", "rho", "matrix") or _is_number(value):
            return value
        return HOSTILE[next(turn) % len(HOSTILE)]

    document = worse(deepcopy(_DOCUMENT))
    for one, text in zip(document["feedback"], HOSTILE, strict=False):
        one["source"] = text
    return cast(ReviewDocument, document)


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).lstrip("-").isdigit()


def _venture(number: int, name: str, state: str | None, **given: Any) -> dict[str, Any]:
    rule = {"on_track": None, "at_risk": "cpi_low", "off_track": "alert_old"}.get(state or "")
    dimension = "cost" if state == "at_risk" else "alerts"
    figures = {"value": "0.89", "limit": "0.90", "subject": None}
    reasons = [{"dimension": dimension, "state": state, "rule": rule, **figures}] if rule else []
    return {
        "id": an_id("venture", number),
        "key": f"V{number}",
        "name": name,
        "stage": "validation",
        "health": None if state is None else {"state": state, "reasons": reasons},
        "next_milestone": None,
        "top_risk": None,
        "runway": None,
        "budget": "0.00",
        "open_risks": 0,
        "firing_alerts": 0,
    } | given


def portfolio() -> PortfolioDocument:
    """A portfolio of four ventures, of one of which nothing is known."""
    milestone = {
        "id": an_id("milestone", 1),
        "title": "Closed beta with three clinics",
        "due_on": "2026-12-11",
        "percent_complete": 71,
        "p50_on": "2026-12-10",
        "p80_on": "2026-12-17",
        "probability_of_due_date": "0.5873",
    }
    risk = {"id": an_id("risk", 1), "title": _RISKS[0][0], "level": "critical", "expected_loss": "64000.00"}
    runway = {"state": "burning", "months": "7.6", "cash_out_committed_on": "2027-07-18"}
    ventures = [
        _venture(
            1, "Helio", "on_track", budget="120000.00", runway={**runway, "months": None, "state": "cash_generating"}
        ),
        _venture(
            2,
            "Meridian Diagnostics",
            "at_risk",
            next_milestone=milestone,
            top_risk=risk,
            runway=runway,
            budget="80000.00",
        ),
        _venture(3, "新语客服", None, next_milestone={**milestone, "p50_on": None, "p80_on": None, "title": "内测"}),
        _venture(4, "Quarry", "off_track", runway={**runway, "months": "2.1"}, budget="200000.00"),
    ]
    document = {
        "schema": "2026-12-01",
        "as_of": "2026-11-30T09:30:00.000000Z",
        "locale": "en",
        "currency": "EUR",
        "tenant": "Aurora Labs",
        "states": states_of(cast(Any, ventures)),
        "ventures": worst_first(cast(Any, ventures)),
        "left_out": 0,
    }
    return cast(PortfolioDocument, document)
