"""The client: where Milepost is, and with which key it is asked."""

from __future__ import annotations

import re
from types import TracebackType

import httpx
from httpx_retries import Retry, RetryTransport

from milepost_client.generated import Operations

_KEY = re.compile(r"mp_live_([0-9a-f]{32})_[0-9A-Za-z]+_[0-9A-Za-z]{6}")
_AGAIN = Retry(
    total=4,
    backoff_factor=0.5,
    status_forcelist=[429, 502, 503, 504],
    allowed_methods=["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"],
)
"""Every request may be repeated: a POST has an idempotency key, and a PATCH says what shall be. `Retry-After` is kept."""


class Milepost(Operations):
    """`Milepost("https://milepost.example.com", "mp_live_…")`; every operation of the REST interface is a method.

    The tenant is the key's; with an operator key it is named: `Milepost(url, key, tenant="tenant_…")`. `transport` is
    httpx's, for tests and proxies. Use it in a `with` statement, or call `close()`.
    """

    def __init__(
        self,
        url: str,
        key: str,
        *,
        tenant: str | None = None,
        timeout: float = 30.0,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        found = _KEY.fullmatch(key)
        http = httpx.Client(
            base_url=url,
            headers={"Authorization": f"Bearer {key}", "User-Agent": "milepost-client-python/0.1"},
            timeout=timeout,
            transport=RetryTransport(transport=transport or httpx.HTTPTransport(), retry=_AGAIN),
        )
        super().__init__(http, tenant or (f"tenant_{found[1]}" if found else None))

    def within(self, tenant: str) -> Operations:
        """The same client in a tenant: for operators, who act in many."""
        return Operations(self._http, tenant)

    def close(self) -> None:
        """Close its connections."""
        self._http.close()

    def __enter__(self) -> Milepost:
        """Itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close its connections."""
        self.close()
