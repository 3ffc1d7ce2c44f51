"""Comments on risks: kept as they were written, with links to the members whom they name."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field
from sqlmodel import col

from domain.kernel.commands import Done, command
from domain.kernel.editing import apply, load_for_change
from domain.kernel.errors import InvalidState
from domain.kernel.inputs import Change, IdOf, Input, LongText, may_be_left_out
from domain.kernel.work import Work
from domain.risks.link_tables import RiskComment, RiskMention
from domain.risks.tables import Risk
from domain.tenancy.members import check_owner
from domain.tenancy.permissions import Action, allows

RiskId = Annotated[UUID, IdOf("risk")]
CommentId = Annotated[UUID, IdOf("risk_comment")]
Mentions = Annotated[list[Annotated[UUID, IdOf("member")]], Field(max_length=50)]


class AddRiskComment(Input):
    """What somebody has to say of a risk."""

    risk_id: RiskId = Field(description="The risk.")
    body: LongText = Field(description="The text; it is kept as it was written.", examples=["Ada, can you call them?"])
    mention_ids: Mentions = Field(default=[], description="Members whom it names.")


class UpdateRiskComment(Change):
    """Another text of a comment, by its author."""

    id: CommentId = Field(description="The comment.")
    body: LongText = may_be_left_out("The text; it is kept as it was written.")
    mention_ids: Mentions = may_be_left_out("Members whom it names.")


class ArchiveRiskComment(Change):
    """Which comment to archive."""

    id: CommentId = Field(description="The comment.")


@command(Action.RISK_WRITE, returns={"risk_comment": "risk_comment", "risk": "risk"}, creates=True)
async def add_risk_comment(work: Work, given: AddRiskComment) -> Done:
    """Say something of a risk, and name members."""
    risk = await work.get(Risk, given.risk_id, "risk_id", archived=False)
    comment = work.new(
        RiskComment,
        venture_id=risk.venture_id,
        risk_id=risk.id,
        body=given.body,
        author_id=work.principal.member_id,
    )
    await _check_mentions(work, given.mention_ids)
    await work.flush()
    await _name(work, comment, given.mention_ids)
    return Done({"risk_comment": comment.id, "risk": risk.id})


@command(Action.RISK_WRITE, returns={"risk_comment": "risk_comment"})
async def update_risk_comment(work: Work, given: UpdateRiskComment) -> Done:
    """Change the text of one's own comment."""
    comment = await load_for_change(work, RiskComment, given.id, given.expected_version)
    await _check_mentions(work, given.mention_ids or [])
    if not _is_own(work, comment):
        raise InvalidState.at("id", message="a comment is changed by its author only")
    apply(comment, given.sent("id", "expected_version", "mention_ids"))
    if "mention_ids" in given.model_fields_set:
        await _name(work, comment, given.mention_ids)
    return Done({"risk_comment": comment.id})


@command(Action.RISK_WRITE, returns={"risk_comment": "risk_comment"})
async def archive_risk_comment(work: Work, given: ArchiveRiskComment) -> Done:
    """Take a comment away: one's own, or anybody's for those who configure registers. Twice is once."""
    comment = await load_for_change(work, RiskComment, given.id, given.expected_version, archived=True)
    if not _is_own(work, comment) and not allows(work.principal, Action.RISK_CONFIGURE):
        raise InvalidState.at("id", message="a comment is taken away by its author, or by a manager")
    if comment.archived_at is None:
        comment.archived_at = work.now
    return Done({"risk_comment": comment.id})


def _is_own(work: Work, comment: RiskComment) -> bool:
    """Whether the caller wrote it. What a key wrote that acts for nobody is nobody's own: another may hold one too."""
    return comment.author_id is not None and comment.author_id == work.principal.member_id


async def _check_mentions(work: Work, wanted: list[UUID]) -> None:
    for position, member_id in enumerate(wanted):
        await check_owner(work, member_id, "mention_ids", position)


async def _name(work: Work, comment: RiskComment, wanted: list[UUID]) -> None:
    """Make the members whom the comment names those of `wanted`."""
    statement = sa.select(RiskMention).where(
        col(RiskMention.tenant_id) == work.tenant_id,
        col(RiskMention.comment_id) == comment.id,
        col(RiskMention.archived_at).is_(None),
    )
    named = {mention.member_id: mention for mention in (await work.session.execute(statement)).scalars()}
    for member_id, mention in named.items():
        if member_id not in wanted:
            mention.archived_at = work.now
    for member_id in dict.fromkeys(wanted):
        if member_id not in named:
            work.new(RiskMention, venture_id=comment.venture_id, comment_id=comment.id, member_id=member_id)
