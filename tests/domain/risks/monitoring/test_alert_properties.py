"""What holds for every life of an alert, whatever happens to it and in whatever order."""

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from domain.risks.monitoring import lifecycle
from domain.risks.monitoring.alert import AlertEvent, EventType, Outcome, ResolvedReason, State
from domain.risks.monitoring.finding import Finding, Severity
from tests.domain.risks.monitoring.story import SEVERITIES, Story, at, silence

SPOKEN = {EventType.ESCALATED, EventType.REMINDER, EventType.ACKNOWLEDGED}
LEGAL = {
    ("none", "none"), ("none", "pending"), ("none", "firing"),
    ("pending", "none"), ("pending", "pending"), ("pending", "firing"),
    ("firing", "firing"), ("firing", "clearing"), ("firing", "none"),
    ("clearing", "clearing"), ("clearing", "firing"), ("clearing", "none"),
}  # fmt: skip


class LifeOfAnAlert(RuleBasedStateMachine):
    """Any sequence of evaluations, commands and changes around one subject of one rule."""

    def __init__(self) -> None:
        super().__init__()
        self.story = Story()
        self.minute = 0.0
        self.told: list[list[AlertEvent]] = []

    @initialize(hold=st.sampled_from([0, 10]), keep=st.sampled_from([0, 5]))
    def begin(self, hold: float, keep: float) -> None:
        self.story = Story(hold, keep)

    def take(self, outcome: Outcome) -> None:
        before = self.story.state
        if outcome.opened:
            self.told.append([])
        self.story.take(outcome)
        if outcome.events:
            self.told[-1].extend(outcome.events)
        assert (before, self.story.state) in LEGAL

    @rule(
        wait=st.sampled_from([1, 4, 10, 60, 300, 1500, 12000]), sign=st.sampled_from("ITCCFFF"), ago=st.integers(0, 30)
    )
    def evaluate(self, wait: float, sign: str, ago: int) -> None:
        self.minute += wait
        now, story = at(self.minute), self.story
        finding = None if sign == "F" else Finding(SEVERITIES[sign], {}, at(self.minute - ago) if ago % 3 else None)
        self.take(lifecycle.evaluate(story.alert, finding, now, story.times, story.around, story.flapping))
        kept = story.alert, story.flapping
        for sooner in (0, 1):
            again = lifecycle.evaluate(
                story.alert, finding, at(self.minute - sooner), story.times, story.around, story.flapping,
                last_evaluated_at=now,
            )  # fmt: skip
            assert (again.alert, again.flapping) == kept
            assert (again.accepted, again.events, again.transitions) == (False, (), ())

    @precondition(lambda self: self.story.state in ("firing", "clearing"))
    @rule(back=st.booleans())
    def acknowledge(self, back: bool) -> None:
        act = lifecycle.unacknowledge if back else lifecycle.acknowledge
        assert self.story.alert is not None
        self.take(act(self.story.alert, at(self.minute), self.story.around, self.story.flapping))

    @rule(length=st.sampled_from([0, 5, 600]), inhibited=st.booleans(), most=st.sampled_from([None, Severity.WARNING]))
    def surround(self, length: float, inhibited: bool, most: Severity | None) -> None:
        quiet = silence(self.minute, self.minute + length, severity_at_most=most)
        self.story.surround(silences=(quiet,), inhibited=inhibited)
        if self.story.alert is not None:
            self.take(lifecycle.look_again(self.story.alert, at(self.minute), self.story.around, self.story.flapping))

    @rule(hold=st.sampled_from([0, 10, 100]), present=st.booleans())
    def change_rule(self, hold: float, present: bool) -> None:
        story = self.story
        story.hold = hold
        finding = Finding(Severity.WARNING, {}) if present else None
        for outcome in lifecycle.rule_changed(
            story.alert, finding, at(self.minute), story.times, story.around, story.flapping
        ):
            self.take(outcome)

    @rule(reason=st.sampled_from([ResolvedReason.RULE_DISABLED, ResolvedReason.SUBJECT_ARCHIVED]))
    def close(self, reason: ResolvedReason) -> None:
        story = self.story
        self.take(lifecycle.close(story.alert, reason, at(self.minute), story.around, story.flapping))
        assert story.state == "none"

    @invariant()
    def each_alert_is_told_as_fired_then_resolved_without_gaps(self) -> None:
        for events in self.told:
            assert [event.revision for event in events] == list(range(1, len(events) + 1))
            types = [event.type for event in events if event.type is not EventType.FLAPPING]
            assert types.count(EventType.FIRED) <= 1
            assert types.count(EventType.RESOLVED) <= 1
            if types:
                assert types[0] is EventType.FIRED
                assert EventType.RESOLVED not in types[:-1]
                assert set(types[1:-1]) <= SPOKEN
            levels = [event.level for event in events if event.level]
            assert levels == ["owner", "admins"][: len(levels)]

    @invariant()
    def never_two_are_told_as_firing(self) -> None:
        told = [event.type for events in self.told for event in events]
        turns = [kind for kind in told if kind in (EventType.FIRED, EventType.RESOLVED)]
        assert turns == [EventType.FIRED, EventType.RESOLVED] * (len(turns) // 2) + [EventType.FIRED] * (len(turns) % 2)

    @invariant()
    def what_is_kept_makes_sense(self) -> None:
        alert = self.story.alert
        if alert is None:
            return
        assert alert.peak_severity.rank >= alert.severity.rank
        assert (alert.state is State.PENDING) == (alert.fired_at is None)
        assert (alert.state is State.RESOLVED) == (alert.resolved_at is not None)
        assert alert.since <= alert.evaluated_at <= at(self.minute)
        if alert.state is State.RESOLVED:
            assert alert.told_state is not State.FIRING
        if alert.state is State.FIRING and alert.withheld is None:
            assert alert.told_state is State.FIRING
            assert alert.told_severity is not None
            assert alert.told_severity.rank >= alert.severity.rank


LifeOfAnAlert.TestCase.settings = settings(max_examples=120, stateful_step_count=40, deadline=None)
TestLifeOfAnAlert = LifeOfAnAlert.TestCase


def fired_and_resolved(truth: Sequence[bool], hold: int, keep: int) -> list[tuple[float, str]]:
    """A model that knows no states: looks at the last minutes, one look a minute."""
    events: list[tuple[float, str]] = []
    firing = False
    for minute in range(len(truth)):
        if not firing and minute >= hold and all(truth[minute - hold : minute + 1]):
            firing = True
            events.append((minute, "fired"))
        elif firing and minute >= keep and not any(truth[minute - keep : minute + 1]):
            firing = False
            events.append((minute, "resolved"))
    return events


@given(st.lists(st.booleans(), max_size=30), st.integers(0, 4), st.integers(0, 4))
def test_one_look_a_minute_agrees_with_a_model_without_states(truth: list[bool], hold: int, keep: int) -> None:
    story = Story(hold, keep).run(" ".join(f"{minute}{'I' if is_so else 'F'}" for minute, is_so in enumerate(truth)))
    changes = [(minute, kind) for minute, kind in story.timeline if kind in ("fired", "resolved")]
    assert changes == fired_and_resolved(truth, hold, keep)


@given(st.lists(st.tuples(st.integers(1, 20), st.integers(1, 20)), max_size=6), st.sets(st.integers(0, 150)), st.data())
def test_more_looks_at_the_same_data_never_fire_later(
    spans: list[tuple[int, int]], looks: set[int], data: st.DataObject
) -> None:
    began: dict[int, int] = {}
    clock = 0
    for gap, length in spans:
        clock += gap
        began |= dict.fromkeys(range(clock, clock + length), clock)
        clock += length

    def first_fired(minutes: set[int]) -> float:
        steps = " ".join(f"{m}I@{began[m]}" if m in began else f"{m}F" for m in sorted(minutes))
        return min((m for m, kind in Story(8).run(steps).timeline if kind == "fired"), default=float("inf"))

    more = looks | data.draw(st.sets(st.integers(0, 150)))
    assert first_fired(more) <= first_fired(looks)


@given(st.lists(st.tuples(st.sampled_from([1, 7, 50, 400]), st.sampled_from("ICF")), max_size=40))
def test_a_due_time_that_is_met_is_not_due_again(steps: list[tuple[int, str]]) -> None:
    story, minute = Story(10, 5), 0.0
    for wait, sign in steps:
        minute += wait
        story.run(f"{minute}{sign}")
        for _ in range(20):
            due = story.next_look(minute)
            if due is None or due > minute:
                break
            minute += 0.25
            story.run(f"{minute}{sign}")
        else:
            raise AssertionError("the due time stays in the past")
