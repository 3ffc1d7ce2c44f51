"""Milestone reviews: what they recommend and how they move."""
