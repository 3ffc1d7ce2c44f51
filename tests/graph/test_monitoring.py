"""A screen of settings has all that it needs: every rule with its texts, limits and what the tenant has set."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

import domain.commands  # noqa: F401  # every command is known
from domain.kernel.principal import Principal
from domain.kernel.runtime import Runtime
from domain.risks.monitoring.custom_facts import FACTS
from domain.risks.monitoring.registry import RULES
from tests.conftest import TestTenant
from tests.domain.commanding import Caller
from tests.graph.conftest import Reader

RULE_FIELDS = """code category subjectType names conditions advice severities defaultHoldSeconds defaultKeepSeconds
    holdSeconds keepSeconds severity enabled shadowSince settingId settingVersion failures lastError"""


async def rules(read: Reader) -> dict[str, dict[str, Any]]:
    answer = await read(f"{{ tenant {{ builtInRules {{ {RULE_FIELDS} }} }} }}")
    return {rule["code"]: rule for rule in answer["tenant"]["builtInRules"]}


async def test_every_built_in_rule_is_shown_with_its_texts_in_both_languages(read: Reader) -> None:
    shown = await rules(read)
    assert list(shown) == list(RULES)
    for code, rule in RULES.items():
        one = shown[code]
        assert one["names"] == {"en": rule.name.en, "zh-CN": rule.name.zh_cn}
        assert one["conditions"]["zh-CN"] == rule.condition.zh_cn
        assert one["severities"] == [severity.upper() for severity in rule.severities]
        assert one["defaultHoldSeconds"] == one["holdSeconds"] == rule.hold.total_seconds()
        assert (one["enabled"], one["settingId"], one["failures"], one["lastError"]) == (True, None, 0, None)


async def test_what_the_tenant_has_set_stands_beside_the_default(
    runtime: Runtime, tenant: TestTenant, reader_of: Callable[[Principal], Reader]
) -> None:
    caller, read = Caller(runtime, tenant.principal()), reader_of(tenant.principal())
    change = [{"name": "critical_after_days", "value": 3}]
    settings = {"hold_seconds": 60, "severity": "info", "enabled": False, "shadow": True, "parameters": change}
    await caller.ask("configure_rule", code="milestone.overdue", **settings)
    shown = (await rules(read))["milestone.overdue"]
    assert (shown["holdSeconds"], shown["defaultHoldSeconds"], shown["severity"]) == (60, 0, "INFO")
    assert (shown["enabled"], shown["shadowSince"] is None) == (False, False)
    assert shown["settingId"].startswith("rule_")
    answer = await read("{ tenant { ruleParameters { rule name meanings defaultValue least most atMost value } } }")
    parameters = {(one["rule"], one["name"]): one for one in answer["tenant"]["ruleParameters"]}
    assert set(parameters) == {(rule.code, name) for rule in RULES.values() for name in rule.parameters}
    one = parameters[("milestone.overdue", "critical_after_days")]
    assert (one["value"], one["defaultValue"], one["least"], one["most"]) == (3, 10, 1, 250)
    assert parameters[("data.licence_expiry", "critical_within_days")]["atMost"] == "within_days"


async def test_the_facts_that_expressions_may_name_are_shown(read: Reader) -> None:
    answer = await read("{ tenant { ruleFacts { subjectType name type meanings } } }")
    shown = {one["name"]: one["type"] for one in answer["tenant"]["ruleFacts"]}
    assert shown == {f"{kind}.{name}": type for kind, facts in FACTS.items() for name, (type, _) in facts.items()}


@pytest.mark.parametrize("name", ["silences", "rules", "escalationPolicies"])
async def test_settings_are_lists_as_any(read: Reader, name: str) -> None:
    assert (await read(f"{{ {name} {{ totalCount }} }}"))[name]["totalCount"] == 0
