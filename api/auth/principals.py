"""Who is calling, told to REST and GraphQL alike: `principal_of(request)`.

The bearer key decides where there is one, and a wrong key never falls back to the cookie. A valid session beside it
must be of the same tenant. The tenant that the path names must be the caller's: else the path does not exist.
"""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

import structlog
from starlette.requests import HTTPConnection

from api.auth.access_tokens import is_access_token
from api.auth.bearer_tokens import BearerTokens
from api.auth.cache import Standing, Standings
from api.auth.credentials import SESSION_PREFIX, bearer_of, refused, session_token_of
from api.auth.key_uses import KeyUses
from api.auth.lookups import find_key, find_tenant
from api.auth.operators import Operator, Operators
from api.auth.registry import Registry
from api.auth.sessions import standing_of
from api.middleware.address import is_in
from domain.auditing.denials import KEY_REFUSED
from domain.kernel.addresses import Address, Network, plain_address
from domain.kernel.errors import Forbidden, NotFound, Unauthenticated
from domain.kernel.ids import MalformedId, parse_id
from domain.kernel.principal import ActorKind, Principal, Role
from domain.kernel.runtime import Runtime
from domain.tenancy.keys import hash_of, is_operator_key, read_key
from domain.tenancy.tables import ApiKey, TenantStatus


class TenantSuspended(Forbidden):
    """The tenant is suspended or on its way out."""

    code = "TENANT_SUSPENDED"


class Authenticator:
    """Finds out who is calling. One a process."""

    def __init__(self, runtime: Runtime, registry: Registry) -> None:
        self._runtime = runtime
        self._tokens = BearerTokens(runtime, registry)
        self._standings = Standings()
        self._operators = Operators(runtime)
        self.uses = KeyUses(runtime)

    async def principal(self, connection: HTTPConnection, *, while_deleting: bool = False) -> Principal:
        """The caller, in the one tenant of the request; with `while_deleting` also an owner whose tenant will end.

        Raises `Unauthenticated`, `Forbidden`, and `NotFound` for a path of another tenant.
        """
        key = bearer_of(connection)
        if key is not None and is_operator_key(key):
            principal = await self._operator_within(key, connection)
        else:
            standing = await self._standing(connection, key)
            principal = await self._admitted(standing, connection)
            if "tenant_id" in connection.path_params and _path_tenant(connection) != principal.tenant_id:
                raise NotFound("there is no such tenant")
            _check_tenant(standing, connection, while_deleting=while_deleting)
        connection.scope["state"]["tenant_id"] = principal.tenant_id
        structlog.contextvars.bind_contextvars(tenant_id=str(principal.tenant_id))
        self.uses.note(principal)
        return principal

    async def operator(self, connection: HTTPConnection) -> Operator:
        """The caller as operator. Raises `Unauthenticated`; `Forbidden` for whoever is valid but no operator."""
        key = bearer_of(connection)
        if key is not None and is_operator_key(key):
            operator = await self._operators.find(key)
            if operator is None:
                raise refused()
            return operator
        self._checked(await self._standing(connection, key), connection)
        raise Forbidden("this needs an operator key")

    def forget_session(self, token: str) -> None:
        """Stop to take a session that has just ended."""
        self._standings.forget(_session_key(token))

    async def _operator_within(self, key: str, connection: HTTPConnection) -> Principal:
        operator = await self._operators.find(key)
        if operator is None:
            raise refused()
        if "tenant_id" not in connection.path_params:
            raise Forbidden("an operator key acts in the tenant of the path: /v1/tenants/{tenant_id}/…")
        tenant_id = _path_tenant(connection)
        if await find_tenant(self._runtime, tenant_id) is None:
            raise NotFound("there is no such tenant")
        return operator.within(tenant_id)

    async def _standing(self, connection: HTTPConnection, key: str | None) -> Standing:
        token = session_token_of(connection, self._runtime.settings)
        address = connection.client.host if connection.client else None
        session = None if token is None else await self._session_standing(token, address)
        if key is None:
            if session is None:
                if token is not None:
                    raise refused()
                raise Unauthenticated("sign in, or send an API key: Authorization: Bearer mp_live_…")
            return session
        standing = await self._bearer_standing(key, address)
        if session is not None and session.principal.tenant_id != standing.principal.tenant_id:
            raise Unauthenticated("the key and the session are of different tenants; send one of them")
        return standing

    async def _bearer_standing(self, key: str, address: str | None) -> Standing:
        if not key.startswith(SESSION_PREFIX):
            return await self._key_standing(key)
        standing = await self._session_standing(key, address)
        if standing is None:
            raise refused()
        return standing

    async def _key_standing(self, key: str) -> Standing:
        standing = self._standings.get(hash_of(key))
        if standing is not None:
            return standing
        if is_access_token(key):
            found = await self._tokens.standing(key)
        else:
            read = read_key(key)
            found = None if read is None else await find_key(self._runtime, read)
        if found is None:
            raise refused()
        return self._standings.keep(hash_of(key), found)

    async def _session_standing(self, token: str, address: str | None) -> Standing | None:
        kept = self._standings.get(_session_key(token))
        if kept is None:
            found = await standing_of(self._runtime, token, address)
            if found is None:
                return None
            kept = self._standings.keep(_session_key(token), found)
        return None if self._has_ended(kept) else kept

    async def _admitted(self, standing: Standing, connection: HTTPConnection) -> Principal:
        """The caller, if its credential is taken here and now; a key that is not may be in the wrong hands."""
        try:
            return self._checked(standing, connection)
        except (Forbidden, Unauthenticated):
            key = standing.principal
            if key.kind is ActorKind.API_KEY and key.actor_id is not None and self._runtime.denials is not None:
                said = {"reason": "ended" if self._has_ended(standing) else "network"}
                request_id = connection.scope["state"]["request_id"]
                await self._runtime.denials.note(key, KEY_REFUSED, (ApiKey.prefix, key.actor_id), said, request_id)
            raise

    def _checked(self, standing: Standing, connection: HTTPConnection) -> Principal:
        if self._has_ended(standing):
            raise refused()
        if not _comes_from(connection, standing.principal.networks):
            raise Forbidden("the key is not taken from this network")
        return standing.principal

    def _has_ended(self, standing: Standing) -> bool:
        return standing.ends_at is not None and standing.ends_at <= self._runtime.clock.now()


