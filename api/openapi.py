"""The OpenAPI 3.1 document, built from the declared operations: what is answered and what is documented are one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Final

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from api.events.catalogue import Catalogued, catalogue
from api.events.components import HEADERS as HEADERS_SENT
from api.events.components import event_schemas, payload_of
from api.examples import example_of
from api.openapi_bounds import bounded
from api.openapi_parts import (
    HEADERS,
    INFO,
    OF_REFUSALS,
    PROBLEM,
    RESPONSES,
    SECURITY_SCHEMES,
    TAGS,
    headers_of,
    problems_of,
)
from api.rest.compiled import filterable, sortable
from api.rest.operation import Caller, Operation
from api.rest.routes import all_operations
from api.rest.schemas import kind_schema
from api.rest.sheets import CSV, XLSX, SheetForm
from domain.kernel.ids import HEX_EXAMPLE
from domain.kernel.metrics import Metric
from graph.enums import NAMES
from graph.kinds import ADDRESS, EMAIL
from graph.language import Entity, Field

Document = dict[str, Any]

_REF: Final = "#/components/schemas/{model}"
_SECURITY: Final[Mapping[Caller, list[dict[str, list[str]]]]] = {
    Caller.ANYBODY: [],
    Caller.MEMBER_OR_KEY: [{"api_key": []}, {"session": []}, {"operator_key": []}],
    Caller.OPERATOR: [{"operator_key": []}],
    Caller.OPERATOR_IN_TENANT: [{"operator_key": []}],
    Caller.KNOWN: [{"api_key": []}, {"session": []}, {"operator_key": []}],
}


def openapi_document(base_url: str, operations: tuple[Operation, ...] | None = None) -> Document:
    """The document with the installation's address as its server; of all operations unless they are given."""
    document = _usual() if operations is None else _document(operations)
    return document | {"servers": [{"url": base_url, "description": "This installation."}]}


@cache
def _usual() -> Document:
    return _document(all_operations())


def _document(operations: tuple[Operation, ...]) -> Document:
    schemas = _schemas(operations)
    paths: dict[str, dict[str, Any]] = {}
    for operation in operations:
        paths.setdefault(operation.path, {})[operation.method.lower()] = _operation(operation, schemas)
    used = {operation.tag for operation in operations}
    carried = {name for operation in operations for name in headers_of(operation)} | OF_REFUSALS
    return {
        "openapi": "3.1.0",
        "info": INFO,
        "tags": [tag for tag in TAGS if tag["name"] in used],
        "paths": paths,
        "webhooks": {name: _webhook(found) for name, found in catalogue().items()},
        "components": {
            "schemas": dict(sorted({**schemas, **event_schemas()}.items())),
            "responses": RESPONSES,
            "headers": {name: told for name, told in HEADERS.items() if name in carried},
            "securitySchemes": SECURITY_SCHEMES,
        },
    }


def _schemas(operations: tuple[Operation, ...]) -> dict[str, Any]:
    """Every schema by name: bodies as they are read, answers as they are written."""
    models: dict[type[BaseModel], str] = {}
    found: dict[str, Any] = {"Problem": PROBLEM}
    for operation in operations:
        if operation.body is not None:
            models[operation.body] = "validation"
        if isinstance(operation.schema, type):
            models[operation.schema] = "serialization"
        elif operation.schema is not None:
            found[operation.schema["title"]] = dict(operation.schema)
    _, definitions = models_json_schema(list(models.items()), ref_template=_REF)  # type: ignore[arg-type]  # the modes are texts
    made = _renamed(definitions["$defs"])
    if twice := found.keys() & made.keys():
        raise TypeError(f"two schemas have the same name: {', '.join(sorted(twice))}; see NAMES of graph.enums")
    found |= made
    for operation in operations:
        if operation.filters is not None:
            found |= dict(_filter_schemas(operation.filters))
        if operation.body is not None:
            found[operation.body.__name__] = _without(found[operation.body.__name__], _hidden(operation))
        if operation.shown_once:
            found[_answer_name(operation)] = _with_secrets(operation, found[_schema_name(operation)])
    return {name: _tidy(schema) for name, schema in found.items()}


