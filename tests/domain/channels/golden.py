"""What each kind of channel is sent for each event and language; `python -m tests.domain.channels.golden` writes it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from domain.channels.letters import letter_of
from domain.channels.message import Language
from domain.channels.mime import Envelope, composed
from domain.channels.slack import slack_body
from domain.channels.teams import teams_body
from domain.channels.telling import message_of
from tests.domain.channels.samples import AT, EVENTS, PLACE

FOLDER = Path(__file__).with_name("files")


def rendered() -> Iterator[tuple[Path, str]]:
    """Every file with what stands in it."""
    for type_, event in EVENTS.items():
        for language in Language:
            message = message_of(event, PLACE, language)
            envelope = Envelope("Milepost <alerts@milepost.example.com>", "ann@example.com", f"{type_}.1", AT)
            mail = composed(letter_of(message, language), envelope).decode()
            bodies = {
                "slack.json": _pretty(slack_body(message, language)),
                "teams.json": _pretty(teams_body(message, language)),
                "eml": mail.replace("\r\n", "\n"),
            }
            for ending, text in bodies.items():
                yield FOLDER / f"{type_}.{language}.{ending}", text


def _pretty(body: str) -> str:
    return json.dumps(json.loads(body), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for path, text in rendered():
        path.write_text(text, "utf-8")
