"""Random documents over random rows: what the compiler answers must be what the plain reference answers."""

from __future__ import annotations

import asyncio
import difflib
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import hypothesis
import structlog.testing
from graphql import GraphQLSchema
from hypothesis import HealthCheck, Phase
from hypothesis import strategies as st

from api.graphql.refusals import Refused
from api.graphql.running import Engine
from domain.kernel.principal import ActorKind, Principal, Role
from domain.kernel.runtime import Runtime
from domain.kernel.settings import Settings
from graph.errors import BadInput
from tests.contract.catalogue import TENANT_TABLES, superuser
from tests.graph.asking import Reader, watch
from tests.graph.differing.chance import NOW
from tests.graph.differing.places import in_several_places
from tests.graph.differing.plain import CURSOR, Plain, load, readable
from tests.graph.differing.rows import Made, Maker
from tests.graph.differing.storing import store
from tests.graph.differing.sweeping import each_field
from tests.graph.differing.values import Pool
from tests.graph.differing.writing import Written, write
from tests.graph.printed import printed_schema

PAGES = 2
"""How many pages further a document is followed."""
LIMITS = ("costs", "conditions", "relations", "aliases", "overlap", "nest", "tokens")
"""What the refusal of a random document may speak of; such a document is not counted."""


class Still:
    """A clock that stands."""

    def now(self) -> datetime:
        """Always the same."""
        return NOW


@dataclass(frozen=True)
class Tenant:
    """A tenant's rows as the reference has them, and its callers."""

    tables: Mapping[str, list[dict[str, Any]]]
    callers: list[Principal]


def callers_of(made: Made) -> list[Principal]:
    """All roles, some with scopes, some restricted to some ventures or to none."""
    members = [(Role(row["role"]), row["id"]) for row in made.rows["membership"]]
    found = [Principal(made.tenant_id, ActorKind.MEMBER, role, id, id) for role, id in members]
    owner, ventures = members[0][1], made.ids("venture")

    def key(**more: Any) -> Principal:
        return Principal(made.tenant_id, ActorKind.API_KEY, Role.OWNER, owner, owner, **more)

    found.append(key(scopes=frozenset({"domain:read"})))
    found.append(key(scopes=frozenset({"domain:read", "member:read", "webhook:read", "risk:write"})))
    found += [key(venture_ids=frozenset(only)) for only in (ventures[:1], ventures[1:], [])]
    return found


