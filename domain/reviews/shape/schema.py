"""The JSON Schemas of reports and documents, from their declarations."""

from __future__ import annotations

from typing import Any, Final

from pydantic import TypeAdapter

from domain.reviews.shape.content import FORMAT, ReportContent
from domain.reviews.shape.document import ReviewDocument
from domain.reviews.shape.portfolio import PortfolioDocument

Schema = dict[str, Any]
_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_CLOSED: Final = (
    "Closed, so that what this release writes can be held to it. Members may be added within a version of the format: "
    "a reader passes over what it does not know."
)


def report_schema() -> Schema:
    """Of the report that a worker gathers and freezes."""
    return _schema(ReportContent, "review-report", "The report of a review")


def document_schema() -> Schema:
    """Of a review as a document: the report, and what people did with it."""
    return _schema(ReviewDocument, "review-document", "A review as a document")


def portfolio_schema() -> Schema:
    """Of a tenant's portfolio as a document."""
    return _schema(PortfolioDocument, "portfolio-document", "A portfolio as a document")


def component(name: str, shape: type[Any]) -> Schema:
    """Of a shape as one schema without references, for a place in a larger document."""
    made = _closed(TypeAdapter(shape).json_schema())
    definitions = made.pop("$defs")

    def whole(part: Any) -> Any:
        if isinstance(part, list):
            return [whole(item) for item in part]
        if not isinstance(part, dict):
            return part
        if "$ref" in part:
            rest = {key: value for key, value in part.items() if key != "$ref"}
            return whole(definitions[part["$ref"].rpartition("/")[2]]) | rest
        return {key: whole(value) for key, value in part.items()}

    return {"title": name, **whole(made)}


def _schema(shape: type[Any], name: str, title: str) -> Schema:
    made = _closed(TypeAdapter(shape).json_schema())
    head = {"$schema": _DIALECT, "$id": f"urn:milepost:{name}:{FORMAT}", "$comment": _CLOSED, "title": title}
    return head | {key: value for key, value in made.items() if key != "title"}


def _closed(part: Any) -> Any:
    """Objects with declared members have no others, and only definitions keep the titles that Pydantic gives."""
    if isinstance(part, list):
        return [_closed(item) for item in part]
    if not isinstance(part, dict):
        return part
    members = part.get("properties")
    made = {
        key: {name: _closed(item) for name, item in value.items()} if key in ("properties", "$defs") else _closed(value)
        for key, value in part.items()
        if key != "title"
    }
    return made | {"additionalProperties": False} if members is not None else made
