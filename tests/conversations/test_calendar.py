"""/calendar: a secret address, and what a calendar program gets there over HTTP."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import datetime
from typing import Any

import aiohttp
import pytest
import vobject
from sqlalchemy import text as sql

from bot.web.feed import READINGS, WRONG, Made
from bot.web.server import WebServer
from storage.transfer.feeds import FeedContents, written
from tests.support.clocks import NOW
from tests.support.conversations import Conversation
from tests.support.messages import text_of
from tests.support.spending import press as spent

PUBLIC = "https://dueto.example.org/bot"
ADDRESS = re.compile(rf"{re.escape(PUBLIC)}(/calendar/[\w-]+\.ics)")


@pytest.fixture
async def ann(anywhere: Conversation) -> Conversation:
    """Ann in private, with a bot that has a public address."""
    endpoint = anywhere.application.endpoint
    endpoint.home = replace(endpoint.home, public_url=PUBLIC)
    await anywhere.says("ann", "/start")
    await anywhere.says("ann", "/timezone Berlin")
    return anywhere


@pytest.fixture
async def http(anywhere: Conversation) -> AsyncIterator[aiohttp.ClientSession]:
    server = WebServer(("127.0.0.1", 0), [anywhere.application.feeds.route()])
    await server.start()
    async with aiohttp.ClientSession(server.url) as session:
        yield session
    await server.stop()


async def path_for(chat: Conversation, who: str = "ann") -> str:
    """The path of a new address."""
    found = ADDRESS.search(await chat.says(who, "/calendar"))
    assert found is not None
    return found[1]


async def of_flat(chat: Conversation, who: str) -> str:
    """The path of somebody's address of the flat, by the button that leads there."""
    await chat.in_("flat").says(who, "/calendar")
    rows = chat.in_("flat").newest(who)["reply_markup"]["inline_keyboard"]
    payload = rows[0][0]["url"].partition("?start=")[2]
    found = ADDRESS.search(await chat.says(who, f"/start {payload}"))
    assert found is not None
    return found[1]


async def get(http: aiohttp.ClientSession, path: str, **headers: str) -> tuple[int, Any, str]:
    async with http.get(path, headers=headers) as response:
        return response.status, response.headers, await response.text()


async def summaries(http: aiohttp.ClientSession, path: str) -> list[str]:
    status, _, body = await get(http, path)
    assert status == 200
    read = vobject.readOne(body)
    return sorted(event.summary.value for event in getattr(read, "vevent_list", []))


async def test_it_shows_what_has_a_date(ann: Conversation, http: aiohttp.ClientSession) -> None:
    flat = ann.in_("flat")
    await ann.says("ann", "Buy milk tomorrow 10am\nsoy")
    await ann.says("ann", "No date")
    await ann.says("ann", "Done already tomorrow")
    await ann.says("ann", "/done 3")
    await ann.says("ann", "/habit run every day at 21:00")
    await flat.adds("bob", "Clean up saturday @ann", "Of nobody saturday", "Of Bob sunday @bob")
    path = await path_for(ann)
    assert await summaries(http, path) == ["Buy milk", "Clean up · Flat 12", "run"]
    _, headers, body = await get(http, path)
    assert headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert headers["Cache-Control"].startswith("private")
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "noindex" in headers["X-Robots-Tag"]
    assert "DESCRIPTION:soy" in body


async def test_the_store_has_the_hash_alone(ann: Conversation, http: aiohttp.ClientSession) -> None:
    path = await path_for(ann)
    token = path.removeprefix("/calendar/").removesuffix(".ics")
    await get(http, path)
    async with ann.application.database.begin() as session:
        connection = await session.connection()
        for table in ("calendar_feeds", "task_messages", "received_updates", "changes"):
            rows = await connection.execute(sql(f"SELECT * FROM {table}"))  # noqa: S608  ours
            assert token not in str([tuple(row) for row in rows])
    assert token not in str(ann.setup.log)


