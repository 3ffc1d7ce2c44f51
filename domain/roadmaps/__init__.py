"""Roadmaps, the versions that re-planning leaves behind, and baselines: what was once agreed."""
