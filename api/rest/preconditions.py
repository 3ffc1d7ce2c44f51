"""ETag, If-Match, If-None-Match (RFC 9110 §13): the tag of a resource is its version."""

from __future__ import annotations

import re
from typing import Any

from starlette.requests import Request

from api.problems import Refusal
from domain.kernel.errors import Conflict

_TAG = re.compile(r'(W/)?"([!#-~]*)"', re.ASCII)
_VERSION = re.compile(r"[1-9][0-9]{0,9}", re.ASCII)


def etag_of(seen: dict[str, Any]) -> str | None:
    """The tag of what is shown; None for what has no version."""
    version = seen.get("version")
    return f'"{version}"' if isinstance(version, int) else None


def is_unchanged(request: Request, etag: str | None) -> bool:
    """Whether `If-None-Match` names the present tag; compared weakly, as caches do."""
    header = ",".join(request.headers.getlist("if-none-match"))
    if etag is None or not header:
        return False
    return header.strip() == "*" or any(f'"{tag}"' == etag for _, tag in _TAG.findall(header))


def matched_versions(request: Request) -> frozenset[int] | None:
    """The versions that `If-Match` names, weak tags left out; None where any version will do."""
    header = ",".join(request.headers.getlist("if-match")).strip()
    if "if-match" not in request.headers or header == "*":
        return None
    tags = (tag for weak, tag in _TAG.findall(header) if not weak)
    return frozenset(int(tag) for tag in tags if _VERSION.fullmatch(tag))


def precondition_failed() -> Refusal:
    """The refusal of a stale `If-Match`."""
    error = {"header": "If-Match", "code": "PRECONDITION_FAILED", "detail": "names another version"}
    return Refusal(412, "PRECONDITION_FAILED", "the object has another version by now; read it again", [error])


def is_stale(error: Conflict) -> bool:
    """Whether a conflict is about the version that the caller expected."""
    return any(problem.path == ("expected_version",) for problem in error.problems)
