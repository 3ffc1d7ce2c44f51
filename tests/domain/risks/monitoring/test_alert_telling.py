"""Who is told what, and when: silences, acceptance, inhibition, escalation, reminders. Minutes, or hours where said."""

import pytest

from domain.risks.monitoring.alert import Withheld
from domain.risks.monitoring.finding import Severity
from domain.risks.monitoring.inhibition import MUTED_BY, is_inhibited, muted_by, strongest_first
from domain.risks.monitoring.lifecycle import NotFiring
from domain.risks.monitoring.silences import start_of_new
from tests.domain.risks.monitoring.story import Story, at, silence

HOUR = 60
DAY = 24 * HOUR


def silenced(*silences: object, hold: float = 10) -> Story:
    story = Story(hold)
    story.surround(silences=silences)
    return story


def test_s1_what_fired_in_a_silence_is_told_at_its_end_with_its_own_time() -> None:
    story = silenced(silence(8, 30)).run("0T 10T 20T 29T")
    assert (story.state, story.events) == ("firing", [])
    assert story.alert is not None
    assert story.alert.withheld is Withheld.SILENCED
    assert story.next_look(29) == 30
    assert story.run("30T").events == [(30, "fired")]
    assert story.alert.fired_at == at(10)
    assert story.timeline == [(0, "pending"), (10, "fired"), (30, "told")]


def test_s2_what_came_and_went_in_a_silence_is_never_told() -> None:
    assert silenced(silence(8, 30)).run("0T 10T 20F 30F 40F").events == []


def test_s3_resolved_goes_through_a_silence_where_fired_was_told() -> None:
    assert silenced(silence(8, 30), hold=0).run("0T 10T 20F").events == [(0, "fired"), (20, "resolved")]


def test_s4_a_silence_made_longer_or_shorter() -> None:
    story = silenced(silence(8, 30)).run("0T 10T 25T")
    story.surround(silences=(silence(8, 50),))
    assert story.run("30T 49T 50T").events == [(50, "fired")]
    story = silenced(silence(8, 30)).run("0T 10T")
    story.surround(silences=())
    story.look_again(22)
    assert story.events == [(22, "fired")]


def test_s5_a_second_silence_takes_over() -> None:
    story = silenced(silence(8, 30), silence(25, 40)).run("0T 10T 30T")
    assert story.next_look(30) == 40
    assert story.run("40T").events == [(40, "fired")]


def test_s6_a_silence_of_the_mild_ends_when_it_turns_grave() -> None:
    story = silenced(silence(8, 30, severity_at_most=Severity.WARNING)).run("0T 10T 15C")
    assert story.events == [(15, "fired")]
    assert story.alert is not None
    assert story.alert.told_severity is Severity.CRITICAL


def test_s7_a_silence_is_half_open() -> None:
    assert silenced(silence(8, 30), hold=0).run("8T").events == []
    assert silenced(silence(8, 30), hold=0).run("30T").events == [(30, "fired")]


def test_s8_a_silence_never_begins_in_the_past() -> None:
    assert start_of_new(at(8), at(12)) == at(12)
    assert start_of_new(None, at(12)) == at(12)
    assert start_of_new(at(20), at(12)) == at(20)


@pytest.mark.parametrize(
    ("matchers", "matches"),
    [
        ({}, True),
        ({"rule": "risk.level_critical"}, True),
        ({"rule": "risk.no_owner"}, False),
        ({"category": "risk"}, True),
        ({"category": "market"}, True),
        ({"category": "milestone"}, False),
        ({"severity_at_most": Severity.INFO}, False),
        ({"subject_type": "milestone"}, False),
        ({"rule": "risk.level_critical", "category": "data"}, False),
    ],
)
def test_all_matchers_of_a_silence_must_hold(matchers: dict[str, object], matches: bool) -> None:
    assert (silenced(silence(0, 9, **matchers), hold=0).run("1W").events == []) is matches


def test_an_acceptance_silences_until_it_lapses() -> None:
    story = Story()
    story.surround(accepted_until=at(30))
    assert story.run("0C").events == []
    assert story.alert is not None
    assert story.alert.withheld is Withheld.ACCEPTED
    assert story.next_look(0) == 30
    assert story.run("30C").events == [(30, "fired")]


def test_an_inhibited_alert_is_told_when_the_stronger_one_has_gone() -> None:
    story = Story()
    story.surround(inhibited=True)
    assert story.run("0T 5T").events == []
    assert story.alert is not None
    assert story.alert.withheld is Withheld.INHIBITED
    assert story.next_look(5) is None
    story.surround(inhibited=False)
    story.look_again(7)
    assert story.events == [(7, "fired")]
    story.surround(inhibited=True)
    assert story.run("9F").events == [(7, "fired"), (9, "resolved")]


