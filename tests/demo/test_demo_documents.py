"""Each decided review of the demo, and each portfolio, is a document to be read, in the language of its tenant."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from api.app import create_app
from cli.demo.filling import TENANTS, tenant_id
from cli.demo.keys import demo_keys
from domain.kernel.ids import external_id
from domain.kernel.runtime import Runtime
from domain.reviews.pages.language import Language

DECIDED = "{ reviews(filter: { state: { eq: DECIDED } }) { nodes { id decision milestone { title } } } }"


@pytest.mark.parametrize("story", TENANTS, ids=lambda story: str(story.slug))
async def test_decided_reviews_and_the_portfolio_can_be_read(copied: Runtime, story: Any) -> None:
    key = (await demo_keys(copied, TENANTS))[story.slug]["viewer"]
    app = create_app(copied.settings, copied)
    headers = {"Authorization": f"Bearer {key}"}
    tenant = f"/v1/tenants/{external_id('tenant', tenant_id(story))}"
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://localhost:8000", headers=headers) as client:
        reviews = (await client.post("/graphql", json={"query": DECIDED})).json()["data"]["reviews"]["nodes"]
        assert len(reviews) >= 2
        language = Language(story.locale)
        for review in reviews:
            path = f"{tenant}/reviews/{review['id']}/document"
            told = (await client.get(path, headers={"Accept": "text/html"})).text
            assert review["milestone"]["title"] in told and language.code(review["decision"].lower()) in told
        pdf = await client.get(path, params={"format": "pdf"})
        assert pdf.content.startswith(b"%PDF")
        portfolio = await client.get(f"{tenant}/portfolio/document", params={"format": "md"})
        assert portfolio.status_code == 200 and language.say("ventures") in portfolio.text
