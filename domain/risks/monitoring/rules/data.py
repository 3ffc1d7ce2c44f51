"""Rules about data: what the licence does not allow, one source for most of it, persons without a basis."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Final
from uuid import UUID

from domain.calendars.working_days import local_day
from domain.risks.monitoring.chapters.resources import DataFacts
from domain.risks.monitoring.facts import Facts
from domain.risks.monitoring.finding import Finding, Severity
from domain.risks.monitoring.rules.resource import ends_of_uses, in_use, running_uses
from domain.risks.monitoring.rules.rule import Findings, Parameter, Parameters, Rule, first_difference
from domain.risks.monitoring.rules.texts import Texts

PURPOSES: Final = ("training", "commercial", "redistribution")
"""What licences of data allow or not, the gravest first."""


def licence_mismatch(facts: Facts, parameters: Parameters, now: datetime) -> Findings:
    """Data are used for what their licence does not allow. Where nobody has looked, nothing is said."""
    used: dict[UUID, set[str]] = {}
    for use in running_uses(facts, local_day(now, facts.zone)):
        used.setdefault(use.resource_id, set()).add(use.purpose)
    findings = {}
    for source in facts.data_sources:
        allowed = (source.allows_training, source.allows_commercial, source.allows_redistribution)
        refused = [purpose for purpose, may in zip(PURPOSES, allowed, strict=True) if may is False]
        wrong = [purpose for purpose in refused if purpose in used.get(source.resource_id, ())]
        if wrong:
            findings[source.resource_id] = Finding(
                Severity.CRITICAL, {"purpose": wrong[0], "purposes": ", ".join(wrong)}
            )
    return findings


def licence_mismatch_next(facts: Facts, parameters: Parameters, now: datetime) -> datetime | None:
    """The next day on which such a use begins or ends."""
    return first_difference(licence_mismatch, facts, parameters, now, ends_of_uses(facts))


def single_source(facts: Facts, parameters: Parameters, now: datetime) -> Findings:
    """Most of the data that models are trained on come from one source that others own.

    Sizes count where all of them are known in one unit; one source alone is all of it, whatever its size.
    """
    uses = running_uses(facts, local_day(now, facts.zone))
    trained = {use.resource_id for use in uses if use.purpose == "training"}
    sources = [source for source in facts.data_sources if source.resource_id in trained]
    findings = {}
    for source, share in _shares(sources):
        if source.channel != "self_collected" and share > parameters["percent"]:
            findings[source.resource_id] = Finding(
                Severity.WARNING, {"share": f"{share:.0f}", "percent": parameters["percent"], "sources": len(sources)}
            )
    return findings


def _shares(sources: list[DataFacts]) -> list[tuple[DataFacts, Decimal]]:
    """The sources with their percent of all the data; none where that cannot be said."""
    if len(sources) == 1:
        return [(sources[0], Decimal(100))]
    sizes = [source.size for source in sources if source.size is not None]
    total = sum(sizes, Decimal(0))
    if len(sizes) < len(sources) or not total or len({(source.unit or "").casefold() for source in sources}) > 1:
        return []
    return [(source, size * 100 / total) for source, size in zip(sources, sizes, strict=True)]


def single_source_next(facts: Facts, parameters: Parameters, now: datetime) -> datetime | None:
    """The next day on which data begin or cease to be trained on."""
    return first_difference(single_source, facts, parameters, now, ends_of_uses(facts))


def processing_unassessed(facts: Facts, parameters: Parameters, now: datetime) -> Findings:
    """Personal data are in use, and nobody has said on which basis."""
    used = in_use(facts, local_day(now, facts.zone))
    return {
        source.resource_id: Finding(Severity.CRITICAL, {})
        for source in facts.data_sources
        if source.personal_data and source.consent_basis is None and source.resource_id in used
    }


def processing_unassessed_next(facts: Facts, parameters: Parameters, now: datetime) -> datetime | None:
    """The next day on which such data begin or cease to be used."""
    return first_difference(processing_unassessed, facts, parameters, now, ends_of_uses(facts))


LICENCE_MISMATCH = Rule(
    code="data.licence_mismatch",
    subject_type="resource",
    evaluate=licence_mismatch,
    next_change=licence_mismatch_next,
    severities=(Severity.CRITICAL,),
    name=Texts(en="Use against the licence of data", zh_cn="数据使用违反许可"),
    condition=Texts(
        en="Data are used for training, commercially or passed on, and their licence does not allow that.",
        zh_cn="数据被用于训练、商业用途或再分发，而其许可不允许。",
    ),
    summary=Texts(
        en="“{title}” is used for what its licence does not allow: {purpose}.",
        zh_cn="“{title}”被用于其许可不允许的用途：{purpose}。",
    ),
    advice=Texts(
        en="Stop that use, get a licence that allows it, or find other data.",
        zh_cn="请停止该用途、取得允许该用途的许可，或改用其他数据。",
    ),
)

SINGLE_SOURCE = Rule(
    code="data.single_source",
    subject_type="resource",
    evaluate=single_source,
    next_change=single_source_next,
    parameters={"percent": Parameter(70, 1, 99, Texts("percent of the training data", "占训练数据的百分比"))},
    name=Texts(en="One source for most training data", zh_cn="训练数据来源单一"),
    condition=Texts(
        en="More than 70 % of the data that models are trained on come from one source that others own.",
        zh_cn="超过 70% 的训练数据来自同一个非自有来源。",
    ),
    summary=Texts(
        en="{share} % of the training data come from “{title}”, which others own.",
        zh_cn="{share}% 的训练数据来自非自有来源“{title}”。",
    ),
    advice=Texts(
        en="Win a second source, collect data of your own, or secure this one by a longer contract.",
        zh_cn="请争取第二来源、自行采集数据，或以更长合同锁定该来源。",
    ),
)

PROCESSING_UNASSESSED = Rule(
    code="compliance.processing_unassessed",
    subject_type="resource",
    evaluate=processing_unassessed,
    next_change=processing_unassessed_next,
    severities=(Severity.CRITICAL,),
    name=Texts(en="Personal data without a basis", zh_cn="个人数据缺少处理依据"),
    condition=Texts(
        en="Personal data are in use, and no basis of their processing is recorded.",
        zh_cn="个人数据正在使用，但未记录处理的合法性依据。",
    ),
    summary=Texts(
        en="“{title}” holds personal data and is in use, and no basis of its processing is recorded.",
        zh_cn="“{title}”包含个人数据且正在使用，但未记录处理的合法性依据。",
    ),
    advice=Texts(
        en="Assess the processing and record its basis, or stop using these data.",
        zh_cn="请评估该处理并记录其依据，或停止使用这些数据。",
    ),
)

RULES = (LICENCE_MISMATCH, SINGLE_SOURCE, PROCESSING_UNASSESSED)
