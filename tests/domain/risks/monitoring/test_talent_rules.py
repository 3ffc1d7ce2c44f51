"""The rules about people where the venture says which roles it needs."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from domain.risks.monitoring.chapters.teams import HolderFacts, RoleFacts
from domain.risks.monitoring.facts import Facts, MilestoneFacts, PlaceFacts, VentureFacts
from tests.domain.risks.monitoring.finding import found, next_change

NOW = datetime(2026, 10, 14, 12, tzinfo=UTC)
TODAY = NOW.date()
DUE = date(2026, 12, 13)
"""In sixty days."""
MILESTONE = MilestoneFacts(UUID(int=2), "Prototype", "in_progress", DUE)
ROLE = RoleFacts(UUID(int=3), "Research lead", is_core=True, milestone_id=MILESTONE.id)
HOLDER = HolderFacts(UUID(int=4), "Research lead", ROLE.id, UUID(int=11))
SALES = tuple(PlaceFacts(UUID(int=20 + n), "Sales", UUID(int=30 + n), "business") for n in range(3))
FACTS = Facts(milestones=(MILESTONE,), roles=(ROLE,), holders=(HOLDER,), venture=VentureFacts(UUID(int=1), "Aurora"))


@pytest.mark.parametrize(
    ("role", "milestone", "holder", "missing"),
    [
        ({}, {}, {}, None),
        ({}, {}, None, 1),
        ({"headcount": 3}, {}, {}, 2),
        ({}, {"due_on": DUE + timedelta(1)}, None, None),
        ({}, {"due_on": TODAY - timedelta(30)}, None, 1),
        ({}, {"due_on": None}, None, None),
        ({}, {"status": "done"}, None, None),
        ({}, {"status": "cancelled"}, None, None),
        ({"milestone_id": None}, {}, None, 1),
        ({"milestone_id": None, "needed_until": DUE - timedelta(1)}, {}, None, None),
        ({"milestone_id": UUID(int=99)}, {}, None, None),
        ({"needed_from": DUE + timedelta(1)}, {}, None, None),
        ({}, {}, {"leaves_on": DUE - timedelta(1)}, 1),
        ({}, {}, {"leaves_on": DUE}, None),
        ({}, {}, {"from_on": DUE}, None),
        ({}, {}, {"until_on": TODAY}, 1),
        ({}, {}, {"away_from": DUE, "away_until": DUE + timedelta(9)}, 1),
        ({}, {}, {"away_from": TODAY, "away_until": DUE - timedelta(1)}, None),
    ],
)
def test_a_gap_is_who_will_be_missing_on_the_day_on_which_a_milestone_is_due(
    role: dict[str, object], milestone: dict[str, object], holder: dict[str, object] | None, missing: int | None
) -> None:
    facts = replace(
        FACTS,
        milestones=(replace(MILESTONE, **milestone),),  # type: ignore[arg-type]
        roles=(replace(ROLE, **role),),  # type: ignore[arg-type]
        holders=() if holder is None else (replace(HOLDER, **holder),),  # type: ignore[arg-type]
    )
    finding = found("talent.gap", facts).get(ROLE.id)
    assert (finding and finding.evidence["missing"]) == missing
    if finding:
        assert (finding.severity, finding.evidence["milestone"]) == ("warning", "Prototype")


def test_a_gap_comes_with_the_day_and_a_person_who_holds_a_role_twice_is_one() -> None:
    alone = replace(FACTS, holders=())
    assert found("talent.gap", alone, NOW - timedelta(days=1)) == {}
    assert next_change("talent.gap", alone, NOW - timedelta(days=1)) == datetime(2026, 10, 14, tzinfo=UTC)
    leaving = replace(FACTS, holders=(replace(HOLDER, until_on=date(2026, 11, 1)),))
    assert next_change("talent.gap", leaving) == datetime(2026, 11, 2, tzinfo=UTC)
    twice = replace(FACTS, roles=(replace(ROLE, headcount=2),), holders=(HOLDER, replace(HOLDER, id=UUID(int=5))))
    assert found("talent.gap", twice)[ROLE.id].evidence["missing"] == 1


def test_a_single_point_is_a_core_role_that_one_person_of_four_fills() -> None:
    four = replace(FACTS, places=SALES)
    (finding,) = found("talent.single_point", four).values()
    assert finding.evidence == {"people": 4, "core_people": 1, "roles": "Research lead"}
    second = replace(HOLDER, id=UUID(int=5), who=UUID(int=12))
    assert found("talent.single_point", replace(four, holders=(HOLDER, second))) == {}
    assert found("talent.single_point", replace(four, places=SALES[:2])) == {}, "three people"
    assert found("talent.single_point", replace(four, roles=(replace(ROLE, needed_from=DUE),))) == {}
    assert found("talent.single_point", replace(four, roles=(replace(ROLE, is_core=False),))) == {}
    away = replace(second, away_from=TODAY, away_until=date(2026, 10, 20))
    both = replace(four, holders=(HOLDER, away))
    assert len(found("talent.single_point", both)) == 1
    assert next_change("talent.single_point", both) == datetime(2026, 10, 21, tzinfo=UTC)
    assert found("talent.single_point", both, datetime(2026, 10, 21, tzinfo=UTC)) == {}


def test_shares_in_roles_overallocate_too_and_are_told_once() -> None:
    member = PlaceFacts(UUID(int=20), "Core", UUID(int=11), total_share=120, shares_since=NOW)
    busy = replace(HOLDER, total_share=120, shares_since=NOW)
    freelance = replace(HOLDER, id=UUID(int=6), who=UUID(int=13), total_share=101, shares_since=NOW)
    facts = replace(FACTS, places=(member,), holders=(busy, freelance, replace(HOLDER, who=UUID(int=14))))
    shares = {id: finding.evidence["total_share"] for id, finding in found("talent.overallocated", facts).items()}
    assert shares == {member.id: 120, freelance.id: 101}
