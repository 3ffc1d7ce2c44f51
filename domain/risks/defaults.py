"""What every tenant begins with: the default scale, and the four categories with their sub-types (product.md D8)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from domain.kernel.errors import Invalid
from domain.kernel.work import Work
from domain.risks.scale import InvalidScale, Level, Scale
from domain.risks.tables import RiskCategory, RiskLimits, RiskScale
from domain.risks.trust import trust_document

CATEGORIES: dict[str, tuple[dict[str, str], dict[str, dict[str, str]]]] = {
    "technical": (
        {"en": "Technical", "zh-CN": "技术"},
        {
            "algorithm_stability": {"en": "Algorithm stability", "zh-CN": "算法稳定性"},
            "data_quality": {"en": "Data quality", "zh-CN": "数据质量"},
            "model_performance": {"en": "Model performance", "zh-CN": "模型性能"},
        },
    ),
    "funding": (
        {"en": "Funding", "zh-CN": "资金"},
        {
            "hard_to_raise": {"en": "Hard to raise", "zh-CN": "融资困难"},
            "not_enough": {"en": "Not enough", "zh-CN": "资金不足"},
            "broken_cash_chain": {"en": "Broken cash chain", "zh-CN": "资金链断裂"},
        },
    ),
    "market": (
        {"en": "Market", "zh-CN": "市场"},
        {
            "demand_changes": {"en": "Demand changes", "zh-CN": "需求变化"},
            "competition": {"en": "Competition", "zh-CN": "竞争"},
            "falling_share": {"en": "Falling share", "zh-CN": "份额下降"},
        },
    ),
    "legal": (
        {"en": "Legal", "zh-CN": "法律"},
        {
            "data_privacy": {"en": "Data privacy", "zh-CN": "数据隐私"},
            "intellectual_property": {"en": "Intellectual property", "zh-CN": "知识产权"},
            "compliance": {"en": "Compliance", "zh-CN": "合规"},
        },
    ),
}


async def make_defaults(work: Work) -> None:
    """Give a new tenant its scale and categories."""
    scale = Scale()
    work.new(RiskScale, version_number=1, definition=definition_of(scale), trust=trust_document(scale))
    for code, (names, sub_types) in CATEGORIES.items():
        work.new(RiskCategory, code=code, names=names)
        for sub_type, sub_names in sub_types.items():
            work.new(RiskCategory, code=sub_type, parent=code, names=sub_names)
    await work.flush()


def definition_of(scale: Scale) -> dict[str, Any]:
    """A scale as it is stored."""
    return {
        "probability_names": list(scale.probability_names),
        "impact_names": list(scale.impact_names),
        "matrix": [[str(level) for level in row] for row in scale.matrix],
        "probability_bands": [str(limit) for limit in scale.probability_bands],
        "money_bands": [str(limit) for limit in scale.money_bands],
        "delay_bands": [str(limit) for limit in scale.delay_bands],
    }


def scale_of(definition: dict[str, Any]) -> Scale:
    """The scale of a stored definition. Raises `InvalidScale`."""
    return Scale(
        probability_names=tuple(definition["probability_names"]),
        impact_names=tuple(definition["impact_names"]),
        matrix=tuple(tuple(Level(level) for level in row) for row in definition["matrix"]),
        probability_bands=tuple(Decimal(limit) for limit in definition["probability_bands"]),
        money_bands=tuple(Decimal(limit) for limit in definition["money_bands"]),
        delay_bands=tuple(Decimal(limit) for limit in definition["delay_bands"]),
    )


async def present_scale(work: Work, venture_id: UUID | None = None) -> tuple[int, Scale]:
    """The scale that holds now, with its number: the tenant's, with the limits of a venture where it has its own.

    Raises `Invalid` for one that cannot be used.
    """
    number, definition = (await work.session.execute(_present(work))).one()
    try:
        scale = scale_of(definition)
        if venture_id is not None:
            row = (await work.session.execute(_limits(work, number, venture_id))).first()
            scale = scale if row is None else limited(scale, row.money_bands, row.delay_bands)
    except InvalidScale as error:
        raise Invalid(f"the tenant's risk scale cannot be used: {error}") from None
    return number, scale


def limited(scale: Scale, money_bands: Sequence[str | Decimal], delay_bands: Sequence[str | Decimal]) -> Scale:
    """A scale with a venture's own limits of impact. Raises `InvalidScale`."""
    return replace(
        scale,
        money_bands=tuple(Decimal(limit) for limit in money_bands),
        delay_bands=tuple(Decimal(limit) for limit in delay_bands),
    )


def _present(work: Work) -> sa.Select[int, dict[str, Any]]:
    return (
        sa.select(col(RiskScale.version_number), col(RiskScale.definition))
        .where(col(RiskScale.tenant_id) == work.tenant_id, col(RiskScale.archived_at).is_(None))
        .order_by(col(RiskScale.version_number).desc())
        .limit(1)
    )


def _limits(work: Work, number: int, venture_id: UUID) -> sa.Select[list[str], list[str]]:
    return sa.select(col(RiskLimits.money_bands), col(RiskLimits.delay_bands)).where(
        col(RiskLimits.tenant_id) == work.tenant_id,
        col(RiskLimits.venture_id) == venture_id,
        col(RiskLimits.scale_number) == number,
    )
