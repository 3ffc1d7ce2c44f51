"""Candidate fields of a venture, and the scorecards by which they are compared."""
