"""The published timelines of an alert: hold and keep, gaps, outages, edits of the rule. Minutes."""

from dataclasses import dataclass

import pytest

from domain.risks.monitoring.alert import ResolvedReason, State
from domain.risks.monitoring.failures import HEALTHY, failed
from tests.domain.risks.monitoring.story import Story, at


@dataclass(frozen=True)
class Timeline:
    name: str
    hold: float
    keep: float
    steps: str
    states: str
    events: list[tuple[float, str]]


TIMELINES = [
    Timeline(
        "1", 10, 0, "0T 5T 9T 10T 11T 12F", "pending pending pending firing firing none",
        [(10, "fired"), (12, "resolved")],
    ),
    Timeline("2", 10, 0, "0T 5F 6T 10T 15T 16T", "pending none pending pending pending firing", [(16, "fired")]),
    Timeline(
        "3", 10, 5, "0T 10T 20F 24T 26F 30F 31F", "pending firing clearing firing clearing clearing none",
        [(10, "fired"), (31, "resolved")],
    ),
    Timeline("4", 0, 0, "0T 1F 2T", "firing none firing", [(0, "fired"), (1, "resolved"), (2, "fired")]),
    Timeline("5", 10, 5, "0T 25T 40F 50F", "pending firing clearing none", [(25, "fired"), (50, "resolved")]),
    Timeline("6", 10, 5, "0T@0 5T@0 65T@0", "pending pending firing", [(65, "fired")]),
    Timeline("6b", 10, 5, "0T@0 5T@0 65T@62 72T@62", "pending pending pending firing", [(72, "fired")]),
    Timeline("7", 10, 5, "0T 10T 80F@30", "pending firing none", [(10, "fired"), (80, "resolved")]),
    Timeline("7b", 10, 5, "0T 10T 80F@78 83F@78", "pending firing clearing none", [(10, "fired"), (83, "resolved")]),
    Timeline("7c", 10, 5, "0T 10T 80T@60", "pending firing firing", [(10, "fired")]),
    Timeline("8", 10, 5, "0T 10T 20F 80F", "pending firing clearing none", [(10, "fired"), (80, "resolved")]),
    Timeline(
        "9", 10, 5, "0T 5E 10T 15E 20F 24E 25F", "pending pending firing firing clearing clearing none",
        [(10, "fired"), (25, "resolved")],
    ),
    Timeline("10", 10, 0, "0T 10T 10T 7F 11T", "pending firing firing firing firing", [(10, "fired")]),
    Timeline(
        "12", 10, 5, "0T 10T 12C 14T 16C", "pending firing firing firing firing",
        [(10, "fired"), (12, "escalated:severity")],
    ),
    Timeline(
        "18", 0, 5, "0T 10F 15F 16T", "firing clearing none firing", [(0, "fired"), (15, "resolved"), (16, "fired")],
    ),
    Timeline("21: a day is 1,440 minutes", 1440, 0, "0T 1439T 1440T", "pending pending firing", [(1440, "fired")]),
]  # fmt: skip


@pytest.mark.parametrize("told", TIMELINES, ids=lambda told: told.name)
def test_timeline(told: Timeline) -> None:
    story = Story(told.hold, told.keep)
    states = []
    for step in told.steps.split():
        states.append(story.run(step).state)
    assert states == told.states.split()
    assert story.events == told.events


def test_an_outage_is_filled_from_the_data() -> None:
    story = Story(10, 5).run("0T 10T 80F@30")
    assert story.alert is not None
    assert (story.alert.resolved_at, story.alert.cleared_at) == (at(80), at(30))
    late = Story(10, 5).run("0T@0 5T@0 65T@0")
    assert late.alert is not None
    assert (late.alert.since, late.alert.fired_at) == (at(0), at(65))


def test_a_resolved_alert_is_followed_by_a_new_one() -> None:
    story = Story().run("0T 1F")
    assert story.opened == 1
    assert story.run("2T").opened == 2
    assert story.alert is not None
    assert story.alert.revision == 1


def test_a_rule_enabled_lately_counts_from_there() -> None:
    assert Story(10, enabled_at=15).run("100T@20").events == [(100, "fired")]
    story = Story(10, enabled_at=95).run("100T@20")
    assert story.state == "pending"
    assert story.run("105T@20").events == [(105, "fired")]


def test_a_longer_hold_sends_a_young_alert_back_to_pending() -> None:
    story = Story(10).run("0T 10T")
    story.change_rule(12, present=True, hold=30)
    assert story.events == [(10, "fired"), (12, "resolved")]
    assert story.state == "pending"
    assert story.run("13T 29T").state == "pending"
    assert story.run("30T").events[2:] == [(30, "fired")]
    assert story.opened == 2


