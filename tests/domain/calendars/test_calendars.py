"""Calendars: countries with their worked weekends, the tenant's own days, and whose calendar a venture follows."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

import domain.commands  # noqa: F401  # every command is declared
from domain.calendars.commands import MOST
from domain.calendars.reading import calendars_of, days_of
from domain.calendars.tables import Calendar
from domain.calendars.working_days import WorkingCalendar
from domain.kernel.commands import COMMANDS
from domain.kernel.errors import Conflict, DomainError, Forbidden, Invalid, NotFound, QuotaExceeded
from domain.kernel.ids import external_id, parse_id
from domain.kernel.runtime import Runtime
from domain.kernel.work import unit_of_work
from domain.tenancy.permissions import require
from tests.conftest import TestTenant
from tests.domain.commanding import Caller

CHINA = days_of("CN")


async def calendar(caller: Caller, name: str = "Ours", **given: Any) -> str:
    return external_id("calendar", await caller.make("create_calendar", name=name, **given))


async def followed(caller: Caller, venture: str) -> WorkingCalendar:
    id = parse_id("venture", venture)
    async with unit_of_work(caller.runtime, caller.principal) as work:
        return (await calendars_of(work, [id]))[id]


@pytest.mark.parametrize(
    ("day", "n", "result"),
    [
        (date(2026, 9, 28), 10, date(2026, 10, 16)),
        (date(2026, 2, 13), 1, date(2026, 2, 14)),
        (date(2026, 10, 9), 1, date(2026, 10, 10)),
    ],
)
def test_china_works_on_some_weekend_days(day: date, n: int, result: date) -> None:
    assert CHINA.add(day, n) == result


def test_china_has_248_working_days_in_2026() -> None:
    assert CHINA.count(date(2025, 12, 31), date(2026, 12, 31)) == 248
    assert CHINA.is_working(date(2026, 9, 20)) and not CHINA.is_working(date(2026, 10, 5))


def test_own_days_win_over_those_of_the_country() -> None:
    own = days_of("CN", off_days=[date(2026, 10, 10), date(2026, 10, 12)], working_days=[date(2026, 10, 5)])
    days = [date(2026, 10, day) for day in (5, 6, 9, 10, 12)]
    assert [own.is_working(day) for day in days] == [True, False, True, False, False]


def test_a_subdivision_has_holidays_of_its_own() -> None:
    epiphany = date(2027, 1, 6)
    assert days_of("DE").is_working(epiphany)
    assert not days_of("DE", "BY").is_working(epiphany)


def test_years_without_known_holidays_have_the_week_alone() -> None:
    assert CHINA.add(date(2199, 12, 30), 1) == date(2199, 12, 31)
    assert not CHINA.is_working(date(1990, 1, 1))


async def test_a_venture_follows_its_own_calendar_else_the_tenants_else_monday_to_friday(
    caller: Caller, stranger: TestTenant
) -> None:
    autumn = date(2026, 9, 28)
    other = Caller(caller.runtime, stranger.principal())
    await calendar(other, country="CN", is_default=True)
    plain, venture = await caller.venture(), await caller.venture("Second")
    assert (await followed(caller, plain)).add(autumn, 10) == date(2026, 10, 12)
    first = await calendar(
        caller, off_days=["2026-10-01", "2026-10-02", "2026-10-05", "2026-10-06", "2026-10-07"], is_default=True
    )
    china = await calendar(caller, "China", country="CN")
    await caller.ask("update_venture", id=venture, calendar_id=china)
    assert (await followed(caller, plain)).add(autumn, 10) == date(2026, 10, 19)
    assert (await followed(caller, venture)).add(autumn, 10) == date(2026, 10, 16)
    await caller.ask("archive_calendar", id=china)
    assert (await followed(caller, venture)).add(autumn, 10) == date(2026, 10, 19)
    await caller.ask("archive_calendar", id=first)
    assert (await followed(caller, venture)).add(autumn, 10) == date(2026, 10, 12)


async def test_the_week_is_that_of_the_country_where_none_is_given(caller: Caller) -> None:
    venture = external_id(
        "venture",
        await caller.make("create_venture", name="Haifa", calendar_id=await calendar(caller, country="IL")),
    )
    assert (await followed(caller, venture)).add(date(2026, 6, 4), 1) == date(2026, 6, 7)


async def test_one_calendar_is_the_default_and_another_takes_its_place(caller: Caller) -> None:
    first = await calendar(caller, is_default=True)
    second = await calendar(caller, "Theirs", is_default=True)
    async with unit_of_work(caller.runtime, caller.principal) as work:
        rows = [await work.get(Calendar, parse_id("calendar", id)) for id in (first, second)]
        assert [row.is_default for row in rows] == [False, True]
    await caller.ask("archive_calendar", id=second)
    await caller.ask("update_calendar", id=first, is_default=True)
    with pytest.raises(Conflict) as refused:
        await caller.ask("restore_calendar", id=second)
    assert refused.value.problems[0].path == ("is_default",)


@pytest.mark.parametrize(
    ("given", "path", "told"),
    [
        ({"country": "XX"}, ("country",), "there are AD, AE"),
        ({"country": "DE", "subdivision": "ZZ"}, ("subdivision",), "there are BB, BE"),
        ({"country": "MC", "subdivision": "ZZ"}, ("subdivision",), "none are known"),
        ({"subdivision": "BY"}, ("subdivision",), "needs a country"),
        ({"week": "0000000"}, ("week",), "at least one day"),
        (
            {"off_days": ["2026-10-05"], "working_days": ["2026-10-04", "2026-10-05"]},
            ("working_days",),
            "2026-10-05 is named as off and as worked",
        ),
    ],
)
async def test_what_is_no_calendar_is_refused_with_what_there_is(
    caller: Caller, given: dict[str, Any], path: tuple[str, ...], told: str
) -> None:
    made = await calendar(caller)
    for name, more in (("create_calendar", {"name": "Another"}), ("update_calendar", {"id": made})):
        with pytest.raises(Invalid) as refused:
            await caller.ask(name, **more, **given)
        assert refused.value.problems[0].path == path
        assert told in refused.value.message


async def test_another_country_drops_the_subdivision_of_the_former(caller: Caller) -> None:
    made = await calendar(caller, country="DE", subdivision="BY")
    await caller.ask("update_calendar", id=made, country="CN")
    async with unit_of_work(caller.runtime, caller.principal) as work:
        row = await work.get(Calendar, parse_id("calendar", made))
        assert (row.country, row.subdivision) == ("CN", None)


async def test_a_calendar_of_another_tenant_is_not_there(caller: Caller, stranger: TestTenant) -> None:
    theirs = await calendar(Caller(caller.runtime, stranger.principal()))
    venture = await caller.venture()
    acts: tuple[tuple[str, dict[str, Any], str], ...] = (
        ("update_venture", {"id": venture, "calendar_id": theirs}, "calendar_id"),
        ("create_venture", {"name": "New", "calendar_id": theirs}, "calendar_id"),
        ("update_calendar", {"id": theirs, "name": "Mine"}, "id"),
    )
    for name, given, at in acts:
        with pytest.raises(NotFound) as refused:
            await caller.ask(name, **given)
        assert refused.value.problems[0].path == (at,)


async def test_calendars_are_for_managers_who_see_every_venture(runtime: Runtime, tenant: TestTenant) -> None:
    with pytest.raises(Forbidden):
        await calendar(Caller(runtime, tenant.principal("manager", venture_ids=frozenset())))
    for name in ("create_calendar", "update_calendar", "archive_calendar"):
        require(tenant.principal("manager"), COMMANDS[name].action)
        with pytest.raises(Forbidden):
            require(tenant.principal("contributor"), COMMANDS[name].action)


async def test_a_tenant_has_a_bounded_number_of_calendars(caller: Caller) -> None:
    async with unit_of_work(caller.runtime, caller.principal) as work:
        for place in range(MOST):
            work.new(Calendar, name=str(place))
    with pytest.raises(QuotaExceeded, match=str(MOST)):
        await calendar(caller)


@pytest.mark.parametrize("day", ["1989-12-31", "2201-01-01", "0001-01-01", "9999-12-31"])
async def test_days_before_1990_and_after_2200_are_refused_where_they_stand(caller: Caller, day: str) -> None:
    venture = await caller.venture()
    with pytest.raises((DomainError, ValueError), match="must lie between 1990-01-01 and 2200-12-31"):
        await caller.milestone(venture, due_on=day)
    with pytest.raises((DomainError, ValueError), match="must lie between"):
        await calendar(caller, off_days=["2026-01-01", day])
