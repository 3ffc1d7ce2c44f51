"""What ventures owe, with the evidence for it, and the regimes that ask for it."""

from __future__ import annotations

from typing import Final

from domain.compliance.tables import Obligation, ObligationEvidence, ObligationKind, ObligationState, VentureRegime
from domain.compliance.templates.catalogue import duties_document, regimes_document
from domain.tenancy.permissions import Action
from graph import kinds
from graph.deriving import can, column_field, columns, entity, to_many, to_one, value, worked_out
from graph.entities.catalogue import LOCALE
from graph.enums import name_of
from graph.language import Rows, Shape, ToOne

SOON_DAYS: Final = 30
"""So many days before its due day an obligation is due soon."""
_SHOWN: Final = (
    "EXISTS (SELECT 1 FROM obligation_evidence x WHERE x.tenant_id = {tenant} AND x.obligation_id = {row}.id"
    " AND x.archived_at IS NULL)"
)
_KIND: Final = kinds.enumeration(ObligationKind, name_of(ObligationKind))

OBLIGATION = entity(
    Obligation,
    [
        columns(
            Obligation,
            {
                "kind": "Why it is owed.",
                "regime": "Code of the regime that asks for it.",
                "title": "What is owed, in one line.",
                "description": "What is to be done.",
                "provision": "Where it is written.",
                "template": "Code of the template that it was made from.",
                "due_on": "Until when evidence is to be there.",
                "due_day": "The day of the month on which those that follow it are due, where the month has it.",
                "recurrence_months": "After how many months it is due again; empty: it is owed once.",
            },
            codes=("regime",),
        ),
        worked_out(
            "state",
            f"Where it stands: fulfilled with evidence; without, due soon within {SOON_DAYS} days of its day.",
            kinds.enumeration(ObligationState, name_of(ObligationState)),
            f"CASE WHEN {_SHOWN} THEN 'fulfilled' WHEN {{row}}.due_on < {{today}} THEN 'overdue'"
            f" WHEN {{row}}.due_on <= {{today}} + {SOON_DAYS} THEN 'due_soon' ELSE 'open' END",
        ),
        worked_out(
            "fulfilled_on",
            "The day of its first evidence.",
            kinds.DATE,
            "(SELECT min(x.provided_on) FROM obligation_evidence x WHERE x.tenant_id = {tenant}"
            " AND x.obligation_id = {row}.id AND x.archived_at IS NULL)",
            nullable=True,
        ),
        to_one(Obligation, "venture_id", "venture", "The venture that owes it."),
        to_one(Obligation, "owner_id", "member", "The member who answers for it."),
        to_one(Obligation, "follows_id", "obligation", "The obligation whose evidence opened this one."),
        ToOne(
            name="next",
            description="The obligation that its evidence has opened.",
            to="obligation",
            on="{there}.follows_id = {row}.id",
        ),
        to_many(
            "evidence", "obligation_evidence", "obligation_id", "What shows that it was fulfilled.", "-provided_on"
        ),
        to_many("alerts", "alert", "subject_id", "Alerts about it, the newest first.", "-since"),
        can(edit=Action.COMPLIANCE_WRITE, archive=Action.COMPLIANCE_WRITE, give_evidence=Action.COMPLIANCE_WRITE),
    ],
    order=("due_on",),
)

OBLIGATION_EVIDENCE = entity(
    ObligationEvidence,
    [
        columns(
            ObligationEvidence,
            {
                "text": "What was done, and what shows it.",
                "provided_on": "The day of it.",
            },
        ),
        column_field(ObligationEvidence, "url", "Where it can be looked at.", kind=kinds.ADDRESS),
        to_one(ObligationEvidence, "venture_id", "venture", "The venture."),
        to_one(ObligationEvidence, "obligation_id", "obligation", "The obligation."),
        to_one(ObligationEvidence, "provided_by", "member", "The member who provided it."),
        can(edit=Action.COMPLIANCE_WRITE, archive=Action.COMPLIANCE_WRITE),
    ],
    plural="obligation_evidences",
    order=("-provided_on",),
)

VENTURE_REGIME = entity(
    VentureRegime,
    [
        columns(
            VentureRegime,
            {
                "regime": "Its code in the catalogue.",
                "title": "Its name, in the tenant's language when it was added.",
                "note": "Why it applies.",
            },
            codes=("regime",),
        ),
        to_one(VentureRegime, "venture_id", "venture", "The venture to which it applies."),
        can(edit=Action.COMPLIANCE_WRITE, archive=Action.COMPLIANCE_WRITE),
    ],
    order=("title",),
)

