"""Random rows of two tenants in every table that can be read: ties, empty values, archived rows, and ids in common.

Both tenants have most ids in common. PostgreSQL allows it, since every key begins with the tenant; so a statement that
forgets the tenant anywhere finds a row too many, and not only a row that nobody asked for.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from itertools import pairwise
from typing import Any, Final
from uuid import UUID

import sqlalchemy as sa

from domain.everything import metadata
from domain.kernel.ids import uuid7, uuid7_at
from domain.kernel.principal import Role
from domain.kernel.searching import search_content
from tests.graph.differing.by_hand import PLAIN, SEARCHED
from tests.graph.differing.chance import NOW, Chance
from tests.graph.differing.chapters.registry import CHAPTERS
from tests.graph.differing.declared import HISTORIC, SUBJECTS, TYPES
from tests.graph.differing.forecasts import add_forecasts

Row = dict[str, Any]
Rows = Mapping[str, list[Row]]

ZONES: Final = ("UTC", "Pacific/Kiritimati", "America/Los_Angeles", "Asia/Shanghai")
ANYTHING: Final = (*SUBJECTS, "response", "rule")
"""What alerts here name as their subject: what they can be about, and some of what they cannot."""


@dataclass
class Made:
    """What was made for one tenant."""

    tenant_id: UUID
    rows: dict[str, list[Row]] = field(default_factory=dict)

    def ids(self, table: str) -> list[UUID]:
        """The ids of a table's rows."""
        return [row["id"] for row in self.rows[table]]


