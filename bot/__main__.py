"""The command line. What is heavy is imported by the command that needs it."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import Coroutine, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, NoReturn
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import click

if TYPE_CHECKING:
    from bot.settings import Settings

BAD_SETTINGS = 2
INTERRUPTED = 130


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="dueto")
def main() -> None:
    """Dueto keeps tasks and habits in Telegram, for one person and for groups."""


@main.command()
def run() -> None:
    """Run the bot. Settings come from the environment or .env; BOT_TOKEN is needed."""
    settings = _settings()
    if not settings.token:
        _refuse("BOT_TOKEN is empty; it takes BotFather's token (`dueto playground` needs none)")
    _configure_logs(settings)

    from bot.application import CannotStart
    from bot.application import run as run_bot

    try:
        sys.exit(_finish(run_bot(settings)))
    except CannotStart as reason:
        _refuse(str(reason))


@main.command()
@click.option("--port", default=8090, show_default=True, help="Where the page is served.")
@click.option("--open", "open_browser", is_flag=True, help="Open the page in the browser.")
def playground(port: int, open_browser: bool) -> None:
    """Run the bot beside a local stand-in for Telegram, with a chat page. Needs no token."""
    from bot.playground.launch import launch

    click.echo("No token is used: this is the playground, nothing leaves this computer.")
    settings = _of_the_playground()
    sys.exit(_finish(launch(port=port, open_browser=open_browser, settings=settings)))


def _of_the_playground() -> dict[str, str]:
    """Settings that keep made-up people out of a real bot's way, unless others are chosen."""
    from dotenv import dotenv_values

    usual = {"LISTEN": "127.0.0.1:0", "DATABASE_URL": "sqlite:///data/playground.db"}
    chosen = {**dotenv_values(".env"), **os.environ}
    return {"MODE": "polling"} | {k: v for k, v in usual.items() if not chosen.get(k)}


@main.command()
@click.option("--now", required=True, help="When it is said, such as 2026-09-23T14:30.")
@click.option("--zone", default="UTC", show_default=True, help="IANA name of the time zone.")
@click.option("--language", default="en", show_default=True, help="The writer's language.")
def parse(now: str, zone: str, language: str) -> None:
    """Read JSON strings from standard input, one a line; print for each how it is understood."""
    from bot.language import Place, parse_line
    from bot.language.languages import ALL

    if language not in ALL.codes:
        _refuse(f"--language takes {', '.join(ALL.codes)}")
    moment = _moment(now, zone)
    place = Place(zone=zone, language=language, group=True)
    for number, line in enumerate(sys.stdin.buffer, 1):
        if line.strip():
            reading = parse_line(_string(line, number), now=moment, place=place)
            sys.stdout.buffer.write(_json(reading))
            sys.stdout.buffer.flush()


def _settings() -> Settings:
    from bot.settings import BadSettings, Settings

    try:
        return Settings.load()
    except BadSettings as bad:
        return _refuse(*bad.lines)


def _refuse(*lines: str) -> NoReturn:
    """Say what would do, each in one line, and end."""
    for line in lines:
        click.echo(line, err=True)
    sys.exit(BAD_SETTINGS)


def _configure_logs(settings: Settings) -> None:
    from bot.logs import configure

    password = settings.database.url.password or ""
    configure(
        level=settings.log_level,
        json=settings.log_format == "json",
        secrets=(settings.token, settings.secret, str(password)),
    )


def _finish(work: Coroutine[Any, Any, int]) -> int:
    """Run it; the exit code."""
    try:
        return asyncio.run(work)
    except KeyboardInterrupt:
        return INTERRUPTED


def _moment(now: str, zone: str) -> datetime:
    """`now` in the zone, whether or not it names an offset."""
    try:
        moment, place = datetime.fromisoformat(now), ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        _refuse("--now takes 2026-09-23T14:30 or its like, --zone an IANA name: Europe/Berlin")
    return moment.astimezone(place) if moment.tzinfo else moment.replace(tzinfo=place)


def _string(line: bytes, number: int) -> str:
    try:
        text = json.loads(line)
    except (ValueError, RecursionError):
        text = None
    if not isinstance(text, str):
        _refuse(f'line {number} is no JSON string such as "call mom tomorrow at 10"')
    return text


def _json(reading: Mapping[str, Any]) -> bytes:
    """A line of UTF-8; what UTF-8 cannot hold (half a surrogate pair) is escaped."""
    try:
        return json.dumps(reading, ensure_ascii=False).encode() + b"\n"
    except UnicodeEncodeError:
        return json.dumps(reading).encode() + b"\n"


if __name__ == "__main__":
    main()
