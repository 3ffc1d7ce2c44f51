"""The types of aggregates: by what each type's rows can be grouped, and what can be told of a group."""

from __future__ import annotations

from typing import Any, Final

from graphql import GraphQLInt

from graph.aggregates import DEFAULT_GROUPS, MOST_GROUPS, MOST_KEYS
from graph.grouping import FUNCTIONS, group_keys, key_relations, measured, measured_kind
from graph.registry import BY_WORD
from graph.schema.making import Argument, Output, Part, fill, listed, made_enum, maybe, value_type

_WORDS: Final = {
    "sum": ("Sums", "The sum of each; null where no row has a value."),
    "avg": ("Averages", "The average of each over the rows that have a value, to six places."),
    "min": ("Smallest values", "The smallest, earliest or mildest of each."),
    "max": ("Greatest values", "The greatest, latest or gravest of each."),
}


def aggregate_part(word: str, objects: dict[str, Any]) -> Part:
    """The field `aggregate` of a type's connections."""
    entity = BY_WORD[word]
    plural = entity.plural.replace("_", " ")
    parts = [Part("count", GraphQLInt, "How many rows.")]
    arguments: list[Argument] = []
    if keys := group_keys(word):
        shown = [Part(key.graphql_name, maybe(value_type(key.kind)), key.description) for key in keys.values()]
        shown += [
            Part(name, maybe(objects[member.to]), f"{member.description} Given with its id as a key.")
            for name, (_, member) in key_relations(word).items()
        ]
        of_group = fill(
            Output(f"{entity.name}GroupKeys"), f"What the {plural} of a group share; null unless grouped by.", shown
        )
        parts.insert(0, Part("keys", of_group, "What its rows share."))
        by = made_enum(
            f"{entity.name}GroupField",
            f"By what {plural} can be grouped.",
            {key.name.upper(): (key.name, key.description) for key in keys.values()},
        )
        arguments = [
            Argument("groupBy", maybe(listed(by)), f"At most {MOST_KEYS} keys; left out: all rows are one group."),
            Argument(
                "first",
                maybe(GraphQLInt),
                f"How many groups, 1 to {MOST_GROUPS}; {DEFAULT_GROUPS} where left out. `groupCount` tells of more.",
            ),
        ]
        told = "How many groups there are, also where not all of them are given."
        parts.append(Part("groupCount", GraphQLInt, told))
    for function in FUNCTIONS:
        if fields := measured(word, function):
            title, meaning = _WORDS[function]
            values = [
                Part(name, maybe(value_type(measured_kind(field.kind, function))), field.description)
                for name, field in fields.items()
            ]
            made = fill(Output(f"{entity.name}{function.title()}"), f"{title} over {plural}.", values)
            parts.append(Part(function, made, meaning))
    group = fill(Output(f"{entity.name}Aggregate"), f"What is told of a group of {plural}.", parts)
    return Part(
        "aggregate",
        listed(group),
        "Counts, sums, averages and ends over all rows of the list, whatever its page, by groups in the order of their"
        " keys; read only when asked for.",
        arguments,
    )
