"""The document of a review over REST: its forms, what is agreed on, whose it is, and that a server stands it."""

from __future__ import annotations

import asyncio
import sys
from datetime import timedelta
from io import BytesIO
from typing import Any

import httpx
import pypdfium2
import pytest
from fastapi import FastAPI
from jsonschema_rs import Draft202012Validator

from api.typesetting import MOST_WAITING, NotSet, Typesetter, TypesettingBusy
from domain.kernel.ids import parse_id
from domain.kernel.runtime import Runtime
from domain.kernel.storing import store_computed
from domain.kernel.work import Work
from domain.reviews.canonical import canonical_bytes, content_hash
from domain.reviews.pages.words import LOCALES
from domain.reviews.shape.schema import document_schema
from domain.reviews.states import ReviewState
from domain.reviews.tables import Review
from tests.api.conftest import Api, MakeKey
from tests.conftest import SettableClock, TestTenant
from tests.contract.reporting import REPORT
from tests.domain.reviews.pages import samples
from tests.workers.conftest import act
from tests.workers.test_monitor import look
from tests.workers.test_reviews import work_off

SCHEMA = Draft202012Validator(document_schema(), validate_formats=True)


@pytest.fixture
async def owner(key_of: MakeKey, tenant: TestTenant) -> Api:
    return await key_of(tenant, "owner")


async def a_review(owner: Api) -> str:
    """A review whose report is not made."""
    venture = (await owner("POST", "ventures", {"name": "Meridian Diagnostics"})).json()["id"]
    milestone = (await owner("POST", "milestones", {"venture_id": venture, "title": "Closed beta"})).json()["id"]
    return str((await owner("POST", "reviews", {"milestone_id": milestone})).json()["id"])


async def store_report(runtime: Runtime, tenant: TestTenant, review: str, content: Any) -> str:
    """Store a report as a worker does. Answers its hash."""
    kept = canonical_bytes(content)
    values = {"canonical": kept.decode(), "content": content, "reasons": content["reasons"]}

    async def store(work: Work) -> None:
        row = await work.get(Review, parse_id("review", review), lock=True)
        row.state, row.content_hash = ReviewState.READY, content_hash(kept)
        await store_computed(work, REPORT, {"review_id": row.id}, values | {"computed_at": work.now})

    await act(runtime, tenant, store)
    return content_hash(kept)


@pytest.fixture
async def path(owner: Api, runtime: Runtime, tenant: TestTenant) -> str:
    review = await a_review(owner)
    await store_report(runtime, tenant, review, samples.full()["report"])
    return f"reviews/{review}/document"


async def test_each_form_has_what_the_report_says(owner: Api, path: str) -> None:
    told = await owner("GET", path)
    assert told.status_code == 200 and told.headers["content-type"] == "application/json"
    document = told.json()
    assert document["report"] == samples.full()["report"]
    assert document["decision"] is None and document["conditions"] == []
    for form, media_type in (("md", "text/markdown; charset=utf-8"), ("html", "text/html; charset=utf-8")):
        answer = await owner("GET", f"{path}?format={form}")
        assert (answer.status_code, answer.headers["content-type"]) == (200, media_type)
        assert "Closed beta with three clinics" in answer.text and "17 Dec 2026" in answer.text
        assert answer.headers["content-language"] == "en"
    answer = await owner("GET", f"{path}?format=pdf&locale=zh-CN")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/pdf")
    assert answer.headers["content-language"] == "zh-CN"
    pdf = pypdfium2.PdfDocument(BytesIO(answer.content))
    text = "".join(page.get_textpage().get_text_range() for page in pdf)
    assert "里程碑评审" in text and "2026年12月17日" in text
    pdf.close()


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("*/*", "application/json"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html"),
        ("text/*;q=0.5, application/json;q=0.1", "text/markdown"),
        ("application/json;q=0.2, text/markdown;q=0.3", "text/markdown"),
        ("application/json;q=0, */*", "text/markdown"),
    ],
)
async def test_the_form_is_what_the_client_prefers(owner: Api, path: str, accept: str, media_type: str) -> None:
    answer = await owner("GET", path, accept=accept)
    assert answer.status_code == 200
    assert answer.headers["content-type"].partition(";")[0] == media_type
    assert answer.headers["vary"] == "Accept"


