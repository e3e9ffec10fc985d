"""The composed application against the stand-in over HTTP: start, intake, stop."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sqlite3
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from sqlalchemy.engine import make_url

from bot.application import Application, NotReady, _follow_clock, compose, run
from bot.incoming.polling import ALLOWED_UPDATES
from bot.jobs.following import Follower
from bot.jobs.schedule import Job, JobSchedule
from bot.outgoing.skew import Skew
from bot.outgoing.transport import AiohttpRequest
from bot.playground.page.server import Server, serve
from bot.playground.telegram import Telegram
from bot.playground.world import User
from bot.settings import Settings
from bot.starting import CannotStart, reach
from bot.web.webhook import SECRET_HEADER
from storage.database import Database
from storage.settings import DatabaseSettings
from storage.talk.ownership import change_owner
from tests.support.databases import plan_nothing

SECRET = "s3cret"


@pytest.fixture
def telegram() -> Telegram:
    return Telegram(now=lambda: datetime.now(UTC))


@pytest.fixture
async def server(telegram: Telegram) -> AsyncIterator[Server]:
    server = await serve(telegram, port=0)
    yield server
    await server.close()


@pytest.fixture
def values(telegram: Telegram, server: Server, database_url: str) -> dict[str, Any]:
    return {
        "bot_token": telegram.token,
        "telegram_api_url": server.address,
        "database_url": database_url,
        "listen": "127.0.0.1:0",
    }


@asynccontextmanager
async def running(values: Mapping[str, Any]) -> AsyncIterator[Application]:
    application = compose(Settings(_env_file=None, **values))
    await application.start()
    try:
        yield application
    finally:
        await application.stop()


async def until_answered(telegram: Telegram, answers: int = 1) -> None:
    async with asyncio.timeout(10):
        while sum(call.method == "sendMessage" for call in telegram.calls) < answers:
            await telegram.changed.wait()


async def status(application: Application, path: str) -> int:
    async with aiohttp.ClientSession() as http, http.get(application.web.url + path) as answer:
        return answer.status


async def test_polling_takes_updates_in_and_answers(
    telegram: Telegram, values: dict[str, Any]
) -> None:
    ann = telegram.new_user(User(1, "Ann", None, None, "en"))
    async with running(values) as application:
        telegram.say(ann, "/add Buy milk")
        await until_answered(telegram)
        assert await status(application, "/healthz") == 200
        assert await status(application, "/readyz") == 200
        assert application.counts()["received"] == 1
    assert telegram.pending_updates == []


async def test_a_reminder_that_was_sent_is_counted(
    telegram: Telegram, values: dict[str, Any]
) -> None:
    ann = telegram.new_user(User(1, "Ann", None, None, "en"))
    async with running(values) as application, aiohttp.ClientSession() as http:
        telegram.say(ann, "/add Buy milk in 1 hour")
        await until_answered(telegram)
        application.clock.shift(timedelta(hours=1, minutes=1))
        application.schedule.wake()
        await until_answered(telegram, answers=2)
        sent = ""
        async with asyncio.timeout(10):
            while 'dueto_pushes_total{outcome="sent"} 1.0\n' not in sent:
                async with http.get(f"{application.web.url}/metrics") as answer:
                    sent = await answer.text()


async def test_what_waited_is_kept_and_an_old_webhook_goes(
    telegram: Telegram, values: dict[str, Any]
) -> None:
    ann = telegram.new_user(User(1, "Ann", None, None, "en"))
    telegram.say(ann, "/add Buy milk")
    await telegram.call("setWebhook", {"url": "https://elsewhere.example"})
    async with running(values) as application:
        await until_answered(telegram)
        assert (await telegram.call("getWebhookInfo", {}))["url"] == ""
        assert application.counts()["received"] == 1
    assert telegram.pending_updates == []


async def test_the_menus_are_offered_in_every_language(
    telegram: Telegram, values: dict[str, Any]
) -> None:
    async with running(values) as application:
        menus = next(task for task in application._beside if task.get_name() == "menus")
        await asyncio.wait_for(menus, 10)
        scope = {"type": "all_private_chats"}
        menu = await telegram.call("getMyCommands", {"scope": scope, "language_code": "de"})
        assert "add" in [one["command"] for one in menu]


async def test_a_webhook_is_set_and_its_updates_are_received_before_200(
    telegram: Telegram, values: dict[str, Any]
) -> None:
    values |= {
        "mode": "webhook",
        "webhook_url": "https://bot.example/hook",
        "webhook_secret": SECRET,
    }
    message = {"date": 1, "text": "/add Buy milk", "entities": []}
    sender = {"id": 1, "is_bot": False, "first_name": "Ann"}
    update = {
        "update_id": 77,
        "message": {"message_id": 5, "from": sender, "chat": {"id": 1, "type": "private"}}
        | message,
    }
    async with running(values) as application:
        (call,) = [call for call in telegram.calls if call.method == "setWebhook"]
        assert call.params["url"] == "https://bot.example/hook"
        assert call.params["secret_token"] == SECRET
        allowed = call.params["allowed_updates"]
        assert (json.loads(allowed) if isinstance(allowed, str) else allowed) == [*ALLOWED_UPDATES]
        url, headers = f"{application.web.url}/hook", {SECRET_HEADER: SECRET}
        async with aiohttp.ClientSession(headers=headers) as http:
            for _ in range(2):
                async with http.post(url, json=update) as answer:
                    assert answer.status == 200
        assert application.counts()["received"] == 2
        assert application.counts()["repeated"] == 1


async def test_updates_have_to_come_again_while_it_is_not_running(values: dict[str, Any]) -> None:
    application = compose(Settings(_env_file=None, **values))
    with pytest.raises(NotReady):
        await application.receive({"update_id": 1})
    assert "Telegram was not reached yet" in await application.missing()
    await application.stop()


async def test_a_token_that_telegram_does_not_know_ends_the_start(values: dict[str, Any]) -> None:
    application = compose(Settings(_env_file=None, **values | {"bot_token": "4243:x"}))
    with pytest.raises(CannotStart, match="BOT_TOKEN"):
        await application.start()
    await application.stop()


async def test_another_bots_database_ends_the_start(
    telegram: Telegram, values: dict[str, Any]
) -> None:
    async with running(values) as application, application.database.begin() as session:
        await change_owner(session, 77)
    application = compose(Settings(_env_file=None, **values))
    with pytest.raises(CannotStart, match="take-over"):
        await application.start()
    await application.stop()
    assert telegram.pending_updates == []
    application = compose(Settings(_env_file=None, **values), take_over=True)
    await application.start()
    await application.stop()


@pytest.mark.parametrize(
    "said",
    [
        "<html>hello</html>",
        '{"ok":true,"result":{"id":5,"first_name":"x"}}',
        '{"ok":true,"result":true}',
        '{"ok":true,"result":[]}',
        '{"ok":true,"result":null}',
        '{"status":"fine"}',
    ],
)
async def test_an_address_where_nobody_speaks_the_bot_api_ends_the_start_in_one_line(
    said: str, values: dict[str, Any]
) -> None:
    async def handler(_: web.Request) -> web.Response:
        return web.Response(text=said)

    app = web.Application()
    app.router.add_route("*", "/{path:.*}", handler)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    address = f"http://127.0.0.1:{runner.addresses[0][1]}"
    application = compose(Settings(_env_file=None, **values | {"telegram_api_url": address}))
    with pytest.raises(CannotStart, match="TELEGRAM_API_URL") as refusal:
        await asyncio.wait_for(application.start(), 10)
    assert "\n" not in str(refusal.value)
    await application.stop()
    await runner.cleanup()


async def test_readiness_is_told_within_3_seconds_whatever_the_database_does(
    values: dict[str, Any],
) -> None:
    """Each connection is in use, and SQLite's file is locked by another process, too."""
    clock = asyncio.get_running_loop().time
    async with running(values) as application, AsyncExitStack() as stack:
        if application.database.settings.dialect == "sqlite":
            path = str(application.database.settings.url.database)
            other = sqlite3.connect(path, isolation_level=None)
            stack.callback(other.close)
            other.execute("BEGIN EXCLUSIVE")
        else:
            for _ in range(application.database.settings.pool_size):
                await stack.enter_async_context(application.database.begin())
        for _ in range(2):
            began = clock()
            assert await status(application, "/readyz") == 503
            assert clock() - began < 3
            assert await status(application, "/healthz") == 200
        assert await application.missing() == ("the database does not answer",)
        await stack.aclose()
        async with asyncio.timeout(20):
            while await status(application, "/readyz") != 200:
                pass  # a check waits for the database by itself


