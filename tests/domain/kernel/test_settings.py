"""Settings: every wrong one is named at once, with an example that works; the public address rules all links."""

from __future__ import annotations

import pytest

from domain.kernel.settings import Settings, SettingsError, describe_settings, load_settings


def test_all_wrong_settings_are_told_at_once_by_name_with_an_example() -> None:
    wrong = {
        "MILEPOST_PORT": "99999",
        "MILEPOST_PUBLIC_URL": "milepost.example.com",
        "MILEPOST_DATABASE_URL": "mysql://db",
        "MILEPOST_IDENTITY_PROVIDERS": "{",
        "MILEPOST_SECRET_KEYS": "k1:short",
        "MILEPOST_WEBHOOK_ALLOWED_NETWORKS": "10.0.0.0/99",
        "MILEPOST_PROT": "8000",
    }
    with pytest.raises(SettingsError) as refused:
        load_settings(wrong)
    text = str(refused.value)
    for name in wrong:
        assert name in text
    assert text.count("example: ") == len(wrong) - 1


def test_a_wrong_secret_is_never_repeated() -> None:
    with pytest.raises(SettingsError) as refused:
        load_settings({"MILEPOST_SECRET_KEYS": "k1:hunter2"})
    assert "hunter2" not in str(refused.value)
    settings = load_settings({"MILEPOST_OPERATOR_KEY": "mp_operator_hunter2"})
    assert "hunter2" not in repr(settings)


@pytest.mark.parametrize("name", [row.name for row in describe_settings()])
def test_every_example_of_the_table_works(name: str) -> None:
    (row,) = [row for row in describe_settings() if row.name == name]
    load_settings({row.name: row.example})
    assert row.description


def test_links_come_from_the_public_address_alone() -> None:
    behind = load_settings({"MILEPOST_PUBLIC_URL": "https://example.com/app/", "MILEPOST_PORT": "9000"})
    assert (behind.base_url, behind.base_path, behind.origin) == (
        "https://example.com/app",
        "/app",
        "https://example.com",
    )
    assert behind.secure
    local = load_settings({"MILEPOST_PORT": "9000"})
    assert (local.base_url, local.base_path, local.secure) == ("http://localhost:9000", "", False)


def test_the_other_roles_follow_the_application_roles_url() -> None:
    url = "postgresql://milepost_app:s%40cret@db:5433/milepost?sslmode=require"
    settings = load_settings({"MILEPOST_DATABASE_URL": url, "MILEPOST_AUTH_DATABASE_URL": "postgresql://a@b/c"})
    assert settings.role_url("app") == url
    assert settings.role_url("finder") == url.replace("milepost_app", "milepost_finder")
    assert settings.role_url("auth") == "postgresql://a@b/c"


def test_the_environment_is_read_by_load_settings_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MILEPOST_PORT", "1234")
    assert Settings().port == 8000
    assert load_settings().port == 1234


@pytest.mark.parametrize(
    "url", ["mail.example.com", "https://mail.example.com", "smtp://", "file://host/mail", "file:"]
)
def test_a_mail_server_is_named_by_an_address_that_says_how_to_speak_to_it(url: str) -> None:
    with pytest.raises(SettingsError, match=r"MILEPOST_SMTP_URL: .*smtp://"):
        load_settings({"MILEPOST_SMTP_URL": url})


@pytest.mark.parametrize("sender", ["nobody", "a@b@c", "Ann\r\nBcc: all@example.com <a@example.com>", "ä@example.com"])
def test_mail_is_sent_in_the_name_of_an_address(sender: str) -> None:
    with pytest.raises(SettingsError, match="MILEPOST_MAIL_FROM"):
        load_settings({"MILEPOST_MAIL_FROM": sender})
