"""From an event to the message that tells of it: one function for those with words of their own, one for all others.

An event is never left untold: data that are not as expected cost words, not the message.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from domain.channels.message import Fact, Language, Link, Message, Place, Tone
from domain.channels.reasons import reason_text
from domain.channels.words import WORDS, known, noun, word
from domain.health.texts import reason_text as health_reason
from domain.kernel.ids import external_id
from domain.kernel.metrics import DAILY, SPENT
from domain.risks.monitoring.registry import RULES
from domain.risks.monitoring.rules.rule import Rule

ALERT = "risk.alert."
REVIEW = "milestone.review."
HEALTH_CHANGED: Final = "venture.health_changed"
ACQUIRED: Final = "acquisition.moved"
JUDGED: Final = "positioning.judged"
DISABLED: Final = frozenset({"webhook.endpoint.disabled", "channel.disabled"})
QUOTA_REACHED: Final = "tenant.quota.reached"
ENDING: Final = "tenant.deletion_scheduled"
_TITLES = ("title", "name", "code", "key", "risk_title")
_TEXT_WORDS = ("result", "value", "score", "level", "count", "state", "error", "reason", "days_left", "expires_on")
_PLURALS: Final[Mapping[str, str]] = {
    "criterion": "criteria",
    "dependency": "dependencies",
    "task_dependency": "task-dependencies",
    "escalation_policy": "escalation-policies",
    "condition": "review-conditions",
    "participant": "review-participants",
    "feedback": "feedback-items",
    "person": "people",
    "research": "research-studies",
    "user_feedback": "user-feedback-items",
    "risk_category": "risk-categories",
    "catalogue_entry": "catalogue-entries",
    "document_manifest": "trusted-documents",
    "technology": "technologies",
}
_NOWHERE: Final = frozenset({"rule.evaluation.failing", "risk_mention.created"})
"""Events whose subject is not read by its id."""

Data = Mapping[str, Any]


def message_of(event: Any, place: Place, language: Language) -> Message:
    """The message for an event (a row of the table `event`) in a language."""
    data: Data = event.data if isinstance(event.data, dict) else {}
    tell: Callable[[Any, Data, Place, Language], Message] = _of_anything
    if event.type.startswith(ALERT):
        tell = _of_alert
    elif event.type.startswith(REVIEW):
        tell = _of_review
    elif event.type == HEALTH_CHANGED:
        tell = _of_health
    elif event.type == ACQUIRED:
        tell = _of_acquisition
    elif event.type == JUDGED:
        tell = _of_judgement
    elif event.type in DISABLED:
        tell = _of_disabled
    elif event.type == QUOTA_REACHED:
        tell = _of_quota
    elif event.type == ENDING:
        tell = _of_ending
    return tell(event, data, place, language)


def address_of(place: Place, subject_type: str, id: str) -> str:
    """Where an object is read."""
    path = _PLURALS.get(subject_type, f"{subject_type.replace('_', '-')}s")
    return f"{place.base_url}/v1/tenants/{external_id('tenant', place.tenant_id)}/{path}/{id}"


def _of_alert(event: Any, data: Data, place: Place, language: Language) -> Message:
    verb = event.type.removeprefix(ALERT)
    subject = _part(data, "subject")
    rule = RULES.get(_text(data.get("rule")))
    name = rule.name.template(language) if rule else _text(data.get("rule"))
    title = _text(subject.get("name"))
    severity = _text(data.get("severity"))
    alert = _text(data.get("alert")) or external_id("alert", event.subject_id)
    says = word(event.type, language) if event.type in WORDS else verb
    resolved = verb == "resolved"
    summary, advice = _sentences(rule, data, title, place, language)
    return Message(
        thread=alert,
        subject=f"{name}: {title}",
        heading=f"{says}: {name}" if verb != "fired" else f"{known(severity, language)}: {name}",
        tone=Tone.GOOD if resolved else _tone(severity),
        follows=verb != "fired",
        text=summary,
        advice="" if resolved else advice,
        facts=_facts(
            language,
            venture=_part(data, "venture").get("name"),
            subject=title,
            severity=known(severity, language),
            since=_moment(data.get("since"), place),
            reason=_reason(data, language),
            changes=data.get("changes"),
            by=_actor(event, place) if verb == "acknowledged" else None,
        ),
        link=Link(word("open", language), address_of(place, "alert", alert)),
        footer=_footer(event, place, language),
    )


def _sentences(rule: Rule | None, data: Data, title: str, place: Place, language: Language) -> tuple[str, str]:
    """What is wrong and what helps: in the channel's language where the rule is the product's own, else as kept."""
    evidence = data.get("evidence")
    began = _instant(data.get("since"))
    if rule is not None and isinstance(evidence, dict) and began is not None:
        day = began.astimezone(place.zone).date()
        try:
            return rule.summarise(language, title, evidence, day), rule.advise(language, title, evidence, day)
        except KeyError:
            pass  # evidence of an older version of the rule
    return _text(data.get("summary")), _text(data.get("advice"))


def _of_review(event: Any, data: Data, place: Place, language: Language) -> Message:
    milestone = _text(_part(data, "milestone").get("title")) or _named(data.get("milestone_id"), place)
    review = external_id("review", event.subject_id)
    recommendation, decision = _text(data.get("recommendation")), _text(data.get("decision"))
    answer = decision or _text(data.get("vote")) or recommendation
    reasons = data.get("reasons")
    says = word(event.type, language) if event.type in WORDS else event.type
    tones = {"go": Tone.GOOD, "conditional_go": Tone.WARNING, "hold": Tone.WARNING, "": Tone.PLAIN}
    return Message(
        thread=review,
        subject=f"{noun('milestone', language)}: {milestone}" if milestone else says,
        heading=f"{says}: {known(answer, language)}".removesuffix(": "),
        tone=Tone.PLAIN if event.type.endswith(".voted") else tones.get(answer, Tone.CRITICAL),
        follows=not event.type.endswith(".ready"),
        text=milestone,
        facts=_facts(
            language,
            venture=_named(data.get("venture_id"), place),
            recommendation=known(recommendation, language),
            decision=known(decision, language),
            reason=data.get("decision_reason") or data.get("note"),
            by=_actor(event, place) if not event.type.endswith(".ready") else None,
        ),
        items=tuple(reason_text(reason, language) for reason in reasons) if isinstance(reasons, list) else (),
        link=Link(word("open", language), address_of(place, "review", review)),
        footer=_footer(event, place, language),
    )


def _of_health(event: Any, data: Data, place: Place, language: Language) -> Message:
    venture = external_id("venture", event.subject_id)
    title, says = _named(venture, place), word(event.type, language)
    state = _text(data.get("state"))
    reasons = data.get("reasons")
    tones = {"off_track": Tone.CRITICAL, "at_risk": Tone.WARNING, "on_track": Tone.GOOD}
    return Message(
        thread=venture,
        subject=f"{says}: {title}".removesuffix(": "),
        heading=f"{says}: {known(state, language)}".removesuffix(": "),
        tone=tones.get(state, Tone.PLAIN),
        text=title,
        facts=_facts(
            language,
            former_state=known(_text(data.get("former_state")), language),
            computed_state=known(_text(data.get("computed_state")), language),
            by=_actor(event, place),
        ),
        items=tuple(health_reason(one, str(language)) for one in reasons if isinstance(one, dict))
        if isinstance(reasons, list)
        else (),
        link=Link(word("open", language), address_of(place, "venture", venture)),
        footer=_footer(event, place, language),
    )


def _of_acquisition(event: Any, data: Data, place: Place, language: Language) -> Message:
    facts = _facts(
        language,
        venture=_named(data.get("venture_id"), place),
        former_state=known(_text(data.get("former_status")), language),
        state=known(_text(data.get("status")), language),
        reason=data.get("note"),
        by=_actor(event, place),
    )
    return replace(_of_anything(event, data, place, language), facts=facts)


def _of_judgement(event: Any, data: Data, place: Place, language: Language) -> Message:
    facts = _facts(
        language,
        venture=_named(data.get("venture_id"), place),
        subject=known(_text(data.get("kind")), language),
        result=known("pass" if data.get("passed") is True else "fail", language),
        reason=data.get("note"),
        by=_actor(event, place),
    )
    return replace(_of_anything(event, data, place, language), facts=facts)


def _of_disabled(event: Any, data: Data, place: Place, language: Language) -> Message:
    subject = external_id(event.subject_type, event.subject_id)
    title = _text(data.get("name")) or _named(subject, place)
    says = word(event.type, language)
    return Message(
        thread=subject,
        subject=f"{says}: {title}".removesuffix(": "),
        heading=says,
        tone=Tone.WARNING,
        text=title,
        advice=word(f"{event.type}.advice", language),
        facts=_facts(
            language,
            reason=known(_text(data.get("reason")), language),
            since=_moment(data.get("failing_since"), place),
        ),
        link=Link(word("open", language), address_of(place, event.subject_type, subject)),
        footer=_footer(event, place, language),
    )


def _of_quota(event: Any, data: Data, place: Place, language: Language) -> Message:
    says, metric = word(event.type, language), known(_text(data.get("metric")), language)
    tenant = external_id("tenant", event.subject_id)
    share = data.get("share")
    passing = data.get("metric") in (DAILY | SPENT)
    return Message(
        thread=f"{tenant}.{_text(data.get('metric'))}",
        subject=f"{says}: {metric}",
        heading=says,
        tone=Tone.WARNING,
        text=metric,
        advice=word(f"{event.type}.{'passing_' if passing else ''}advice", language),
        facts=_facts(
            language,
            used=data.get("used"),
            limit=data.get("limit"),
            share=f"{share:.0%}" if isinstance(share, int | float) else None,
        ),
        link=Link(word("open", language), f"{place.base_url}/v1/tenants/{tenant}/quotas"),
        footer=_footer(event, place, language),
    )


def _of_ending(event: Any, data: Data, place: Place, language: Language) -> Message:
    says = word(event.type, language)
    tenant = external_id("tenant", event.subject_id)
    return Message(
        thread=tenant,
        subject=f"{says}: {place.tenant}",
        heading=says,
        tone=Tone.CRITICAL,
        text=place.tenant,
        advice=word(f"{event.type}.advice", language),
        facts=_facts(language, delete_after=_moment(data.get("delete_after"), place), by=_actor(event, place)),
        link=Link(word("open", language), f"{place.base_url}/v1/tenants/{tenant}"),
        footer=_footer(event, place, language),
    )


def _of_anything(event: Any, data: Data, place: Place, language: Language) -> Message:
    entity, _, verb = event.type.partition(".")
    if event.type in WORDS:
        says = word(event.type, language)
    else:
        says = word(verb, language, what=noun(entity, language)) if verb in WORDS else event.type
    subject = external_id(event.subject_type, event.subject_id)
    title = next((_text(data[name]) for name in _TITLES if data.get(name)), "") or _subject_name(data, subject, place)
    told = {name: known(_text(data.get(name)), language) for name in _TEXT_WORDS}
    return Message(
        thread=subject,
        subject=f"{says}: {title}" if title else says,
        heading=says,
        tone=_tone(_text(event.severity)) if event.severity else Tone.PLAIN,
        text=word("test_text", language) if event.type == "channel.test" else title,
        facts=_facts(language, venture=_named(data.get("venture_id"), place), by=_actor(event, place), **told),
        link=None
        if event.type in _NOWHERE
        else Link(word("open", language), address_of(place, event.subject_type, subject)),
        footer=_footer(event, place, language),
    )


def _subject_name(data: Data, subject: str, place: Place) -> str:
    wanted = (subject, data.get("risk_id"), data.get("milestone_id"), data.get("indicator_id"), data.get("venture_id"))
    return next((name for id in wanted if (name := _named(id, place))), "")


def _facts(language: Language, **values: Any) -> tuple[Fact, ...]:
    """Those that are there, in the order given."""
    return tuple(Fact(word(name, language), _text(value)) for name, value in values.items() if _text(value))


def _reason(data: Data, language: Language) -> str:
    """Why an alert was escalated or resolved."""
    if _text(data.get("state")) == "resolved":
        return known(_text(data.get("resolved_reason")), language)
    reason = _text(data.get("reason"))
    return known("more_severe", language) if reason == "severity" else known(reason, language)


def _footer(event: Any, place: Place, language: Language) -> str:
    return f"{word('footer', language, tenant=place.tenant)} · {place.moment(event.occurred_at)}"


def _actor(event: Any, place: Place) -> str:
    return _named(event.actor.get("id"), place) if isinstance(event.actor, dict) else ""


def _named(id: Any, place: Place) -> str:
    return place.names.get(id, "") if isinstance(id, str) else ""


def _part(data: Data, name: str) -> Data:
    found = data.get(name)
    return found if isinstance(found, dict) else {}


def _text(value: Any) -> str:
    return "" if value is None or isinstance(value, dict | list | bool) else str(value)


def _tone(severity: str) -> Tone:
    return Tone(severity) if severity in ("critical", "warning", "info") else Tone.PLAIN


def _instant(value: Any) -> datetime | None:
    try:
        return datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _moment(value: Any, place: Place) -> str:
    at = _instant(value)
    return "" if at is None or at.tzinfo is None else place.moment(at)


def ids_named(events: Iterable[Any]) -> set[str]:
    """The external ids in events whose names a message may tell: people, and what the event is about."""
    found: set[str] = set()
    for event in events:
        data = event.data if isinstance(event.data, dict) else {}
        actor = event.actor if isinstance(event.actor, dict) else {}
        wanted = (actor.get("id"), *(data.get(f"{name}_id") for name in ("venture", "milestone", "risk", "indicator")))
        found.update(id for id in wanted if isinstance(id, str))
        found.add(external_id(event.subject_type, event.subject_id))
    return found
