"""What a risk register may cost in all: the exposure that a worker keeps for each venture and for the tenant."""

from __future__ import annotations

from typing import Final

from domain.risks.tables import Exposure
from graph import kinds
from graph.deriving import column_field
from graph.language import Field, One, Rows, Shape


def _point(name: str, description: str) -> Field:
    return Field(name=name, description=description, kind=kinds.DECIMAL, sql=f"{{row}}.{name}", nullable=False)


POINT: Final = Shape(
    name="ExposurePoint",
    description="One point of an exceedance curve.",
    fields=[_point("loss", "A loss."), _point("probability", "The probability of more, from 0 to 1.")],
)

EXPOSURE: Final = Shape(
    name="Exposure",
    description="The distribution of the total loss of a risk register, in the tenant's currency.",
    fields=[
        column_field(Exposure, name, text)
        for name, text in {
            "expected": "Expected loss: the sum over all risks.",
            "p50": "Loss that is not exceeded with 50 %.",
            "p80": "Loss that is not exceeded with 80 %.",
            "p95": "Loss that is not exceeded with 95 %.",
            "risks": "How many open and accepted threats there are; opportunities do not count.",
            "without_loss": "How many of them have no loss in money, and count as none.",
            "without_probability": "How many have no probability but that of their level's middle.",
            "draws": "Draws of the simulation; 0 where it was worked out exactly.",
            "computed_at": "When it was worked out.",
        }.items()
    ]
    + [
        Rows(
            name="curve",
            description="Exceedance curve: at most 50 points, the losses rising.",
            shape=POINT,
            sql="SELECT (p.value ->> 'loss')::numeric AS loss, (p.value ->> 'probability')::numeric AS probability"
            " FROM jsonb_array_elements({row}.curve) p",
            order="{row}.loss",
        )
    ],
)


def exposure_of(subject: str, whole: bool = False) -> One:
    """The exposure kept for a venture, or for the tenant."""
    sql = f"SELECT x.* FROM exposure x WHERE x.tenant_id = {{tenant}} AND x.subject_id = {subject}"
    return One(
        name="exposure",
        description="What the register may cost in all; empty until it has been worked out.",
        shape=EXPOSURE,
        sql=sql,
        whole=whole,
    )