class Comparison:
    """Compares documents over worlds, each of two tenants, made one after the other from a seed."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._runner = asyncio.Runner()
        self._schema: GraphQLSchema = printed_schema()
        self._sent: list[Any] = []
        self.documents = 0
        self.answers = 0
        self.fields = 0

    @contextmanager
    def running(self) -> Iterator[Comparison]:
        """While the database is read: without row level security, so that each predicate is alone."""
        with self._runner as runner, structlog.testing.capture_logs():  # while shrinking, each try fails
            runner.run(self._unlock())
            runtime = Runtime.of(self._settings)
            runtime.clock = Still()
            watch(runtime, self._sent)
            self._runtime, self._engine = runtime, Engine(runtime)
            try:
                yield self
            finally:
                runner.run(runtime.close())

    async def _unlock(self) -> None:
        async with superuser(self._settings) as database:
            for table in TENANT_TABLES:
                await database.execute(f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY, DISABLE ROW LEVEL SECURITY")

    def world(self, seed: int, documents: int, *, shrinking: bool = True) -> None:
        """Compare so many documents over a new world. Fails with the smallest document that differs."""
        tenants = Maker(seed).tenants()
        loaded = self._runner.run(self._stored(tenants))
        pool = Pool.of(tenants)
        phases = (Phase.generate, Phase.shrink) if shrinking else (Phase.generate,)

        @hypothesis.seed(seed)
        @hypothesis.settings(
            max_examples=documents,
            database=None,
            deadline=None,
            phases=phases,
            report_multiple_bugs=False,
            suppress_health_check=list(HealthCheck),
        )
        @hypothesis.given(st.data())
        def compared(data: st.DataObject) -> None:
            chosen = [data.draw(st.sampled_from(tenant.callers)) for tenant in loaded]
            written = write(data.draw, self._schema, pool, lambda name: all(readable(each, name) for each in chosen))
            hypothesis.note(f"world {seed}: {written!r}")
            for tenant, caller in zip(loaded, chosen, strict=True):
                self._follow(data, written, tenant, caller)
            self.documents += 1

        compared()

    def sweep(self, seed: int) -> None:
        """Compare each known field of each list over a new world, for each caller."""
        for tenant in self._runner.run(self._stored(Maker(seed).tenants())):
            for caller in tenant.callers:
                plain = Plain(self._schema, tenant.tables, caller, NOW)
                for written in each_field(self._schema, plain.readable):
                    self._same(plain, caller, written, {}, {}, {})
                    self.documents += 1

    async def _stored(self, tenants: tuple[Made, Made]) -> list[Tenant]:
        async with superuser(self._settings) as database:
            for made in tenants:
                await store(database, made)
            return [Tenant(await load(database, made.tenant_id), callers_of(made)) for made in tenants]

    def _follow(self, data: st.DataObject, written: Written, tenant: Tenant, caller: Principal) -> None:
        """The document's answer, and those to some pages further on."""
        plain = Plain(self._schema, tenant.tables, caller, NOW)
        ours, theirs = dict(written.variables), dict(written.variables)
        several = in_several_places(written.text)
        for _ in range(PAGES + 1):
            found: dict[str, list[tuple[str, str]]] = {key: [] for key in written.cursors}
            self._same(plain, caller, written, ours, theirs, found)
            offered = [
                (key, name)
                for key, names in written.cursors.items()
                if found[key] and key not in several
                for name in names
            ]
            if not offered:
                return
            key, name = data.draw(st.sampled_from(offered))
            ours[name], theirs[name] = data.draw(st.sampled_from(found[key]))

    def _same(
        self,
        plain: Plain,
        caller: Principal,
        written: Written,
        ours: dict[str, Any],
        theirs: dict[str, Any],
        found: dict[str, list[tuple[str, str]]],
    ) -> None:
        read = Reader(self._runtime, self._engine, caller, self._sent)
        self._sent.clear()
        try:
            compiled = self._runner.run(read(written.text, **ours))
        except (Refused, BadInput) as refused:
            hypothesis.assume(not any(word in refused.message for word in LIMITS))
            raise
        expected = plain.answer(written.text, theirs)
        told = _marked(compiled, expected, "", found)
        assert len(self._sent) <= 1, "more than one statement"
        assert read.cost >= plain.fields, "more was answered than the cost says"
        difference = differing(expected, told)
        assert not difference, f"{difference}\n{caller}\nvariables {theirs}"
        self.answers += 1
        self.fields += plain.fields


def differing(expected: Any, told: Any) -> str:
    """What differs, line by line, the order of keys too; empty where nothing does."""
    if json.dumps(expected) == json.dumps(told):
        return ""
    one, other = (json.dumps(each, indent=1, ensure_ascii=False).splitlines() for each in (expected, told))
    return "\n".join(difflib.unified_diff(one, other, "plain", "compiled", lineterm="", n=6))


def _marked(ours: Any, theirs: Any, key: str, found: dict[str, list[tuple[str, str]]]) -> Any:
    """Our answer with their marks in place of our cursors; which are gathered under the key of their connection."""
    if isinstance(ours, dict) and isinstance(theirs, dict):
        return {
            name: _marked(value, theirs.get(name), name if name in found else key, found)
            for name, value in ours.items()
        }
    if isinstance(ours, list) and isinstance(theirs, list) and len(ours) == len(theirs):
        return [_marked(one, other, key, found) for one, other in zip(ours, theirs, strict=True)]
    if isinstance(ours, str) and isinstance(theirs, str) and theirs.startswith(CURSOR):
        found[key].append((ours, theirs))
        return theirs
    if isinstance(theirs, float) and ours == theirs:
        return theirs  # 2 and 2.0 are one number
    return ours
