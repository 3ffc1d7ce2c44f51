"""All operations of REST, and the routes that follow from them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import cache

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

import domain.commands  # noqa: F401  # the operations are made from the commands
from api.middleware.context import NamedRoute
from api.rest import (
    api_keys,
    audit,
    audit_verification,
    channels,
    documents,
    events,
    exports,
    imports,
    invitations,
    me,
    members,
    my_sessions,
    person_erasures,
    plans,
    portfolio_documents,
    questions,
    quotas,
    review_documents,
    review_reports,
    risk_reports,
    service_accounts,
    sheet_imports,
    single_sign_on,
    tenants,
    webhooks,
)
from api.rest import domain as domain_rest
from api.rest.operation import Operation, answer


@cache
def all_operations() -> tuple[Operation, ...]:
    """Every operation, in the order of the reference."""
    people = (me, my_sessions, tenants, members, invitations, service_accounts, api_keys)
    administered = (*people, single_sign_on, webhooks, channels, events, documents, audit, audit_verification)
    of_limits = (plans, quotas)
    of_reviews = (review_documents, review_reports, portfolio_documents)
    archived = (exports, imports, person_erasures)
    contexts = (*administered, *of_limits, *archived, domain_rest, sheet_imports, questions, risk_reports, *of_reviews)
    return tuple(operation for context in contexts for operation in context.operations())


@cache
def rest_routes() -> tuple[Route, ...]:
    """One route a path, so that a method that does not fit is told all that do."""
    by_path: dict[str, dict[str, Operation]] = {}
    for operation in all_operations():
        by_path.setdefault(operation.path, {})[operation.method] = operation
    return tuple(NamedRoute(path, _endpoint(methods), methods=list(methods)) for path, methods in by_path.items())


def _endpoint(methods: dict[str, Operation]) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        operation = methods["GET" if request.method == "HEAD" else request.method]
        return await answer(operation, request)

    return endpoint
