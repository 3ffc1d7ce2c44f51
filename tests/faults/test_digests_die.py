"""A worker that dies while it bundles or sends a digest is followed by one that tells it: whole, and as one mail."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

from domain.kernel.principal import Role
from domain.kernel.runtime import Runtime
from domain.kernel.settings import Settings
from tests.conftest import Cluster, make_tenant
from tests.faults.test_crash_points import Workers
from tests.workers.mailbox import SENDER, mail_server, text_of
from tests.workers.test_members_mail import chooses, signs_in, tell

TWO_DAYS = 2 * 86_400


async def test_a_digest_comes_through_the_death_of_a_worker(
    cluster: Cluster, clone: Callable[..., Settings], tmp_path: Path
) -> None:
    settings = await asyncio.to_thread(clone)
    workers = Workers(cluster, settings, tmp_path)
    async with mail_server() as mailbox:
        workers.environment |= {
            "MILEPOST_SMTP_URL": f"smtp://127.0.0.1:{mailbox.port}",
            "MILEPOST_MAIL_FROM": SENDER,
        }
        runtime = Runtime.of(settings)
        mailbox.use(runtime)
        try:
            tenant = await make_tenant(runtime)
            await chooses(runtime, await signs_in(runtime, tenant, Role.VIEWER), digest="daily", language="en")
            for _ in range(3):
                await tell(runtime, tenant, severity="warning")
            workers.outlive(TWO_DAYS)
            await asyncio.to_thread(workers.until_death, "digest.before_commit")
            assert mailbox.mails == []
            # It dies between the server's 250 and the row that says so: the mail is sent twice, under one id.
            await asyncio.to_thread(workers.until_death, "delivery.after_answer")
            await asyncio.to_thread(workers.until, lambda: len(mailbox.mails) == 2)
        finally:
            await runtime.close()
        first, second = mailbox.read()
    assert first.as_bytes() == second.as_bytes()
    assert first["Subject"] == "Digest (3)" and text_of(first).count("The largest customer leaves") >= 3
