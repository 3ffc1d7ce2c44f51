"""What was asked, and what became of it as those who asked know, and how that must stand in tables and receivers."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from domain.kernel.ids import external_id
from tests.faults.house import House, Household
from tests.workers.conftest import rows


class Outcome(Enum):
    """What who asked for a change knows of it."""

    DONE = "it was answered: it is there exactly once"
    NEVER = "it was refused, rolled back or not even sent: nothing of it is there"
    UNKNOWN = "the answer was lost: it is there once, or not at all"


@dataclass
class Ledger:
    """One tenant's changes, each under a name of its own that stands in what it has written."""

    outcomes: dict[str, Outcome] = field(default_factory=dict)
    poison: set[str] = field(default_factory=set)
    "Changes whose event cannot be told."

    def complaints(self, written: Counter[str]) -> list[str]:
        """How often each name may stand in the events, and does not."""
        wrong = []
        for name, outcome in self.outcomes.items():
            count = written[name]
            allowed = {Outcome.DONE: {1}, Outcome.NEVER: {0}, Outcome.UNKNOWN: {0, 1}}[outcome]
            if count not in allowed:
                wrong.append(f"{name}: {count} events, but {outcome.value}")
        wrong += [f"{name}: nobody asked for it" for name in written.keys() - self.outcomes.keys()]
        return wrong


EVENTS = """
SELECT id, type, subject_type, subject_id, subject_version, sequence, due, data, previous FROM event
WHERE tenant_id = $1 AND subject_type IN ('venture', 'risk') ORDER BY sequence"""
VERSIONS = """
SELECT 'venture' AS subject_type, id, version FROM venture WHERE tenant_id = $1
UNION ALL SELECT 'risk', id, version FROM risk WHERE tenant_id = $1"""
AUDITED = "SELECT subject_id, count(*) AS entries FROM audit_entry WHERE tenant_id = $1 GROUP BY 1"
NUMBERS = "SELECT sequence FROM event WHERE tenant_id = $1 AND sequence IS NOT NULL ORDER BY 1"
PARKED = "SELECT subject_id FROM work WHERE tenant_id = $1 AND kind = 'event' AND parked_at IS NOT NULL"


async def complaints(house: House, household: Household, ledger: Ledger) -> list[str]:
    """All that is not as promised in one tenant, when everything is quiet."""
    events = await rows(house.runtime, household.tenant, EVENTS, household.id)
    return [
        *ledger.complaints(_names(events)),
        *await _one_event_a_change(house, household, events),
        *await _numbers(house, household, events, ledger),
        *_arrivals(house, household, events),
    ]


def _names(events: list[dict[str, Any]]) -> Counter[str]:
    """How many events gave each name to something."""
    names: Counter[str] = Counter()
    for event in events:
        is_new = event["previous"] is None and event["subject_version"] == 1
        for key in ("name", "title"):
            if key in event["data"] and (is_new or key in (event["previous"] or {})):
                names[event["data"][key]] += 1
        if event["subject_version"] is None:
            names[event["data"].get("name", event["type"])] += 1
    return names


async def _one_event_a_change(house: House, household: Household, events: list[dict[str, Any]]) -> list[str]:
    """Every version of everything has exactly one event, and one entry in the audit log."""
    told = defaultdict(list)
    for event in events:
        if event["subject_version"] is not None:
            told[event["subject_type"], event["subject_id"]].append(event["subject_version"])
    wrong = []
    audited = {
        row["subject_id"]: row["entries"] for row in await rows(house.runtime, household.tenant, AUDITED, household.id)
    }
    for row in await rows(house.runtime, household.tenant, VERSIONS, household.id):
        versions = told.pop((row["subject_type"], row["id"]), [])
        if versions != list(range(1, row["version"] + 1)):
            wrong.append(f"{row['subject_type']} {row['id']} has version {row['version']} and events of {versions}")
        if audited.get(row["id"]) != row["version"]:
            wrong.append(
                f"{row['subject_type']} {row['id']} has version {row['version']}, audited {audited.get(row['id'])}"
            )
    return wrong + [f"events of {subject}, which is not there" for subject in told]


async def _numbers(house: House, household: Household, events: list[dict[str, Any]], ledger: Ledger) -> list[str]:
    """The sequence is dense; what cannot be told is parked, and nothing else has no number."""
    numbers = [row["sequence"] for row in await rows(house.runtime, household.tenant, NUMBERS, household.id)]
    wrong = [] if numbers == list(range(1, len(numbers) + 1)) else [f"the sequence has gaps or repeats: {numbers}"]
    parked = {row["subject_id"] for row in await rows(house.runtime, household.tenant, PARKED, household.id)}
    unnumbered = {event["id"]: event["data"].get("name") for event in events if event["sequence"] is None}
    if parked != unnumbered.keys() or not set(unnumbered.values()) <= ledger.poison:
        wrong.append(f"without a number: {unnumbered}, parked: {parked}")
    return wrong


def _arrivals(house: House, household: Household, events: list[dict[str, Any]]) -> list[str]:
    """Every event came to every endpoint that wants it, always under the same id and with the same bytes."""
    wrong = []
    own = external_id("tenant", household.id)
    bodies: dict[tuple[str, str], set[bytes]] = defaultdict(set)
    for request in (each for each in house.receiver.requests if each.path in household.endpoints):
        bodies[request.path, request.headers["webhook-id"]].add(request.body)
        if request.event["tenant_id"] != own:
            wrong.append(f"{request.path} got an event of {request.event['tenant_id']}")
    wrong += [f"{path} got {id} with {len(same)} bodies" for (path, id), same in bodies.items() if len(same) > 1]
    for path, pattern in household.endpoints.items():
        wanted = {
            external_id("event", event["id"]): event["sequence"]
            for event in events
            if event["sequence"] is not None and (pattern == "*" or event["type"].startswith(pattern.removesuffix("*")))
        }
        got = {id: json.loads(next(iter(same))) for (to, id), same in bodies.items() if to == path}
        accepted = {each.headers["webhook-id"] for each in house.accepted if each.path == path}
        subjects = {id for id, body in got.items() if body["type"].partition(".")[0] in ("venture", "risk")}
        if missing := wanted.keys() - accepted:
            wrong.append(f"{path} never took {missing}")
        if strange := {id for id in subjects if ".alert." not in got[id]["type"]} - wanted.keys():
            wrong.append(f"{path} got {strange}, which nobody stored")
        wrong += [f"{path} got {id} as number {got[id]['sequence']}" for id in wanted.keys() & got.keys()
                  if got[id]["sequence"] != wanted[id]]  # fmt: skip
    return wrong
