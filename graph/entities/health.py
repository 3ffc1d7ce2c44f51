"""Health of ventures: what is shown, what follows from the facts, why, and each change."""

from __future__ import annotations

import json
from typing import Final

from domain.health.health import Dimension, HealthState
from domain.health.tables import Health, HealthChange
from domain.health.texts import TEXTS
from graph import kinds
from graph.deriving import column_field, columns, entity, to_one, value, worked_out
from graph.enums import name_of
from graph.language import Member, One, Rows, Shape

_STATE: Final = kinds.enumeration(HealthState, name_of(HealthState))


REASON: Final = Shape(
    name="HealthReason",
    description="One reason why a venture is not on track.",
    fields=[
        value("dimension", "What it is about.", kinds.enumeration(Dimension, name_of(Dimension))),
        value("state", "What it alone would make of the venture.", _STATE),
        value("rule", "Its code."),
        value("value", "What was seen.", nullable=True),
        value("limit", "The limit that it was held against.", nullable=True),
        value("subject", "Id of the milestone or alert that it is about.", nullable=True),
        value("text", "The reason in the tenant's language."),
    ],
)

_REASONS: Final = """
SELECT p.place, p.value ->> 'dimension' AS dimension, p.value ->> 'state' AS state, p.value ->> 'rule' AS rule,
    p.value ->> 'value' AS value, p.value ->> 'limit' AS limit, p.value ->> 'subject' AS subject,
    replace(replace(coalesce({health_texts} -> (p.value ->> 'rule') ->> z.locale,
        {health_texts} -> (p.value ->> 'rule') ->> 'en', p.value ->> 'rule'),
        '%value', coalesce(p.value ->> 'value', '')), '%limit', coalesce(p.value ->> 'limit', '')) AS text
FROM tenant z, jsonb_array_elements({row}.reasons) WITH ORDINALITY p(value, place) WHERE z.id = {tenant}"""

_WHY: Final = Rows(
    name="reasons",
    description="Why it is what it is by the facts, in the order schedule, cost, funding, alerts.",
    shape=REASON,
    sql=_REASONS,
    order="{row}.place",
    documents={"health_texts": json.dumps(TEXTS, ensure_ascii=False)},
)

_SHAPE: Final = Shape(
    name="Health",
    description="The health of a venture: the worst of its dimensions decides; known trouble goes before ignorance, "
    "ignorance before green. Worse is shown at once, better once it has held for a day.",
    fields=[
        *(
            column_field(Health, name, text)
            for name, text in {
                "state": "What is shown: what a member says, else what follows from the facts.",
                "computed_state": "What follows from the facts.",
                "since": "Since when what is shown has been what it is.",
                "improving_since": "Since when the facts have been better; the state follows after a day.",
                "override_state": "What a member says instead of the facts.",
                "override_reason": "Why.",
                "override_until": "Until when.",
                "overridden_at": "When it was said.",
                "computed_at": "When it was last found to be another.",
            }.items()
        ),
        value("overridden_by", "Id of the member who said it.", kinds.identifier("member"), nullable=True),
        _WHY,
    ],
)

_FIELDS: Final[list[Member]] = [
    One(
        name="health",
        description="Its health with its reasons; empty until the monitor has looked at it.",
        shape=_SHAPE,
        sql="SELECT x.* FROM health x WHERE x.tenant_id = {tenant} AND x.venture_id = {row}.id",
    ),
    worked_out(
        "health_state",
        "What is shown of its health; unknown until the monitor has looked at it.",
        _STATE,
        "coalesce((SELECT x.state FROM health x WHERE x.tenant_id = {tenant} AND x.venture_id = {row}.id), 'unknown')",
        past="coalesce((SELECT x.state FROM health_change x WHERE x.tenant_id = {tenant} AND x.venture_id = {row}.id"
        " AND x.changed_at <= {then} ORDER BY x.changed_at DESC, x.id DESC LIMIT 1),"
        " (SELECT x.former_state FROM health_change x WHERE x.tenant_id = {tenant} AND x.venture_id = {row}.id"
        " AND x.changed_at > {then} ORDER BY x.changed_at, x.id LIMIT 1),"
        " (SELECT x.state FROM health x WHERE x.tenant_id = {tenant} AND x.venture_id = {row}.id), 'unknown')",
    ),
]
OF_VENTURE: Final = tuple(_FIELDS)

_WORST_FIRST: Final = f"array_position(ARRAY[{', '.join(repr(str(state)) for state in HealthState)}], {{row}}.state)"

_SHARES: Final = """
SELECT g.state, count(*)::int AS ventures, sum(g.budget)::numeric(24, 2) AS budget,
    CASE WHEN sum(sum(g.budget)) OVER () > 0
        THEN round(sum(g.budget) / sum(sum(g.budget)) OVER (), 6) END AS share
FROM (
    SELECT coalesce(h.state, 'unknown') AS state, coalesce((
        SELECT sum(m.budget) FROM milestone m WHERE m.tenant_id = {tenant} AND m.venture_id = v.id
            AND m.status <> 'cancelled' AND m.archived_at IS NULL), 0) AS budget
    FROM venture v LEFT JOIN health h ON h.tenant_id = {tenant} AND h.venture_id = v.id
    WHERE v.tenant_id = {tenant} AND v.archived_at IS NULL AND ({unrestricted} OR v.id = ANY({ventures}))) g
GROUP BY g.state"""

SHARES: Final = Rows(
    name="health_shares",
    description="How many of the ventures that you may see are in each state, and their share of the budget, the "
    "worst state first; there is no average.",
    shape=Shape(
        name="HealthShare",
        description="The ventures in one state of health.",
        fields=[
            value("state", "The state that is shown.", _STATE),
            value("ventures", "How many there are.", kinds.INT),
            value("budget", "Their budget, in the tenant's currency.", kinds.DECIMAL),
            value(
                "share",
                "Their share of the whole budget, from 0 to 1; empty without any.",
                kinds.DECIMAL,
                nullable=True,
            ),
        ],
    ),
    sql=_SHARES,
    order=_WORST_FIRST,
)

HEALTH_CHANGE = entity(
    HealthChange,
    [
        columns(
            HealthChange,
            {
                "state": "What was shown from then on.",
                "former_state": "What was shown before.",
                "computed_state": "What followed from the facts.",
                "cause": "Why it changed.",
                "changed_at": "When it changed.",
            },
        ),
        _WHY,
        to_one(HealthChange, "venture_id", "venture", "The venture."),
        to_one(HealthChange, "overridden_by", "member", "The member who says what is shown."),
    ],
    dated="changed_at",
    order=("-changed_at", "-id"),
)

ENTITIES = (HEALTH_CHANGE,)
