"""By what a tenant's registers judge: scale, limits of ventures, categories."""

from __future__ import annotations

from domain.risks.tables import RiskCategory, RiskLimits, RiskScale
from domain.tenancy.permissions import Action
from graph import kinds
from graph.deriving import can, columns, entity, to_one
from graph.language import Field

_TRUST = (
    "How far it can be trusted, by `money` and by `delay`: of `pairs` of cells, how many are `overlapping` (two risks "
    "in them can be ranked wrongly) and `inconsistent` (two or more levels apart, and the higher can be the smaller "
    "loss); the latter as `breaks`, and the `worst` pair."
)

RISK_SCALE = entity(
    RiskScale,
    [
        columns(
            RiskScale,
            {
                "version_number": "Counts the saved scales; the highest holds.",
                "definition": "Names, bands and matrix.",
                "trust": _TRUST,
            },
        ),
        can(save=Action.RISK_CONFIGURE),
    ],
    order=("-version_number",),
)

RISK_LIMITS = entity(
    RiskLimits,
    [
        columns(
            RiskLimits,
            {
                "scale_number": "The version of the scale in which they hold.",
                "money_bands": "Lower limits of loss, one a level of impact.",
                "delay_bands": "Lower limits of delay in working days, one a level of impact.",
                "trust": _TRUST,
            },
        ),
        to_one(RiskLimits, "venture_id", "venture", "The venture."),
    ],
    word="risk_limits",
    singular="risk_limit",
    plural="risk_limits",
    order=("-scale_number",),
)

RISK_CATEGORY = entity(
    RiskCategory,
    [
        columns(
            RiskCategory,
            {
                "code": "Its code.",
                "parent": "Code of the category that a sub-type belongs to.",
                "names": "Its name by locale.",
            },
            codes=("parent",),
        ),
        Field(
            name="name",
            description="Its name in the tenant's language, else in English, else its code.",
            kind=kinds.TEXT,
            sql="coalesce({row}.names ->> (SELECT z.locale FROM tenant z WHERE z.id = {tenant}),"
            " {row}.names ->> 'en', {row}.code)",
            nullable=False,
        ),
        can(edit=Action.RISK_CONFIGURE, archive=Action.RISK_CONFIGURE),
    ],
    plural="risk_categories",
    order=("code",),
)

ENTITIES = (RISK_SCALE, RISK_LIMITS, RISK_CATEGORY)
