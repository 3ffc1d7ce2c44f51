"""Inhibition: a firing alert mutes weaker ones of the same subject; muted is shown and counted, not told."""

from __future__ import annotations

from collections.abc import Collection

# rule → the rules whose firing alert on the same subject mutes it
MUTED_BY: dict[str, frozenset[str]] = {
    "indicator.warning": frozenset({"indicator.critical"}),
    "indicator.trend": frozenset({"indicator.critical"}),
    "milestone.forecast_late": frozenset({"milestone.overdue"}),
    "risk.level_raised": frozenset({"risk.level_critical"}),
    "risk.above_target": frozenset({"risk.level_critical"}),
}

# A risk's acceptance silences these rules of it until it lapses.
SILENCED_BY_ACCEPTANCE = frozenset({"risk.level_critical", "risk.level_raised", "risk.above_target"})


def is_inhibited(rule: str, firing: Collection[str]) -> bool:
    """Whether an alert of `rule` is muted, given the rules with a *firing* alert on the same subject.

    A pending alert mutes nothing: else nobody would hear of the weaker one until the stronger one's hold is over.
    """
    return not MUTED_BY.get(rule, frozenset()).isdisjoint(firing)


def muted_by(rule: str) -> frozenset[str]:
    """The rules that a firing alert of `rule` mutes: those to be looked at again when it fires or is resolved."""
    return frozenset(weaker for weaker, stronger in MUTED_BY.items() if rule in stronger)


def strongest_first(rules: Collection[str]) -> list[str]:
    """The rules in an order in which none comes before one that mutes it."""
    return sorted(rules, key=lambda rule: (rule in MUTED_BY, rule))