async def test_a_clock_that_is_wrong_is_named(telegram: Telegram, values: dict[str, Any]) -> None:
    late = AiohttpRequest(skew=Skew(lambda: datetime.now(UTC) - timedelta(minutes=6)))
    application = compose(Settings(_env_file=None, **values), request=late)
    await application.start()
    assert await application.missing() == ("the clock is 6 minutes behind Telegram's",)
    await application.stop()


async def test_telegram_may_be_away_at_the_start(
    telegram: Telegram, values: dict[str, Any]
) -> None:
    telegram.fail_next("getMe", code=502, description="Bad Gateway")
    telegram.fail_next("deleteWebhook", code=500, description="Internal Server Error")
    async with running(values) as application:
        assert await application.missing() == ()


async def test_a_database_that_refuses_is_told(database_url: str) -> None:
    if database_url.startswith("sqlite"):
        wrong = "sqlite:////dev/null/dueto.db"
        with pytest.raises(CannotStart, match="DATABASE_URL"):
            compose(Settings(_env_file=None, bot_token="1:x", database_url=wrong))
        return
    nowhere = make_url(database_url).set(database="nowhere")
    address = nowhere.render_as_string(hide_password=False)
    database = Database(
        DatabaseSettings.from_url(address), planner=plan_nothing, default_zone="UTC"
    )
    with pytest.raises(CannotStart, match="nowhere"):
        await reach(database)
    await database.close()


