"""What rules of tenants may know of each chapter: the values of its facts, and that what is not known is left out."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from domain.risks.monitoring.chapters.compliance import ObligationFacts, RegimeFacts
from domain.risks.monitoring.chapters.funding import AcquisitionFacts, RoundFacts
from domain.risks.monitoring.chapters.resources import (
    DataFacts,
    DataUseFacts,
    DriftFacts,
    PoolDayFacts,
    PoolFacts,
    PoolNeedFacts,
    ResourceFacts,
)
from domain.risks.monitoring.chapters.teams import HolderFacts, RoleFacts
from domain.risks.monitoring.custom import custom_rule
from domain.risks.monitoring.custom_facts import FACTS_OF
from domain.risks.monitoring.facts import Facts, MilestoneFacts, MoneyFacts, VentureFacts
from tests.domain.risks.monitoring.test_expressions import rule

TODAY = date(2026, 10, 14)
NOW = datetime(2026, 10, 14, 12, tzinfo=UTC)
VENTURE = Facts(venture=VentureFacts(UUID(int=1), "Aurora"))
FIRST, SECOND, THIRD = (UUID(int=number) for number in (11, 12, 13))
SOON, LATER = TODAY + timedelta(days=10), TODAY + timedelta(days=40)


def _told(subject: str, facts: Facts, id: UUID | None = None) -> dict[str, Any]:
    """The facts that are known of one subject."""
    values = dict(FACTS_OF[subject](facts, TODAY))[id or VENTURE.venture.id]
    return {name: value for name, value in values.items() if value is not None}


def test_funding() -> None:
    money = MoneyFacts(
        net_burn=Decimal("125.5"), cash_out_on=SOON, burn_multiple=Decimal("2.5"), net_new_arr=Decimal(180),
        largest_share=Decimal("0.75"), default_alive=False,
    )  # fmt: skip
    tranche = AcquisitionFacts(FIRST, "Tranche", "negotiating", SECOND, SOON, Decimal(5_000), "USD", None, LATER)
    facts = replace(VENTURE, money=money, acquisitions=(tranche,), rounds=(RoundFacts(THIRD, "Seed"),))
    told = _told("venture", facts)
    assert {name: told[name] for name in ("net_burn", "days_until_cash_out", "burn_multiple", "net_new_arr")} == {
        "net_burn": 125.5, "days_until_cash_out": 10, "burn_multiple": 2.5, "net_new_arr": 180.0,
    }  # fmt: skip
    assert (told["largest_source_share"], told["default_alive"], told["cash_generating"]) == (0.75, False, False)
    assert (told["acquisitions"], told["rounds"]) == (1, 1)
    assert _told("acquisition", facts, FIRST) == {
        "status": "negotiating", "expected_amount": 5_000.0, "currency": "USD", "likelihood": 0.3,
        "days_until_expected": 40, "has_condition": True, "days_until_condition": 10,
    }  # fmt: skip
    said = replace(tranche, probability=Decimal("0.6"), milestone_id=None)
    told = _told("acquisition", replace(facts, acquisitions=(said,)), FIRST)
    assert (told["likelihood"], "days_until_condition" in told) == (0.6, False)
    assert not {"net_burn", "cash_generating", "days_until_cash_out"} & _told("venture", VENTURE).keys()


def test_data() -> None:
    source = DataFacts(FIRST, "partnership", Decimal(40), "Scans", None, False, None, True, "consent", SOON)
    facts = replace(
        VENTURE,
        resources=(ResourceFacts(FIRST, "Scans", "data"), ResourceFacts(SECOND, "Angel", "funding")),
        data_sources=(source,),
        data_uses=(DataUseFacts(FIRST, "training"), DataUseFacts(FIRST, "research", LATER)),
        drifts=(DriftFacts(FIRST, "Ages", Decimal("0.3")), DriftFacts(FIRST, "Regions", Decimal("0.1"))),
    )
    assert _told("resource", facts, FIRST) == {
        "kind": "data", "used": False, "channel": "partnership", "size": 40.0, "data_uses": 1, "personal_data": True,
        "has_basis": True, "days_until_basis_ends": 10, "allows_training": False, "drift": 0.3,
    }  # fmt: skip
    assert _told("resource", facts, SECOND) == {"kind": "funding", "used": False}


def test_computing_time() -> None:
    pool = PoolFacts(FIRST, "Nordic Cloud", Decimal(100), Decimal(45), True, TODAY, LATER, Decimal(80))
    facts = replace(
        VENTURE,
        resources=(ResourceFacts(FIRST, "GPUs", "technology"),),
        pools=(pool,),
        milestones=(MilestoneFacts(SECOND, "Open"), MilestoneFacts(THIRD, "Done", "done")),
        pool_needs=(PoolNeedFacts(FIRST, SECOND, Decimal(60)), PoolNeedFacts(FIRST, THIRD, Decimal(9))),
        pool_days=(
            PoolDayFacts(FIRST, TODAY - timedelta(days=30), Decimal(1), 2, Decimal(300)),
            PoolDayFacts(FIRST, TODAY - timedelta(days=31), Decimal(1), 1, Decimal(9_000)),
        ),
    )
    assert _told("resource", facts, FIRST) == {
        "kind": "technology", "used": False, "vendor": "Nordic Cloud", "hours_reserved": 100.0, "hours_used": 45.0,
        "hours_left": 55.0, "hours_needed": 60.0, "days_until_contract_ends": 40, "cost_per_run": 150.0,
        "planned_cost_per_run": 80.0,
    }  # fmt: skip
    unplanned = replace(facts, pools=(PoolFacts(FIRST, "Nordic Cloud"),), pool_days=())
    assert not {"hours_left", "cost_per_run"} & _told("resource", unplanned, FIRST).keys()


def test_talent() -> None:
    engineer = RoleFacts(FIRST, "Engineer", headcount=3, is_core=True)
    later = RoleFacts(SECOND, "Sales", "business", needed_from=SOON)
    holders = (
        HolderFacts(THIRD, "Engineer", FIRST, UUID(int=21), leaves_on=SOON, until_on=LATER, total_share=120),
        HolderFacts(UUID(int=14), "Engineer", FIRST, UUID(int=22), from_on=SOON),
    )
    facts = replace(VENTURE, roles=(engineer, later), holders=holders)
    assert _told("role_requirement", facts, FIRST) == {
        "function": "core_technology", "headcount": 3, "is_core": True, "of_milestone": False, "needed": True,
        "filled": 1, "vacant": 2,
    }  # fmt: skip
    told = _told("role_requirement", facts, SECOND)
    assert (told["needed"], told["vacant"], told["days_until_needed"]) == (False, 0, 10)
    assert _told("role_holder", facts, THIRD) == {"present": True, "total_share": 120, "days_until_gone": 10}
    assert _told("role_holder", facts, UUID(int=14)) == {"present": False, "total_share": 0}
    told = _told("venture", facts)
    assert (told["roles"], told["vacant_places"]) == (1, 2)


def test_compliance() -> None:
    late = ObligationFacts(FIRST, "Vote", TODAY - timedelta(days=1), template="board_vote")
    shown = ObligationFacts(SECOND, "Assess", SOON, True)
    facts = replace(VENTURE, obligations=(late, shown), regimes=(RegimeFacts(THIRD, "EU AI Act", "eu_ai_act"),))
    assert _told("obligation", facts, FIRST) == {
        "has_evidence": False, "template": "board_vote", "days_until_due": -1,
    }  # fmt: skip
    assert _told("obligation", facts, SECOND) == {"has_evidence": True, "days_until_due": 10}
    told = _told("venture", facts)
    assert (told["obligations"], told["overdue_obligations"], told["regimes"]) == (1, 1, 1)


@pytest.mark.parametrize(
    ("expression", "looks_again"),
    [
        ("venture.vacant_places > 0", True),
        ("venture.overdue_obligations > 0", True),
        ("venture.net_burn > 1.0", False),
    ],
)
def test_what_a_day_alone_may_change_is_looked_at_again_at_midnight(expression: str, looks_again: bool) -> None:
    written = custom_rule("custom.x", rule(expression, "venture"))
    assert (written.next_change(VENTURE, {}, NOW) is not None) is looks_again
