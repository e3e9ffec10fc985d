"""getUpdates, webhooks and ordered failures."""

import asyncio
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.playground.people.town import Town, a_small_town
from bot.playground.telegram import Telegram
from bot.playground.world.refusals import OTHER_POLL, Refusal
from bot.playground.world.state import update_number
from tests.support.clocks import Time
from tests.support.playground import Ask, Refused, until_polled


def numbers(updates: list[dict[str, Any]]) -> list[int]:
    return [update["update_id"] for update in updates]


async def test_updates_stay_until_they_are_confirmed(
    telegram: Telegram, town: Town, ask: Ask
) -> None:
    for word in "abc":
        telegram.say(town.ann, word)
    first = await ask("getUpdates")
    assert numbers(await ask("getUpdates")) == numbers(first)
    assert numbers(await ask("getUpdates", offset=first[1]["update_id"])) == numbers(first[1:])
    assert await ask("getUpdates", offset=first[-1]["update_id"] + 1) == []
    assert await ask("getUpdates") == []


async def test_a_negative_offset_keeps_the_last(telegram: Telegram, town: Town, ask: Ask) -> None:
    for word in "abc":
        telegram.say(town.ann, word)
    (last,) = await ask("getUpdates", offset=-1)
    assert last["message"]["text"] == "c"
    assert len(await ask("getUpdates")) == 1


@pytest.mark.parametrize(("limit", "count"), [(2, 2), (0, 1), (1000, 100)])
async def test_the_limit_is_between_1_and_100(
    telegram: Telegram, town: Town, ask: Ask, limit: int, count: int
) -> None:
    for _ in range(120):
        telegram.say(town.ann, "x")
    assert len(await ask("getUpdates", limit=limit)) == count


async def test_types_on_request_come_on_request_only(
    telegram: Telegram, town: Town, ask: Ask
) -> None:
    said = telegram.say(town.ann, "x")
    telegram.react(town.ann, said, "👍")
    await ask("getUpdates", allowed_updates='["message_reaction"]')
    telegram.react(town.ann, said, "👎")
    telegram.say(town.ann, "not asked for")
    await ask("getUpdates", allowed_updates=[])
    telegram.react(town.ann, said)
    kinds = [(set(update) - {"update_id"}).pop() for update in telegram.pending_updates]
    assert kinds == ["message", "message_reaction"]


async def test_a_waiting_poll_gets_what_comes(telegram: Telegram, town: Town, ask: Ask) -> None:
    poll = asyncio.create_task(ask("getUpdates", timeout=50))
    await until_polled(telegram)
    telegram.say(town.ann, "hello")
    (update,) = await poll
    assert update["message"]["text"] == "hello"
    assert not telegram.is_polled


async def test_a_second_poll_ends_the_first(telegram: Telegram, town: Town, ask: Ask) -> None:
    first = asyncio.create_task(ask("getUpdates", timeout=50))
    await until_polled(telegram)
    second = asyncio.create_task(ask("getUpdates", timeout=50))
    with pytest.raises(Refusal) as caught:
        await first
    assert (caught.value.code, caught.value.description) == (409, OTHER_POLL)
    telegram.say(town.ann, "hello")
    assert len(await second) == 1


async def test_a_cancelled_poll_leaves_nothing_behind(
    telegram: Telegram, town: Town, ask: Ask
) -> None:
    poll = asyncio.create_task(ask("getUpdates", timeout=50))
    await until_polled(telegram)
    poll.cancel()
    with pytest.raises(asyncio.CancelledError):
        await poll
    assert not telegram.is_polled
    telegram.say(town.ann, "hello")
    assert len(await ask("getUpdates")) == 1


def test_numbers_grow_from_run_to_run() -> None:
    first = update_number(datetime(2026, 9, 23, 12, 30, 0, tzinfo=UTC))
    second = update_number(datetime(2026, 9, 23, 12, 30, 1, tzinfo=UTC))
    assert 0 < first < second < 2**31