def test_a_longer_hold_leaves_an_alert_that_is_old_enough() -> None:
    story = Story(10).run("0T 10T 44T")
    story.change_rule(45, present=True, hold=30)
    assert (story.state, story.events) == ("firing", [(10, "fired")])


def test_a_longer_hold_measures_from_when_the_data_say_it_began() -> None:
    story = Story(10).run("0T 10T 80T@60")
    story.change_rule(85, present=True, since=60, hold=30)
    assert story.state == "pending"
    assert story.alert is not None
    assert story.alert.since == at(60)


def test_a_changed_condition_that_is_absent_resolves_without_keep() -> None:
    story = Story(10, 5).run("0T 10T")
    story.change_rule(12, present=False)
    assert story.events == [(10, "fired"), (12, "resolved")]
    assert story.alert is not None
    assert story.alert.resolved_reason is ResolvedReason.RULE_CHANGED


def test_a_shorter_hold_fires_at_once_what_is_old_enough() -> None:
    story = Story(30).run("0T")
    story.change_rule(12, present=True, hold=10)
    assert story.events == [(12, "fired")]
    young = Story(30).run("0T")
    young.change_rule(5, present=True, hold=10)
    assert young.run("9T").state == "pending"
    assert young.run("10T").events == [(10, "fired")]


def test_an_edit_at_the_moment_of_an_evaluation_still_counts() -> None:
    story = Story(10).run("0T 10T")
    story.change_rule(10, present=False)
    assert story.events == [(10, "fired"), (10, "resolved")]


def test_disabling_the_rule_resolves_and_enabling_it_counts_anew() -> None:
    story = Story(10).run("0T@0 10T@0")
    story.close(12, ResolvedReason.RULE_DISABLED)
    story.enabled_at = 20
    assert story.run("21T@0").state == "pending"
    assert story.run("30T@0").events == [(10, "fired"), (12, "resolved"), (30, "fired")]


def test_archiving_the_subject_resolves_and_its_return_counts_anew() -> None:
    story = Story(10).run("0T@0 10T@0")
    story.close(12, ResolvedReason.SUBJECT_ARCHIVED)
    assert story.alert is not None
    assert story.alert.resolved_reason is ResolvedReason.SUBJECT_ARCHIVED
    story.surround(subject_active_since=at(40))
    assert story.run("41T@0").state == "pending"
    assert story.run("50T@0").events[2:] == [(50, "fired")]


def test_archiving_while_pending_leaves_nothing() -> None:
    story = Story(10).run("0T")
    story.close(5, ResolvedReason.SUBJECT_ARCHIVED)
    assert (story.alert, story.events) == (None, [])
    story.surround(subject_active_since=at(6))
    assert story.run("7T 16T").state == "pending"
    assert story.run("17T").events == [(17, "fired")]


def test_a_late_evaluation_opens_nothing_where_the_last_is_known() -> None:
    from domain.risks.monitoring import lifecycle
    from domain.risks.monitoring.finding import Finding, Severity

    story = Story()
    late = lifecycle.evaluate(
        None, Finding(Severity.INFO, {}), at(7), story.times, story.around, last_evaluated_at=at(10)
    )
    assert not late.accepted
    assert late.alert is None


def test_the_third_failure_in_a_row_is_told_once_and_success_forgets() -> None:
    health, told = HEALTHY, []
    for minute in range(5):
        health, tell = failed(health, "boom", at(minute))
        told.append(tell)
    assert told == [False, False, True, False, False]
    assert (health.failures, health.failing_since, health.error) == (5, at(0), "boom")
    assert [failed(HEALTHY, "again", at(9)).tell] == [False]


def test_the_timeline_names_every_step() -> None:
    story = Story(10, 5).run("0T 10T 12C 14T 20F 22T 30F 35F")
    assert story.timeline == [
        (0, "pending"), (10, "fired"), (12, "severity_raised"), (14, "severity_changed"), (20, "clearing"),
        (22, "returned"), (30, "clearing"), (35, "resolved"),
    ]  # fmt: skip
    assert story.revisions == [1, 2, 3]
    assert story.alert is not None
    assert story.alert.state is State.RESOLVED


@pytest.mark.parametrize(
    ("steps", "due"),
    [("0T", 10), ("0T 5T@3", 13), ("0T 10T 20F", 25), ("0T 5F", None), ("0T 10T 20F 25F", None)],
)
def test_next_look_is_when_time_alone_changes_something(steps: str, due: float | None) -> None:
    assert Story(10, 5).run(steps).next_look(30) == due
