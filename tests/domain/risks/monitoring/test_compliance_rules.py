"""The rules of compliance: what each says of obligations and regimes, and that it is read as it stands and stood."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

import domain.commands  # noqa: F401  # every command is known
from domain.kernel.ids import external_id, parse_id
from domain.kernel.runtime import Runtime
from domain.kernel.work import Work
from domain.risks.monitoring.chapters.compliance import ObligationFacts, RegimeFacts
from domain.risks.monitoring.facts import Facts, MilestoneFacts
from domain.risks.monitoring.finding import Finding, Severity
from domain.risks.monitoring.reading import Watched, read_watched
from domain.risks.monitoring.registry import RULES
from tests.conftest import SettableClock, TestTenant
from tests.domain.commanding import Caller
from tests.workers.conftest import act

NOW = datetime(2026, 10, 14, 12, tzinfo=UTC)
ONE = ObligationFacts(UUID(int=1), "Records", date(2026, 10, 13))
ACT = RegimeFacts(UUID(int=2), "EU AI Act", "eu_ai_act")
PLAN = MilestoneFacts(UUID(int=3), "Pilot", "planned", date(2026, 12, 1), date(2026, 6, 1))


def about(code: str, facts: Facts, now: datetime = NOW) -> list[Finding]:
    rule = RULES[code]
    return list(rule.evaluate(facts, rule.with_defaults(), now).values())


def test_an_obligation_is_overdue_from_the_end_of_its_day_in_the_tenants_zone_until_there_is_evidence() -> None:
    code, zone = "compliance.obligation_overdue", ZoneInfo("Asia/Shanghai")
    ends = datetime(2026, 10, 13, 16, tzinfo=UTC)
    facts = Facts(obligations=(ONE,), zone=zone)
    rule = RULES[code]
    assert about(code, facts, ends - timedelta(seconds=1)) == []
    assert rule.next_change(facts, rule.with_defaults(), ends - timedelta(seconds=1)) == ends
    [finding] = about(code, facts, ends)
    assert (finding.severity, finding.since, finding.evidence) == (Severity.CRITICAL, ends, {"due_on": "2026-10-13"})
    assert rule.next_change(facts, rule.with_defaults(), ends) is None
    shown = ObligationFacts(ONE.id, ONE.title, ONE.due_on, shown=True)
    assert about(code, Facts(obligations=(shown,), zone=zone), ends) == []


@pytest.mark.parametrize(
    ("templates", "regimes", "milestones", "on"),
    [
        ((), (ACT,), (PLAN,), "2026-08-02"),
        (("eu_ai_act.transparency",), (ACT,), (PLAN,), None),
        (("gdpr.records",), (ACT,), (PLAN,), "2026-08-02"),
        ((), (), (PLAN,), None),
        ((), (ACT,), (), None),
        ((), (RegimeFacts(UUID(int=4), "Own", "roman_law"),), (PLAN,), None),
        ((), (ACT,), (MilestoneFacts(UUID(int=3), "P", "planned", date(2026, 8, 1), date(2026, 6, 1)),), None),
        ((), (ACT,), (MilestoneFacts(UUID(int=3), "P", "planned", date(2028, 1, 1), date(2026, 9, 1)),), "2026-12-02"),
        (
            ("eu_ai_act.prohibited",),
            (ACT,),
            (MilestoneFacts(UUID(int=3), "P", "planned", date(2028, 1, 1), date(2026, 9, 1)),),
            "2027-12-02",
        ),
    ],
)
def test_a_date_of_a_regime_within_the_plan_is_found_unless_an_obligation_answers_it(
    templates: tuple[str, ...],
    regimes: tuple[RegimeFacts, ...],
    milestones: tuple[MilestoneFacts, ...],
    on: str | None,
) -> None:
    owed = tuple(ObligationFacts(UUID(int=10 + n), "O", None, True, code) for n, code in enumerate(templates))
    found = about("compliance.regime_change", Facts(obligations=owed, regimes=regimes, milestones=milestones))
    assert [finding.evidence["changes_on"] for finding in found] == ([] if on is None else [on])


async def test_the_rules_are_told_what_is_owed_now_and_what_was_owed_then(
    runtime: Runtime, tenant: TestTenant, clock: SettableClock
) -> None:
    caller = Caller(runtime, tenant.principal())
    venture, due = await caller.venture(), clock.now().date()
    await caller.ask("apply_obligation_templates", venture_id=venture, regime="gdpr")
    own = external_id(
        "obligation", await caller.make("create_obligation", venture_id=venture, title="Vote", due_on=str(due))
    )
    clock.forward(days=3)
    before = clock.now()
    clock.forward(days=1)
    await caller.ask("add_evidence", obligation_id=own, text="Renewed")
    await caller.ask("archive_obligation", id=own)
    await caller.ask("restore_obligation", id=own)

    async def watched(work: Work) -> tuple[Watched | None, Watched | None]:
        id = parse_id("venture", venture)
        return await read_watched(work, id), await read_watched(work, id, before)

    now, then = await act(runtime, tenant, watched)
    assert now is not None and then is not None
    for found, shown in ((now, True), (then, False)):
        facts = {one.title: one for one in found.facts.obligations}
        assert (facts["Vote"].due_on, facts["Vote"].shown, len(facts)) == (due, shown, 8)
        assert [one.regime for one in found.facts.regimes] == ["gdpr"]
        assert {found.subjects[one.id].type for one in found.facts.obligations} == {"obligation"}
    assert len(about("compliance.obligation_overdue", then.facts, before)) == 1
    assert about("compliance.obligation_overdue", now.facts, clock.now()) == []