def _renamed(definitions: Mapping[str, Any]) -> dict[str, Any]:
    """The definitions, enumerations among them by the names that they have in GraphQL."""
    names = {each.__name__: name for each, name in NAMES.items() if each.__name__ in definitions}
    references = {_REF.format(model=name): _REF.format(model=new) for name, new in names.items()}
    renamed = {names.get(name, name): schema for name, schema in definitions.items()}
    return {name: _referring(schema, references) for name, schema in renamed.items()}


def _referring(schema: Any, references: Mapping[str, str]) -> Any:
    if isinstance(schema, list):
        return [_referring(item, references) for item in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        name: references.get(item, item) if name == "$ref" else _referring(item, references)
        for name, item in schema.items()
    }


def _hidden(operation: Operation) -> set[str]:
    return {*operation.from_path, "expected_version"}


def _without(schema: Mapping[str, Any], names: set[str]) -> dict[str, Any]:
    """A body's schema without what stands in the path and in headers."""
    properties = {name: value for name, value in schema["properties"].items() if name not in names}
    rest = dict(schema) | {"properties": properties}
    required = [name for name in schema.get("required", ()) if name not in names]
    rest.pop("required", None)
    return rest | ({"required": required} if required else {})


def _with_secrets(operation: Operation, schema: Mapping[str, Any]) -> dict[str, Any]:
    extra = {name: {"type": ["string", "null"], "description": text} for name, text in operation.shown_once.items()}
    required = [*schema.get("required", ()), *extra]
    return dict(schema) | {
        "title": _answer_name(operation),
        "properties": schema["properties"] | extra,
        "required": required,
    }


