"""Rules about data: what the licence does not allow, one source for most of it, persons without a basis."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Final
from uuid import UUID

from domain.calendars.working_days import local_day
from domain.risks.monitoring.chapters.resources import DataFacts, DriftFacts
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


def drift(facts: Facts, parameters: Parameters, now: datetime) -> Findings:
    """Data no longer look like those that were learnt from: in the last two readings, of the worst indicator.

    Source: the usual limits of the population stability index, 0.1 and 0.25 (Siddiqi, *Credit Risk Scorecards*, 2006).
    """
    found: dict[UUID, tuple[Decimal, DriftFacts]] = {}
    for one in facts.drifts:
        if one.former is None:
            continue
        lower = min(one.latest, one.former)
        if lower * 100 >= parameters["info_hundredths"] and lower > found.get(one.resource_id, (Decimal(-1), one))[0]:
            found[one.resource_id] = lower, one
    findings = {}
    for resource, (lower, one) in found.items():
        grave = lower * 100 >= parameters["warning_hundredths"]
        limit = Decimal(parameters["warning_hundredths" if grave else "info_hundredths"]) / 100
        findings[resource] = Finding(
            Severity.WARNING if grave else Severity.INFO,
            {
                "index": f"{one.latest:.3f}",
                "former": f"{one.former:.3f}",
                "limit": str(limit),
                "indicator": one.title,
            },
        )
    return findings


DRIFT = Rule(
    code="data.drift",
    subject_type="resource",
    evaluate=drift,
    severities=(Severity.INFO, Severity.WARNING),
    parameters={
        "info_hundredths": Parameter(
            10,
            1,
            1_000,
            Texts("hundredths of the index from which it is told", "指数达到多少（百分之一）时提示"),
            at_most="warning_hundredths",
        ),
        "warning_hundredths": Parameter(
            25, 1, 1_000, Texts("hundredths of the index from which it warns", "指数达到多少（百分之一）时警告")
        ),
    },
    name=Texts(en="Data drift", zh_cn="数据漂移"),
    condition=Texts(
        en="The population stability index of data was at least 0.1 in the last two readings; warning from 0.25.",
        zh_cn="最近两次读数中，数据的群体稳定性指数均不低于 0.1；达到 0.25 为警告。",
    ),
    summary=Texts(
        en="“{title}” has drifted from what was learnt from: “{indicator}” says {index}, and {former} before (limit "
        "{limit}).",
        zh_cn="“{title}”已偏离训练时的分布：“{indicator}”为 {index}，上次为 {former}（上限 {limit}）。",
    ),
    advice=Texts(
        en="Find what has changed where the data come from, evaluate the model on the new data, and train it anew if "
        "need be.",
        zh_cn="请查明数据来源的变化，用新数据评估模型，必要时重新训练。",
    ),
)

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

RULES = (LICENCE_MISMATCH, SINGLE_SOURCE, PROCESSING_UNASSESSED, DRIFT)