OF_VENTURE: Final = (
    worked_out(
        "overdue_obligation_count",
        "How many of its obligations are past due without evidence.",
        kinds.INT,
        "(SELECT count(*)::int FROM obligation o WHERE o.tenant_id = {tenant} AND o.venture_id = {row}.id"
        " AND o.archived_at IS NULL AND o.due_on < {today} AND NOT EXISTS (SELECT 1 FROM obligation_evidence x"
        " WHERE x.tenant_id = {tenant} AND x.obligation_id = o.id AND x.archived_at IS NULL))",
    ),
    to_many("obligations", "obligation", "venture_id", "What it owes, the nearest due first.", "due_on"),
    to_many("regimes", "venture_regime", "venture_id", "The regimes that apply to it.", "title"),
)
"""What a venture shows of its compliance."""

REGIMES: Final = Rows(
    name="regimes",
    description="Laws of data protection and artificial intelligence, and social responsibility, with their dates.",
    shape=Shape(
        name="Regime",
        description="What asks for obligations. Texts are in the tenant's language; `texts` holds both, `en` and "
        "`zh-CN`. Not legal advice.",
        fields=[
            value("code", "Its code."),
            value("kind", "Why what it asks for is owed.", _KIND),
            value("subject", "What it is about: data_protection, ai_regulation or social_responsibility."),
            value("name", "Its name."),
            value("jurisdiction", "Where it holds."),
            value("description", "To whom it applies."),
            value("texts", "Name, jurisdiction and description by language.", kinds.JSON),
            value("url", "Where its text stands.", kinds.ADDRESS, nullable=True),
            value("as_of", "The day on which what stands here was looked up.", kinds.DATE),
            value(
                "changes",
                "Its dates in order: the day, title by language, codes of the templates that answer it.",
                kinds.JSON,
            ),
        ],
    ),
    sql=f"""
        SELECT x.code, x.kind, x.subject, x.place, x.url, x.as_of, x.changes, x.name ->> l.locale AS name,
            x.jurisdiction ->> l.locale AS jurisdiction, x.description ->> l.locale AS description,
            jsonb_build_object('name', x.name, 'jurisdiction', x.jurisdiction, 'description', x.description) AS texts
        FROM jsonb_to_recordset({{regimes}}) AS x(code text, kind text, subject text, name jsonb, jurisdiction jsonb,
            description jsonb, url text, as_of date, changes jsonb, place int), {LOCALE}""",
    order="{row}.place",
    documents={"regimes": regimes_document()},
)

OBLIGATION_TEMPLATES: Final = Rows(
    name="obligation_templates",
    description="Obligations that are usual under the regimes, to be applied by `applyObligationTemplates`.",
    shape=Shape(
        name="ObligationTemplate",
        description="An obligation that is usual. Texts are in the tenant's language; `texts` holds both, `en` and "
        "`zh-CN`. Not legal advice.",
        fields=[
            value("code", "Its code."),
            value("regime", "Code of its regime."),
            value("kind", "Why it is owed.", _KIND),
            value("title", "What is owed, in one line."),
            value("description", "What is to be done."),
            value("provision", "Where it is written."),
            value("texts", "Title, description and provision by language.", kinds.JSON),
            value("within_days", "How many days after the start it is due.", kinds.INT),
            value("recurrence_months", "After how many months it is due again.", kinds.INT, nullable=True),
        ],
    ),
    sql=f"""
        SELECT x.code, x.regime, x.kind, x.place, x.within_days, x.recurrence_months, x.title ->> l.locale AS title,
            x.description ->> l.locale AS description, x.provision ->> l.locale AS provision,
            jsonb_build_object('title', x.title, 'description', x.description, 'provision', x.provision) AS texts
        FROM jsonb_to_recordset({{obligation_templates}}) AS x(code text, regime text, kind text, title jsonb,
            description jsonb, provision jsonb, within_days int, recurrence_months int, place int), {LOCALE}""",
    order="{row}.place",
    documents={"obligation_templates": duties_document()},
)

OF_TENANT: Final = (REGIMES, OBLIGATION_TEMPLATES)
"""What the product brings along of compliance."""

ENTITIES = (OBLIGATION, OBLIGATION_EVIDENCE, VENTURE_REGIME)
