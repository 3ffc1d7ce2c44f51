"""The graph of dependencies: a cycle is refused, and spelt out so that people see which link to drop."""

from __future__ import annotations

from collections import deque
from collections.abc import Hashable, Iterable
from typing import TypeVar

Node = TypeVar("Node", bound=Hashable)


def cycle_closed_by(new: tuple[Node, Node], edges: Iterable[tuple[Node, Node]]) -> list[Node] | None:
    """The shortest cycle that the edge `new` would close, from its predecessor round to it again; None if none.

    Edges are (predecessor, successor), whatever the kind of the dependency. For edges A→B, B→C and the new C→A:
    `[C, A, B, C]`.
    """
    predecessor, successor = new
    successors: dict[Node, list[Node]] = {}
    for start, end in edges:
        successors.setdefault(start, []).append(end)
    came_from: dict[Node, Node] = {}
    reached = {successor}
    queue = deque([successor])
    while queue:
        node = queue.popleft()
        if node == predecessor:
            path = [node]
            while path[-1] != successor:
                path.append(came_from[path[-1]])
            return [predecessor, *reversed(path)]
        for following in successors.get(node, ()):
            if following not in reached:
                reached.add(following)
                came_from[following] = node
                queue.append(following)
    return None


def find_cycle(edges: Iterable[tuple[Node, Node]]) -> list[Node] | None:
    """A cycle of the graph, its first node repeated at the end; None where there is none. For whole imports."""
    taken: list[tuple[Node, Node]] = []
    edges = list(edges)
    # Kahn: what can be put in an order is no part of a cycle, so only the rest is searched.
    waiting: dict[Node, int] = {}
    successors: dict[Node, list[Node]] = {}
    for start, end in edges:
        waiting.setdefault(start, 0)
        waiting[end] = waiting.get(end, 0) + 1
        successors.setdefault(start, []).append(end)
    free = [node for node, count in waiting.items() if not count]
    while free:
        node = free.pop()
        del waiting[node]
        for following in successors.get(node, ()):
            waiting[following] -= 1
            if not waiting[following]:
                free.append(following)
    for edge in edges:
        if edge[0] in waiting and edge[1] in waiting:
            cycle = cycle_closed_by(edge, taken)
            if cycle is not None:
                return cycle
            taken.append(edge)
    return None
