"""An API process carries only what every request needs: it is there many times over."""

from __future__ import annotations

import subprocess
import sys

from alembic.script import ScriptDirectory

from api.health import newest_revision
from migrations.run import alembic_config

HEAVY = ("alembic", "cel", "numpy", "openpyxl", "typst")
"""What only some requests need, 40 MB of it: imported when the first of them comes."""


def test_what_few_requests_need_is_not_imported_at_the_start() -> None:
    program = f"import sys, api.app; print(*(name for name in {HEAVY!r} if name in sys.modules))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_the_newest_revision_is_alembics() -> None:
    assert newest_revision() == ScriptDirectory.from_config(alembic_config()).get_current_head()
