"""A venture in which everything is wrong: every rule has something to find."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from uuid import UUID

from domain.risks.monitoring.chapters.compliance import ObligationFacts, RegimeFacts
from domain.risks.monitoring.chapters.funding import AcquisitionFacts
from domain.risks.monitoring.chapters.market import ResearchFacts, RevenueFacts
from domain.risks.monitoring.chapters.positioning import CompetitorMove
from domain.risks.monitoring.chapters.resources import (
    DataFacts,
    DataUseFacts,
    DriftFacts,
    PoolDayFacts,
    PoolFacts,
    PoolNeedFacts,
    ResourceFacts,
)
from domain.risks.monitoring.chapters.teams import RoleFacts
from domain.risks.monitoring.facts import (
    ActionFacts,
    AppetiteFacts,
    CauseFacts,
    ConditionFacts,
    CriterionFacts,
    ExposureFacts,
    Facts,
    ForecastFacts,
    ForeignPredecessor,
    IndicatorFacts,
    MilestoneFacts,
    MoneyFacts,
    PlaceFacts,
    ReviewFacts,
    RiskFacts,
    VentureFacts,
)
from domain.risks.scale import Level
from domain.series.levels import IndicatorDirection, IndicatorState
from domain.series.trends import TrendDirection

NOW = datetime(2026, 10, 14, 12, tzinfo=UTC)
LONG_AGO = NOW - timedelta(days=200)


def _risk(number: int, **more: object) -> RiskFacts:
    return RiskFacts(UUID(int=100 + number), f"Risk {number}", **more)  # type: ignore[arg-type]


def _done(number: int) -> MilestoneFacts:
    return MilestoneFacts(
        UUID(int=200 + number), f"Done {number}", "done", None, None, date(2026, 3, 2), date(2026, 3, 13),
        date(2026, 3, 20), 100,
    )  # fmt: skip


TROUBLE = Facts(
    risks=(
        _risk(
            1,
            category="technical",
            level=Level.CRITICAL,
            previous_level=Level.LOW,
            target_level=Level.LOW,
            above_target_since=LONG_AGO,
            level_since=LONG_AGO,
            high_since=LONG_AGO,
            assessed_at=LONG_AGO,
            score=25,
            previous_score=4,
            inherent_score=20,
            expected_loss=Decimal(100_000),
            previous_expected_loss=Decimal(10_000),
            next_assessment_on=date(2026, 9, 1),
            expected_on=date(2026, 10, 20),
            cause="One supplier",
            ownerless_since=LONG_AGO,
            unanswered_since=LONG_AGO,
            opened_at=LONG_AGO,
        ),
        _risk(2, category="technical", expected_loss=Decimal(10), cause=" one  Supplier", opened_at=LONG_AGO),
        _risk(3, category="market", expected_loss=Decimal(10), cause="ONE SUPPLIER", opened_at=LONG_AGO),
        _risk(4, category="legal", expected_loss=Decimal(10), opened_at=LONG_AGO, borne_until=date(2026, 10, 1)),
        _risk(5, status="occurred", struck_since=LONG_AGO),
    ),
    actions=(
        ActionFacts(UUID(int=301), "Sign", UUID(int=102), date(2026, 10, 1)),
        ActionFacts(UUID(int=302), "Done", UUID(int=101), date(2026, 9, 1), LONG_AGO),
    ),
    milestones=(
        MilestoneFacts(
            UUID(int=201), "Prototype", "in_progress", date(2026, 9, 1), date(2026, 6, 1), date(2026, 6, 1),
            date(2026, 7, 1), None, 30, LONG_AGO, 3,
        ),
        MilestoneFacts(UUID(int=202), "Release", "in_progress", baseless_since=LONG_AGO),
        *(_done(number) for number in range(10, 15)),
    ),
    criteria=(CriterionFacts(UUID(int=401), "Accuracy", UUID(int=201), "fail", LONG_AGO),),
    predecessors=(ForeignPredecessor(UUID(int=201), "in_progress", date(2026, 9, 1)),),
    reviews=(ReviewFacts(UUID(int=501), "Prototype", date(2026, 9, 1)),),
    conditions=(ConditionFacts(UUID(int=601), "Sign the contract", date(2026, 9, 1)),),
    resources=(
        ResourceFacts(UUID(int=701), "Scans", "data", date(2026, 10, 20), True),
        ResourceFacts(UUID(int=702), "GPU hours", "technology"),
    ),
    data_sources=(DataFacts(UUID(int=701), allows_training=False, personal_data=True),),
    data_uses=(DataUseFacts(UUID(int=701), "training"),),
    pools=(
        PoolFacts(
            UUID(int=702), "Nordic Cloud", Decimal(1_000), Decimal(900), True, date(2026, 9, 1), date(2026, 11, 1),
            Decimal(80),
        ),
    ),
    pool_days=(PoolDayFacts(UUID(int=702), date(2026, 10, 10), Decimal(2), 2, Decimal(400)),),
    drifts=(DriftFacts(UUID(int=701), "Stability of ages", Decimal("0.3"), Decimal("0.27")),),
    pool_needs=(PoolNeedFacts(UUID(int=702), UUID(int=202), Decimal(200)),),
    competitor_moves=(CompetitorMove(UUID(int=711), "RadAssist: Cloud edition", date(2026, 9, 1), True),),
    research=(ResearchFacts(date(2026, 3, 2)),),
    revenue=(RevenueFacts("EUR", 3, Decimal(100), Decimal(80), Decimal(6_600), date(2026, 11, 1)),),
    places=(
        PlaceFacts(UUID(int=801), "Core", UUID(int=1), "core_technology", None, 100, 160, LONG_AGO),
        *(PlaceFacts(UUID(int=810 + n), "Sales", UUID(int=10 + n), "business") for n in range(3)),
    ),
    obligations=(ObligationFacts(UUID(int=971), "Vote", date(2026, 9, 1)),),
    regimes=(RegimeFacts(UUID(int=972), "EU AI Act", "eu_ai_act"),),
    roles=(RoleFacts(UUID(int=851), "Machine-learning engineer"),),
    venture=VentureFacts(
        UUID(int=1), "Aurora", "growth", LONG_AGO, LONG_AGO, (NOW - timedelta(days=3), NOW - timedelta(days=40))
    ),
    indicators=(
        IndicatorFacts(
            UUID(int=901), "Accuracy", UUID(int=101), LONG_AGO, 7, "F1", IndicatorDirection.LOWER_IS_WORSE,
            Decimal("0.9"), Decimal("0.87"), None, None, IndicatorState.WARNING, LONG_AGO, NOW - timedelta(days=20),
            Decimal("0.886000"), TrendDirection.FALLING, Decimal("-0.000457"), date(2026, 11, 5),
        ),
        IndicatorFacts(
            UUID(int=902), "Incidents", critical=Decimal(5), state=IndicatorState.CRITICAL, latest_at=NOW,
            latest_value=Decimal(7),
        ),
    ),
    causes=(CauseFacts(UUID(int=101), UUID(int=102)),),
    appetites=(AppetiteFacts(UUID(int=951), "technical", Decimal(1_000), "technical"), AppetiteFacts(
        UUID(int=952), "Aurora", Decimal(200_000),
    )),
    exposure=ExposureFacts(Decimal(300_000), 4),
    money=MoneyFacts(
        *map(Decimal, ("0.75", "0.6", "1000000", "500000", "300000", "400000", "240000", "120000", "2")), False, False,
        (*map(Decimal, ("80000",) * 6), Decimal(200_000)), date(2026, 11, 2), "North Fund", Decimal("0.75"),
        Decimal("3.5"), Decimal(120_000),
    ),
    acquisitions=(AcquisitionFacts(UUID(int=750), "Tranche", "contacted", UUID(int=201), date(2026, 10, 31)),),
    forecasts=(ForecastFacts(
        UUID(int=201), date(2026, 10, 20), date(2026, 11, 3), Decimal("0.25"), Decimal("0.5"), 2, 20,
    ), ForecastFacts(UUID(int=202), float_days=0)),
)  # fmt: skip