async def test_an_address_is_told_once_then_renewed_and_revoked(
    ann: Conversation, http: aiohttp.ClientSession
) -> None:
    first = await path_for(ann)
    said = await ann.says("ann", "/calendar")
    assert not ADDRESS.search(said)
    assert "not read yet" in said
    await get(http, first)
    assert "last read" in await ann.says("ann", "/calendar")
    shown = await ann.presses("ann", "🔄 New address")
    second = ADDRESS.search(shown)
    assert second is not None
    assert (await get(http, first))[0] == 404
    assert (await get(http, second[1]))[0] == 200
    await ann.presses("ann", "🚫 Revoke")
    assert (await get(http, second[1]))[0] == 404
    assert await path_for(ann) != second[1]


async def test_a_group_has_one_for_each_member(
    ann: Conversation, http: aiohttp.ClientSession
) -> None:
    flat = ann.in_("flat")
    await flat.adds("ann", "Clean up saturday", "Of Bob sunday @bob", "No date")
    said = await flat.says("bob", "/calendar")
    assert "private" in said
    assert PUBLIC not in str([text_of(m) for m in flat.messages("bob")])
    path = await of_flat(ann, "bob")
    assert await summaries(http, path) == ["Clean up", "Of Bob"]
    other = await of_flat(ann, "ann")
    assert other != path
    ann.telegram.leave(ann.town.flat, ann.town.bob)
    await ann.settle()
    assert (await get(http, path))[0] == 404
    assert (await get(http, other))[0] == 200


async def test_who_left_unseen_reads_nothing_more(
    ann: Conversation, http: aiohttp.ClientSession
) -> None:
    """Telegram is asked when it was not for an hour; of the private feed, too."""
    flat = ann.in_("flat")
    await flat.adds("ann", "Clean up saturday @bob")
    await flat.says("bob", "/list")
    own, path = await path_for(ann, "bob"), await of_flat(ann, "bob")
    assert await summaries(http, own) == ["Clean up · Flat 12"]
    ann.town.flat.members[ann.town.bob.id].status = "left"
    ann.time.pass_(minutes=61)
    assert (await get(http, path))[0] == 404
    assert await summaries(http, own) == []


async def test_a_link_of_a_foreign_group_tells_nothing(ann: Conversation) -> None:
    await ann.in_("project").says("bob", "/calendar")
    rows = ann.in_("project").newest("bob")["reply_markup"]["inline_keyboard"]
    payload = rows[0][0]["url"].partition("?start=")[2]
    ann.telegram.leave(ann.town.project, ann.town.dasha)
    await ann.settle()
    assert not ADDRESS.search(await ann.says("dasha", f"/start {payload}"))
    assert not ADDRESS.search(await ann.says("dasha", "/start cnonsense"))
    assert not ADDRESS.search(await ann.says("dasha", f"/start c{'x' * 22}"))
    said = await ann.in_("project").says("bob", f"/start@dueto_bot {payload}")
    assert not ADDRESS.search(said)


async def test_others_buttons_do_nothing(ann: Conversation, http: aiohttp.ClientSession) -> None:
    path = await path_for(ann)
    data = ann.newest("ann")["reply_markup"]["inline_keyboard"][0][1]["callback_data"]
    await ann.says("bob", "/start")
    await ann.forges("bob", data, on=ann.newest("bob"))
    assert (await get(http, path))[0] == 200


async def test_what_has_not_changed_is_not_sent_again(
    ann: Conversation, http: aiohttp.ClientSession
) -> None:
    await ann.says("ann", "Buy milk tomorrow 10am")
    path = await path_for(ann)
    _, headers, body = await get(http, path)
    tag = headers["ETag"]
    ann.time.pass_(hours=5)
    for known in (tag, f"W/{tag}", f'"other", {tag}'):
        status, again, nothing = await get(http, path, **{"If-None-Match": known})
        assert (status, nothing, again["ETag"]) == (304, "", tag)
    assert (await get(http, path))[2] == body
    await ann.says("ann", "/edit 1 Buy bread")
    status, headers, _ = await get(http, path, **{"If-None-Match": tag})
    assert (status, headers["ETag"] != tag) == (200, True)


