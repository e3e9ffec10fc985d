"""`dueto doctor` against the stand-in: what is wrong, how to mend it, and no change to anything."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from aiohttp import web
from click.testing import CliRunner, Result

from bot.__main__ import main
from bot.commands.checks.findings import Health
from bot.commands.checks.machine import machine_findings
from bot.playground.page.server import Server, serve
from bot.playground.telegram import Telegram
from bot.settings import Settings
from storage.migrations import downgrade, upgrade
from storage.models import OwnBot
from storage.settings import DatabaseSettings
from storage.whole.marks import set_mark
from storage.whole.writing import connected
from tests.support.databases import planning_database


@pytest.fixture
def telegram() -> Telegram:
    telegram = Telegram(now=lambda: datetime.now(UTC))
    bot = telegram.world.bot
    bot.takes_inline = bot.takes_guests = bot.has_topics = True
    return telegram


@pytest.fixture
async def server(telegram: Telegram) -> AsyncIterator[Server]:
    server = await serve(telegram, port=0)
    yield server
    await server.close()


@pytest.fixture(autouse=True)
def _elsewhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No .env of a developer is read."""
    monkeypatch.chdir(tmp_path)


async def doctor(telegram: Telegram, server: Server, url: str, **more: str) -> Result:
    environment = {
        "BOT_TOKEN": telegram.token,
        "TELEGRAM_API_URL": server.address,
        "DATABASE_URL": url,
        "COLUMNS": "80",
    }
    runner = CliRunner(env={**environment, **more})
    told = await asyncio.to_thread(runner.invoke, main, ["doctor"])
    assert told.exception is None or isinstance(told.exception, SystemExit), told.exc_info
    assert telegram.token not in told.output
    assert max(map(len, told.output.splitlines())) <= 80
    return told


def lines(told: Result) -> dict[str, tuple[str, str]]:
    """By what it is about: the state, and the words in one line."""
    found: dict[str, tuple[str, str]] = {}
    last = ""
    for line in told.stdout.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if len(cells) != 3 or cells[1] == "what":
            continue
        if cells[0]:
            last = cells[1]
            found[last] = (cells[0], cells[2])
        else:
            found[last] = (found[last][0], f"{found[last][1]} {cells[2]}")
    return found


async def own(url: str, bot_id: int) -> None:
    database = planning_database(url)
    async with database.begin() as session:
        session.add(OwnBot(id=1, telegram_id=bot_id))
    await database.close()


def for_the_owner(folder: Path) -> None:
    for path in folder.glob("*.db"):
        path.chmod(0o600)


def listing(folder: Path) -> dict[str, tuple[int, int]]:
    return {path.name: (path.stat().st_size, path.stat().st_mtime_ns) for path in folder.iterdir()}


async def test_all_is_well_and_nothing_was_changed(
    telegram: Telegram, server: Server, database_url: str, tmp_path: Path
) -> None:
    await own(database_url, int(telegram.token.partition(":")[0]))
    for_the_owner(tmp_path)
    before = listing(tmp_path)
    told = await doctor(telegram, server, database_url)
    assert told.exit_code == 0, told.output
    found = lines(told)
    assert {what for what, (state, _) in found.items() if state != "ok"} <= {"backups"}
    assert "privacy mode" in found
    assert found["owner"] == ("ok", "this bot")
    assert listing(tmp_path) == before
    methods = {call.method for call in telegram.calls}
    assert methods <= {"getMe", "getWebhookInfo"}, methods


async def test_without_a_token_the_rest_is_looked_at(database_url: str) -> None:
    runner = CliRunner(env={"DATABASE_URL": database_url, "COLUMNS": "80"})
    told = await asyncio.to_thread(runner.invoke, main, ["doctor"])
    assert told.exit_code == 0, told.output
    assert lines(told)["token"][0] == "warning"
    assert lines(told)["tables"][0] == "ok"


