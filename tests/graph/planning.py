"""Reading PostgreSQL's plans: which tables a statement reads, through what, and how many rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

TENANTS, RISKS, VENTURES = 20, 400, 20
"""The size of the crowd in which plans are read: risks and ventures are those of each tenant."""


def plan_nodes(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """A node and all below it."""
    yield plan
    for below in plan.get("Plans", ()):
        yield from plan_nodes(below)


def check(nodes: list[dict[str, Any]], about: str) -> None:
    """Every table is read through an index whose condition begins with the tenant."""
    assert any("Relation Name" in node for node in nodes), about
    for node in nodes:
        if "Relation Name" in node and node["Relation Name"] != "tenant":
            assert node["Node Type"] != "Seq Scan", (about, node["Relation Name"])
        if "Index Cond" in node:
            assert node["Index Cond"].lstrip("(").startswith("tenant_id = "), (about, node["Index Cond"])
        elif "Index Name" in node and node.get("Relation Name") != "tenant":
            raise AssertionError((about, f"{node['Index Name']} is read from end to end"))


def rows_read(nodes: list[dict[str, Any]]) -> int:
    """How many rows left the tables and were looked at."""
    scans = [node for node in nodes if "Relation Name" in node]
    removed = ("Rows Removed by Filter", "Rows Removed by Index Recheck")
    return sum(
        int((node["Actual Rows"] + sum(node.get(name, 0) for name in removed)) * node["Actual Loops"]) for node in scans
    )
