"""What the product brings along for registers: templates of risks, and usual responses."""

from __future__ import annotations

from typing import Final

from domain.risks.tables import ResponseKind, RiskKind
from domain.risks.templates.catalogue import templates_document, usual_responses_document
from domain.roadmaps.templates.catalogue import templates_document as templates_of_plans
from graph import kinds
from graph.deriving import value
from graph.enums import name_of
from graph.language import Rows, Shape

_KIND: Final = kinds.enumeration(RiskKind, name_of(RiskKind))
_RESPONSE: Final = kinds.enumeration(ResponseKind, name_of(ResponseKind))
LOCALE: Final = (
    "(SELECT CASE WHEN z.locale = 'zh-CN' THEN 'zh-CN' ELSE 'en' END AS locale FROM tenant z WHERE z.id = {tenant}) l"
)
"""The tenant's language as far as the product speaks it, in a FROM clause."""


RISK_TEMPLATES: Final = Rows(
    name="risk_templates",
    description="Risks that ventures of artificial intelligence usually have, to be applied by `applyRiskTemplates`.",
    shape=Shape(
        name="RiskTemplate",
        description="A risk that is usual, with its responses and what to watch it by. Texts are in the tenant's "
        "language; `texts`, `responses` and `indicators` hold both, `en` and `zh-CN`.",
        fields=[
            value("code", "Its code."),
            value("kind", "Whether it would hurt or help.", _KIND),
            value("category", "Code of its category."),
            value("sub_type", "Code of its sub-type.", nullable=True),
            value("title", "The risk in one line."),
            value("cause", "Why it may happen."),
            value("event", "What would happen."),
            value("effect", "What would follow."),
            value("texts", "Title, cause, event and effect by language.", kinds.JSON),
            value("responses", "Usual responses: kind, title and titles of actions by language.", kinds.JSON),
            value(
                "indicators",
                "What to watch it by: name by language, unit, direction, warning, critical, days between readings.",
                kinds.JSON,
            ),
            value("rules", "Codes of the rules that watch it.", kinds.TEXTS),
        ],
    ),
    sql=f"""
        SELECT x.code, x.kind, x.category, x.sub_type, x.place, x.responses, x.indicators,
            ARRAY(SELECT e.value FROM jsonb_array_elements_text(x.rules) WITH ORDINALITY e(value, n)
                ORDER BY e.n) AS rules,
            x.title ->> l.locale AS title, x.cause ->> l.locale AS cause, x.event ->> l.locale AS event,
            x.effect ->> l.locale AS effect,
            jsonb_build_object('title', x.title, 'cause', x.cause, 'event', x.event, 'effect', x.effect) AS texts
        FROM jsonb_to_recordset({{risk_templates}}) AS x(code text, kind text, category text, sub_type text,
            title jsonb, cause jsonb, event jsonb, effect jsonb, responses jsonb, indicators jsonb, rules jsonb,
            place int), {LOCALE}""",
    order="{row}.place",
    documents={"risk_templates": templates_document()},
)

PLAN_TEMPLATES: Final = Rows(
    name="plan_templates",
    description="Plans to begin with, to be laid out in a venture by `applyTemplate`.",
    shape=Shape(
        name="PlanTemplate",
        description="A plan of milestones with estimates, criteria and dependencies. Title and description are in the "
        "tenant's language; `texts` and `milestones` hold both, `en` and `zh-CN`.",
        fields=[
            value("code", "Its code."),
            value("title", "The plan in one line."),
            value("description", "What it is for."),
            value("texts", "Title and description by language.", kinds.JSON),
            value("phases", "Its phases in order: code, title by language, kind.", kinds.JSON),
            value(
                "milestones",
                "Its milestones in order: code, code of the phase, title and description by language, whether key, "
                "estimate in working days, what it comes after, criteria, and tasks.",
                kinds.JSON,
            ),
        ],
    ),
    sql=f"""
        SELECT x.code, x.place, x.phases, x.milestones, x.title ->> l.locale AS title,
            x.description ->> l.locale AS description,
            jsonb_build_object('title', x.title, 'description', x.description) AS texts
        FROM jsonb_to_recordset({{plan_templates}}) AS x(code text, title jsonb, description jsonb, phases jsonb,
            milestones jsonb, place int), {LOCALE}""",
    order="{row}.place",
    documents={"plan_templates": templates_of_plans()},
)

_USUAL: Final = (
    "FROM jsonb_to_recordset({usual_responses}) AS x(risk_kind text, category text, foremost text, kind text,"
    f" title jsonb, place int), {LOCALE}"
)

_OFFERED: Final = Shape(
    name="UsualResponse",
    description="A response that is usual for risks of a category.",
    fields=[
        value("risk_kind", "Whether it answers threats or opportunities.", _KIND),
        value("category", "Code of the category; empty: all.", nullable=True),
        value("sub_type", "Code of the sub-type that it answers foremost.", nullable=True),
        value("kind", "What kind of response it is.", _RESPONSE),
        value("title", "The response in one line, in the tenant's language."),
    ],
)

USUAL_RESPONSES: Final = Rows(
    name="usual_responses",
    description="The usual responses of every category.",
    shape=_OFFERED,
    sql="SELECT x.risk_kind, x.category, x.foremost AS sub_type, x.kind, x.place, x.title ->> l.locale AS title "
    + _USUAL,
    order="{row}.place",
    documents={"usual_responses": usual_responses_document()},
)

OFFERED_RESPONSES: Final = Rows(
    name="usual_responses",
    description="What usually answers such a risk, the response that fits its sub-type first.",
    shape=_OFFERED,
    sql="SELECT x.risk_kind, x.category, x.foremost AS sub_type, x.kind, x.place, x.title ->> l.locale AS title,"
    " (x.foremost IS NOT NULL AND x.foremost = {row}.sub_type) AS fits "
    + _USUAL
    + " WHERE x.risk_kind = coalesce({row}.kind, 'threat') AND (x.category IS NULL OR x.category = {row}.category)",
    order="{row}.fits IS NOT TRUE, {row}.place",
    documents={"usual_responses": usual_responses_document()},
)
