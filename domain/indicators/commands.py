"""What can be asked of indicators: make them, set their thresholds, say whence their readings come."""

from __future__ import annotations

from typing import Annotated, Final
from urllib.parse import urlsplit
from uuid import UUID

from jsonpointer import JsonPointer, JsonPointerException
from pydantic import AfterValidator, Field

from domain.indicators.keeping import check_thresholds, keep_standing
from domain.indicators.tables import Indicator, IndicatorStatus
from domain.kernel.commands import Done, command
from domain.kernel.editing import apply, archiving_commands, load_for_change, when_restored
from domain.kernel.errors import Invalid
from domain.kernel.inputs import Change, IdOf, Input, LongText, Quantity, Title, Whole, may_be_left_out
from domain.kernel.tables import Entity
from domain.kernel.targets import LONGEST, ForbiddenTarget, check_url
from domain.kernel.work import Work
from domain.resources.data_tables import DataSource
from domain.risks.tables import Risk
from domain.series.levels import IndicatorDirection
from domain.tenancy.members import check_owner
from domain.tenancy.permissions import Action
from domain.ventures.belonging import get_of_venture
from domain.ventures.tables import Venture

IndicatorId = Annotated[UUID, IdOf("indicator")]
VentureId = Annotated[UUID, IdOf("venture")]
RiskId = Annotated[UUID, IdOf("risk")]
DataSourceId = Annotated[UUID, IdOf("data_source")]
MemberId = Annotated[UUID, IdOf("member")]
Interval = Annotated[Whole, Field(ge=1, le=366)]


def _pointer(value: str) -> str:
    try:
        JsonPointer(value)
    except JsonPointerException:
        raise ValueError("is no JSON Pointer (RFC 6901), such as /data/0/accuracy") from None
    return value


_DATA = "The data of the same venture whose drift it tells: its readings are their population stability index."
_OTHER_DATA = "the data must be those of the venture of the indicator"

Pointer = Annotated[str, AfterValidator(_pointer), Field(max_length=500, examples=["/data/accuracy"])]
Url = Annotated[str, Field(min_length=1, max_length=LONGEST, examples=["https://metrics.example.com/accuracy.json"])]
Token = Annotated[str, Field(min_length=1, max_length=4_000, pattern=r"^[\x21-\x7e]+$")]


class CreateIndicator(Input):
    """A measured series that tells of a risk, or of a venture as a whole."""

    venture_id: VentureId | None = Field(
        None, description="The venture; left out, it is that of the risk or of the data."
    )
    risk_id: RiskId | None = Field(None, description="The risk that it tells of.")
    data_source_id: DataSourceId | None = Field(None, description=_DATA)
    name: Title = Field(description="What is measured.", examples=["Accuracy on the hospital set"])
    description: LongText | None = Field(None, description="How it is measured.")
    unit: Title | None = Field(None, description="Unit of the values.", examples=["F1"])
    direction: IndicatorDirection = Field(description="Which way it gets worse.")
    warning: Quantity | None = Field(None, description="From this value on it is a warning.", examples=["0.9"])
    critical: Quantity | None = Field(None, description="From this value on it is critical.", examples=["0.87"])
    warning_clear: Quantity | None = Field(
        None, description="Beyond this value, on the good side, the warning ends; left out: the threshold itself."
    )
    critical_clear: Quantity | None = Field(
        None, description="Beyond this value, on the good side, critical ends; left out: the threshold itself."
    )
    interval_days: Interval = Field(
        7, description="Days between two readings; after twice as long it is stale.", examples=[7]
    )
    owner_id: MemberId | None = Field(None, description="The member who sees that it is measured.")
    source_url: Url | None = Field(
        None, description="Whence readings are pulled once an interval: https, a public address that answers with JSON."
    )
    source_pointer: Pointer | None = Field(
        None,
        description="Where the value stands in the answer, as JSON Pointer (RFC 6901); left out: all of it.",
    )
    source_token: Token | None = Field(None, description="Sent to the source as bearer token; never shown again.")


class UpdateIndicator(Change):
    """Changes to an indicator: what is left out stays, null clears."""

    id: IndicatorId = Field(description="The indicator.")
    data_source_id: DataSourceId | None = Field(None, description=_DATA)
    name: Title = may_be_left_out("What is measured.")
    description: LongText | None = Field(None, description="How it is measured.")
    unit: Title | None = Field(None, description="Unit of the values.")
    direction: IndicatorDirection = may_be_left_out("Which way it gets worse.")
    warning: Quantity | None = Field(None, description="From this value on it is a warning.")
    critical: Quantity | None = Field(None, description="From this value on it is critical.")
    warning_clear: Quantity | None = Field(None, description="Beyond this value the warning ends.")
    critical_clear: Quantity | None = Field(None, description="Beyond this value critical ends.")
    interval_days: Interval = may_be_left_out("Days between two readings.")
    owner_id: MemberId | None = Field(None, description="The member who sees that it is measured.")
    source_url: Url | None = Field(
        None,
        description="Whence readings are pulled; null: they are only pushed, and the token is forgotten. With another "
        "host the token must be given anew.",
    )
    source_pointer: Pointer | None = Field(None, description="Where the value stands in the answer (RFC 6901).")
    source_token: Token | None = Field(None, description="Sent to the source as bearer token; null: none.")


