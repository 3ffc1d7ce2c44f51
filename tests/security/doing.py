"""Each command with an input that it takes, by GraphQL and by REST, in an order in which all of them can be done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

import httpx

from api.graphql.mutations import BY_NAME
from api.rest.routes import all_operations
from domain.kernel.commands import COMMANDS
from graph.language import camel
from tests.security.places import Ids, as_rest, fitting, mutation_input

TWICE = ("set_escalation_policy", "configure_rule", "set_risk_appetite", "create_user_feedback")
"""What makes something the first time and changes it the second, or is needed once more by what follows."""

OUT_OF_THE_WAY = ("archive_roadmap",)
"""What goes first, since there may be only one that is not archived."""

_FIRST = (
    "create_venture", "create_milestone", "create_risk", "create_resource", "create_team", "add_member",
    "create_phase", "create_task", "add_response", "add_criterion", "create_indicator", "request_acceptance",
    "record_occurrence", "set_review_participants", "vote_on_review", "decide_review",
)  # fmt: skip
"""What others need, the most needed first."""

_LAST = ("restore_member",)
"""What can only be done once another has been, whatever is declared first."""

NOTHING_MOVES = sha256(b"[[],[]]").hexdigest()
"""The mark of a preview in which nothing moves."""

_ANY_TEXT = ("title", "name", "description", "body", "note")


def in_order() -> list[str]:
    """All commands: what makes something, what changes it, what takes it away and back; some of them twice."""
    names = sorted(COMMANDS, key=_rank)
    endings = [name for name in names if _ends(name)]
    return [*OUT_OF_THE_WAY, *(name for name in names if not _ends(name)), *TWICE, *endings]


def _rank(name: str) -> tuple[int, int]:
    if name in _FIRST:
        return 0, _FIRST.index(name)
    if name in _LAST:
        return 4, 0
    if COMMANDS[name].creates:
        return 1, 0
    return (3 if _ends(name) else 2), list(COMMANDS).index(name)


def _ends(name: str) -> bool:
    return name.startswith(("archive_", "restore_", "revoke_")) or name == "turn_user_feedback_into_need"


def fitted(name: str, own: Ids, first: Ids, now: datetime, turn: int) -> dict[str, Any]:
    """An input for a command as GraphQL takes it. `own` are ids of what is newest, `first` of what was there."""
    mutation = camel(name)
    kind = mutation_input(mutation)
    given = fitting(mutation, own)
    if name.startswith("update_"):
        given |= {text: "changed" for text in _ANY_TEXT[:2] if text in kind.fields} or {
            text: "changed" for text in _ANY_TEXT if text in kind.fields
        }
    return given | _special(own, first, now, turn).get(name, {})


def _special(own: Ids, first: Ids, now: datetime, turn: int) -> Mapping[str, dict[str, Any]]:
    day, yesterday = (now + timedelta(days=60)).date().isoformat(), (now - timedelta(days=1)).isoformat()
    return {
        "add_criterion": {"metric": "users", "target": "1", "direction": "AT_LEAST", "unit": "users"},
        "add_dependency": {"predecessorId": first["milestone"]},
        "add_task_dependency": {"predecessorId": first["task"]},
        "add_role_holder": {"personId": own["person"]},
        "add_risk_cause": {"riskId": first["risk"], "followsId": own["risk"]},
        "add_risk_comment": {"mentionIds": [own["member"]]},
        "add_venture_regime": {"regime": "eu_ai_act"},
        "apply_obligation_templates": {"regime": "gdpr"},
        "update_obligation_evidence": {"text": "changed"},
        "create_lesson": {"riskIds": [], "reviewIds": []},
        "apply_playbook": {"code": "customer_service_company"},
        "create_playbook": {"risks": [{"title": "Unpaid", "category": "funding"}]},
        "apply_risk_templates": {"codes": ["data_drifts"]},
        "apply_template": {"template": "ai_delivery_line"},
        "reschedule_milestone": {"byWorkingDays": 0, "preview": NOTHING_MOVES},
        "approve_acceptance": {"acceptanceId": first["acceptance"]},
        "archive_baseline": {"id": first["baseline"]},
        "restore_baseline": {"id": first["baseline"]},
        "configure_rule": {"code": "risk.level_critical", "enabled": turn == 0},
        "create_cash_balance": {"balanceOn": yesterday[:10]},
        "create_channel": {"kind": "SLACK", "url": "https://hooks.slack.com/services/T0000000/B0000000/abcdefgh"},
        "create_acquisition": {"status": "IDENTIFIED", "statusOn": yesterday[:10]},
        "move_acquisition": {"movedOn": yesterday[:10]},
        "create_catalogue_entry": {"code": "of_our_own"},
        "create_compute_pool": {"resourceId": first.get("technology_resource")},
        "create_competitor_event": {"happenedOn": yesterday[:10]},
        "decide_candidate_field": {"decision": "CHOSEN", "reason": "The need is loud."},
        "update_competitor_share": {"source": "changed"},
        "update_factor_score": {"evidence": "changed"},
        "create_exchange_rate": {"fromCurrency": "EUR", "toCurrency": "USD", "rateOn": yesterday[:10]},
        "create_funding_round": {"status": "PLANNED", "closedOn": None},
        "update_funding_round": {"name": "changed"},
        "create_investment": {"committedOn": yesterday[:10], "receivedOn": None, "acquisitionId": None},
        "update_investment": {"amount": "7"},
        "update_exchange_rate": {"rate": "7"},
        "create_loan": {"interestOnlyMonths": 0},
        "create_cost": {"spentOn": yesterday[:10]},
        "create_data_source": {"resourceId": first.get("data_resource")},
        "create_indicator": {"riskId": own["risk"]},
        "create_receipt": {"receivedOn": yesterday[:10]},
        "create_research": {"heldOn": yesterday[:10]},
        "create_user_feedback": {"receivedOn": yesterday[:10]},
        "create_domain": {"name": "told.example"},
        "create_identity_provider": {"issuer": own.get("issuer", "http://127.0.0.1:9")},
        "create_risk_category": {"names": [{"locale": "en", "name": "Of our own"}]},
        "create_rule": {"expression": "risk.score >= 5"},
        "create_sheet_import": {"entity": "risk", "columns": []},
        "create_silence": {"until": f"{day}T00:00:00Z"},
        "create_talent_source": {"resourceId": first.get("talent_resource")},
        "create_team": {"ventureId": own["venture"]},
        "create_technology": {"resourceId": first.get("technology_resource")},
        "create_webhook_endpoint": {"url": "https://hooks.example.com/milepost"},
        "decide_review": {"conditions": [{"title": "Sign the partner"}]},
        "feed_criterion": {"indicatorId": own["indicator"]},
        "import_readings": {"csv": f"at,value\n{(now - timedelta(days=3)).date()},0.9\n"},
        "preview_payload": {"eventType": "risk.updated", "subjectId": own["risk"]},
        "record_compute_use": {"uses": [{"usedOn": yesterday[:10], "hours": "3"}]},
        "record_criterion": {"criterionId": first["criterion"], "value": "2"},
        "record_drift": {
            "at": f"{(now - timedelta(days=5)).date()}T0{turn % 10}:00:00Z",
            "reference": ["1", "1"],
            "present": ["1", "2"],
        },
        "record_readings": {"readings": [{"at": yesterday, "value": "0.8"}]},
        "replay_deliveries": {"since": yesterday, "endpointId": own["webhook_endpoint"], "channelId": None},
        "retry_channel": {"since": yesterday},
        "request_acceptance": {"expiresOn": (now + timedelta(days=30)).date().isoformat()},
        "meet_condition": {"conditionId": first["condition"]},
        "set_review_participants": {"participants": [{"memberId": own["member"], "role": "OBSERVER"}]},
        "turn_feedback_into_risk": {"category": "legal"},
        "turn_feedback_into_task": {"feedbackId": first["feedback"]},
        "turn_user_feedback_into_need": {"severity": 3},
        "turn_user_feedback_into_task": {"userFeedbackId": first["user_feedback"]},
        "set_escalation_policy": {"afterHours": 12 + turn},
        "set_notification_preference": {"digestHour": 7, "quietFrom": "22:00", "quietTo": "07:00"},
        "set_risk_appetite": {"amount": str(1_000 + turn), "ventureId": own["venture"]},
        "snooze_alert": {"until": f"{day}T00:00:00Z"},
        "update_allocation": {"amount": "7"},
        "update_person_skill": {"level": 2 + turn},
        "update_role_holder": {"share": 40 + turn},
        "update_compute_pool": {"vendor": "changed"},
        "update_data_source": {"origin": "changed"},
        "update_talent_source": {"partner": "changed"},
        "update_technology": {"provider": "changed"},
        "update_dependency": {"lagDays": 3},
        "update_task_dependency": {"lagDays": 3},
        "update_cash_balance": {"amount": "7"},
        "update_customer_revenue": {"amount": "7"},
        "update_need_mention": {"quote": "changed"},
        "update_roadmap": {"vision": "changed"},
        "update_risk_category": {"names": [{"locale": "en", "name": "Changed"}]},
        "update_risk_comment": {"mentionIds": []},
        "update_risk_milestone": {"slipDays": "5"},
        "withdraw_acceptance": {"acceptanceId": first["acceptance"]},
    }


@dataclass(frozen=True)
class Caller:
    """Somebody with a key who does things by GraphQL or by REST."""

    client: httpx.AsyncClient
    key: str
    channel: str

    async def do(self, name: str, given: Mapping[str, Any], own: Ids) -> str:
        """Do it; the refusal in its own words, empty where there is none."""
        return await (self._by_graphql(name, given) if self.channel == "graphql" else self._by_rest(name, given, own))

    async def _by_graphql(self, name: str, given: Mapping[str, Any]) -> str:
        mutation = camel(name)
        text = (
            f"mutation($i: {mutation_input(mutation).name}!) {{ {mutation}(input: $i) {{ userErrors {{ message }} }} }}"
        )
        answer = await self.ask("POST", "/graphql", {"query": text, "variables": {"i": given}})
        told = answer.json()
        wrong = told.get("errors") or told["data"][mutation]["userErrors"]
        return "; ".join(str(error["message"]) for error in wrong)

    async def _by_rest(self, name: str, given: Mapping[str, Any], own: Ids) -> str:
        operation = next(operation for operation in all_operations() if operation.id == name)
        mutation = camel(name)
        body = as_rest(given, mutation_input(mutation), BY_NAME[mutation].input)
        (id, *_) = [body.get(field, "") for field in operation.from_path if field != "expected_version"] or [""]
        sent = {field: value for field, value in body.items() if field not in operation.from_path}
        path = operation.path.format(tenant_id=own["tenant"], id=id)
        answer = await self.ask(operation.method, path, sent if operation.body is not None else None)
        return "" if answer.status_code < 300 else answer.text

    async def ask(self, method: str, path: str, body: Any = None) -> httpx.Response:
        """One request."""
        headers = {"Authorization": f"Bearer {self.key}"}
        return await self.client.request(method, path, json=body, headers=headers)
