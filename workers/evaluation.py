"""One look of the monitor at a venture: facts, rules, the life of each alert, and when to look again."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import distinct_on
from sqlmodel import col

from domain.kernel.work import Work
from domain.risks.alert_tables import Alert
from domain.risks.alerts import Naming, apply_outcome, flappings_of, is_unchanged, state_of
from domain.risks.monitoring.alert import EscalationPolicy, Outcome, ResolvedReason, State, Surroundings
from domain.risks.monitoring.failures import HEALTHY
from domain.risks.monitoring.finding import Finding
from domain.risks.monitoring.flapping import CALM, Flapping
from domain.risks.monitoring.inhibition import SILENCED_BY_ACCEPTANCE, is_inhibited
from domain.risks.monitoring.lifecycle import close, evaluate, next_look, rule_changed
from domain.risks.monitoring.reading import Subject, Watched, read_subjects, read_watched
from domain.risks.monitoring.silences import Silence
from domain.risks.quiet import silences_of
from domain.risks.tenant_rules import TenantRule, escalation_policy, in_shadow, tenant_rules
from workers.rules import Looked, healths_of, look, note_failure, note_success, told_error

IN_ONE_GO = 20
AFTER_FAILURE = timedelta(minutes=5)
Pair = tuple[str, UUID]


@dataclass
class Evaluated:
    """What a look has come to: whether anything changed that others show, and when to look again."""

    changed: bool = False
    looks: list[datetime] = field(default_factory=list)

    def at(self, moment: datetime | None) -> None:
        """Look again at a moment, where there is one."""
        if moment is not None:
            self.looks.append(moment)


async def evaluate_venture(work: Work, venture_id: UUID) -> Evaluated:
    """Look at a venture now. Two that look at once wait for one another, so each sees what the other has stored."""
    await work.guard(f"monitor:{venture_id.hex}")
    watched = await read_watched(work, venture_id)
    if watched is None:
        return Evaluated()
    look = _Look(
        work, watched, await tenant_rules(work), await silences_of(work, venture_id), await escalation_policy(work)
    )
    await look.read_alerts()
    await look.close_archived()
    if not watched.archived:
        await look.run_rules()
    return look.done


class _Look:
    def __init__(
        self,
        work: Work,
        watched: Watched,
        rules: Sequence[TenantRule],
        silences: tuple[Silence, ...],
        policy: EscalationPolicy,
    ) -> None:
        self.work = work
        self.watched = watched
        self.rules = rules
        self.by_code = {held.rule.code: held.rule for held in rules}
        self.silences = silences
        self.policy = policy
        self.shadow = in_shadow(rules)
        self.done = Evaluated()
        self.now = work.now
        self.alerts: dict[Pair, Alert] = {}
        self.flappings: dict[Pair, Flapping] = {}
        self.firing: dict[UUID, set[str]] = defaultdict(set)
        self.former: dict[UUID, Subject] = {}
        self.accepted = {risk.id: watched.facts.acceptance_ends(risk) for risk in watched.facts.risks}

    async def read_alerts(self) -> None:
        """The venture's open alerts, locked; and the moment of this look, which is later than any stored one."""
        statement = (
            sa.select(Alert)
            .where(
                col(Alert.tenant_id) == self.work.tenant_id,
                col(Alert.venture_id) == self.watched.id,
                col(Alert.state) != State.RESOLVED,
            )
            .order_by(col(Alert.id))
            .with_for_update(key_share=True)
        )
        for row in (await self.work.session.execute(statement)).scalars():
            self.alerts[(row.rule, row.subject_id)] = row
            self._note_firing((row.rule, row.subject_id), row)
        self.former = await read_subjects(self.work, list(self.alerts.values()))
        self.flappings = await flappings_of(self.work, list({*self.watched.subjects, *self.former}))
        # What was read behind the guard is newer than what was stored, even where another machine's clock is ahead.
        self._be_later_than(self.alerts.values())

    def _be_later_than(self, alerts: Iterable[Alert]) -> None:
        latest = max((row.evaluated_at for row in alerts), default=None)
        if latest is not None and latest >= self.now:
            self.now = latest + timedelta(microseconds=1)

    async def close_archived(self) -> None:
        """Resolve the alerts of what is archived, and those of rules that are turned off or taken away."""
        enabled = {held.rule.code for held in self.rules if held.enabled}
        for (rule, subject_id), row in list(self.alerts.items()):
            if subject_id not in self.watched.subjects:
                await self._close(row, ResolvedReason.SUBJECT_ARCHIVED)
            elif rule not in enabled:
                await self._close(row, ResolvedReason.RULE_DISABLED)

    async def _close(self, row: Alert, reason: ResolvedReason) -> None:
        pair = (row.rule, row.subject_id)
        around = self._around(*pair)
        self.firing[row.subject_id].discard(row.rule)
        flapping = self.flappings.get(pair, CALM)
        outcome = close(state_of(row), reason, self.now, around, flapping)
        await self._apply(pair, row, outcome)
        del self.alerts[pair]

    async def run_rules(self) -> None:
        """Every enabled rule, each with its alerts; what cannot be evaluated leaves its alerts as they are."""
        healths = await healths_of(self.work, self.watched.id)
        for held in self.rules:
            if not held.enabled:
                continue
            code = held.rule.code
            before = healths.get(code)
            try:
                looked = look(held, self.watched, self.now)
            except Exception as error:  # a rule that raises is reported, and the others go on
                await note_failure(self.work, code, self.watched.id, before or HEALTHY, told_error(error))
                self.done.at(self.now + AFTER_FAILURE)
                continue
            if looked.error is not None:
                await note_failure(self.work, code, self.watched.id, before or HEALTHY, looked.error)
                self.done.at(self.now + AFTER_FAILURE)
            elif before is not None and before.failures:
                await note_success(self.work, code, self.watched.id)
            self.done.at(looked.next_change)
            await self._follow(held, looked)

    async def _follow(self, held: TenantRule, looked: Looked) -> None:
        code, findings = held.rule.code, looked.findings
        flapping = {subject for (rule, subject), kept in self.flappings.items() if rule == code and kept.on}
        open_ones = {subject for rule, subject in self.alerts if rule == code}
        followed = {*findings, *open_ones, *flapping} - looked.failed
        subjects = [one for one in sorted(followed) if one in self.watched.subjects]
        await self._read_latest(code, [one for one in subjects if one not in open_ones])
        for number, subject_id in enumerate(subjects):
            await self._live(held, subject_id, findings.get(subject_id))
            if number % IN_ONE_GO == 0:
                await asyncio.sleep(0)  # others of this process want to work too

    async def _read_latest(self, code: str, subject_ids: list[UUID]) -> None:
        """The latest resolved alert of each subject: a new one follows it."""
        if not subject_ids:
            return
        statement = (
            sa.select(Alert)
            .where(
                col(Alert.tenant_id) == self.work.tenant_id,
                col(Alert.rule) == code,
                col(Alert.subject_id) == sa.any_(sa.literal(subject_ids, sa.ARRAY(sa.Uuid))),
                col(Alert.state) == State.RESOLVED,
            )
            .ext(distinct_on(col(Alert.subject_id)))
            .order_by(col(Alert.subject_id), col(Alert.evaluated_at).desc(), col(Alert.id).desc())
        )
        for row in (await self.work.session.execute(statement)).scalars():
            self.alerts[(code, row.subject_id)] = row
            self._be_later_than([row])

    async def _live(self, held: TenantRule, subject_id: UUID, finding: Finding | None) -> None:
        pair = (held.rule.code, subject_id)
        row = self.alerts.get(pair)
        around, flapping = self._around(*pair), self.flappings.get(pair, CALM)
        alert = None if row is None else state_of(row)
        edited = row is not None and held.changed_at is not None and held.changed_at > row.evaluated_at
        outcomes = (
            rule_changed(alert, finding, self.now, held.times, around, flapping)
            if edited
            else [evaluate(alert, finding, self.now, held.times, around, flapping)]
        )
        if edited or not is_unchanged(alert, outcomes[0], flapping):
            for outcome in outcomes:
                row = await self._apply(pair, row, outcome, keep_time=edited)
            self._note_firing(pair, row)
        last = outcomes[-1]
        self.done.at(next_look(last.alert, self.now, held.times, around, last.flapping))

    def _note_firing(self, pair: Pair, row: Alert | None) -> None:
        rule, subject_id = pair
        if row is not None and row.state is State.FIRING and rule not in self.shadow:
            self.firing[subject_id].add(rule)
        else:
            self.firing[subject_id].discard(rule)

    async def _apply(self, pair: Pair, row: Alert | None, outcome: Outcome, keep_time: bool = True) -> Alert | None:
        subject = self.watched.subjects.get(pair[1]) or self.former[pair[1]]
        naming = self._naming(pair[0], subject)
        kept = await apply_outcome(self.work, row, outcome, naming, self.flappings.get(pair, CALM), keep_time=keep_time)
        if outcome.accepted:
            self.flappings[pair] = outcome.flapping
        self.done.changed = self.done.changed or bool(outcome.transitions)
        if outcome.transitions and any(one.state is State.RESOLVED for one in outcome.transitions):
            await self.work.flush()  # the old one must be resolved before a new one can be open
        return kept

    def _naming(self, rule: str, subject: Subject) -> Naming:
        watched = self.watched
        return Naming(
            rule, watched.id, watched.name, subject, watched.locale, watched.facts.zone, self.by_code.get(rule)
        )

    def _around(self, rule: str, subject_id: UUID) -> Surroundings:
        subject = self.watched.subjects.get(subject_id) or self.former[subject_id]
        naming = self._naming(rule, subject)
        return Surroundings(
            naming.target,
            silences=self.silences,
            policy=self.policy,
            shadow=rule in self.shadow,
            accepted_until=self.accepted.get(subject_id) if rule in SILENCED_BY_ACCEPTANCE else None,
            inhibited=is_inhibited(rule, self.firing[subject_id] - {rule}),
            subject_active_since=subject.active_since,
        )