async def test_what_cannot_be_had_is_refused(owner: Api, path: str) -> None:
    refused = await owner("GET", path, accept="image/png")
    assert refused.status_code == 406 and refused.json()["code"] == "NOT_ACCEPTABLE"
    for query in ("format=docx", "locale=fr", "format=pdf&format=md", "page=2"):
        answer = await owner("GET", f"{path}?{query}")
        assert answer.status_code == 422, query
    assert (await owner("GET", f"reviews/review_{'1' * 32}/document")).status_code == 404
    assert (await owner("GET", "reviews/none/document")).status_code == 404


async def test_a_review_without_a_report_says_so(owner: Api) -> None:
    answer = await owner("GET", f"reviews/{await a_review(owner)}/document?format=pdf")
    assert answer.status_code == 409
    assert answer.json()["code"] == "INVALID_STATE" and "not made yet" in answer.json()["detail"]


async def test_another_tenants_review_is_not_there(
    owner: Api, key_of: MakeKey, runtime: Runtime, stranger: TestTenant
) -> None:
    theirs = await a_review(await key_of(stranger, "owner"))
    await store_report(runtime, stranger, theirs, samples.full()["report"])
    answers = [await owner("GET", f"reviews/{id}/document") for id in (theirs, f"review_{'1' * 32}")]
    assert [answer.status_code for answer in answers] == [404, 404]
    assert answers[0].json()["detail"] == answers[1].json()["detail"]


async def test_who_has_the_document_already_is_told_so(owner: Api, path: str) -> None:
    first = await owner("GET", f"{path}?format=md")
    tag = first.headers["etag"]
    again = await owner("GET", f"{path}?format=md", if_none_match=tag)
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    others = [(await owner("GET", f"{path}?{query}")).headers["etag"] for query in ("format=html", "format=json")]
    others.append((await owner("GET", f"{path}?format=md&locale=zh-CN")).headers["etag"])
    assert len({tag, *others}) == 4


async def test_the_page_may_load_and_run_nothing(owner: Api, path: str) -> None:
    answer = await owner("GET", f"{path}?format=html")
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy and "sandbox" in policy and "unsafe" not in policy
    assert answer.headers["x-content-type-options"] == "nosniff"


async def test_the_file_has_a_safe_name(owner: Api, runtime: Runtime, tenant: TestTenant) -> None:
    review = await a_review(owner)
    report = samples.full()["report"]
    assert report["milestone"] is not None
    report["milestone"]["title"] = '../"中期"\r\nX-Evil: 1; /etc/passwd'
    await store_report(runtime, tenant, review, report)
    disposition = (await owner("GET", f"reviews/{review}/document?format=md")).headers["content-disposition"]
    plain, _, whole = disposition.partition("; filename*=")
    assert plain == 'inline; filename="review-x-evil-1-etc-passwd-2026-11-30.md"'
    name = httpx.QueryParams(f"n={whole.removeprefix(chr(39).join(('UTF-8', '', '')))}")["n"]
    assert not set('/\\:"\r\n;') & set(name) and "中期" in name


async def test_hostile_texts_are_set_as_they_are(owner: Api, runtime: Runtime, tenant: TestTenant) -> None:
    review = await a_review(owner)
    report = samples.hostile()["report"]
    await store_report(runtime, tenant, review, _without_nul(report))
    for form in ("md", "html", "pdf"):
        answer = await owner("GET", f"reviews/{review}/document?format={form}")
        assert answer.status_code == 200, answer.text[:500]
    answer = await owner("GET", f"reviews/{review}/document")
    assert answer.status_code == 200


