"""The stand-in over HTTP: the Bot API, files, webhooks, and the chat page."""

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from telegram import Bot, InputFile
from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter

from bot.playground.launch import settle
from bot.playground.page.server import HOST, Server, serve
from bot.playground.people.town import Town
from bot.playground.telegram import Telegram
from bot.playground.world import UploadedFile
from bot.playground.world.clock import PlaygroundClock
from bot.playground.world.files import FILE_KINDS
from tests.support.clocks import Time


@pytest.fixture
def playground_clock(clock: Time) -> PlaygroundClock:
    return PlaygroundClock(real=clock)


@pytest.fixture
async def server(
    telegram: Telegram, town: Town, playground_clock: PlaygroundClock
) -> AsyncIterator[Server]:
    telegram.world.now = playground_clock.now
    running = await serve(telegram, port=0, clock=playground_clock)
    yield running
    await running.close()


@pytest.fixture
async def http(server: Server) -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(server.address) as session:
        yield session


async def answer(response: aiohttp.ClientResponse) -> tuple[int, Any]:
    return response.status, await response.json()


async def test_calls_by_query_form_json_and_multipart(
    telegram: Telegram, town: Town, http: aiohttp.ClientSession
) -> None:
    telegram.say(town.ann, "/start")
    path = f"/bot{telegram.token}/sendMessage"
    params = {"chat_id": "1001", "text": "x"}
    form = aiohttp.FormData()
    for name, value in params.items():
        form.add_field(name, value, content_type="text/plain")
    for response in (
        await http.get(path, params=params),
        await http.post(path, data=params),
        await http.post(path, json=params),
        await http.post(path, data=form),
    ):
        status, body = await answer(response)
        assert (status, body["ok"], body["result"]["text"]) == (200, True, "x")


async def test_refusals_have_telegrams_shape(
    telegram: Telegram, town: Town, http: aiohttp.ClientSession
) -> None:
    telegram.fail_next("getMe", retry_after=3)
    assert await answer(await http.get(f"/bot{telegram.token}/getMe")) == (
        429,
        {
            "ok": False,
            "error_code": 429,
            "description": "Too Many Requests: retry after 3",
            "parameters": {"retry_after": 3},
        },
    )


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/bot1:wrong/getMe", 401, "Unauthorized"),
        ("/botno-token/getMe", 404, "Not Found"),
        ("/file/bot1:wrong/x", 401, "Unauthorized"),
    ],
)
async def test_wrong_tokens(
    http: aiohttp.ClientSession, path: str, status: int, words: str
) -> None:
    code, body = await answer(await http.get(path))
    assert (code, body["error_code"], body["description"]) == (status, status, words)


async def test_broken_json_is_a_bad_request(
    telegram: Telegram, http: aiohttp.ClientSession
) -> None:
    headers = {"Content-Type": "application/json"}
    path = f"/bot{telegram.token}/getMe"
    for body in ("{", "[]"):
        assert (await http.post(path, data=body, headers=headers)).status == 400


