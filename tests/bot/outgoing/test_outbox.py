"""Presses, refusals, failures and the end: what the outbox makes of Telegram's answers."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from functools import partial
from itertools import pairwise

import pytest
import pytest_asyncio
from markupsafe import Markup
from structlog.testing import capture_logs

from bot.outgoing.outcomes import (
    Blocked,
    Failed,
    Gone,
    Kicked,
    Moved,
    Nothing,
    Outcome,
    Sent,
    TopicGone,
    message_id_of,
)
from bot.outgoing.pace import Lane
from bot.replies import Address, Ask, File, Notice, React, Say
from tests.support.outbox import ANN, BOB, EDIT, GROUP, PRESSED, TEXT, Stage, say, staged
from tests.support.telegram import Answer, bad, flood, ok, refused, unanswered, unreachable


@pytest_asyncio.fixture
async def stage() -> AsyncIterator[Stage]:
    async with staged() as made:
        yield made


def ok_message(message_id: int) -> Answer:
    return ok({"message_id": message_id, "date": 1, "chat": {"id": ANN, "type": "private"}})


# Presses


async def test_a_press_is_answered_with_its_notice(stage: Stage) -> None:
    reply = Notice("n" * 250, alert=True)
    assert await stage.outcome(reply, Address(ANN, pressed=8, query_id="q")) == Nothing()
    await stage.clock.run(1)
    (call,) = stage.telegram.calls
    assert call.data == {"callback_query_id": "q", "text": "n" * 200, "show_alert": True}


async def test_a_press_is_answered_once_and_at_once_while_the_edit_waits(stage: Stage) -> None:
    for _ in range(20):
        stage.outbox.post(EDIT, Address(GROUP, pressed=8))
    await stage.clock.run(30)
    edited = stage.outbox.post(EDIT, Address(GROUP, pressed=8, query_id="q"))
    await stage.clock.run(0.01)
    (press,) = stage.telegram.of("answerCallbackQuery")
    assert press.data == {"callback_query_id": "q", "show_alert": False}
    assert not edited.done()
    assert await stage.clock.result(edited) == Sent(8)
    assert len(stage.telegram.of("answerCallbackQuery")) == 1


async def test_a_press_that_is_too_old_is_no_error(stage: Stage) -> None:
    words = "query is too old and response timeout expired or query ID is invalid"
    stage.telegram.will("answerCallbackQuery", bad(words))
    with capture_logs() as logs:
        assert await stage.outcome(EDIT, Address(ANN, pressed=8, query_id="q")) == Sent(8)
        await stage.clock.run(60)
    assert len(stage.telegram.of("answerCallbackQuery")) == 1
    assert logs == []


async def test_a_press_is_answered_again_when_the_network_fails(stage: Stage) -> None:
    stage.telegram.will("answerCallbackQuery", unreachable(), unanswered())
    await stage.outcome(EDIT, Address(ANN, pressed=8, query_id="q"))
    await stage.clock.run(10)
    assert len(stage.telegram.of("answerCallbackQuery")) == 3


async def test_a_press_is_given_up_when_telegram_has_forgotten_it(stage: Stage) -> None:
    stage.telegram.will("answerCallbackQuery", *[unreachable() for _ in range(50)])
    with capture_logs() as logs:
        await stage.outcome(EDIT, Address(ANN, pressed=8, query_id="q"))
        await stage.clock.run(60)
    assert stage.telegram.of("answerCallbackQuery")[-1].at <= 1015
    assert [line["event"] for line in logs] == ["a press was not answered"]


# What Telegram refuses


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        (refused(403, "Forbidden: bot was blocked by the user"), Blocked()),
        (refused(403, "Forbidden: user is deactivated"), Blocked()),
        (refused(403, "Forbidden: bot can't initiate conversation with a user"), Blocked()),
        (refused(403, "Forbidden: bot can't send messages to bots"), Blocked()),
        (refused(403, "Forbidden: bot was kicked from the supergroup chat"), Kicked()),
        (refused(403, "Forbidden: bot was kicked from the group chat"), Kicked()),
        (refused(403, "Forbidden: bot is not a member of the supergroup chat"), Kicked()),
        (refused(403, "Forbidden: the group chat was deleted"), Gone()),
        (bad("group chat was deactivated"), Gone()),
        (bad("chat not found"), Gone()),
        (bad("PEER_ID_INVALID"), Gone()),
        (
            refused(403, "Forbidden: something new"),
            Failed("Forbidden: something new", False, permanent=True),
        ),
        (
            bad("can't parse entities: x"),
            Failed("Can't parse entities: x", ambiguous=False, permanent=True),
        ),
        (refused(401, "Unauthorized"), Failed("Unauthorized", ambiguous=False)),
        (refused(404, "Not Found"), Failed("Not Found", ambiguous=False)),
        (refused(409, "Conflict: x"), Failed("Conflict: x", ambiguous=False)),
    ],
)
@pytest.mark.parametrize("lane", [Lane.ANSWER, Lane.REMINDER])
async def test_refusals_are_not_repeated(
    stage: Stage, answer: Answer, outcome: Outcome, lane: Lane
) -> None:
    stage.telegram.will("sendMessage", answer)
    assert await stage.outcome(lane=lane) == outcome
    await stage.clock.run(600)
    assert len(stage.telegram.calls) == 1


UNCLEAR = [
    (refused(500, "Internal Server Error"), "Internal Server Error"),
    (refused(502, "Bad Gateway"), "Bad Gateway"),
    (unanswered(), "Timed out"),
]


@pytest.mark.parametrize(("answer", "reason"), UNCLEAR)
@pytest.mark.parametrize("lane", [Lane.REMINDER, Lane.DIGEST])
async def test_bulk_that_may_have_arrived_is_for_its_poster_to_repeat(
    stage: Stage, answer: Answer, reason: str, lane: Lane
) -> None:
    stage.telegram.will("sendMessage", answer)
    assert await stage.outcome(lane=lane) == Failed(reason, ambiguous=True)
    await stage.clock.run(600)
    assert len(stage.telegram.calls) == 1


@pytest.mark.parametrize(("answer", "reason"), UNCLEAR)
@pytest.mark.parametrize(
    ("reply", "method"),
    [
        (TEXT, "sendMessage"),
        (say("a", file=File("photo", "f", "u")), "sendPhoto"),
        (say("a", file=File("document", "f", "u")), "sendDocument"),
    ],
)
async def test_an_answer_that_may_have_arrived_leaves_once_more_and_not_a_third_time(
    stage: Stage, answer: Answer, reason: str, reply: Say, method: str
) -> None:
    stage.telegram.will(method, answer)
    assert await stage.outcome(reply) == Sent(501)
    stage.telegram.will(method, answer, answer)
    assert await stage.outcome(reply) == Failed(reason, ambiguous=True)
    await stage.clock.run(600)
    assert len(stage.telegram.of(method)) == 4


async def test_each_message_of_an_answer_has_its_own_second_try(stage: Stage) -> None:
    stage.telegram.will("sendMessage", unanswered(), *([ok_message(7), unanswered()] * 2))
    outcome = await stage.outcome(say("a", more=(say("b"), say("c"))))
    assert outcome == Sent(7, more=(Sent(7), Sent(501)))


async def test_between_two_unclear_tries_those_that_never_left_do_not_count(stage: Stage) -> None:
    never = [unreachable() for _ in range(60)]  # longer than an answer is tried at all
    stage.telegram.will("sendMessage", unanswered(), *never, flood(300), unanswered())
    assert await stage.outcome() == Failed("Timed out", ambiguous=True)
    assert stage.clock.now > 1000 + 400
    await stage.clock.run(600)
    assert len(stage.telegram.calls) == 63


async def test_what_is_refused_after_an_unclear_try_may_be_there(stage: Stage) -> None:
    stage.telegram.will("sendMessage", unanswered(), refused(401, "Unauthorized"))
    assert await stage.outcome() == Failed("Unauthorized", ambiguous=True)


async def test_a_group_that_moved_gets_the_message_at_its_new_id(stage: Stage) -> None:
    moved = refused(
        400,
        "Bad Request: group chat was upgraded to a supergroup chat",
        migrate_to_chat_id=-1001,
    )
    stage.telegram.will("sendMessage", moved)
    outcome = await stage.outcome(say("a", more=(say("b"),)), Address(GROUP))
    assert outcome == Moved(-1001, Sent(501, more=(Sent(502),)))
    assert message_id_of(outcome) == 501
    assert [(call.chat, call.text) for call in stage.telegram.calls] == [
        (GROUP, "a"),
        (-1001, "a"),
        (-1001, "b"),
    ]


async def test_a_group_that_moves_for_ever_is_given_up(stage: Stage) -> None:
    for new_id in (-1001, -1002):
        stage.telegram.will("sendMessage", refused(400, "x", migrate_to_chat_id=new_id))
    outcome = await stage.outcome(address=Address(GROUP))
    assert isinstance(outcome, Moved)
    assert isinstance(outcome.then, Failed)


@pytest.mark.parametrize("words", ["message thread not found", "TOPIC_CLOSED", "TOPIC_DELETED"])
async def test_a_topic_that_is_gone_gives_way_to_the_general_one(stage: Stage, words: str) -> None:
    stage.telegram.will("sendMessage", bad(words))
    outcome = await stage.outcome(say("a", more=(say("b"),)), Address(GROUP, topic=7))
    assert outcome == TopicGone(Sent(501, more=(Sent(502),)))
    threads = [call.data.get("message_thread_id") for call in stage.telegram.calls]
    assert threads == [7, None, None]


async def test_a_reaction_is_no_message(stage: Stage) -> None:
    stage.telegram.will("setMessageReaction", ok(True))
    reply = React(say("done"))
    assert await stage.outcome(reply, Address(GROUP, reply_to=9)) == Nothing()
    (call,) = stage.telegram.calls
    assert call.data["message_id"] == 9
    assert call.data["reaction"] == [{"type": "emoji", "emoji": "👍"}]


@pytest.mark.parametrize(
    "words", ["REACTION_INVALID", "message to react not found", "not enough rights", "x"]
)
async def test_a_reaction_that_is_not_taken_is_said_in_words(stage: Stage, words: str) -> None:
    stage.telegram.will("setMessageReaction", bad(words))
    assert await stage.outcome(React(say("done")), Address(GROUP, reply_to=9)) == Sent(501)
    assert stage.texts() == ["done"]


async def test_twenty_messages_in_a_minute_hold_up_no_reaction(stage: Stage) -> None:
    for _ in range(20):
        stage.outbox.post(say("a"), Address(GROUP))
    await stage.clock.run(1)
    reacting = [
        stage.outbox.post(React(say("b")), Address(GROUP, reply_to=n)) for n in range(1, 30)
    ]
    await stage.clock.run(1)
    assert all(one.done() for one in reacting)
    assert len(stage.telegram.of("setMessageReaction")) == 29


async def test_a_reaction_is_tried_again_after_silence_and_429(stage: Stage) -> None:
    stage.telegram.will("setMessageReaction", unanswered(), flood(3), unreachable(), ok(True))
    assert await stage.outcome(React(say("done")), Address(GROUP, reply_to=9)) == Nothing()
    assert len(stage.telegram.of("setMessageReaction")) == 4


async def test_a_question_in_a_topic_that_is_gone_quotes_nothing(stage: Stage) -> None:
    stage.telegram.will("sendMessage", bad("TOPIC_CLOSED"))
    await stage.outcome(Ask(Markup("a"), "title"), Address(GROUP, topic=7, reply_to=9))
    quotes = ["reply_parameters" in call.data for call in stage.telegram.calls]
    assert quotes == [True, False]  # a quote would lead back into the topic


async def test_the_general_topic_closed_too_is_a_failure(stage: Stage) -> None:
    stage.telegram.will("sendMessage", bad("TOPIC_CLOSED"), bad("TOPIC_CLOSED"))
    outcome = await stage.outcome(address=Address(GROUP, topic=7))
    assert outcome == TopicGone(Failed("Topic_closed", ambiguous=False, permanent=True))


# Trying again


async def test_429_pauses_the_chat_and_nobody_else(stage: Stage) -> None:
    stage.telegram.will("sendMessage", flood(30))
    paused = stage.outbox.post(say("first"), Address(ANN))
    second = stage.outbox.post(EDIT, PRESSED)
    await stage.clock.run(0)
    await stage.outcome(address=Address(BOB))
    assert stage.clock.now == 1000
    assert await stage.clock.result(paused) == Sent(502)
    assert stage.clock.now >= 1030
    assert await stage.clock.result(second) == Sent(8)


async def test_429_of_two_chats_pauses_everybody(stage: Stage) -> None:
    stage.telegram.will("sendMessage", flood(10), flood(12))
    done = [stage.outbox.post(TEXT, Address(chat)) for chat in (ANN, BOB)]
    assert stage.outbox.pause == 0
    await stage.clock.run(1)
    assert stage.outbox.pause == pytest.approx(9), "which other processes are told"
    await stage.outcome(address=Address(3))
    assert stage.clock.now >= 1010
    assert [type(await stage.clock.result(one)) for one in done] == [Sent, Sent]


async def test_an_answer_survives_a_long_flood(stage: Stage) -> None:
    stage.telegram.will("sendMessage", *[flood(35)] * 3)
    assert await stage.outcome() == Sent(501)
    assert 1105 <= stage.clock.now < 1107


async def test_a_reminder_does_not_outwait_its_lease(stage: Stage) -> None:
    stage.telegram.will("sendMessage", flood(300))
    outcome = await stage.outcome(lane=Lane.REMINDER)
    assert outcome == Failed("too many requests", ambiguous=False, retry_after=300)
    outcome = await stage.outcome(lane=Lane.REMINDER)
    assert outcome == Failed("paused for 300 s", ambiguous=False, retry_after=300)
    assert len(stage.telegram.calls) == 1


async def test_what_was_never_sent_is_tried_again_more_slowly_and_still_every_few_seconds(
    stage: Stage,
) -> None:
    stage.telegram.will("sendMessage", *[unreachable() for _ in range(6)])
    assert await stage.outcome() == Sent(501)
    moments = [call.at for call in stage.telegram.calls]
    gaps = [round(later - earlier, 3) for earlier, later in pairwise(moments)]
    assert gaps == [0.5, 1, 2, 2.5, 2.5, 2.5]


async def test_an_answer_is_tried_for_two_minutes_and_bulk_for_one(stage: Stage) -> None:
    stage.telegram.will("sendMessage", *[unreachable() for _ in range(100)])
    assert await stage.outcome() == Failed("not sent", ambiguous=False)
    assert 1120 <= stage.clock.now <= 1140
    started = stage.clock.now
    assert await stage.outcome(lane=Lane.DIGEST) == Failed("not sent", ambiguous=False)
    assert stage.clock.now - started <= 61


async def test_an_edit_may_be_repeated_after_silence(stage: Stage) -> None:
    stage.telegram.will("editMessageText", unanswered(), bad("message is not modified"))
    assert await stage.outcome(EDIT, PRESSED) == Nothing()


# Closing


async def test_closing_lets_answers_leave_and_bulk_stay(stage: Stage) -> None:
    answers = [stage.outbox.post(say(text), Address(ANN)) for text in "1234567"]
    bulk = [stage.outbox.post(say("bulk"), Address(BOB), lane=Lane.DIGEST) for _ in range(3)]
    await stage.clock.run(0.2)
    closing = asyncio.ensure_future(stage.outbox.close(10))
    await stage.clock.run(9)
    assert closing.done()
    assert sorted(stage.texts()) == [*"1234567", "bulk"]
    assert [type(one.result()) for one in answers] == [Sent] * 7
    assert [one.result() for one in bulk[1:]] == [Failed("closing", ambiguous=False)] * 2
    assert await stage.outbox.post(TEXT, Address(ANN)) == Failed("closing", ambiguous=False)


async def test_closing_waits_for_bulk_that_is_in_flight(stage: Stage) -> None:
    release = asyncio.Event()
    stage.telegram.will("sendMessage", release)
    bulk = [stage.outbox.post(TEXT, Address(ANN), lane=Lane.REMINDER) for _ in range(2)]
    await stage.clock.run(0)
    closing = asyncio.ensure_future(stage.outbox.close(10))
    await stage.clock.run(1)
    assert not closing.done()
    release.set()
    await stage.clock.run(1)
    assert closing.done()
    assert [one.result() for one in bulk] == [Sent(501), Failed("closing", ambiguous=False)]


async def test_after_the_grace_what_is_in_flight_is_ambiguous(stage: Stage) -> None:
    stage.telegram.will("sendMessage", asyncio.Event())
    done = [stage.outbox.post(TEXT, Address(ANN)) for _ in range(2)]
    await stage.clock.run(0)
    closing = asyncio.ensure_future(stage.outbox.close(5))
    await stage.clock.run(6)
    assert closing.done()
    assert [one.result() for one in done] == [
        Failed("closing", ambiguous=True),
        Failed("closing", ambiguous=False),
    ]


async def test_what_was_posted_a_moment_before_closing_ends_too(stage: Stage) -> None:
    bulk = stage.outbox.post(TEXT, Address(ANN), lane=Lane.DIGEST)
    await stage.outbox.close(1)
    assert bulk.result() == Failed("closing", ambiguous=False)


# Robustness


async def test_bulk_that_is_called_back_is_not_sent_and_the_next_one_is(stage: Stage) -> None:
    texts = ("one", "two", "three", "four")
    done = [stage.outbox.post(say(text), Address(ANN), lane=Lane.DIGEST) for text in texts]
    await stage.clock.run(0.5)
    done[1].cancel()  # waits for its turn
    done[2].cancel()  # waits in the queue
    await stage.clock.result(done[3])
    assert stage.texts() == ["one", "four"]


@pytest.mark.parametrize("lane", [Lane.ANSWER, Lane.REMINDER])
async def test_what_another_process_may_have_taken_over_is_not_sent(
    stage: Stage, lane: Lane
) -> None:
    """The process was frozen between a claim and its turn: what it has of others leaves."""
    claims = (True, False, True)
    done = [
        stage.outbox.post(say(text), Address(chat), lane=lane, still=partial(bool, holds))
        for text, chat, holds in zip(("one", "two", "three"), (ANN, BOB, 3), claims, strict=True)
    ]
    await stage.clock.result(done[2])
    assert stage.texts() == ["one", "three"]
    lapsed = await stage.clock.result(done[1])
    assert isinstance(lapsed, Failed)
    assert (lapsed.lapsed, lapsed.ambiguous) == (True, False)


async def test_an_answer_leaves_though_nobody_waits_for_it(stage: Stage) -> None:
    done = [stage.outbox.post(say(text), Address(ANN)) for text in ("one", "two", "three")]
    done[0].cancel()
    done[1].cancel()
    await stage.clock.result(done[2])
    assert stage.texts() == ["one", "two", "three"]


async def test_whoever_waited_may_be_gone(stage: Stage) -> None:
    release = asyncio.Event()
    stage.telegram.will("sendMessage", release)
    first = stage.outbox.post(TEXT, Address(ANN))
    await stage.clock.run(0)
    first.cancel()
    release.set()
    assert await stage.outcome() == Sent(502)


async def test_a_reply_that_breaks_something_stops_nothing(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patch, capture_logs() as logs:
        patch.setattr("bot.outgoing.outbox.new_messages", broken)
        assert await stage.outcome() == Failed("internal error", ambiguous=False)
    assert logs[0]["event"] == "a reply could not be sent"
    assert logs[0]["log_level"] == "error"
    assert await stage.outcome() == Sent(501)


async def test_failures_are_logged_without_the_words_of_people(stage: Stage) -> None:
    stage.telegram.will("sendMessage", *[refused(502, "Bad Gateway")] * 2)
    with capture_logs() as logs:
        await stage.outcome(say("my secret"))
    assert logs == [
        {
            "event": "not sent",
            "log_level": "warning",
            "chat_id": ANN,
            "lane": "answer",
            "reason": "Bad Gateway",
            "ambiguous": True,
        }
    ]
