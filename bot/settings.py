"""The bot's settings, read from the environment or from `.env`.

A wrong value is refused with one line that says which values are accepted.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Annotated, Literal, TypeAlias
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    SecretStr,
    ValidationError,
    model_validator,
)
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict, SettingsError

from storage.errors import BadDatabaseUrl
from storage.retention import Retention
from storage.settings import Bounds, DatabaseSettings

LogLevel: TypeAlias = Literal["DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"]
LogFormat: TypeAlias = Literal["console", "json"]
Mode: TypeAlias = Literal["polling", "webhook"]
ClockSource: TypeAlias = Literal["", "stdin"]

LEVELS: tuple[LogLevel, ...] = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")

WEBHOOK_PATH = "/telegram"  # the webhook's path when its address has none
MOST_DAYS = 36_500  # until those who have blocked the bot are forgotten
MOST_CONNECTIONS = 100  # of one process to its database: PostgreSQL's default for all together
MOST_SECONDS = 600  # that a statement, or a wait for a lock, may take
MOST_BULK = 1_000  # messages a second: Telegram's limit of paid broadcasts
TAKES_CONNECTIONS = f"a number of connections from 1 to {MOST_CONNECTIONS}"
TAKES_BULK = f"a number from 1 to {MOST_BULK} (above 30 Telegram takes Stars for each message)"
TAKES_DAYS = f"a number of days up to {MOST_DAYS} (0: they are never forgotten)"
SECRETS = Path("/run/secrets")
HIDDEN = Field(repr=False)  # an address that may have a password
VALUE_ERROR = "Value error, "  # what pydantic puts before a validator's words

_TOKEN = re.compile(r"[0-9]{1,20}:[A-Za-z0-9_-]{1,256}", re.ASCII)
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}", re.ASCII)
_HOST = re.compile(r"\[[0-9A-Fa-f:.%]+\]|[A-Za-z0-9._-]+", re.ASCII)


class BadSettings(Exception):
    """Some settings are wrong; `lines` has one line for each, which says what is accepted."""

    def __init__(self, lines: tuple[str, ...]) -> None:
        super().__init__("\n".join(lines))
        self.lines = lines


def _token(value: object) -> object:
    # The message does not quote the value: a token with a typing error is nearly a token.
    if not isinstance(value, str) or not _TOKEN.fullmatch(value.strip()):
        raise ValueError(
            "BOT_TOKEN is not what BotFather gives; it looks like 123456789:AAF…, without quotes"
        )
    return value.strip()


def _api_url(value: str) -> str:
    if not _is_address(value, schemes=("http", "https")):
        raise ValueError(
            f"TELEGRAM_API_URL is {_shown(value)}; it takes the http(s) address of a Bot API "
            "server such as http://127.0.0.1:8081"
        )
    return value.rstrip("/")


def _database_url(value: str) -> str:
    try:
        DatabaseSettings.from_url(value)
    except BadDatabaseUrl as error:
        raise ValueError(str(error)) from None
    return value


def _direct_url(value: str) -> str:
    try:
        is_direct = not value or DatabaseSettings.from_url(value).dialect == "postgresql"
    except BadDatabaseUrl:
        is_direct = False
    if not is_direct:
        raise ValueError(
            "DATABASE_DIRECT_URL takes a PostgreSQL address without a pooler, of the database "
            "that DATABASE_URL names"
        )
    return value


def _webhook_url(value: str) -> str:
    if not _is_address(value, schemes=("http", "https")):
        raise ValueError(
            f"WEBHOOK_URL is {_shown(value)}; it takes the bot's public address such as "
            "https://bot.example.org/telegram"
        )
    return value


def _public_url(value: str) -> str:
    is_plain = not urlsplit(value).query and not urlsplit(value).fragment
    if not (_is_address(value, schemes=("http", "https")) and is_plain):
        raise ValueError(
            f"PUBLIC_URL is {_shown(value)}; it takes the address at which LISTEN is reached from "
            "outside such as https://bot.example.org"
        )
    return value.rstrip("/")


def _webhook_secret(value: object) -> object:
    if not isinstance(value, str) or not _SECRET.fullmatch(value):
        raise ValueError("WEBHOOK_SECRET takes 1 to 256 characters of A-Z, a-z, 0-9, _ and -")
    return value


def _listen(value: str) -> str:
    host, colon, port = value.strip().rpartition(":")
    sound = bool(colon) and _HOST.fullmatch(host) and re.fullmatch(r"[0-9]{1,5}", port)
    if not sound or int(port) > 65535:
        raise ValueError(
            f"LISTEN is {_shown(value)}; it takes host:port such as 127.0.0.1:8080 "
            "(port 0: a free one)"
        )
    return value.strip()


def _operators(value: object) -> object:
    if not isinstance(value, str):
        return value
    words = [word.strip() for word in value.split(",") if word.strip()]
    if not all(re.fullmatch(r"[0-9]{1,16}", word, re.ASCII) for word in words):
        raise ValueError(
            f"OPERATORS is {_shown(value)}; it takes Telegram ids with commas between them such "
            "as 123456789,987654321"
        )
    return frozenset(int(word) for word in words)


def _number(name: str, least: int, most: int, *, takes: str) -> BeforeValidator:
    """A validator of whole numbers; `takes` says which ones, in a refusal."""

    def check(value: object) -> object:
        word = str(value).strip()
        if not re.fullmatch(r"[0-9]{1,9}", word, re.ASCII) or not least <= int(word) <= most:
            raise ValueError(f"{name} is {_shown(str(value))}; it takes {takes}")
        return int(word)

    return BeforeValidator(check)


def _seconds(name: str) -> BeforeValidator:
    return _number(name, 1, MOST_SECONDS, takes=f"seconds from 1 to {MOST_SECONDS}")


def _hour(value: object) -> object:
    word = str(value).strip().lower()
    if word == "off":
        return None
    if not re.fullmatch(r"[0-9]{1,2}", word, re.ASCII) or int(word) > 23:
        raise ValueError(
            f"BACKUP_HOUR is {_shown(str(value))}; it takes an hour of UTC from 0 to 23, or off"
        )
    return int(word)


def _zone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError):  # OSError: "Europe" is a folder
        raise ValueError(
            f"DEFAULT_TIMEZONE is {_shown(value)}; it takes an IANA name such as Europe/Berlin"
        ) from None
    return value


def _one_of(name: str, *choices: str, fold: Callable[[str], str] = str.lower) -> BeforeValidator:
    """A validator that accepts one of a few words, in upper or lower case."""

    def check(value: object) -> object:
        word = fold(value.strip()) if isinstance(value, str) else value
        if word not in choices:
            takes = " or ".join((", ".join(choices[:-1]), choices[-1]))
            raise ValueError(f"{name} is {_shown(str(value))}; it takes {takes}")
        return word

    return BeforeValidator(check)


def _is_address(value: str, *, schemes: tuple[str, ...]) -> bool:
    """Whether `value` is an absolute URL with a host and without spaces."""
    try:
        parts = urlsplit(value)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return False
    return parts.scheme in schemes and bool(host) and not re.search(r"\s", value)


def _shown(value: str) -> str:
    """A wrong value for use in a message: quoted, shortened, on one line."""
    return repr(value if len(value) <= 60 else value[:59] + "…")


class Settings(BaseSettings):
    """Everything that can be set. An empty variable counts as unset.

    `dueto_clock` is for the playground: with "stdin" the bot reads from its standard input how
    many seconds its clock is ahead.
    """

    model_config = SettingsConfigDict(
        env_file=".env",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
        validate_default=False,
    )

    bot_token: Annotated[SecretStr | None, BeforeValidator(_token)] = None
    telegram_api_url: Annotated[str, AfterValidator(_api_url)] = "https://api.telegram.org"
    database_url: Annotated[str, AfterValidator(_database_url), HIDDEN] = "sqlite:///data/dueto.db"
    database_direct_url: Annotated[str, AfterValidator(_direct_url), HIDDEN] = ""
    database_pool_size: Annotated[
        int, _number("DATABASE_POOL_SIZE", 1, MOST_CONNECTIONS, takes=TAKES_CONNECTIONS)
    ] = 5
    database_statement_timeout: Annotated[int, _seconds("DATABASE_STATEMENT_TIMEOUT")] = 30
    database_lock_timeout: Annotated[int, _seconds("DATABASE_LOCK_TIMEOUT")] = 15
    mode: Annotated[Mode, _one_of("MODE", "polling", "webhook")] = "polling"
    webhook_url: Annotated[str, AfterValidator(_webhook_url), HIDDEN] = ""
    webhook_secret: Annotated[SecretStr | None, BeforeValidator(_webhook_secret)] = None
    listen: Annotated[str, AfterValidator(_listen)] = "127.0.0.1:8080"
    public_url: Annotated[str, AfterValidator(_public_url)] = ""
    operators: Annotated[frozenset[int], NoDecode, BeforeValidator(_operators)] = frozenset()
    default_timezone: Annotated[str, AfterValidator(_zone)] = "UTC"
    backup_hour: Annotated[int | None, BeforeValidator(_hour)] = 3
    backup_folder: str = ""
    bulk_per_second: Annotated[int, _number("BULK_PER_SECOND", 1, MOST_BULK, takes=TAKES_BULK)] = 29
    forget_blocked_after_days: Annotated[
        int, _number("FORGET_BLOCKED_AFTER_DAYS", 0, MOST_DAYS, takes=TAKES_DAYS)
    ] = 365
    keep_deleted_days: Annotated[
        int, _number("KEEP_DELETED_DAYS", 0, MOST_DAYS, takes=TAKES_DAYS)
    ] = 365
    keep_receipts_days: Annotated[
        int, _number("KEEP_RECEIPTS_DAYS", 2, MOST_DAYS, takes=f"days from 2 to {MOST_DAYS}")
    ] = 8
    keep_reminders_days: Annotated[
        int, _number("KEEP_REMINDERS_DAYS", 1, MOST_DAYS, takes=f"days from 1 to {MOST_DAYS}")
    ] = 30
    log_level: Annotated[LogLevel, _one_of("LOG_LEVEL", *LEVELS, fold=str.upper)] = "INFO"
    log_format: Annotated[LogFormat, _one_of("LOG_FORMAT", "console", "json")] = "console"
    sentry_dsn: SecretStr | None = None
    dueto_clock: Annotated[ClockSource, _one_of("DUETO_CLOCK", "", "stdin")] = ""

    @model_validator(mode="after")
    def _webhook_is_whole(self) -> Settings:
        if self.mode == "webhook" and not (self.webhook_url and self.webhook_secret):
            raise ValueError("MODE is webhook; it takes WEBHOOK_URL and WEBHOOK_SECRET beside it")
        if self.webhook_url.startswith("http:") and "telegram_api_url" not in self.model_fields_set:
            raise ValueError(
                "WEBHOOK_URL begins with http:; Telegram delivers to https:// addresses only"
            )
        return self

    @classmethod
    def load(cls, env_file: Path | str | None = ".env") -> Settings:
        """Read the environment, else `.env`, else a file of the setting's name in SECRETS, as
        Docker brings secrets. Raises BadSettings."""
        try:
            return cls(_env_file=env_file, _secrets_dir=SECRETS if SECRETS.is_dir() else None)
        except ValidationError as error:
            lines = (str(found["msg"]).removeprefix(VALUE_ERROR) for found in error.errors())
            raise BadSettings(tuple(lines)) from None
        except (
            SettingsError
        ) as error:  # its cause names the file, its own words are for programmers
            raise BadSettings((f"A setting cannot be read: {error.__cause__}",)) from None

    @property
    def token(self) -> str:
        """The bot's token, empty when there is none."""
        return self.bot_token.get_secret_value() if self.bot_token else ""

    @property
    def secret(self) -> str:
        """The webhook's secret, empty when there is none."""
        return self.webhook_secret.get_secret_value() if self.webhook_secret else ""

    @property
    def secrets(self) -> tuple[str, ...]:
        """All that no log may show."""
        direct = self.direct_database
        addresses = (self.database.url, direct.url if direct else None)
        passwords = (str(one.password or "") for one in addresses if one is not None)
        reports = self.sentry_dsn.get_secret_value() if self.sentry_dsn else ""
        return (self.token, self.secret, reports, *passwords)

    @property
    def database(self) -> DatabaseSettings:
        return DatabaseSettings.from_url(self.database_url)

    @property
    def database_bounds(self) -> Bounds:
        """What a running bot takes of its PostgreSQL."""
        return Bounds(
            self.database_pool_size, self.database_statement_timeout, self.database_lock_timeout
        )

    @property
    def direct_database(self) -> DatabaseSettings | None:
        """The database past its pooler; None when there is no address of it."""
        url = self.database_direct_url
        is_used = url and self.database.dialect == "postgresql"
        return DatabaseSettings.from_url(url) if is_used else None

    @property
    def retention(self) -> Retention:
        """How long what is kept of people, and of what the bot did."""
        return Retention(
            deleted=timedelta(days=self.keep_deleted_days) or None,
            receipts=timedelta(days=self.keep_receipts_days),
            reminders=timedelta(days=self.keep_reminders_days),
            silent=timedelta(days=self.forget_blocked_after_days) or None,
        )

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.default_timezone)

    @property
    def address(self) -> tuple[str, int]:
        """Host (IPv6 without brackets) and port to listen on."""
        host, _, port = self.listen.rpartition(":")
        return host.strip("[]"), int(port)

    @property
    def public_address(self) -> str:
        """Where the HTTP side is reached from outside, without a slash at the end: `public_url`,
        or the webhook's origin; "" for nowhere."""
        if self.public_url or self.mode != "webhook":
            return self.public_url
        parts = urlsplit(self.webhook_url)
        return f"{parts.scheme}://{parts.netloc}"

    @property
    def webhook_path(self) -> str:
        """The path that Telegram posts updates to."""
        path = urlsplit(self.webhook_url).path
        return path if path.strip("/") else WEBHOOK_PATH

    @property
    def webhook_address(self) -> str:
        """The webhook's complete address, as Telegram is told."""
        parts = urlsplit(self.webhook_url)
        return parts._replace(path=self.webhook_path, fragment="").geturl()
