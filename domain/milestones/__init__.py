"""Milestones: their dates, dependencies and working days."""
