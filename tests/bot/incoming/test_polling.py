"""Long polling: what is confirmed, and what Telegram may answer without ending it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from structlog.testing import capture_logs
from telegram import Bot
from telegram.error import InvalidToken, NetworkError, RetryAfter, TimedOut

from bot.incoming import polling
from bot.incoming.polling import (
    ALLOWED_UPDATES,
    CONFLICT_DELAY,
    LONGEST_CONFLICT,
    LONGEST_DELAY,
    QUICK_PAUSE,
    Backoff,
    Polling,
    insist,
)
from tests.support.telegram import Answer, Scripted, ok, refused


def updates(*found: Any) -> Answer:
    return ok(list(found))


def update(number: int) -> dict[str, Any]:
    return {"update_id": number, "message": {"text": "hello"}}


class Turns:
    """Whose turn it is, as a test says."""

    def __init__(self) -> None:
        self.ours, self.others = asyncio.Event(), asyncio.Event()
        self.give(ours=True)

    def give(self, *, ours: bool) -> None:
        gets, loses = (self.ours, self.others) if ours else (self.others, self.ours)
        loses.clear()
        gets.set()

    @property
    def is_ours(self) -> bool:
        return self.ours.is_set()

    async def comes(self) -> None:
        await self.ours.wait()

    async def ends(self) -> None:
        await self.others.wait()


class Intake:
    """A Polling over a script; it keeps what was received and how long was slept."""

    def __init__(self, *answers: Answer) -> None:
        self.script = Scripted()
        self.script.will("getUpdates", *answers)
        self.received: list[int] = []
        self.naps: list[float] = []
        self.on_receive: Callable[[dict[str, Any]], Any] | None = None
        bot = Bot("1:x", request=self.script, get_updates_request=self.script)
        self.turn = Turns()
        self.polling = Polling(
            bot, self.receive, turn=self.turn, sleep=self.nap, jitter=lambda: 0.0
        )

    @property
    def offsets(self) -> list[int]:
        return [call.data["offset"] for call in self.script.of("getUpdates")]

    async def receive(self, update: dict[str, Any]) -> None:
        if self.on_receive is not None:
            await self.on_receive(update)
        self.received.append(update["update_id"])

    async def nap(self, seconds: float) -> None:
        self.naps.append(seconds)
        await asyncio.sleep(0)

    @asynccontextmanager
    async def running(self) -> AsyncIterator[asyncio.Task[None]]:
        task = asyncio.create_task(self.polling.run())
        try:
            yield task
        finally:
            self.polling.stop()
            self.script.will("getUpdates", updates())  # for the farewell
            await asyncio.wait_for(task, 5)

    async def to_the_end(self) -> None:
        async with self.running():
            await asyncio.wait_for(self.script.is_polled.wait(), 5)


async def test_a_batch_is_received_in_order_and_confirmed_by_the_next_call() -> None:
    intake = Intake(updates(update(7), update(8)), updates(update(9)))
    await intake.to_the_end()
    assert intake.received == [7, 8, 9]
    assert intake.offsets[:3] == [0, 9, 10]


async def test_the_call_asks_for_what_the_bot_reads() -> None:
    intake = Intake()
    await intake.to_the_end()
    call = intake.script.calls[0]
    assert call.data["allowed_updates"] == list(ALLOWED_UPDATES)
    assert call.data["timeout"] == 50


async def test_nothing_is_confirmed_before_it_is_received() -> None:
    intake = Intake(updates(update(1), update(2)))
    gate, begun = asyncio.Event(), asyncio.Event()

    async def wait_at_gate(update: dict[str, Any]) -> None:
        if update["update_id"] == 2:
            begun.set()
        await gate.wait()

    intake.on_receive = wait_at_gate
    async with intake.running():
        await begun.wait()
        for _ in range(20):
            await asyncio.sleep(0)
        assert intake.offsets == [0]
        gate.set()
        await intake.script.is_polled.wait()
    assert intake.offsets[1] == 3


async def test_updates_behind_a_failure_are_fetched_again() -> None:
    intake = Intake(updates(update(1), update(2), update(3)), updates(update(2), update(3)))
    failures = [ConnectionError("the database is away")]

    async def fail_once(update: dict[str, Any]) -> None:
        if update["update_id"] == 2 and failures:
            raise failures.pop()

    intake.on_receive = fail_once
    await intake.to_the_end()
    assert intake.offsets[:3] == [0, 2, 4]
    assert sorted(set(intake.received)) == [1, 2, 3]
    assert intake.naps
    assert intake.naps[0] > 0


async def test_one_that_takes_long_holds_up_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    """Telegram sends what is not confirmed again, and what follows it: each is done once."""
    monkeypatch.setattr(polling, "PATIENCE", 0.01)
    intake = Intake(
        updates(update(1), update(2)),
        *[updates(update(1), update(2), update(3))] * 3,
        updates(update(1), update(2), update(3), update(4)),
    )
    gate, begun = asyncio.Event(), []

    async def wait_at_gate(update: dict[str, Any]) -> None:
        begun.append(update["update_id"])
        if update["update_id"] == 1:
            await gate.wait()

    intake.on_receive = wait_at_gate
    async with intake.running():
        await intake.script.is_polled.wait()
        assert intake.received == [2, 3, 4]
        assert set(intake.offsets) <= {0, 1}
        intake.script.will("getUpdates", updates(update(1)))
        gate.set()
    assert sorted(begun) == [1, 2, 3, 4]
    assert intake.offsets[-1] == 5


async def test_a_database_that_stays_away_is_waited_for_ever_longer() -> None:
    intake = Intake(*[updates(update(1))] * 12)

    async def fail(update: dict[str, Any]) -> None:
        raise ConnectionError

    intake.on_receive = fail
    await intake.to_the_end()
    assert set(intake.offsets) <= {0, 1}
    assert intake.received == []
    assert intake.naps == sorted(intake.naps)
    assert intake.naps[-1] == LONGEST_DELAY / 2  # the jitter's lower end


@pytest.mark.parametrize(
    ("answer", "at_least"),
    [
        (refused(401, "Unauthorized"), 0.2),
        (refused(404, "Not Found"), 0.2),
        (refused(409, "Conflict: terminated by other getUpdates request"), CONFLICT_DELAY),
        (refused(429, "Too Many Requests: retry after 7", retry_after=7), 7.0),
        (refused(500, "Internal Server Error"), 0.2),
        ((502, b"<html>Bad Gateway</html>"), 0.2),
        (TimedOut("no answer"), 0.2),
        (NetworkError("refused"), 0.2),
        (RuntimeError("a bug of the transport"), 0.2),
        ((200, b"no JSON"), 0.2),
        ((200, b"\xff\xfe"), 0.2),
        ((200, b'{"ok": true, "result": {"update_id": 1}}'), 0.2),
        ((200, b'{"ok": true, "result": null}'), 0.2),
        ((200, b'{"ok": true, "result": [1, null, {"update_id": "1"}, {"a": 1}]}'), 0.2),
    ],
)
async def test_no_answer_ends_the_intake(answer: Answer, at_least: float) -> None:
    intake = Intake(answer, answer, updates(update(5)))
    await intake.to_the_end()
    assert intake.received == [5]
    assert len(intake.naps) == 2
    assert min(intake.naps) >= at_least
    assert intake.naps[1] > intake.naps[0]


async def test_an_answer_without_updates_and_without_waiting_is_no_hot_loop() -> None:
    intake = Intake(*[updates()] * 50)
    await intake.to_the_end()
    assert intake.naps == [QUICK_PAUSE] * 50


async def test_updates_without_an_id_are_left_out() -> None:
    intake = Intake(updates({"message": {}}, update(4)))
    await intake.to_the_end()
    assert intake.received == [4]
    assert intake.offsets[1] == 5


async def test_stop_ends_the_long_poll_and_confirms_the_last_batch() -> None:
    intake = Intake(updates(update(1)))
    await intake.to_the_end()
    assert intake.offsets == [0, 2, 2]
    assert intake.script.calls[-1].data["timeout"] == 0


async def test_stop_lets_what_is_in_hand_end() -> None:
    intake = Intake(updates(update(1)))
    gate, begun = asyncio.Event(), asyncio.Event()

    async def wait_at_gate(update: dict[str, Any]) -> None:
        begun.set()
        await gate.wait()

    intake.on_receive = wait_at_gate
    async with intake.running() as task:
        await begun.wait()
        intake.polling.stop()
        await asyncio.sleep(0)
        assert not task.done()
        intake.script.will("getUpdates", updates())
        gate.set()
    assert intake.received == [1]


async def test_nothing_is_fetched_while_it_is_anothers_turn() -> None:
    intake = Intake(updates(update(1)))
    intake.turn.give(ours=False)
    async with intake.running():
        for _ in range(20):
            await asyncio.sleep(0)
        assert intake.offsets == []
        intake.turn.give(ours=True)
        await asyncio.wait_for(intake.script.is_polled.wait(), 5)
        assert intake.received == [1]
        asked = len(intake.offsets)
        intake.turn.give(ours=False)
        for _ in range(20):
            await asyncio.sleep(0)
        assert len(intake.offsets) == asked
        intake.script.will("getUpdates", updates(update(2)))
        intake.turn.give(ours=True)
        for _ in range(50):
            await asyncio.sleep(0)
        assert intake.received == [1, 2]


async def test_what_comes_to_one_that_has_slept_is_left_to_the_other() -> None:
    intake = Intake()
    async with intake.running():
        await asyncio.wait_for(intake.script.is_polled.wait(), 5)
        intake.turn.ours.clear()  # the answer was there when it woke up, and its lease had ended
        intake.script.will("getUpdates", updates(update(1)))
        for _ in range(20):
            await asyncio.sleep(0)
        assert intake.received == []
        assert set(intake.offsets) == {0}


async def test_its_own_poll_that_was_cut_off_while_it_slept_tells_of_no_other_program() -> None:
    intake = Intake()
    async with intake.running():
        await asyncio.wait_for(intake.script.is_polled.wait(), 5)
        intake.turn.ours.clear()
        intake.script.will("getUpdates", refused(409, "Conflict: terminated by other getUpdates"))
        for _ in range(20):
            await asyncio.sleep(0)
        assert not intake.polling.has_rival


async def test_another_program_is_told_of_once_and_left_alone() -> None:
    taken = refused(409, "Conflict: terminated by other getUpdates request")
    intake = Intake(*[taken] * 8)
    with capture_logs() as told:
        await intake.to_the_end()
    assert [line["log_level"] for line in told].count("error") == 1
    assert intake.naps == sorted(intake.naps)
    assert intake.naps[-1] == LONGEST_CONFLICT
    assert intake.polling.has_rival


@given(st.floats(0, 1, exclude_max=True), st.integers(1, 80))
def test_back_off_doubles_up_to_its_limit(jitter: float, failures: int) -> None:
    backoff = Backoff(lambda: jitter)
    delays = [backoff.delay() for _ in range(failures)]
    assert all(0 < delay <= LONGEST_DELAY for delay in delays)
    assert delays == sorted(delays)
    backoff.reset()
    assert backoff.delay() == delays[0]


def test_a_wait_that_telegram_asks_for_is_kept() -> None:
    assert Backoff(lambda: 0.0).delay(RetryAfter(12)) >= 12


async def test_the_first_contact_is_tried_until_it_is_made() -> None:
    failures: list[Exception] = [NetworkError("x"), RetryAfter(3), InvalidToken("Not Found")]
    naps: list[float] = []

    async def call() -> str:
        if failures:
            raise failures.pop(0)
        return "me"

    async def nap(seconds: float) -> None:
        naps.append(seconds)

    assert await insist(call, what="reaching Telegram", sleep=nap) == "me"
    assert len(naps) == 3
    assert naps[1] >= 3


async def test_an_unknown_token_ends_the_first_contact() -> None:
    async def call() -> None:
        raise InvalidToken("The token was rejected by the server.") from InvalidToken(
            "Unauthorized"
        )

    with pytest.raises(InvalidToken):
        await insist(call, what="reaching Telegram")
