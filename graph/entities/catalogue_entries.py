"""The catalogue of technology: the product's own entries and those of the tenant, read as one list."""

from __future__ import annotations

from typing import Final

from domain.catalogue.entries import catalogue_document
from domain.catalogue.tables import CatalogueEntry, CatalogueKind
from domain.tenancy.permissions import Action
from graph import kinds
from graph.deriving import can, column_field, columns, entity, value
from graph.entities.catalogue import LOCALE
from graph.enums import name_of
from graph.language import One, Rows, Shape

_DOCUMENTS: Final = {"catalogue": catalogue_document()}


CHANGE: Final = Shape(
    name="CatalogueChange",
    description="Something that has changed, or must be known before a technology is chosen.",
    fields=[
        value("since", "Since when, as a day or a month (ISO 8601); empty where nobody says.", nullable=True),
        value("text", "What has changed, in the tenant's language."),
        value("source", "Where that stands.", kinds.ADDRESS, nullable=True),
    ],
)

ITEM: Final = Shape(
    name="CatalogueItem",
    description="A framework, tool or the like: one of the product's own entries, the same for all and read-only, or "
    "one of the tenant. The product's own texts are in the tenant's language.",
    fields=[
        value("id", "Its id.", kinds.identifier("catalogue_entry")),
        value("code", "Its code, by which technologies name it."),
        value("kind", "What sort of thing it is.", kinds.enumeration(CatalogueKind, name_of(CatalogueKind))),
        value("name", "Its name."),
        value("summary", "What it is."),
        value("strengths", "What it is good at.", kinds.TEXTS),
        value("weaknesses", "What it is not good at.", kinds.TEXTS),
        value("fits", "Where it fits.", kinds.TEXTS),
        value("url", "Where it is described.", kinds.ADDRESS, nullable=True),
        value("licence_spdx", "Its licence, an SPDX expression.", nullable=True),
        value("retired_on", "Since when it is not developed any more; empty: it is.", kinds.DATE, nullable=True),
        value("checked_on", "The day as of which all of it was so.", kinds.DATE, nullable=True),
        value("is_own", "Whether it is the tenant's; the product's own are read-only.", kinds.BOOL),
        Rows(
            name="changes",
            description="What has changed, the earliest first.",
            shape=CHANGE,
            sql="SELECT p.value ->> 'since' AS since, p.value ->> 'text' AS text, p.value ->> 'source' AS source"
            " FROM jsonb_array_elements({row}.changes) p",
            order="{row}.since, {row}.text",
        ),
    ],
)


def _lines(name: str) -> str:
    """A list of texts in the tenant's language."""
    return (
        f"ARRAY(SELECT e.value FROM jsonb_array_elements_text(b.{name} -> l.locale) WITH ORDINALITY e(value, n)"
        f" ORDER BY e.n) AS {name}"
    )


_ITEMS: Final = f"""
    SELECT b.id, b.code, b.kind, b.name, b.summary ->> l.locale AS summary, {_lines("strengths")},
        {_lines("weaknesses")}, {_lines("fits")}, b.url, b.licence_spdx, b.retired_on, b.checked_on,
        false AS is_own, b.place, (SELECT coalesce(jsonb_agg(jsonb_build_object('since', g.value -> 'since',
            'text', g.value -> 'text' -> l.locale, 'source', g.value -> 'source')), '[]')
            FROM jsonb_array_elements(b.changes) g) AS changes
    FROM jsonb_to_recordset({{catalogue}}) AS b(id uuid, code text, kind text, name text, summary jsonb,
            strengths jsonb, weaknesses jsonb, fits jsonb, url text, licence_spdx text, retired_on date,
            checked_on date, changes jsonb, place int),
        {LOCALE}
    UNION ALL
    SELECT o.id, o.code, o.kind, o.name, o.summary, o.strengths, o.weaknesses, o.fits, o.url, o.licence_spdx,
        o.retired_on, o.noted_on, true, NULL, CASE WHEN o.note IS NULL THEN '[]' ELSE jsonb_build_array(
            jsonb_build_object('since', o.noted_on, 'text', o.note)) END
    FROM catalogue_entry o WHERE o.tenant_id = {{tenant}} AND o.archived_at IS NULL"""

CATALOGUE: Final = Rows(
    name="catalogue",
    description="Frameworks and tools to choose from: the product's own entries first, then your own.",
    shape=ITEM,
    sql=_ITEMS,
    order="{row}.place NULLS LAST, {row}.name, {row}.code",
    documents=_DOCUMENTS,
)

CATALOGUE_ITEM: Final = One(
    name="catalogue_item",
    description="The entry of the catalogue that tells of it.",
    shape=ITEM,
    sql=f"SELECT x.* FROM ({_ITEMS}) x WHERE x.code = {{row}}.catalogue_code",
    documents=_DOCUMENTS,
)

ENTRY = entity(
    CatalogueEntry,
    [
        columns(
            CatalogueEntry,
            {
                "code": "Its code, by which technologies name it.",
                "kind": "What sort of thing it is.",
                "name": "Its name.",
                "summary": "What it is.",
                "strengths": "What it is good at.",
                "weaknesses": "What it is not good at.",
                "fits": "Where it fits.",
                "licence_spdx": "Its licence, an SPDX expression.",
                "note": "What has changed, or must be known before it is chosen.",
                "noted_on": "The day as of which that is so.",
                "retired_on": "Since when it is not developed any more; empty: it is.",
            },
            codes=("licence_spdx",),
        ),
        column_field(CatalogueEntry, "url", "Where it is described.", kind=kinds.ADDRESS),
        can(edit=Action.CATALOGUE_WRITE, archive=Action.CATALOGUE_WRITE),
    ],
    description="An entry of the catalogue that the tenant has added. The product's own stand beside it in the "
    "tenant's `catalogue` only.",
    plural="catalogue_entries",
    order=("name",),
)

ENTITIES = (ENTRY,)
