"""Filters, orders and pages: PostgreSQL finds what the protocol's own library finds in memory."""

from __future__ import annotations

import random
from typing import Any

import httpx
from scim2_models import ScimFilter

from api.scim.resources import Group, User
from tests.api.scim.conftest import SEARCH, Directory

PEOPLE: tuple[dict[str, Any], ...] = (
    {"userName": "ann@a.example", "externalId": "E-1", "displayName": "Ann", "name": {"givenName": "Ann"}},
    {"userName": "bob@b.example", "externalId": "e-1", "displayName": "ANNA %", "active": False},
    {"userName": "cy_x@a.example", "name": {"familyName": "Łukasz", "formatted": "Cy Ł"}},
    {"userName": "dee%y@b.example", "displayName": "Dee \\ \"quoted\"", "name": {"familyName": "lee"}},
    {"userName": "eve@a.example", "externalId": "E-2", "displayName": "eve", "name": {"familyName": "LEE"}},
)  # fmt: skip
TEXTS = ("ann@a.example", "ANN", "a", "E-1", "e-1", "%", "_", "lee", "Ł", "ł", '\\"', "\\\\", "zz", "Staff", "work")
ATTRIBUTES = (
    "userName", "displayName", "externalId", "name.givenName", "name.familyName", "name.formatted", "emails",
    "emails.value", "groups.display", "id", "emails.type", "meta.resourceType",
)  # fmt: skip
OPERATORS = ("eq", "ne", "co", "sw", "ew", "gt", "ge", "lt", "le")


def some_filter(dice: random.Random, depth: int = 0) -> str:
    """A filter at random; as names and operators are written in any case, so are these."""
    roll = dice.random()
    if depth < 3 and roll < 0.35:
        joined = f" {dice.choice(('and', 'or', 'AND'))} ".join(some_filter(dice, depth + 1) for _ in range(2))
        return f"({joined})"
    if depth < 3 and roll < 0.5:
        return f"not ({some_filter(dice, depth + 1)})"
    if roll < 0.58:
        return f"active {dice.choice(('eq', 'ne'))} {dice.choice(('true', 'false'))}"
    if roll < 0.68:
        return f"{dice.choice((*ATTRIBUTES, 'name', 'groups', 'active', 'emails'))} pr"
    if roll < 0.78:
        inner = f'type {dice.choice(OPERATORS)} "{dice.choice(("work", "WORK", "home"))}" and value co "a"'
        return f"emails[{inner}]"
    if roll < 0.84:
        return f'groups[display {dice.choice(OPERATORS)} "{dice.choice(TEXTS)}"]'
    if roll < 0.9:
        return f"{dice.choice(ATTRIBUTES[1:6])} {dice.choice(('eq', 'ne'))} null"
    name = dice.choice(ATTRIBUTES)
    return f'{dice.choice((name, name.upper()))} {dice.choice(OPERATORS)} "{dice.choice(TEXTS)}"'


async def test_random_filters_find_what_the_library_finds_in_memory(directory: Directory, seed: int) -> None:
    made = [await directory.user(**{"email": each["userName"], **_rest(each)}) for each in PEOPLE]
    await directory.group("Staff", made[0]["id"], made[1]["id"])
    await directory.group("staff two", made[1]["id"])
    everybody = (await directory.get("/Users?count=200"))["Resources"]
    users = [User.model_validate(each) for each in everybody]
    dice = random.Random(seed)
    for _ in range(60):
        text = some_filter(dice)
        expected = {each.user_name for each in users if ScimFilter[User](text).match(each)}
        assert set(await directory.names("/Users", text, count="200")) == expected, text
    shown = "attributes=displayName,externalId,members.display,members.value,members.type"
    listed = (await directory.get("/Groups"))["Resources"]
    groups = [Group.model_validate(await directory.get(f"/Groups/{each['id']}?{shown}")) for each in listed]
    member = made[1]["id"]
    for text in (
        f'members eq "{made[0]["id"]}"', f'members[value eq "{member}"]', f'members[value ne "{member}"]',
        'members.display co "ann"', "members pr", 'not (members.display sw "ANNA")', 'members[type eq "User"]',
        'displayName eq "STAFF" or externalId pr', 'userName eq "ann@a.example"',
    ):  # fmt: skip
        known = "userName" not in text
        expected = {each.display_name for each in groups if known and ScimFilter[Group](text).match(each)}
        if known:
            assert set(await directory.names("/Groups", text)) == expected, text


def _rest(each: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in each.items() if name != "userName"}


async def test_instants_are_compared_as_instants(directory: Directory) -> None:
    ann = await directory.user("ann@example.com")
    made = ann["meta"]["created"]
    assert await directory.names("/Users", f'meta.created le "{made}" and userName sw "ann"') == ["ann@example.com"]
    assert await directory.names("/Users", f'meta.lastModified gt "{made}" and userName sw "ann"') == []
    assert await directory.names("/Users", 'meta.created gt "2011-05-13T04:42:34Z" and userName sw "ann"')


async def test_pages_by_number_and_by_cursor_have_each_once_in_their_order(directory: Directory) -> None:
    for each in PEOPLE:
        await directory.user(**{"email": each["userName"], **_rest(each)})
    group = await directory.group("Staff")
    for order in ("", "&sortBy=userName", "&sortBy=displayName&sortOrder=descending", "&sortBy=name.familyName"):
        everybody = [each["id"] for each in (await directory.get(f"/Users?count=200{order}"))["Resources"]]
        assert len(everybody) == len(set(everybody)) == 10
        numbered = []
        for start in range(1, 11, 3):
            page = await directory.get(f"/Users?startIndex={start}&count=3{order}")
            assert (page["totalResults"], page["startIndex"]) == (10, start)
            numbered += [each["id"] for each in page["Resources"]]
        assert numbered == everybody, order
        followed, cursor = [], ""
        while True:
            page = await directory.get(f"/Users?count=3{order}&{httpx.QueryParams({'cursor': cursor})}")
            followed += [each["id"] for each in page["Resources"]]
            cursor = page.get("nextCursor")
            if cursor is None:
                break
        assert followed == everybody, order
    names = [each.get("displayName") for each in (await directory.get("/Users?sortBy=displayName"))["Resources"]]
    told = [name.lower() for name in names if name is not None]
    assert names[-1] is None
    assert told == sorted(told, key=lambda name: [letter for letter in name if letter.isalnum()])
    of_another = await directory.get("/Users?cursor=&count=3")
    wrong = await directory("GET", f"/Groups?{httpx.QueryParams({'cursor': of_another['nextCursor'], 'count': 3})}")
    assert (wrong.status_code, wrong.json()["scimType"]) == (400, "invalidCursor")

    whole = await directory("POST", "/.search", {"schemas": [SEARCH], "count": 200, "attributes": ["displayName"]})
    found = whole.json()["Resources"]
    assert whole.json()["totalResults"] == len(found) == 11
    assert group["id"] in {each["id"] for each in found}
    either = {"schemas": [SEARCH], "filter": 'userName sw "ann" or displayName eq "staff"', "sortBy": "displayName"}
    assert (await directory("POST", "/.search", either)).json()["totalResults"] == 2
    assert (await directory("POST", "/.search", either | {"count": 0})).json().get("Resources", []) == []
    many = await directory.get("/Users?count=100000")
    assert many["itemsPerPage"] == 10
