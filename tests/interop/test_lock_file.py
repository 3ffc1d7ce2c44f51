"""The lock file of `make interop` belongs to no place."""

from __future__ import annotations

import json

from tests.interop.packages import HERE


def test_the_lock_file_holds_no_address_of_a_registry() -> None:
    lock = json.loads((HERE / "package-lock.json").read_text("utf-8"))
    resolved = {package["resolved"] for package in lock["packages"].values() if "resolved" in package}
    assert resolved == {"../../clients/typescript"}
