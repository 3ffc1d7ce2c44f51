"""Rules about resources: data that may not be used any more."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID

from domain.calendars.working_days import end_of_day, local_day, start_of_day
from domain.risks.monitoring.chapters.resources import DataUseFacts, ResourceFacts
from domain.risks.monitoring.facts import Facts
from domain.risks.monitoring.finding import Finding, Severity
from domain.risks.monitoring.rules.rule import Findings, Parameter, Parameters, Rule, first_difference
from domain.risks.monitoring.rules.texts import Texts


def in_use(facts: Facts, today: date) -> frozenset[UUID]:
    """The resources that are given to a milestone, or whose data somebody uses on this day."""
    used = {resource.id for resource in facts.resources if resource.used}
    return frozenset(used | {use.resource_id for use in running_uses(facts, today)})


def running_uses(facts: Facts, today: date) -> list[DataUseFacts]:
    """The uses of data that go on on this day."""
    return [
        use
        for use in facts.data_uses
        if (use.start_on is None or use.start_on <= today) and (use.end_on is None or use.end_on >= today)
    ]


def ends_of_uses(facts: Facts) -> list[datetime]:
    """The instants at which uses of data begin and end."""
    begun = [start_of_day(use.start_on, facts.zone) for use in facts.data_uses if use.start_on is not None]
    return begun + [end_of_day(use.end_on, facts.zone) for use in facts.data_uses if use.end_on is not None]


def _last_days(facts: Facts) -> list[tuple[ResourceFacts, date]]:
    """Data with the last day of their licence or of the basis of their processing, whichever is earlier."""
    consents = {one.resource_id: one.consent_until for one in facts.data_sources}
    found = []
    for resource in facts.resources:
        days = [day for day in (resource.expires_on, consents.get(resource.id)) if day is not None]
        if resource.kind == "data" and days:
            found.append((resource, min(days)))
    return found


def licence_expiry(facts: Facts, parameters: Parameters, now: datetime) -> Findings:
    """The licence or consent of data in use ends soon (the last day is still allowed), or has ended."""
    today = local_day(now, facts.zone)
    used = in_use(facts, today)
    findings = {}
    for resource, expires_on in _last_days(facts):
        left = (expires_on - today).days
        if resource.id not in used or left > parameters["within_days"]:
            continue
        critical = left < parameters["critical_within_days"]
        findings[resource.id] = Finding(
            Severity.CRITICAL if critical else Severity.WARNING,
            {"expires_on": expires_on.isoformat(), "days_left": left, "within_days": parameters["within_days"]},
            start_of_day(expires_on - timedelta(days=parameters["within_days"]), facts.zone),
        )
    return findings


def licence_expiry_next(facts: Facts, parameters: Parameters, now: datetime) -> datetime | None:
    """The next day on which a licence comes near its end, or critically so, or its data begin or cease to be used."""
    limits = ends_of_uses(facts)
    for _, expires_on in _last_days(facts):
        limits.append(start_of_day(expires_on - timedelta(days=parameters["within_days"]), facts.zone))
        limits.append(end_of_day(expires_on - timedelta(days=parameters["critical_within_days"]), facts.zone))
    return first_difference(licence_expiry, facts, parameters, now, limits)


LICENCE_EXPIRY = Rule(
    code="data.licence_expiry",
    subject_type="resource",
    evaluate=licence_expiry,
    next_change=licence_expiry_next,
    severities=(Severity.WARNING, Severity.CRITICAL),
    parameters={
        "within_days": Parameter(30, 1, 730, Texts("calendar days before the end", "到期前的日历日数")),
        "critical_within_days": Parameter(
            0,
            0,
            365,
            Texts(
                "fewer calendar days left than this is critical; 0: when it has ended",
                "剩余日历日少于此数为严重；0 表示到期后",
            ),
            at_most="within_days",
        ),
    },
    name=Texts(en="Data licence ends", zh_cn="数据许可到期"),
    condition=Texts(
        en="The licence or consent of data in use ends within 30 days; critical when it has ended.",
        zh_cn="使用中的数据许可或授权将在 30 天内到期；到期后为严重。",
    ),
    summary=Texts(
        en="The licence or consent of “{title}” ends on {expires_on}, and the data are in use.",
        zh_cn="“{title}”的许可或授权于 {expires_on} 到期，而数据仍在使用。",
    ),
    advice=Texts(
        en="Renew it, find other data, or stop using these before that day.",
        zh_cn="请在到期前续期、寻找替代数据，或停止使用。",
    ),
)

RULES = (LICENCE_EXPIRY,)
