"""How the monitor is set: rules, what they can be set to, silences, and the tenant's patience."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final

from domain.risks.monitoring.custom_facts import FACTS
from domain.risks.monitoring.finding import Severity
from domain.risks.monitoring.registry import RULES
from domain.risks.rule_tables import Rule, Silence, TenantEscalation
from domain.tenancy.permissions import Action
from graph import kinds
from graph.deriving import can, columns, entity, to_one
from graph.kinds import Kind
from graph.language import Field, Rows, Shape


def _field(name: str, kind: Kind, description: str, sql: str | None = None, *, nullable: bool = False) -> Field:
    """A field that is shown and nothing else."""
    template = sql or f"{{row}}.{name}"
    return Field(
        name=name, description=description, kind=kind, sql=template, nullable=nullable, filtered=False, sorted=False
    )


def _seconds(name: str, column: str, description: str) -> Field:
    """A number of seconds as a duration."""
    sql = f"'PT' || {{row}}.{column} || 'S'"
    return Field(name=name, description=description, kind=kinds.DURATION, sql=sql, nullable=True, plain=False)


_SEEN_HEALTH: Final = "h.tenant_id = {tenant} AND ({unrestricted} OR h.venture_id = ANY({ventures}))"
"""Which health the caller may see: an error can name what its venture holds."""
_FAILURES: Final = "COALESCE(max(h.failures), 0)"
_ERROR: Final = "max(h.error)"


def _health(what: str) -> str:
    return f"(SELECT {what} FROM rule_health h WHERE {_SEEN_HEALTH} AND h.rule = {{row}}.code)"


RULE = entity(
    Rule,
    [
        columns(
            Rule,
            {
                "code": "The rule's code, such as risk.level_critical; `custom.` begins those of the tenant's own.",
                "enabled": "Whether it is evaluated.",
                "enabled_at": "When it was switched on.",
                "shadow_since": "Since when it is only tried: its alerts live, and nobody is told; empty: it tells.",
                "parameters": "The parameters that the tenant has changed, by name.",
                "hold_seconds": "The same in seconds.",
                "keep_seconds": "The same in seconds.",
                "severity": "The severity of its alerts, where the tenant has changed it.",
                "title": "What it finds; of a rule of the tenant's own.",
                "subject_type": "What it is about; of a rule of the tenant's own.",
                "expression": "When it fires, in CEL; of a rule of the tenant's own.",
                "advice": "What usually helps; of a rule of the tenant's own.",
            },
        ),
        _field(
            "failures",
            kinds.INT,
            "How many evaluations in a row have failed, where it is worst.",
            _health(_FAILURES),
        ),
        _field(
            "last_error",
            kinds.TEXT,
            "Why the last evaluation failed; empty once it succeeds.",
            _health(_ERROR),
            nullable=True,
        ),
        _seconds("hold", "hold_seconds", "How long its condition must hold before an alert fires."),
        _seconds("keep", "keep_seconds", "How long an alert stays after its condition has gone."),
        can(edit=Action.RULE_WRITE),
    ],
    order=("code",),
)

SILENCE = entity(
    Silence,
    [
        columns(
            Silence,
            {
                "rule": "Only alerts of this rule; empty: of any.",
                "category": "Only alerts of this category, of the rule or of the risk; empty: of any.",
                "subject": "The id of the one thing whose alerts are meant; empty: of any.",
                "severity_at_most": "Only alerts that are no graver than this; empty: of any.",
                "starts_at": "From when.",
                "ends_at": "Until when.",
                "reason": "Why.",
            },
        ),
        to_one(Silence, "venture_id", "venture", "Only alerts of this venture; empty: of any."),
        to_one(Silence, "created_by", "member", "The member who made it."),
        _field(
            "is_active",
            kinds.BOOL,
            "Whether it holds now.",
            "({row}.starts_at <= {now} AND {row}.ends_at > {now})",
        ),
        can(end=Action.ALERT_ACKNOWLEDGE),
    ],
    order=("-ends_at",),
)

ESCALATION_POLICY = entity(
    TenantEscalation,
    [
        columns(
            TenantEscalation,
            {
                "after_hours": "Hours without acknowledgement to each step: the venture's owner, then the admins.",
                "after_critical_hours": "The same for critical alerts.",
                "reminder_days": "Days between two reminders.",
                "acknowledgement_days": "Days after which an acknowledgement lapses that names no end; empty: never.",
            },
        ),
        can(edit=Action.RULE_WRITE),
    ],
    name="EscalationPolicy",
    plural="escalation_policies",
)


def _table(rows: list[dict[str, Any]], types: Mapping[str, str]) -> str:
    """Rows of ours as a table in SQL. Braces and quotes are those of the template and of the literal."""
    literal = json.dumps(rows, ensure_ascii=False).replace("'", "''").replace("{", "{{").replace("}", "}}")
    listed = ", ".join(f"{name} {kind}" for name, kind in types.items())
    return f"jsonb_to_recordset('{literal}'::jsonb) AS d({listed})"


_RULES: Final = _table(
    [
        {
            "position": position,
            "code": rule.code,
            "category": rule.category,
            "subject_type": rule.subject_type,
            "names": rule.name.by_locale(),
            "conditions": rule.condition.by_locale(),
            "advice": rule.advice.by_locale(),
            "severities": [severity.upper() for severity in rule.severities],
            "hold": int(rule.hold.total_seconds()),
            "keep": int(rule.keep.total_seconds()),
        }
        for position, rule in enumerate(RULES.values())
    ],
    {
        "position": "int",
        "code": "text",
        "category": "text",
        "subject_type": "text",
        "names": "jsonb",
        "conditions": "jsonb",
        "advice": "jsonb",
        "severities": "jsonb",
        "hold": "int",
        "keep": "int",
    },
)

_PARAMETERS: Final = _table(
    [
        {
            "rule": rule.code,
            "name": name,
            "meanings": parameter.meaning.by_locale(),
            "usual": parameter.default,
            "least": parameter.least,
            "most": parameter.most,
            "at_most": parameter.at_most,
        }
        for rule in RULES.values()
        for name, parameter in rule.parameters.items()
    ],
    {
        "rule": "text",
        "name": "text",
        "meanings": "jsonb",
        "usual": "int",
        "least": "int",
        "most": "int",
        "at_most": "text",
    },
)

_FACTS: Final = _table(
    [
        {"subject_type": subject, "name": f"{subject}.{name}", "type": kind, "meanings": meaning.by_locale()}
        for subject, facts in FACTS.items()
        for name, (kind, meaning) in facts.items()
    ],
    {"subject_type": "text", "name": "text", "type": "text", "meanings": "jsonb"},
)

_SETTING: Final = "LEFT JOIN rule r ON r.tenant_id = {{tenant}} AND r.code = d.{0} AND r.archived_at IS NULL"

BUILT_IN_RULE: Final = Shape(
    name="BuiltInRule",
    description="A rule that comes with the product, as it holds in the tenant.",
    fields=[
        _field("code", kinds.TEXT, "Its code."),
        _field("category", kinds.TEXT, "The first word of its code."),
        _field("subject_type", kinds.TEXT, "What it is about."),
        _field("names", kinds.JSON, "Its name by locale."),
        _field("conditions", kinds.JSON, "When it fires and how grave that is, by locale; with the usual parameters."),
        _field("advice", kinds.JSON, "What usually helps, by locale."),
        _field("severities", kinds.JSON, "The severities that its alerts can have, mildest first."),
        _field("default_hold_seconds", kinds.INT, "Its usual hold, in seconds."),
        _field("default_keep_seconds", kinds.INT, "Its usual keep, in seconds."),
        _field("hold_seconds", kinds.INT, "How long its condition must hold before an alert fires."),
        _field("keep_seconds", kinds.INT, "How long an alert stays after its condition has gone."),
        _field(
            "severity",
            kinds.enumeration(Severity, "Severity"),
            "The severity that the tenant gave its alerts; empty: its own.",
            nullable=True,
        ),
        _field("enabled", kinds.BOOL, "Whether it is evaluated."),
        _field("shadow_since", kinds.INSTANT, "Since when it is only tried; empty: it tells.", nullable=True),
        _field("setting_id", kinds.identifier("rule"), "The id of the tenant's setting, if any.", nullable=True),
        _field("setting_version", kinds.INT, "The version of that setting, for `expectedVersion`.", nullable=True),
        _field("failures", kinds.INT, "How many evaluations in a row have failed, where it is worst."),
        _field("last_error", kinds.TEXT, "Why the last evaluation failed.", nullable=True),
    ],
)

RULE_PARAMETER: Final = Shape(
    name="RuleParameter",
    description="A number in a built-in rule that the tenant can change.",
    fields=[
        _field("rule", kinds.TEXT, "Code of the rule."),
        _field("name", kinds.TEXT, "Its name."),
        _field("meanings", kinds.JSON, "What it is, with its unit, by locale."),
        _field("default_value", kinds.INT, "Its usual value."),
        _field("least", kinds.INT, "The smallest value that is taken."),
        _field("most", kinds.INT, "The largest value that is taken."),
        _field("at_most", kinds.TEXT, "The parameter of the same rule that it must not exceed.", nullable=True),
        _field("value", kinds.INT, "Its value in the tenant."),
    ],
)

RULE_FACT: Final = Shape(
    name="RuleFact",
    description="Something that a rule of the tenant's own can ask of its subject.",
    fields=[
        _field("subject_type", kinds.TEXT, "The kind of subject."),
        _field("name", kinds.TEXT, "As expressions name it."),
        _field("type", kinds.TEXT, "bool, int, double or string."),
        _field("meanings", kinds.JSON, "What it is, by locale."),
    ],
)

SETTINGS: Final = (
    Rows(
        name="built_in_rules",
        description="The rules that come with the product, as they hold in the tenant.",
        shape=BUILT_IN_RULE,
        sql=f"""SELECT d.position, d.code, d.category, d.subject_type, d.names, d.conditions, d.advice, d.severities,
            d.hold AS default_hold_seconds, d.keep AS default_keep_seconds,
            COALESCE(r.hold_seconds, d.hold) AS hold_seconds, COALESCE(r.keep_seconds, d.keep) AS keep_seconds,
            r.severity, COALESCE(r.enabled, true) AS enabled, r.shadow_since, r.id AS setting_id,
            r.version AS setting_version, COALESCE(f.failures, 0) AS failures, f.last_error
            FROM {_RULES} {_SETTING.format("code")} LEFT JOIN LATERAL (
                SELECT max(h.failures) AS failures, max(h.error) AS last_error FROM rule_health h
                WHERE {_SEEN_HEALTH} AND h.rule = d.code) f ON true""",
        order="{row}.position",
    ),
    Rows(
        name="rule_parameters",
        description="The numbers in the built-in rules that the tenant can change.",
        shape=RULE_PARAMETER,
        sql=f"""SELECT d.rule, d.name, d.meanings, d.usual AS default_value, d.least, d.most, d.at_most,
            COALESCE((r.parameters ->> d.name)::int, d.usual) AS value
            FROM {_PARAMETERS} {_SETTING.format("rule")}""",
        order="{row}.rule, {row}.name",
    ),
    Rows(
        name="rule_facts",
        description="What rules of the tenant's own can ask of their subjects.",
        shape=RULE_FACT,
        sql=f"SELECT d.subject_type, d.name, d.type, d.meanings FROM {_FACTS}",
        order="{row}.subject_type, {row}.name",
    ),
)
"""Members of the tenant: all that a screen of settings shows."""

ENTITIES = (RULE, SILENCE, ESCALATION_POLICY)
