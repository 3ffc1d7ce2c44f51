"""Indicators: measured series that tell of a risk before it strikes."""
