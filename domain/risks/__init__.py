"""Risks: their scale, their assessments, and the monitor that watches them."""
