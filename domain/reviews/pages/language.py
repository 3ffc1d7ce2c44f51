"""A language to write in: its words, and how it writes days, numbers and money (by the locale data of CLDR)."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Final

from babel import Locale
from babel.dates import format_date, format_time
from babel.numbers import format_currency, format_decimal, format_percent

from domain.kernel.plain import ELLIPSIS, LONGEST, cleaned, in_one_line
from domain.reviews.pages.codes import CODES
from domain.reviews.pages.words import LOCALES, words

LONGEST_LINE: Final = 240
_CLDR: Final = {"en": "en_150", "zh-CN": "zh_Hans_CN"}
"""English as it is written in the world: 1 Dec 2026, never 12/1/26."""


class Language:
    """The words and forms of one language, and the currency of a document."""

    def __init__(self, locale: str, currency: str = "") -> None:
        self.locale = locale if locale in LOCALES else LOCALES[0]
        self.currency = currency
        self._words: Mapping[str, str] = words(self.locale)
        self._cldr = Locale.parse(_CLDR[self.locale])
        self._position = LOCALES.index(self.locale)

    def say(self, word: str, **values: object) -> str:
        """One of our own words or sentences, its places filled in."""
        text = self._words[word]
        return text.format(**values) if values else text

    def sentence(self, word: str) -> str:
        """One of our words as a sentence by itself."""
        text = self._words[word]
        return text[:1].upper() + text[1:] + ("。" if self.locale == "zh-CN" else ".")

    def code(self, code: str | None) -> str:
        """What a code is called: as a word of ours, else as it is."""
        if not code:
            return ""
        if code in CODES:
            return CODES[code][self._position]
        return self._words.get(code) or line(code.replace("_", " "))

    def day(self, value: str | None) -> str:
        """A day: 1 Dec 2026. Empty where there is none."""
        return format_date(date.fromisoformat(value), "medium", self._cldr) if value else ""

    def short_day(self, value: str) -> str:
        """A day without its year, for axes."""
        pattern = "M月d日" if self.locale == "zh-CN" else "d MMM"
        return format_date(date.fromisoformat(value), pattern, self._cldr)

    def instant(self, value: str | None) -> str:
        """An instant to the minute, in UTC. Empty where there is none."""
        if not value:
            return ""
        at = datetime.fromisoformat(value)
        return f"{format_date(at, 'medium', self._cldr)} {format_time(at, 'HH:mm', locale=self._cldr)} UTC"

    def number(self, value: str | int | None, digits: int = 2) -> str:
        """A number, with at most so many decimals."""
        found = _decimal(value)
        if found is None:
            return ""
        pattern = "#,##0." + "#" * digits if digits else "#,##0"
        return _minus(format_decimal(found, pattern, self._cldr))

    def money(self, value: str | None) -> str:
        """An amount in the document's currency; in whole units from a thousand on."""
        found = _decimal(value)
        if found is None:
            return ""
        whole = abs(found) >= 1_000 or found == found.to_integral_value()
        pattern = "¤#,##0" if whole else "¤#,##0.00"
        if not self.currency:
            return self.number(value)
        return _minus(format_currency(found, self.currency, pattern, self._cldr, currency_digits=False))

    def share(self, value: str | None) -> str:
        """A share from 0 to 1 as whole percent; what is neither nothing nor all is not rounded to it."""
        found = _decimal(value)
        if found is None:
            return ""
        told = format_percent(found, "#,##0%", self._cldr)
        if 0 < found < Decimal("0.005"):
            return f"<{format_percent(Decimal('0.01'), '#,##0%', self._cldr)}"
        if Decimal("0.995") <= found < 1:
            return f">{format_percent(Decimal('0.99'), '#,##0%', self._cldr)}"
        return str(told)

    def percent(self, value: str | int | None) -> str:
        """Whole percent from 0 to 100."""
        found = _decimal(value)
        return "" if found is None else format_percent(found / 100, "#,##0%", self._cldr)

    def joined(self, names: list[str]) -> str:
        """Names in one sentence."""
        return ("、" if self.locale == "zh-CN" else ", ").join(names)


def line(text: str | None, longest: int = LONGEST_LINE) -> str:
    """A text from outside on one line: without what cannot be seen or turns directions, cut where it is too long."""
    return cut(unicodedata.normalize("NFC", in_one_line(text or "")), longest)


def lines(text: str | None, longest: int = LONGEST) -> str:
    """A text from outside whose line breaks count."""
    told = (" ".join(part.split()) for part in cleaned(text or "", longest).split("\n"))
    return unicodedata.normalize("NFC", "\n".join(told).strip())


def cut(text: str, longest: int) -> str:
    """The text, or so much of it, with an ellipsis."""
    return text if len(text) <= longest else text[: longest - 1].rstrip() + ELLIPSIS


def _decimal(value: str | int | None) -> Decimal | None:
    if value is None:
        return None
    try:
        found = Decimal(value)
    except InvalidOperation:
        return None
    return found if found.is_finite() else None


def _minus(text: str) -> str:
    return text.replace("-", "−")