def _tidy(schema: Any) -> Any:
    """Without the titles that Pydantic gives to every member, and with bounds in the words of JSON Schema."""
    if isinstance(schema, list):
        return [_tidy(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {
        name: ({key: _tidy(value) for key, value in item.items()} if name == "properties" else _tidy(item))
        for name, item in schema.items()
        if name != "title" or not isinstance(item, str) or "properties" in schema or "enum" in schema
    }
    return bounded(kept)


def _schema_name(operation: Operation) -> str:
    assert operation.schema is not None
    return operation.schema.__name__ if isinstance(operation.schema, type) else str(operation.schema["title"])


def _answer_name(operation: Operation) -> str:
    name = _schema_name(operation)
    return f"{name}WithSecret" if operation.shown_once else name


def _operation(operation: Operation, schemas: Mapping[str, Any]) -> Document:
    described: Document = {
        "operationId": operation.id,
        "tags": [operation.tag],
        "summary": operation.summary,
        "description": operation.description,
        "security": _SECURITY[operation.caller],
        "parameters": list(_parameters(operation)),
        "responses": {str(operation.status): _answer(operation, schemas)},
    }
    if operation.action is not None:
        described["description"] += f" Needs the permission `{operation.action}`."
    if operation.deprecated is not None:
        described |= {"deprecated": True}
        described["description"] += f" {operation.deprecated.sentence}"
    if operation.body is not None:
        described["requestBody"] = _body(operation, schemas)
    if operation.bytes_of is not None:
        content = {"schema": {"type": "string", "format": "binary"}, "example": "bytes"}
        described["requestBody"] = {"required": True, "content": {operation.bytes_of: content}}
    for status, name in problems_of(operation):
        described["responses"][str(status)] = {"$ref": f"#/components/responses/{name}"}
    return described


def _body(operation: Operation, schemas: Mapping[str, Any]) -> Document:
    assert operation.body is not None
    name = operation.body.__name__
    types = ["application/json"]
    if operation.method == "PATCH":
        types = ["application/merge-patch+json", "application/json"]
    content = {"schema": {"$ref": _REF.format(model=name)}, "example": example_of(schemas[name], schemas)}
    return {"required": not operation.body_optional, "content": dict.fromkeys(types, content)}


def _answer(operation: Operation, schemas: Mapping[str, Any]) -> Document:
    if operation.documents:
        content = {
            media_type: {"schema": {"type": "object"}, "example": {}}
            if media_type == "application/json"
            else {"schema": {"type": "string"}, "example": f"A document as {media_type}."}
            for media_type in operation.documents
        }
        if operation.schema is not None:
            name = _answer_name(operation)
            shown = {"schema": {"$ref": _REF.format(model=name)}, "example": example_of(schemas[name], schemas)}
            content = {"application/json": shown} | content
        return {"description": "The document.", "headers": headers_of(operation), "content": content}
    if operation.schema is None:
        return {"description": "It is archived.", "headers": headers_of(operation)}
    name = _answer_name(operation)
    example = example_of(schemas[name], schemas)
    schema: Document = {"$ref": _REF.format(model=name)}
    if operation.listed:
        following = {"type": ["string", "null"], "description": "Cursor of the next page; null on the last one."}
        schema = {
            "type": "object",
            "properties": {"data": {"type": "array", "items": schema}, "next_cursor": following},
            "required": ["data", "next_cursor"],
        }
        example = {"data": [example], "next_cursor": None}
    answer: Document = {
        "description": "It was made." if operation.status == 201 else "As it is now.",
        "headers": headers_of(operation),
        "content": {"application/json": {"schema": schema, "example": example}},
    }
    if operation.filters is not None:
        answer["content"] |= {
            kind: {"schema": {"type": "string"}, "example": f"A document as {kind}."} for kind in (CSV, XLSX)
        }
    links = dict(_links(operation)) if operation.status == 201 else {}
    return answer | ({"links": links} if links else {})


def _links(made: Operation) -> Iterator[tuple[str, Document]]:
    """What can be asked next of what was made: all operations on one of its collection."""
    for operation in all_operations():
        if operation.path.partition("/{id}")[0] == made.path and "{id}" in operation.path:
            parameters = {"id": "$response.body#/id"}
            if "{tenant_id}" in operation.path:
                parameters["tenant_id"] = "$request.path.tenant_id"
            yield operation.id, {"operationId": operation.id, "parameters": parameters}


def _parameters(operation: Operation) -> Iterator[Document]:
    if "{tenant_id}" in operation.path:
        yield _path("tenant_id", "tenant", "The tenant.")
    if "{id}" in operation.path:
        yield _path("id", operation.prefix, "Its id.")
    if "{metric}" in operation.path:
        metric = {"name": "metric", "in": "path", "required": True, "description": "What is limited."}
        yield metric | {"schema": {"type": "string", "enum": list(Metric)}, "example": "ventures"}
    if "{code}" in operation.path:
        code = {"name": "code", "in": "path", "required": True, "description": "Its code."}
        yield code | {
            "schema": {"type": "string", "pattern": "^[a-z][a-z0-9_.-]*$", "maxLength": 64},
            "example": "team",
        }
    if "{type}" in operation.path:
        type_of_event = {"name": "type", "in": "path", "required": True, "description": "The type."}
        yield type_of_event | {"schema": {"type": "string", "enum": list(catalogue())}, "example": "risk.assessed"}
    if operation.query is not None:
        schema = operation.query.model_json_schema(ref_template=_REF)
        for name, described in schema["properties"].items():
            required = {"required": True} if name in schema.get("required", ()) else {}
            yield _query(name, _resolved(_tidy(described), schema.get("$defs", {}))) | required
    if operation.filters is not None:
        yield from _list_parameters(operation.filters)
    if operation.keyed:
        text = "Makes the request safe to repeat for 24 hours: the same key and body have one effect."
        yield _header("Idempotency-Key", text, {"type": "string", "minLength": 1, "maxLength": 255}, "order-4711")
    if operation.versioned and operation.method in ("PATCH", "PUT", "POST", "DELETE") and operation.from_path:
        yield _header("If-Match", "Refuse the change unless this is the present ETag.", {"type": "string"}, '"3"')
    if operation.versioned and operation.method == "GET" and not operation.listed:
        yield _header("If-None-Match", "Answer 304 where this is still the ETag.", {"type": "string"}, '"3"')


def _list_parameters(entity: Entity) -> Iterator[Document]:
    yield _query("limit", {"type": "integer", "minimum": 1, "maximum": 200, "default": 50, "description": "How many."})
    yield _query("cursor", {"type": "string", "description": "`next_cursor` of the page before."})
    order = ", ".join(sortable(entity))
    yield _query("sort", {"type": "string", "description": f"Order, `-` before what falls, by commas: {order}."})
    yield _query("fields", {"type": "string", "description": "Only these members, separated by commas."})
    sheet = "JSON a page at a time; or all rows as a sheet: CSV, or a workbook."
    yield _query("format", {"type": "string", "enum": list(SheetForm), "default": "json", "description": sheet})
    for member, _ in filterable(entity):
        yield {
            "name": member.name,
            "in": "query",
            "style": "deepObject",
            "explode": True,
            "description": f"{member.description} `{member.name}=x` is short for `{member.name}[eq]=x`.",
            "schema": {"$ref": _REF.format(model=_filter_name(member))},
        }


def _filter_name(member: Field) -> str:
    return f"{'Text' if member.kind.name == 'String' else member.kind.name}Filter"


def _filter_schemas(entity: Entity) -> Iterator[tuple[str, Document]]:
    """The comparators of each kind of value: what stands between the brackets, and what it is compared with."""
    for member, operators in filterable(entity):
        one = {key: value for key, value in kind_schema(member.kind).items() if key != "examples"}
        if member.kind in (EMAIL, ADDRESS):  # they are compared with any text, and with parts of them
            one = {"type": "string"}
        several = {"type": "string", "description": "Separated by commas."}
        of_operator = {"is_null": {"type": "boolean"}, "in": several, "not_in": several}
        if member.kind.name in ("Date", "DateTime"):
            one = {"type": "string", "description": "Or a duration from now, such as -P2W."}
        yield (
            _filter_name(member),
            {
                "type": "object",
                "description": f"Comparators of {member.kind.name}.",
                "properties": {operator: of_operator.get(operator, one) for operator in operators},
                "additionalProperties": False,
            },
        )


def _resolved(schema: Any, definitions: Mapping[str, Any]) -> Any:
    """A parameter's schema with its references written out: enumerations are nowhere else."""
    if isinstance(schema, list):
        return [_resolved(item, definitions) for item in schema]
    if not isinstance(schema, dict):
        return schema
    if "$ref" in schema:
        return _tidy(definitions[schema["$ref"].rpartition("/")[2]])
    return {name: _resolved(item, definitions) for name, item in schema.items()}


def _path(name: str, prefix: str, description: str) -> Document:
    schema = {"type": "string", "pattern": f"^{prefix}_[0-9a-f]{{32}}$"}
    example = f"{prefix}_{HEX_EXAMPLE}"
    return {
        "name": name,
        "in": "path",
        "required": True,
        "description": description,
        "schema": schema,
        "example": example,
    }


def _query(name: str, schema: Mapping[str, Any]) -> Document:
    rest = {key: value for key, value in schema.items() if key != "description"}
    if "anyOf" in rest:  # what may be left out is not sent as null
        rest |= next(item for item in rest.pop("anyOf") if item.get("type") != "null")
        rest = {key: value for key, value in rest.items() if not (key == "default" and value is None)}
    return {"name": name, "in": "query", "description": schema.get("description", ""), "schema": rest}


def _header(name: str, description: str, schema: Mapping[str, Any], example: str) -> Document:
    return {"name": name, "in": "header", "description": description, "schema": schema, "example": example}


def _webhook(found: Catalogued) -> Document:
    headers = [
        {"name": name, "in": "header", "required": True, "description": schema["description"], "schema": schema}
        for name, schema in HEADERS_SENT.items()
    ]
    content = {"schema": payload_of(found), "example": found.example()}
    return {
        "post": {
            "operationId": f"on_{found.type.replace('.', '_')}",
            "tags": ["Webhooks"],
            "summary": found.type,
            "description": f"{found.description} Roles of endpoints that are told: {', '.join(found.roles)}.",
            "parameters": headers,
            "requestBody": {"required": True, "content": {"application/json": content}},
            "responses": {
                "2XX": {"description": "It has arrived, if it is answered within 15 seconds."},
                "410": {"description": "The endpoint is gone: it is disabled, and nothing more is sent."},
                "default": {"description": "It is sent again later, for up to four days; `Retry-After` is honoured."},
            },
        }
    }