@command(Action.RISK_WRITE, returns={"indicator": "indicator"}, creates=True)
async def create_indicator(work: Work, given: CreateIndicator) -> Done:
    """Add an indicator to a risk or to a venture."""
    await check_owner(work, given.owner_id)
    venture_id = await _venture_of(work, given)
    row = work.new(Indicator, venture_id=venture_id, **given.sent("venture_id", "source_token"))
    check_thresholds(row)
    _check_source(work, row, given)
    _seal_token(work, row, given)
    await work.flush()
    work.session.add(IndicatorStatus(tenant_id=work.tenant_id, indicator_id=row.id))
    await _mark(work, row)
    return Done({"indicator": row.id})


@command(Action.RISK_WRITE, returns={"indicator": "indicator"})
async def update_indicator(work: Work, given: UpdateIndicator) -> Done:
    """Change an indicator. Changed thresholds are held against the readings there are, at once."""
    row = await load_for_change(work, Indicator, given.id, given.expected_version)
    await check_owner(work, given.owner_id)
    if given.data_source_id is not None:
        await get_of_venture(
            work, DataSource, given.data_source_id, row.venture_id, "data_source_id", message=_OTHER_DATA
        )
    former = row.source_url
    apply(row, given.sent("id", "expected_version", "source_token"))
    check_thresholds(row)
    _check_source(work, row, given)
    if "source_token" in given.model_fields_set:
        _seal_token(work, row, given)
    else:
        _check_token_stays(row, former)
    await keep_standing(work, row)
    await work.mark("trend", [row.id])
    if _SOURCE & given.model_fields_set:
        await _have_asked(work, row)
    return Done({"indicator": row.id})


async def _venture_of(work: Work, given: CreateIndicator) -> UUID:
    """The venture that is named, or that of the risk or of the data that it tells of: all of one venture."""
    told: dict[str, UUID] = {}
    if given.risk_id is not None:
        told["risk"] = (await work.get(Risk, given.risk_id, "risk_id", archived=False)).venture_id
    if given.data_source_id is not None:
        told["data"] = (await work.get(DataSource, given.data_source_id, "data_source_id", archived=False)).venture_id
    if not told:
        if given.venture_id is None:
            raise Invalid.at("venture_id", message="say the venture, or the risk that it tells of")
        return (await work.get(Venture, given.venture_id, "venture_id", archived=False)).id
    for what, venture_id in told.items():
        if given.venture_id not in (None, venture_id):
            raise Invalid.at("venture_id", message=f"the {what} belongs to another venture; leave the venture out")
    if len(set(told.values())) > 1:
        raise Invalid.at("data_source_id", message=_OTHER_DATA)
    return next(iter(told.values()))


def _check_source(work: Work, row: Indicator, given: CreateIndicator | UpdateIndicator) -> None:
    if row.source_url is None:
        if given.source_token is not None:
            raise Invalid.at("source_token", message="needs source_url, to which it is sent")
        row.source_token = None
        return
    settings = work.runtime.settings
    try:
        target = check_url(
            row.source_url,
            allow_http=settings.webhook_allow_http,
            allowed=settings.webhook_allowed_networks,
        )
    except ForbiddenTarget as error:
        raise Invalid.at("source_url", message=str(error)) from None
    row.source_url = target.url


def _check_token_stays(row: Indicator, former: str | None) -> None:
    """Raises `Invalid` where a kept token would go to another host: whoever changes the source could read it there."""
    if row.source_token is not None and urlsplit(former)[:2] != urlsplit(row.source_url)[:2]:
        raise Invalid.at("source_token", message="the source lies at another host: give its token, or null for none")


def token_place(indicator_id: UUID) -> str:
    """The place to which a source's token is bound when it is encrypted."""
    return f"indicator.source_token:{indicator_id}"


def _seal_token(work: Work, row: Indicator, given: CreateIndicator | UpdateIndicator) -> None:
    token = given.source_token
    row.source_token = (
        None if token is None else work.runtime.keys.encrypt(token, tenant_id=work.tenant_id, place=token_place(row.id))
    )


_SOURCE: Final = frozenset({"source_url", "source_pointer", "source_token", "interval_days"})
"""Fields after whose change the source is asked at once."""


async def _mark(work: Work, row: Indicator) -> None:
    """Have the trend worked out anew, and the source asked."""
    await work.mark("trend", [row.id])
    await _have_asked(work, row)


async def _have_asked(work: Work, row: Indicator) -> None:
    if row.source_url is not None:
        await work.mark("pull", [row.id])


@when_restored
async def ask_restored_indicator(work: Work, entity: Entity) -> None:
    """A source is asked no more while its indicator is archived; restored, it is asked again."""
    if isinstance(entity, Indicator):
        await _mark(work, entity)


archiving_commands(Indicator, Action.RISK_WRITE, __name__)
