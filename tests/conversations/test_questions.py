"""Questions of the bot: they survive a restart and what is said in between, take only what answers
them, and groups answer by replies."""

from __future__ import annotations

import json
import re

import pytest

from bot.questions import KINDS
from bot.routes import ANSWERS, COMMANDS
from tests.support.conversations import Conversation
from tests.support.open_questions import ASKING, answer, ask, open_kinds

BUTTONS = {
    "title": ["✏️ Title"],
    "notes": ["📝 Notes"],
    "date": ["📅 Date", "⌨️"],
    "tag": ["🏷 Tags", "➕ New tag"],
    "items": ["☑️ Checklist", "➕ Add items"],
}


async def test_a_question_survives_a_restart(chat: Conversation) -> None:
    await chat.adds("ann", "Milk")
    for kind, path in BUTTONS.items():
        await chat.says("ann", "/show 1")
        for button in path:
            await chat.presses("ann", button)
        await chat.setup.restart()
        answer = {"title": "Oat milk", "date": "friday"}.get(kind, kind)
        await chat.answers("ann", answer)
    card = await chat.says("ann", "/show 1")
    for fact in ("#1 Oat milk", "📅 Fri 25 Sept", "🏷 #tag", "☐ items", "notes"):
        assert fact in card


async def test_no_command_ends_a_question(chat: Conversation) -> None:
    await chat.adds("ann", "Milk")
    for name in COMMANDS:
        if name in {"start", "timezone", "habit", "undo", "feedback", "away", "import"}:
            continue  # asks a question of its own, or takes the last title back
        await chat.says("ann", "/edit 1")
        question = chat.newest("ann")
        await chat.says("ann", f"/{name}@dueto_bot")
        await chat.says("ann", f"Oat-{name}-milk", reply_to=question)
        assert f"#1 Oat-{name}-milk" in await chat.says("ann", "/show 1"), name


FREE = sorted(kind for kind, asking in ASKING.items() if asking.is_free)
FITTING = sorted(ASKING.keys() - FREE)


@pytest.fixture
async def ann(anywhere: Conversation) -> Conversation:
    await anywhere.says("ann", "/start")
    await anywhere.says("ann", "/timezone Berlin")
    await anywhere.says("ann", "/habit water 2000 ml every day")
    await anywhere.says("ann", "/habit run every day")
    await anywhere.adds("ann", "Milk tomorrow 10:00")
    return anywhere


async def shows(chat: Conversation, kind: str, said: str) -> bool:
    """Whether an answer is seen where it has to be."""
    look = ASKING[kind].look
    return ASKING[kind].shown in (await chat.says("ann", look) if look else said)


def test_every_kind_of_question_is_played_and_says_what_fits_it() -> None:
    assert set(ANSWERS) == set(KINDS.values())
    of_operators = {kind for kind, question in KINDS.items() if question.for_operators}
    assert set(ASKING) == set(KINDS) - of_operators


@pytest.mark.parametrize("kind", ASKING)
async def test_a_question_takes_what_answers_it_whatever_was_between(
    ann: Conversation, kind: str
) -> None:
    await ask(ann, kind)
    assert await open_kinds(ann) == {kind}
    await ann.says("ann", "/list")
    said = await answer(ann, kind)
    if kind in FREE:  # it could be a new task by now
        assert "something new?" in said
        said = await ann.presses("ann", "✏️ The answer")
    assert await shows(ann, kind, said)
    assert await open_kinds(ann) - {kind} <= {"habit-goal", "habit-often", "habit-time"}
    if kind != "what":  # which is a task
        assert f" {ASKING[kind].answer}" not in await ann.says("ann", "/list nodate")


@pytest.mark.parametrize("kind", FITTING)
async def test_other_words_get_what_they_would_get_without_the_question(
    ann: Conversation, kind: str
) -> None:
    await ask(ann, kind)
    said = await ann.says("ann", "Buy stamps")
    if kind == "tag":
        said = await ann.presses("ann", "➕ Something new")
    assert re.search(r"➕ #\d Buy stamps", said)
    assert await open_kinds(ann) == {kind}
    assert await shows(ann, kind, await answer(ann, kind))


async def test_a_zone_that_a_command_sets_is_asked_for_no_longer(anywhere: Conversation) -> None:
    await anywhere.says("ann", "/start")
    assert await open_kinds(anywhere) == {"zone"}
    await anywhere.says("ann", "/timezone Berlin")
    assert await open_kinds(anywhere) == set()
    assert "➕ #1 Lisbon" in await anywhere.says("ann", "Lisbon")


@pytest.mark.parametrize("kind", FREE)
async def test_words_that_fit_both_are_asked_about(ann: Conversation, kind: str) -> None:
    await ask(ann, kind)
    assert "something new?" in await ann.says("ann", "done 1")
    assert "✅ Done: #1 Milk" in await ann.presses("ann", "➕ Something new")
    assert await open_kinds(ann) == {kind}


