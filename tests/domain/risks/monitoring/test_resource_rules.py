"""Rules about data and computing time: on which day each says what, and that it says nothing where nothing is known."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.risks.monitoring.chapters.resources import (
    DataFacts,
    DataUseFacts,
    DriftFacts,
    PoolDayFacts,
    PoolFacts,
    PoolNeedFacts,
    ResourceFacts,
)
from domain.risks.monitoring.facts import Facts, ForecastFacts, MilestoneFacts
from domain.risks.monitoring.registry import RULES
from tests.domain.risks.monitoring.finding import found

NOW = datetime(2026, 10, 14, 12, tzinfo=UTC)
TODAY = NOW.date()
SHANGHAI = ZoneInfo("Asia/Shanghai")
FIRST, SECOND, POOL, OTHER = (UUID(int=number) for number in (1, 2, 3, 4))
SOON, LATER = UUID(int=5), UUID(int=6)
WATCHED = (
    *("data.licence_expiry", "data.licence_mismatch", "data.single_source", "compliance.processing_unassessed"),
    *("compute.exhausted", "compute.commitment_waste", "compute.single_vendor", "compute.cost_per_run", "data.drift"),
)


def data(*sources: DataFacts, uses: tuple[DataUseFacts, ...] = (), used: bool = False) -> Facts:
    """A venture with data."""
    resources = tuple(ResourceFacts(source.resource_id, "Scans", "data", None, used) for source in sources)
    return Facts(resources=resources, data_sources=sources, data_uses=uses)


@pytest.mark.parametrize(
    ("consent", "licence", "severity"),
    [
        (date(2026, 11, 13), None, "warning"),
        (date(2026, 11, 14), None, None),
        (date(2026, 10, 13), date(2027, 1, 1), "critical"),
        (date(2027, 1, 1), date(2026, 10, 14), "warning"),
    ],
)
def test_the_earlier_of_licence_and_consent_counts(
    consent: date | None, licence: date | None, severity: str | None
) -> None:
    facts = data(DataFacts(FIRST, consent_until=consent), uses=(DataUseFacts(FIRST, "research"),))
    facts = replace(facts, resources=(replace(facts.resources[0], expires_on=licence),))
    finding = found("data.licence_expiry", facts).get(FIRST)
    assert (finding and finding.severity) == severity


@pytest.mark.parametrize(
    ("terms", "purposes", "wrong"),
    [
        ({"allows_training": False}, ["training"], "training"),
        ({"allows_training": False}, ["evaluation"], None),
        ({"allows_training": None}, ["training"], None),
        ({"allows_commercial": False, "allows_redistribution": False}, ["redistribution", "commercial"],
         "commercial, redistribution"),
        ({"allows_commercial": True, "allows_redistribution": False}, ["commercial"], None),
    ],
)  # fmt: skip
def test_a_use_that_the_licence_does_not_allow_is_told(
    terms: dict[str, bool], purposes: list[str], wrong: str | None
) -> None:
    uses = tuple(DataUseFacts(FIRST, purpose) for purpose in purposes)
    finding = found("data.licence_mismatch", data(DataFacts(FIRST, **terms), uses=uses)).get(FIRST)  # type: ignore[arg-type]
    assert (finding and finding.evidence["purposes"]) == wrong


def test_a_use_counts_from_its_first_to_its_last_day_in_the_tenants_zone() -> None:
    use = DataUseFacts(FIRST, "training", date(2026, 10, 20), date(2026, 10, 25))
    facts = replace(data(DataFacts(FIRST, allows_training=False), uses=(use,)), zone=SHANGHAI)
    rule = RULES["data.licence_mismatch"]
    begin, end = datetime(2026, 10, 19, 16, tzinfo=UTC), datetime(2026, 10, 25, 16, tzinfo=UTC)
    assert found(rule.code, facts) == {}
    assert rule.next_change(facts, rule.with_defaults(), NOW) == begin
    assert FIRST in found(rule.code, facts, begin)
    assert rule.next_change(facts, rule.with_defaults(), begin) == end
    assert found(rule.code, facts, end) == {}
    assert rule.next_change(facts, rule.with_defaults(), end) is None


@pytest.mark.parametrize(
    ("first", "second", "share"),
    [
        ({"size": Decimal(71)}, {"size": Decimal(29)}, "71"),
        ({"size": Decimal(70)}, {"size": Decimal(30)}, None),
        ({"size": Decimal(71), "channel": "self_collected"}, {"size": Decimal(29)}, None),
        ({"size": Decimal(71)}, {"size": None}, None),
        ({"size": Decimal(71)}, {"size": Decimal(29), "unit": "images"}, None),
    ],
)
def test_one_source_for_most_training_data(
    first: dict[str, object], second: dict[str, object], share: str | None
) -> None:
    sources = DataFacts(FIRST, unit="Scans"), DataFacts(SECOND, unit="scans")
    facts = data(
        replace(sources[0], **first), replace(sources[1], **second),  # type: ignore[arg-type]
        uses=(DataUseFacts(FIRST, "training"), DataUseFacts(SECOND, "training")),
    )  # fmt: skip
    finding = found("data.single_source", facts).get(FIRST)
    assert (finding and finding.evidence["share"]) == share


def test_a_single_source_is_all_of_it_unless_it_is_ones_own_or_nobody_trains_on_it() -> None:
    alone = data(DataFacts(FIRST), uses=(DataUseFacts(FIRST, "training"),))
    assert found("data.single_source", alone)[FIRST].evidence["share"] == "100"
    own = replace(alone, data_sources=(DataFacts(FIRST, channel="self_collected"),))
    idle = replace(alone, data_uses=(DataUseFacts(FIRST, "evaluation"),))
    assert found("data.single_source", own) == found("data.single_source", idle) == {}


@pytest.mark.parametrize(
    ("personal", "basis", "used", "fires"),
    [(True, None, True, True), (True, "consent", True, False), (None, None, True, False), (True, None, False, False)],
)
def test_personal_data_in_use_without_a_basis(
    personal: bool | None, basis: str | None, used: bool, fires: bool
) -> None:
    source = DataFacts(FIRST, personal_data=personal, consent_basis=basis)
    assert (FIRST in found("compliance.processing_unassessed", data(source, used=used))) is fires


def pools(*more: PoolFacts, hours_used: int = 0) -> Facts:
    """A venture with a pool of 1,400 hours from September to the middle of November, and two milestones."""
    pool = PoolFacts(
        POOL, "Nordic Cloud", Decimal(1_400), Decimal(hours_used), True, date(2026, 9, 7), date(2026, 11, 15)
    )
    return Facts(
        pools=(pool, *more),
        milestones=(
            MilestoneFacts(LATER, "Release", "planned", date(2027, 2, 1)),
            MilestoneFacts(SOON, "Trial", "in_progress", date(2026, 12, 1)),
        ),
        forecasts=(ForecastFacts(SOON, float_days=0), ForecastFacts(LATER, float_days=9)),
    )


@pytest.mark.parametrize(
    ("used", "soon", "later", "fires"),
    [(1_000, 401, 0, True), (1_000, 400, 900, False), (1_500, 0, 0, True), (1_000, None, 401, True)],
)
def test_hours_left_are_held_against_what_the_next_milestone_needs(
    used: int, soon: int | None, later: int, fires: bool
) -> None:
    needs = ((SOON, soon), (LATER, later))
    facts = replace(
        pools(hours_used=used),
        pool_needs=tuple(PoolNeedFacts(POOL, one, Decimal(hours)) for one, hours in needs if hours is not None),
    )
    finding = found("compute.exhausted", facts).get(POOL)
    assert (finding is not None) is fires
    if finding and soon:
        assert (finding.evidence["hours_left"], finding.evidence["hours_needed"]) == ("400", "401")
    done = replace(facts, milestones=tuple(replace(one, status="done") for one in facts.milestones))
    assert found("compute.exhausted", done) == {}


@pytest.mark.parametrize(
    ("hours", "change", "fires"),
    [
        ("139", {}, True),  # 1,400 hours in 70 days are 280 in 14 days
        ("140", {}, False),
        ("0", {"paid": False}, False),
        ("0", {"starts_on": date(2026, 10, 1)}, False),
        ("0", {"starts_on": date(2026, 9, 30), "contract_ends_on": date(2026, 12, 8)}, True),
        ("0", {"contract_ends_on": date(2026, 10, 13)}, False),
        ("0", {"hours_used": Decimal(1_400)}, False),
        ("0", {"hours_reserved": None}, False),
    ],
)
def test_paid_hours_that_lie_idle(hours: str, change: dict[str, object], fires: bool) -> None:
    facts = pools()
    days = (
        PoolDayFacts(POOL, date(2026, 9, 29), Decimal(1_000)),
        PoolDayFacts(POOL, date(2026, 9, 30), Decimal(hours)),
        PoolDayFacts(POOL, TODAY, Decimal(1_000)),
    )
    facts = replace(facts, pools=(replace(facts.pools[0], **change),), pool_days=days)  # type: ignore[arg-type]
    assert (POOL in found("compute.commitment_waste", facts)) is fires


@pytest.mark.parametrize(
    ("mine", "other", "vendor", "ends", "fires"),
    [
        (81, 19, "Other", date(2026, 12, 12), True),
        (80, 20, "Other", date(2026, 12, 12), False),
        (81, 19, "Other", date(2026, 12, 13), False),
        (1, 99, "nordic cloud", date(2026, 12, 12), True),
        (0, 0, "Other", date(2026, 12, 12), False),
    ],
)
def test_one_vendor_of_the_critical_path(mine: int, other: int, vendor: str, ends: date, fires: bool) -> None:
    facts = pools(PoolFacts(OTHER, vendor))
    needs = (
        PoolNeedFacts(POOL, SOON, Decimal(mine)),
        PoolNeedFacts(OTHER, SOON, Decimal(other)),
        PoolNeedFacts(OTHER, LATER, Decimal(9_999)),
    )
    pool = replace(facts.pools[0], contract_ends_on=ends)
    facts = replace(facts, pools=(pool, *facts.pools[1:]), pool_needs=needs)
    assert (POOL in found("compute.single_vendor", facts)) is fires


DAY = st.dates(date(2026, 9, 1), date(2026, 12, 20))


@given(DAY, DAY, DAY, st.lists(st.tuples(DAY, st.integers(0, 300)), max_size=6), st.integers(0, 24 * 120))
def test_between_now_and_the_next_change_nothing_changes(
    one: date, two: date, three: date, used: list[tuple[date, int]], start: int
) -> None:
    first, last = sorted((one, two))
    facts = replace(
        pools(),
        zone=SHANGHAI,
        resources=(ResourceFacts(FIRST, "Scans", "data", three),),
        data_sources=(DataFacts(FIRST, allows_training=False, personal_data=True, consent_until=one),),
        data_uses=(DataUseFacts(FIRST, "training", first, last),),
        pool_days=tuple(PoolDayFacts(POOL, day, Decimal(hours)) for day, hours in used),
        pool_needs=(PoolNeedFacts(POOL, SOON, Decimal(10)),),
    )
    now = datetime(2026, 9, 1, tzinfo=UTC) + timedelta(hours=start)
    for code in WATCHED:
        rule = RULES[code]
        change = rule.next_change(facts, rule.with_defaults(), now)

        def told(at: datetime, code: str = code) -> dict[UUID, str]:
            return {subject: finding.severity for subject, finding in found(code, facts, at).items()}

        until = change or now + timedelta(days=60)
        hours = int((until - now).total_seconds() // 3_600)
        first_told = told(now)
        assert all(told(now + timedelta(hours=more)) == first_told for more in range(7, min(hours, 24 * 20), 7))
        if change is not None:
            assert change > now
            assert told(change) != first_told
            assert told(change - timedelta(microseconds=1)) == first_told


@pytest.mark.parametrize(
    ("planned", "uses", "told"),
    [
        ("80", [(4, 3, "360")], None),
        ("80", [(4, 3, "360.01")], "120.00"),
        ("80", [(30, 1, "500"), (0, 2, "100")], "200.00"),
        ("80", [(31, 1, "500"), (0, 2, "100")], None),
        ("80", [(4, 3, "500"), (4, -3, "-500")], None),
        (None, [(4, 3, "9999")], None),
        ("80", [], None),
    ],
)
def test_what_runs_cost_is_held_to_what_was_planned(
    planned: str | None, uses: list[tuple[int, int, str]], told: str | None
) -> None:
    """Above one and a half times the plan, over the last thirty days."""
    pool = PoolFacts(POOL, "Nordic Cloud", planned_cost_per_run=None if planned is None else Decimal(planned))
    days = tuple(PoolDayFacts(POOL, TODAY - timedelta(days=ago), Decimal(1), n, Decimal(cost)) for ago, n, cost in uses)
    finding = found("compute.cost_per_run", Facts(pools=(pool,), pool_days=days)).get(POOL)
    assert (finding and finding.evidence["cost_per_run"]) == told


def test_runs_that_cost_too_much_are_forgotten_after_thirty_days_in_the_tenants_zone() -> None:
    pool = PoolFacts(POOL, "Nordic Cloud", planned_cost_per_run=Decimal(80))
    facts = Facts(pools=(pool,), pool_days=(PoolDayFacts(POOL, TODAY, Decimal(1), 1, Decimal(500)),), zone=SHANGHAI)
    rule = RULES["compute.cost_per_run"]
    over = rule.next_change(facts, rule.with_defaults(), NOW)
    assert over == datetime(2026, 11, 14, tzinfo=SHANGHAI)
    assert found("compute.cost_per_run", facts, over - timedelta(seconds=1))
    assert not found("compute.cost_per_run", facts, over)


@pytest.mark.parametrize(
    ("latest", "former", "severity"),
    [
        ("0.1", "0.1", "info"),
        ("0.099999", "0.4", None),
        ("0.4", "0.099999", None),
        ("0.4", "0.249999", "info"),
        ("0.25", "0.4", "warning"),
        ("0.9", None, None),
    ],
)
def test_data_have_drifted_where_two_readings_say_so(latest: str, former: str | None, severity: str | None) -> None:
    one = DriftFacts(FIRST, "Ages", Decimal(latest), None if former is None else Decimal(former))
    mild = DriftFacts(FIRST, "Regions", Decimal("0.01"), Decimal("0.01"))
    finding = found("data.drift", Facts(drifts=(mild, one))).get(FIRST)
    assert (finding and finding.severity) == severity
    assert (finding and finding.evidence["indicator"]) == (severity and "Ages")


def test_the_worst_indicator_of_data_is_told() -> None:
    many = tuple(DriftFacts(FIRST, name, Decimal(value), Decimal(value)) for name, value in
                 (("Ages", "0.12"), ("Regions", "0.3"), ("Devices", "0.2")))  # fmt: skip
    finding = found("data.drift", Facts(drifts=many))[FIRST]
    assert (finding.severity, finding.evidence["indicator"], finding.evidence["limit"]) == (
        "warning",
        "Regions",
        "0.25",
    )
