"""Logs: one line an entry, JSON or readable, with the ids of request and tenant; ids only, never names or texts."""

from __future__ import annotations

import logging
import sys
from typing import Any

import orjson
import structlog

from domain.kernel.settings import Settings

# Without local variables: logs carry ids, never names or texts.
_TRACES = structlog.processors.ExceptionRenderer(structlog.tracebacks.ExceptionDictTransformer(show_locals=False))
_QUIET = ("sqlalchemy", "asyncpg", "httpcore", "httpx", "uvicorn.access")


def _json_text(entry: Any, default: Any) -> str:
    return orjson.dumps(entry, default=default).decode()


def configure_logging(settings: Settings) -> None:
    """Set up structlog and the standard library's logging, once at start.

    `structlog.contextvars.bind_contextvars(request_id=…, tenant_id=…)` puts ids on every line of a task.
    """
    level = logging.getLevelNamesMapping()[settings.log_level.upper()]
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    console = settings.log_format == "console"
    ending: list[Any] = (
        [structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback)]
        if console
        else [_TRACES, structlog.processors.JSONRenderer(_json_text)]
    )
    # A line a request is written: orjson's bytes go out as they are.
    quickly = [_TRACES, structlog.processors.JSONRenderer(orjson.dumps)]
    structlog.configure(
        processors=[*shared, *(ending if console else quickly)],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=(
            structlog.PrintLoggerFactory(sys.stdout) if console else structlog.BytesLoggerFactory(sys.stdout.buffer)
        ),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *ending],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for name in _QUIET:
        logging.getLogger(name).setLevel(max(level, logging.WARNING))
