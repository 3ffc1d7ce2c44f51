"""What a PATCH of a group says of its members, as a change and never as a list.

So that one member more in a group of thousands costs one row: the library would have to be given all of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from scim2_models import InvalidFilterException, InvalidValueException, PatchOp, PatchOperation
from scim2_models.path import CompareOperator, Comparison, FilterNode, LogicalExpr, LogicalOperator, ValuePath

from api.scim.resources import Group
from api.scim.shaping import member_ids
from domain.tenancy.roster import Roster

Operation = PatchOperation[Group]


def taken_apart(operations: Sequence[Operation]) -> tuple[Roster, list[Operation]]:
    """The change of members that operations ask for, and the operations on all else."""
    roster, rest = Roster(), []
    for operation in operations:
        if operation.path is None:
            members, others = _in_value(operation)
            if others is not None:
                rest.append(others)
            if members is not None:
                roster = _written(roster, operation, members)
        elif _names_members(operation):
            roster = _changed(roster, operation)
        else:
            rest.append(operation)
    return roster, rest


def _names_members(operation: Operation) -> bool:
    assert operation.path is not None
    binding = operation.path.resolve()
    return binding is not None and binding.field_name == "members"


def _in_value(operation: Operation) -> tuple[Any, Operation | None]:
    """What an operation without path says of members, and the operation without that."""
    value = operation.value
    if not isinstance(value, dict):
        return None, operation
    named = [name for name in value if name.lower().rpartition(":")[2] == "members"]
    if not named:
        return None, operation
    others = {name: item for name, item in value.items() if name not in named}
    members = value[named[0]]
    return ([] if members is None else members), operation.model_copy(update={"value": others}) if others else None


def _changed(roster: Roster, operation: Operation) -> Roster:
    node = _value_path(operation)
    if node is None:
        if operation.op != PatchOperation.Op.remove:
            return _written(roster, operation, operation.value)
        return Roster(emptied=True) if operation.value is None else roster.removing(_ids(operation.value))
    if operation.op != PatchOperation.Op.remove or node.sub_attr is not None:
        raise InvalidValueException(detail="who is in a group is added or removed, and not changed")
    return roster.removing(member_ids(_named(node.val_filter)))


def _value_path(operation: Operation) -> ValuePath | None:
    assert operation.path is not None
    found = operation.path.ast
    if isinstance(found, ValuePath):
        return found
    binding = operation.path.resolve()
    if binding is not None and binding.sub_field_name is not None:
        raise InvalidValueException(detail="who is in a group is added or removed, and not changed")
    return None


def _written(roster: Roster, operation: Operation, value: Any) -> Roster:
    ids = _ids(value)
    return roster.adding(ids) if operation.op == PatchOperation.Op.add else Roster.of(ids)


def _ids(value: Any) -> list[Any]:
    entries = value if isinstance(value, list) else [] if value is None else [value]
    if not all(isinstance(entry, dict) and "value" in entry for entry in entries):
        raise InvalidValueException(detail='members are objects that name a user: {"value": "member_…"}')
    return list(member_ids(entry["value"] for entry in entries))


def _named(node: FilterNode) -> list[Any]:
    """The ids that a filter of members names: `value eq "…"`, one or several joined by `or`."""
    match node:
        case Comparison() if node.op == CompareOperator.eq and node.attr_path.attr.lower() == "value":
            return [node.value]
        case LogicalExpr() if node.op == LogicalOperator.or_:
            return [value for term in node.terms for value in _named(term)]
    raise InvalidFilterException(detail='members are chosen by their id alone: members[value eq "member_…"]')


def whole(operations: Sequence[Operation]) -> PatchOp[Group]:
    """Operations as a patch again."""
    return PatchOp[Group](operations=list(operations))