async def test_what_another_process_left_behind_is_looked_for_where_one_may_be(
    values: dict[str, Any], database_url: str
) -> None:
    """Answers, reminders, boards and letters alike: within five seconds on PostgreSQL."""
    application = compose(Settings(_env_file=None, **values))
    every = {job.name: job.every for job in application._jobs()}
    await application.stop()
    looks = timedelta(seconds=60 if database_url.startswith("sqlite") else 5)
    names = ("answers", "reminders", "boards", "mailings")
    assert [every[name] for name in names] == [looks] * len(names)


async def test_a_schedule_runs_its_jobs_when_it_is_woken() -> None:
    ran = asyncio.Event()

    async def run() -> None:
        ran.set()

    schedule = JobSchedule(Job("job", timedelta(hours=1), run))
    schedule.start()
    schedule.wake()
    async with asyncio.timeout(30):
        await ran.wait()
    await schedule.stop(1)


async def test_a_schedule_lets_a_job_end() -> None:
    begun, gate, ended = asyncio.Event(), asyncio.Event(), asyncio.Event()

    async def run() -> None:
        begun.set()
        await gate.wait()
        ended.set()

    schedule = JobSchedule(Job("job", timedelta(hours=1), run))
    schedule.start()
    schedule.wake()
    async with asyncio.timeout(30):
        await begun.wait()
        asyncio.get_running_loop().call_soon(gate.set)
        await schedule.stop(5)
    assert ended.is_set()


async def test_a_signal_ends_the_run_in_order(telegram: Telegram, values: dict[str, Any]) -> None:
    ann, before = (
        telegram.new_user(User(1, "Ann", None, None, "en")),
        signal.getsignal(signal.SIGTERM),
    )
    task = asyncio.create_task(run(Settings(_env_file=None, **values)))
    telegram.say(ann, "/add Buy milk")
    await until_answered(telegram)
    os.kill(os.getpid(), signal.SIGTERM)
    assert await asyncio.wait_for(task, 10) == 0
    assert telegram.pending_updates == []
    assert signal.getsignal(signal.SIGTERM) is before


async def test_the_clock_stops_wherever_a_reminder_is_due(
    telegram: Telegram, values: dict[str, Any]
) -> None:
    ann = telegram.new_user(User(1, "Ann", None, None, "en"))
    async with running(values) as application:
        for text in ("/add Buy milk in 1 hour", "/add Buy bread in 2 hours"):
            telegram.say(ann, text)
        await until_answered(telegram, answers=2)
        clock, wake = application.clock, application.schedule.wake
        follower = Follower(clock, application.reminders, wake=wake)
        stops, day = [0.0], 86_400.0
        while stops[-1] < day:
            stops.append(float(await follower.obey(f"{stops[-1]} {day}")))
        # a chat that was answered just now may have to wait: that is another stop, a moment later
        assert sorted({round(stop / 600) for stop in stops}) == [0, 6, 12, 144]
        assert await follower.obey(f"0 {-day}") == str(-day), "and back at once"
    said = [call.params["text"] for call in telegram.calls_of("sendMessage")[2:]]
    assert ["Buy milk" in said[0], "Buy bread" in said[1]] == [True, True]
    assert not any("late" in text for text in said)


async def test_the_clock_follows_standard_input_and_its_end_ends_the_bot(
    values: dict[str, Any], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    read_end, write_end = os.pipe()
    stop = asyncio.Event()
    async with running(values) as application:
        with os.fdopen(read_end) as stdin, os.fdopen(write_end, "w") as playground:
            monkeypatch.setattr(sys, "stdin", stdin)
            playground.write("600 3600\nsoon\nnan nan\n1e300 1\n86400 86400\n")
            playground.close()
            await asyncio.wait_for(_follow_clock(application, stop), 20)
        assert application.clock.offset == timedelta(days=1)
    said = [line for line in capsys.readouterr().out.splitlines() if not line.startswith("2026-")]
    assert said == ["3600.0", "", "", "", "86400.0"]
    assert stop.is_set()
