"""Telling of markets: how large they are, who was asked and lacks what, how users are won, what they say and pay."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from cli.demo.growing import risk_called
from cli.demo.stage import Stage
from domain.kernel.editing import apply
from domain.kernel.work import Work
from domain.market.earning import CreateCustomerRevenue, create_customer_revenue
from domain.market.listening import CreateUserFeedback, create_user_feedback
from domain.market.promoting import CreatePromotion, create_promotion
from domain.market.research_tables import NeedState, ResearchKind, UserFeedback
from domain.market.researching import (
    AddNeedMention,
    CreateNeed,
    CreateResearch,
    add_need_mention,
    create_need,
    create_research,
)
from domain.market.sizing import CreateMarketSize, create_market_size
from domain.market.tables import PromotionKind
from domain.milestones.task_tables import Task
from domain.money.earned_schedule import month_start
from domain.risks.tables import Risk

MILLION: Final = 1_000_000
THOUSAND: Final = 1_000


@dataclass(frozen=True)
class SizeStory:
    """How large a market is, in millions; `years` from the present one."""

    years: int
    tam: str
    sam: str
    som: str
    source: str
    url: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class StudyStory:
    """A study that was done by a day, and who led it."""

    short: str
    kind: ResearchKind
    title: str
    on: int
    participants: int
    by: str
    learnt: str
    url: str | None = None


@dataclass(frozen=True)
class NeedStory:
    """Something that users lack; `came_up`: by study, how many spoke of it, and in which words."""

    title: str
    severity: int
    group: str
    about: str
    came_up: Mapping[str, tuple[int, str | None]]
    state: NeedState = NeedState.OPEN


@dataclass(frozen=True)
class PromotionStory:
    """What was done to win users, from a day to a day; amounts in thousands of the tenant's currency, or another."""

    kind: PromotionKind
    title: str
    about: str
    channel: str
    start: int
    end: int
    budget: str | None = None
    cost: str | None = None
    revenue: str | None = None
    leads: int | None = None
    won: int | None = None
    currency: str | None = None


@dataclass(frozen=True)
class SaidStory:
    """What a user said on a day, who wrote it down, and what it became: a need, a task or a risk, told by its title."""

    source: str
    text: str
    on: int
    by: str
    severity: int | None = None
    need: str | None = None
    task: str | None = None
    risk: str | None = None


@dataclass(frozen=True)
class MarketStory:
    """A venture's market. `paid`: by customer, thousands for each whole month, the latest last."""

    by: str
    sizes: tuple[SizeStory, ...]
    studies: tuple[StudyStory, ...]
    needs: tuple[NeedStory, ...]
    promotions: tuple[PromotionStory, ...]
    said: tuple[SaidStory, ...]
    paid: Mapping[str, tuple[str, ...]]


async def tell_market(
    stage: Stage, ventures: Mapping[str, UUID], stories: Mapping[str, MarketStory], place: str = ""
) -> None:
    """Write what is known of the market of each venture, by its key; `place` is that of a later round."""
    for key, story in stories.items():
        telling = _Telling(stage, ventures[key], story, place)
        await telling.sizes()
        await telling.research()
        await telling.promotion()
        await telling.revenue()
        await telling.feedback()


