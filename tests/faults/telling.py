"""What processes have said, made short: each error with its exceptions and the last places they came by."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

LAST_LINES, LAST_FRAMES = 12, 5


def told(said: Path) -> str:
    """The errors of a log, and its last lines."""
    if not said.exists():
        return ""
    lines = said.read_text("utf-8", "replace").splitlines()
    return "\n".join([*failures(lines), *(line[:600] for line in lines[-LAST_LINES:])])


def failures(lines: list[str]) -> Iterator[str]:
    """Of each line that tells of an exception what matters; a traceback outside the log as it is."""
    for number, line in enumerate(lines):
        if line.startswith("Traceback"):
            yield "\n".join(lines[number : number + 40])
            continue
        try:
            entry: dict[str, Any] = json.loads(line)
        except ValueError:
            continue
        if exceptions := entry.get("exception"):
            yield f"{entry['event']}: " + "; ".join(map(_one, exceptions))


def _one(exception: dict[str, Any]) -> str:
    frames = [f"{Path(each['filename']).name}:{each['lineno']}" for each in exception["frames"][-LAST_FRAMES:]]
    return f"{exception['exc_type']}: {exception['exc_value'][:300]} at {', '.join(frames)}"
