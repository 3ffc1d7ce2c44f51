"""Measured series: what readings say against thresholds, and where they go. Pure computation."""