def test_what_mutes_what() -> None:
    assert is_inhibited("indicator.trend", {"indicator.critical"})
    assert is_inhibited("risk.above_target", {"risk.level_critical", "risk.no_owner"})
    assert not is_inhibited("risk.level_critical", {"risk.above_target"})
    assert not is_inhibited("milestone.forecast_late", set())
    assert muted_by("risk.level_critical") == {"risk.level_raised", "risk.above_target"}
    ordered = strongest_first([*MUTED_BY, "risk.level_critical", "milestone.overdue", "indicator.critical"])
    for weaker, stronger in MUTED_BY.items():
        assert all(ordered.index(rule) < ordered.index(weaker) for rule in stronger)


def test_a_severity_that_rose_in_a_silence_is_told_at_its_end_if_it_still_holds() -> None:
    story = silenced(silence(5, 30), hold=0).run("0W 10C 30C")
    assert story.events == [(0, "fired"), (30, "escalated:severity")]
    fell = silenced(silence(5, 30), hold=0).run("0W 10C 20W 30W")
    assert fell.events == [(0, "fired")]
    assert fell.run("40C").events == [(0, "fired"), (40, "escalated:severity")]


def hours(story: Story, *marks: tuple[float, str]) -> Story:
    for hour, sign in marks:
        story.run(f"{hour * HOUR}{sign}")
    return story


def in_hours(story: Story) -> list[tuple[float, str]]:
    return [(minute / HOUR, name) for minute, name in story.events]


def every_hour(first: int, last: int, sign: str) -> list[tuple[float, str]]:
    return [(hour, sign) for hour in range(first, last + 1)]


def test_a_critical_alert_nobody_takes_goes_to_the_owner_and_then_to_the_admins_once() -> None:
    story = hours(Story(), *every_hour(0, 40, "C"))
    assert in_hours(story) == [(0, "fired"), (4, "escalated:owner"), (8, "escalated:admins")]


def test_a_warning_has_a_day() -> None:
    story = hours(Story(), *every_hour(0, 60, "W"))
    assert in_hours(story) == [(0, "fired"), (24, "escalated:owner"), (48, "escalated:admins")]


def test_who_acknowledges_in_time_is_left_in_peace() -> None:
    story = hours(Story(), (0, "C"))
    story.acknowledge(3 * HOUR)
    assert in_hours(hours(story, *every_hour(4, 30, "C"))) == [(0, "fired"), (3, "acknowledged")]


def test_an_acknowledgement_between_the_steps_stops_the_second() -> None:
    story = hours(Story(), *every_hour(0, 4, "C"))
    story.acknowledge(5 * HOUR)
    hours(story, *every_hour(6, 30, "C"))
    assert in_hours(story) == [(0, "fired"), (4, "escalated:owner"), (5, "acknowledged")]


def test_an_acknowledgement_does_not_outlive_a_rise_in_severity() -> None:
    story = hours(Story(), (0, "W"))
    story.acknowledge(3 * HOUR)
    hours(story, *every_hour(6, 30, "C"))
    assert in_hours(story)[2:] == [(6, "escalated:severity"), (10, "escalated:owner"), (14, "escalated:admins")]
    assert (6 * HOUR, "unacknowledged") in story.timeline


def test_an_acknowledgement_outlives_a_return_to_the_known_peak() -> None:
    story = Story().run("0C")
    story.acknowledge(1)
    story.run("2W 3C")
    assert story.alert is not None
    assert story.alert.acknowledged_at == at(1)
    assert [kind for _, kind in story.timeline][2:] == ["severity_changed", "severity_changed"]


def test_a_rise_in_severity_never_gives_more_time() -> None:
    assert in_hours(hours(Story(), *every_hour(0, 22, "W"), *every_hour(23, 25, "C")))[1:] == [
        (23, "escalated:severity"),
        (24, "escalated:owner"),
    ]


def test_taking_an_acknowledgement_back_starts_the_clock() -> None:
    story = hours(Story(), (0, "C"))
    story.acknowledge(3 * HOUR)
    story.unacknowledge(7 * HOUR)
    assert in_hours(hours(story, *every_hour(8, 12, "C")))[2:] == [(11, "escalated:owner")]


def test_steps_held_back_by_a_silence_keep_their_dates() -> None:
    story = silenced(silence(3 * HOUR, 6 * HOUR), hold=0)
    hours(story, *every_hour(0, 20, "C"))
    assert in_hours(story) == [(0, "fired"), (6, "escalated:owner"), (8, "escalated:admins")]


def test_after_an_outage_one_step_is_taken_at_each_look() -> None:
    story = hours(Story(), (0, "C"), (9, "C"))
    assert in_hours(story) == [(0, "fired"), (9, "escalated:owner")]
    assert (story.next_look(9 * HOUR) or 0) < 9 * HOUR
    story.look_again(9 * HOUR)
    assert len(story.events) == 2
    assert in_hours(hours(story, (9.1, "C")))[2:] == [(9.1, "escalated:admins")]


