"""Every place in both APIs that takes an id, found by walking the schema and the operations: none can be forgotten."""

from __future__ import annotations

import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any

from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLSchema,
    GraphQLType,
    get_named_type,
)
from pydantic import BaseModel

from api.graphql.mutations import BY_NAME
from api.graphql.running import full_schema
from api.rest.operation import Operation
from api.rest.routes import all_operations
from domain.kernel.inputs import IdOf
from graph.language import camel

Path = tuple[str, ...]
"Names in an input; `[]` for the one item of a list."
Ids = Mapping[str, str]
"An external id for each prefix."

FITTING: Mapping[str, Mapping[str, Any]] = {
    "assessRisk": {"probabilityLevel": 1, "impactLevel": 1},
    "recordCriterion": {"result": "PASS"},
    "createRisk": {"category": "legal"},
    "createMarketSize": {"year": 2026},
    "createCashAccount": {"currency": "EUR"},
    "createExchangeRate": {"fromCurrency": "EUR", "toCurrency": "USD", "rateOn": "2026-01-04"},
    "createFundingRound": {"closedOn": None, "currency": "EUR"},
    "createInvestment": {"committedOn": "2026-01-04"},
    "createInvestor": {"kind": "ANGEL"},
    "createLoan": {"annualRate": "0.5", "interestOnlyMonths": 0, "currency": "EUR"},
    "createAcquisition": {"kind": "FUNDING", "channel": "ANGEL"},
    "moveAcquisition": {"status": "CONTACTED", "lostReason": None},
    "createCompetitorEvent": {"happenedOn": "2026-01-05"},
    "decideCandidateField": {"decision": "CHOSEN", "reason": "r"},
    "turnFeedbackIntoRisk": {"category": "legal"},
    "turnUserFeedbackIntoNeed": {"severity": 3},
    "tryRule": {"code": "risk.level_critical"},
    "createWebhookEndpoint": {"url": "http://127.0.0.1:9/hook"},
    "createVenture": {"key": "CROSS"},
    "createSheetImport": {"entity": "risk"},
    "inviteMember": {"email": "invited@example.com", "role": "VIEWER"},
    "createDomain": {"name": "cross.example"},
    "createIdentityProvider": {"issuer": "http://127.0.0.1:9"},
    "addMember": {"email": "cross@example.com", "role": "VIEWER"},
    "recordDrift": {"reference": ["1", "1"], "present": ["1", "2"]},
    "decideReview": {"decision": "CONDITIONAL_GO", "reason": "r"},
}
"""What a mutation needs besides what its schema says, to come as far as looking for the ids."""

SCALARS: Mapping[str, Any] = {
    "String": "cross",
    "Int": 1,
    "Float": 1.0,
    "Boolean": True,
    "Decimal": "1",
    "Date": "2027-01-04",
    "DateTime": "2027-01-04T00:00:00Z",
    "EmailAddress": "cross@example.com",
    "URL": "http://127.0.0.1:9/hook",
    "JSON": {},
}


@cache
def schema() -> GraphQLSchema:
    """The whole schema."""
    return full_schema()


@dataclass(frozen=True)
class Place:
    """One id in the input of one mutation."""

    mutation: str
    path: Path
    prefix: str

    def __str__(self) -> str:
        """As the test's name shows it."""
        return f"{self.mutation}.{'.'.join(self.path)}"

    def given(self, own: Ids, tried: str) -> dict[str, Any]:
        """An input that fits, with ids of our own everywhere but here."""
        kind = mutation_input(self.mutation)
        made = _set(fitting(self.mutation, own), self.path, tried, kind, BY_NAME[self.mutation].input, own)
        return typing.cast(dict[str, Any], made)


def fitting(mutation: str, own: Ids) -> dict[str, Any]:
    """What a mutation needs, with ids of our own."""
    return {**_sample(mutation_input(mutation), BY_NAME[mutation].input, own), **FITTING.get(mutation, {})}


