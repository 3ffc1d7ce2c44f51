"""Every question of every context, imported once: after this import `QUESTIONS` is complete."""

import domain.forecasting.asking  # noqa: F401
from domain.kernel.questions import QUESTIONS

__all__ = ["QUESTIONS"]