def test_what_is_resolved_at_the_limit_is_not_escalated() -> None:
    assert in_hours(hours(Story(), (0, "C"), (4, "F"))) == [(0, "fired"), (4, "resolved")]


def test_patience_begins_when_somebody_could_know() -> None:
    story = silenced(silence(0, 30 * HOUR), hold=0)
    hours(story, *every_hour(0, 34, "C"))
    assert in_hours(story) == [(30, "fired"), (34, "escalated:owner")]


def test_a_reminder_comes_every_seven_days_until_somebody_acknowledges() -> None:
    story = Story().run("0W")
    story.run("".join(f" {day * DAY}W" for day in range(1, 16)))
    assert [(m / DAY, name) for m, name in story.events if name == "reminder"] == [(7, "reminder"), (14, "reminder")]
    story.acknowledge(16 * DAY)
    assert story.next_look(16 * DAY) is None
    story.run(f"{30 * DAY}W")
    assert story.events[-1] == (16 * DAY, "acknowledged")


def test_missed_reminders_are_one_reminder_and_keep_their_dates() -> None:
    story = Story().run("0I")
    story.run(f"{1 * DAY}I {2 * DAY}I {23 * DAY}I")
    assert [name for _, name in story.events].count("reminder") == 1
    assert story.next_look(23 * DAY) == 28 * DAY


def test_only_a_firing_alert_can_be_acknowledged_and_twice_is_once() -> None:
    story = Story(10).run("0T")
    with pytest.raises(NotFiring, match="pending"):
        story.acknowledge(1)
    story.run("10T")
    story.acknowledge(11)
    story.acknowledge(12)
    assert story.events == [(10, "fired"), (11, "acknowledged")]
    assert story.alert is not None
    assert story.alert.acknowledged_at == at(11)
    story.unacknowledge(13)
    story.unacknowledge(14)
    assert [name for _, name in story.timeline].count("unacknowledged") == 1
    story.run("15F")
    with pytest.raises(NotFiring, match="resolved"):
        story.unacknowledge(16)


def test_an_acknowledgement_under_a_silence_is_kept_and_not_told() -> None:
    story = silenced(silence(5, 30), hold=0).run("0C 6C")
    story.acknowledge(7)
    assert story.events == [(0, "fired")]
    assert story.alert is not None
    assert story.alert.acknowledged_at == at(7)


def test_flapping_is_told_once_an_hour_with_its_count_and_once_at_the_end() -> None:
    story = hours(Story(), (0, "T"), (1, "F"), (2, "T"), (3, "F"))
    assert in_hours(story) == [(0, "fired"), (1, "resolved"), (2, "fired"), (3, "resolved:flapping")]
    hours(story, (3.2, "T"), (3.5, "F"), (3.9, "T"))
    assert len(story.events) == 4
    assert story.alert is not None
    assert story.alert.withheld is Withheld.FLAPPING
    assert story.next_look(3.9 * HOUR) == 4 * HOUR
    hours(story, (4, "T"))
    assert in_hours(story)[4:] == [(4, "flapping")]
    assert len(story.flapping.changes) == 7
    assert story.next_look(4 * HOUR) == 27.5 * HOUR
    hours(story, (10, "T"), (25.5, "T"))
    assert story.flapping.on
    assert len(story.flapping.changes) == 5
    hours(story, (27.5, "T"))
    assert not story.flapping.on
    assert in_hours(story)[5:] == [(27.5, "fired"), (27.5, "flapping")]
    assert story.revisions[-3:] == [1, 2, 3]


def test_flapping_that_ends_resolved_is_closed_by_one_event() -> None:
    story = hours(Story(), (0, "T"), (1, "F"), (2, "T"), (3, "F"), (3.2, "T"), (3.5, "F"), (4, "F"))
    assert in_hours(story)[4:] == [(4, "flapping")]
    assert story.next_look(4 * HOUR) == 27.2 * HOUR
    assert in_hours(hours(story, (27.2, "F")))[5:] == [(27.2, "flapping")]
    assert story.next_look(27.2 * HOUR) is None


def test_flapping_under_a_silence_tells_nothing() -> None:
    story = silenced(silence(0, 100 * HOUR), hold=0)
    hours(story, (0, "T"), (1, "F"), (2, "T"), (3, "F"), (3.2, "T"), (5, "T"), (40, "T"))
    assert story.events == []


def test_what_was_told_is_resolved_though_it_flaps() -> None:
    story = hours(Story(), (0, "T"), (10, "F"), (11, "T"), (24.5, "F"), (24.6, "T"))
    assert in_hours(story)[-1] == (24.6, "fired:flapping")
    assert in_hours(hours(story, (24.7, "F")))[-1] == (24.7, "resolved")
    hours(story, (24.8, "T"), (24.9, "F"))
    assert in_hours(story)[-1] == (24.7, "resolved")
    assert in_hours(hours(story, (25.6, "F")))[-1] == (25.6, "flapping")
