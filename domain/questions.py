"""Every question of every context, imported once: after this import `QUESTIONS` is complete."""

import domain.fields.asking
import domain.forecasting.asking
import domain.lessons.applying
import domain.lessons.similarity
import domain.market.asking
import domain.reviews.comparing
import domain.roadmaps.comparisons
import domain.roadmaps.rescheduling  # noqa: F401
from domain.kernel.questions import QUESTIONS

__all__ = ["QUESTIONS"]
