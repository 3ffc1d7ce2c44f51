"""Telling how a venture chose its field: candidates with their scorecards, and what was decided of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final
from uuid import UUID

from cli.demo.stage import Stage
from domain.fields.commands import (
    CreateCandidateField,
    CreateFactorScore,
    DecideCandidateField,
    create_candidate_field,
    create_factor_score,
    decide_candidate_field,
)
from domain.fields.tables import Factor, FieldDecision, FieldPattern


@dataclass(frozen=True)
class Worth:
    """What a field is worth by a factor, and why; the link and day of the evidence where there are any."""

    score: str | None
    evidence: str | None = None
    url: str | None = None
    on: int | None = None


@dataclass(frozen=True)
class FieldStory:
    """A candidate field: its worth by the six factors in their order, and what was decided, by whom, on a day."""

    name: str
    code: str
    about: str
    pattern: FieldPattern | None
    worth: tuple[Worth, Worth, Worth, Worth, Worth, Worth]
    decision: FieldDecision = FieldDecision.UNDECIDED
    reason: str | None = None


@dataclass(frozen=True)
class ChoiceStory:
    """The fields that a venture compared on a day, with one weight for each factor, and the person who did it."""

    by: str
    on: int
    weights: tuple[str, str, str, str, str, str]
    fields: tuple[FieldStory, ...]


_UNDECIDED: Final = FieldDecision.UNDECIDED


async def tell_fields(stage: Stage, ventures: Mapping[str, UUID], stories: Mapping[str, ChoiceStory]) -> None:
    """Write what each venture, by its key, compared and chose."""
    for key, story in stories.items():
        stage.move_to(story.on)
        stage.let_act(story.by)
        for field in story.fields:
            await _tell(stage, ventures[key], story, field)


async def _tell(stage: Stage, venture_id: UUID, story: ChoiceStory, field: FieldStory) -> None:
    made = CreateCandidateField(
        venture_id=venture_id, name=field.name, code=field.code, description=field.about, pattern=field.pattern
    )
    id = (await create_candidate_field(stage.work, made)).ids["candidate_field"]
    await stage.work.flush()
    for scored in _scores(stage, id, story.weights, field.worth):
        await create_factor_score(stage.work, scored)
    await stage.work.flush()
    if field.decision is not _UNDECIDED:
        stage.tick()
        decided = DecideCandidateField(candidate_field_id=id, decision=field.decision, reason=field.reason)
        await decide_candidate_field(stage.work, decided)
        await stage.work.flush()


def _scores(
    stage: Stage, field_id: UUID, weights: Iterable[str], worth: Iterable[Worth]
) -> Iterable[CreateFactorScore]:
    for factor, weight, one in zip(Factor, weights, worth, strict=True):
        yield CreateFactorScore(
            candidate_field_id=field_id,
            factor=factor,
            score=None if one.score is None else Decimal(one.score),
            weight=Decimal(weight),
            evidence=one.evidence,
            evidence_url=one.url,
            evidence_on=None if one.on is None else stage.date_of(one.on),
        )
