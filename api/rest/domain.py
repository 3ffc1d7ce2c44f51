"""The domain over REST, made from the graph's types and the commands: what is declared there has operations here.

A command that creates a type is `POST` on its collection, `update_<type>` is `PATCH`, `archive_<type>` is `DELETE`,
and every other command whose input names `<type>_id` is a verb of one: `POST …/alerts/{id}/acknowledge`. What names
no object by its id is a verb of the collection: `POST …/rules/configure`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from api.rest.compiled import Compiled
from api.rest.operation import Operation
from api.rest.resource import Resource
from api.rest.schemas import entity_schema
from domain.kernel.commands import COMMANDS, Command
from graph.language import Entity
from graph.registry import BY_WORD, CONTEXTS

ADMINISTERED: Final = frozenset(
    {
        *("tenant", "member", "invitation", "service_account", "api_key"),
        *("webhook_endpoint", "channel", "delivery", "delivery_replay", "audit_entry"),
        *("identity_provider", "domain"),
    }
)
"""Types that modules of their own show: `members.py`, `webhooks.py` and so on."""

_VERBS: Final = {
    "vote_on_review": "vote",
    "turn_feedback_into_risk": "into-risk",
    "turn_feedback_into_task": "into-task",
    "turn_user_feedback_into_need": "into-need",
    "turn_user_feedback_into_risk": "into-risk",
    "turn_user_feedback_into_task": "into-task",
    "set_review_participants": "participants",
    "record_readings": "readings",
    "record_drift": "drift",
    "record_compute_use": "uses",
    "add_issue_action": "actions",
    "judge_action_effect": "judge-effect",
    "apply_risk_templates": "risk-templates",
    "apply_obligation_templates": "obligation-templates",
    "apply_playbook": "apply-playbook",
    "override_health": "override-health",
    "end_health_override": "end-health-override",
    "set_current_baseline": "set-current",
}
"""Verbs whose name does not follow from the command's."""


_TAGS: Final = {"tenancy": "Members", "catalogue_entries": "Catalogue"}
"""Chapters of the reference whose name is not the context's."""

_OF_COLLECTIONS: Final = {
    "configure_rule": ("rule", "configure"),
    "try_rule": ("rule", "try"),
    "set_notification_preference": ("notification_preference", "set"),
    "set_escalation_policy": ("escalation_policy", "set"),
}
"""Commands that are about no object whose id is known: the type on whose collection they act, and the verb."""


def operations() -> list[Operation]:
    """All that can be asked of the domain, context by context."""
    return [operation for entity in domain_entities() for operation in _of(entity)]


def domain_entities() -> Iterator[Entity]:
    """The types that have a collection here."""
    return (entity for entity in BY_WORD.values() if entity.word not in ADMINISTERED and entity.listed)


def resource_of(entity: Entity) -> Resource:
    """The collection of a type."""
    return Resource(
        path=entity.plural.replace("_", "-"),
        noun=entity.singular.replace("_", " "),
        nouns=entity.plural.replace("_", " "),
        tag=_tag(entity),
        prefix=entity.prefix,
        reader=Compiled(entity.word),
        schema=entity_schema(entity),
        filters=entity,
        read_action=entity.needs,
        created=entity.word,
        versioned="version" in entity.columns.c,
    )


def _of(entity: Entity) -> Iterator[Operation]:
    resource = resource_of(entity)
    words = entity.plural.replace("_", " ")
    yield resource.lists(f"List {words}: filtered by `field[operator]=`, ordered by `sort=`, cut to `fields=`.")
    yield resource.reads()
    for command in COMMANDS.values():
        match role_of(command, entity):
            case "create":
                yield resource.creates(command)
            case "update":
                yield resource.changes(command)
            case "archive":
                yield resource.archives(command)
            case str() as verb:
                yield resource.verb(command, verb)
            case None if _OF_COLLECTIONS.get(command.name, ("",))[0] == entity.word:
                yield resource.acts(command, _OF_COLLECTIONS[command.name][1])


def role_of(command: Command, entity: Entity) -> str | None:
    """What a command is to a type: `create`, `update`, `archive`, a verb, or nothing."""
    word = entity.word
    if command.creates:
        return (
            "create"
            if next(iter(command.returns)) == word
            else _VERBS.get(command.name)
            if _names(command, word)
            else None
        )
    if command.name in (f"update_{word}", f"archive_{word}"):
        return command.name.partition("_")[0]
    if command.name == f"restore_{word}":
        return "restore"
    if _names(command, word):
        return _VERBS.get(command.name, command.name.removesuffix(f"_{word}"))
    return None


def _names(command: Command, word: str) -> bool:
    """Whether the command is about one object of the type: the first thing that its input names."""
    fields = [name for name in command.input.model_fields if name != "expected_version"]
    return fields[:1] == [f"{word}_id"]


def _tag(entity: Entity) -> str:
    context = next(context for context in CONTEXTS if entity in context.ENTITIES).__name__.rpartition(".")[2]
    return _TAGS.get(context) or context.capitalize()
