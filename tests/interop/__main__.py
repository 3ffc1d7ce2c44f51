"""Checks of the contracts by programs of others. None is here yet, and that is what this says."""

from __future__ import annotations

print("missing: no interoperability suite is written yet (graphql-http audits, Spectral, code generators)")
