"""What a person recognises a device by, from the User-Agent header: coarse on purpose, it is no fingerprint."""

from __future__ import annotations

import re
from typing import Final

_BROWSERS: Final = (
    ("Milepost command line", r"^milepost-cli/"),
    ("Edge", r"\bEdg(?:e|A|iOS)?/"),
    ("Opera", r"\bOPR/"),
    ("Samsung Internet", r"\bSamsungBrowser/"),
    ("Firefox", r"\b(?:Firefox|FxiOS)/"),
    ("Chrome", r"\b(?:Chrome|CriOS|Chromium)/"),
    ("Safari", r"\bVersion/\S+.*\bSafari/"),
)
_SYSTEMS: Final = (
    ("Android", r"\bAndroid\b"),
    ("iPhone", r"\biPhone\b"),
    ("iPad", r"\biPad\b"),
    ("Windows", r"\bWindows\b"),
    ("macOS", r"\bMac ?OS\b|\bMacintosh\b|\bDarwin\b"),
    ("ChromeOS", r"\bCrOS\b"),
    ("Linux", r"\bLinux\b"),
)
"""The first that fits is it: each names those that come after it as well."""


def device_of(user_agent: str | None) -> str:
    """Browser and system, `Firefox on Linux`; what is not known is left out, nothing known is `Unknown device`."""
    browser, system = _first(_BROWSERS, user_agent or ""), _first(_SYSTEMS, user_agent or "")
    return " on ".join(part for part in (browser, system) if part) or "Unknown device"


def _first(known: tuple[tuple[str, str], ...], text: str) -> str | None:
    return next((name for name, pattern in known if re.search(pattern, text)), None)
