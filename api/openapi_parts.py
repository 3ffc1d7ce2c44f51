"""The standing parts of the OpenAPI document: who we are, how to authenticate, how errors look."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from api.problems import TITLES
from api.rest.operation import Caller, Operation
from domain.kernel.metrics import Metric

INFO: Final[Mapping[str, Any]] = {
    "title": "Milepost",
    "version": "1",
    "description": (
        "Administration of tenants, and the domain for programs that do without GraphQL. Ids are the same here, in "
        "GraphQL and in webhooks. Every refusal is a problem after RFC 9457 with a stable `code`. Paths and members "
        "are only ever added under `/v1`."
    ),
    "contact": {"name": "Milepost"},
}

TAGS: Final = [
    {"name": "Me", "description": "Who is calling."},
    {"name": "Tenants", "description": "Customer organisations, administered by the operator."},
    {"name": "Plans", "description": "What tenants may have, administered by the operator."},
    {"name": "Quotas", "description": "What a tenant may have, and what it uses."},
    {"name": "Members", "description": "People in a tenant, and their roles."},
    {"name": "Invitations", "description": "Places in a tenant that are offered by mail."},
    {"name": "Service accounts", "description": "Programs that act in their own name."},
    {"name": "API keys", "description": "Keys with which programs call."},
    {"name": "Trusted documents", "description": "The GraphQL documents of the tenant's own programs."},
    {
        "name": "Single sign-on",
        "description": "A tenant's own identity providers and domains.",
    },
    {"name": "Webhooks", "description": "Where events are sent, and what became of each."},
    {"name": "Channels", "description": "Where people are told of events: e-mail, Slack, Microsoft Teams."},
    {"name": "Audit log", "description": "Who did what."},
    {"name": "Imports", "description": "Archives that operators bring into empty tenants."},
    {"name": "Exports", "description": "Archives of everything of a tenant, or of one person."},
    {"name": "Ventures", "description": "What the tenant builds."},
    {"name": "Fields", "description": "Fields that a venture may choose, compared by six factors."},
    {"name": "Positioning", "description": "What a venture stands for, how that was judged, and its competitors."},
    {"name": "Market", "description": "Sizes, research, needs, promotion, feedback of users, and what customers pay."},
    {"name": "Teams", "description": "Who works together."},
    {"name": "People", "description": "Who works for ventures, member or not, what they can do, and whom roles want."},
    {"name": "Milestones", "description": "Milestones, what they depend on and what they are judged by."},
    {"name": "Planning", "description": "Phases, tasks, and what tasks depend on."},
    {"name": "Calendars", "description": "Which days are worked."},
    {"name": "Roadmaps", "description": "Roadmaps with their versions, baselines, and what moves come to."},
    {"name": "Forecasting", "description": "When ventures are done, and what it would be otherwise."},
    {"name": "Money", "description": "What is spent, received and left."},
    {"name": "Health", "description": "How ventures do, why, and since when."},
    {"name": "Funding", "description": "Investors, rounds, loans, accounts and rates of exchange."},
    {"name": "Acquisitions", "description": "What is about to be acquired, step by step."},
    {"name": "Catalogue", "description": "Frameworks and tools that a tenant has described itself."},
    {"name": "Resources", "description": "Money, compute, data, people, and what they are allocated to."},
    {"name": "Compliance", "description": "Obligations with their evidence, and the regimes that apply."},
    {"name": "Lessons", "description": "Lessons that were learnt, and playbooks."},
    {"name": "Indicators", "description": "Measured series that tell of a risk: thresholds, readings, trends."},
    {"name": "Risks", "description": "The register: risks, assessments, responses and actions."},
    {"name": "Links", "description": "What risks are linked to: milestones, resources, other risks, comments."},
    {"name": "Acceptances", "description": "For how long risks are borne, and what finished actions suggest."},
    {"name": "Issues", "description": "Risks that have happened, and how much expected loss is borne."},
    {"name": "Registers", "description": "By what registers judge: scales, limits of ventures, categories."},
    {"name": "Monitoring", "description": "What alerts come of, and who hears: rules, silences, escalation policies."},
    {"name": "Alerts", "description": "What the rules have found."},
    {"name": "Reviews", "description": "Reviews of milestones and what they decide."},
    {"name": "Sheets", "description": "CSV files and workbooks whose lines become rows of any type."},
]

SECURITY_SCHEMES: Final = {
    "api_key": {
        "type": "http",
        "scheme": "bearer",
        "bearerFormat": "mp_live_<tenant>_<random>_<checksum>",
        "description": "An API key. Its last six characters are the CRC-32 of what is before the last _, in base 62.",
    },
    "operator_key": {
        "type": "http",
        "scheme": "bearer",
        "bearerFormat": "mp_operator_<random>",
        "description": "A key of the operator; acts in the tenant of the path.",
    },
    "session": {
        "type": "apiKey",
        "in": "cookie",
        "name": "__Host-milepost",
        "description": "The session of a signed-in browser; writes need the same origin.",
    },
}

PROBLEM: Final = {
    "type": "object",
    "title": "Problem",
    "description": "Problem details after RFC 9457.",
    "properties": {
        "type": {"type": "string", "format": "uri", "description": "Explains the code."},
        "title": {"type": "string", "description": "The code in words."},
        "status": {"type": "integer", "description": "The HTTP status."},
        "detail": {"type": "string", "description": "What is wrong, and what to change."},
        "code": {"type": "string", "enum": list(TITLES), "description": "Stable; for programs."},
        "request_id": {"type": "string", "description": "The request, as logs and audit log name it."},
        "login_url": {
            "type": "string",
            "format": "uri",
            "description": "With STEP_UP_REQUIRED only: where the person signs in again; `return_to` may be added.",
        },
        "metric": {"type": "string", "enum": list(Metric), "description": "With QUOTA_EXCEEDED only: what is limited."},
        "limit": {"type": "integer", "description": "With QUOTA_EXCEEDED only: how many the tenant may have."},
        "used": {"type": "integer", "description": "With QUOTA_EXCEEDED only: how many it has."},
        "errors": {
            "type": "array",
            "description": "Each thing that is wrong: with `pointer` into the body, `parameter` or `header`.",
            "items": {
                "type": "object",
                "properties": {
                    "pointer": {"type": "string", "description": "JSON Pointer (RFC 6901) into the body."},
                    "parameter": {"type": "string", "description": "The query parameter."},
                    "header": {"type": "string", "description": "The header."},
                    "code": {"type": "string", "description": "Which rule."},
                    "detail": {"type": "string", "description": "What to change."},
                },
                "required": ["code", "detail"],
            },
        },
    },
    "required": ["type", "title", "status", "detail", "code", "request_id", "errors"],
}

_STATUSES: Final = {
    "MALFORMED": 400,
    "UNAUTHENTICATED": 401,
    "FORBIDDEN": 403,
    "NOT_FOUND": 404,
    "NOT_ACCEPTABLE": 406,
    "CONFLICT": 409,
    "EVENTS_GONE": 410,
    "PRECONDITION_FAILED": 412,
    "PAYLOAD_TOO_LARGE": 413,
    "UNSUPPORTED_MEDIA_TYPE": 415,
    "RANGE_NOT_SATISFIABLE": 416,
    "INVALID": 422,
    "RATE_LIMITED": 429,
    "INTERNAL": 500,
    "BUSY": 503,
}

HEADERS: Final = {
    "ETag": {"description": "The version; for `If-Match`.", "schema": {"type": "string"}, "example": '"3"'},
    "Location": {"description": "Address of what was made.", "schema": {"type": "string", "format": "uri"}},
    "Link": {"description": "The next page, `rel=next` (RFC 8288).", "schema": {"type": "string"}},
    "Idempotency-Replayed": {"description": "`true` where nothing was done anew.", "schema": {"const": "true"}},
    "Deprecation": {
        "description": "Since when the operation is deprecated (RFC 9745), in seconds since 1970.",
        "schema": {"type": "string"},
        "example": "@1798761600",
    },
    "Sunset": {
        "description": "From when on it may be gone (RFC 8594).",
        "schema": {"type": "string"},
        "example": "Wed, 30 Jun 2027 23:59:59 GMT",
    },
    "X-Request-Id": {"description": "Id of the request: the one sent, or a new one.", "schema": {"type": "string"}},
    "RateLimit": {
        "description": "What remains of each limit (`r`), and the seconds until it is whole again (`t`).",
        "schema": {"type": "string"},
        "example": '"requests-by-key";r=119999;t=1, "requests-by-tenant";r=239999;t=1',
    },
    "RateLimit-Policy": {
        "description": "The limits: units (`q`) in a window of `w` seconds (draft-ietf-httpapi-ratelimit-headers).",
        "schema": {"type": "string"},
        "example": '"requests-by-key";q=120000;w=60;qu="requests", "requests-by-tenant";q=240000;w=60;qu="requests"',
    },
    "Retry-After": {"description": "Seconds to wait.", "schema": {"type": "integer"}},
    "WWW-Authenticate": {"description": "How to authenticate.", "schema": {"type": "string"}},
}


def _ref(header: str) -> dict[str, str]:
    return {"$ref": f"#/components/headers/{header}"}


def _response(code: str, status: int) -> dict[str, Any]:
    headers = {"X-Request-Id": _ref("X-Request-Id")}
    if status in (429, 503):
        headers["Retry-After"] = _ref("Retry-After")
    if status == 401:
        headers["WWW-Authenticate"] = _ref("WWW-Authenticate")
    example = {
        "type": f"https://milepost.example.com/problems/{code}",
        "title": TITLES[code],
        "status": status,
        "detail": TITLES[code],
        "code": code,
        "request_id": "0198f3a1c2d37a4b8c5d6e7f8a9b0c1d",
        "errors": [],
    }
    content = {"schema": {"$ref": "#/components/schemas/Problem"}, "example": example}
    return {"description": f"{TITLES[code]}.", "headers": headers, "content": {"application/problem+json": content}}


RESPONSES: Final = {code: _response(code, status) for code, status in _STATUSES.items()} | {
    "NOT_MODIFIED": {"description": "Nothing changed since.", "headers": {"ETag": _ref("ETag")}}
}

OF_REFUSALS: Final = frozenset(name for response in RESPONSES.values() for name in response["headers"])
"""The headers of refusals."""


def problems_of(operation: Operation) -> Iterator[tuple[int, str]]:
    """The refusals that an operation can answer with, as status and name of the response."""
    writes = operation.method != "GET"
    if not writes and operation.versioned and not operation.listed:
        yield 304, "NOT_MODIFIED"
    told = {"INVALID", "RATE_LIMITED", "INTERNAL", "BUSY"}
    if operation.caller is not Caller.ANYBODY:
        told |= {"UNAUTHENTICATED", "FORBIDDEN"}
    if "{" in operation.path:
        told.add("NOT_FOUND")
    if operation.id in ("list_events", "list_tenant_events"):
        told.add("EVENTS_GONE")
    if writes:
        told |= {"MALFORMED", "CONFLICT", "NOT_FOUND", "PAYLOAD_TOO_LARGE", "UNSUPPORTED_MEDIA_TYPE"}
    if writes and operation.versioned and operation.from_path:
        told.add("PRECONDITION_FAILED")
    told |= set(operation.refusals)
    yield from sorted((_STATUSES[code], code) for code in told)


def headers_of(operation: Operation) -> dict[str, Any]:
    """The headers of an operation's answer."""
    names = ["X-Request-Id"]
    if operation.deprecated is not None:
        names += ["Deprecation", "Sunset"]
    if operation.caller is not Caller.ANYBODY:
        names += ["RateLimit-Policy", "RateLimit"]
    if operation.versioned and operation.schema is not None and not operation.listed:
        names.append("ETag")
    if operation.status == 201:
        names.append("Location")
    if operation.listed:
        names.append("Link")
    if operation.keyed:
        names.append("Idempotency-Replayed")
    return {name: _ref(name) for name in names}
