"""Reading over HTTP: ours beside the limit, the usual way and the fastest general server, turn and turn about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from statistics import median
from typing import Final

from tests.bench.ground import CONNECTIONS, Ground
from tests.bench.load import Load, make_load
from tests.bench.queries import Query, difference, queries, rows_of
from tests.bench.servers import Server, bodies, fetch_postgraphile, ours, peer, postgraphile

RISKS: Final = 100
"""So many risks are looked at in turn by the detail query."""
MOST_MEMORY: Final = 200.0
MOST_SLOWER: Final = 1.3
WANTED: Final = {
    "board": {"limit": 0.85, "usual way": 12, "PostGraphile": 2.5},
    "detail": {"limit": 0.7, "usual way": 3, "PostGraphile": 1.5},
    "page of 50": {"limit": 0.7, "usual way": 3, "PostGraphile": 1.5},
    "heat map": {"limit": 0.7, "usual way": 3, "PostGraphile": 1.5},
    "portfolio": {"usual way": 8},
}
"""How often as many requests are to be answered as by each peer."""


@dataclass(frozen=True)
class Measured:
    """Medians over the turns of one server and query."""

    rate: float
    p50: float
    p99: float
    size: float
    processor: float
    "Processor time of the server process for one request, in milliseconds: less moved by what else runs."

    @classmethod
    def of(cls, loads: Sequence[Load], processor: Sequence[float]) -> Measured:
        """The medians."""
        return cls(
            median(load.rate for load in loads),
            median(load.p50 for load in loads),
            median(load.p99 for load in loads),
            median(load.size for load in loads),
            1000 * median(processor),
        )


async def measure_reads(ground: Ground, turns: int, seconds: float) -> None:
    """Compare the answers, then measure and print the table."""
    asked = queries(await _some_risks(ground))
    async with AsyncExitStack() as stack:
        servers = [
            await stack.enter_async_context(ours(ground, ground.environment)),
            await stack.enter_async_context(peer(ground, "limit", "tests.bench.peers.limit.app")),
            await stack.enter_async_context(peer(ground, "usual way", "tests.bench.peers.usual.app")),
        ]
        if missing := await fetch_postgraphile():
            print(missing)
        else:
            servers.append(await stack.enter_async_context(postgraphile(ground)))
        for query in asked:
            await _compare(_asked(servers, query), query)
        print("all answer with the same rows")
        _head()
        for query in asked:
            _rows(query, await _turns(ground, _asked(servers, query), query, turns, seconds))
        print(f"\n{'memory under this load':24}{'RSS MB':>10}{'PSS MB':>10}")
        for server in servers:
            rss, pss = server.memory()
            wanted = "" if server is not servers[0] else _verdict(rss <= MOST_MEMORY, f"at most {MOST_MEMORY:.0f}")
            print(f"{server.name:24}{rss:10.0f}{pss:10.0f}  {wanted}")


def _asked(servers: Sequence[Server], query: Query) -> Sequence[Server]:
    """Us, and those of the others whom the query is asked of."""
    own, *others = servers
    return [own, *(one for one in others if query.peers is None or one.name in query.peers)]


async def measure_neighbours(ground: Ground, turns: int, seconds: float) -> None:
    """The board of one tenant beside the same with ten times as many other tenants."""
    board = queries([])[0]
    async with (
        ours(ground, ground.environment, "few") as few,
        ours(ground, ground.crowded, "many") as many,
    ):
        await _compare([few, many], board)
        measured = await _turns(ground, [few, many], board, turns, seconds)
    ratio = measured["many"].p50 / measured["few"].p50
    told = _verdict(ratio <= MOST_SLOWER, f"at most {MOST_SLOWER}")
    print(f"\nboard with 10 × the tenants: p50 {measured['many'].p50:.1f} ms / {measured['few'].p50:.1f} ms", end="")
    print(f" = {ratio:.2f}  {told}")


async def _some_risks(ground: Ground) -> list[str]:
    connection = await ground.connect()
    await connection.execute(f"BEGIN READ ONLY; SET LOCAL app.tenant_id = '{ground.tenant}'")
    rows = await connection.fetch(
        "SELECT id FROM risk WHERE tenant_id = $1 AND archived_at IS NULL ORDER BY id LIMIT $2", ground.tenant, RISKS
    )
    await connection.close()
    return [f"risk_{row['id'].hex}" for row in rows]


async def _compare(servers: Sequence[Server], query: Query) -> None:
    """Raises `RuntimeError` where two have not the same rows, or none at all."""
    first, *others = servers
    expected = rows_of(await first.answers(query))
    if not any(str(answer).count("{") > 2 for answer in expected):
        raise RuntimeError(f"the {query.name} is empty")
    for other in others:
        if told := difference(expected, rows_of(await other.answers(query))):
            raise RuntimeError(f"{first.name} and {other.name} differ in the {query.name}, {told}")


async def _turns(
    ground: Ground, servers: Sequence[Server], query: Query, turns: int, seconds: float
) -> Mapping[str, Measured]:
    loads: dict[str, list[Load]] = {server.name: [] for server in servers}
    processor: dict[str, list[float]] = {server.name: [] for server in servers}
    for turn in range(turns + 1):
        for server in servers:
            file = ground.folder / f"{server.name} {query.name}"
            file.write_bytes(b"\n".join([server.key.encode(), *bodies(server.asked(query))]) + b"\n")
            before = server.processor()
            load = await make_load(server.url, file, CONNECTIONS, seconds if turn else 1)
            if load.failed:
                raise RuntimeError(f"{server.name} failed {load.failed} times at the {query.name}")
            if turn:  # the first is not counted: plans and caches are made there
                loads[server.name].append(load)
                processor[server.name].append((server.processor() - before) / load.count)
    return {name: Measured.of(each, processor[name]) for name, each in loads.items()}


def _head() -> None:
    names = f"\n{'query':12}{'server':16}{'requests/s':>11}{'p50 ms':>9}{'p99 ms':>9}{'CPU ms':>9}{'kB':>7}"
    print(f"{names}{'ours is':>10}  wanted")


def _rows(query: Query, measured: Mapping[str, Measured]) -> None:
    own = next(iter(measured.values()))
    for name, row in measured.items():
        line = f"{query.name:12}{name:16}{row.rate:11.0f}{row.p50:9.1f}{row.p99:9.1f}"
        line += f"{row.processor:9.2f}{row.size / 1000:7.1f}"
        if row is not own:
            ratio, wanted = own.rate / row.rate, WANTED[query.name][name]
            line += f"{ratio:8.2f} ×  {_verdict(ratio >= wanted, f'at least {wanted}')}"
        print(line, flush=True)


def _verdict(reached: bool, wanted: str) -> str:
    return wanted if reached else f"{wanted}: NOT REACHED"
