"""The SQL of an object: each asked field becomes an expression over the row, relations become laterals beside it."""

from __future__ import annotations

from dataclasses import replace

from domain.tenancy.permissions import allows, require
from graph.connections import connection_select, listing
from graph.frames import Build, Frame, json_object, linked, seen
from graph.language import Can, Entity, Field, Member, One, Rows, Shape, ToAny, ToMany, ToOne, camel
from graph.moments import moment_of, span_of
from graph.registry import BY_WORD
from graph.selecting import Selected, Selection


def object_sql(frame: Frame, selection: Selection) -> str:
    """The JSON object of the frame's row."""
    entity = frame.entity
    assert entity is not None
    pairs = []
    for selected in selection.fields(entity.name):
        if selected.name == "__typename":
            pairs.append((selected.key, f"'{entity.name}'"))
            continue
        named = entity.by_name if frame.build.lower else entity.by_graphql_name
        pairs.append((selected.key, member_sql(frame, named[selected.name], selected)))
    return json_object(pairs)


def member_sql(frame: Frame, member: Member, selected: Selected) -> str:
    """The expression of one asked field."""
    match member:
        case Field():
            return field_sql(frame, member)
        case ToOne():
            return _to_one(frame, member, selected)
        case ToMany():
            found = listing(frame.build, BY_WORD[member.to], selected, object_sql, (frame, member), member.order)
            return _beside(frame, connection_select(found))
        case ToAny():
            return any_sql(
                frame, selected, member.to, f"{frame.row}.{member.type_column}", f"{frame.row}.{member.id_column}"
            )
        case Rows():
            return _rows(frame, member, selected)
        case One() if member.whole and frame.build.restricted:
            return "NULL::json"
        case One():
            frame.documents.update(member.documents)
            cell, inner = _cell(frame, member.shape, selected)
            return _beside(frame, f"SELECT {inner} AS j FROM ({frame.sql(member.sql)}) {cell.row} {cell.tables}")
        case Can():
            return can_sql(frame.build, member, selected, frame)
    raise TypeError(f"{member.name} cannot be compiled")


def field_sql(frame: Frame, member: Field) -> str:
    """The JSON of one field. Raises `Forbidden` where the caller may not read it."""
    if member.needs is not None:
        require(frame.build.principal, member.needs)
    if member.written:
        return frame.sql(member.written)
    return member.kind.written(frame.value(member), lower=frame.build.lower)


def _beside(frame: Frame, select: str) -> str:
    alias = frame.build.alias()
    frame.joins.append(f"LEFT JOIN LATERAL ({select}) {alias} ON true")
    return f"{alias}.j"


def one_select(child: Frame, conditions: list[str], selection: Selection, more: str = "", also: str = "") -> str:
    """The SELECT of at most one object; `also` adds columns, `more` what stands after WHERE."""
    inner = object_sql(child, selection)
    where = " AND ".join(conditions)
    return f"SELECT {inner} AS j{also} FROM {child.table} {child.row} {child.tables} WHERE {where}{more}"


def _to_one(frame: Frame, member: ToOne, selected: Selected) -> str:
    child = frame.reach(BY_WORD[member.to])
    conditions = linked(frame, member, child)
    more = f" ORDER BY {frame.sql(member.latest, child.row)} LIMIT 1" if member.latest else ""
    return _beside(frame, one_select(child, conditions, selected.below, more))


def any_sql(frame: Frame, selected: Selected, words: tuple[str, ...], type_sql: str, id_sql: str) -> str:
    """The JSON of a row whose type stands beside its id. Types that the caller may not read are left empty."""
    cases = []
    for word in words:
        target = BY_WORD[word]
        if not frame.build.admits(target):
            continue
        child = frame.reach(target)
        conditions = [*seen(child), f"{child.row}.id = {id_sql}"]
        cases.append(f"WHEN '{word}' THEN ({one_select(child, conditions, selected.below)})")
    return f"CASE {type_sql} {' '.join(cases)} END" if cases else "NULL::json"


def _rows(frame: Frame, member: Rows, selected: Selected) -> str:
    frame.documents.update(member.documents)
    cell, inner = _cell(frame, member.shape, selected)
    if member.between:
        source = replace(frame, names=span_of(frame, selected)).sql(member.sql)
    else:
        source = frame.at(moment_of(frame.build, selected) if member.past else None).value(member)
    order = cell.sql(member.order)
    listed = f"COALESCE(json_agg({inner} ORDER BY {order}), '[]'::json)"
    return _beside(frame, f"SELECT {listed} AS j FROM ({source}) {cell.row} {cell.tables}")


def _cell(frame: Frame, shape: Shape, selected: Selected) -> tuple[Frame, str]:
    """A frame over a computed row, and the row's JSON object."""
    cell = Frame(frame.build, None, frame.build.alias())
    fields = {field.graphql_name: field for field in shape.fields}
    pairs = [
        (asked.key, f"'{shape.name}'" if asked.name == "__typename" else member_sql(cell, fields[asked.name], asked))
        for asked in selected.below.fields(shape.name)
    ]
    return cell, json_object(pairs)


def can_sql(build: Build, member: Can, selected: Selected, frame: Frame) -> str:
    """What the caller may do: constants, since roles and scopes are part of what a statement is compiled for."""
    assert frame.entity is not None
    name = can_type_name(frame.entity)
    pairs = []
    for asked in selected.below.fields(name):
        if asked.name == "__typename":
            pairs.append((asked.key, f"'{name}'"))
        else:
            verbs = {camel(verb): action for verb, action in member.actions.items()}
            pairs.append((asked.key, "true" if allows(build.principal, verbs[asked.name]) else "false"))
    return json_object(pairs)


def can_type_name(entity: Entity) -> str:
    """The GraphQL name of the type of `viewerCan`."""
    return f"{entity.name}ViewerCan"
