"""What has moved in a register between two instants."""

from __future__ import annotations

from typing import Final

from domain.risks.reports.report import MOST_MOVEMENTS, Movement
from domain.risks.scale import Level
from graph import kinds
from graph.deriving import value
from graph.enums import name_of
from graph.language import Rows, Shape

_LEVEL: Final = kinds.enumeration(Level, name_of(Level))

MOVEMENT: Final = Shape(
    name="RiskMovement",
    description="What became of one risk between two instants.",
    fields=[
        value("risk_id", "The risk.", kinds.identifier("risk")),
        value("title", "Its title, as it was last."),
        value("category", "Code of its category, as it was last."),
        value("movement", "What became of it.", kinds.enumeration(Movement, name_of(Movement))),
        value(
            "level_before",
            "How serious it was; empty where it was not assessed or not there.",
            _LEVEL,
            nullable=True,
        ),
        value("score_before", "Its score then.", kinds.INT, nullable=True),
        value(
            "level_after",
            "How serious it is at the end; empty where it is not assessed or gone.",
            _LEVEL,
            nullable=True,
        ),
        value("score_after", "Its score at the end.", kinds.INT, nullable=True),
    ],
)

_RANKS: Final = ", ".join(f"'{level}'" for level in Level)
_STANDING: Final = f"""
  SELECT x.id, x.title, x.category, y.level, y.score,
    coalesce(array_position(ARRAY[{_RANKS}], y.level), 0) AS rank, coalesce(y.score, 0) AS points
  FROM risk_history x LEFT JOIN LATERAL (
    SELECT z.level, z.score FROM assessment z
    WHERE z.tenant_id = {{{{tenant}}}} AND z.risk_id = x.id AND z.kind = 'current' AND z.assessed_at <= {{at}}
    ORDER BY z.assessed_at DESC, z.id DESC LIMIT 1
  ) y ON true
  WHERE x.tenant_id = {{{{tenant}}}} AND x.venture_id = {{{{row}}}}.id
    AND x.valid_from <= {{at}} AND (x.valid_to IS NULL OR x.valid_to > {{at}})
    AND x.archived_at IS NULL AND x.status IN ('open', 'accepted') AND coalesce(x.kind, 'threat') = 'threat'
"""
"""The open and accepted threats of a venture at an instant, judged in the matrix of that day."""

_MOVED: Final = f"""
SELECT coalesce(a.id, b.id) AS risk_id, coalesce(a.title, b.title) AS title,
  coalesce(a.category, b.category) AS category,
  b.level AS level_before, b.score AS score_before, a.level AS level_after, a.score AS score_after,
  CASE WHEN b.id IS NULL THEN 'new' WHEN a.id IS NULL THEN 'closed'
    WHEN (a.rank, a.points) > (b.rank, b.points) THEN 'worse' ELSE 'better' END AS movement,
  coalesce(a.rank, b.rank) AS rank, coalesce(a.points, b.points) AS points
FROM ({_STANDING.format(at="{since}")}) b FULL JOIN ({_STANDING.format(at="{until}")}) a ON a.id = b.id
WHERE b.id IS NULL OR a.id IS NULL OR (a.rank, a.points) <> (b.rank, b.points)
ORDER BY rank DESC, points DESC, risk_id LIMIT {MOST_MOVEMENTS}
"""

MOVEMENTS: Final = Rows(
    name="risk_movements",
    description="What has moved in the register between two instants: open and accepted threats that are new, worse, "
    f"better, or gone; the gravest first, at most {MOST_MOVEMENTS}. Each is judged by the assessments made by then, in "
    "the matrix of their day.",
    shape=MOVEMENT,
    sql=_MOVED,
    order="{row}.rank DESC, {row}.points DESC, {row}.risk_id",
    between=True,
)
