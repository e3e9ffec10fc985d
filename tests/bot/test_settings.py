"""Settings: which values are accepted, and the one line for those that are not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from bot import settings as settings_module
from bot.__main__ import main
from bot.settings import BadSettings, Settings
from storage.settings import Bounds

TOKEN = "123456789:AAF-abcdefghijklmnopqrstuvwxyz_01234"
NAMES = tuple(name.upper() for name in Settings.model_fields)


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def environment() -> Iterator[pytest.MonkeyPatch]:
    with pytest.MonkeyPatch.context() as patch:
        yield patch


def refusals(patch: pytest.MonkeyPatch, **values: str) -> tuple[str, ...]:
    for name, value in values.items():
        patch.setenv(name, value)
    with pytest.raises(BadSettings) as bad:
        Settings.load()
    return bad.value.lines


def test_the_names_are_those_that_people_script() -> None:
    assert set(NAMES) == {
        "BOT_TOKEN",
        "TELEGRAM_API_URL",
        "DATABASE_URL",
        "DATABASE_DIRECT_URL",
        "DATABASE_POOL_SIZE",
        "DATABASE_STATEMENT_TIMEOUT",
        "DATABASE_LOCK_TIMEOUT",
        "BULK_PER_SECOND",
        "MODE",
        "WEBHOOK_URL",
        "WEBHOOK_SECRET",
        "LISTEN",
        "PUBLIC_URL",
        "OPERATORS",
        "DEFAULT_TIMEZONE",
        "FORGET_BLOCKED_AFTER_DAYS",
        "KEEP_DELETED_DAYS",
        "KEEP_RECEIPTS_DAYS",
        "KEEP_REMINDERS_DAYS",
        "BACKUP_HOUR",
        "BACKUP_FOLDER",
        "LOG_LEVEL",
        "LOG_FORMAT",
        "SENTRY_DSN",
        "DUETO_CLOCK",
    }


def test_a_secret_may_be_a_file_of_its_own(environment: pytest.MonkeyPatch, tmp_path: Path) -> None:
    environment.setattr(settings_module, "SECRETS", tmp_path)
    (tmp_path / "bot_token").write_text("1:file\n")
    (tmp_path / "webhook_secret").write_text("of_a_file")
    (tmp_path / "postgres_password").write_text("of something else")
    assert Settings.load().token == "1:file"
    assert Settings.load().secret == "of_a_file"
    environment.setenv("BOT_TOKEN", "1:environment")
    assert Settings.load().token == "1:environment"
    environment.delenv("BOT_TOKEN")
    (tmp_path / "bot_token").write_text("no token")
    assert refusals(environment)[0].startswith("BOT_TOKEN is not what BotFather gives")


def test_nothing_set_gives_the_defaults() -> None:
    settings = Settings.load()
    assert settings.token == ""
    assert settings.telegram_api_url == "https://api.telegram.org"
    assert settings.database.dialect == "sqlite"
    assert settings.database.url.database == "data/dueto.db"
    assert settings.direct_database is None
    assert settings.database_bounds == Bounds(pool_size=5, statement=30, lock=15)
    assert settings.bulk_per_second == 29
    assert settings.retention.silent == timedelta(days=365)
    assert settings.public_address == ""
    assert settings.mode == "polling"
    assert settings.address == ("127.0.0.1", 8080)
    assert settings.operators == frozenset()
    assert settings.zone.key == "UTC"
    assert settings.bulk_per_second == 29
    assert (settings.backup_hour, settings.backup_folder) == (3, "")
    assert (settings.log_level, settings.log_format) == ("INFO", "console")


def test_an_empty_variable_counts_as_unset(environment: pytest.MonkeyPatch) -> None:
    for name in NAMES:
        environment.setenv(name, "")
    assert Settings.load() == Settings.load(None)


def test_a_file_is_read_and_the_environment_counts_more(environment: pytest.MonkeyPatch) -> None:
    Path(".env").write_text(f"BOT_TOKEN={TOKEN}\nLISTEN=0.0.0.0:1\nPOSTGRES_PASSWORD=x\n")
    environment.setenv("LISTEN", "[::1]:0")
    settings = Settings.load()
    assert settings.token == TOKEN
    assert settings.address == ("::1", 0)


def test_everything_can_be_set(environment: pytest.MonkeyPatch) -> None:
    values = {
        "BOT_TOKEN": TOKEN,
        "TELEGRAM_API_URL": "http://127.0.0.1:8081/",
        "DATABASE_URL": "postgresql://u:p@db.example/dueto?sslmode=require&channel_binding=require",
        "DATABASE_DIRECT_URL": "postgresql://u:p@direct.example/dueto",
        "MODE": "Webhook",
        "WEBHOOK_URL": "https://bot.example.org",
        "WEBHOOK_SECRET": "a-Z_9",
        "LISTEN": "localhost:65535",
        "PUBLIC_URL": "https://dueto.example.org/bot/",
        "OPERATORS": " 1, 22 ,",
        "DEFAULT_TIMEZONE": "Europe/Berlin",
        "DATABASE_POOL_SIZE": "100",
        "DATABASE_STATEMENT_TIMEOUT": "600",
        "DATABASE_LOCK_TIMEOUT": " 1",
        "BULK_PER_SECOND": " 1000",
        "FORGET_BLOCKED_AFTER_DAYS": "0",
        "BACKUP_HOUR": "Off",
        "BACKUP_FOLDER": "/backups",
        "LOG_LEVEL": "debug",
        "LOG_FORMAT": "JSON",
    }
    for name, value in values.items():
        environment.setenv(name, value)
    settings = Settings.load()
    assert settings.telegram_api_url == "http://127.0.0.1:8081"
    assert settings.database.dialect == "postgresql"
    assert settings.direct_database is not None
    assert settings.direct_database.url.host == "direct.example"
    assert settings.database_bounds == Bounds(pool_size=100, statement=600, lock=1)
    assert settings.bulk_per_second == 1000
    assert settings.mode == "webhook"
    assert settings.webhook_path == "/telegram"
    assert settings.webhook_address == "https://bot.example.org/telegram"
    assert settings.secret == "a-Z_9"
    assert settings.public_address == "https://dueto.example.org/bot"
    assert settings.operators == {1, 22}
    assert settings.retention.silent is None
    assert settings.bulk_per_second == 1000
    assert (settings.backup_hour, settings.backup_folder) == (None, "/backups")
    assert (settings.log_level, settings.log_format) == ("DEBUG", "json")


def test_a_webhook_address_keeps_its_own_path(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("WEBHOOK_URL", "https://bot.example.org/hooks/dueto?a=1")
    settings = Settings.load()
    assert settings.webhook_path == "/hooks/dueto"
    assert settings.webhook_address == "https://bot.example.org/hooks/dueto?a=1"
    assert settings.public_address == ""  # where nobody sends there


def test_the_webhooks_origin_is_public(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("MODE", "webhook")
    environment.setenv("WEBHOOK_SECRET", "s")
    environment.setenv("WEBHOOK_URL", "https://bot.example.org:8443/hooks/dueto?a=1")
    assert Settings.load().public_address == "https://bot.example.org:8443"
    environment.setenv("PUBLIC_URL", "https://dueto.example.org")
    assert Settings.load().public_address == "https://dueto.example.org"


@pytest.mark.parametrize(
    ("name", "value", "would_do"),
    [
        ("BOT_TOKEN", "my token", "123456789:AAF"),
        ("BOT_TOKEN", "'1:x'", "without quotes"),
        ("TELEGRAM_API_URL", "127.0.0.1:8081", "http://127.0.0.1:8081"),
        ("TELEGRAM_API_URL", "ftp://example.org", "http(s)"),
        ("TELEGRAM_API_URL", "http://", "http(s)"),
        ("TELEGRAM_API_URL", "http://host:port", "http(s)"),
        ("DATABASE_URL", "mysql://u@h/db", "sqlite:///path"),
        ("DATABASE_URL", "sqlite://", "postgresql://user"),
        ("DATABASE_DIRECT_URL", "sqlite:///x.db", "PostgreSQL"),
        ("DATABASE_DIRECT_URL", "mysql://u@h/db", "PostgreSQL"),
        ("MODE", "push", "polling or webhook"),
        ("MODE", "webhook", "WEBHOOK_URL and WEBHOOK_SECRET"),
        ("WEBHOOK_URL", "bot.example.org", "https://bot.example.org/telegram"),
        ("WEBHOOK_URL", "http://bot.example.org", "https://"),
        ("WEBHOOK_SECRET", "with space", "1 to 256"),
        ("WEBHOOK_SECRET", "x" * 257, "1 to 256"),
        ("PUBLIC_URL", "bot.example.org", "https://bot.example.org"),
        ("PUBLIC_URL", "https://bot.example.org/?a=1", "from outside"),
        ("LISTEN", "8080", "127.0.0.1:8080"),
        ("LISTEN", "127.0.0.1:65536", "127.0.0.1:8080"),
        ("LISTEN", ":8080", "127.0.0.1:8080"),
        ("OPERATORS", "@ann", "commas"),
        ("OPERATORS", "1;2", "commas"),
        ("DEFAULT_TIMEZONE", "Berlin", "Europe/Berlin"),
        ("DEFAULT_TIMEZONE", "Europe", "Europe/Berlin"),
        ("DEFAULT_TIMEZONE", "../etc/passwd", "Europe/Berlin"),
        ("DATABASE_POOL_SIZE", "0", "1 to 100"),
        ("DATABASE_POOL_SIZE", "101", "1 to 100"),
        ("DATABASE_POOL_SIZE", "many", "a number of connections"),
        ("DATABASE_STATEMENT_TIMEOUT", "0", "seconds from 1 to 600"),
        ("DATABASE_STATEMENT_TIMEOUT", "30s", "seconds from 1 to 600"),
        ("DATABASE_LOCK_TIMEOUT", "601", "seconds from 1 to 600"),
        ("DATABASE_LOCK_TIMEOUT", "1.5", "seconds from 1 to 600"),
        ("BULK_PER_SECOND", "0", "1 to 1000"),
        ("BULK_PER_SECOND", "1001", "1 to 1000"),
        ("BULK_PER_SECOND", "2.5", "1 to 1000"),
        ("BULK_PER_SECOND", "-3", "1 to 1000"),
        ("BULK_PER_SECOND", "fast", "1 to 1000"),
        ("FORGET_BLOCKED_AFTER_DAYS", "-1", "0: they are never forgotten"),
        ("FORGET_BLOCKED_AFTER_DAYS", "36501", "up to 36500"),
        ("FORGET_BLOCKED_AFTER_DAYS", "a year", "number of days"),
        ("BACKUP_HOUR", "24", "0 to 23, or off"),
        ("BACKUP_HOUR", "03:00", "0 to 23, or off"),
        ("BACKUP_HOUR", "-1", "0 to 23, or off"),
        ("LOG_LEVEL", "LOUD", "DEBUG, INFO, WARNING, ERROR or CRITICAL"),
        ("LOG_FORMAT", "xml", "console or json"),
        ("DUETO_CLOCK", "sundial", "stdin"),
    ],
)
def test_what_cannot_be_is_refused_in_one_line(
    environment: pytest.MonkeyPatch, name: str, value: str, would_do: str
) -> None:
    (line,) = refusals(environment, **{name: value})
    assert line.startswith(name)
    assert would_do in line
    assert "\n" not in line


def test_every_wrong_value_has_its_line(environment: pytest.MonkeyPatch) -> None:
    lines = refusals(environment, LISTEN="x", OPERATORS="y", LOG_LEVEL="z")
    assert [line.split()[0] for line in lines] == ["LISTEN", "OPERATORS", "LOG_LEVEL"]


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1))
def test_no_value_breaks_the_one_line(value: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        for name in (
            "TELEGRAM_API_URL",
            "MODE",
            "LISTEN",
            "OPERATORS",
            "BULK_PER_SECOND",
            "BACKUP_HOUR",
            "DEFAULT_TIMEZONE",
        ):
            patch.setenv(name, value)
        lines: tuple[str, ...] = ()
        try:
            Settings.load(None)
        except BadSettings as bad:
            lines = bad.lines
    assert all(len(line.splitlines()) == 1 for line in lines)


def test_the_token_never_shows(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("BOT_TOKEN", TOKEN)
    assert TOKEN not in repr(Settings.load())
    secret = TOKEN.replace("-", "!")
    assert secret not in "\n".join(refusals(environment, BOT_TOKEN=secret, MODE="push"))


def test_run_without_a_token_says_so_and_ends_with_2() -> None:
    result = CliRunner().invoke(main, ["run"])
    assert result.exit_code == 2
    assert result.stderr.startswith("BOT_TOKEN is empty")
    assert result.stderr.count("\n") == 1
    assert result.stdout == ""


def test_run_with_a_wrong_value_says_so_and_ends_with_2(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("DATABASE_URL", "oracle://x")
    result = CliRunner().invoke(main, ["run"])
    assert result.exit_code == 2
    assert result.stderr.startswith("DATABASE_URL")
    assert result.stderr.count("\n") == 1


SECRET_NAMES = ("token", "secret", "password", "dsn", "key")
WITH_PASSWORDS = {
    "bot_token": TOKEN,
    "database_url": "postgresql://dueto:pass-word@db/dueto",
    "database_direct_url": "postgresql://dueto:pass-word@db/dueto",
    "webhook_secret": "pass-word",
    "webhook_url": "https://bot.example.org/pass-word",
    "sentry_dsn": "https://pass-word@sentry.example.org/1",
}


def test_what_is_secret_is_a_secret() -> None:
    for name, field in Settings.model_fields.items():
        if any(part in name for part in SECRET_NAMES):
            assert "SecretStr" in str(field.annotation), name


def test_no_secret_shows_when_the_settings_are_shown() -> None:
    settings = Settings.model_validate(WITH_PASSWORDS)
    for shown in (repr(settings), str(settings), repr(settings.database)):
        assert "pass-word" not in shown
        assert "AAF-" not in shown
    assert {TOKEN, "pass-word", WITH_PASSWORDS["sentry_dsn"]} == set(settings.secrets)


def test_a_secret_that_cannot_be_read_is_one_line(
    environment: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    environment.setattr(settings_module, "SECRETS", tmp_path)
    (tmp_path / "bot_token").write_bytes(b"\xff")
    with pytest.raises(BadSettings) as refused:
        Settings.load(env_file=None)
    (line,) = refused.value.lines
    assert line.startswith("A setting cannot be read: ")
