"""The four screens as PostGraphile's own schema has them: its names, answered under ours by aliases."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final
from uuid import UUID

from tests.bench.queries import Query

_OWNER: Final = "owner: membershipByTenantIdAndOwnerId { id: rowId name }"

_BOARD: Final = f"""
query Board {{
  ventures: allVentures(first: 20, condition: {{ archivedAt: null }}, orderBy: [NAME_ASC, ROW_ID_ASC]) {{
    nodes {{
      id: rowId name stage
      milestones: milestonesByTenantIdAndVentureId(
        first: 10, condition: {{ archivedAt: null }}, orderBy: [DUE_ON_ASC, ROW_ID_ASC]
      ) {{ nodes {{ id: rowId title status startOn dueOn percentComplete }} }}
      risks: risksByTenantIdAndVentureId(
        first: 5, condition: {{ archivedAt: null }}, orderBy: [SCORE_DESC, ROW_ID_DESC]
      ) {{
        nodes {{ id: rowId title category status beside: riskScoreByTenantIdAndRiskId {{ score level }} {_OWNER} }}
      }}
    }}
  }}
}}
"""

_DETAIL: Final = f"""
query Detail($tenant: UUID!, $id: UUID!) {{
  risk: riskByTenantIdAndRowId(tenantId: $tenant, rowId: $id) {{
    id: rowId title category subType status openedAt cause event effect
    beside: riskScoreByTenantIdAndRiskId {{ score level expectedLoss }}
    {_OWNER}
    assessments: assessmentsByTenantIdAndRiskId(first: 20, orderBy: [ASSESSED_AT_DESC, ROW_ID_DESC]) {{
      nodes {{ id: rowId kind score level probability rationale assessedAt }}
    }}
    responses: responsesByTenantIdAndRiskId(first: 20, condition: {{ archivedAt: null }}, orderBy: [ROW_ID_ASC]) {{
      nodes {{ id: rowId kind title description {_OWNER} }}
    }}
    alerts: alertsByTenantIdAndSubjectId(first: 20, orderBy: [SINCE_DESC, ROW_ID_DESC]) {{
      nodes {{ id: rowId rule severity state summary since }}
    }}
  }}
}}
"""

_PAGE: Final = f"""
query Page($category: String!) {{
  risks: allRisks(
    first: 50
    condition: {{ archivedAt: null, status: "open", category: $category }}
    orderBy: [SCORE_DESC, ROW_ID_DESC]
  ) {{
    nodes {{
      id: rowId title category status openedAt beside: riskScoreByTenantIdAndRiskId {{ score level }} {_OWNER}
      venture: ventureByTenantIdAndVentureId {{ id: rowId name }}
    }}
    pageInfo {{ hasNextPage endCursor }}
  }}
}}
"""

_HEAT: Final = """
query Heat {
  risks: allRiskScores(condition: { inUse: true }) {
    aggregate: groupedAggregates(groupBy: [PROBABILITY_LEVEL, IMPACT_LEVEL]) { keys distinctCount { riskId } }
  }
}
"""

_DOCUMENTS: Final = {"board": _BOARD, "detail": _DETAIL, "page of 50": _PAGE, "heat map": _HEAT}


def foreign(query: Query, tenant: UUID) -> Query:
    """A query in PostGraphile's names, with ids as the database has them."""
    variables = [
        {"tenant": str(tenant), "id": str(UUID(given["id"].partition("_")[2]))} if "id" in given else given
        for given in query.variables
    ]
    return Query(query.name, _DOCUMENTS[query.name], variables)


def familiar(query: Query, data: Any) -> Any:
    """PostGraphile's answer in our form, where aliases do not reach."""
    if query.name != "heat map":
        return data
    groups = [_group(*group["keys"], group["distinctCount"]["riskId"]) for group in data["risks"]["aggregate"]]
    return {"risks": {"aggregate": sorted(groups, key=lambda group: tuple(group["keys"].values()))}}


def _group(probability: str, impact: str, count: str) -> Mapping[str, Any]:
    return {"keys": {"probabilityLevel": int(probability), "impactLevel": int(impact)}, "count": int(count)}
