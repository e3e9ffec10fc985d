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
from bot.replies import Address
from tests.support.outbox import ANN, BOB, EDIT, GROUP, TEXT, Stage, new_stage, say, staged
from tests.support.telegram import Call, flood, unanswered, unreachable


@pytest_asyncio.fixture
async def stage() -> AsyncIterator[Stage]:
    async with staged() as made:
        yield made


async def test_order_within_a_chat_is_kept_in_a_burst_and_at_one_a_second(stage: Stage) -> None:
    done = [stage.outbox.post(say(str(number)), Address(ANN)) for number in range(10)]
    await stage.clock.result(done[-1])
    assert stage.texts() == [str(number) for number in range(10)]
    moments = [call.at for call in stage.telegram.calls]
    assert [round(at - moments[0]) for at in moments] == [0, 0, 0, 0, 0, 1, 2, 3, 4, 5]


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


async def test_two_in_line_for_one_chat_still_keep_its_second(stage: Stage) -> None:
    for chat in range(100, 129):
        stage.outbox.post(TEXT, Address(chat), lane=Lane.REMINDER)
    await stage.clock.run(0)  # bulk of this second is used up: it stands in line
    bulk = stage.outbox.post(say("bulk"), Address(ANN), lane=Lane.REMINDER)
    await stage.clock.run(0.1)
    stage.outbox.post(say("answer"), Address(ANN))
    await stage.clock.result(bulk)
    answer, reminder = [call for call in stage.telegram.calls if call.chat == ANN]
    assert (answer.text, reminder.text) == ("answer", "bulk")
    assert reminder.at - answer.at >= 1


async def test_an_answer_does_not_wait_for_the_timer_of_bulk() -> None:
    async with staged(Limits(whole=2, bulk=1)) as stage:
        for chat in (101, 102):
            stage.outbox.post(TEXT, Address(chat), lane=Lane.DIGEST)
        await stage.clock.run(0.2)
        await stage.outcome()
        assert stage.clock.now == pytest.approx(1000.2)


async def test_bulk_leaves_at_its_rate(stage: Stage) -> None:
    done = [stage.outbox.post(TEXT, Address(chat), lane=Lane.REMINDER) for chat in range(100, 600)]
    await stage.clock.result(done[-1])
    assert 17 < stage.clock.now - 1000 <= 17.4


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
        if call.method == "sendMessage":
            by_chat[call.chat].append(call.at)
    for chat, moments in by_chat.items():
        if chat > 0:  # a burst of five, and one more each second
            ordered = sorted(moments)
            assert all(at - first > 0.999 for first, at in zip(ordered, ordered[5:], strict=False))
    group = sorted(call.at for call in calls if call.data.get("chat_id") == GROUP)
    assert all(later - earlier > 59.999 for earlier, later in zip(group, group[20:], strict=False))
