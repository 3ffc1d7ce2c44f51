"""Harm to the servers and the clock of a house, by name: each is done for a while and then undone."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any, Final

import redis.asyncio as redis

from tests.faults.house import PAST_LEASES, House

Harm = Callable[[House], Awaitable[None]]

AN_HOUR: Final = 3600.0
A_WHILE = 1.0
"""Seconds for which a harm lasts that can be felt at once; the writers go on all the time."""


@asynccontextmanager
async def valkey_client(house: House) -> AsyncIterator[redis.Redis]:
    """Whoever does harm to Valkey, over a connection of his own."""
    client = redis.Redis.from_url(house.cluster.valkey.url)
    try:
        yield client
    finally:
        await client.aclose()


async def _configure(house: House, *commands: tuple[Any, ...]) -> None:
    async with valkey_client(house) as client:
        for command in commands:
            await client.execute_command(*command)


async def valkey_emptied(house: House) -> None:
    """Keys and scripts are gone, and all connections with them, again and again."""
    for _ in range(5):
        kills = [("CLIENT", "KILL", "TYPE", kind) for kind in ("pubsub", "normal")]
        await _configure(house, ("FLUSHALL",), ("SCRIPT", "FLUSH"), *kills)
        await asyncio.sleep(A_WHILE / 5)


async def valkey_paused(house: House) -> None:
    """It takes connections, and answers nothing."""
    child = house.cluster.valkey.child
    assert child is not None
    os.kill(child.pid, signal.SIGSTOP)
    try:
        await asyncio.sleep(A_WHILE)
    finally:
        os.kill(child.pid, signal.SIGCONT)


async def valkey_restarted(house: House) -> None:
    """It ends in order, is killed, and comes back empty both times."""
    for number in (signal.SIGTERM, signal.SIGKILL):
        await house.restart(house.cluster.valkey, number)
        await asyncio.sleep(A_WHILE / 2)


async def valkey_read_only(house: House) -> None:
    """It takes itself for the replica of one that is not there."""
    await _configure(house, ("REPLICAOF", "127.0.0.1", "1"))
    try:
        await asyncio.sleep(A_WHILE)
    finally:
        await _configure(house, ("REPLICAOF", "NO", "ONE"))


async def valkey_out_of_memory(house: House) -> None:
    """It refuses whatever would take memory."""
    await _configure(house, ("CONFIG", "SET", "maxmemory-policy", "noeviction"), ("CONFIG", "SET", "maxmemory", "1"))
    try:
        await asyncio.sleep(A_WHILE)
    finally:
        await _configure(house, ("CONFIG", "SET", "maxmemory", "0"))


async def valkey_forbidding(house: House) -> None:
    """Whoever is connected may neither publish nor hear nor run scripts."""
    forbidden = ("-publish", "-subscribe", "-@scripting")
    await _configure(house, ("ACL", "SETUSER", "default", *forbidden))
    try:
        await asyncio.sleep(A_WHILE)
    finally:
        await _configure(house, ("ACL", "SETUSER", "default", "+@all"))


async def valkey_talking_nonsense(house: House) -> None:
    """What comes over its channels is not what workers and APIs publish."""
    async with valkey_client(house) as client:
        for _ in range(5):
            for nonsense in (b"", b"\xff\xfe", b"relay", b"relay:0", b"relay:" + b"f" * 31, b"none:" + b"0" * 32):
                await client.publish("milepost:wake", nonsense)
                for household in house.households:
                    await client.publish(f"milepost:live:{household.id.hex}", nonsense)
            await asyncio.sleep(A_WHILE / 5)


async def postgres_restarted(house: House) -> None:
    """It ends the connections of all, and itself."""
    await house.restart(house.cluster.postgres, signal.SIGINT)


async def postgres_ended_at_once(house: House) -> None:
    """It ends without writing what it holds, and recovers (an immediate shutdown)."""
    await house.restart(house.cluster.postgres, signal.SIGQUIT)


async def postgres_killed(house: House) -> None:
    """It is gone, and recovers."""
    await house.restart(house.cluster.postgres, signal.SIGKILL)


async def connections_ended(house: House) -> None:
    """Whatever the connections are at, they are ended, every tenth of a second."""
    async with house.admin() as database:
        for _ in range(int(A_WHILE * 10)):
            await database.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE datname = current_database() AND usename <> current_user"
            )
            await asyncio.sleep(0.1)


async def statements_cancelled(house: House) -> None:
    """Whatever statement runs is cancelled, again and again."""
    async with house.admin() as database:
        for _ in range(int(A_WHILE * 50)):
            await database.execute(
                "SELECT pg_cancel_backend(pid) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid() AND state = 'active'"
            )
            await asyncio.sleep(0.02)


async def too_many_connections(house: House) -> None:
    """There is room for one connection, and those that there were are ended."""
    async with house.admin() as database:
        await database.execute(f"ALTER DATABASE {house.name} CONNECTION LIMIT 1")
        try:
            await connections_ended(house)
        finally:
            await database.execute(f"ALTER DATABASE {house.name} CONNECTION LIMIT -1")


async def table_locked(house: House) -> None:
    """Somebody holds a table for himself, as a migration may."""
    async with house.admin() as database, database.transaction():
        await database.execute("LOCK TABLE venture IN ACCESS EXCLUSIVE MODE")
        await asyncio.sleep(A_WHILE)


async def clock_jumping(house: House) -> None:
    """The clock of all processes jumps on by an hour, back by two, and on again."""
    for seconds in (AN_HOUR, -2 * AN_HOUR, AN_HOUR):
        house.move_clock(seconds)
        await asyncio.sleep(A_WHILE / 3)


async def worker_stopped(house: House) -> None:
    """One stands still until its leases are over, and then goes on with what it was at."""
    stopped = house.workers[0]
    stopped.send(signal.SIGSTOP)
    try:
        house.move_clock(PAST_LEASES)
        await asyncio.sleep(A_WHILE)
    finally:
        stopped.send(signal.SIGCONT)


OF_VALKEY: Final[tuple[Harm, ...]] = (
    valkey_emptied,
    valkey_paused,
    valkey_restarted,
    valkey_read_only,
    valkey_out_of_memory,
    valkey_forbidding,
    valkey_talking_nonsense,
)
OF_POSTGRES: Final[tuple[Harm, ...]] = (
    postgres_restarted,
    postgres_ended_at_once,
    postgres_killed,
    connections_ended,
    statements_cancelled,
    too_many_connections,
    table_locked,
)