async def test_head_is_get_without_a_body(ann: Conversation, http: aiohttp.ClientSession) -> None:
    path = await path_for(ann)
    async with http.head(path) as response:
        assert response.status == 200
        assert response.headers["ETag"]
        assert await response.read() == b""


async def test_every_wrong_address_is_answered_alike(
    ann: Conversation, http: aiohttp.ClientSession
) -> None:
    path = await path_for(ann)
    await ann.presses("ann", "🚫 Revoke")
    answers = []
    for wrong in (path, "/calendar/x.ics", f"/calendar/{'x' * 5000}.ics", "/calendar/%27.ics"):
        status, headers, body = await get(http, wrong)
        kept = {key: value for key, value in headers.items() if key != "Date"}
        answers.append((status, kept, body))
    assert answers[0][0] == 404
    assert all(one == answers[0] for one in answers)
    for nothing in ("/calendar", "/calendar/"):
        assert (await get(http, nothing))[0] == 404


async def test_who_guesses_is_slowed_down_and_who_reads_too_often(
    ann: Conversation, http: aiohttp.ClientSession
) -> None:
    path = await path_for(ann)
    statuses = [(await get(http, f"/calendar/{n}.ics"))[0] for n in range(WRONG + 2)]
    assert statuses == [404] * WRONG + [429] * 2
    read = [(await get(http, path))[0] for _ in range(READINGS + 1)]
    assert read == [200] * READINGS + [429]
    status, headers, _ = await get(http, path)
    assert status == 429
    assert 0 < int(headers["Retry-After"]) <= 3601


async def test_without_a_public_address_it_says_what_to_set(anywhere: Conversation) -> None:
    assert "PUBLIC_URL" in await anywhere.says("ann", "/calendar")
    assert "PUBLIC_URL" in await anywhere.in_("flat").says("ann", "/calendar")


async def test_its_buttons_keep_their_budget(ann: Conversation) -> None:
    await path_for(ann)
    pairs = [await spent(ann, "🔄 New address"), await spent(ann, "🚫 Revoke")]
    assert [pair for pair in pairs if pair[0] > pair[1]] == []


async def test_nothing_is_logged_when_the_store_is_away(
    ann: Conversation, http: aiohttp.ClientSession
) -> None:
    path = await path_for(ann)
    ann.setup.trouble_is_meant = True
    feeds = ann.application.feeds
    feeds._database = None  # type: ignore[assignment]
    status, headers, body = await get(http, path)
    assert (status, body) == (503, "")
    assert headers["Retry-After"]
    assert path.removeprefix("/calendar/").removesuffix(".ics") not in str(ann.setup.log)


async def test_a_calendar_is_made_once_while_nothing_changes(
    ann: Conversation, http: aiohttp.ClientSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []

    async def counted(contents: FeedContents, *, now: datetime) -> bytes:
        made.append(contents.tag)
        return await written(contents, now=now)

    monkeypatch.setattr("bot.web.feed.written", counted)
    await ann.says("ann", "Buy milk tomorrow 10am")
    path = await path_for(ann)
    bodies = {(await get(http, path))[2] for _ in range(3)}
    assert (len(bodies), len(made)) == (1, 1)
    await ann.says("ann", "/edit 1 Buy bread")
    assert "Buy bread" in (await get(http, path))[2]
    assert len(made) == 2


async def test_only_so_many_calendars_are_kept() -> None:
    kept = Made(0)
    contents = FeedContents((), (), "Ann", "tag")
    assert await kept.of(contents, now=NOW) == await kept.of(contents, now=NOW)
    assert not kept._kept