def mutation_input(name: str) -> GraphQLInputObjectType:
    """The input type of a mutation."""
    mutation = schema().mutation_type
    assert mutation is not None
    kind = get_named_type(mutation.fields[name].args["input"].type)
    assert isinstance(kind, GraphQLInputObjectType)
    return kind


def mutation_places() -> list[Place]:
    """Every id in every mutation's input. Raises KeyError for one whose type the commands do not tell."""
    mutation = schema().mutation_type
    assert mutation is not None
    return [
        Place(name, path, _prefix_at(BY_NAME[name].input, path))
        for name in sorted(mutation.fields)
        for path in _id_paths(mutation_input(name), ())
    ]


def _id_paths(kind: GraphQLInputObjectType, path: Path) -> Iterator[Path]:
    for name, field in kind.fields.items():
        inner: GraphQLType = field.type
        here = (*path, name)
        while isinstance(inner, GraphQLNonNull | GraphQLList):
            if isinstance(inner, GraphQLList):
                here = (*here, "[]")
            inner = inner.of_type
        if isinstance(inner, GraphQLInputObjectType):
            yield from _id_paths(inner, here)
        elif getattr(inner, "name", "") == "ID":
            yield here


def _field(model: type[BaseModel], spelt: str) -> Any:
    return next(found for name, found in model.model_fields.items() if camel(name) == spelt or name == spelt)


def _prefix_at(model: type[BaseModel], path: Path) -> str:
    head, *rest = [part for part in path if part != "[]"]
    found = _field(model, head)
    if rest:
        inner = _model_in(found.annotation)
        assert inner is not None
        return _prefix_at(inner, tuple(rest))
    prefix = prefix_of(found.annotation, found.metadata)
    if prefix is None:
        raise KeyError(f"{model.__name__}.{head} takes an id, and does not say of what")
    return prefix


def prefix_of(annotation: Any, metadata: Any = ()) -> str | None:
    """The prefix of the ids that an annotation takes; None where it takes none."""
    for mark in metadata:
        if isinstance(mark, IdOf):
            return mark.prefix
    if typing.get_origin(annotation) is Annotated:
        inner, *marks = typing.get_args(annotation)
        return prefix_of(inner, marks)
    for part in typing.get_args(annotation):
        if (found := prefix_of(part)) is not None:
            return found
    return None


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for part in typing.get_args(annotation):
        if (found := _model_in(part)) is not None:
            return found
    return None


def _sample(kind: GraphQLInputObjectType, model: type[BaseModel], own: Ids) -> dict[str, Any]:
    return {
        name: _value(field.type, name, model, own)
        for name, field in kind.fields.items()
        if isinstance(field.type, GraphQLNonNull)
    }


def _value(kind: GraphQLInputType, name: str, model: type[BaseModel], own: Ids) -> Any:
    if isinstance(kind, GraphQLNonNull):
        return _value(kind.of_type, name, model, own)
    if isinstance(kind, GraphQLList):
        return [_value(kind.of_type, name, model, own)]
    if isinstance(kind, GraphQLInputObjectType):
        inner = _model_in(_field(model, name).annotation)
        assert inner is not None
        return _sample(kind, inner, own)
    if isinstance(kind, GraphQLEnumType):
        return next(iter(kind.values))
    if kind.name == "ID":
        return own[_prefix_at(model, (name,))]
    return SCALARS[kind.name]


def _set(given: Any, path: Path, tried: str, kind: Any, model: type[BaseModel], own: Ids) -> Any:
    """The input with the tried id at the path; what stands on the way is made where it is missing."""
    if not path:
        return tried
    head, *rest = path
    while isinstance(kind, GraphQLNonNull):
        kind = kind.of_type
    if head == "[]":
        first = given[0] if given else _value(kind.of_type, "", model, own) if _is_object(kind.of_type) else None
        return [_set(first, tuple(rest), tried, kind.of_type, model, own)]
    inner = kind.fields[head].type
    found = _model_in(_field(model, head).annotation) or model
    before = given.get(head)
    if before is None and _is_object(inner):
        before = _value(inner, head, model, own)
    return {**given, head: _set(before, tuple(rest), tried, inner, found, own)}