def _check_tenant(standing: Standing, connection: HTTPConnection, *, while_deleting: bool) -> None:
    """Raises `TenantSuspended`, and `Forbidden` for a network from which the tenant lets nobody in."""
    status = standing.tenant_status
    owners = while_deleting and status is TenantStatus.DELETING and standing.principal.role is Role.OWNER
    if status is not TenantStatus.ACTIVE and not owners:
        raise TenantSuspended("the tenant is suspended or about to be deleted; its owners and its operator know more")
    if not _comes_from(connection, standing.tenant_networks):
        raise Forbidden("the tenant lets nobody in from this network")


def _comes_from(connection: HTTPConnection, networks: Sequence[Network]) -> bool:
    """Whether the request comes from one of the networks; where there are none, from anywhere."""
    address = _address_of(connection) if networks else None
    return not networks or (address is not None and is_in(address, networks))


def _address_of(connection: HTTPConnection) -> Address | None:
    return plain_address(connection.client.host) if connection.client else None


def _session_key(token: str) -> str:
    return f"session:{hash_of(token)}"


def _path_tenant(connection: HTTPConnection) -> UUID:
    try:
        return parse_id("tenant", connection.path_params["tenant_id"])
    except MalformedId:
        raise NotFound("there is no such tenant") from None


def authenticator_of(connection: HTTPConnection) -> Authenticator:
    """The process' authenticator."""
    found = connection.app.state.authenticator
    assert isinstance(found, Authenticator)
    return found


async def principal_of(connection: HTTPConnection) -> Principal:
    """The caller of a request or of a WebSocket handshake. Raises the domain's errors."""
    return await authenticator_of(connection).principal(connection)