async def test_what_telegram_says_is_told(
    telegram: Telegram, server: Server, database_url: str
) -> None:
    told = await doctor(telegram, server, database_url, BOT_TOKEN="999:not_this_one")
    assert told.exit_code == 1
    assert "BotFather" in lines(told)["token"][1]

    bot = telegram.world.bot
    bot.takes_inline, bot.privacy_mode = False, False
    telegram.webhook.url = "https://elsewhere.example/x"
    found = lines(await doctor(telegram, server, database_url))
    assert found["inline mode"][0] == "warning"
    assert "/setinline" in found["inline mode"][1]
    assert "reads all of a group" in found["privacy mode"][1]
    assert found["webhook"][0] == "warning"

    hooked = {"MODE": "webhook", "WEBHOOK_URL": "https://bot.example.org", "WEBHOOK_SECRET": "s"}
    assert lines(await doctor(telegram, server, database_url, **hooked))["webhook"][0] == "warning"
    telegram.webhook.url = "https://bot.example.org/telegram"
    telegram.webhook.last_error = (int(time.time()), "Wrong response from the webhook: 502")
    told = await doctor(telegram, server, database_url, **hooked)
    assert lines(told)["webhook"] == ("ok", "https://bot.example.org/telegram")
    assert lines(told)["delivery"][0] == "wrong"
    assert told.exit_code == 1


async def test_who_is_no_telegram_is_told(telegram: Telegram, database_url: str) -> None:
    async def page(_: web.Request) -> web.Response:
        return web.Response(text="<html>", content_type="text/html")

    app = web.Application()
    app.router.add_route("*", "/{any:.*}", page)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = runner.addresses[0][1]
    for address in (f"http://127.0.0.1:{port}", "http://127.0.0.1:9"):
        told = await doctor(telegram, Server(runner, port), database_url, TELEGRAM_API_URL=address)
        assert told.exit_code == 1
        assert "TELEGRAM_API_URL" in lines(told)["Telegram"][1]
    await runner.cleanup()


async def test_what_the_database_says_is_told(
    telegram: Telegram, server: Server, empty_url: str, tmp_path: Path
) -> None:
    found = lines(await doctor(telegram, server, empty_url))
    assert found.get("tables", found["database"])[0] == "warning"
    assert not (tmp_path / "empty.db").exists()

    settings = DatabaseSettings.from_url(empty_url)
    await upgrade(settings)
    await own(empty_url, 5)
    told = await doctor(telegram, server, empty_url)
    assert told.exit_code == 1
    assert lines(told)["owner"][0] == "wrong"
    assert "--take-over" in lines(told)["owner"][1]

    await downgrade(settings, "-1")
    assert lines(await doctor(telegram, server, empty_url))["tables"][0] == "warning"
    async with connected(settings) as connection, connection.begin():
        await set_mark(connection, "sqlite:///elsewhere.db")
    told = await doctor(telegram, server, empty_url)
    assert re.search(r"half of sqlite:///elsewhere.db", lines(told)["tables"][1])
    assert told.exit_code == 1


async def test_a_database_that_is_away_is_wrong(telegram: Telegram, server: Server) -> None:
    told = await doctor(telegram, server, "postgresql://ann:secret@127.0.0.1:9/dueto")
    assert told.exit_code == 1
    assert lines(told)["database"][0] == "wrong"
    assert "secret" not in told.output


NOW = datetime(2026, 9, 23, 12, tzinfo=UTC)


def states(path: Path, now: datetime = NOW, **more: str) -> dict[str, str]:
    settings = Settings.model_validate({"database_url": f"sqlite:///{path}", **more})
    return {one.what: one.state for one in machine_findings(settings, now=now)}


def test_files_that_others_may_read_are_told(tmp_path: Path) -> None:
    path, secret = tmp_path / "dueto.db", tmp_path / ".env"
    path.touch(0o644)
    secret.touch(0o644)
    found = states(path)
    assert found["rights"] == found[".env"] == Health.WARNING
    path.chmod(0o600)
    secret.chmod(0o600)
    found = states(path)
    assert "rights" not in found
    assert found[".env"] == found["zone data"] == Health.OK
    assert states(tmp_path / "none" / "dueto.db")["folder"] == Health.WARNING


def test_backups_that_stay_away_are_told(tmp_path: Path) -> None:
    path = tmp_path / "dueto.db"
    path.touch(0o600)
    assert states(path)["backups"] == Health.WARNING
    (tmp_path / "backups").mkdir()
    (tmp_path / "backups" / "dueto-auto-20260923-030000.db").touch()
    now = datetime.now(UTC)
    assert states(path, now)["backups"] == Health.OK
    assert states(path, now + timedelta(days=3))["backups"] == Health.WARNING
    assert states(path, now, backup_hour="off")["backups"] == Health.WARNING
    assert states(path, now + timedelta(days=5 * 365))["zone data"] == Health.WARNING