class _Telling:
    def __init__(self, stage: Stage, venture_id: UUID, story: MarketStory, place: str) -> None:
        self._stage = stage
        self._place = place
        self._venture_id = venture_id
        self._story = story
        self._needs: dict[str, UUID] = {}

    @property
    def _work(self) -> Work:
        return self._stage.work

    def _at(self, day: int, by: str) -> None:
        self._stage.move_to(day, 240)
        self._stage.let_act(by)

    async def sizes(self) -> None:
        """On the day of the first study."""
        self._at(min(study.on for study in self._story.studies), self._story.by)
        for size in self._story.sizes:
            given = CreateMarketSize(
                venture_id=self._venture_id,
                year=self._stage.today.year + size.years,
                tam=Decimal(size.tam) * MILLION,
                sam=Decimal(size.sam) * MILLION,
                som=Decimal(size.som) * MILLION,
                source=size.source,
                source_url=size.url,
                note=size.note,
            )
            await create_market_size(self._work, given)
        await self._work.flush()

    async def research(self) -> None:
        """Each study on its day; the needs when the last one is done."""
        studies: dict[str, UUID] = {}
        for study in self._story.studies:
            self._at(study.on, study.by)
            given = CreateResearch(
                venture_id=self._venture_id,
                kind=study.kind,
                title=study.title,
                held_on=self._stage.date_of(study.on),
                participants=study.participants,
                summary=study.learnt,
                source_url=study.url,
                member_id=self._stage.member(study.by),
            )
            studies[study.short] = (await create_research(self._work, given)).ids["research"]
            await self._work.flush()
        self._stage.tick()
        for need in self._story.needs:
            made = CreateNeed(
                venture_id=self._venture_id,
                title=need.title,
                description=need.about,
                user_group=need.group,
                severity=need.severity,
                state=need.state,
            )
            self._needs[need.title] = (await create_need(self._work, made)).ids["need"]
        await self._work.flush()
        for need in self._story.needs:
            for short, (mentions, quote) in need.came_up.items():
                mention = AddNeedMention(
                    need_id=self._needs[need.title], research_id=studies[short], mentions=mentions, quote=quote
                )
                await add_need_mention(self._work, mention)
        await self._work.flush()

    async def promotion(self) -> None:
        """Each when it was over, or yesterday."""
        for story in self._story.promotions:
            self._at(min(story.end, -1), self._story.by)
            given = CreatePromotion(
                venture_id=self._venture_id,
                kind=story.kind,
                title=story.title,
                description=story.about,
                channel=story.channel,
                start_on=self._stage.date_of(story.start),
                end_on=self._stage.date_of(story.end),
                budget=_thousands(story.budget),
                cost=_thousands(story.cost),
                revenue=_thousands(story.revenue),
                currency=story.currency,
                leads=story.leads,
                conversions=story.won,
            )
            await create_promotion(self._work, given)
            await self._work.flush()

    async def revenue(self) -> None:
        """What customers paid, month by month."""
        self._at(-1, self._story.by)
        this_month = self._stage.today.replace(day=1)
        for customer, amounts in self._story.paid.items():
            for ago, amount in enumerate(reversed(amounts), 1):
                if amount != "0":
                    await self._pays(customer, month_start(this_month, -ago), Decimal(amount) * THOUSAND)
        await self._work.flush()

    async def _pays(self, customer: str, month: date, amount: Decimal) -> None:
        given = CreateCustomerRevenue(venture_id=self._venture_id, customer=customer, month=month, amount=amount)
        await create_customer_revenue(self._work, given)

    async def feedback(self) -> None:
        """Each on its day, and a moment later what became of it."""
        for said in self._story.said:
            self._at(said.on, said.by)
            given = CreateUserFeedback(
                venture_id=self._venture_id,
                source=said.source,
                text=said.text,
                received_on=self._stage.date_of(said.on),
                severity=said.severity,
            )
            feedback = (await create_user_feedback(self._work, given)).ids["user_feedback"]
            await self._work.flush()
            self._stage.tick()
            await self._settle(feedback, said)
            await self._work.flush()

    async def _settle(self, id: UUID, said: SaidStory) -> None:
        became: dict[str, UUID] = {}
        if said.need is not None:
            became["need_id"] = self._needs[said.need]
        elif said.task is not None:
            became["task_id"] = await self._titled(Task, said.task)
        elif said.risk is not None:
            became["risk_id"] = await self._titled(Risk, risk_called(said.risk, self._place))
        if became:
            row = await self._work.get(UserFeedback, id)
            apply(row, {**became, "settled_at": self._work.now})

    async def _titled(self, table: type[Task] | type[Risk], title: str) -> UUID:
        """What was told of the venture before, as of that day."""
        found: UUID = (
            await self._work.session.execute(
                sa.select(col(table.id)).where(
                    col(table.tenant_id) == self._work.tenant_id,
                    col(table.venture_id) == self._venture_id,
                    col(table.title) == title,
                )
            )
        ).scalar_one()
        return found


def _thousands(amount: str | None) -> Decimal | None:
    return None if amount is None else Decimal(amount) * THOUSAND
