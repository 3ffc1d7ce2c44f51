"""Applying templates: risks with their usual responses, actions and indicators, in the tenant's language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Annotated
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field
from sqlmodel import col

from domain.indicators.tables import Indicator, IndicatorStatus
from domain.kernel.commands import Done, command
from domain.kernel.errors import Invalid
from domain.kernel.inputs import Code, IdOf, Input
from domain.kernel.work import Work
from domain.risks.categorizing import categories
from domain.risks.tables import Action as ResponseAction
from domain.risks.tables import Response, Risk, RiskScore
from domain.risks.templates.catalogue import TEMPLATES
from domain.risks.templates.template import LOCALES, Gauge, Template, Text, Usual
from domain.series.levels import IndicatorDirection
from domain.tenancy.members import check_owner
from domain.tenancy.permissions import Action
from domain.tenancy.zone import tenant_of
from domain.ventures.tables import Venture


class ApplyRiskTemplates(Input):
    """Templates to make risks of."""

    venture_id: Annotated[UUID, IdOf("venture")] = Field(description="The venture whose register they go into.")
    codes: list[Code] = Field(
        min_length=1, max_length=100, description="Codes of the templates.", examples=[["data_licence_lost"]]
    )
    owner_id: Annotated[UUID, IdOf("member")] | None = Field(
        None, description="The member who watches the risks and answers for the responses."
    )


@command(Action.RISK_WRITE, returns={"venture": "venture"})
async def apply_risk_templates(work: Work, given: ApplyRiskTemplates) -> Done:
    """Make risks of templates, with their usual responses, actions and indicators, in the tenant's language.

    Templates whose risk stands in the register already are passed over.
    """
    venture = await work.get(Venture, given.venture_id, "venture_id", archived=False)
    await check_owner(work, given.owner_id)
    wanted = await _known(work, given.codes)
    await work.guard(f"risk_templates:{venture.id.hex}")
    there = await _there(work, venture.id)
    await write_risks(
        work, venture.id, given.owner_id, [template for code, template in wanted.items() if code not in there]
    )
    return Done({"venture": venture.id})


async def write_risks(work: Work, venture_id: UUID, owner_id: UUID | None, templates: Sequence[Template]) -> None:
    """Write the risks of templates with their responses, actions and indicators, in the tenant's language."""
    locale = (await tenant_of(work)).locale
    writer = _Writer(work, venture_id, owner_id, LOCALES.index(locale) if locale in LOCALES else 0)
    risks = [(writer.risk(template), template) for template in templates]
    await work.flush()
    responses = [pair for risk, template in risks for pair in writer.responses(risk, template)]
    indicators = [writer.indicator(risk, gauge) for risk, template in risks for gauge in template.indicators]
    await work.flush()
    for response, usual in responses:
        writer.actions(response, usual)
    for indicator in indicators:
        work.session.add(IndicatorStatus(tenant_id=work.tenant_id, indicator_id=indicator.id))


async def _known(work: Work, codes: list[str]) -> dict[str, Template]:
    """The templates of the codes. Raises `Invalid` at an unknown code, or one whose category is not in use."""
    in_use = await categories(work)
    found = {}
    for position, code in enumerate(codes):
        template = TEMPLATES.get(code)
        if template is None:
            raise Invalid.at(
                "codes", position, message=f"there is no template {code}; there are {', '.join(TEMPLATES)}"
            )
        check_in_use(in_use, template, "codes", position)
        found[code] = template
    return found


def check_in_use(in_use: Mapping[str, str | None], template: Template, *path: str | int) -> None:
    """Raises `Invalid` at `path` where the tenant has put the template's category or sub-type away."""
    sub_type = template.sub_type
    if template.category not in in_use or (sub_type is not None and in_use.get(sub_type) != template.category):
        kind = "/".join(filter(None, (template.category, sub_type)))
        what = template.code or f"“{template.title[0]}”"
        raise Invalid.at(*path, message=f"{what} is of {kind}, which is not in use here")


async def _there(work: Work, venture_id: UUID) -> set[str | None]:
    """The templates whose risks stand in the register."""
    statement = sa.select(col(Risk.template)).where(
        col(Risk.tenant_id) == work.tenant_id,
        col(Risk.venture_id) == venture_id,
        col(Risk.archived_at).is_(None),
        col(Risk.template).is_not(None),
    )
    return set((await work.session.execute(statement)).scalars())


class _Writer:
    """Writes what follows from templates, in one language."""

    def __init__(self, work: Work, venture_id: UUID, owner_id: UUID | None, language: int) -> None:
        self._work = work
        self._common = {"venture_id": venture_id, "owner_id": owner_id}
        self._language = language

    def risk(self, template: Template) -> Risk:
        """The risk itself; what is kept beside it follows with the next flush."""
        return self._work.new(
            Risk,
            kind=template.kind,
            title=self._in(template.title),
            category=template.category,
            sub_type=template.sub_type,
            cause=self._in(template.cause) or None,
            event=self._in(template.event) or None,
            effect=self._in(template.effect) or None,
            template=template.code or None,
            opened_at=self._work.now,
            **self._common,
        )

    def responses(self, risk: Risk, template: Template) -> list[tuple[Response, Usual]]:
        """The template's responses to the risk."""
        self._work.session.add(RiskScore(tenant_id=self._work.tenant_id, risk_id=risk.id))
        return [
            (
                self._work.new(Response, risk_id=risk.id, kind=usual.kind, title=self._in(usual.title), **self._common),
                usual,
            )
            for usual in template.responses
        ]

    def actions(self, response: Response, usual: Usual) -> None:
        """The actions of one response."""
        for title in usual.actions:
            self._work.new(ResponseAction, response_id=response.id, title=self._in(title), **self._common)

    def indicator(self, risk: Risk, gauge: Gauge) -> Indicator:
        """One indicator of the risk; its readings are yet to come."""
        return self._work.new(
            Indicator,
            risk_id=risk.id,
            name=self._in(gauge.name),
            unit=gauge.unit,
            direction=IndicatorDirection(gauge.direction),
            warning=Decimal(gauge.warning),
            critical=Decimal(gauge.critical),
            interval_days=gauge.interval_days,
            **self._common,
        )

    def _in(self, text: Text) -> str:
        return text[self._language]
