"""As soon as the workers run, the demo shows what the product is for: alerts where something is wrong."""

from __future__ import annotations

from decimal import Decimal

import sqlalchemy as sa
from sqlmodel import col

from cli.demo.filling import TENANTS, tenant_id
from domain.kernel.machinery import Event
from domain.kernel.principal import Principal
from domain.kernel.runtime import Runtime
from domain.kernel.work import unit_of_work
from domain.money.tables import EarnedValue, Runway
from domain.risks.alert_tables import Alert
from domain.risks.monitoring.alert import State
from domain.risks.tables import Exposure
from domain.ventures.tables import Venture


async def test_alerts_fire_at_the_first_look_and_healthy_ventures_have_only_targets_to_reach(watched: Runtime) -> None:
    firing: dict[str, set[tuple[str, str]]] = {}
    for story in TENANTS:
        tenant = tenant_id(story)
        async with unit_of_work(watched, Principal.worker(tenant)) as work:
            there = col(Alert.tenant_id) == work.tenant_id, col(Venture.tenant_id) == work.tenant_id
            statement = (
                sa.select(col(Venture.key), col(Alert.rule), col(Alert.severity), col(Alert.state))
                .join(Venture, col(Venture.id) == col(Alert.venture_id))
                .where(*there)
            )
            for key, rule, severity, state in (await work.session.execute(statement)).all():
                if state == State.FIRING:
                    firing.setdefault(key, set()).add((rule, str(severity)))
            told = sa.select(sa.func.count()).where(
                col(Event.tenant_id) == work.tenant_id, col(Event.type) == "risk.alert.fired"
            )
            assert (await work.session.execute(told)).scalar_one() > 0
            exposed = sa.select(sa.func.count(), sa.func.min(col(Exposure.p80))).where(
                col(Exposure.tenant_id) == work.tenant_id
            )
            ventures, least = (await work.session.execute(exposed)).one()
            assert (ventures, least > 0) == (len(story.ventures) + 1, True), "each venture and the tenant"
    target = ("risk.above_target", "warning")
    owed = ("review.condition_overdue", "warning")
    moved = ("market.competitor_move", "info")
    assert firing == {
        "HELIO": {target, owed},
        "QMKF": {target, owed},
        "AURDX": {
            target,
            owed,
            ("compliance.obligation_overdue", "critical"),
            ("risk.level_critical", "critical"),
            ("risk.no_owner", "warning"),
            ("risk.action_overdue", "warning"),
            ("register.concentration", "info"),
            ("indicator.trend", "warning"),
            ("funding.overspend", "warning"),
            moved,
            ("talent.gap", "warning"),
            ("talent.single_point", "info"),
        },
        "MERID": {
            target,
            owed,
            ("risk.assessment_overdue", "warning"),
            ("risk.action_overdue", "warning"),
            ("talent.gap", "warning"),
            ("talent.single_point", "info"),
        },
        "FJORD": {
            ("funding.gap", "critical"),
            target,
            owed,
            ("milestone.overdue", "warning"),
            ("milestone.criteria_failing", "warning"),
            ("milestone.slipping", "warning"),
            ("risk.action_overdue", "warning"),
            ("risk.proximity", "warning"),
            ("market.validation_missing", "info"),
            ("market.customer_concentration", "warning"),
            ("talent.gap", "warning"),
            ("talent.single_point", "info"),
        },
        "QMZJ": {
            target,
            owed,
            ("compliance.obligation_overdue", "critical"),
            ("risk.level_critical", "critical"),
            ("risk.level_raised", "warning"),
            ("risk.assessment_overdue", "warning"),
            ("risk.action_overdue", "warning"),
            ("register.concentration", "info"),
            ("data.licence_expiry", "warning"),
            ("indicator.warning", "warning"),
            ("funding.overspend", "warning"),
            moved,
            ("funding.concentration", "warning"),
            ("talent.single_point", "info"),
        },
    }


async def test_the_money_of_the_demo_tells_of_one_that_is_well_one_that_overspends_and_one_short_of_cash(
    watched: Runtime,
) -> None:
    found: dict[str, tuple[Decimal, Decimal, Decimal]] = {}
    for story in TENANTS:
        tenant = tenant_id(story)
        async with unit_of_work(watched, Principal.worker(tenant)) as work:
            statement = (
                sa.select(col(Venture.key), col(EarnedValue.cpi), col(EarnedValue.spi_t), col(Runway.months))
                .join(EarnedValue, col(EarnedValue.subject_id) == col(Venture.id))
                .join(Runway, col(Runway.venture_id) == col(Venture.id))
                .where(*(col(table.tenant_id) == work.tenant_id for table in (Venture, EarnedValue, Runway)))
            )
            found |= {row[0]: tuple(row[1:]) for row in await work.session.execute(statement)}
    assert found.keys() == {"AURDX", "HELIO", "MERID", "FJORD", "QMKF", "QMZJ"}
    well = {key for key, (cpi, spi_t, months) in found.items() if min(cpi, spi_t) >= Decimal("0.9") and months >= 6}
    assert well == {"HELIO", "MERID", "QMKF"}
    assert {key for key, (cpi, _, _) in found.items() if cpi < Decimal("0.9")} == {"AURDX", "QMZJ"}
    assert {key for key, (_, _, months) in found.items() if months < 3} == {"FJORD"}
