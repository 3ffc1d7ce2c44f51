"""The burn multiple: published worked examples, and when it is not known or says nothing."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from domain.money.currencies import Rate, Rates
from domain.money.efficiency import Efficiency, Recurring, efficiency_of
from domain.money.runway import Missing, Month

EUROS = Rates("EUR", (Rate("USD", "EUR", Decimal("0.5"), date(2026, 9, 1)),))
JUNE, SEPTEMBER = date(2026, 6, 1), date(2026, 9, 1)


def _quarter(burnt: int) -> list[Month]:
    """July to September, in which so much is burnt in all."""
    return [Month(date(2026, month, 1), Decimal(burnt) / 2, Decimal(burnt) / 6) for month in (7, 8, 9)]


def _grown(by: int, currency: str = "EUR") -> list[Recurring]:
    """Revenue that recurs, and by September has grown by so much a year."""
    return [
        Recurring(JUNE, Decimal(1_200), currency),
        Recurring(SEPTEMBER, Decimal(1_200) + Decimal(by) / 12, currency),
    ]


@pytest.mark.parametrize(
    ("burnt", "grown", "multiple"),
    [(3_000_000, 1_000_000, "3"), (4_000_000, 5_000_000, "0.8"), (12_000_000, 5_000_000, "2.4")],
)
def test_published_examples(burnt: int, grown: int, multiple: str) -> None:
    found = efficiency_of(_quarter(burnt), _grown(grown), EUROS)
    assert found.net_new_arr is not None
    assert found.burn_multiple is not None
    assert abs(found.net_new_arr - grown) < Decimal("1e-9")
    assert abs(found.burn_multiple - Decimal(multiple)) < Decimal("1e-9")
    assert not found.missing


def test_what_is_lost_counts_against_what_is_won_and_other_currencies_by_their_rate() -> None:
    june = [Recurring(JUNE, Decimal(100), "EUR"), Recurring(JUNE, Decimal(100), "USD")]
    september = [Recurring(SEPTEMBER, Decimal(160), "EUR")]
    elsewhere = [Recurring(date(2026, 8, 1), Decimal(9_999), "EUR")]
    found = efficiency_of(_quarter(240), [*june, *september, *elsewhere], EUROS)
    assert (found.net_new_arr, found.burn_multiple) == (120, 2), "12 x (160 - 100 - 50)"
    unknown = efficiency_of(_quarter(240), [*june, Recurring(SEPTEMBER, Decimal(1), "CNY")], EUROS)
    assert unknown == Efficiency(missing=(Missing("burn_multiple", "no_rate"),))


def test_revenue_that_does_not_grow_gives_no_multiple_that_looks_good() -> None:
    for grown in (0, -1_200):
        found = efficiency_of(_quarter(240), _grown(grown), EUROS)
        assert found == Efficiency(Decimal(grown), None, (Missing("burn_multiple", "revenue_not_growing"),))
    lost = efficiency_of(_quarter(240), _grown(0)[:1], EUROS)
    assert (lost.net_new_arr, lost.burn_multiple) == (-14_400, None)


def test_before_revenue_without_burn_or_in_a_shorter_time_it_is_not_asked() -> None:
    assert efficiency_of(_quarter(240), _grown(120)[1:], EUROS) == Efficiency(), "nothing recurred before"
    assert efficiency_of(_quarter(240)[1:], _grown(120), EUROS) == Efficiency()
    assert efficiency_of([Month(month.first) for month in _quarter(0)], _grown(120), EUROS) == Efficiency()
    earning = efficiency_of([*_quarter(240)[:2], Month(SEPTEMBER, Decimal(1), Decimal(999))], _grown(120), EUROS)
    assert (earning.net_new_arr, earning.burn_multiple, earning.missing) == (120, None, ())
