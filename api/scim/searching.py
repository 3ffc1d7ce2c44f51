"""A page of what is searched for: filtered, ordered and cut by PostgreSQL, over one type of resource or all of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

import sqlalchemy as sa
from scim2_models import (
    InvalidCursorException,
    InvalidFilterException,
    InvalidPathException,
    Path,
    Resource,
    ScimFilter,
    SearchRequest,
)

from api.scim.columns import Attribute, Kind, Known, known
from api.scim.filters import LONGEST, condition_of
from domain.kernel.work import Work

MOST_SKIPPED: Final = 1_000_000
"""How far a page may lie from the beginning; whoever wants more asks by cursor."""

Model = type[Resource[Any]]


@dataclass(frozen=True)
class Found:
    """Ids of a page in their order, with the names of their types; how many there are in all; where the next begins."""

    ids: Sequence[tuple[str, UUID]]
    total: int
    next: Any = None


async def search(work: Work, models: Sequence[Model], asked: SearchRequest[Any], position: Any) -> Found:
    """The page of a search. Raises the exceptions of SCIM for what cannot be filtered or ordered by."""
    descending = asked.sort_by is not None and asked.sort_order == SearchRequest.SortOrder.descending
    kind = None
    parts = []
    for model in models:
        rows = known(model.__name__)
        order = _order(model, asked)
        kind = order.kind if order is not None else kind
        parts.append((rows, order, _where(work, model, rows, asked)))
    total = 0
    for rows, _, where in parts:
        counted = sa.select(sa.func.count(rows.id)).where(where)
        total += (await work.session.execute(counted)).scalar_one()
    count = asked.count or 0
    if not count:
        return Found((), total)
    selects = [
        sa.select(sa.literal(rows.name).label("type"), rows.id.label("id"), _key(order, kind).label("key")).where(where)
        for rows, order, where in parts
    ]
    all_of_them = sa.union_all(*selects).subquery() if len(selects) > 1 else selects[0].subquery()
    columns = all_of_them.c
    page = sa.select(columns.type, columns.id, columns.key).limit(count + 1)
    if asked.cursor is not None and position is not None:
        value, last = _read_position(work, position, kind)
        page = page.where(_after(columns, value, last, descending))
    elif asked.cursor is None:
        page = page.offset(min((asked.start_index or 1) - 1, MOST_SKIPPED))
    ordered: tuple[Any, ...] = (
        (columns.key.desc().nulls_first(), columns.id.desc()) if descending else (columns.key.nulls_last(), columns.id)
    )
    if asked.sort_by is None:
        ordered = (columns.id,)
    found = list(await work.session.execute(page.order_by(*ordered)))
    further = None
    if len(found) > count:
        _, last, value = found[count - 1]
        further = [work.tenant_id.hex, value.isoformat() if isinstance(value, datetime) else value, last.hex]
    return Found([(name, id) for name, id, _ in found[:count]], total, further)


def _where(work: Work, model: Model, rows: Known, asked: SearchRequest[Any]) -> sa.ColumnElement[bool]:
    visible = rows.visible(work.tenant_id)
    if asked.filter is None:
        return visible
    text = str(asked.filter)
    if len(text) > LONGEST:
        raise InvalidFilterException(detail=f"the filter is longer than {LONGEST} characters")
    bound: ScimFilter[Any] = ScimFilter[model](text)  # type: ignore[valid-type]  # a model known at run time
    return sa.and_(visible, condition_of(bound, rows, work.tenant_id))


def _order(model: Model, asked: SearchRequest[Any]) -> Attribute | None:
    """By what a type is ordered; None where it does not have the attribute."""
    if asked.sort_by is None:
        return None
    path: Path[Any] = Path[model](str(asked.sort_by))  # type: ignore[valid-type]  # a model known at run time
    binding = path.resolve()
    if binding is None or path.value_filter is not None:
        return None
    field, part = binding.field_name, binding.sub_field_name
    if (field, part) in (("emails", None), ("emails", "value")):
        field, part = "user_name", None
    attribute = known(model.__name__).single.get((field, part))
    if attribute is None:
        raise InvalidPathException(detail=f"{asked.sort_by} cannot be ordered by")
    return attribute


def _key(order: Attribute | None, kind: Kind | None) -> sa.ColumnElement[Any]:
    usual = sa.DateTime(timezone=True) if kind is Kind.MOMENT else sa.Boolean() if kind is Kind.TRUTH else sa.Text()
    if order is None:
        return sa.cast(sa.null(), usual)
    if order.kind is Kind.TEXT and not order.folded:
        return sa.func.lower(order.expression)
    return sa.cast(order.expression, sa.Text) if order.kind is Kind.ID else order.expression


def _after(columns: Any, value: Any, last: UUID, descending: bool) -> sa.ColumnElement[bool]:
    """What comes after the row of a key and an id: what has no key is last, or first where the order goes down."""
    key, id = columns.key, columns.id
    if descending:
        if value is None:
            return sa.or_(sa.and_(key.is_(None), id < last), key.is_not(None))
        return sa.or_(key < value, sa.and_(key == value, id < last))
    if value is None:
        return sa.and_(key.is_(None), id > last)
    return sa.or_(key > value, sa.and_(key == value, id > last), key.is_(None))


def _read_position(work: Work, position: Any, kind: Kind | None) -> tuple[Any, UUID]:
    try:
        tenant, value, last = position
        if tenant != work.tenant_id.hex:
            raise InvalidCursorException
        if kind is Kind.MOMENT and value is not None:
            value = datetime.fromisoformat(value)
        return value, UUID(hex=last)
    except (TypeError, ValueError):
        raise InvalidCursorException from None