@pytest.mark.parametrize("kind", ASKING)
async def test_a_reply_to_another_message_goes_there(ann: Conversation, kind: str) -> None:
    await ann.adds("ann", "Call mom at 14:40")
    await ann.later("ann", minutes=10)
    reminder = ann.newest("ann")
    await ask(ann, kind)
    assert "✅ Done: #2 Call mom" in await ann.says("ann", "done", reply_to=reminder)
    assert await open_kinds(ann) == {kind}


@pytest.mark.parametrize("kind", ASKING)
async def test_a_question_ends_after_an_hour(ann: Conversation, kind: str) -> None:
    await ask(ann, kind)
    ann.time.pass_(hours=1, minutes=1)
    said = await (ann.sends_photo("ann", "Cat") if kind == "file" else answer(ann, kind))
    shown = await ann.says("ann", ASKING[kind].look or "/habits")
    assert "➕ #" in said or "What's the task" in said, said
    assert ASKING[kind].shown not in shown or "➕ #" in said


async def test_bare_words_answer_the_push_that_has_just_come(ann: Conversation) -> None:
    for words, shown in {
        "3h": "💤 #2",
        "tomorrow 9": "💤 #3",
        "done": "✅ Done: #4",
    }.items():
        await ann.adds("ann", "Call mom in 5 min")
        await ann.later("ann", minutes=6)
        assert shown in await ann.says("ann", words), words
    await ann.adds("ann", "Call mom in 5 min")
    await ann.later("ann", minutes=6)
    ann.time.pass_(seconds=5)
    await ann.says("ann", "/list")
    assert "#5" not in await ann.says("ann", "3h"), "something else was said since"


async def test_in_a_group_only_a_reply_answers(anywhere: Conversation) -> None:
    anywhere.telegram.world.bot.privacy_mode = False
    flat = anywhere.in_("flat")
    await flat.adds("ann", "Milk")
    await flat.says("ann", "/edit 1")
    question = flat.newest("ann")
    assert await flat.says("ann", "Nice weather") == ""
    assert await flat.says("bob", "Hello", reply_to=question) != "Hello"
    assert "#1 Milk" in await flat.says("bob", "/show 1")
    assert "#1 Oat milk" in await flat.says("ann", "Oat milk", reply_to=question)


async def test_in_a_group_the_field_opens_for_who_was_asked(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    await flat.adds("ann", "Milk")
    await flat.says("ann", "/edit 1")
    call = anywhere.telegram.calls_of("sendMessage")[-1]
    markup = json.loads(call.params["reply_markup"])
    assert markup["force_reply"]
    assert markup["selective"]
    assert json.loads(call.params["reply_parameters"])["message_id"] == flat.last_id("ann") - 1


async def test_cancel_ends_a_question(anywhere: Conversation) -> None:
    await anywhere.adds("ann", "Milk")
    await anywhere.says("ann", "/edit 1")
    assert "nothing has changed" in await anywhere.presses("ann", "✖️ Cancel")
    assert "➕ #2 Oat milk" in await anywhere.says("ann", "Oat milk")


async def test_questions_are_asked_one_at_a_time(chat: Conversation) -> None:
    await chat.adds("ann", "Milk", "Bread")
    await chat.says("ann", "/edit 1")
    await chat.says("ann", "/edit 2")
    await chat.answers("ann", "Brown bread")
    said = await chat.says("ann", "/list")
    assert "☐ 1 Milk" in said
    assert "☐ 2 Brown bread" in said


async def test_people_are_asked_apart(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    await flat.adds("ann", "Milk", "Bread")
    await flat.says("ann", "/edit 1")
    for_ann = flat.newest("ann")
    await flat.says("bob", "/edit 2")
    for_bob = flat.newest("bob")
    await flat.says("ann", "Oat milk", reply_to=for_ann)
    await flat.says("bob", "Brown bread", reply_to=for_bob)
    said = await flat.says("ann", "/list")
    assert "☐ 1 Oat milk" in said
    assert "☐ 2 Brown bread" in said


async def test_what_is_asked_about_may_be_gone_meanwhile(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    await flat.adds("ann", "Milk")
    await flat.says("ann", "/edit 1")
    question = flat.newest("ann")
    await flat.says("ann", "/delete 1")
    await flat.says("ann", "Oat milk", reply_to=question)
    assert "🗑 1 Milk" in await flat.says("ann", "/list trash")


async def test_an_answer_that_cannot_be_read_is_asked_again(chat: Conversation) -> None:
    await chat.adds("ann", "Milk")
    await chat.says("ann", "/move 1")
    question = chat.newest("ann")
    assert "couldn't read “soonish”" in await chat.says("ann", "soonish", reply_to=question)
    assert "Fri 25 Sept" in await chat.says("ann", "friday", reply_to=question)