def _is_object(kind: Any) -> bool:
    return isinstance(get_named_type(kind), GraphQLInputObjectType)


def as_rest(given: Mapping[str, Any], kind: GraphQLInputObjectType, model: type[BaseModel]) -> dict[str, Any]:
    """The same input as REST takes it: names in snake case, enumerations by their values."""
    told = {}
    for spelt, value in given.items():
        name = next(name for name in model.model_fields if camel(name) == spelt)
        told[name] = _as_rest(value, kind.fields[spelt].type, _model_in(model.model_fields[name].annotation) or model)
    return told


def _as_rest(value: Any, kind: Any, model: type[BaseModel]) -> Any:
    while isinstance(kind, GraphQLNonNull):
        kind = kind.of_type
    if isinstance(kind, GraphQLList):
        return [_as_rest(item, kind.of_type, model) for item in value]
    if isinstance(kind, GraphQLInputObjectType):
        return as_rest(value, kind, model)
    if isinstance(kind, GraphQLEnumType):
        chosen = kind.values[value].value
        return getattr(chosen, "value", chosen)
    return value


@dataclass(frozen=True)
class Asked:
    """One id in one REST request: `part` is `path`, `query` or `body`, `name` the parameter or member."""

    operation: Operation
    part: str
    name: str
    prefix: str

    def __str__(self) -> str:
        """As the test's name shows it."""
        return f"{self.operation.id}.{self.part}.{self.name}"

    def request(self, own: Ids, tried: str) -> dict[str, Any]:
        """The arguments of an HTTP request that fits, with ids of our own everywhere but here."""
        operation = self.operation
        filled = {"tenant_id": own["tenant"], "id": own.get(operation.prefix, ""), "metric": "ventures"}
        filled |= {self.name: tried} if self.part == "path" else {}
        request: dict[str, Any] = {"method": operation.method, "url": operation.path.format(**filled)}
        if self.part == "query":
            request["params"] = {self.name: tried}
        if operation.body is not None:
            request["json"] = self._body(own, tried)
        if operation.bytes_of is not None:
            request |= {"content": b"bytes", "headers": {"Content-Type": operation.bytes_of}}
        return request

    def _body(self, own: Ids, tried: str) -> dict[str, Any]:
        mutation = camel(self.operation.id)
        if mutation not in BY_NAME:
            return {}
        given = fitting(mutation, own)
        if self.part == "body":
            path = next(path for path in _id_paths(mutation_input(mutation), ()) if path[0] == camel(self.name))
            given = Place(mutation, path, self.prefix).given(own, tried)
        body = as_rest(given, mutation_input(mutation), BY_NAME[mutation].input)
        return {name: value for name, value in body.items() if name not in self.operation.from_path}


def rest_places() -> list[Asked]:
    """Every id in every operation that a member or key may ask for in a tenant."""
    found = []
    for operation in all_operations():
        if "{tenant_id}" in operation.path:
            found.append(Asked(operation, "path", "tenant_id", "tenant"))
        if "{id}" in operation.path:
            found.append(Asked(operation, "path", "id", operation.prefix))
        for part, model in (("query", operation.query), ("body", operation.body)):
            found += [Asked(operation, part, name, prefix) for name, prefix in _ids_in(operation, model)]
    return found


def _ids_in(operation: Operation, model: type[BaseModel] | None) -> Iterator[tuple[str, str]]:
    for name, found in model.model_fields.items() if model else ():
        prefix = prefix_of(found.annotation, found.metadata)
        if prefix is not None and name not in operation.from_path:
            yield name, prefix