async def test_a_webhook_takes_the_place_of_polling(
    telegram: Telegram, town: Town, ask: Ask, refused: Refused
) -> None:
    poll = asyncio.create_task(ask("getUpdates", timeout=50))
    await until_polled(telegram)
    telegram.world.updates.push_raw({})
    await poll
    await ask("setWebhook", url="https://example.org/hook", secret_token="abc", max_connections=7)
    telegram.say(town.ann, "x")
    info = await ask("getWebhookInfo")
    assert (info["url"], info["pending_update_count"], info["max_connections"]) == (
        "https://example.org/hook",
        2,
        7,
    )
    code, words = await refused("getUpdates")
    assert (code, words[:38]) == (409, "Conflict: can't use getUpdates method ")
    await ask("deleteWebhook", drop_pending_updates=True)
    assert await ask("getUpdates") == []


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({"url": "ftp://x"}, "bad webhook: An HTTPS URL must be provided for webhook"),
        (
            {"url": "https://example.org", "secret_token": "a b"},
            "secret token contains unallowed characters",
        ),
    ],
)
async def test_a_webhook_that_is_refused(
    refused: Refused, params: dict[str, Any], words: str
) -> None:
    assert await refused("setWebhook", **params) == (400, f"Bad Request: {words}")


async def test_ordered_faults_come_once(
    telegram: Telegram, town: Town, ask: Ask, refused: Refused
) -> None:
    telegram.say(town.ann, "/start")
    telegram.fail_next("sendMessage", retry_after=7)
    assert await refused("sendMessage", chat_id=1001, text="x") == (
        429,
        "Too Many Requests: retry after 7",
    )
    assert telegram.calls[-1].refusal is not None
    assert telegram.calls[-1].refusal.parameters == {"retry_after": 7}
    telegram.fail_next("*", code=502)
    assert await refused("getMe") == (502, "Bad Gateway")
    assert await ask("sendMessage", chat_id=1001, text="x")


async def test_a_lost_answer_has_its_effect(
    telegram: Telegram, town: Town, refused: Refused
) -> None:
    telegram.say(town.ann, "/start")
    telegram.fail_next("sendMessage", code=504, after=True)
    assert (await refused("sendMessage", chat_id=1001, text="x"))[0] == 504
    assert telegram.messages(1001)[-1]["text"] == "x"


async def test_calls_are_remembered_but_for_polls(telegram: Telegram, town: Town, ask: Ask) -> None:
    await ask("getUpdates")
    await ask("sendMessage", chat_id=town.flat.id, text="x")
    assert [call.method for call in telegram.calls] == ["sendMessage"]
    assert telegram.calls_of("SendMessage")[0].params["text"] == "x"


async def test_limits_on_messages(clock: Time) -> None:
    telegram = Telegram(now=clock, limits=True)
    town = a_small_town(telegram)

    async def send(chat_id: int) -> int:
        """Seconds that Telegram asks to wait; 0 for a message that went out."""
        try:
            await telegram.call("sendMessage", {"chat_id": chat_id, "text": "x"})
        except Refusal as refusal:
            return int(refusal.parameters["retry_after"])
        return 0

    assert [await send(town.flat.id) for _ in range(21)] == [0] * 20 + [60]
    telegram.say(town.ann, "/start")
    assert [await send(town.ann.id) for _ in range(6)] == [0] * 5 + [1]
    clock.pass_(seconds=1)
    assert [await send(town.ann.id) for _ in range(2)] == [0, 1]
    clock.pass_(minutes=2)
    assert [await send(town.ann.id) for _ in range(6)] == [0] * 5 + [1]
    assert await send(town.flat.id) == 0


async def test_thirty_messages_a_second_in_all(clock: Time) -> None:
    telegram = Telegram(now=clock, limits=True)
    town = a_small_town(telegram)
    clubs = [telegram.new_chat("group", str(number), town.ann) for number in range(31)]
    for club in clubs:
        telegram.add_bot(club, town.ann)
    for club in clubs[:30]:
        await telegram.call("sendMessage", {"chat_id": club.id, "text": "x"})
    with pytest.raises(Refusal, match="retry after 1"):
        await telegram.call("sendMessage", {"chat_id": clubs[30].id, "text": "x"})


async def test_changes_wake_who_waits(telegram: Telegram, town: Town) -> None:
    waiting = asyncio.create_task(telegram.changed.wait())
    await asyncio.sleep(0)
    telegram.say(town.ann, "x")
    await waiting
