"""Lessons with what taught them, playbooks, and what the cases of others teach."""

from __future__ import annotations

from typing import Final

from domain.lessons.cases.catalogue import answers_document, cases_document, lessons_document
from domain.lessons.similarity import SIMILAR
from domain.lessons.tables import Lesson, LessonReview, LessonRisk, LessonTheme, Playbook
from domain.tenancy.permissions import Action
from graph import kinds
from graph.deriving import can, columns, entity, through, to_many, to_one, value
from graph.entities.catalogue import LOCALE
from graph.enums import name_of
from graph.language import Rows, Shape

_THEME: Final = kinds.enumeration(LessonTheme, name_of(LessonTheme))
_EDIT: Final = can(edit=Action.LESSON_WRITE, archive=Action.LESSON_WRITE)

LESSON = entity(
    Lesson,
    [
        columns(
            Lesson,
            {
                "title": "The lesson in one line.",
                "theme": "What it is about, where it is one of the three that the cases teach.",
                "category": "Code of the category of risk that it helps with.",
                "sub_type": "Code of the sub-type within the category.",
                "situation": "What had come about.",
                "what_was_done": "What was done then.",
                "outcome": "What came of it.",
                "recommendation": "What to do next time.",
                "learned_on": "The day of it.",
            },
            codes=("category", "sub_type"),
        ),
        to_one(Lesson, "venture_id", "venture", "The venture in which it was learned; empty: the whole tenant's."),
        to_one(Lesson, "author_id", "member", "The member who wrote it down."),
        through("risks", "risk", "lesson_risk", "lesson_id", "risk_id", "The risks that it was drawn from."),
        through("reviews", "review", "lesson_review", "lesson_id", "review_id", "The reviews in which it was learned."),
        to_many("risk_links", "lesson_risk", "lesson_id", "Its links to risks."),
        to_many("review_links", "lesson_review", "lesson_id", "Its links to reviews."),
        _EDIT,
    ],
    order=("-learned_on",),
)

LESSON_RISK = entity(
    LessonRisk,
    [
        columns(LessonRisk, {}),
        to_one(LessonRisk, "venture_id", "venture", "The venture of the risk."),
        to_one(LessonRisk, "lesson_id", "lesson", "The lesson.", nullable=True),
        to_one(LessonRisk, "risk_id", "risk", "The risk."),
        can(archive=Action.LESSON_WRITE),
    ],
)

LESSON_REVIEW = entity(
    LessonReview,
    [
        columns(LessonReview, {}),
        to_one(LessonReview, "venture_id", "venture", "The venture of the review."),
        to_one(LessonReview, "lesson_id", "lesson", "The lesson.", nullable=True),
        to_one(LessonReview, "review_id", "review", "The review."),
        can(archive=Action.LESSON_WRITE),
    ],
)

PLAYBOOK = entity(
    Playbook,
    [
        columns(
            Playbook,
            {
                "title": "The playbook in one line.",
                "description": "When it fits, and what it rests on.",
                "risks": "Risks that it enters: title, category, sub-type, cause, event, effect, responses.",
                "milestones": "Milestones that it plans: code, title, estimate, what each comes after, criteria.",
                "roles": "Roles that it asks for: title, function, head-count, whether core, milestone.",
            },
        ),
        _EDIT,
    ],
    order=("title",),
)

SIMILAR_LESSONS: Final = Rows(
    name="similar_lessons",
    description="Lessons that may help with it and are not linked to it, the best fitting first: of its sub-type, of "
    "its category, or told in like words.",
    shape=Shape(
        name="SimilarLesson",
        description="A lesson that may help with a risk.",
        fields=[
            value("lesson_id", "The lesson.", kinds.identifier("lesson")),
            value("venture_id", "The venture in which it was learned.", kinds.identifier("venture"), nullable=True),
            value("title", "The lesson in one line."),
            value("theme", "What it is about.", _THEME, nullable=True),
            value("category", "Code of the category of risk that it helps with.", nullable=True),
            value("sub_type", "Code of the sub-type.", nullable=True),
            value("situation", "What had come about.", nullable=True),
            value("recommendation", "What to do next time.", nullable=True),
            value("learned_on", "The day of it.", kinds.DATE),
            value("same_category", "Whether it is of the risk's category.", kinds.BOOL),
            value("same_sub_type", "Whether it is of the risk's sub-type.", kinds.BOOL),
            value("likeness", "How like its words are, from 0 to 1.", kinds.DECIMAL),
            value("fit", "A quarter each for category and sub-type, and half of the likeness.", kinds.DECIMAL),
        ],
    ),
    sql=SIMILAR.format(
        tenant="{tenant}",
        asked="SELECT {row}.category AS category, {row}.sub_type AS sub_type,"
        " split_part(t.content, chr(10), 1) AS title FROM search_text t"
        " WHERE t.tenant_id = {tenant} AND t.type = 'risk' AND t.id = {row}.id",
        seen="({unrestricted} OR x.venture_id IS NULL OR x.venture_id = ANY({ventures}))",
        but="NOT EXISTS (SELECT 1 FROM lesson_risk y WHERE y.tenant_id = {tenant} AND y.lesson_id = l.id"
        " AND y.risk_id = {row}.id AND y.archived_at IS NULL)",
    ),
    order="{row}.fit DESC, {row}.lesson_id DESC",
    price=500,
)

