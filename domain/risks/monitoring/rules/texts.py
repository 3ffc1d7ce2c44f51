"""Sentences of rules in several languages, filled in from a finding.

Filling `{name}` in is one pass of plain replacement: what a user wrote into a title is inserted as it stands and never
read as a template. Sentences name dates and not "days ago", for they are kept with the alert and must stay true.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from domain.risks.monitoring.finding import Evidence

DEFAULT_LOCALE = "en"
CHINESE = "zh-CN"
_PLACE = re.compile(r"\{([a-z][a-z0-9_]*)\}")
_GIVEN = frozenset({"title", "since"})
# Values of these names are words of ours, not of users.
_LEVELS = {"low": "低", "medium": "中", "high": "高", "critical": "严重"}
_WORDS: Mapping[str, Mapping[str, Mapping[str, str]]] = {
    name: {CHINESE: _LEVELS} for name in ("level", "previous_level", "target_level")
} | {
    "trend": {CHINESE: {"rising": "上升", "falling": "下降"}},
    "purpose": {
        DEFAULT_LOCALE: {"commercial": "commercial use"},
        CHINESE: {"training": "模型训练", "commercial": "商业使用", "redistribution": "再分发"},
    },
}


@dataclass(frozen=True, slots=True)
class Texts:
    """One sentence in every language of the house."""

    en: str
    zh_cn: str

    def template(self, locale: str) -> str:
        """The template for a locale (`zh`, `zh-CN`, `zh-Hans-CN` …); English where there is none."""
        return self.zh_cn if locale.partition("-")[0].lower() == "zh" else self.en

    def fill(self, locale: str, title: str, evidence: Evidence, since: date) -> str:
        """The sentence about a subject. Raises `KeyError` where the evidence lacks a value that the sentence names."""
        language = CHINESE if self.template(locale) is self.zh_cn else DEFAULT_LOCALE

        def put(place: re.Match[str]) -> str:
            name = place[1]
            if name in _GIVEN:
                return title if name == "title" else since.isoformat()
            value = evidence[name]
            return _WORDS.get(name, {}).get(language, {}).get(str(value), str(value))

        return _PLACE.sub(put, self.template(locale))

    def names(self) -> frozenset[str]:
        """The values of the evidence that the sentences name."""
        return frozenset(place[1] for text in (self.en, self.zh_cn) for place in _PLACE.finditer(text)) - _GIVEN

    def by_locale(self) -> dict[str, str]:
        """The sentence by locale."""
        return {DEFAULT_LOCALE: self.en, CHINESE: self.zh_cn}