@pytest.fixture
def _durations(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without this python-telegram-bot warns about the type of its own `retry_after`."""
    monkeypatch.setenv("PTB_TIMEDELTA", "1")


@pytest.mark.usefixtures("_durations")
async def test_the_bots_library_speaks_with_it(
    telegram: Telegram, town: Town, server: Server, picture: UploadedFile
) -> None:
    telegram.say(town.ann, "/start")
    base = f"{server.address}/bot"
    bot = Bot(telegram.token, base_url=base, base_file_url=f"{server.address}/file/bot")
    async with bot:
        assert bot.username == "dueto_bot"
        sent = await bot.send_photo(1001, InputFile(picture.content, "a.png"), caption="x")
        file = await bot.get_file(sent.photo[-1].file_id)
        assert bytes(await file.download_as_bytearray()) == picture.content
        with pytest.raises(BadRequest, match="Message to edit not found"):
            await bot.edit_message_text("x", 1001, 999)
        telegram.block(town.ann)
        with pytest.raises(Forbidden):
            await bot.send_message(1001, "x")
        successor = telegram.migrate(town.flat)
        with pytest.raises(ChatMigrated) as moved:
            await bot.send_message(town.flat.id, "x")
        assert moved.value.new_chat_id == successor.id
        telegram.fail_next("sendMessage", retry_after=5)
        with pytest.raises(RetryAfter):
            await bot.send_message(successor.id, "x")


async def test_a_webhook_gets_updates_in_order_until_it_takes_them(
    telegram: Telegram, town: Town, server: Server, http: aiohttp.ClientSession
) -> None:
    got: list[tuple[str, str]] = []
    done = asyncio.Event()

    async def hook(request: web.Request) -> web.Response:
        update = await request.json()
        secret = request.headers["X-Telegram-Bot-Api-Secret-Token"]
        got.append((secret, update["message"]["text"]))
        if len(got) == 3:
            done.set()
        elif len(got) == 1:
            return web.Response(status=500)
        return web.Response()

    app = web.Application()
    app.add_routes([web.post("/hook", hook)])
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, HOST, 0).start()
    url = f"http://{HOST}:{runner.addresses[0][1]}/hook"
    telegram.say(town.ann, "one")
    telegram.say(town.ann, "two")
    await telegram.call("setWebhook", {"url": url, "secret_token": "s"})
    async with asyncio.timeout(10):
        while not done.is_set():
            telegram.changed.notify()  # any change ends the pause before the next try
            await asyncio.sleep(0.005)
    await runner.cleanup()
    assert got == [("s", "one"), ("s", "one"), ("s", "two")]
    assert telegram.webhook.last_error is not None


async def test_the_page_and_its_files(http: aiohttp.ClientSession) -> None:
    page = await http.get("/")
    assert "Dueto" in await page.text()
    assert "default-src 'self'" in page.headers["Content-Security-Policy"]
    for name, kind in (("page.js", "text/javascript"), ("page.css", "text/css")):
        response = await http.get(f"/page/{name}")
        assert (response.status, response.content_type) == (200, kind)
    assert (await http.get("/page/nothing.js")).status == 404
    assert (await http.get("/page/../server.py")).status == 404


async def test_another_site_cannot_act(
    telegram: Telegram, server: Server, town: Town, http: aiohttp.ClientSession
) -> None:
    fields = json.dumps({"who": 1001, "chat": 1001, "text": "x"})
    cases: list[tuple[dict[str, str], int]] = [
        ({"Origin": "https://evil.example", "Content-Type": "application/json"}, 403),
        ({"Host": f"evil.example:{server.port}", "Content-Type": "application/json"}, 403),
        ({"Content-Type": "text/plain"}, 409),
        ({"Origin": server.address, "Content-Type": "application/json"}, 200),
    ]
    for headers, status in cases:
        assert (await http.post("/deeds/say", data=fields, headers=headers)).status == status
    api = f"/bot{telegram.token}/getMe"
    assert (await http.post(api, headers={"Origin": "https://evil.example"})).status == 401
    assert (await http.get(api, headers={"Sec-Fetch-Site": "cross-site"})).status == 401
    for path in ("/", "/live", "/media/x"):
        assert (await http.get(path, headers={"Origin": "https://evil.example"})).status == 403


async def test_the_live_line_shows_the_world_and_every_change(
    telegram: Telegram, town: Town, http: aiohttp.ClientSession
) -> None:
    async with http.ws_connect("/live") as line:
        world = await line.receive_json()
        assert [person["first_name"] for person in world["people"]] == [
            "Ann",
            "Bob",
            "Chen",
            "Dasha",
        ]
        said = await http.post("/deeds/say", json={"who": 1001, "chat": 1001, "text": "hello"})
        assert (await answer(said))[0] == 200
        event = await line.receive_json()
        assert (event["type"], event["message"]["text"]) == ("post", "hello")
        await http.post("/deeds/block", json={"who": 1001})
        event = await line.receive_json()
        private = next(chat for chat in event["chats"] if chat["id"] == 1001)
        assert private["blocked_bot"]
    assert [next(iter(set(u) - {"update_id"})) for u in telegram.pending_updates] == [
        "message",
        "my_chat_member",
    ]


async def test_deeds_of_the_page(
    telegram: Telegram, town: Town, http: aiohttp.ClientSession
) -> None:
    async def do(name: str, **fields: Any) -> Any:
        status, body = await answer(await http.post(f"/deeds/{name}", json=fields))
        assert status == 200, body
        return body["result"]

    project, design = town.project.id, town.design.id
    here = {"who": 1004, "chat": project, "thread": design}
    said = await do("say", **here, text="/add logo")
    about = {**here, "message": said["message_id"]}
    assert (await do("edit", **about, text="/add big logo"))["text"] == "/add big logo"
    there = await do("forward", **about, to_chat=1004, to_thread=None)
    assert there["forward_origin"]["sender_user"]["id"] == 1004
    await do("location", who=1004, chat=1004, latitude=1, longitude="2.5")
    await do("leave", who=1002, chat=project)
    await do("join", who=1002, chat=project)
    await do("delete", **about)
    assert await do("commands", who=1001, chat=1001) == []
    keyboard = {"inline_keyboard": [[{"text": "Go", "callback_data": "go"}]]}
    params = {"chat_id": 1004, "text": "x", "reply_markup": keyboard}
    sent = await telegram.call("sendMessage", params)
    pressed = await do("press", who=1004, chat=1004, message=sent["message_id"], button="go")
    assert pressed["query_id"] == telegram.pending_updates[-1]["callback_query"]["id"]


async def test_a_file_of_the_page_is_shown_again(
    telegram: Telegram, town: Town, http: aiohttp.ClientSession, picture: UploadedFile
) -> None:
    form = aiohttp.FormData({"who": "1001", "chat": "1001", "as": "photo", "caption": "Shelf"})
    form.add_field("file", picture.content, filename="a.png", content_type="image/png")
    status, body = await answer(await http.post("/deeds/file", data=form))
    assert (status, body["result"]["caption"]) == (200, "Shelf")
    shown = await http.get(f"/media/{body['result']['photo'][-1]['file_id']}")
    assert (shown.content_type, await shown.read()) == ("image/png", picture.content)
    page = telegram.send_file(town.ann, "document", UploadedFile("a.html", b"<script>"))
    offered = await http.get(f"/media/{page['document']['file_id']}")
    assert offered.content_type == "application/octet-stream"
    assert offered.headers["Content-Disposition"].startswith("attachment")


@pytest.mark.parametrize("kind", FILE_KINDS)
async def test_a_file_of_the_page_is_sent_as_what_it_is(
    http: aiohttp.ClientSession, picture: UploadedFile, kind: str
) -> None:
    form = aiohttp.FormData({"who": "1001", "chat": "1001", "as": kind, "duration": "75"})
    form.add_field("file", picture.content, filename="a.png", content_type="image/png")
    _, body = await answer(await http.post("/deeds/file", data=form))
    sent = body["result"][kind]
    assert (sent[-1] if kind == "photo" else sent)["file_size"] == len(picture.content)
    assert kind in ("photo", "document") or sent["duration"] == 75


async def test_a_file_of_the_page_is_of_a_known_kind(http: aiohttp.ClientSession) -> None:
    form = aiohttp.FormData({"who": "1001", "chat": "1001", "as": "sticker"})
    form.add_field("file", b"x", filename="a.png")
    assert await answer(await http.post("/deeds/file", data=form)) == (
        409,
        {"error": "no file is sent as sticker"},
    )


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("dance", {}),
        ("restart", {}),
        ("zone", {"who": 1001, "zone": "Nowhere"}),
        ("say", {"who": 1001}),
        ("say", {"who": 1001, "chat": 1002, "text": "x"}),
        ("say", {"who": 1001, "chat": 1001, "text": " "}),
        ("say", {"who": "x", "chat": 1001, "text": "x"}),
        ("press", {"who": 1001, "chat": 1001, "message": 1, "button": "x"}),
    ],
)
async def test_what_cannot_be_done_is_said(
    http: aiohttp.ClientSession, name: str, fields: dict[str, Any]
) -> None:
    status, body = await answer(await http.post(f"/deeds/{name}", json=fields))
    assert status == 409
    assert body["error"]


async def test_the_clock_is_shifted_and_reset(
    telegram: Telegram,
    playground_clock: PlaygroundClock,
    clock: Time,
    http: aiohttp.ClientSession,
) -> None:
    offsets: list[timedelta] = []
    playground_clock.listen(offsets.append)
    for fields in ({"seconds": 600}, {"seconds": 3600}, {}):
        await http.post("/deeds/shift", json=fields)
    assert offsets == [timedelta(minutes=10), timedelta(minutes=70), timedelta()]
    await http.post("/deeds/shift", json={"seconds": 86400})
    assert telegram.world.now() == clock.now + timedelta(days=1)


async def test_a_reaction_is_put_and_removed(
    telegram: Telegram, town: Town, http: aiohttp.ClientSession
) -> None:
    """The bot is told as an administrator only; a page that opens later sees it."""
    said = telegram.say(town.ann, "Milk", to=town.flat)
    fields = {"who": 1002, "chat": town.flat.id, "message": said["message_id"]}
    telegram.world.updates.allow(["message_reaction"])
    await http.post("/deeds/react", json={**fields, "emoji": "👍"})
    telegram.promote(town.flat, telegram.bot)
    async with http.ws_connect("/live") as live:
        view = next(one for one in (await live.receive_json())["posts"] if one["message"] == said)
        assert view["reactions"] == {"1002": ["👍"]}
        await http.post("/deeds/react", json=fields)
        told = await live.receive_json()
    assert (told["type"], told["user_id"], told["chosen"]) == ("reaction", 1002, [])
    changes = [one["message_reaction"] for one in telegram.pending_updates]
    assert [(one["old_reaction"], one["new_reaction"]) for one in changes] == [
        ([{"type": "emoji", "emoji": "👍"}], [])
    ]


async def test_a_persons_device_is_set_to_another_zone(
    telegram: Telegram, http: aiohttp.ClientSession
) -> None:
    async with http.ws_connect("/live") as live:
        people = {one["id"]: one["zone"] for one in (await live.receive_json())["people"]}
        assert (people[1001], people[1003]) == ("Europe/Berlin", "Asia/Shanghai")
        await http.post("/deeds/zone", json={"who": 1001, "zone": "Asia/Tokyo"})
        told = await live.receive_json()
    assert (told["type"], told["people"][0]["zone"]) == ("people", "Asia/Tokyo")
    assert all("zone" not in chat.json() for chat in telegram.world.chats.values())


async def test_an_open_page_sees_a_world_that_starts_over(
    telegram: Telegram, town: Town, playground_clock: PlaygroundClock
) -> None:
    async def start_over() -> None:
        settle(telegram)

    clock = playground_clock
    server = await serve(telegram, port=0, clock=clock, start_over=start_over)
    telegram.say(town.ann, "Buy milk")
    async with aiohttp.ClientSession(server.address) as http, http.ws_connect("/live") as live:
        assert len((await live.receive_json())["posts"]) > 0
        assert (await http.post("/deeds/restart", json={})).status == 200
        news = [await live.receive_json()]
        while news[-1]["type"] != "world":
            news.append(await live.receive_json())
        texts = [post["message"].get("text") for post in news[-1]["posts"]]
        assert "Buy milk" not in texts
        ann = telegram.world.users[1001]
        telegram.say(ann, "Buy bread")
        assert (await live.receive_json())["message"]["text"] == "Buy bread"
    assert telegram.pending_updates[-1]["message"]["text"] == "Buy bread"
    await server.close()


async def test_a_taken_port_is_an_error(telegram: Telegram, server: Server) -> None:
    with pytest.raises(OSError, match="address already in use"):
        await serve(telegram, port=server.port)
