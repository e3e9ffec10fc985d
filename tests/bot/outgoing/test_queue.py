"""Order and pace: who goes first, and how fast all go together."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.outgoing.outcomes import Failed, Outcome, Sent
from bot.outgoing.pace import Lane, Limits
from bot.replies import Address, File, Say
from tests.support.outbox import ANN, BOB, EDIT, GROUP, TEXT, Stage, new_stage, say, staged
from tests.support.telegram import Call, bad, flood, unanswered, unreachable


@pytest_asyncio.fixture
async def stage() -> AsyncIterator[Stage]:
    async with staged() as made:
        yield made


async def test_order_within_a_chat_is_kept_five_at_once_and_then_one_a_second(
    stage: Stage,
) -> None:
    done = [stage.outbox.post(say(str(number)), Address(ANN)) for number in range(10)]
    await stage.clock.result(done[-1])
    assert stage.texts() == [str(number) for number in range(10)]
    moments = [round(call.at - 1000, 1) for call in stage.telegram.calls]
    assert moments == [0, 0, 0, 0, 0, 1, 2, 3, 4, 5]


async def test_answers_to_many_people_leave_in_one_moment(stage: Stage) -> None:
    done = [stage.outbox.post(TEXT, Address(chat)) for chat in range(100, 400)]
    await stage.clock.run(0)
    assert all(one.done() for one in done)


async def test_a_refused_token_is_asked_again_when_it_said_and_not_before(stage: Stage) -> None:
    stage.telegram.will("sendMessage", flood(7), flood(7))
    done = [stage.outbox.post(TEXT, Address(chat)) for chat in range(100, 102)]
    await stage.clock.run(1)
    done += [stage.outbox.post(TEXT, Address(chat)) for chat in range(102, 200)]
    await stage.clock.run(5.9)
    assert len(stage.telegram.calls) == 2
    await stage.clock.run(0.2)
    assert all(one.done() for one in done)


async def test_order_survives_a_failure_that_is_tried_again(stage: Stage) -> None:
    stage.telegram.will("sendMessage", unreachable(), unreachable())
    done = [stage.outbox.post(say(text), Address(ANN)) for text in ("one", "two")]
    await stage.clock.result(done[-1])
    assert stage.texts() == ["one", "one", "one", "two"]


async def test_a_stuck_chat_holds_up_nobody(stage: Stage) -> None:
    release = asyncio.Event()
    stage.telegram.will("sendMessage", release)
    stuck = stage.outbox.post(TEXT, Address(ANN))
    await stage.clock.run(0)
    assert await stage.outcome(address=Address(BOB)) == Sent(501)
    assert not stuck.done()
    release.set()
    assert await stage.clock.result(stuck) == Sent(502)


async def test_answers_overtake_reminders_and_these_overtake_digests(stage: Stage) -> None:
    for chat in range(100, 400):
        stage.outbox.post(say("digest"), Address(chat), lane=Lane.DIGEST)
    await stage.clock.run(2)
    asked = stage.clock.now
    await stage.outcome(say("answer"), Address(ANN))
    answered = stage.clock.now
    await stage.outcome(say("reminder"), Address(BOB), Lane.REMINDER)
    assert answered == asked
    assert stage.clock.now - asked <= 0.05


async def test_an_answer_overtakes_a_reminder_in_its_own_chat(stage: Stage) -> None:
    bulk = [stage.outbox.post(say("bulk"), Address(ANN), lane=Lane.REMINDER) for _ in range(5)]
    await stage.clock.run(0.5)
    await stage.outcome(say("answer"))
    assert stage.texts() == ["bulk", "answer"]
    await stage.clock.result(bulk[-1])
    assert len(stage.texts()) == 6


async def test_bulk_of_a_chat_waits_for_its_answers_and_a_second_more(stage: Stage) -> None:
    for _ in range(5):
        stage.outbox.post(say("answer"), Address(ANN))
    bulk = stage.outbox.post(say("bulk"), Address(ANN), lane=Lane.REMINDER)
    await stage.clock.run(0.1)
    stage.outbox.post(say("late answer"), Address(ANN))
    await stage.clock.result(bulk)
    *_, answer, reminder = [call for call in stage.telegram.calls if call.chat == ANN]
    assert (answer.text, reminder.text) == ("late answer", "bulk")
    assert reminder.at - answer.at >= 1


async def test_an_answer_does_not_wait_for_the_timer_of_bulk() -> None:
    async with staged(Limits(whole=2, bulk=1)) as stage:
        stage.outbox.post(TEXT, Address(100))
        await stage.clock.run(0.6)
        for chat in (101, 102):
            stage.outbox.post(TEXT, Address(chat), lane=Lane.DIGEST)
        await stage.clock.run(0.2)
        await stage.outcome()
        assert stage.clock.now == pytest.approx(1000.8)


async def test_bulk_leaves_at_its_rate(stage: Stage) -> None:
    done = [stage.outbox.post(TEXT, Address(chat), lane=Lane.REMINDER) for chat in range(100, 600)]
    await stage.clock.result(done[-1])
    assert 17 < stage.clock.now - 1000 <= 17.4


@pytest.mark.parametrize(
    ("reply", "method"),
    [
        (TEXT, "sendMessage"),
        (say("a", file=File("photo", "f", "u")), "sendPhoto"),
        (say("a", file=File("document", "f", "u")), "sendDocument"),
    ],
)
@pytest.mark.parametrize("bulk", [29, 30, 31, 1000])
async def test_above_thirty_a_second_bulk_is_paid_for_and_answers_are_not(
    bulk: int, reply: Say, method: str
) -> None:
    async with staged(Limits(bulk=bulk)) as stage:
        for lane in Lane:
            await stage.outcome(reply, Address(lane + 1), lane)
        paid = [call.data.get("allow_paid_broadcast") for call in stage.telegram.of(method)]
        assert paid == [None, *[True if bulk > 30 else None] * (len(Lane) - 1)]


async def test_where_telegram_does_not_take_the_pay_reminders_leave_without() -> None:
    async with staged(Limits(bulk=1000)) as stage:
        stage.telegram.will("sendMessage", bad("however it says that no Stars are left"))
        for moment in (0, 30, 60):
            await stage.clock.run(moment)
            assert isinstance(await stage.outcome(lane=Lane.REMINDER), Sent)
        paid = ["allow_paid_broadcast" in call.data for call in stage.telegram.calls]
        assert paid == [True, False, False, True]


@pytest.mark.parametrize(("words", "times"), [("chat not found", 1), ("can't parse entities", 2)])
async def test_what_is_refused_for_another_reason_is_refused_unpaid_too(
    words: str, times: int
) -> None:
    async with staged(Limits(bulk=1000)) as stage:
        stage.telegram.will("sendMessage", *[bad(words)] * times)
        assert not isinstance(await stage.outcome(lane=Lane.REMINDER), Sent)
        assert isinstance(await stage.outcome(address=Address(BOB), lane=Lane.REMINDER), Sent)


async def test_bulk_leaves_at_a_thousand_a_second_where_that_is_paid_for() -> None:
    async with staged(Limits(bulk=1000)) as stage:
        crowd = range(100, 3100)
        done = [stage.outbox.post(TEXT, Address(chat), lane=Lane.REMINDER) for chat in crowd]
        await stage.clock.result(done[-1])
        assert 2.9 < stage.clock.now - 1000 <= 3.2


POSTS = st.lists(
    st.tuples(
        st.sampled_from([0.0, 0.0, 0.0, 0.01, 0.3]),  # seconds since the one before
        st.sampled_from([*range(1, 30), GROUP]),
        st.sampled_from(Lane),
        st.booleans(),
        st.sampled_from(["", "", "", "flood", "unreachable", "unanswered"]),
    ),
    max_size=150,
)


@settings(derandomize=True, max_examples=25, deadline=None)
@given(POSTS)
def test_whatever_is_posted_the_limits_hold_and_every_future_ends(
    posts: list[tuple[float, int, Lane, bool, str]],
) -> None:
    asyncio.run(_crowd(posts))


async def _crowd(posts: list[tuple[float, int, Lane, bool, str]]) -> None:
    stage = new_stage()
    made = {"flood": lambda: flood(2), "unreachable": unreachable, "unanswered": unanswered}
    done: list[asyncio.Future[Outcome]] = []
    for pause, chat, lane, pressed, trouble in posts:
        await stage.clock.run(pause)
        if trouble:
            stage.telegram.will("sendMessage", made[trouble]())
        address = Address(chat, pressed=8, query_id="q") if pressed else Address(chat)
        done.append(stage.outbox.post(EDIT, address, lane=lane))
    outcomes = [await stage.clock.result(future) for future in done]
    await stage.clock.run(5)
    assert all(isinstance(outcome, (Sent, Failed)) for outcome in outcomes)
    _check_limits(stage.telegram.calls)
    presses = len(stage.telegram.of("answerCallbackQuery"))
    assert presses == sum(pressed for *_, pressed, _ in posts)
    await stage.outbox.close(0)
    assert asyncio.all_tasks() == {asyncio.current_task()}


def _check_limits(calls: list[Call]) -> None:
    by_chat: dict[int, list[float]] = defaultdict(list)
    for call in calls:
        if call.method == "sendMessage" and call.chat != GROUP:
            by_chat[call.chat].append(call.at)
    for chat in by_chat.values():
        for number, at in enumerate(chat):  # a burst of five, and one a second
            assert all(sum(at <= one < at + s for one in chat[number:]) <= 4 + s for s in (1, 5))
    group = sorted(call.at for call in calls if call.data.get("chat_id") == GROUP)
    assert all(later - earlier > 59.999 for earlier, later in zip(group, group[20:], strict=False))
