"""Answers that a group has no room for are joined, in their order, and none is lost."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Sequence
from itertools import pairwise

import pytest_asyncio
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from bot.outgoing.markup import MESSAGE_LIMIT, units
from bot.outgoing.outcomes import Outcome, Sent, final_of
from bot.replies import Address, Ask, Button, File, Reply, Say
from tests.support.outbox import ANN, GROUP, Some, Stage, edit, new_stage, say, staged
from tests.support.telegram import bad, flood, unanswered

LIMIT = 20  # messages of a minute


@pytest_asyncio.fixture
async def stage() -> AsyncIterator[Stage]:
    async with staged() as made:
        yield made


def post(
    stage: Stage, reply: Reply, update_id: int = 0, *, chat: int = GROUP, topic: int = 0
) -> asyncio.Future[Outcome]:
    return stage.outbox.post(reply, Address(chat, topic), update_id=update_id)


async def all_of(stage: Stage, posted: Sequence[asyncio.Future[Outcome]]) -> list[Outcome]:
    return [await stage.clock.result(one) for one in posted]


async def test_the_first_twenty_leave_at_once_and_the_rest_in_one_message(stage: Stage) -> None:
    posted = [post(stage, say(f"a{number}"), number) for number in range(60)]
    await stage.clock.run(1)
    assert stage.texts() == [f"a{number}" for number in range(20)]
    outcomes = await all_of(stage, posted)
    assert stage.texts()[20:] == ["\n\n".join(f"a{number}" for number in range(20, 60))]
    assert {final_of(one) for one in outcomes[20:]} == {
        Sent(stage_id(stage), together=tuple(range(20, 60)))
    }


def stage_id(stage: Stage) -> int:
    """The id of the newest message."""
    return 500 + len(stage.telegram.of("sendMessage"))


async def test_a_person_gets_each_answer_alone(stage: Stage) -> None:
    await all_of(stage, [post(stage, say(f"a{n}"), n, chat=ANN) for n in range(9)])
    assert stage.texts() == [f"a{n}" for n in range(9)]


async def test_each_part_keeps_the_one_button_that_tells_what_it_is_about(stage: Stage) -> None:
    button = Button("Undo", press=Some())
    for n in range(30):
        reply = say(f"a{n}", keyboard=((button,),), brief=Button(f"✏️ {n}", press=Some(str(n))))
        last = post(stage, reply, n)
    await stage.clock.result(last)
    keyboard = stage.telegram.of("sendMessage")[-1].data["reply_markup"]["inline_keyboard"]
    assert [key["text"] for row in keyboard for key in row] == [f"✏️ {n}" for n in range(20, 30)]


async def test_what_needs_a_message_of_its_own_gets_it_in_its_place(stage: Stage) -> None:
    for n in range(20):
        post(stage, say(f"a{n}"), n)
    behind: list[Say | Ask] = [say("b1"), say("b2"), Ask(Markup("when?"), ""), say("b3"), say("b4")]
    behind += [say("with a file", file=File("photo", "f", "u")), say("b5")]
    await all_of(stage, [post(stage, one, 30 + n) for n, one in enumerate(behind)])
    calls = [call for call in stage.telegram.calls if call.method.startswith("send")]
    assert [call.text for call in calls[20:]] == [
        *("b1\n\nb2", "when?", "b3\n\nb4", "with a file", "b5")
    ]


async def test_topics_stay_apart(stage: Stage) -> None:
    for n in range(20):
        post(stage, say(f"a{n}"), n)
    waiting = [post(stage, say(f"b{n}"), 30 + n, topic=5 + n % 2) for n in range(6)]
    await all_of(stage, waiting)
    calls = stage.telegram.of("sendMessage")[20:]
    assert [(one.text, one.data["message_thread_id"]) for one in calls] == [
        ("b0\n\nb2\n\nb4", 5),
        ("b1\n\nb3\n\nb5", 6),
    ]


async def test_of_several_changes_of_a_message_the_last_is_made(stage: Stage) -> None:
    for n in range(20):
        post(stage, say(f"a{n}"), n)
    where = [Address(GROUP, pressed=7 + n % 2) for n in range(6)]
    posted = [stage.outbox.post(edit(f"e{n}"), one) for n, one in enumerate(where)]
    assert await all_of(stage, posted) == [Sent(7 + n % 2) for n in range(6)]
    calls = stage.telegram.of("editMessageText")
    assert [(one.text, one.data["message_id"]) for one in calls] == [("e4", 7), ("e5", 8)]


async def test_what_another_process_has_filled_is_joined_too(stage: Stage) -> None:
    """This process knows of no message in the group, and Telegram refuses the first."""
    stage.telegram.will("sendMessage", flood(40))
    await all_of(stage, [post(stage, say(f"a{n}"), n) for n in range(5)])
    assert stage.texts() == ["a0", "a0\n\na1\n\na2\n\na3\n\na4"]


async def test_what_may_have_arrived_takes_nothing_more_along(stage: Stage) -> None:
    stage.telegram.will("sendMessage", *[flood(40), unanswered()])
    waiting = [post(stage, say("a0"), 0), post(stage, say("a1"), 1)]
    await stage.clock.run(40.5)
    waiting.append(post(stage, say("a2"), 2))
    await all_of(stage, waiting)
    assert stage.texts() == ["a0", "a0\n\na1", "a0\n\na1", "a2"]


async def test_what_telegram_refuses_together_goes_alone(stage: Stage) -> None:
    for n in range(20):
        post(stage, say(f"a{n}"), n)
    await stage.clock.run(1)
    stage.telegram.will("sendMessage", bad("can't parse entities: x"))
    outcomes = await all_of(stage, [post(stage, say(f"b{n}"), 30 + n) for n in range(3)])
    assert stage.texts()[20:] == ["b0\n\nb1\n\nb2", "b0", "b1", "b2"]
    assert all(isinstance(one, Sent) and not one.together for one in outcomes)


async def test_no_message_is_too_long(stage: Stage) -> None:
    texts = [f"{n} " + "ä" * 900 for n in range(40)]
    await all_of(stage, [post(stage, say(text), n) for n, text in enumerate(texts)])
    said = stage.texts()
    assert "\n\n".join(said).split("\n\n") == texts
    assert max(units(text) for text in said) <= MESSAGE_LIMIT
    assert len(said) == 20 + 5


# Whatever is said, and whenever

REPLIES = st.sampled_from(["say", "say", "say", "ask", "edit", "edit other"])
BURSTS = st.lists(
    st.tuples(REPLIES, st.sampled_from([0, 0, 0, 9]), st.sampled_from([0.0, 0.0, 0.3, 4.0, 30.0])),
    min_size=20,
    max_size=90,
)


@settings(max_examples=30, deadline=None)
@given(BURSTS)
def test_every_answer_arrives_once_in_its_order_and_within_the_limit(
    burst: list[tuple[str, int, float]],
) -> None:
    asyncio.run(_arrive(burst))


async def _arrive(burst: list[tuple[str, int, float]]) -> None:
    stage, posted = new_stage(), []
    for number, (kind, topic, pause) in enumerate(burst):
        reply, where = _made(kind, number), Address(GROUP, topic)
        if kind.startswith("edit"):
            where = Address(GROUP, topic, pressed=7 if kind == "edit" else 8)
        posted.append(stage.outbox.post(reply, where, update_id=number))
        await stage.clock.run(pause)
    assert all(isinstance(one, Sent) for one in await all_of(stage, posted))
    calls = stage.telegram.calls
    times = sorted(call.at for call in calls)
    assert all(later - first >= 60 for first, later in zip(times, times[LIMIT:], strict=False))
    said: defaultdict[int, list[int]] = defaultdict(list)
    for call in calls:
        if call.method == "sendMessage":
            parts = [int(part) for part in call.text.split("\n\n")]
            said[call.data.get("message_thread_id", 0)] += parts
    for topic in (0, 9):
        meant = [n for n, one in enumerate(burst) if one[:2] in {("say", topic), ("ask", topic)}]
        assert said[topic] == meant
    for kind, message in (("edit", 7), ("edit other", 8)):
        changes = [int(one.text) for one in calls if one.data.get("message_id") == message]
        assert all(earlier < later for earlier, later in pairwise(changes))
        made = [n for n, one in enumerate(burst) if one[0] == kind]
        assert changes[-1:] == made[-1:]
    await stage.outbox.close(0)


def _made(kind: str, number: int) -> Reply:
    if kind == "say":
        return Say(Markup("{}").format(number))
    return Ask(Markup("{}").format(number), "") if kind == "ask" else edit(str(number))