class Maker(Chance):
    """Makes rows; the same seed makes the same."""

    def __init__(self, seed: int) -> None:
        super().__init__(seed)
        self._moment = int(NOW.timestamp() * 1000)
        self._partitioned = uuid7().int >> 80
        self._common: dict[tuple[str, int], UUID] = {}

    def tenants(self) -> tuple[Made, Made]:
        """Both tenants."""
        return self._tenant(0), self._tenant(1)

    def id(self, table: str, place: int) -> UUID:
        """The id of a table's row of a number: mostly the same for both tenants."""
        moment = self._partitioned if table in ("delivery", "attempt") else self._moment
        fresh = uuid7_at(moment, self.dice.getrandbits(74))
        return self._common.setdefault((table, place), fresh) if self.dice.random() < 0.8 else fresh

    def row(self, made: Made, table: str, **given: Any) -> Row:
        """A row; what is not given is random."""
        rows = made.rows.setdefault(table, [])
        row: Row = {}
        for column in metadata.tables[table].columns:
            if column.name == "tenant_id":
                row[column.name] = made.tenant_id
            elif column.name == "id" and "id" not in given:
                row[column.name] = self.id(table, len(rows))
            else:
                row[column.name] = given[column.name] if column.name in given else self.value(column)
        if "archived_at" in row and "archived_at" not in given and self.dice.random() < 0.75:
            row["archived_at"] = None
        pairs = ("start_on due_on", "start_on end_on", "starts_at ends_at", "starts_on contract_ends_on")
        for first, last in map(str.split, pairs):
            if row.get(first) and row.get(last):
                row[first], row[last] = sorted((row[first], row[last]))
        rows.append(row)
        return row

    def _tenant(self, number: int) -> Made:
        made = Made(uuid7())
        zone = self.dice.choice(ZONES)
        locale, slug = self.dice.choice(("en", "zh-CN")), f"d{made.tenant_id.hex[-12:]}"
        chosen = {"working_week": "1111110", "fiscal_year_start_month": self.dice.randint(1, 12)}
        plan = self.dice.choice(("unlimited", "free", None))
        self.row(made, "tenant", id=made.tenant_id, slug=slug, time_zone=zone, locale=locale, plan_code=plan, **chosen)
        for name in {type_.table for type_ in TYPES.values()}:
            made.rows.setdefault(name, [])
        self._people(made)
        for place in self.some(0, 3):
            given = {"name": f"{self.dice.choice(['a', 'B'])}{place}", "country": self.dice.choice([None, "CN", "DE"])}
            given |= {"week": self.dice.choice(["1111100", "1111111"]), "is_default": place == 0, "subdivision": None}
            self.row(made, "working_calendar", **given)
        for place in self.some(1, 4):
            owner, calendar = self.maybe(made.ids("membership")), self.maybe(made.ids("working_calendar"))
            self.row(made, "venture", key=f"K{place}", owner_id=owner, calendar_id=calendar)
        for venture in made.ids("venture"):
            self._milestones(made, venture)
            self._risks(made, venture)
            self._measured(made, venture)
        self._dependencies(made)
        add_forecasts(self, made)
        self._teams(made)
        self._administration(made)
        self._alerts(made)
        for chapter in CHAPTERS:
            if chapter.rows is not None:
                chapter.rows(self, made)
        for table in metadata.sorted_tables:
            if table.name in PLAIN:
                self._plain(made, table)
        for row in made.rows["indicator"]:
            here = [one["id"] for one in made.rows["data_source"] if one["venture_id"] == row["venture_id"]]
            row["data_source_id"] = self.maybe(here)
        self._history(made)
        self._search(made)
        return made

    def _plain(self, made: Made, table: sa.Table) -> None:
        """Rows of a table of which nothing else is said: references lead to other rows of the venture, or nowhere."""
        there = {
            key.parent.name: key.column.table.name
            for key in table.foreign_keys
            if key.column.name == "id" and key.parent.name != "tenant_id"
        }
        for _ in self.some(0, 6):
            given: Row = {}
            for name, other in sorted(there.items(), key=lambda found: found[0] != "venture_id"):
                rows = made.rows.get(other, ())
                own = given.get("venture_id")
                free = (row for row in rows if row["id"] not in given.values())  # two people are two
                ids = [row["id"] for row in free if own is None or row.get("venture_id", own) == own]
                given[name] = self.maybe(ids) if table.c[name].nullable or not ids else self.dice.choice(ids)
            if all(given[name] is not None or table.c[name].nullable for name in there):
                self.row(made, table.name, **given)

    def _history(self, made: Made) -> None:
        """Versions of what is historic, one after the other up to now; of some none. Nothing is before its venture."""
        began: dict[UUID, datetime] = {}
        for name in sorted(HISTORIC, key=lambda name: name != "venture"):
            for row in list(made.rows[name]):
                ends = sorted({self.instant() for _ in self.some(0, 4)})
                if name == "venture" and ends:
                    began[row["id"]] = ends[0]
                elif name != "venture":
                    first = began.get(row["venture_id"])
                    ends = sorted({max(first, end) for end in ends}) if first else []
                for version, (begin, end) in enumerate(pairwise([*ends, None]), 1):
                    same = {column: row[column] for column in ("id", "created_at", "venture_id") if column in row}
                    if "owner_id" in row:
                        same["owner_id"] = self.maybe(made.ids("membership"))
                    if "phase_id" in row:
                        phases = [one["id"] for one in made.rows["phase"] if one["venture_id"] == row["venture_id"]]
                        same["phase_id"] = self.maybe(phases)
                    if "calendar_id" in row:
                        same["calendar_id"] = self.maybe(made.ids("working_calendar"))
                    held = {"version": version, "valid_from": begin, "valid_to": end}
                    self.row(made, f"{name}_history", **same, **held)

    def _people(self, made: Made) -> None:
        for place, role in enumerate((*Role, *[self.dice.choice(list(Role)) for _ in self.some(0, 2)])):
            person = {"user_id": None, "venture_ids": None, "external_id": self.maybe([f"known as {place}"])}
            self.row(made, "membership", role=str(role), **person)

    def _hold(self, made: Made, venture: UUID, review: UUID) -> None:
        """Who takes part in a review, some of whom have left it, and their votes."""
        people = made.ids("membership")
        roles = ["chair", "reviewer", "reviewer", "observer"]
        for member, role in zip(self.dice.sample(people, min(len(people), 4)), roles, strict=False):
            self.row(made, "review_participant", venture_id=venture, review_id=review, member_id=member, role=role)
        for _ in self.some(0, 4):
            given = {"member_id": self.dice.choice(people), "round": self.dice.choice([0, 1])}
            self.row(made, "review_vote", venture_id=venture, review_id=review, **given)

    def _milestones(self, made: Made, venture: UUID) -> None:
        people = made.ids("membership")
        phases = [self.row(made, "phase", venture_id=venture)["id"] for _ in self.some(0, 3)]
        for _ in self.some(0, 4):
            ends = {"owner_id": self.maybe(people), "phase_id": self.maybe(phases)}
            milestone = self.row(made, "milestone", venture_id=venture, **ends)["id"]
            for _ in self.some(0, 2):
                criterion = self.row(made, "criterion", venture_id=venture, milestone_id=milestone)["id"]
                for _ in self.some(0, 3):
                    who = self.maybe(people)
                    self.row(made, "criterion_result", criterion_id=criterion, recorded_by=who)
            for place in self.some(0, 2):
                state = {"state": self.dice.choice(["decided", "cancelled", "superseded"])} if place else {}
                by = {name: self.maybe(people) for name in ("requested_by", "started_by", "decided_by")}
                by |= {"round": self.dice.choice([None, 0, 1]), "supersedes_id": None}
                review = self.row(made, "review", venture_id=venture, milestone_id=milestone, **by, **state)["id"]
                if self.dice.random() < 0.6:
                    self.row(made, "review_report", review_id=review)
                self._hold(made, venture, review)
                for _ in self.some(0, 2):
                    owner = self.maybe(people)
                    self.row(made, "review_condition", venture_id=venture, review_id=review, owner_id=owner)
        here = [row["id"] for row in made.rows["milestone"] if row["venture_id"] == venture]
        tasks = []
        for _ in self.some(0, 4):
            ends = {"owner_id": self.maybe(people), "milestone_id": self.maybe(here)}
            tasks.append(self.row(made, "task", venture_id=venture, **ends)["id"])
        for first, second in pairwise(tasks):
            if self.dice.random() < 0.6:
                ends = {"predecessor_id": first, "successor_id": second}
                self.row(made, "task_dependency", venture_id=venture, **ends)
        for _ in self.some(0, 3):
            resource = self.row(made, "resource", venture_id=venture, owner_id=self.maybe(people))["id"]
            for _ in self.some(0, 2) if here else ():
                amount = self.dice.choice([Decimal("0.5"), Decimal(3), Decimal("7.250001")])
                ends = {"resource_id": resource, "milestone_id": self.dice.choice(here)}
                self.row(made, "allocation", venture_id=venture, amount=amount, **ends)

    def _risks(self, made: Made, venture: UUID) -> None:
        people = made.ids("membership")
        here = [row["id"] for row in made.rows["milestone"] if row["venture_id"] == venture]
        for _ in self.some(0, 6):
            risk = self.row(made, "risk", venture_id=venture, owner_id=self.maybe(people))["id"]
            self.row(made, "risk_score", risk_id=risk, **self._judged())
            if self.dice.random() < 0.5:
                self.row(made, "risk_share", risk_id=risk)
            for _ in self.some(0, 1):  # at most one of a risk may be open
                self.row(made, "issue", venture_id=venture, risk_id=risk, owner_id=self.maybe(people))
            for milestone in here:
                if self.dice.random() < 0.4:
                    self.row(made, "risk_milestone", venture_id=venture, risk_id=risk, milestone_id=milestone)
            for _ in self.some(0, 2):
                judged = {"probability": self.dice.choice([None, Decimal(0), Decimal("0.25"), Decimal(1)])}
                self.row(made, "assessment", risk_id=risk, assessed_by=self.maybe(people), **judged)
            for _ in self.some(0, 2):
                owner = self.maybe(people)
                response = self.row(made, "response", venture_id=venture, risk_id=risk, owner_id=owner)["id"]
                for _ in self.some(0, 2):
                    ends = {"response_id": response, "owner_id": self.maybe(people)}
                    ends["issue_id"] = self.maybe(made.ids("issue"))
                    self.row(made, "response_action", venture_id=venture, **ends)

    def _measured(self, made: Made, venture: UUID) -> None:
        """What is measured of a venture and worked out for it."""
        people = made.ids("membership")
        risks, criteria = ([row for row in made.rows[name] if row["venture_id"] == venture] for name in _FOLLOWED)
        for _ in self.some(0, 3):
            given = {"risk_id": self.maybe([risk["id"] for risk in risks]), "owner_id": self.maybe(people)}
            indicator = self.row(made, "indicator", venture_id=venture, data_source_id=None, **given)["id"]
            for name in ("indicator_status", "indicator_pull", "indicator_trend"):
                if self.dice.random() < 0.7:
                    self.row(made, name, indicator_id=indicator)
            for at in {self.instant() for _ in self.some(0, 4)}:
                self.row(made, "reading", indicator_id=indicator, at=at, recorded_by=self.maybe(people))
            for criterion in criteria:
                if self.dice.random() < 0.4:
                    criterion["indicator_id"] = indicator
        for subject in (venture, made.tenant_id):
            if self.dice.random() < 0.7 and subject not in [row["subject_id"] for row in made.rows.get("exposure", ())]:
                curve = [{"loss": f"{loss}.50", "probability": f"0.{9 - loss}"} for loss in self.some(0, 3)]
                named = {"subject_id": subject, "venture_id": None if subject == made.tenant_id else subject}
                self.row(made, "exposure", curve=curve, **named)

        self._money(made, venture)

    def _money(self, made: Made, venture: UUID) -> None:
        """What is kept of a venture's money."""
        missing = [{"name": name, "reason": "nobody_knows"} for name in self.dice.sample(["cash", "cpi", "pv"], 2)]
        here = [row["id"] for row in made.rows["milestone"] if row["venture_id"] == venture]
        for subject in (venture, *here):
            if self.dice.random() < 0.6:
                of = {"venture_id": venture, "milestone_id": None if subject == venture else subject}
                self.row(made, "earned_value", subject_id=subject, undefined=missing, **of)
        self._health(made, venture)
        if self.dice.random() < 0.6:
            burns = [{"month": f"2026-{month + 1:02}-01", "net_burn": f"{month}.50"} for month in self.some(0, 7)]
            ends = self.dice.choice([None, [], [_END, _END | {"ended": "0.125000"}]])
            self.row(made, "runway", venture_id=venture, burns=burns, missing=missing, outlook=ends)

    def _health(self, made: Made, venture: UUID) -> None:
        """What is kept of a venture's health, and how it came to it."""
        people = made.ids("membership")
        reasons = [
            {"dimension": "schedule", "state": "at_risk", "rule": "p80_late", "value": "4", "limit": "0"},
            {"dimension": "alerts", "state": "off_track", "rule": "alert_old", "value": "20", "subject": "alert_x"},
            {"dimension": "cost", "state": "at_risk", "rule": "of another version"},
        ]
        if self.dice.random() < 0.7:
            why = self.dice.sample(reasons, 2)
            self.row(made, "health", venture_id=venture, reasons=why, overridden_by=self.maybe(people))
        for _ in self.some(0, 3):
            why = self.dice.sample(reasons, 1)
            by = {"overridden_by": self.maybe(people)}
            self.row(made, "health_change", venture_id=venture, reasons=why, **by)

    def _judged(self) -> Row:
        if self.dice.random() < 0.2:
            return dict.fromkeys(("probability_level", "impact_level", "score", "level"))
        probability, impact = self.dice.randint(1, 3), self.dice.randint(1, 3)
        level = ("low", "low", "medium", "high", "high", "critical")[min(probability * impact - 1, 5)]
        return {
            "probability_level": probability,
            "impact_level": impact,
            "score": probability * impact,
            "level": level,
        }

    def _dependencies(self, made: Made) -> None:
        milestones = made.rows["milestone"]
        for successor in milestones:
            for predecessor in self.dice.sample(milestones, min(2, len(milestones))):
                if predecessor is not successor and self.dice.random() < 0.4:
                    ends = {"predecessor_id": predecessor["id"], "successor_id": successor["id"]}
                    self.row(made, "milestone_dependency", venture_id=successor["venture_id"], **ends)

    def _teams(self, made: Made) -> None:
        for _ in self.some(0, 4):
            team = self.row(made, "team", venture_id=self.maybe(made.ids("venture")))["id"]
            for member in made.ids("membership"):
                if self.dice.random() < 0.3:
                    self.row(made, "team_member", team_id=team, member_id=member)

    def _administration(self, made: Made) -> None:
        ventures = made.ids("venture")
        only = ([], ventures[:1], ventures, None)
        for place in self.some(0, 3):
            hashed = f"hash {place} {made.tenant_id}"
            reach = self.dice.choice(only)
            for_whom = self.row(made, "service_account", subject=f"sub {place}", venture_ids=reach)["id"]
            account, former = self.maybe([for_whom]), self.maybe(made.ids("api_key"))
            of = {"service_account_id": account, "rotated_to": former, "venture_ids": self.dice.choice(only)}
            key = self.row(made, "api_key", key_hash=hashed, **of)["id"]
            if self.dice.random() < 0.6:
                self.row(made, "api_key_use", api_key_id=key)
            person = {"invited_by": self.maybe(made.ids("membership")), "member_id": None, "venture_ids": reach}
            self.row(made, "invitation", email=f"{place}@example.com", **person)
        for place in self.some(1, 4):
            self.row(made, "rule", code=f"rule.{place}")
            for venture in ventures:
                if self.dice.random() < 0.4:
                    self.row(made, "rule_health", rule=f"rule.{place}", venture_id=venture)
            names = self.dice.choice([{}, {"en": "beta"}, {"zh-CN": "风险"}, {"en": "Alpha", "zh-CN": "合规"}])
            self.row(made, "risk_category", code=self.dice.choice(["a", "B"]) + str(place), names=names)
            self.row(made, "risk_scale", version_number=place)
        for _ in self.some(0, 2):
            limits = {"rate": self.dice.choice([None, 1, 1000]), "concurrency": self.dice.choice([None, 1, 10])}
            endpoint = self.row(made, "webhook_endpoint", venture_ids=self.dice.choice(only), **limits)["id"]
            if self.dice.random() < 0.7:
                self.row(made, "endpoint_health", id=endpoint)
            for _ in self.some(0, 3):
                lease = self.dice.choice([None, uuid7()])
                delivery = self.row(made, "delivery", endpoint_id=endpoint, event_id=uuid7(), lease=lease)["id"]
                for number in self.some(0, 3):
                    of = delivery if self.dice.random() < 0.9 else uuid7()
                    self.row(made, "attempt", delivery_id=of, endpoint_id=endpoint, attempt_number=number)
            for state in self.dice.sample(["running", "done", "cancelled"], self.dice.randint(0, 3)):
                self.row(made, "delivery_replay", endpoint_id=endpoint, channel_id=None, state=state)
        for _ in self.some(0, 2):
            channel = self.row(made, "channel", venture_ids=self.dice.choice(only))["id"]
            for _ in self.some(0, 3):
                self.row(made, "delivery", endpoint_id=channel, event_id=uuid7(), due=None, lease=None)
            for state in self.dice.sample(["running", "done", "cancelled"], self.dice.randint(0, 2)):
                self.row(made, "delivery_replay", endpoint_id=None, channel_id=channel, state=state)

    def _alerts(self, made: Made) -> None:
        words = {type_.prefix: type_.table for type_ in TYPES.values()}
        people, earlier = made.ids("membership"), made.rows["alert"]
        for place in self.some(0, 8):
            word = self.dice.choice(ANYTHING)
            rows = made.rows[words[word]]
            subject = self.dice.choice(rows) if rows and self.dice.random() < 0.85 else {"id": uuid7()}
            venture = subject.get("venture_id") or self.dice.choice(made.ids("venture"))
            given = {
                "venture_id": subject["id"] if word == "venture" and "key" in subject else venture,
                "subject_type": word if self.dice.random() < 0.95 else "member",
                "subject_id": subject["id"],
                "acknowledged_by": self.maybe(people),
                "previous_alert_id": self.maybe([row["id"] for row in earlier]),
                "rule": f"rule.{place}",
            }
            alert = self.row(made, "alert", **given)["id"]
            for _ in self.some(0, 3):
                self.row(made, "alert_transition", alert_id=alert if self.dice.random() < 0.9 else uuid7())

    def _search(self, made: Made) -> None:
        rows: list[Row] = []
        for type_ in TYPES.values():
            for row in made.rows[type_.table] if type_.table in SEARCHED else ():
                if row["archived_at"] is None:
                    content = search_content(row[column] for column in SEARCHED[type_.table])
                    rows.append({"tenant_id": made.tenant_id, "type": type_.prefix})
                    rows[-1] |= {"id": row["id"], "content": content}
        made.rows["search_text"] = rows


_END: Final = {"month_end": "2026-11-30"} | dict.fromkeys(("committed", "expected", "everything"), "7.50")
_FOLLOWED: Final = ("risk", "criterion")
"""What indicators tell of, and what follows them."""
