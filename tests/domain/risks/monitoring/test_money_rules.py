"""Rules about money and time earned: their limits, on the very value and beside it, and what is not known."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from uuid import UUID

import pytest

from domain.risks.monitoring.custom_facts import FACTS_OF
from domain.risks.monitoring.facts import AppetiteFacts, ExposureFacts, Facts, MoneyFacts, VentureFacts
from domain.risks.monitoring.finding import Finding
from domain.risks.monitoring.registry import RULES

NOW = datetime(2026, 10, 14, 12, tzinfo=UTC)
VENTURE = VentureFacts(UUID(int=1), "Aurora")
D = Decimal
SOUND = MoneyFacts(
    D("1"), D("1"), D("1000"), D("500"), D("500"), D("500"), D("120"), D("10"), D("12"), True, False, (D(10),) * 7
)


def found(code: str, money: MoneyFacts | None, **more: object) -> Finding | None:
    facts = Facts(venture=VENTURE, money=money, **more)  # type: ignore[arg-type]  # the tests' own shorthand
    rule = RULES[code]
    return rule.evaluate(facts, rule.with_defaults(), NOW).get(VENTURE.id)


@pytest.mark.parametrize("code", ["funding.runway", "funding.default_dead", "funding.burn_spike", "funding.overspend",
                                  "schedule.spi"])  # fmt: skip
def test_what_is_sound_or_not_known_is_no_finding(code: str) -> None:
    assert found(code, SOUND) is None
    assert found(code, MoneyFacts()) is None
    assert found(code, None) is None


@pytest.mark.parametrize(
    ("multiple", "severity"),
    [("1.9999", None), ("2", "info"), ("2.9999", "info"), ("3", "warning"), (None, None)],
)
def test_growth_that_is_dearly_bought(multiple: str | None, severity: str | None) -> None:
    money = replace(SOUND, burn_multiple=None if multiple is None else D(multiple), net_new_arr=D(1_000))
    finding = found("funding.burn_multiple", money)
    assert (finding and finding.severity) == severity
    if multiple == "2.9999":
        assert finding is not None
        assert (finding.evidence["burn_multiple"], finding.evidence["limit"]) == ("2.99", "2")


@pytest.mark.parametrize(
    ("months", "severity"),
    [("6", None), ("5.99", "warning"), ("3", "warning"), ("2.999", "critical"), ("0", "critical")],
)
def test_a_short_runway(months: str, severity: str | None) -> None:
    finding = found("funding.runway", replace(SOUND, runway_months=D(months)))
    assert (finding and finding.severity) == severity
    if months == "2.999":
        assert finding is not None
        assert finding.evidence["months"] == "2.99", "it never reads as if the limit were kept"


@pytest.mark.parametrize(
    ("cpi", "ev", "severity"),
    [
        ("0.9", "500", None),
        ("0.8999", "500", "warning"),
        ("0.8", "500", "warning"),
        ("0.7999", "500", "critical"),
        ("0.5", "199", None),
        ("0.5", "200", "critical"),
    ],
)
def test_overspending_is_asked_of_what_has_begun(cpi: str, ev: str, severity: str | None) -> None:
    finding = found("funding.overspend", replace(SOUND, cpi=D(cpi), ev=D(ev)))
    assert (finding and finding.severity) == severity


@pytest.mark.parametrize(
    ("spi_t", "pv", "severity"),
    [
        ("0.9", "500", None),
        ("0.8999", "500", "warning"),
        ("0.7999", "500", "critical"),
        ("0.5", "199", None),
        ("0.5", "200", "critical"),
    ],
)
def test_being_behind_is_asked_once_much_was_planned(spi_t: str, pv: str, severity: str | None) -> None:
    finding = found("schedule.spi", replace(SOUND, spi_t=D(spi_t), pv=D(pv)))
    assert (finding and finding.severity) == severity


@pytest.mark.parametrize(
    ("burns", "fires"),
    [
        ((10, 10, 10, 10, 10, 10, 13), False),
        ((10, 10, 10, 10, 10, 10, 14), True),
        ((1, 1, 1, 10, 10, 10, 8), True),
        ((10, 10, 10, 10, 10, 14), False),
        ((-5, -5, -5, -5, -5, -5, 14), False),
    ],
)
def test_a_month_that_burns_much_more_than_six_months_did(burns: tuple[int, ...], fires: bool) -> None:
    assert (found("funding.burn_spike", replace(SOUND, burns=tuple(map(D, burns)))) is not None) is fires


def test_who_lives_on_new_money_hears_of_it_within_a_year() -> None:
    dead = replace(SOUND, default_alive=False)
    assert found("funding.default_dead", dead) is None, "twelve months are enough"
    assert found("funding.default_dead", replace(dead, runway_months=D("11.99"))) is not None
    assert found("funding.default_dead", replace(SOUND, default_alive=None, runway_months=D(1))) is None


@pytest.mark.parametrize(
    ("cash", "appetite", "p80", "severity", "basis"),
    [
        (400, None, 100, None, None),
        (400, None, 101, "warning", "cash"),
        (400, None, 200, "warning", "cash"),
        (400, None, 201, "critical", "cash"),
        (400, 50, 60, "warning", "appetite"),
        (400, 90, 190, "critical", "appetite"),
        (400, 900, 190, "warning", "cash"),
        (-5, None, 1, "critical", "cash"),
        (None, None, 900, None, None),
    ],
)
def test_exposure_is_held_against_a_quarter_of_the_cash_as_well(
    cash: int | None, appetite: int | None, p80: int, severity: str | None, basis: str | None
) -> None:
    limits = () if appetite is None else (AppetiteFacts(UUID(int=7), "Aurora", D(appetite)),)
    money = MoneyFacts(cash=None if cash is None else D(cash))
    finding = found("register.exposure", money, appetites=limits, exposure=ExposureFacts(D(p80), 3))
    assert (finding and finding.severity, finding and finding.evidence["basis"]) == (severity, basis)


def test_rules_of_tenants_know_the_money() -> None:
    [(_, facts)] = FACTS_OF["venture"](Facts(venture=VENTURE, money=SOUND), NOW.date())
    assert [facts[name] for name in ("cpi", "spi_t", "runway_months", "cash")] == [1.0, 1.0, 12.0, 120.0]
    [(_, facts)] = FACTS_OF["venture"](Facts(venture=VENTURE), NOW.date())
    assert facts["runway_months"] is None
