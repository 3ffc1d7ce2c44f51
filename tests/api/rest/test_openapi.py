"""The document says what is answered."""

from __future__ import annotations

import re
from typing import Any

import httpx
import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from api.openapi import openapi_document
from api.rest.routes import all_operations
from domain.kernel.commands import COMMANDS
from tests.api.conftest import BASE, Api, MakeKey
from tests.conftest import TestTenant

DOCUMENT = openapi_document(BASE)


def operations() -> list[dict[str, Any]]:
    return [operation for methods in DOCUMENT["paths"].values() for operation in methods.values()]


def contents(operation: dict[str, Any]) -> list[dict[str, Any]]:
    bodies = [operation["requestBody"]] if "requestBody" in operation else []
    return [
        content for body in [*bodies, *operation["responses"].values()] for content in body.get("content", {}).values()
    ]


def errors_of(schema: dict[str, Any], value: object) -> list[str]:
    validator = Draft202012Validator(schema | {"components": DOCUMENT["components"]})
    return [f"{list(error.path)}: {error.message}" for error in validator.iter_errors(value)]


def test_the_document_is_valid_openapi() -> None:
    validate(DOCUMENT)  # type: ignore[arg-type]  # a plain dictionary


async def test_the_document_is_served(client: httpx.AsyncClient) -> None:
    assert (await client.get("/openapi.json")).json() == DOCUMENT


def test_operation_ids_are_unique_and_snake_case() -> None:
    ids = [operation["operationId"] for operation in operations()]
    assert len(ids) == len(set(ids)) == len(all_operations())
    assert all(re.fullmatch(r"[a-z]+(_[a-z]+)*", id) for id in ids)


def test_every_operation_is_described_with_its_refusals() -> None:
    tags = {tag["name"] for tag in DOCUMENT["tags"]}
    for operation in operations():
        assert operation["summary"]
        assert operation["description"].endswith(".")
        assert set(operation["tags"]) <= tags
        assert {"401", "403", "422", "429", "500", "503"} <= operation["responses"].keys()
        assert all(parameter["description"] for parameter in operation["parameters"])


def test_examples_fit_their_schemas() -> None:
    for operation in operations():
        for content in contents(operation):
            assert errors_of(content["schema"], content["example"]) == [], operation["operationId"]


def test_every_command_can_be_asked_over_rest() -> None:
    offered = {operation.id for operation in all_operations()}
    assert COMMANDS.keys() - offered == set()


@pytest.mark.parametrize(
    ("path", "body"),
    [("members", {"name": "a"}), ("api-keys", {"title": "a"}), ("webhook-endpoints", {"url": "https://a.example/"}),
     ("ventures", {"name": "a"}), ("teams", {"name": "a", "function": "business"})],
)  # fmt: skip
async def test_answers_are_as_documented(key_of: MakeKey, tenant: TestTenant, path: str, body: dict[str, str]) -> None:
    owner: Api = await key_of(tenant)
    collection = f"/v1/tenants/{{tenant_id}}/{path}"
    made = await owner("POST", path, body)
    assert made.status_code == 201, made.text
    answers = {("post", collection): made, ("get", collection): await owner("GET", path)}
    answers["get", f"{collection}/{{id}}"] = await owner("GET", f"{path}/{made.json()['id']}")
    answers["get", f"{collection}/{{id}}"].raise_for_status()
    for (method, where), answer in answers.items():
        documented = DOCUMENT["paths"][where][method]["responses"][str(answer.status_code)]
        assert errors_of(documented["content"]["application/json"]["schema"], answer.json()) == []
        assert set(documented["headers"]) - {"Link", "Idempotency-Replayed"} <= {
            name for name in documented["headers"] if name.lower() in answer.headers
        }