def _without_nul(value: Any) -> Any:
    """PostgreSQL keeps no NUL, and no command takes one."""
    if isinstance(value, dict):
        return {key: _without_nul(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_without_nul(item) for item in value]
    return value.replace("\x00", " ") if isinstance(value, str) else value


async def test_a_key_that_may_not_read_members_gets_the_document_without_them(
    owner: Api, key_of: MakeKey, tenant: TestTenant, path: str
) -> None:
    narrow = await key_of(tenant, "viewer", scopes=["domain:read"])
    assert (await narrow("GET", path)).status_code == 200
    blind = await key_of(tenant, "viewer", scopes=["member:read"])
    assert (await blind("GET", path)).status_code == 403


async def test_typesetting_ends_in_time_and_tells_its_failures() -> None:
    slow = Typesetter(command=(sys.executable, "-c", "import time; time.sleep(600)"), longest_seconds=0.2)
    with pytest.raises(TypesettingBusy, match="in time"):
        await slow.pdf(b"{}")
    broken = Typesetter(command=(sys.executable, "-c", "raise SystemExit('no ink')"))
    with pytest.raises(NotSet, match="no ink"):
        await broken.pdf(b"{}")
    with pytest.raises(NotSet):
        await Typesetter().pdf(b'{"made_at": "2026-11-30T09:30:00Z"}')


async def test_no_more_pdfs_wait_than_can_be_made() -> None:
    slow = Typesetter(command=(sys.executable, "-c", "import time; time.sleep(600)"), longest_seconds=3)
    waiting = [asyncio.create_task(slow.pdf(b"{}")) for _ in range(MOST_WAITING)]
    await asyncio.sleep(0)
    with pytest.raises(TypesettingBusy, match="too many"):
        await slow.pdf(b"{}")
    for task in waiting:
        task.cancel()
    await asyncio.gather(*waiting, return_exceptions=True)


async def test_the_document_keeps_to_its_schema(owner: Api, path: str, app: FastAPI) -> None:
    document = (await owner("GET", path)).json()
    assert [f"{error.instance_path}: {error.message[:200]}" for error in SCHEMA.iter_errors(document)] == []


async def test_what_people_did_stands_beside_the_report(
    owner: Api, runtime: Runtime, tenant: TestTenant, key_of: MakeKey
) -> None:
    review = await a_review(owner)
    hash = await store_report(runtime, tenant, review, samples.full()["report"])
    chair = (await owner("GET", "members")).json()["data"][0]
    people = {"participants": [{"member_id": chair["id"], "role": "chair"}], "quorum": 1}
    condition = {"title": "Sign the second data partner", "due_on": "2027-01-15", "owner_id": chair["id"]}
    decision = {"decision": "conditional_go", "reason": "Two clinics can begin.", "conditions": [condition]}
    for verb, given in (
        ("participants", people),
        ("start", {}),
        ("vote", {"vote": "hold", "note": "Too early."}),
        ("vote", {"vote": "conditional_go", "note": "It holds."}),
        ("decide", decision),
    ):
        answer = await owner("POST", f"reviews/{review}/{verb}", given)
        assert answer.status_code in (200, 201), (verb, answer.text)
    document = (await owner("GET", f"reviews/{review}/document")).json()
    assert [f"{error.instance_path}: {error.message[:200]}" for error in SCHEMA.iter_errors(document)] == []
    head = document["review"]
    assert (head["state"], head["content_hash"], head["quorum"]) == ("decided", hash, 1)
    assert head["chair"] == {"id": chair["id"], "name": document["participants"][0]["name"]}
    assert [(vote["vote"], vote["note"]) for vote in document["votes"]] == [("conditional_go", "It holds.")]
    assert document["decision"]["reason"] == "Two clinics can begin." and document["decision"]["against_recommendation"]
    assert [(one["title"], one["state"], one["moved_once"]) for one in document["conditions"]] == [
        ("Sign the second data partner", "open", False)
    ]
    told = (await owner("GET", f"reviews/{review}/document?format=md")).text
    assert "**Decision: Conditional go**" in told and "Two clinics can begin" in told and "It holds" in told
    narrow = await key_of(tenant, "viewer", scopes=["domain:read"])
    without = (await narrow("GET", f"reviews/{review}/document")).json()
    assert without["participants"] == [] and without["review"]["chair"] is None
    assert without["votes"][0]["name"] == "" and without["decision"]["decided_by"] is None
    assert (await narrow("GET", f"reviews/{review}/document?format=pdf")).status_code == 200


async def test_the_meeting_is_told_in_each_form(
    owner: Api, runtime: Runtime, tenant: TestTenant, key_of: MakeKey
) -> None:
    review = await a_review(owner)
    await store_report(runtime, tenant, review, samples.full()["report"])
    member = (await owner("GET", "members")).json()["data"][0]
    people = {"participants": [{"member_id": member["id"], "role": "chair"}], "quorum": 1}
    assert (await owner("POST", f"reviews/{review}/participants", people)).status_code in (200, 201)
    texts = {"agenda": "First the accuracy", "minutes": "The evaluation was shown"}
    assert (await owner("PATCH", f"reviews/{review}", texts)).status_code == 200
    venture = (await owner("GET", f"reviews/{review}")).json()["venture_id"]
    said = []
    for kind, text, more in (
        ("problem", "A second reader is wanted", {"source": "St. Anna Clinic"}),
        ("idea", "Show it in grey", {}),
        ("question", "Who answers at night", {}),
        ("praise", "It was withdrawn", {}),
    ):
        given = {"venture_id": venture, "review_id": review, "kind": kind, "text": text, **more}
        said.append((await owner("POST", "feedback-items", given)).json()["id"])
    outside = {"venture_id": venture, "text": "It was said elsewhere"}
    assert (await owner("POST", "feedback-items", outside)).status_code == 201
    task = (await owner("POST", f"feedback-items/{said[0]}/into-task", {})).json()
    risk = (await owner("POST", f"feedback-items/{said[2]}/into-risk", {"category": "legal"})).json()
    assert (await owner("DELETE", f"feedback-items/{said[3]}")).status_code in (200, 204)
    document = (await owner("GET", f"reviews/{review}/document")).json()
    assert [f"{error.instance_path}: {error.message[:200]}" for error in SCHEMA.iter_errors(document)] == []
    assert (document["agenda"], document["minutes"]) == (texts["agenda"], texts["minutes"])
    assert [tuple(one.values()) for one in document["feedback"]] == [
        (said[0], "A second reader is wanted", "St. Anna Clinic", "problem", task["task_id"]),
        (said[1], "Show it in grey", None, "idea", None),
        (said[2], "Who answers at night", None, "question", risk["risk_id"]),
    ]
    pages = [(await owner("GET", f"reviews/{review}/document?format={form}")).text for form in ("md", "html")]
    pdf = pypdfium2.PdfDocument(BytesIO((await owner("GET", f"reviews/{review}/document?format=pdf")).content))
    pages.append("".join(page.get_textpage().get_text_range() for page in pdf))
    pdf.close()
    name = document["participants"][0]["name"]
    for page in (" ".join(page.replace("\\", "").split()) for page in pages):
        for text in (
            f"{name} (Chair)",
            *texts.values(),
            "Problem: A second reader is wanted (St. Anna Clinic, became a task)",
            "Idea: Show it in grey",
            "Question: Who answers at night (became a risk)",
        ):
            assert text in page, text
        assert "It was said elsewhere" not in page and "It was withdrawn" not in page
    told = (await owner("GET", f"reviews/{review}/document?format=md&locale=zh-CN")).text
    assert "问题：A second reader is wanted" in told and "已转为任务" in told
    narrow = await key_of(tenant, "viewer", scopes=["domain:read"])
    assert (await narrow("GET", f"reviews/{review}/document")).json()["feedback"] == document["feedback"]


async def test_a_report_that_a_worker_has_gathered_is_shown_in_each_form(
    owner: Api, runtime: Runtime, tenant: TestTenant, clock: SettableClock
) -> None:
    day = clock.now().date()
    venture = (await owner("POST", "ventures", {"name": "Meridian Diagnostics"})).json()["id"]
    dates = {"start_on": (day - timedelta(days=20)).isoformat(), "due_on": (day + timedelta(days=20)).isoformat()}
    given = {"venture_id": venture, "title": "Closed beta", "key": True, "budget": "80000.00", **dates}
    milestone = (await owner("POST", "milestones", given)).json()["id"]
    measured = {"metric": "accuracy", "target": "92", "direction": "at_least", "unit": "%"}
    criterion = await owner(
        "POST", "criteria", {"milestone_id": milestone, "title": "Accuracy", "must": True, **measured}
    )
    await owner("POST", f"criteria/{criterion.json()['id']}/record", {"value": "92.4"})
    for title, level in (("Labels come late", 5), ("A rival is first", 2)):
        risk = (await owner("POST", "risks", {"venture_id": venture, "title": title, "category": "technical"})).json()
        judged = {"risk_id": risk["id"], "probability_level": level, "impact_level": level}
        assert (await owner("POST", "assessments", judged)).status_code == 201
    await look(runtime, tenant)
    review = (await owner("POST", "reviews", {"milestone_id": milestone})).json()["id"]
    await work_off(runtime, tenant)
    document = (await owner("GET", f"reviews/{review}/document")).json()
    assert [f"{error.instance_path}: {error.message[:200]}" for error in SCHEMA.iter_errors(document)] == []
    assert document["report"]["recommendation"] == document["report"]["reasons"][0]["leads_to"]
    assert {reason["dimension"] for reason in document["report"]["venture"]["health"]["reasons"]} >= {"alerts"}
    for form in ("md", "html"):
        for locale in LOCALES:
            told = (await owner("GET", f"reviews/{review}/document?format={form}&locale={locale}")).text
            assert "Closed beta" in told and "Labels come late" in told and "92.4 %" in told
    assert (await owner("GET", f"reviews/{review}/document?format=pdf")).status_code == 200
