"""One HTTP request to a stranger, told as what came of it: within a total time, and never as an exception."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass

import structlog

from domain.kernel.outbound.resolving import NoAddress
from domain.kernel.outbound.strangers import Strangers, why_no_connection
from domain.kernel.outbound.wires import MOST_OF_ANSWER, NoHTTP
from domain.kernel.targets import ForbiddenTarget
from domain.webhooks.retries import Outcome

TOTAL_SECONDS = 15.0
KEPT_OF_ANSWER = MOST_OF_ANSWER
log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Answer:
    """What came of a request: a status and the beginning of the body, or why there was none.

    The error says nothing of what stands at a forbidden address: such a host has no usable address, like one that does
    not exist.
    """

    status: int | None
    error: str | None = None
    retry_after: str | None = None
    excerpt: str | None = None
    latency_ms: int = 0
    outcome: Outcome | None = None
    "What it means, where that is not what its status means for a webhook."


class Outbound(Strangers):
    """Sends requests to strangers under one policy of addresses, and always answers."""

    async def post(self, url: str, headers: Mapping[str, str], body: bytes) -> Answer:
        """POST the body. Always answers, within `TOTAL_SECONDS`."""
        own = {"accept": "*/*", "content-type": "application/json", "content-length": str(len(body))}
        return await self._timed("POST", url, own | dict(headers), body)

    async def get(self, url: str, headers: Mapping[str, str]) -> Answer:
        """GET what is there. Always answers, within `TOTAL_SECONDS`."""
        return await self._timed("GET", url, headers, b"")

    async def _timed(self, method: str, url: str, headers: Mapping[str, str], body: bytes) -> Answer:
        began = time.monotonic()
        answer = await self._send(method, url, headers, body)
        return Answer(
            answer.status,
            answer.error,
            answer.retry_after,
            answer.excerpt,
            round((time.monotonic() - began) * 1000),
        )

    async def _send(self, method: str, url: str, headers: Mapping[str, str], body: bytes) -> Answer:
        try:
            heard = await self.ask(method, url, headers, body, seconds=TOTAL_SECONDS, most=KEPT_OF_ANSWER)
        except (ForbiddenTarget, NoAddress):
            return Answer(None, "the host has no usable address")
        except TimeoutError:
            return Answer(None, f"no answer within {TOTAL_SECONDS:.0f} s")
        except NoHTTP:
            return Answer(None, "the answer is no HTTP")
        except OSError as error:
            return Answer(None, why_no_connection(error))
        except Exception as error:  # nothing that a stranger sends may keep the attempt from being stored
            log.error("request failed", error=type(error).__name__, exc_info=True)
            return Answer(None, "no connection")
        excerpt = heard.body[:KEPT_OF_ANSWER].decode(errors="replace").replace("\x00", "\ufffd")
        return Answer(heard.status, retry_after=heard.headers.get("retry-after"), excerpt=excerpt)
