"""Filters of SCIM (RFC 7644 §3.4.2.2) as SQL: whatever stands in one becomes a bound parameter, never a text of SQL."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any, Final
from uuid import UUID

import sqlalchemy as sa
from scim2_models import InvalidFilterException, ScimFilter
from scim2_models.path import (
    AttributeBinding,
    AttrPath,
    CompareOperator,
    Comparison,
    FilterNode,
    FilterVisitor,
    LogicalExpr,
    LogicalOperator,
    Not,
    Present,
    ValuePath,
    coerce_value,
)

from api.scim.columns import Attribute, Condition, Kind, Known, Several
from domain.kernel.ids import MalformedId, parse_id

_UNSTORABLE: Final = re.compile("[\x00\ud800-\udfff]")

LONGEST: Final = 4_000
"""Characters of a filter."""

MOST_TERMS: Final = 50
"""Comparisons in a filter."""

MOST_NESTED: Final = 16
"""Expressions within each other in a filter."""


def condition_of(found: ScimFilter[Any], known: Known, tenant_id: UUID) -> Condition:
    """The condition of a filter, bound to the model of the type whose rows it chooses. Raises `InvalidFilterException`.

    What the type does not declare is not there, so a comparison with it does not hold (RFC 7644 §3.4.2.1).
    """
    _check_size(found.ast)
    return _Compiler(found, known, tenant_id).visit(found.ast)


def _check_size(root: FilterNode) -> None:
    terms, waiting = 0, [(root, 1)]
    while waiting:
        node, depth = waiting.pop()
        if depth > MOST_NESTED:
            raise InvalidFilterException(detail=f"the filter nests more than {MOST_NESTED} expressions")
        match node:
            case LogicalExpr():
                waiting.extend((term, depth + 1) for term in node.terms)
            case Not():
                waiting.append((node.expr, depth + 1))
            case ValuePath():
                waiting.append((node.val_filter, depth + 1))
            case _:
                terms += 1
    if terms > MOST_TERMS:
        raise InvalidFilterException(detail=f"the filter has more than {MOST_TERMS} comparisons")


class _Compiler(FilterVisitor[Condition]):
    def __init__(
        self, found: ScimFilter[Any], known: Known, tenant_id: UUID, within: tuple[AttrPath, Several] | None = None
    ) -> None:
        self._filter = found
        self._known = known
        self._tenant_id = tenant_id
        self._within = within
        self._several = known.several(tenant_id)

    def visit_not(self, node: Not) -> Condition:
        # A comparison with what is not there is unknown to SQL, and false to SCIM.
        return sa.not_(sa.func.coalesce(self.visit(node.expr), sa.literal(False)))

    def visit_logical_expr(self, node: LogicalExpr) -> Condition:
        terms = [self.visit(term) for term in node.terms]
        return sa.and_(*terms) if node.op == LogicalOperator.and_ else sa.or_(*terms)

    def visit_present(self, node: Present) -> Condition:
        binding = self._filter.resolve(self._full(node.attr_path), strict=False)
        if binding is None:
            return _never()
        field, part = binding.field_name, binding.sub_field_name
        if field in self._several and self._within is None and part is None:
            return self._several[field].any(sa.true())
        if part is None and (field, None) not in self._known.single:
            parts = [each for (name, _), each in self._known.single.items() if name == field]
            return sa.or_(_never(), *(each.expression.is_not(None) for each in parts))
        return self._held(binding, lambda attribute: attribute.expression.is_not(None))

    def visit_comparison(self, node: Comparison) -> Condition:
        binding = self._filter.resolve_comparison(self._full(node.attr_path), strict=False)
        if binding is None:
            return _never()
        value = coerce_value(binding, node.value, node.op)
        if isinstance(value, str) and _UNSTORABLE.search(value):
            raise InvalidFilterException(detail="a text of the filter contains what cannot be stored")
        if node.op == CompareOperator.ne and binding.field_name in self._several and self._within is None:
            # No value equals it, as `not` would say; with none at all, that holds as well.
            return ~self._held(binding, lambda attribute: _compared(attribute, CompareOperator.eq, value))
        return self._held(binding, lambda attribute: _compared(attribute, node.op, value))

    def visit_value_path(self, node: ValuePath) -> Condition:
        binding = self._filter.resolve(node.attr_path, strict=False)
        if binding is None:
            return _never()
        several = self._several.get(binding.field_name)
        if several is None:
            raise InvalidFilterException(detail=f"{node.attr_path} has one value: name its sub-attribute instead")
        inner = _Compiler(self._filter, self._known, self._tenant_id, (node.attr_path, several))
        return several.any(inner.visit(node.val_filter))

    def _full(self, path: AttrPath) -> AttrPath:
        if self._within is None:
            return path
        outer = self._within[0]
        if path.sub_attr is not None or path.uri is not None:
            raise InvalidFilterException(detail=f"{path} is no sub-attribute of {outer}")
        return AttrPath(outer.attr, path.attr, outer.uri)

    def _held(self, binding: AttributeBinding, compare: Any) -> Condition:  # Any: Attribute -> Condition
        field, part = binding.field_name, binding.sub_field_name
        if field in self._several:
            attribute = self._several[field].parts.get(part or "value")
            if attribute is None:
                raise _cannot(binding)
            condition: Condition = compare(attribute)
            return condition if self._within is not None else self._several[field].any(condition)
        single = self._known.single.get((field, part))
        if single is None:
            raise _cannot(binding)
        found: Condition = compare(single)
        return found


def _never() -> Condition:
    """What does not hold, as a parameter: SQLAlchemy would leave out all that stands beside a plain `false`."""
    return sa.literal(False)


def _cannot(binding: AttributeBinding) -> InvalidFilterException:
    return InvalidFilterException(detail=f"{binding.urn} cannot be filtered by")


def _compared(attribute: Attribute, op: CompareOperator, value: Any) -> Condition:
    expression: sa.ColumnElement[Any] = attribute.expression
    if value is None:
        return {CompareOperator.eq: expression.is_(None), CompareOperator.ne: expression.is_not(None)}.get(op, _never())
    match attribute.kind:
        case Kind.ID:
            return _compared_id(attribute, op, value)
        case Kind.TRUTH:
            return sa.or_(expression) if (op == CompareOperator.eq) == value else sa.not_(expression)
        case Kind.MOMENT:
            return _compared_moment(expression, op, value)
        case Kind.EXACT:
            return _compared_text(expression, op, sa.literal(value, sa.Text))
    folded = expression if attribute.folded else sa.func.lower(expression)
    return _compared_text(folded, op, sa.func.lower(sa.literal(value, sa.Text)))


def _compared_id(attribute: Attribute, op: CompareOperator, value: str) -> Condition:
    if op == CompareOperator.eq:
        try:
            return sa.and_(attribute.expression == parse_id(attribute.prefix, value))
        except MalformedId:
            return _never()
    digits = sa.func.replace(sa.cast(attribute.expression, sa.Text), "-", "")
    return _compared_text(sa.func.concat(f"{attribute.prefix}_", digits), op, sa.literal(value, sa.Text))


def _compared_moment(expression: sa.ColumnElement[Any], op: CompareOperator, value: Any) -> Condition:
    if not isinstance(value, datetime):
        raise InvalidFilterException(detail=f"instants are compared by eq, ne, gt, ge, lt and le, not by {op.value}")
    return _ordered(expression, op, value if value.tzinfo else value.replace(tzinfo=UTC))


def _compared_text(left: Any, op: CompareOperator, right: Any) -> Condition:  # Any: expressions of texts
    match op:
        case CompareOperator.co:
            return sa.func.strpos(left, right) > 0
        case CompareOperator.sw:
            return sa.func.starts_with(left, right)
        case CompareOperator.ew:
            return sa.and_(sa.func.right(left, sa.func.length(right)) == right)
    return _ordered(left, op, right)


def _ordered(left: Any, op: CompareOperator, right: Any) -> Condition:  # Any: expressions of one type
    match op:
        case CompareOperator.eq:
            found = left == right
        case CompareOperator.ne:
            found = left.is_distinct_from(right)
        case CompareOperator.gt:
            found = left > right
        case CompareOperator.ge:
            found = left >= right
        case CompareOperator.lt:
            found = left < right
        case _:
            found = left <= right
    result: Condition = found
    return result
