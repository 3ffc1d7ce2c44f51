"""Resources and where they go."""

from __future__ import annotations

from typing import Final

from tests.graph.differing.chapters.chapter import Chapter, Many, Type

EDITED: Final = {"edit": "resource:write", "archive": "resource:write"}

CHAPTER: Final = Chapter(
    types={
        "Resource": Type("resource", "resource", ("name",), venture="venture_id"),
        "Allocation": Type("allocation", "allocation", venture="venture_id"),
    },
    many={
        "Venture.resources": Many("venture_id", ("name",)),
        "Resource.allocations": Many("resource_id"),
        "Milestone.allocations": Many("milestone_id"),
    },
    can={"Resource": EDITED, "Allocation": EDITED},
)