CASE_ANSWERS: Final = Rows(
    name="case_answers",
    description="How companies of other cases answered such a risk, those of its sub-type first.",
    shape=Shape(
        name="CaseAnswer",
        description="How a risk was answered in a case. Texts are in the tenant's language.",
        fields=[
            value("playbook", "Code of the case's playbook."),
            value("playbook_title", "What kind of company it was."),
            value("category", "Code of the category."),
            value("sub_type", "Code of the sub-type.", nullable=True),
            value("risk", "The risk in one line."),
            value("answer", "What was done, and what came of it."),
            value("responses", "The responses by language.", kinds.JSON),
        ],
    ),
    sql="SELECT x.playbook, x.category, x.sub_type, x.place, x.responses, x.risk ->> l.locale AS risk,"
    " x.answer ->> l.locale AS answer, x.playbook_title ->> l.locale AS playbook_title,"
    " (x.sub_type IS NOT NULL AND x.sub_type = {row}.sub_type) AS fits"
    " FROM jsonb_to_recordset({case_answers}) AS x(playbook text, playbook_title jsonb, category text, sub_type text,"
    f" risk jsonb, responses jsonb, answer jsonb, place int), {LOCALE} WHERE x.category = {{row}}.category",
    order="{row}.fits IS NOT TRUE, {row}.place",
    documents={"case_answers": answers_document()},
)

PLAYBOOK_TEMPLATES: Final = Rows(
    name="playbook_templates",
    description="Playbooks drawn from the cases of four kinds of companies, to be applied by `applyPlaybook`.",
    shape=Shape(
        name="PlaybookTemplate",
        description="A playbook that the product brings along: how a kind of company met its risks. Title and story "
        "are in the tenant's language; `texts`, `risks`, `milestones` and `roles` hold both, `en` and `zh-CN`.",
        fields=[
            value("code", "Its code."),
            value("title", "What kind of company it was."),
            value("story", "What it did, and what it lived on."),
            value("texts", "Title and story by language.", kinds.JSON),
            value(
                "risks",
                "Its technical, funding and market risk: code, category, sub-type, title, cause, event, effect, "
                "responses, indicators, and how it was answered.",
                kinds.JSON,
            ),
            value("milestones", "Its milestones in order, as those of templates of plans.", kinds.JSON),
            value("roles", "The roles that it asks for: title, function, head-count, whether core.", kinds.JSON),
            value("lessons", "Codes of the lessons that it teaches.", kinds.TEXTS),
        ],
    ),
    sql=f"""
        SELECT x.code, x.place, x.risks, x.milestones, x.roles, x.title ->> l.locale AS title,
            x.story ->> l.locale AS story, jsonb_build_object('title', x.title, 'story', x.story) AS texts,
            ARRAY(SELECT e.value FROM jsonb_array_elements_text(x.lessons) WITH ORDINALITY e(value, n)
                ORDER BY e.n) AS lessons
        FROM jsonb_to_recordset({{playbook_templates}}) AS x(code text, title jsonb, story jsonb, risks jsonb,
            milestones jsonb, roles jsonb, lessons jsonb, place int), {LOCALE}""",
    order="{row}.place",
    documents={"playbook_templates": cases_document()},
)

LESSON_TEMPLATES: Final = Rows(
    name="lesson_templates",
    description="The lessons that the cases teach: control risks, keep a technical reserve, a sustainable business "
    "model.",
    shape=Shape(
        name="LessonTemplate",
        description="A lesson that the cases teach. Texts are in the tenant's language; `texts` holds both, `en` and "
        "`zh-CN`.",
        fields=[
            value("code", "Its code."),
            value("theme", "What it is about.", _THEME),
            value("title", "The lesson in one line."),
            value("situation", "What had come about."),
            value("recommendation", "What to do."),
            value("texts", "Title, situation and recommendation by language.", kinds.JSON),
            value("categories", "Codes of the categories of risks that it helps with.", kinds.TEXTS),
        ],
    ),
    sql=f"""
        SELECT x.code, x.theme, x.place, x.title ->> l.locale AS title, x.situation ->> l.locale AS situation,
            x.recommendation ->> l.locale AS recommendation,
            jsonb_build_object('title', x.title, 'situation', x.situation, 'recommendation', x.recommendation) AS texts,
            ARRAY(SELECT e.value FROM jsonb_array_elements_text(x.categories) WITH ORDINALITY e(value, n)
                ORDER BY e.n) AS categories
        FROM jsonb_to_recordset({{lesson_templates}}) AS x(code text, theme text, title jsonb, situation jsonb,
            recommendation jsonb, categories jsonb, place int), {LOCALE}""",
    order="{row}.place",
    documents={"lesson_templates": lessons_document()},
)

OF_TENANT: Final = (PLAYBOOK_TEMPLATES, LESSON_TEMPLATES)
"""What the product brings along of cases."""
OF_VENTURE: Final = (
    to_many("lessons", "lesson", "venture_id", "What was learned in it, the latest first.", "-learned_on"),
)
"""What a venture shows of lessons."""
OF_RISK: Final = (
    through("lessons", "lesson", "lesson_risk", "risk_id", "lesson_id", "Lessons that it has taught.", "-learned_on"),
    SIMILAR_LESSONS,
    CASE_ANSWERS,
)
"""What a risk shows of lessons."""
OF_REVIEW: Final = (
    through("lessons", "lesson", "lesson_review", "review_id", "lesson_id", "Lessons learned in it.", "-learned_on"),
)
"""What a review shows of lessons."""

ENTITIES = (LESSON, LESSON_RISK, LESSON_REVIEW, PLAYBOOK)
