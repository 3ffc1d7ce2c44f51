"""Obligations recur with their evidence, come from templates of both languages, and stay where they belong."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.compliance.recurring import due_again
from domain.compliance.tables import Obligation, ObligationEvidence, VentureRegime
from domain.compliance.templates.catalogue import DUTIES, REGIMES
from domain.kernel.errors import Conflict, Forbidden, Invalid, NotFound
from domain.kernel.ids import external_id, split_id
from domain.kernel.principal import Role
from domain.kernel.runtime import Runtime
from domain.tenancy.permissions import Action, require
from tests.conftest import TestTenant, make_tenant
from tests.domain.register import Register

CHINESE = re.compile("[\u4e00-\u9fff]")


def test_the_regimes_are_data_protection_ai_regulation_and_social_responsibility() -> None:
    assert list(REGIMES) == ["gdpr", "pipl", "eu_ai_act", "cn_generative_ai", "social_responsibility"]
    for regime in REGIMES.values():
        assert len(regime.duties) >= 6
        assert [one.on for one in regime.changes] == sorted(one.on for one in regime.changes)
        for change in regime.changes:
            assert {DUTIES[code][0].code for code in change.duties} == {regime.code}


def test_every_text_is_there_in_both_languages() -> None:
    texts = [text for one in REGIMES.values() for text in (one.name, one.jurisdiction, one.description)]
    texts += [change.title for one in REGIMES.values() for change in one.changes]
    texts += [text for _, duty in DUTIES.values() for text in (duty.title, duty.description)]
    for english, chinese in texts:
        assert english.strip() and not CHINESE.search(english)
        assert CHINESE.search(chinese)


@given(st.dates(date(1990, 1, 1), date(2150, 1, 1)), st.integers(1, 120), st.integers(1, 31))
def test_an_obligation_is_due_again_in_the_right_month_on_its_day_or_the_months_last(
    due_on: date, months: int, day: int
) -> None:
    again = due_again(due_on, months, day)
    assert (again.year - due_on.year) * 12 + again.month - due_on.month == months
    assert again.day == day or ((again + timedelta(days=1)).day == 1 and again.day < day)


async def test_evidence_of_a_recurring_one_opens_the_next_once_and_the_day_of_the_month_stays(
    owner: Register,
) -> None:
    venture = await owner.venture()
    first = await owner.make(
        "create_obligation", venture_id=venture, title="Send the report", due_on="2026-01-31", recurrence_months=1
    )
    obligation = external_id("obligation", first)
    for text in ("Sent on the day", "Sent again, with the annex"):
        await owner.ask("add_evidence", obligation_id=obligation, text=text, provided_on="2026-01-30")
    one, two = await owner.rows(Obligation)
    assert (one.id, two.follows_id, two.due_on) == (first, first, date(2026, 2, 28))
    await owner.ask("add_evidence", obligation_id=external_id("obligation", two.id), text="Late", url="https://a.b/c")
    *_, three = await owner.rows(Obligation)
    assert (three.follows_id, three.due_on, three.title) == (two.id, date(2026, 3, 31), "Send the report")
    assert [event["follows_id"] for event in await owner.told("obligation.created")] == [
        None, obligation, external_id("obligation", two.id),
    ]  # fmt: skip
    assert len(await owner.told("obligation_evidence.created")) == 3


async def test_a_regime_is_applied_once_in_the_tenants_language(runtime: Runtime) -> None:
    chinese = Register(runtime, (await make_tenant(runtime, locale="zh-CN")).principal())
    venture = await chinese.venture("启明")
    for _ in range(2):
        await chinese.ask("apply_obligation_templates", venture_id=venture, regime="pipl", start_on="2026-03-01")
    await chinese.ask("apply_obligation_templates", venture_id=venture, codes=["pipl.audit", "social.energy"])
    made = {row.template: row for row in await chinese.rows(Obligation)}
    assert set(made) == {duty.code for duty in REGIMES["pipl"].duties} | {"social.energy"}
    assert made["pipl.audit"].title == "定期开展合规审计"
    assert (made["pipl.audit"].due_on, made["pipl.audit"].recurrence_months) == (date(2026, 8, 28), 24)
    assert made["social.energy"].kind == "social_responsibility"
    assert [(row.regime, row.title) for row in await chinese.rows(VentureRegime)] == [
        ("pipl", REGIMES["pipl"].name[1])
    ]  # fmt: skip
    with pytest.raises(Conflict):
        await chinese.ask("add_venture_regime", venture_id=venture, regime="pipl")


async def test_what_is_wrong_is_refused_where_it_stands(owner: Register) -> None:
    venture = await owner.venture()
    there = {"venture_id": venture}
    for name, more, path in (
        ("apply_obligation_templates", {}, ("codes",)),
        ("apply_obligation_templates", {"regime": "gdpr", "codes": ["gdpr.records"]}, ("codes",)),
        ("apply_obligation_templates", {"regime": "roman_law"}, ("regime",)),
        ("apply_obligation_templates", {"codes": ["gdpr.records", "gdpr.nothing"]}, ("codes", 1)),
        ("add_venture_regime", {"regime": "roman_law"}, ("regime",)),
    ):
        with pytest.raises(Invalid) as refused:
            await owner.ask(name, **there, **more)
        assert refused.value.problems[0].path == path
    one = external_id("obligation", await owner.make("create_obligation", **there, title="T", due_on="2026-05-01"))
    with pytest.raises(Invalid, match="future"):
        await owner.ask("add_evidence", obligation_id=one, text="Soon", provided_on="2199-01-01")
    assert await owner.rows(ObligationEvidence) == []


async def test_it_takes_the_permission_and_the_venture(
    owner: Register,
    contributor: Register,
    runtime: Runtime,
    tenant: TestTenant,
    stranger: TestTenant,
) -> None:
    venture, other = await owner.venture(), await owner.venture("Other")
    one = external_id(
        "obligation",
        await contributor.make("create_obligation", venture_id=venture, title="Register", due_on="2026-05-01"),
    )
    with pytest.raises(Forbidden):
        require(tenant.principal(Role.VIEWER), Action.COMPLIANCE_WRITE)
    elsewhere = Register(runtime, tenant.principal(venture_ids=frozenset({split_id(other)[1]})))
    for caller in (Register(runtime, stranger.principal()), elsewhere):
        for name, sent in (
            ("add_evidence", {"obligation_id": one, "text": "Mine"}),
            ("update_obligation", {"id": one, "title": "Mine"}),
            ("create_obligation", {"venture_id": venture, "title": "Mine", "due_on": "2026-05-01"}),
            ("apply_obligation_templates", {"venture_id": venture, "regime": "gdpr"}),
            ("add_venture_regime", {"venture_id": venture, "regime": "gdpr"}),
        ):
            with pytest.raises(NotFound):
                await caller.ask(name, **sent)
    assert len(await owner.rows(Obligation)) == 1
