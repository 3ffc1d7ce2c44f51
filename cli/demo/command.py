"""`milepost demo`: fills the database where it is empty, and tells what developers need."""

from __future__ import annotations

import asyncio
import json
import sys
from typing import Any

import structlog

import domain.everything  # noqa: F401  # every table is known
from cli.demo.filling import DemoResult, fill, tenant_id
from cli.demo.keys import FILE, Keys, demo_keys
from cli.demo.people import provider_users
from domain.kernel.ids import external_id
from domain.kernel.runtime import Runtime
from domain.kernel.settings import Settings


def demo(settings: Settings, *, size: int, as_json: bool) -> None:
    """Fill, and print the tenants with their keys: as JSON for programs, else in words."""
    structlog.configure(logger_factory=structlog.PrintLoggerFactory(sys.stderr))  # what is printed is the answer
    result, keys = asyncio.run(_fill(settings, size))
    if as_json:
        print(json.dumps(_answer(result, keys), ensure_ascii=False))
    elif not result.tenants:
        print("The database has tenants of its own and was left alone.")
    else:
        print("The demo has been written." if result.filled else "The demo was there already.")
        for tenant in result.tenants:
            print(f"{tenant.slug:8} {external_id('tenant', tenant_id(tenant))}  {tenant.name}")
        print(f"Keys for each role: {settings.data_dir / FILE}")


async def _fill(settings: Settings, size: int) -> tuple[DemoResult, Keys]:
    runtime = Runtime.of(settings)
    try:
        result = await fill(runtime, size)
        return result, await demo_keys(runtime, result.tenants)
    finally:
        await runtime.close()


def _answer(result: DemoResult, keys: Keys) -> dict[str, Any]:  # Any: JSON
    tenants = [
        {
            "id": external_id("tenant", tenant_id(tenant)),
            "slug": tenant.slug,
            "name": tenant.name,
            "keys": keys[tenant.slug],
        }
        for tenant in result.tenants
    ]
    return {"tenants": tenants, "users": provider_users(result.tenants)}
