"""The eight key figures of the first page."""

from __future__ import annotations

from decimal import Decimal

from domain.reviews.pages.language import Language
from domain.reviews.pages.page import Figure, Figures, Tone
from domain.reviews.pages.sections.parts import slip
from domain.reviews.shape.content import ReportContent
from domain.reviews.shape.plan import ReportedMilestone

_LOW_INDEX = Decimal("0.9")
_SHORT_RUNWAY = 3
_SOME_RUNWAY = 6


def key_figures(report: ReportContent, language: Language) -> Figures:
    """Dates, forecast, progress, criteria, cost, runway, risks."""
    milestone = report["milestone"]
    own = (
        _progress(report, language)
        if milestone is None
        else [
            _due(milestone, language),
            _p80(milestone, language),
            _chance(milestone, language),
            _complete(milestone, language),
            _criteria(report, language),
        ]
    )
    return Figures([*own, _cost(report, language), runway_figure(report, language), _risks(report, language)])


def _progress(report: ReportContent, language: Language) -> list[Figure]:
    lines = [one for one in report["milestones"] if one["status"] != "cancelled"]
    done = sum(one["status"] == "done" for one in lines)
    late = sum(
        one["p80_on"] is not None and one["due_on"] is not None and one["p80_on"] > one["due_on"] for one in lines
    )
    note = language.say("late_note", count=late)
    name, value = language.say("milestones_done"), language.say("of", part=done, whole=len(lines))
    return [Figure(name, value, note, Tone.FAIR if late else Tone.PLAIN)]


def _missing(language: Language, name: str, why: str) -> Figure:
    return Figure(language.say(name), language.say("not_known"), language.say(why), Tone.UNKNOWN)


def _due(milestone: ReportedMilestone, language: Language) -> Figure:
    due, baseline = milestone["plan"]["due_on"], milestone["baseline"]["due_on"]
    if due is None:
        return _missing(language, "due_date", "no_due_date")
    late = milestone["slip_working_days"] or 0
    if baseline is None:
        note = language.say("no_baseline")
    else:
        note = language.say(
            "baseline_slip", day=language.day(baseline), slip=slip(language, milestone["slip_working_days"])
        )
    return Figure(
        language.say("due_date"), language.day(due), note.rstrip(", ，"), Tone.FAIR if late > 0 else Tone.PLAIN
    )


def _p80(milestone: ReportedMilestone, language: Language) -> Figure:
    forecast, due = milestone["forecast"], milestone["plan"]["due_on"]
    if forecast is None:
        return _missing(language, "p80_finish", "no_forecast")
    tone = Tone.PLAIN if due is None else Tone.GOOD if forecast["p80_on"] <= due else Tone.FAIR
    if due is not None and forecast["p50_on"] > due:
        tone = Tone.BAD
    note = language.say("p50_note", day=language.day(forecast["p50_on"]))
    return Figure(language.say("p80_finish"), language.day(forecast["p80_on"]), note, tone)


def _chance(milestone: ReportedMilestone, language: Language) -> Figure:
    forecast = milestone["forecast"]
    if forecast is None:
        return _missing(language, "chance_of_due", "no_forecast")
    if forecast["probability_of_due_date"] is None:
        return _missing(language, "chance_of_due", "no_due_date")
    then = forecast["previous"]
    note = ""
    if then is not None and then["probability_of_due_date"] is not None:
        note = language.say(
            "was_then", value=language.share(then["probability_of_due_date"]), day=language.day(then["as_of"])
        )
    return Figure(language.say("chance_of_due"), language.share(forecast["probability_of_due_date"]), note)


def _complete(milestone: ReportedMilestone, language: Language) -> Figure:
    planned = next((one["planned_percent"] for one in reversed(milestone["burn_up"])), None)
    note = "" if planned is None else language.say("planned_percent", value=language.percent(planned))
    return Figure(language.say("complete"), language.percent(milestone["percent_complete"]), note)


def _criteria(report: ReportContent, language: Language) -> Figure:
    if not report["criteria"]:
        return _missing(language, "must_criteria", "no_criteria")
    must = [one for one in report["criteria"] if one["kind"] == "must"]
    results = [one["result"] for one in must]
    met, fail = results.count("pass"), results.count("fail")
    note = language.say("criteria_note", fail=fail, open=len(must) - met - fail)
    tone = Tone.GOOD if met == len(must) else Tone.BAD
    return Figure(language.say("must_criteria"), language.say("of", part=met, whole=len(must)), note, tone)


def _cost(report: ReportContent, language: Language) -> Figure:
    value = report["earned_value"]
    if value is None or (value["cpi"] is None and value["spi_t"] is None):
        return _missing(language, "cost_efficiency", "no_earned_value")
    note = language.say("spi_t_note", value=language.number(value["spi_t"]) or language.say("not_known"))
    indexes = [Decimal(index) for index in (value["cpi"], value["spi_t"]) if index is not None]
    tone = Tone.FAIR if min(indexes) < _LOW_INDEX else Tone.PLAIN
    told = language.number(value["cpi"]) or language.say("not_known")
    return Figure(language.say("cost_efficiency"), told, note, tone)


def runway_figure(report: ReportContent, language: Language) -> Figure:
    """How long the cash lasts."""
    runway = report["runway"]
    if runway is None or runway["state"] == "unknown":
        return _missing(language, "runway", "no_runway")
    out = runway["cash_out_committed_on"]
    note = language.say("cash_out_note", day=language.day(out)) if out else ""
    if runway["months"] is None:
        tone = Tone.FAIR if out else Tone.GOOD
        return Figure(language.say("runway"), language.code(runway["state"]), note, tone)
    months = Decimal(runway["months"])
    tone = Tone.BAD if months < _SHORT_RUNWAY else Tone.FAIR if months < _SOME_RUNWAY else Tone.PLAIN
    return Figure(
        language.say("runway"), language.say("months", count=language.number(runway["months"], 1)), note, tone
    )


def _risks(report: ReportContent, language: Language) -> Figure:
    levels = report["risks"]["by_level"]
    grave = levels["critical"] + levels["high"]
    exposure = report["risks"]["exposure"]
    open_risks = sum(levels[name] for name in ("low", "medium", "high", "critical", "not_assessed"))
    note = (
        language.say("open_risks_note", count=open_risks)
        if exposure is None
        else language.say("exposure_note", value=language.money(exposure["p80"]))
    )
    tone = Tone.BAD if levels["critical"] else Tone.FAIR if grave else Tone.PLAIN
    return Figure(language.say("grave_risks"), f"{levels['critical']} / {levels['high']}", note, tone)
