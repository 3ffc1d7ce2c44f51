"""Deliveries carry signatures that the public library verifies."""

import base64
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from standardwebhooks.webhooks import Webhook, WebhookVerificationError

from domain.webhooks.signing import new_secret, sign, signed_headers

NOW = datetime(2026, 10, 1, 9, tzinfo=UTC)


def test_the_example_of_the_specification() -> None:
    secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
    moment = datetime.fromtimestamp(1614265330, UTC)
    signature = sign([secret], "msg_p5jXN8AQM9LWM0D4loKWxJek", moment, b'{"test": 2432232314}')
    assert signature == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


@given(st.text())
def test_the_public_library_verifies_every_body(text: str) -> None:
    body = text.encode(errors="ignore")
    secret = new_secret()
    headers = signed_headers([secret], "event_0198", datetime.now(UTC), body)
    Webhook(secret).verify(body, dict(headers), json_parse=False)


def test_while_a_secret_rotates_both_verify_and_then_only_the_new() -> None:
    old, new = new_secret(), new_secret()
    now = datetime.now(UTC)
    both = dict(signed_headers([new, old], "event_1", now, b"{}"))
    assert len(both["webhook-signature"].split(" ")) == 2
    for secret in (old, new):
        Webhook(secret).verify(b"{}", both)
    after = dict(signed_headers([new], "event_1", now, b"{}"))
    with pytest.raises(WebhookVerificationError):
        Webhook(old).verify(b"{}", after)


def test_the_instant_is_signed_whatever_its_zone() -> None:
    secret = new_secret()
    elsewhere = NOW.astimezone(timezone(timedelta(hours=8))) + timedelta(microseconds=999_999)
    assert signed_headers([secret], "e", elsewhere, b"{}") == signed_headers([secret], "e", NOW, b"{}")


def test_a_delivery_fools_no_other_endpoint_and_no_other_message() -> None:
    secret = new_secret()
    signature = sign([secret], "event_1", NOW, b"{}")
    assert signature != sign([new_secret()], "event_1", NOW, b"{}")
    assert signature != sign([secret], "event_2", NOW, b"{}")
    assert signature != sign([secret], "event_1", NOW + timedelta(seconds=1), b"{}")


def test_secrets_are_long_random_and_prefixed() -> None:
    secrets = {new_secret() for _ in range(50)}
    assert len(secrets) == 50
    assert all(len(base64.b64decode(secret.removeprefix("whsec_"), validate=True)) == 32 for secret in secrets)


@pytest.mark.parametrize(
    ("secrets", "message_id", "moment"),
    [
        ([], "event_1", NOW),
        ([new_secret()], "event.1", NOW),
        ([new_secret()], "", NOW),
        ([new_secret()], "event_1", NOW.replace(tzinfo=None)),
    ],
)
def test_what_could_be_mistaken_is_not_signed(secrets: list[str], message_id: str, moment: datetime) -> None:
    with pytest.raises(ValueError, match=r"must|consists"):
        sign(secrets, message_id, moment, b"{}")
