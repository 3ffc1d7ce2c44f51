"""The catalogue: whole in both languages, dated where things have changed, read-only but for the tenant's own."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

import domain.commands  # noqa: F401  # every command is declared
from domain.catalogue.entries import ENTRIES
from domain.catalogue.entry import Entry
from domain.kernel.errors import Conflict, Forbidden, Invalid, InvalidState, NotFound
from domain.kernel.ids import external_id
from domain.kernel.principal import Principal, Role
from domain.kernel.runtime import Runtime
from domain.tenancy.permissions import Action, require
from tests.conftest import TestTenant, make_tenant
from tests.domain.commanding import Caller
from tests.graph.asking import Reader

CHINESE = re.compile("[\u4e00-\u9fff]")
ITEMS = """{ viewer { tenant { catalogue { id code kind name summary strengths weaknesses fits url licenceSpdx retiredOn
    checkedOn isOwn changes { since text source } } } } }"""
OWN: dict[str, Any] = {
    "code": "acme_trainer",
    "kind": "framework",
    "name": "Acme Trainer",
    "summary": "Trains at night.",
    "strengths": ["Ours"],
    "note": "Version 3 drops Windows.",
    "noted_on": "2026-10-01",
    "licence_spdx": "LicenseRef-Acme",
    "url": "https://acme.example/trainer",
}


async def read_items(read: Reader) -> dict[str, Any]:
    """The catalogue by code."""
    found = (await read(ITEMS))["viewer"]["tenant"]["catalogue"]
    assert [item["isOwn"] for item in found] == sorted(item["isOwn"] for item in found)
    return {item["code"]: item for item in found}


@pytest.mark.parametrize("entry", ENTRIES.values(), ids=ENTRIES)
def test_an_entry_is_whole_in_both_languages_and_says_since_when_things_have_changed(entry: Entry) -> None:
    texts = [entry.summary, *entry.strengths, *entry.weaknesses, *entry.fits]
    for english, chinese in [*texts, *(change.text for change in entry.changes)]:
        assert english.isascii()
        assert CHINESE.search(chinese)
    assert entry.strengths
    assert entry.weaknesses
    assert entry.fits
    assert entry.changes
    for change in entry.changes:
        assert re.fullmatch(r"20\d\d-[01]\d(-[0-3]\d)?", change.since)
        assert change.since <= entry.checked_on
        assert change.source.startswith("https://")
    assert date.fromisoformat(entry.checked_on)


def test_what_the_field_works_with_is_there_and_what_is_out_of_date_says_so() -> None:
    assert list(ENTRIES) == ["tensorflow", "pytorch", "keras", "mxnet", "google_colab", "jupyter", "docker"]
    assert ENTRIES["mxnet"].retired_on == "2023-11-17"
    assert "Attic" in ENTRIES["mxnet"].changes[0].text[0]
    assert ENTRIES["keras"].changes[0].since == "2023-11"
    assert {code for code, entry in ENTRIES.items() if entry.retired_on} == {"mxnet"}


async def test_both_kinds_of_entries_are_read_as_one_list_in_the_tenants_language(
    runtime: Runtime, tenant: TestTenant, reader_of: Callable[[Principal], Reader]
) -> None:
    own = external_id(
        "catalogue_entry", await Caller(runtime, tenant.principal()).make("create_catalogue_entry", **OWN)
    )
    items = await read_items(reader_of(tenant.principal(Role.VIEWER)))
    assert list(items) == [*ENTRIES, "acme_trainer"]
    assert items["acme_trainer"] | {"strengths": []} == {
        **{"id": own, "code": "acme_trainer", "kind": "FRAMEWORK", "name": "Acme Trainer", "isOwn": True},
        **{"summary": "Trains at night.", "strengths": [], "weaknesses": [], "fits": [], "retiredOn": None},
        **{"url": "https://acme.example/trainer", "licenceSpdx": "LicenseRef-Acme", "checkedOn": "2026-10-01"},
        "changes": [{"since": "2026-10-01", "text": "Version 3 drops Windows.", "source": None}],
    }
    assert items["mxnet"]["retiredOn"] == "2023-11-17"
    assert items["pytorch"]["strengths"] == [english for english, _ in ENTRIES["pytorch"].strengths]
    chinese = await make_tenant(runtime, locale="zh-CN")
    theirs = await read_items(reader_of(chinese.principal()))
    assert list(theirs) == list(ENTRIES)
    assert theirs["mxnet"]["summary"] == ENTRIES["mxnet"].summary[1]
    assert theirs["keras"]["changes"][0]["text"] == ENTRIES["keras"].changes[0].text[1]


async def test_the_products_own_entries_are_read_only_and_their_codes_are_taken(
    runtime: Runtime, tenant: TestTenant, stranger: TestTenant
) -> None:
    caller = Caller(runtime, tenant.principal())
    theirs = external_id("catalogue_entry", ENTRIES["mxnet"].id)
    for name, given in (("update", {"name": "x"}), ("archive", {}), ("restore", {})):
        with pytest.raises(InvalidState, match=r"Apache MXNet is the product's own entry, .* read-only"):
            await caller.ask(f"{name}_catalogue_entry", id=theirs, **given)
    with pytest.raises(Conflict, match="pytorch is the product's own entry"):
        await caller.ask("create_catalogue_entry", **OWN | {"code": "pytorch"})
    own = external_id("catalogue_entry", await caller.make("create_catalogue_entry", **OWN))
    with pytest.raises(Conflict, match="choose another code"):
        await caller.ask("create_catalogue_entry", **OWN)
    await caller.ask("update_catalogue_entry", id=own, retired_on="2026-11-01", note=None)
    with pytest.raises(ValidationError):
        await caller.ask("update_catalogue_entry", id=own, strengths=["x"] * 21)
    with pytest.raises(NotFound):
        await Caller(runtime, stranger.principal()).ask("update_catalogue_entry", id=own, name="x")
    await Caller(runtime, stranger.principal()).ask("create_catalogue_entry", **OWN)
    with pytest.raises(Forbidden):
        require(tenant.principal(Role.CONTRIBUTOR), Action.CATALOGUE_WRITE)


async def test_a_technology_names_an_entry_of_the_product_or_of_its_own_tenant(
    runtime: Runtime, tenant: TestTenant, stranger: TestTenant, reader_of: Callable[[Principal], Reader]
) -> None:
    caller = Caller(runtime, tenant.principal())
    venture = await caller.venture()
    resource = external_id(
        "resource", await caller.make("create_resource", venture_id=venture, kind="technology", name="Trainer")
    )
    await Caller(runtime, stranger.principal()).ask("create_catalogue_entry", **OWN)
    given = {"resource_id": resource, "source": "open_source", "catalogue_code": "acme_trainer"}
    with pytest.raises(Invalid, match="the catalogue has no entry acme_trainer"):
        await caller.ask("create_technology", **given)
    made = await caller.make("create_technology", **given | {"catalogue_code": "keras"})
    technology = external_id("technology", made)
    read = reader_of(tenant.principal())
    asked = "{ technologies { nodes { catalogueItem { name isOwn } resource { technology { catalogueCode } } } } }"
    (node,) = (await read(asked))["technologies"]["nodes"]
    assert node == {
        "catalogueItem": {"name": "Keras", "isOwn": False},
        "resource": {"technology": {"catalogueCode": "keras"}},
    }
    own = external_id("catalogue_entry", await caller.make("create_catalogue_entry", **OWN))
    await caller.ask("update_technology", id=technology, catalogue_code="acme_trainer")
    (node,) = (await read(asked))["technologies"]["nodes"]
    assert node["catalogueItem"] == {"name": "Acme Trainer", "isOwn": True}
    await caller.ask("archive_catalogue_entry", id=own)
    (node,) = (await read(asked))["technologies"]["nodes"]
    assert node["catalogueItem"] is None
    await caller.ask("restore_catalogue_entry", id=own)


async def test_no_entry_above_the_limit_is_added_or_restored(
    runtime: Runtime, tenant: TestTenant, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("domain.catalogue.commands.MOST", 2)
    caller = Caller(runtime, tenant.principal())
    first = await caller.make("create_catalogue_entry", **OWN | {"code": "first_one"})
    await caller.make("create_catalogue_entry", **OWN | {"code": "second_one"})
    with pytest.raises(Invalid, match="at most 2"):
        await caller.make("create_catalogue_entry", **OWN | {"code": "third_one"})
    id = external_id("catalogue_entry", first)
    await caller.ask("archive_catalogue_entry", id=id)
    await caller.make("create_catalogue_entry", **OWN | {"code": "third_one"})
    with pytest.raises(Invalid, match="at most 2"):
        await caller.ask("restore_catalogue_entry", id=id)
