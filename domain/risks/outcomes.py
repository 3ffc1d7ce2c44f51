"""What follows when a risk's status changes: an acceptance ends, an outcome stands beside its forecast."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from uuid import UUID
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlmodel import col

from domain.calendars.working_days import end_of_day
from domain.kernel.editing import apply
from domain.kernel.errors import InvalidState
from domain.kernel.work import Work
from domain.milestones.three_point import ThreePoint
from domain.risks.acceptance_tables import AcceptanceState
from domain.risks.accepting import end, standing
from domain.risks.defaults import scale_of
from domain.risks.judgements import latest_assessment
from domain.risks.outcome_tables import Issue, IssueState, RiskOutcome
from domain.risks.tables import Assessment, Risk, RiskScale, RiskStatus
from domain.tenancy.zone import tenant_of, today


async def change_status(work: Work, risk: Risk, status: RiskStatus, issue: Issue | None = None) -> None:
    """Give a risk that is held another status, with all that follows. One that occurs gets an issue, unless given."""
    if status is risk.status:
        return
    if risk.status is RiskStatus.ACCEPTED and (held := await standing(work, risk.id, AcceptanceState.APPROVED)):
        end(work, held, AcceptanceState.ENDED)
    match status:
        case RiskStatus.OCCURRED if issue is None:
            await open_issue(work, risk, await today(work), "status")
        case RiskStatus.CLOSED if risk.status is not RiskStatus.OCCURRED:
            forecast = await latest_assessment(work, risk.id)
            await _keep_outcome(work, risk, forecast, occurred=False, ended_at=work.now)
        case RiskStatus.OPEN:
            await _forget_outcome(work, risk.id)
    changes: dict[str, object] = {"status": status}
    if status is RiskStatus.OPEN:
        changes["opened_at"] = work.now
    apply(risk, changes)


async def open_issue(work: Work, risk: Risk, occurred_on: date, at: str, **more: object) -> Issue:
    """The issue of a risk that has occurred, with what it was last estimated at before that day was over.

    Raises `InvalidState` at the path `at` where an earlier issue of it is not resolved.
    """
    earlier = sa.select(col(Issue.id)).where(
        col(Issue.tenant_id) == work.tenant_id,
        col(Issue.risk_id) == risk.id,
        col(Issue.state) == IssueState.OPEN,
        col(Issue.archived_at).is_(None),
    )
    if (await work.session.execute(earlier)).first() is not None:
        raise InvalidState.at(at, message="an earlier issue of this risk is still open; resolve it first")
    zone = ZoneInfo((await tenant_of(work)).time_zone)
    over = min(end_of_day(occurred_on, zone), work.now)
    forecast = await latest_assessment(work, risk.id, until=over)
    await _keep_outcome(work, risk, forecast, occurred=True, ended_at=work.now)
    return work.new(
        Issue,
        venture_id=risk.venture_id,
        risk_id=risk.id,
        occurred_on=occurred_on,
        **{"title": risk.title, "owner_id": risk.owner_id, "state": IssueState.OPEN} | more,
        estimated_probability=None if forecast is None else (await _probability(work, forecast))[0],
        estimated_cost=forecast and mean_of(forecast.impact_low, forecast.impact_likely, forecast.impact_high),
        estimated_delay=forecast and mean_of(forecast.delay_low, forecast.delay_likely, forecast.delay_high),
    )


def mean_of(low: Decimal | None, likely: Decimal | None, high: Decimal | None) -> Decimal | None:
    """The beta-PERT mean of an estimate, to two decimals; null where there is none."""
    if low is None or likely is None or high is None:
        return None
    return round(ThreePoint(low, likely, high).mean, 2)


async def _probability(work: Work, forecast: Assessment) -> tuple[Decimal, bool]:
    """The probability that an assessment gave, and whether it is only the middle of its level's band."""
    if forecast.probability is not None:
        return forecast.probability, False
    statement = sa.select(col(RiskScale.definition)).where(
        col(RiskScale.tenant_id) == work.tenant_id, col(RiskScale.version_number) == forecast.scale_number
    )
    scale = scale_of((await work.session.execute(statement)).scalar_one())
    return scale.probability_band_middle(forecast.probability_level), True


async def _keep_outcome(
    work: Work, risk: Risk, forecast: Assessment | None, *, occurred: bool, ended_at: datetime
) -> None:
    given, from_level = (None, False) if forecast is None else await _probability(work, forecast)
    row = await _outcome(work, risk.id)
    if row is None:
        row = RiskOutcome(tenant_id=work.tenant_id, risk_id=risk.id, occurred=occurred)
        work.session.add(row)
    row.probability, row.from_level, row.occurred, row.ended_at = given, from_level, occurred, ended_at


async def _forget_outcome(work: Work, risk_id: UUID) -> None:
    row = await _outcome(work, risk_id)
    if row is not None:
        row.ended_at = None


async def _outcome(work: Work, risk_id: UUID) -> RiskOutcome | None:
    statement = sa.select(RiskOutcome).where(
        col(RiskOutcome.tenant_id) == work.tenant_id, col(RiskOutcome.risk_id) == risk_id
    )
    return (await work.session.execute(statement)).scalar_one_or_none()
