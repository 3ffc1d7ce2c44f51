"""Documents that ask for each known field once: what random ones seldom meet, such as a sum over rows of one caller."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from graphql import GraphQLObjectType, GraphQLSchema, get_named_type, is_leaf_type

from tests.graph.differing.declared import TYPES
from tests.graph.differing.knowing import Known
from tests.graph.differing.writing import Written


def each_field(schema: GraphQLSchema, readable: Callable[[str], bool]) -> Iterator[Written]:
    """One document for the fields of each list's rows, one more for each list of theirs; at present and in the past."""
    known = Known(schema)
    query = schema.query_type
    assert query is not None
    for root, declared in query.fields.items():
        name = get_named_type(declared.type).name.removesuffix("Connection")
        listed = "first" in declared.args
        if name not in TYPES or not (listed or root == "tenant") or not readable(name):
            continue
        for asked in _selections(schema, known, name, readable):
            rows = f"totalCount nodes {{ {asked} }}" if listed else asked
            for given in ("", '(asOf: "-P1D")') if "asOf" in declared.args else ("",):
                yield Written(f"{{ {root}{given} {{ {rows} }} }}", {}, {})


def _selections(schema: GraphQLSchema, known: Known, name: str, readable: Callable[[str], bool]) -> list[str]:
    """What is asked of a type: first all but its lists, then these one by one."""
    declared = schema.type_map[name]
    assert isinstance(declared, GraphQLObjectType)
    plain, lists = [], []
    for field, found in declared.fields.items():
        target = get_named_type(found.type)
        far = target.name.removesuffix("Connection")
        if not known.field(name, field) or (far in TYPES and not readable(far)):
            continue
        if is_leaf_type(target):
            plain.append(field)
        elif far != target.name:
            lists.append(f"{field} {{ totalCount nodes {{ id }} }}")
        elif far in TYPES or far == "Node":
            plain.append(f"{field} {{ id }}")
        else:
            plain.append(f"{field} {{ {' '.join(_selections(schema, known, far, readable))} }}")
    return [" ".join(plain), *lists]
